"""What in a text may be damage, and of which kind: the first look, which clean text leaves by.

The scanner (:mod:`mojifix.plausibility.oddity`) says where a text is odd. Most of what is odd is a
rare name or sign. So each kind of damage then asks, of these places only, whether it could have
done it: a misreading by the gate (:mod:`.gate`), a loss by the words that may be what is left of
others (:mod:`.left`), a legacy pair by how badly the lines read (:mod:`.strange`). A search runs
only where its kind of damage is suspected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mojifix.engine.belief import MARKED
from mojifix.engine.decide import INACTIVE, TEMPER
from mojifix.engine.gate import NO_CHANCE, gate
from mojifix.engine.left import left
from mojifix.engine.look import look
from mojifix.engine.oddness import Line, odd_lines
from mojifix.engine.pairs import ONLY_SIGNS, ORDINARY
from mojifix.engine.signatures import signatures
from mojifix.engine.strange import strangeness
from mojifix.kernel.bits import LEFT
from mojifix.kernel.segments import segments
from mojifix.plausibility.model import FOREIGN, UNIT

CONTEXT = (FOREIGN + MARKED) / UNIT
"""Nats by which a stretch may be odder in its surroundings than by itself: it is no word of their
language, but may be one of another."""

_MORE = re.compile(f"[^\x00-\x7f{''.join(sorted(ORDINARY))}]")


class Suspects(NamedTuple):
    """What may be damage."""

    misread: tuple[tuple[int, int], ...]
    """Stretches, as offsets, that a misreading may have made."""
    lost: bool
    """A loss may have left some word."""
    legacy: bool
    """A legacy codec may have been read as another one."""
    wide: bool
    """Something may have run over mojibake and all around it."""
    where: tuple[tuple[int, int], ...]
    """The segments, as offsets, that any of this is about."""

    def __bool__(self) -> bool:
        return bool(self.misread) or self.lost or self.legacy or self.wide


NOTHING = Suspects((), lost=False, legacy=False, wide=False, where=())


def suspects(text: str) -> Suspects:
    """What in a text may be damage."""
    if text.isascii():
        return NOTHING
    stretches: list[tuple[int, int]] = []
    where: list[tuple[int, int]] = []
    lost = legacy = wide = False
    joins = bool(look(text) & LEFT) and left().joins(text)
    for start, end, total, here in _with_joined(text) if joins else odd_lines(text):
        joined = joins and left().joined(text, start, end)
        if not total and not joined:
            continue
        segment = text[start:end]
        spread = any(signatures().may(text, a, b, segment) for a, b in here)
        doubtful = joined or any(left().may(text[a:b]) for a, b in here)
        gone = doubtful and bool(left().words(segment))
        inside = [(a - start, b - start) for a, b in here]
        changed = _enough(segment, total) and strangeness().fires(segment, inside)
        stretches += here
        wide, lost, legacy = wide or spread, lost or gone or spread, legacy or changed
        if spread or gone or changed or any(gate()[text[a:b]] > NO_CHANCE for a, b in here):
            where.append((start, end))
    misread = _worth(text, stretches)
    if not (misread or lost or legacy):
        return NOTHING
    return Suspects(misread, lost, legacy, wide, tuple(where))


def _with_joined(text: str) -> Iterator[Line]:
    """All lines of a text, odd or not: a letter in the place of an apostrophe may be neither."""
    lines = {line.start: line for line in odd_lines(text)}
    return (lines.get(start) or Line(start, end, 0, ()) for start, end in segments(text))


def _enough(segment: str, total: int) -> bool:
    """Is the segment odd enough, if its letters or signs were taken for others?"""
    return total >= ONLY_SIGNS * UNIT or _MORE.search(segment) is not None


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
