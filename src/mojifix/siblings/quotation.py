"""Quotations: a place with some words around."""

from __future__ import annotations

_AROUND = 60
"""Code points on each side, about ten words: enough to recognize the sentence, and two sides and
the place fit a terminal twice over."""


def quote(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen ``text[start:end]`` by up to 60 code points a side, to whole words of the same line.

    Gives code points, so that ``text[first:last]`` is the quotation.
    """
    first = max(0, start - _AROUND, text.rfind("\n", max(0, start - _AROUND), start) + 1)
    if first and not text[first - 1].isspace():
        while first < start and not text[first - 1].isspace():
            first += 1
    line = text.find("\n", end, end + _AROUND)
    last = min(len(text) if line < 0 else line, end + _AROUND)
    if last < len(text) and not text[last].isspace():
        while last > end and not text[last].isspace():
            last -= 1
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last
