"""What a line costs with other readings of some of its parts.

The words that stay as they are tell the language, and are counted once; only the parts are
scored again for every reading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import pairwise

from mojifix.kernel.segments import segments
from mojifix.plausibility.model import FOREIGN, LANE, UNIT, load
from mojifix.plausibility.shapes import BREAK, END
from mojifix.plausibility.tokens import Token, Word

LANGUAGE = 4 * UNIT
"""What a script costs whose language no ASCII word can tell: one of some 50."""
UNDONE = 12 * UNIT
"""The price of a word in another language than the line's if it is one only when undone. A foreign
word that stands as it is may be a name; damage is to the words of the line's own language."""
LANGUAGES = 4
"""Languages that are tried, the best by the sum of all words."""


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(load().tokens(text))


class _Words:
    """Words of one script, and what they cost in a language."""

    def __init__(self) -> None:
        self.vectors: list[tuple[int, int]] = []
        self.total = 0
        self._known: dict[int, int] = {}

    def add(self, vector: int, least: int, foreign: int) -> None:
        """Add a word, and what it may cost more in this language than in its own."""
        self.vectors.append((vector, least + foreign))
        self.total += vector

    def cost(self, lane: int) -> int:
        """What the words cost, those of other languages at the price of a foreign word."""
        cost = self._known.get(lane)
        if cost is None:
            cost = sum(min(vector >> lane & LANE, most) for vector, most in self.vectors)
            self._known[lane] = cost
        return cost


class Intact:
    """The words of a line that stay as they are, and the cost of the others beside them."""

    def __init__(
        self,
        line: str,
        parts: list[tuple[int, int]],
        languages: int = LANGUAGES,
        lanes: Mapping[int, int] | None = None,
    ) -> None:
        self.model = load()
        self.languages = languages
        self.lanes = lanes or {}
        """By script, the language if it is known already."""
        self.seen = [line[start:end] for start, end in parts]
        self.borders = [(start == 0, end == len(line)) for start, end in parts]
        self.words: dict[int, _Words] = {}
        self.gaps: list[list[int]] = []
        """Scripts of the words before each part, and after the last one."""
        at = 0
        for start, end in [*parts, (len(line), len(line))]:
            self.gaps.append(self._add(_tokens(line[at:start]), self.words))
            at = end

    def _add(
        self, tokens: Sequence[Token], words: dict[int, _Words], foreign: int = FOREIGN
    ) -> list[int]:
        """Add the words among the tokens; their scripts."""
        scripts: list[int] = []
        for token in tokens:
            if isinstance(token, Word):
                found = words.get(token.script)
                if found is None:
                    found = words[token.script] = _Words()
                found.add(*self.model.scripts[token.script].word(token.folded), foreign)
                scripts.append(token.script)
        return scripts

    def cost(self, readings: list[str]) -> int:
        """What the line costs with these readings of its parts."""
        shapes = self.model.shapes
        number, pair = shapes.number, shapes.pair
        cost = 0
        words: dict[int, _Words] = {}
        scripts = list(self.gaps[0])
        for reading, seen, (left, right), gap in zip(
            readings, self.seen, self.borders, self.gaps[1:], strict=True
        ):
            tokens = _tokens(reading)
            numbers = [END if left else number(" "), *map(number, tokens)]
            numbers.append(END if right else number(" "))
            cost += sum(pair(a, b) for a, b in pairwise(numbers))
            cost += BREAK * sum(token.breaks for token in tokens if isinstance(token, Word))
            scripts += self._add(tokens, words, FOREIGN if reading == seen else UNDONE)
            scripts += gap
        if len(set(scripts)) > 1:
            cost += sum(shapes.change(a, b) for a, b in pairwise(scripts))
        cost += LANGUAGE * len(set(scripts) - self.words.keys())
        for script in self.words.keys() | words.keys():
            intact = self.words.get(script) or _Words()
            cost += self._best(script, intact, words.get(script) or _Words())
        return cost

    def _best(self, script: int, intact: _Words, read: _Words) -> int:
        """What the words of a script cost in their best language.

        One foreign word can cost more in the language of a text than the text in another one, so
        the best languages by the sum of all words have to show that they are.
        """
        if script in self.lanes:
            lane = self.lanes[script]
            return intact.cost(lane) + read.cost(lane)
        costs = self.model.scripts[script].unpack(intact.total + read.total)
        lanes = nsmallest(self.languages, range(len(costs)), key=costs.__getitem__)
        return min(intact.cost(32 * lane) + read.cost(32 * lane) for lane in lanes)


def line_costs(text: str) -> int:
    """What the lines of a text cost, each in its best language."""
    lines = (text[start:end] for start, end in segments(text))
    return sum(Intact(line, [(0, len(line))]).cost([line]) for line in lines)
