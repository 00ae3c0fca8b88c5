"""Everything around the letters: capitals, spaces, quotation marks, signs, numbers, emoji.

One bigram model of token shapes (see :mod:`mojifix.plausibility.tokens`), pooled over all
languages: without pooling, each ``€`` and ``‘`` in a language whose training text lacks it
would look like damage. A character that was too rare in training to count for itself counts
as its class (currency, emoji, box drawing …) and pays for being one of many.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mojifix.plausibility.chars import FIRST_OTHER, CharTable
from mojifix.plausibility.tokens import PATTERNS, Token, Word

END = 0
"""The shape of either end of a text."""

ALIKE = {"״": '"', "׳": "'", "־": "-", "׃": ":"}
"""Marks of Hebrew by what most people type for them. The training text has them too seldom to tell
where they stand: ``״את״`` cost 60 nats."""

BREAK = 4 * 16
"""A capital after a small letter inside a word, or a soft hyphen (DESIGN, section 7)."""


class Shapes:
    """The bigram model of token shapes."""

    def __init__(
        self, meta: Mapping[str, Any], arrays: Mapping[str, memoryview], table: CharTable
    ) -> None:
        self._table = table
        self._habits: Sequence[int] = meta["habits"]
        self._scripts = len(self._habits)
        self._changes = arrays["scripts.cost"]
        sizes = meta["shapes"]
        self._first_class: int = sizes["first_class"]
        self._first_char: int = sizes["first_char"]
        self._size: int = sizes["size"]
        self._ids: dict[str, int] = {
            chr(c): self._first_char + i for i, c in enumerate(arrays["shapes.char"])
        }
        self.own: Mapping[str, int] = dict(self._ids)
        """The characters that count for themselves, and their shapes."""
        self._ids |= {char: self._ids[like] for char, like in ALIKE.items() if like in self._ids}
        self._uni = arrays["shapes.uni"]
        self._spread = arrays["shapes.spread"]
        self._backoff = arrays["shapes.backoff"]
        self._pairs = dict(zip(arrays["shapes.key"], arrays["shapes.cost"], strict=True))

    def characters(self) -> dict[str, int]:
        """The same characters, with what each costs out of context."""
        return {c: self._uni[i] for c, i in self.own.items()}

    def number(self, token: Token) -> int:
        """The shape of a token."""
        if isinstance(token, Word):
            return 1 + self._habits[token.script] * PATTERNS + token.pattern
        number = self._ids.get(token)
        if number is None:
            number = self._first_class + self._table[token].cls - FIRST_OTHER
            self._ids[token] = number
        return number

    def habits(self, number: int) -> int:
        """The habits of the script of a word's shape; -1 of what is no word."""
        return (number - 1) // PATTERNS if END < number < self._first_class else -1

    def pair(self, before: int, after: int) -> int:
        """``-log P(after | before)`` in sixteenths of a nat."""
        key = before * self._size + after
        cost = self._pairs.get(key)
        if cost is None:
            cost = self._backoff[before] + self._uni[after]
            self._pairs[key] = cost
        return cost + self._spread[after]

    def change(self, before: int, after: int) -> int:
        """What it costs that a word of script ``after`` follows one of script ``before``."""
        return self._changes[before * self._scripts + after]
