"""One sign by itself in text that is clean otherwise: ``âœ…``, ``â–¶``, ``ï»¿``.

The model has seen few of these signs, and one of them is no evidence to it. But what windows-1252
shows of three bytes is three characters that nobody writes side by side, where the first stands at
the beginning of no word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category

from mojifix.channels import parse, preimages
from mojifix.engine.decide import CERTAIN
from mojifix.engine.emoji import emoji
from mojifix.engine.harm import worse
from mojifix.engine.originals import SIGNS
from mojifix.model import Span
from mojifix.plausibility.model import load

_MARK, _ZERO_WIDTH = "\ufeff", "\u200b"
_CHAIN = parse("utf-8>windows-1252")
_THREE = re.compile("(?<![^\\W\\d_])(?<![“”‘’«»\xa0])(?:â[^\x00-\x7f“”’«»\xa0][^\x00-\x7f]|ï»¿)")
"""A quotation mark or a blank after the letter may be one."""


def lone_spans(text: str) -> tuple[Span, ...]:
    """Spans of such signs, in order."""
    return tuple(
        Span(match.start(), match.end(), original, _CHAIN, CERTAIN)
        for match in _THREE.finditer(text)
        if (original := _signs().get(match.group()))
    )


@lru_cache(maxsize=1)
def _signs() -> dict[str, str]:
    """Signs of three bytes by what is seen of them."""
    return {seen: found[0] for seen, found in preimages(_CHAIN, _written()).items()}


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
