"""How odd is a text, in the language that it is written in?

The question of :mod:`mojifix.plausibility.oddity`, asked line by line.
"""

from __future__ import annotations

from mojifix.kernel.segments import segments
from mojifix.plausibility.model import UNIT
from mojifix.plausibility.oddity import scanner


def odd(text: str) -> bool:
    """Is a text odd anywhere?"""
    return not text.isascii() and scanner().odd(text)


def oddness(text: str) -> float:
    """How odd a text is all in all, in nats."""
    scan = scanner().scan
    return sum([scan(text, start, end)[0] for start, end in segments(text)]) / UNIT


def odder(text: str, nats: float) -> bool:
    """Is a text odder than this?"""
    scan = scanner().scan
    left = int(nats * UNIT)
    if left < 0:
        return True
    for start, end in segments(text):
        left -= scan(text, start, end, left)[0]
        if left < 0:
            return True
    return False
