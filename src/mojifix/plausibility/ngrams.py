"""Letters: how likely is this word in each language of its script?

Each script has *lanes*, one for each language that is mainly written in it and, where there
are several, one for all of them together (``"*"``). A word is scored in all lanes at once:
``-log P`` in sixteenths of a nat, from trigrams that back off to bigrams and these to
unigrams (interpolated absolute discounting; the training tool has the formulas).

The scores of all lanes travel as one Python integer with 32 bits for each lane, so that adding
two of them is one addition in C. The sums are made by :class:`mojifix.kernel.Grams`.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from mojifix.kernel import Grams
from mojifix.kernel.grams import BOUND, Level

UNKNOWN = 14 * 16
"""A letter that the training text never had in this script: 1 in a million."""
STRANGE = 8 * 16
"""A letter of a script without training text: one of some 100 letters, and a rare script."""

_CACHED_WORDS = 5_000

Tables = tuple[memoryview, int, int, memoryview, memoryview, Level, Level, int]


class Lanes:
    """The n-gram model of one script."""

    def __init__(self, meta: Mapping[str, Any], arrays: Mapping[str, memoryview]) -> None:
        self._key = f"s{meta['script']}."
        self._bits: int = meta["bits"]
        self._arrays = arrays
        self.names: list[str] = meta["lanes"]
        self.width = len(self.names)
        self._letters = arrays[self._key + "letters"]
        self.number = len(self._letters)
        """How many letters the script has, with ``BOUND``."""
        self._words: dict[str, tuple[int, int]] = {}
        self._capped: dict[tuple[str, int], int] = {}

    def __contains__(self, char: str) -> bool:
        """Is it a letter of this script?"""
        return char in self._has

    @cached_property
    def _has(self) -> frozenset[str]:
        return frozenset(map(chr, self._letters)) - {BOUND}

    # Most texts have letters of one or two scripts, and to inflate all of them takes 20 ms.
    @cached_property
    def tables(self) -> Tables:
        """What ``grams`` is made of."""
        key, arrays = self._key, self._arrays
        bi, tri = (
            {n: arrays[f"{key}{order}.{n}"] for n in ("key", "start", "lane", "cost")}
            for order in ("bi", "tri")
        )
        backoff = arrays[key + "bi.backoff"]
        return (
            self._letters, self.width, self._bits, arrays[key + "uni"], arrays[key + "backoff"],
            Level(bi["key"], bi["start"], bi["lane"], bi["cost"], backoff),
            Level(tri["key"], tri["start"], tri["lane"], tri["cost"], ()), UNKNOWN,
        )  # fmt: skip

    @cached_property
    def grams(self) -> Grams:
        """The n-grams."""
        return Grams(*self.tables)

    @cached_property
    def letters(self) -> Mapping[str, int]:
        """The letters, with what each costs in the lane where it costs least."""
        uni, width = self._arrays[self._key + "uni"], self.width
        return {
            chr(c): min(uni[i * width : (i + 1) * width])
            for i, c in enumerate(self._letters)
            if chr(c) != BOUND
        }

    def unpack(self, vector: int) -> array[int]:
        """A vector's lanes as an array of costs."""
        return self.grams.unpack(vector)

    def word(self, folded: str) -> tuple[int, int]:
        """The costs of a case-folded word in all lanes, and the least of them."""
        costs = self._words.get(folded)
        if costs is None:
            if len(self._words) >= _CACHED_WORDS:
                self._words.clear()
            costs = self._words[folded] = self.grams.word(folded)
        return costs

    def capped(self, folded: str, more: int) -> int:
        """The costs of a word in all lanes, none above the least of them by over ``more``."""
        costs = self._capped.get((folded, more))
        if costs is None:
            if len(self._capped) >= _CACHED_WORDS:
                self._capped.clear()
            costs = self._capped[folded, more] = self.grams.capped(folded, more)
        return costs


class Strange:
    """A script without training text: one lane in which every letter costs the same."""

    names: ClassVar[list[str]] = ["*"]
    number = 0

    def word(self, folded: str) -> tuple[int, int]:
        """The cost of a word, twice."""
        cost = STRANGE * len(folded)
        return cost, cost

    def capped(self, folded: str, more: int) -> int:  # noqa: ARG002 - the least is all there is
        """The cost of a word."""
        return STRANGE * len(folded)

    def unpack(self, vector: int) -> array[int]:
        """The one lane as an array."""
        return array("Q", [vector])
