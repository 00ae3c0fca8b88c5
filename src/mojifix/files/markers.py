"""Marks within a file that tell mojifix to leave alone what somebody wrote on purpose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from mojifix.model import Finding, Span

LINE = "mojifix: ignore"
"""Anywhere in a line, in a comment most often: the line is left alone."""

FILE = "mojifix: ignore-file"
"""Anywhere in a file: all of it is."""

Place = TypeVar("Place", Span, Finding)


def unmarked(text: str, places: Sequence[Place]) -> tuple[Place, ...]:
    """The places that no mark asks to leave alone."""
    if not places or LINE not in text:
        return tuple(places)
    if FILE in text:
        return ()
    return tuple(p for p in places if LINE not in _lines(text, p.start, p.end))


def _lines(text: str, start: int, end: int) -> str:
    """All lines that a place touches."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    ends = [at for at in (text.find("\n", end), text.find("\r", end)) if at >= 0]
    return text[first : min(ends, default=len(text))]
