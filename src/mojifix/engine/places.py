"""Places that may have suffered a loss."""

from __future__ import annotations

import re
import string
from bisect import bisect_left
from unicodedata import normalize

from mojifix.engine.belief import Belief, line_profile, symbolic
from mojifix.engine.familiar import unfamiliar
from mojifix.engine.homes import WRITTEN
from mojifix.engine.left import left
from mojifix.engine.losses import Reading, Table, table
from mojifix.engine.prose import prose
from mojifix.engine.readers import readers
from mojifix.engine.sites import Run, Site, monotonous, runs_of, sites, spliced
from mojifix.engine.undo import Piece
from mojifix.kernel.segments import segments
from mojifix.plausibility.joints import joints
from mojifix.plausibility.model import UNIT, Plausibility
from mojifix.plausibility.quotation import DASHES
from mojifix.plausibility.tokens import Word

SYMBOL = 8 * UNIT
"""What speaks against a loss where a Greek letter may be a symbol. A judgment: texts
of science have such symbols in every line, and few texts are damaged."""

TORN = 8 * UNIT
BELIEVABLE = int(3.4 * UNIT)
"""What speaks against a dash between letters that are no words on either side, and what a letter
of a word may cost there, with one for its end: people set dashes between words and names."""

SHOUTED = 4 * UNIT
"""What speaks against a lost letter in a text of capitals: the leads of what is lost are capitals
themselves, such as the vowels of Kashubian, of which the model knows nothing."""
NEAR = 60
"""Code points on either side of a piece that tell what stood there. Most sites are shorter; in one
long word with losses everywhere, the work would grow with its square."""
AROUND = 20
"""Code points on either side of a place that show whether it stands in capitals."""
CHANCE = 5 * UNIT
"""What a place may gain by chance for each of its letters, for each nat by which the line is of no
language that the model knows."""


Looks = tuple[str, bool, bool, int]
"""What stands in a place, whether its line begins and ends there, and its ``opening``."""

SENTENCE, LINE = 6 * UNIT, 2 * UNIT
"""What speaks against a small letter at the beginning of a sentence, and of a line: that they begin
with a capital, and that the model holds a capital against a word in such a place as in any other
(which of lines it does not). Of lines that were trained on, 13 to 26 % begin with a small letter,
and 1 to 4 % of those that end like a sentence."""
ACCENT = 14 * UNIT
"""What speaks against a letter of a word having an accent that its language does not know, where
the word without it is one of that language. Of the languages that the model does not know, many
look like one that it knows, but for the accents (``chawikânna``, where Mizo has one). A judgment.
"""
_ACCENTED = re.compile("(?<=[a-z])[à-öø-ÿā]|[à-öø-ÿā](?=[a-z])")
_ENDS = (".", "!", "?", "…")
_AROUND = string.whitespace + string.punctuation


def _plain(match: re.Match[str]) -> str:
    return normalize("NFD", match.group())[0]


class Alike:
    """What places of one line have in common that are alike: their readings and what these cost."""

    __slots__ = ("belief", "choices", "readings")

    def __init__(self, belief: Belief) -> None:
        self.belief = belief
        self.readings: dict[tuple[str, Looks], list[Reading]] = {}
        self.choices: dict[tuple[str, Looks, Reading, Piece], list[tuple[str | None, int]]] = {}


