"""How many accents the words of a language have, and what another number would cost."""

from __future__ import annotations

import math
from collections import Counter

from mojifix.plausibility.accents import LONGEST, MOST, kind
from mojifix.plausibility.tokens import Word

from .costs import STEP

LEAST = 2_000
"""Words of a length that must have been seen."""
SURE = 1.0
"""Nats from which on a number of accents says something that the letters do not."""
HIGHEST = 6.0
"""Nats for what was never seen, at most: the words are a few ten thousand."""


class Tally:
    """The words of one language, by their length and their accents."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[int, int]] = Counter()

    def add(self, word: Word) -> None:
        """Count a word."""
        counted = kind(word)
        if counted:
            self._counts[counted] += 1

    def costs(self) -> list[list[int]] | None:
        """By length and accents, what that costs in sixteenths of a nat; None if it says nothing.

        It says how much rarer words with so many are than if each letter had its accent or not
        whatever the others have, as letters that are looked at a few at a time seem to.
        """
        found = [
            [self._cost(length, number) for number in range(MOST + 1)] for length in range(LONGEST)
        ]
        return found if any(map(any, found)) else None

    def _cost(self, length: int, number: int) -> int:
        counts = [self._counts[length, n] for n in range(MOST + 1)]
        total = sum(counts)
        mean = sum(n * count for n, count in enumerate(counts)) / max(total, 1)
        if total < LEAST or not mean or number == 1:  # Of one, that two are common says nothing.
            return 0
        some = [math.exp(-mean) * mean**n / math.factorial(n) for n in range(MOST)]
        expected = [*some, 1 - sum(some)][number] * total
        if expected < 1.0:
            return 0
        rarer = math.log(expected / (counts[number] + 0.5))
        return round(min(rarer, HIGHEST) * STEP) if rarer >= SURE else 0
