"""One sign by itself in text that is clean otherwise: ``âœ…``, ``â–¶``, ``ï»¿``, ``3 Ã— 4``.

The model has seen few of these signs, and one of them is no evidence to it. But what its two or
three bytes are read as is characters that nobody writes side by side, where they stand apart from
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


_WESTERN = parse("utf-8>windows-1252")
_LEADS = re.compile("[ÂÃÎÏ]")
_APART = "¡£¤¥¦§¨©¬®¯°±´¶¸¼½¾¿×÷αγδεζηθικμνξοπρςστυφχψωΘΛΣΦΨΩ"
"""Signs and Greek letters of two bytes that stand apart from words; α as in science."""
_UNITS = "°µμΩ"
"""Those that a letter may follow: ``5 µm``."""
_NUMBERED = "βγι²³¹"
"""Those that show a number above a letter, which may be one, but not beside a hyphen: ``TGF-β``."""


def lone_spans(text: str) -> tuple[Span, ...]:
    """Spans of such signs, in order."""
    found = [
        Span(*match.span(), *_signs()[match.group()], CERTAIN)
        for match in _THREE.finditer(text)
        if match.group() in _signs()
    ]
    if _LEADS.search(text):
        found += (
            Span(*match.span(), _two_bytes()[match.group()], _WESTERN, CERTAIN)
            for match in _two().finditer(text)
        )
    return tuple(sorted(found, key=lambda span: span.start))


@lru_cache(maxsize=1)
def _two_bytes() -> dict[str, str]:
    """Signs of two bytes by what windows-1252 shows of them."""
    return {_WESTERN.damage(char): char for char in {*_APART, *_UNITS, *_NUMBERED, "º"}}


@lru_cache(maxsize=1)
def _two() -> re.Pattern[str]:
    """What windows-1252 shows of signs of two bytes, where it stands apart."""
    letter = "[^\\W\\d_]"
    apart, units, numbered = (
        "|".join(re.escape(_WESTERN.damage(char)) for char in chars)
        for chars in (_APART, _UNITS, _NUMBERED)
    )
    after = f"(?:{apart})(?!{letter})|{units}|(?:{numbered})(?=-)|(?<=-)(?:{numbered})(?!{letter})"
    return re.compile(f"(?<!{letter})(?<![“”‘’«»\xa0])(?:{after})|(?<=[Nn])Âº(?!{letter})")


@lru_cache(maxsize=1)
def _signs() -> dict[str, tuple[str, Chain]]:
    """Signs of three bytes by what is seen of them, where all readers agree."""
    found: dict[str, dict[str, Chain]] = {}
    for name in _READERS:
        chain = parse(f"utf-8>{name}")
        for seen, (original, *_) in preimages(chain, _written()).items():
            found.setdefault(seen, {}).setdefault(original, chain)
    return {seen: next(iter(of.items())) for seen, of in found.items() if len(of) == 1}


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