class Place:
    """A site that may have suffered a loss, and its readings through each table."""

    __slots__ = (
        "alike",
        "belief",
        "chance",
        "doubtful",
        "looks",
        "opening",
        "site",
        "text",
        "unread",
        "whole",
    )

    def __init__(
        self, site: Site, whole: str, alike: Alike, *, doubtful: bool, chance: float = 0.0
    ) -> None:
        self.site = site
        self.whole = whole
        self.text = whole[site.start : site.end]
        before = whole[max(0, site.start - 8) : site.start].rstrip(" ")[-1:]
        self.opening = LINE if site.left else SENTENCE if before in _ENDS else 0
        """What speaks against a small letter at its beginning."""
        self.looks: Looks = (self.text, site.left, site.right, self.opening)
        self.alike = alike
        self.belief = alike.belief
        self.unread = self._as_it_is()
        self.doubtful = doubtful
        self.chance = round(chance * len(self.text))
        """What a reading may gain by chance."""

    def _as_it_is(self) -> int:
        """What the place costs if nothing was lost: the accent may be one that nobody knows."""
        left, right = self.site.left, self.site.right
        cost = self.belief.cost(self.text, left=left, right=right)
        plain = self.text
        if self.belief.language not in WRITTEN:
            plain = _ACCENTED.sub(_plain, self.text)
        if plain == self.text:
            return cost
        return min(cost, self.belief.cost(plain, left=left, right=right) + ACCENT)

    @property
    def key(self) -> str:
        """What makes it a witness of its own: the same word beside another comma is none."""
        return self.text.strip(_AROUND)

    def read(self, name: str) -> Reading | None:
        """The best reading through a table that changes something."""
        readings = self.alike.readings.get((name, self.looks))
        if readings is None:
            site = self.site
            readings = table(name).readings(
                self.text,
                left=site.left,
                right=site.right,
                belief=self.belief,
                opening=self.opening,
            )
            self.alike.readings[name, self.looks] = readings
        return next((reading for reading in readings if reading.pieces), None)

    def gain(self, reading: Reading) -> int:
        """By how much a reading costs less than what is seen."""
        against = self._spelled(reading) + self._torn(reading)
        return self.unread - reading.cost - against - self.chance

    def _torn(self, reading: Reading) -> int:
        """What speaks against dashes that would tear apart what is no two words."""
        model, profile = self.belief.model, self.belief.profile
        tokens = model.tokens(reading.text) if self._has_dash(reading) else []
        torn = 0
        for before, dash, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if dash in DASHES and isinstance(before, Word) and isinstance(after, Word):
                torn += not all(
                    model.word_cost(word, profile) <= BELIEVABLE * (len(word.folded) + 1)
                    for word in (before, after)
                )
        return TORN * torn

    @staticmethod
    def _has_dash(reading: Reading) -> bool:
        return any(not DASHES.isdisjoint(piece.text) for piece in reading.pieces)

    def symbols(self, reading: Reading) -> int:
        """What speaks for symbols, as long as nothing else shows that the reader was at work."""
        start = self.site.start
        return SYMBOL * sum(
            symbolic(self.whole, start + p.start, start + p.end, self.belief.model)
            and not self._joins(p)
            for p in reading.pieces
        )

    def _spelled(self, reading: Reading) -> int:
        """What a reading gained because words beyond ASCII are seldom foreign, if it has letters.

        That tells a word from two words with a sign between them, but not one letter from
        another one: those who write ``MÃE`` write such letters everywhere.
        """
        if not any(piece.text.isalpha() for piece in reading.pieces):
            return 0
        start, end = self.site.start, self.site.end
        around = self.text
        if sum(map(str.isalpha, around)) < 2:
            around = self.whole[max(0, start - AROUND) : end + AROUND]
        if around.upper() != around:
            return 0
        model = self.belief.model
        read = set(model.tokens(reading.text))
        tokens = model.tokens(self.text)
        return SHOUTED + self.belief.surcharge(token for token in tokens if token not in read)

    def _joins(self, piece: Piece) -> bool:
        model = self.belief.model
        before = model.tokens(self.text[: piece.start])[-1:]
        after = model.tokens(self.text[piece.end :])[:1]
        if not before or not after:
            return False
        a, b = before[0], after[0]
        return (
            isinstance(a, Word)
            and isinstance(b, Word)
            and joints().joins(a.folded, b.folded, self.belief.language)
        )

    def choices(
        self, source: Table, reading: Reading, piece: Piece
    ) -> list[tuple[str | None, int]]:
        """What may stand for a piece (None: as it is), and the cost of what is near it then."""
        key = source.reader, self.looks, reading, piece
        found = self.alike.choices.get(key)
        if found is None:
            start, end = max(0, piece.start - NEAR), min(len(self.text), piece.end + NEAR)
            near = [p for p in reading.pieces if start <= p.start and p.end <= end]
            before = spliced(self.text, start, piece.start, [p for p in near if p < piece])
            after = spliced(self.text, piece.end, end, [p for p in near if p > piece])
            left, right = self.site.left and start == 0, self.site.right and end == len(self.text)
            seen = self.text[piece.start : piece.end]
            found = []
            for other in (*source.entries(seen), None):
                text = f"{before}{seen if other is None else other}{after}"
                cost = self.belief.cost(text, left=left, right=right)
                if other is not None:
                    cost += source.price_of(self.text, piece._replace(text=other), self.opening)
                found.append((other, cost))
            self.alike.choices[key] = found
        return found


def places_of(text: str, worth: list[tuple[int, int]], model: Plausibility) -> list[Place]:
    """The sites with a character that may be what is left of another one.

    The doubtful ones are those with a stretch that is ``worth`` it; these are in order.
    """
    starts = [start for start, _ in worth]
    leads = readers().leads
    found: list[Place] = []
    for start, end in segments(text):
        runs = [
            Run(a, b, {}) for a, b in runs_of(text, start, end) if not leads.isdisjoint(text[a:b])
        ]
        if runs:
            line = prose(text[start:end])
            alike = Alike(Belief(model, line_profile(model.tokens(line), model)))
            chance = CHANCE * unfamiliar(line, left().chars)
            for site in sites(text, start, end, runs, beyond=True):
                if monotonous(text[site.start : site.end]):
                    continue
                # The last that begins before the site ends: none of them overlap.
                last = bisect_left(starts, site.end) - 1
                fires = last >= 0 and worth[last][1] > site.start
                found.append(Place(site, text, alike, doubtful=fires, chance=chance))
    return found
