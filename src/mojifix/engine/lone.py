"""One sign by itself in text that is clean otherwise: ``âœ…``, ``â–¶``, ``ï»¿``.

The model has seen few of these signs, and one of them is no evidence to it. But what its three
bytes are read as is three characters that nobody writes side by side, where they stand apart from
words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category

from mojifix.channels import codec, parse, preimages
from mojifix.engine.decide import CERTAIN
from mojifix.engine.emoji import emoji
from mojifix.engine.harm import worse
from mojifix.engine.originals import SIGNS
from mojifix.model import Chain, Span
from mojifix.plausibility.model import load

_MARK, _ZERO_WIDTH = "\ufeff", "\u200b"
_READERS = (
    *("windows-1252", "windows-1250", "windows-1251", "windows-1254"),
    *("mac-roman", "cp437", "cp850"),
)
_MARKS = [codec(name).decode(_MARK.encode()) for name in _READERS]
_FIRST = {mark[0] for mark in _MARKS} | {codec(name).chars[0xE2] or "" for name in _READERS}
_THREE = re.compile(
    f"[{''.join(sorted(_FIRST))}](?<![^\\W\\d_].)(?<![“”‘’«»\xa0].)"
    f"(?:{'|'.join(f'(?<={mark[0]}){mark[1:]}' for mark in _MARKS)}"
    "|[^\x00-\x7f“”’«»\xa0][^\x00-\x7f](?![^\\W\\d_]))"
)
"""A quotation mark or a blank beside the first of them may be one; a byte order mark begins a word.
"""


def lone_spans(text: str) -> tuple[Span, ...]:
    """Spans of such signs, in order."""
    return tuple(
        Span(match.start(), match.end(), *found, CERTAIN)
        for match in _THREE.finditer(text)
        if (found := _signs().get(match.group()))
    )


@lru_cache(maxsize=1)
def _signs() -> dict[str, tuple[str, Chain] | None]:
    """Signs of three bytes by what is seen of them, where all readers agree."""
    signs: dict[str, tuple[str, Chain] | None] = {}
    for name in _READERS:
        chain = parse(f"utf-8>{name}")
        for seen, (original, *_) in preimages(chain, _written()).items():
            known = signs.setdefault(seen, (original, chain))
            if known is not None and known[0] != original:
                signs[seen] = None
    return signs


def _written() -> Iterator[str]:
    """Signs that people write: emoji, and those that the model has seen."""
    yield from (*SIGNS, *emoji(), _MARK, _ZERO_WIDTH)
    for char in load().inventory:
        kind = category(char)
        if (
            "\u2000" <= char < "\u2c00"
            and (kind[0] in "SP" or kind == "Zs")
            and not worse("", char)
        ):
            yield char
