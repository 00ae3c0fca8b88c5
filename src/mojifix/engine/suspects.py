"""What in a text may be damage, and of which kind: the first look, which clean text leaves by.

The scanner (:mod:`mojifix.plausibility.oddity`) says where a text is odd. Most of what is odd is a
rare name or sign. So each kind of damage then asks, of these places only, whether it could have
done it: a misreading by the gate (:mod:`.gate`), a loss by the words that may be what is left of
others (:mod:`.left`), a legacy pair by how badly the lines read (:mod:`.strange`). A search runs
only where its kind of damage is suspected.
"""

from __future__ import annotations

from typing import NamedTuple

from mojifix.engine.decide import INACTIVE, TEMPER
from mojifix.engine.gate import gate
from mojifix.engine.left import left
from mojifix.engine.pairs import ONLY_SIGNS, ORDINARY
from mojifix.engine.sites import segments
from mojifix.engine.strange import strangeness
from mojifix.engine.wide import wide_worth
from mojifix.plausibility.model import FOREIGN, UNIT
from mojifix.plausibility.oddity import scanner

CONTEXT = FOREIGN / UNIT
"""Nats by which a stretch may be odder in its surroundings than by itself: it is no word of their
language, but may be one of another."""


LEGACY = 6 * UNIT
"""How odd a line is, at least, whose letters were taken for others. Of 1,855 such lines that were
repaired (34 languages), 13 were less odd than 10 nats, 4 than 6."""


class Suspects(NamedTuple):
    """What may be damage."""

    misread: tuple[tuple[int, int], ...]
    """Stretches, as offsets, that a misreading may have made."""
    lost: bool
    """A loss may have left some word."""
    legacy: bool
    """A legacy codec may have been read as another one."""

    def __bool__(self) -> bool:
        return bool(self.misread) or self.lost or self.legacy


NOTHING = Suspects((), lost=False, legacy=False)


def suspects(text: str) -> Suspects:
    """What in a text may be damage."""
    if text.isascii():
        return NOTHING
    scan = scanner().scan
    stretches: list[tuple[int, int]] = []
    lost = legacy = False
    for start, end in segments(text):
        total, found = scan(text, start, end)
        if not lost and left().joined(text, start, end):
            lost = bool(left().words(text[start:end]))
        if not total:
            continue
        here = [(a, b) for a, b, _ in found]
        stretches += here
        segment = text[start:end]
        lost = lost or (bool(here) and wide_worth(segment))
        lost = lost or (any(left().may(text[a:b]) for a, b in here) and bool(left().words(segment)))
        legacy = legacy or (total >= _least(segment) and strangeness().fires(segment))
    return Suspects(_worth(text, stretches), lost=lost, legacy=legacy)


def _least(segment: str) -> int:
    """How odd the segment is at least, if its letters or signs were taken for others."""
    signs = all(char < "\x80" or char in ORDINARY for char in segment)
    return LEGACY + (round(ONLY_SIGNS * UNIT) if signs else 0)


def _worth(text: str, stretches: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The stretches, if together they may be evidence enough (see :mod:`.decide`).

    Once they are, the rest is not asked for any more: a search looks at all of them anyway.
    """
    found: list[tuple[int, int]] = []
    evidence = 0.0
    met: set[str] = set()
    for i, (a, b) in enumerate(stretches):
        gain = gate()[text[a:b]] + CONTEXT
        if gain > 0.0:
            found.append((a, b))
            evidence += 0.0 if text[a:b] in met else TEMPER * gain
            met.add(text[a:b])
        if evidence >= INACTIVE:
            return (*found, *stretches[i + 1 :])
    return ()
