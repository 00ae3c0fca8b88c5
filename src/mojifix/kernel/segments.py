"""Lines, the long ones cut to a bearable length: what is judged by its own language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

SEGMENT = 400
"""Code points of a segment. A language shows itself in far fewer; a language may change."""

_LINE = re.compile(r"[^\n\r]+")
_ASCII = re.compile(r"[\x00-\x7f]")


def segments(text: str) -> Iterable[tuple[int, int]]:
    """Lines, the long ones cut at white space where there is some."""
    if len(text) <= SEGMENT and "\n" not in text and "\r" not in text:
        return ((0, len(text)),) if text else ()
    return _cut(text)


def _cut(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        start, last = line.span()
        while last - start > SEGMENT:
            cut = text.rfind(" ", start + SEGMENT // 2, start + SEGMENT) + 1
            cut = cut or _between_runs(text, start + SEGMENT // 2, last)
            yield start, cut
            start = cut
        if start < last:
            yield start, last


def _between_runs(text: str, low: int, last: int) -> int:
    """The first place from ``low`` on that is not inside of a run."""
    match = _ASCII.search(text, low, last)
    return match.end() if match else last
