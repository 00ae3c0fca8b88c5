"""Letters that were typed in the place of others that look like them, and kana of half the width.

Nothing damaged them, but the words that they are in are nobody's: whatever else they could have
been reads better by far. So that has to read better than what they look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

_TO_LATIN = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧνοεЯИДЛФЗΞΣΛΔΘΩΦΠ",
    "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXvoɛRNAAOEEEAAOOON",
)
"""Letters of Cyrillic and Greek that people type in Latin words without seeing it, and those that
they type because it shows (``ЯETЯO``, ``nΞxt``), or because their keyboard has no ``ɛ``."""
_TO_CYRILLIC = str.maketrans(
    "ABEKMHOPCTYXSIJaeopcyxsijk6",
    "АВЕКМНОРСТУХЅІЈаеорсухѕіјкб",
)
_BOTH = re.compile(
    "\\w*(?:[A-Za-z6][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z6])[A-Za-z6\u0400-\u04ff]*"
)
"""A word with letters of both scripts (``мoжe``, with two Latin ones)."""
_HALF = re.compile("[\uff61-\uff9f]+")


def lookalikes(text: str) -> set[str]:
    """A text with the letters that others of it look like, where that makes another text."""
    return {looks for looks in _looks(text) if looks != text}


def _looks(text: str) -> Iterator[str]:
    yield text.translate(_TO_LATIN)
    yield _BOTH.sub(_in_cyrillic, text)
    yield _HALF.sub(_of_full_width, text)


def _in_cyrillic(match: re.Match[str]) -> str:
    return match.group().translate(_TO_CYRILLIC)


def _of_full_width(match: re.Match[str]) -> str:
    return normalize("NFKC", match.group())
