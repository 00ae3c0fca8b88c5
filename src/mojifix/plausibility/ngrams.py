"""Letters: how likely is this word in each language of its script?

Each script has *lanes*, one for each language that is mainly written in it and, where there
are several, one for all of them together (``"*"``). A word is scored in all lanes at once:
``-log P`` in sixteenths of a nat, from trigrams that back off to bigrams and these to
unigrams (interpolated absolute discounting; the training tool has the formulas).

The scores of all lanes travel as one Python integer with 32 bits for each lane, so that adding
two of them is one addition in C: 100 lanes cost little more than one. This is what makes a
model of 165 languages affordable without numpy.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal

BOUND = "\0"
"""Either end of a word."""

UNKNOWN = 14 * 16
"""A letter that the training text never had in this script: 1 in a million."""
STRANGE = 8 * 16
"""A letter of a script without training text: one of some 100 letters, and a rare script."""

_CACHED_ROWS = 30_000
_CACHED_WORDS = 20_000


class Lanes:
    """The n-gram model of one script."""

    def __init__(self, meta: Mapping[str, Any], arrays: Mapping[str, memoryview]) -> None:
        key = f"s{meta['script']}."
        self.names: list[str] = meta["lanes"]
        self.width = len(self.names)
        self.ones = sum(1 << 32 * i for i in range(self.width))
        self._bits: int = meta["bits"]
        self._ids = {chr(c): i for i, c in enumerate(arrays[key + "letters"])}
        self._uni = arrays[key + "uni"]
        self._backoff1 = arrays[key + "backoff"]
        self._bi = [arrays[f"{key}bi.{n}"] for n in ("key", "start", "lane", "cost", "backoff")]
        self._tri = [arrays[f"{key}tri.{n}"] for n in ("key", "start", "lane", "cost")]
        self._rows: dict[str, int] = {}
        self._words: dict[str, tuple[int, int]] = {}

    @property
    def letters(self) -> dict[str, int]:
        """The letters, with what each costs in the lane where it costs least."""
        width = self.width
        return {
            c: min(self._uni[i * width : (i + 1) * width])
            for c, i in self._ids.items()
            if c != BOUND
        }

    def word(self, folded: str) -> tuple[int, int]:
        """The costs of a case-folded word in all lanes, and the least of them."""
        costs = self._words.get(folded)
        if costs is None:
            if len(self._words) >= _CACHED_WORDS:
                self._words.clear()
            vector = self._word(folded)
            costs = self._words[folded] = vector, min(self.unpack(vector))
        return costs

    def _word(self, folded: str) -> int:
        text = BOUND + folded + BOUND
        rows = self._rows
        gram = text[:2]
        total = rows.get(gram) or self._row(gram)
        for i in range(3, len(text) + 1):
            gram = text[i - 3 : i]
            total += rows.get(gram) or self._row(gram)
        return total

    def _row(self, gram: str) -> int:
        if len(self._rows) >= _CACHED_ROWS:
            self._rows.clear()
        row = self._rows[gram] = self._bigram(gram) if len(gram) == 2 else self._trigram(gram)
        return row

    def _vector(self, costs: Sequence[int]) -> int:
        return int.from_bytes(array("I", costs).tobytes(), _ORDER)

    def _bigram(self, gram: str) -> int:
        first, last = (self._ids.get(c) for c in gram)
        if last is None:
            return UNKNOWN * self.ones
        width = self.width
        uni = self._uni[last * width : (last + 1) * width]
        if first is None:
            return self._vector(uni)
        backoff = self._backoff1[first * width : (first + 1) * width]
        costs = [a + b for a, b in zip(uni, backoff, strict=True)]
        keys, start, lane, cost, _ = self._bi
        key = first << self._bits | last
        at = bisect_left(keys, key)
        if at < len(keys) and keys[at] == key:
            for i in range(start[at], start[at + 1]):
                costs[lane[i]] = cost[i]
        return self._vector(costs)

    def _trigram(self, gram: str) -> int:
        pair = self._rows.get(gram[1:]) or self._row(gram[1:])
        ids = self._ids
        a, b, c = (ids.get(x) for x in gram)
        if a is None or b is None or c is None:
            return pair
        keys, start, lane, cost, backoff = self._bi
        key = a << self._bits | b
        at = bisect_left(keys, key)
        if at == len(keys) or keys[at] != key:
            return pair
        costs = array("I", pair.to_bytes(4 * self.width, _ORDER))
        for i in range(start[at], start[at + 1]):
            costs[lane[i]] += backoff[i]
        keys, start, lane, cost = self._tri
        key = key << self._bits | c
        at = bisect_left(keys, key)
        if at < len(keys) and keys[at] == key:
            for i in range(start[at], start[at + 1]):
                costs[lane[i]] = cost[i]
        return int.from_bytes(costs.tobytes(), _ORDER)

    def unpack(self, vector: int) -> array[int]:
        """A vector's lanes as an array of costs."""
        return array("I", vector.to_bytes(4 * self.width, _ORDER))


class Strange:
    """A script without training text: one lane in which every letter costs the same."""

    names: ClassVar[list[str]] = ["*"]

    def word(self, folded: str) -> tuple[int, int]:
        """The cost of a word, twice."""
        cost = STRANGE * len(folded)
        return cost, cost

    def unpack(self, vector: int) -> array[int]:
        """The one lane as an array."""
        return array("Q", [vector])


_ORDER: Literal["little", "big"] = "little" if array("I", [1]).tobytes()[0] else "big"
