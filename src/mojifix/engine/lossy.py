"""The search for losses: sites that read badly, what they may have been, quotation marks.

Lossy readings are many and cheap to come by, so they are looked for only in sites that are
hard to believe as they stand, and they must gain more than a lossless repair: a loss is its
own explanation for anything.
"""

from __future__ import annotations

import re
from collections import Counter
from math import exp

from mojifix.engine.decide import Choice, decide
from mojifix.engine.left import left
from mojifix.engine.losses import ALONE, READERS, Reading, Table, table
from mojifix.engine.readers import readers
from mojifix.engine.sites import Run, Site, monotonous, runs_of, segments, sites
from mojifix.engine.undo import Piece, splice
from mojifix.model import Span
from mojifix.plausibility.model import UNIT, Plausibility, Profile, load
from mojifix.plausibility.quotation import MARKS, Mark, habits, role_of, totals

ALTERNATIVES = 5
"""Other originals that a span lists at most."""
_SAMPLE = 2000
"""Code points that tell a document's language."""
_LINE = re.compile(r"[^\n\r]+")


class _Place:
    """A site that may have suffered a loss, and its readings through each table."""

    __slots__ = ("doubtful", "profile", "readings", "site", "text", "unread")

    def __init__(
        self, site: Site, text: str, profile: Profile, model: Plausibility, *, doubtful: bool
    ) -> None:
        self.site = site
        self.text = text
        self.profile = profile
        self.unread = model.cost(model.tokens(text), profile, left=site.left, right=site.right)
        self.doubtful = doubtful
        self.readings: dict[str, list[Reading]] = {}

    def read(self, name: str, model: Plausibility) -> None:
        """Read the site through a table, unless that was done before."""
        if name not in self.readings:
            site = self.site
            self.readings[name] = table(name).readings(
                self.text, left=site.left, right=site.right, profile=self.profile, model=model
            )

    def cost(
        self, source: Table, reading: Reading, piece: Piece, other: str, model: Plausibility
    ) -> int:
        """What the reading would cost with ``other`` in the place of a piece."""
        pieces = [p._replace(text=other) if p.start == piece.start else p for p in reading.pieces]
        site = self.site
        tokens = model.tokens(splice(self.text, pieces))
        return model.cost(tokens, self.profile, left=site.left, right=site.right) + sum(
            source.price_of(self.text, p) for p in pieces
        )


def lossy_spans(text: str, known: dict[str, float]) -> list[Span]:
    """Spans of lossy damage, whatever their confidence; ``known`` are readers that were active."""
    worth = [
        (start + a, start + b)
        for start, end in segments(text)
        for a, b in left().words(text[start:end])
    ]
    if not worth and not (known and left().may(text)):
        return []
    model = load()
    places = _places(text, worth, model)
    doubts = [place for place in places if place.doubtful]
    if not doubts:
        return []
    names = [name for name in _readers_of(doubts) if name in ALONE or name in known]
    choices = _decide(doubts, names, known, model)
    active = {choice.steps for choice in choices if choice is not None}
    if not active:
        return []
    # Where a chain is at work, less doubtful places may be its work as well.
    names = [name for name in names if name in active]
    choices = _decide(places, names, known, model)
    chosen = [
        (doubt, table(choice.steps), choice.confidence)
        for doubt, choice in zip(places, choices, strict=True)
        if choice is not None
    ]
    return _settle(text, chosen, model)


def _decide(
    places: list[_Place], names: list[str], known: dict[str, float], model: Plausibility
) -> list[Choice[str] | None]:
    """The reader that damaged each place, if one did."""
    for place in places:
        for name in names:
            place.read(name, model)
    gains = [
        {
            name: (place.unread - place.readings[name][0].cost) / UNIT
            for name in names
            if place.readings[name] and place.readings[name][0].pieces
        }
        for place in places
    ]
    readings = [
        {name: place.readings[name][0].text for name in gain}
        for place, gain in zip(places, gains, strict=True)
    ]
    prices = {name: table(name).price - known.get(name, 0.0) for name in names}
    return decide(gains, prices, [place.text.strip() for place in places], readings)


