"""How odd is a text, in the language that it is written in?

The question of :mod:`mojifix.plausibility.oddity`, asked line by line.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from mojifix.kernel.segments import segments
from mojifix.plausibility.model import UNIT
from mojifix.plausibility.oddity import scanner


class Line(NamedTuple):
    """A line that is odd, or part of a long one."""

    start: int
    end: int
    amount: int
    """How odd it is, in the unit of costs."""
    places: tuple[tuple[int, int], ...]
    """The stretches of it that are odd, as offsets in the text."""


@lru_cache(maxsize=8)  # Each search asks for the lines of the text that it is given.
def odd_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that are odd."""
    if text.isascii():
        return ()
    scan = scanner().scan
    return tuple(
        Line(start, end, amount, tuple((place.start, place.end) for place in places))
        for start, end in segments(text)
        for amount, places in (scan(text, start, end),)
        if amount
    )


@lru_cache(maxsize=4)  # The fast road, and what looks at what it finds, ask for the same original.
def odd(text: str) -> bool:
    """Is a text odd anywhere?"""
    return not text.isascii() and scanner().odd(text)


def oddness(text: str) -> float:
    """How odd a text is all in all, in nats."""
    return sum([line.amount for line in odd_lines(text)]) / UNIT


def odder(text: str, nats: float, seen: str = "", originals: str = "") -> bool:
    """Is a text odder than this?

    The characters of ``seen``, none of which is ASCII, are taken for those of ``originals``.
    """
    return scanner().odder(text, int(nats * UNIT), seen, originals)
