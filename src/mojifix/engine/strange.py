"""The gate of legacy damage: which lines read badly in their own language?

Such damage hits every non-ASCII character of a line, and puts letters where the line's language
has none like them: ``yýl`` is a word of Turkmen, but not beside Turkish ones. So the words of a
line choose its language, and those with a non-ASCII letter are held against it. Text is made of
the same stretches over and over, so what each costs is remembered, whatever stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from mojifix.engine.pairs import ORDINARY, pairing, usual_tables
from mojifix.kernel import kinds
from mojifix.kernel.segments import segments
from mojifix.plausibility.model import FOREIGN, LANE, UNIT, load
from mojifix.plausibility.oddity import scanner
from mojifix.plausibility.shapes import BREAK
from mojifix.plausibility.tokens import Token, Word

# What running text costs: a letter (with one for the word's end), and a sign with its neighbors.
# Over both, 99 % of 1,388 damaged lines of 31 languages are at least 7 nats, 76 % of the clean
# lines of 75 languages (those with a non-ASCII character) less than 5.
_LETTER = int(2.5 * UNIT)
_SIGN = 8 * UNIT
_SIDE_BY_SIDE = 10 * UNIT
"""Two scripts in one word."""
STRANGE = 10 * UNIT
EACH = int(2.5 * UNIT)
"""The same for each stretch with a non-ASCII letter or sign. Damage spares none, and rare words
are few: of clean lines in 16 languages 18 % are as strange as ``STRANGE``, 4 % throughout."""

EASED = 6 * UNIT
"""How strange a line is at least, and by how much less so its worst stretch must become, if a
common misreading is to explain a line of which most words are not strange."""
MANY = 6
"""Stretches that may become less so together instead."""

_BREAK = re.compile(r"[.!?…] ")
_SENTENCE = re.compile(r"\S(?:.{23,}?[.!?…](?= )|.*)")
"""Or a few, the first of them short: by itself, an abbreviation or an exclamation tells nothing."""

_JOINING = frozenset("’–—…·\u00a0")
"""Signs that join words in running text."""
_REMEMBERED = 6_000
_LONG = 64


class Stretch(NamedTuple):
    """What stands between white spaces."""

    words: tuple[tuple[int, int, int, int], ...]
    """Script, vector, most and usual cost of its words with a non-ASCII letter."""
    torn: tuple[tuple[int, int, int, int], ...]
    """The same of its other words, if they may be what is left of some that lost letters."""
    signs: int
    """By how much its signs cost more than usual."""
    bound: int
    """How badly it reads at most, whatever its language."""


class Unit(NamedTuple):
    """A line, or a sentence of one."""

    start: int
    end: int
    worth: bool
    """It is worth a search."""


class Strangeness(dict[str, Stretch]):
    """Stretch to what is remembered of it."""

    def __init__(self) -> None:
        super().__init__()
        self._model = load()
        self._foreign = pairing().foreign
        self._remembered = lru_cache(maxsize=16)(self.worth)
        """Whether a line is worth a search: the gate asks first, and then the search."""

    def __missing__(self, stretch: str) -> Stretch:
        if len(self) >= _REMEMBERED:
            self.clear()
        made = self._make(stretch)
        if len(stretch) <= _LONG:
            self[stretch] = made
        return made

    def lines(self, text: str) -> Iterator[tuple[int, int]]:
        """The lines (or parts of long ones) that are worth a search."""
        return ((unit.start, unit.end) for unit in self.units(text) if unit.worth)

    def units(self, text: str) -> Iterator[Unit]:
        """Lines, or the sentences of a line of which some are worth a search and others are not.

        A damaged sentence may have been put into a paragraph that was never damaged.
        """
        for start, end in segments(text):
            line = text[start:end]
            parts = [Unit(start, end, worth=self._searched(line))]
            if not line.isascii() and _BREAK.search(line):
                sentences = [
                    Unit(start + m.start(), start + m.end(), worth=self._searched(m.group()))
                    for m in _SENTENCE.finditer(line)
                    if not m.group().isascii()
                ]
                worth = sum(unit.worth for unit in sentences)
                if 0 < worth < len(sentences):
                    parts = sentences
            yield from parts

    def _searched(self, line: str) -> bool:
        return not line.isascii() and self._foreign.search(line) is None and self._remembered(line)

    def fires(self, segment: str, places: Iterable[tuple[int, int]]) -> bool:
        """Is a segment, or a sentence of it, worth a search? ``places`` are where it is odd."""
        if self._searched(segment):
            return True
        return _BREAK.search(segment) is not None and any(
            self._searched(m.group())
            for m in _SENTENCE.finditer(segment)
            if any(m.start() <= place < m.end() for place, _ in places)
        )

    def worth(self, line: str) -> bool:
        """Does a line read badly: all in all, and in each of its words?"""
        if self._bound(line) < EASED:
            return False
        found, lanes = self._judged(line)
        strange = sum(amount for _, amount in found)
        strange += sum(_excess(self[piece].torn, lanes) for piece, _ in found)
        if strange >= max(STRANGE, EACH * len(found)):
            return True
        return strange >= EASED and self._usually(found, lanes)

    def _usually(self, found: list[tuple[str, int]], lanes: Mapping[int, int]) -> bool:
        """Would one of the commonest misreadings explain the worst stretch, or a few of them?

        The pages of one region have most letters in common, so that it spares many words.
        """
        worst, amount = max(found, key=itemgetter(1))
        seen = set(kinds("".join(piece for piece, _ in found)))
        tables = {tuple(map(table.get, map(ord, seen))): table for table in usual_tables()}
        if amount >= EASED:
            undone = {worst.translate(table) for table in tables.values()}
            if any(_amount(self[piece], lanes) <= amount - EASED for piece in undone):
                return True
        others = [(piece, n, seen.intersection(piece)) for piece, n in found]
        for originals, table in tables.items():
            chars = {char for char, new in zip(seen, originals, strict=True) if new is not None}
            few = [(piece, n) for piece, n, of in others if not chars.isdisjoint(of)]
            if 1 < len(few) <= MANY and sum([n for _, n in few]) >= EASED:
                less = sum(n - _amount(self[piece.translate(table)], lanes) for piece, n in few)
                if less >= EASED:
                    return True
        return False

    def _bound(self, line: str) -> int:
        """How badly the line reads at most, whatever its language."""
        return sum([self[piece].bound for piece in line.split() if not piece.isascii()])

    def amount(self, line: str) -> int:
        """How badly a line reads: by how much its odd words and signs cost more than usual."""
        return sum(amount for _, amount in self.amounts(line))

    def amounts(self, line: str) -> list[tuple[str, int]]:
        """The stretches of a line that may be odd, with how badly each reads."""
        return self._judged(line)[0]

    def _judged(self, line: str) -> tuple[list[tuple[str, int]], Mapping[int, int]]:
        """The same, with the language of each script that they are held against."""
        suspects = [
            (piece, stretch)
            for piece in line.split()
            if not piece.isascii() and ((stretch := self[piece]).words or stretch.signs)
        ]
        if not suspects:
            return [], {}
        lanes = scanner().lanes(line)
        return [(piece, _amount(stretch, lanes)) for piece, stretch in suspects], lanes

    def _make(self, stretch: str) -> Stretch:
        model = self._model
        tokens = model.tokens(stretch)
        words: list[tuple[int, int, int, int]] = []
        torn: list[tuple[int, int, int, int]] = []
        # Most stretches are one word, with a comma or without.
        signs = any(not isinstance(token, Word) and not token.isascii() for token in tokens)
        beside = _torn(tokens) if signs else ()
        for i, token in enumerate(tokens):
            if isinstance(token, Word) and (not token.folded.isascii() or i in beside):
                vector, least = model.scripts[token.script].word(token.folded)
                usual = _LETTER * (len(token.folded) + 1) - token.breaks * BREAK
                word = (token.script, vector, least + FOREIGN, usual)
                (torn if token.folded.isascii() else words).append(word)
        odd = self._signs(tokens) if signs or len(tokens) > 1 else 0
        bound = odd + sum([max(most - usual, 0) for _, _, most, usual in (*words, *torn)])
        return Stretch(tuple(words), tuple(torn), odd, bound)

    def _signs(self, tokens: list[Token]) -> int:
        number, pair = self._model.shapes.number, self._model.shapes.pair
        strange = 0
        around: list[Token] = [" ", *tokens, " "]
        for before, token, after in zip(around, tokens, around[2:], strict=False):
            if isinstance(token, Word):
                strange += _SIDE_BY_SIDE if isinstance(before, Word) else 0
            elif not token.isascii():
                shape = number(token)
                cost = pair(number(before), shape) + pair(shape, number(after))
                strange += max(cost - _SIGN, 0)
        return strange


def _amount(stretch: Stretch, lanes: Mapping[int, int]) -> int:
    """How badly a stretch reads in these languages."""
    return stretch.signs + _excess(stretch.words, lanes)


def _excess(words: Iterable[tuple[int, int, int, int]], lanes: Mapping[int, int]) -> int:
    """By how much words cost more than usual."""
    strange = 0
    for script, vector, most, usual in words:
        # No language was chosen for a script that the line does not have.
        cost = vector >> 32 * lanes[script] & LANE if script in lanes else most
        strange += max(min(cost, most) - usual, 0)
    return strange


def _torn(tokens: list[Token]) -> set[int]:
    """Which words may be what is left of others that have lost letters to signs.

    They stand on both sides of a sign that hardly joins words, or at one side of a sign that is
    none of punctuation.
    """
    found: set[int] = set()
    for i, token in enumerate(tokens):
        if isinstance(token, Word) or token.isascii() or token in _JOINING:
            continue
        beside = {j for j in (i - 1, i + 1) if 0 <= j < len(tokens) and isinstance(tokens[j], Word)}
        if len(beside) > 1 or token not in ORDINARY:
            found |= beside
    return found


@lru_cache(maxsize=1)
def strangeness() -> Strangeness:
    """The one gate, built when first needed."""
    return Strangeness()
