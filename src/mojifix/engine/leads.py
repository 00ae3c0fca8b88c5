"""What is left of a character of which only the lead byte is: ``â``, ``Ã``, ``β``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mojifix.channels.codecs import codec

ALONE = (
    "windows-1252", "iso-8859-1", "iso-8859-15", "iso-8859-2", "iso-8859-9", "iso-8859-7",
    "iso-8859-5", "iso-8859-8", "tis-620",
)  # fmt: skip
"""Readers that lose so many continuation bytes that they may have damaged a text by themselves."""

_GREEK_CYRILLIC = (0xCE, 0xCF, 0xD0, 0xD1)
LEADS = (0xC2, 0xC3, 0xC4, 0xC5, 0xE2, *_GREEK_CYRILLIC)
"""Lead bytes of what is written most: Latin letters, signs, punctuation; Greek; Cyrillic."""

PUNCTUATION = 0xE2
"""The lead byte of U+2000 to U+2FFF: quotation marks, apostrophes, dashes."""

BARED = "Ã"
"""What windows-1252 and its like show of a letter that lost its second byte."""


def leads() -> frozenset[str]:
    """What is left of what is written most."""
    return _seen(LEADS)


def foreign_leads() -> frozenset[str]:
    """What is left of Greek and Cyrillic letters only, none of which stands beside a Latin one."""
    return _seen(_GREEK_CYRILLIC) - _seen(set(LEADS).difference(_GREEK_CYRILLIC))


def _seen(leads: Iterable[int]) -> frozenset[str]:
    found = (codec(name).chars[byte] for name in ALONE for byte in leads)
    return frozenset(char for char in found if char is not None)


@lru_cache(maxsize=1)
def marks() -> tuple[str, ...]:
    """What is left of punctuation."""
    found = (codec(name).chars[PUNCTUATION] for name in ALONE)
    return tuple(sorted({char for char in found if char is not None}))