def _places(text: str, worth: list[tuple[int, int]], model: Plausibility) -> list[_Place]:
    """The sites with a character that may be what is left of another one."""
    leads = readers().leads
    found: list[_Place] = []
    for start, end in segments(text):
        runs = [
            Run(a, b, {}) for a, b in runs_of(text, start, end) if not leads.isdisjoint(text[a:b])
        ]
        if runs:
            profile = model.profile(model.totals(model.tokens(text[start:end]), {}))
            for site in sites(text, start, end, runs, beyond=True):
                if monotonous(text[site.start : site.end]):
                    continue
                fires = any(a < site.end and site.start < b for a, b in worth)
                found.append(
                    _Place(site, text[site.start : site.end], profile, model, doubtful=fires)
                )
    return found


def _readers_of(places: list[_Place]) -> list[str]:
    table_of = readers()
    bits = 0
    for place in places:
        for char in place.text:
            bits |= table_of.lead2.get(char, 0) | table_of.lead3.get(char, 0)
            bits |= table_of.lead4.get(char, 0)
    names = [c.read.name for i, c in enumerate(table_of.single) if bits >> i & 1]
    return [name for name in names if name in READERS]


class _Piece:
    """A piece of a chosen reading, with all that may stand in its place and what that costs."""

    __slots__ = ("chain", "choices", "confidence", "end", "start")

    def __init__(
        self, doubt: _Place, source: Table, piece: Piece, confidence: float, model: Plausibility
    ) -> None:
        top = doubt.readings[source.reader][0]
        seen = doubt.text[piece.start : piece.end]
        self.choices = [
            (entry.original, doubt.cost(source, top, piece, entry.original, model))
            for entry in source.entries[seen]
        ]
        self.start = doubt.site.start + piece.start
        self.end = doubt.site.start + piece.end
        self.confidence = confidence
        self.chain = {e.original: e.chain for e in source.entries[seen]}

    def span(self) -> Span:
        """The piece as a span, what costs least first."""
        ranked = sorted(self.choices, key=lambda choice: choice[1])
        best = ranked[0][1]
        sure = 1 / sum(exp((best - cost) / UNIT) for _, cost in ranked)
        text = ranked[0][0]
        others = tuple(other for other, _ in ranked[1:] if self.chain[other] == self.chain[text])
        return Span(
            self.start,
            self.end,
            text,
            self.chain[text],
            self.confidence * sure,
            others[:ALTERNATIVES],
        )


def _settle(
    text: str, chosen: list[tuple[_Place, Table, float]], model: Plausibility
) -> list[Span]:
    """The pieces of the chosen readings as spans, quotation marks brought into balance."""
    pieces = [
        _Piece(doubt, source, piece, confidence, model)
        for doubt, source, confidence in chosen
        for piece in doubt.readings[source.reader][0].pieces
    ]
    if any(char in MARKS for piece in pieces for char, _ in piece.choices):
        _balance(text, pieces, model)
    return [piece.span() for piece in pieces]


def _balance(text: str, pieces: list[_Piece], model: Plausibility) -> None:
    """Let the marks of each paragraph, and the document's habits, weigh in."""
    by_place = {piece.start: piece for piece in pieces}
    lines = [
        [
            _mark(text, at, by_place.get(at))
            for at in range(line.start(), line.end())
            if text[at] in MARKS or at in by_place
        ]
        for line in _LINE.finditer(text)
    ]
    profile = model.profile(model.totals(model.tokens(text[:_SAMPLE]), {}))
    costs = model.marks(model.language(profile))
    results = [totals(line, costs) for line in lines]
    costs = habits(_used(lines, results), costs)
    results = [totals(line, costs) for line in lines]
    places = [
        at
        for line in _LINE.finditer(text)
        for at in range(line.start(), line.end())
        if text[at] in MARKS or at in by_place
    ]
    found = [costs_here for result in results for costs_here in result]
    for at, least in zip(places, found, strict=True):
        piece = by_place.get(at)
        if piece is not None:
            piece.choices = [
                (char, cost) for (char, _), cost in zip(piece.choices, least, strict=True)
            ]


def _mark(text: str, at: int, piece: _Piece | None) -> Mark:
    end = piece.end if piece else at + 1
    choices = tuple(piece.choices) if piece else ((text[at], 0),)
    return Mark(text[at - 1 : at], text[end : end + 1], choices)


def _used(lines: list[list[Mark]], results: list[list[list[int]]]) -> Counter[str]:
    """How often the document has which mark in which role, as far as was decided."""
    used: Counter[str] = Counter()
    for line, result in zip(lines, results, strict=True):
        for mark, least in zip(line, result, strict=True):
            role = role_of(mark.before, mark.after)
            char = mark.choices[least.index(min(least))][0]
            if char in MARKS and role:
                used[role + char] += 1
    return used
