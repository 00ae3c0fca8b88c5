"""Letters: what a word costs in each language of its script, in pure Python.

A script has *lanes*, one for each language. A word is scored in all lanes at once: the costs of
all lanes travel as one Python integer with 32 bits for each, so that adding two of them is one
addition in C, and 100 lanes cost little more than one.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

BOUND = "\0"
"""Either end of a word."""

MOST_ROWS = 30_000
"""Rows that are remembered: some 12 MB for a script of 100 languages."""

_ORDER: Literal["little", "big"] = "little" if array("I", [1]).tobytes()[0] else "big"

Array = Sequence[int]


class Level(NamedTuple):
    """N-grams of one order, sorted by key; ``lanes[start[i] : start[i + 1]]`` have the i-th."""

    keys: Array
    start: Array
    lanes: Array
    costs: Array
    backoffs: Array
    """What the lane pays for an n-gram of the next order that it does not have (of bigrams)."""


class Grams:
    """The n-grams of one script.

    ``letters`` are the code points of the letters, ``BOUND`` among them; a letter's place is its
    number, and the key of an n-gram is made of its letters' numbers, ``bits`` for each. ``uni``
    and ``backoff`` have a row of ``width`` costs for each letter. ``unknown`` is what any other
    character costs in every lane.
    """

    def __init__(
        self,
        letters: Array,
        width: int,
        bits: int,
        uni: Array,
        backoff: Array,
        bigrams: Level,
        trigrams: Level,
        unknown: int,
    ) -> None:
        self.width = width
        self._bits = bits
        self._uni = uni
        self._backoff = backoff
        self._bi = bigrams
        self._tri = trigrams
        self._ids = {chr(c): i for i, c in enumerate(letters)}
        self._unknown = unknown * sum(1 << 32 * i for i in range(width))
        self._rows: dict[str, int] = {}

    def word(self, folded: str) -> tuple[int, int]:
        """The costs of a case-folded word in all lanes, and the least of them."""
        text = BOUND + folded + BOUND
        rows = self._rows
        gram = text[:2]
        total = rows.get(gram) or self.row(gram)
        for i in range(3, len(text) + 1):
            gram = text[i - 3 : i]
            total += rows.get(gram) or self.row(gram)
        return total, min(self.unpack(total))

    def capped(self, folded: str, more: int) -> int:
        """The costs of a word in all lanes, none above the least of them by over ``more``."""
        vector, least = self.word(folded)
        return self._vector([min(cost, least + more) for cost in self.unpack(vector)])

    def row(self, gram: str) -> int:
        """The costs, in all lanes, of the last letter of ``gram`` after the one or two others.

        A single letter costs what it does out of context.
        """
        row = self._rows.get(gram)
        if row is None:
            if len(self._rows) >= MOST_ROWS:
                self._rows.clear()
            make = (self._unigram, self._bigram, self._trigram)[len(gram) - 1]
            row = self._rows[gram] = make(gram)
        return row

    def unpack(self, vector: int) -> array[int]:
        """A vector's lanes as an array of costs."""
        return array("I", vector.to_bytes(4 * self.width, _ORDER))

    def _vector(self, costs: Array) -> int:
        return int.from_bytes(array("I", costs).tobytes(), _ORDER)

    def _unigram(self, gram: str) -> int:
        at = self._ids.get(gram)
        if at is None:
            return self._unknown
        return self._vector(self._uni[at * self.width : (at + 1) * self.width])

    def _bigram(self, gram: str) -> int:
        first, last = (self._ids.get(c) for c in gram)
        if first is None or last is None:
            return self._unigram(gram[1])
        width = self.width
        uni = self._uni[last * width : (last + 1) * width]
        backoff = self._backoff[first * width : (first + 1) * width]
        costs = [a + b for a, b in zip(uni, backoff, strict=True)]
        keys, start, lane, cost, _ = self._bi
        key = first << self._bits | last
        at = bisect_left(keys, key)
        if at < len(keys) and keys[at] == key:
            for i in range(start[at], start[at + 1]):
                costs[lane[i]] = cost[i]
        return self._vector(costs)

    def _trigram(self, gram: str) -> int:
        pair = self.row(gram[1:])
        ids = self._ids
        a, b, c = (ids.get(x) for x in gram)
        if a is None or b is None or c is None:
            return pair
        keys, start, lane, cost, backoff = self._bi
        key = a << self._bits | b
        at = bisect_left(keys, key)
        if at == len(keys) or keys[at] != key:
            return pair
        costs = self.unpack(pair)
        for i in range(start[at], start[at + 1]):
            costs[lane[i]] += backoff[i]
        keys, start, lane, cost, _ = self._tri
        key = key << self._bits | c
        at = bisect_left(keys, key)
        if at < len(keys) and keys[at] == key:
            for i in range(start[at], start[at + 1]):
                costs[lane[i]] = cost[i]
        return int.from_bytes(costs.tobytes(), _ORDER)
