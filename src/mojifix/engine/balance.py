"""Pieces of readings, and quotation marks among them brought into balance.

A mark's neighbors say little about which mark it was; the marks of the paragraph, those that are
undamaged included, and the document's habits say more (:mod:`mojifix.plausibility.quotation`).
They speak twice: for the decision whether the places are damaged at all, where a mark that finds
no partner counts against it, and for the choice between the originals.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import exp

from mojifix.engine.belief import line_profile
from mojifix.engine.losses import Reading, Table
from mojifix.engine.places import Place
from mojifix.engine.undo import Piece
from mojifix.model import Span
from mojifix.plausibility.model import UNIT, Plausibility
from mojifix.plausibility.quotation import (
    APOSTROPHE,
    CLOSES,
    DASHES,
    MARKS,
    OPENS,
    SINGLE,
    Mark,
    habits,
    role_of,
    totals,
)

ALTERNATIVES = 5
"""Other originals that a span lists at most."""
_SAMPLE = 2000
"""Code points that tell a document's language."""
_WORD, _WORD_BEFORE = re.compile(r"[^\W\d_]{3}"), re.compile(r"(?:[^\W\d_]{3}|\d)$")
_LINE = re.compile(r"[^\n\r]+")
SPACED, CLOSE, NUMBERS, ONE_SIDED = "spaced", "close", "numbers", "one-sided"
USUAL = {SPACED: "–", CLOSE: "—", NUMBERS: "–"}
DASH_STYLE = 6.0
"""Nats for the dash that style guides have for the place: an en dash where there are spaces and
between numbers, an em dash where there are none (Hart's Rules 4.11, Bringhurst 5.2; the model has
seen too few of either to know)."""
BETWEEN_WORDS = 1.5
"""Nats besides where there are none, with a word of three letters or a number before and a word of
three letters behind: an apostrophe in such a place, or a hyphen that is not the one of ASCII, is
rarer than the model thinks, which pools all languages."""
DASH_HABIT = 3.0
"""Nats for the dash that a document already has in places of this kind."""


class Lost:
    """A piece of a reading, with all that may stand in its place and what that costs."""

    __slots__ = ("chains", "choices", "end", "kept", "seen", "start")

    def __init__(self, place: Place, source: Table, reading: Reading, piece: Piece) -> None:
        seen = place.text[piece.start : piece.end]
        self.seen = seen
        entries = source.entries(seen)
        *choices, (_, self.kept) = place.choices(source, reading, piece)
        self.choices = [(o, cost) for o, cost in choices if o is not None]
        self.start = place.site.start + piece.start
        self.end = place.site.start + piece.end
        self.chains = {original: entry.chain for original, entry in entries.items()}

    @property
    def is_mark(self) -> bool:
        """May a quotation mark have stood here?"""
        return any(char in MARKS for char, _ in self.choices)

    def gain(self) -> int:
        """By how much the best original costs less than what is seen."""
        return self.kept - min(cost for _, cost in self.choices)

    def span(self, confidence: float) -> Span:
        """The piece as a span, what costs least first."""
        ranked = sorted(self.choices, key=lambda choice: choice[1])
        best = ranked[0][1]
        sure = 1 / sum(exp((best - cost) / UNIT) for _, cost in ranked)
        text = ranked[0][0]
        others = tuple(other for other, _ in ranked[1:] if self.chains[other] == self.chains[text])
        return Span(
            self.start,
            self.end,
            text,
            self.chains[text],
            confidence * sure,
            others[:ALTERNATIVES],
        )


def balance(text: str, pieces: Sequence[Lost], model: Plausibility) -> None:
    """Let the marks of each paragraph, and the document's habits, weigh in.

    The costs of each piece's choices, and of leaving it as it is, become those of the whole
    paragraph with this choice and the best of everything else.
    """
    by_place = {piece.start: piece for piece in pieces}
    inside = {at for piece in pieces for at in range(piece.start, piece.end)}
    where = [
        [
            at
            for at in range(line.start(), line.end())
            if at in by_place or (text[at] in MARKS and at not in inside)
        ]
        for line in _LINE.finditer(text)
    ]
    where = [places for places in where if any(at in by_place for at in places)]
    lines = [[_mark(text, at, by_place.get(at)) for at in places] for places in where]
    profile = line_profile(model.tokens(text[:_SAMPLE]), model)
    costs = model.marks(model.language(profile))
    results = [totals(line, costs) for line in lines]
    costs = habits(_used(lines, results), costs)
    results = [totals(line, costs) for line in lines]
    for places, result in zip(where, results, strict=True):
        for at, least in zip(places, result, strict=True):
            piece = by_place.get(at)
            if piece is not None:
                chars = [char for char, _ in piece.choices]
                piece.choices = list(zip(chars, least[:-1], strict=True))
                piece.kept = least[-1]
    _same_dashes(text, pieces)


def _mark(text: str, at: int, piece: Lost | None) -> Mark:
    end = piece.end if piece else at + 1
    choices = (*piece.choices, (piece.seen, piece.kept)) if piece else ((text[at], 0),)
    return Mark(text[at - 1 : at], text[end : end + 1], choices)


def _used(lines: list[list[Mark]], results: list[list[list[int]]]) -> Counter[str]:
    """How often the document has which mark in which role, as far as was decided."""
    used: Counter[str] = Counter()
    for line, result in zip(lines, results, strict=True):
        opened = False
        for mark, least in zip(line, result, strict=True):
            role = role_of(mark.before, mark.after)
            char = mark.choices[least.index(min(least))][0]
            if char in SINGLE:
                if role == CLOSES and mark.before.isalpha() and not opened:
                    role = APOSTROPHE  # The apostrophe of a plural (the boys’) closes nothing.
                opened = role == OPENS or (opened and role != CLOSES)
            if char in MARKS and role:
                used[role + char] += 1
    return used


def _same_dashes(text: str, pieces: Sequence[Lost]) -> None:
    """Writers who set one dash between spaces, or between words, set the same one elsewhere."""
    used: Counter[tuple[str, str]] = Counter()
    for at, char in enumerate(text):
        if char in DASHES:
            used[_kind(text, at, at + 1), char] += 1
    for piece in pieces:
        kind = _kind(text, piece.start, piece.end)
        habit = any(used[kind, char] for char in USUAL.values())
        style = DASH_STYLE
        if kind == CLOSE and _WORD_BEFORE.search(text, max(0, piece.start - 3), piece.start):
            style += BETWEEN_WORDS if _WORD.match(text, piece.end) else 0.0
        favor = {
            char: round(UNIT * (DASH_HABIT * (used[kind, char] > 0) if habit else style))
            for char in (DASHES if habit else USUAL.get(kind, ""))
        }
        piece.choices = [(char, cost - favor.get(char, 0)) for char, cost in piece.choices]


def _kind(text: str, start: int, end: int) -> str:
    before, after = text[start - 1 : start], text[end : end + 1]
    spaced = before.isspace() and after.isspace()
    if spaced:
        before, after = text[start - 2 : start - 1], text[end + 1 : end + 2]
    if before.isdigit() and after.isdigit():
        return NUMBERS
    if spaced:
        return SPACED
    return CLOSE if before.isalnum() and after.isalnum() else ONE_SIDED
