"""Counting answers: outcomes per section, channel, language and engine."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from bench.case import Case, Pieces, Unit
from bench.engines import Answer, Engine

OUTCOMES = ("right", "missed", "partial", "wrong")
"""``missed``: damage came back as it was. ``partial``: every span is right, but damage is left.
``wrong``: something else came out; on clean text, anything else than the text."""


@dataclass(slots=True)
class Count:
    """Outcomes of some cases."""

    n: int = 0
    right: int = 0
    missed: int = 0
    partial: int = 0
    wrong: int = 0
    characters: int = 0

    def add(self, outcome: str, characters: int) -> None:
        """Count one more case."""
        self.n += 1
        self.characters += characters
        setattr(self, outcome, getattr(self, outcome) + 1)

    def merge(self, other: Count) -> None:
        """Count all that ``other`` counted."""
        for name in ("n", "characters", *OUTCOMES):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def rate(self) -> float:
        """The share of right answers; 1.0 where nothing was asked."""
        return self.right / self.n if self.n else 1.0

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        names = ("n", *OUTCOMES, "characters")
        return {name: getattr(self, name) for name in names} | {"rate": round(self.rate, 6)}


def total(counts: Any) -> Count:
    """The sum of several counts."""
    result = Count()
    for count in counts:
        result.merge(count)
    return result


def spans_right(answer: Answer, case: Case) -> list[bool] | None:
    """For each span whether it is right; None where there is nothing to align with.

    A span is right when its ends fall between damaged pieces and its text is the original of
    the pieces inside it.
    """
    if case.kind == "leave-alone":
        return [False] * len(answer.spans)
    pieces = case.pieces() if case.pieces is not None else None
    if pieces is None:
        return None
    return align(pieces, [(s.start, s.end, s.text) for s in answer.spans])


def align(pieces: Pieces, spans: list[tuple[int, int, str]]) -> list[bool]:
    """For each (start, end, text) whether it stands for whole pieces and restores them."""
    damaged = [0, *accumulate(len(d) for _, d in pieces)]
    original = [0, *accumulate(len(o) for o, _ in pieces)]
    source = "".join(o for o, _ in pieces)
    verdicts = []
    for start, end, text in spans:
        # Pieces that were dropped entirely make several places of the original one place here.
        firsts = range(bisect_left(damaged, start), bisect_right(damaged, start))
        lasts = range(bisect_left(damaged, end), bisect_right(damaged, end))
        verdicts.append(
            any(source[original[a] : original[b]] == text for a in firsts for b in lasts)
        )
    return verdicts


def outcome(engine: Engine, case: Case, answer: Answer) -> str:
    """One of ``OUTCOMES``."""
    if case.kind == "leave-alone":
        accepted = engine.right(case, answer) or engine.unchanged(case, answer)
        return "right" if accepted else "wrong"
    if engine.right(case, answer):
        return "right"
    if engine.unchanged(case, answer):
        return "missed"
    verdicts = spans_right(answer, case) if answer.spans else None
    return "partial" if verdicts and all(verdicts) else "wrong"


def unit_outcomes(engine: Engine, case: Case, answer: Answer) -> list[tuple[Unit, str]]:
    """The outcome of each sentence of a document, found in the answer from left to right."""
    at = 0
    lost = 0
    results = []
    for unit in case.units:
        result, end = _find_unit(engine, unit, answer.text, at, at + 2 * lost)
        results.append((unit, result))
        if result == "wrong":
            # What came out instead may be longer or shorter; the next sentence is looked for.
            lost += max(len(unit.damaged), len(unit.expected)) + 1
        else:
            at, lost = end + 1, 0
    return results


def _find_unit(engine: Engine, unit: Unit, text: str, low: int, high: int) -> tuple[str, int]:
    """(outcome, end) of a sentence that starts between ``low`` and ``high``, the first there."""
    found = [
        (place, name, place + len(form))
        for name, source in (("right", unit.expected), ("missed", unit.damaged))
        for form in engine.forms(source)
        if (place := _place(text, form, low, high)) >= 0
    ]
    # Of two at the same place the first named: a sentence that was right from the start.
    best = min(found, key=lambda hit: hit[0], default=(0, "wrong", low))
    return best[1], best[2]


def _place(text: str, sentence: str, low: int, high: int) -> int:
    place = text.find(sentence, low, high + len(sentence))
    while place >= 0:
        end = place + len(sentence)
        begins = place in (0, low) or text[place - 1] == " "
        if begins and (end == len(text) or text[end] == " "):
            return place
        place = text.find(sentence, place + 1, high + len(sentence))
    return -1


@dataclass(slots=True)
class SpanScore:
    """Code points inside reported spans against those that are damaged.

    ASCII inside a span that the damage left as it was counts apart: ``loose``.
    """

    hits: int = 0
    loose: int = 0
    false: int = 0
    damaged: int = 0

    def add(self, pieces: Pieces, spans: Iterable[tuple[int, int]]) -> None:
        """Count the spans of one text."""
        state = bytearray()
        for original, damaged in pieces:
            state += (b"\1" if original != damaged else b"\0") * len(damaged)
        observed = "".join(d for _, d in pieces)
        self.damaged += state.count(1)
        for start, end in spans:
            for at in range(start, end):
                if state[at]:
                    self.hits += 1
                elif observed[at].isascii():
                    self.loose += 1
                else:
                    self.false += 1

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready, with precision and recall."""
        reported = self.hits + self.false
        return {
            "damaged": self.damaged,
            "hits": self.hits,
            "false": self.false,
            "loose": self.loose,
            "precision": self.hits / reported if reported else 1.0,
            "precision, ASCII counted": self.hits / (reported + self.loose) if reported else 1.0,
            "recall": self.hits / self.damaged if self.damaged else 1.0,
        }


@dataclass(slots=True)
class Table:
    """Outcomes of one section: (engine, channel, language) -> count."""

    cells: dict[tuple[str, str, str], Count] = field(default_factory=lambda: defaultdict(Count))

    def add(self, key: tuple[str, str, str], result: str, characters: int) -> None:
        """Count one more answer of (engine, channel, language)."""
        self.cells[key].add(result, characters)

    def of(self, engine: str) -> Count:
        """All of one engine."""
        return total(c for (e, _, _), c in self.cells.items() if e == engine)

    def by(self, engine: str, axis: int) -> dict[str, Count]:
        """One engine's counts by channel (``axis`` 1) or language (2), in order of appearance."""
        groups: dict[str, Count] = defaultdict(Count)
        for key, count in self.cells.items():
            if key[0] == engine:
                groups[key[axis]].merge(count)
        return dict(groups)

    def to_dict(self, engines: list[str]) -> dict[str, Any]:
        """JSON-ready, by engine."""
        result = {}
        for engine in engines:
            cells: dict[str, dict[str, Any]] = defaultdict(dict)
            for (e, channel, lang), count in self.cells.items():
                if e == engine:
                    cells[channel][lang] = [count.n, count.right, count.missed]
            result[engine] = {
                "all": self.of(engine).to_dict(),
                "channels": {k: v.to_dict() for k, v in self.by(engine, 1).items()},
                "languages": {k: v.to_dict() for k, v in self.by(engine, 2).items()},
                "cells (n, right, missed)": cells,
            }
        return result
