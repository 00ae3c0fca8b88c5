"""Words that an apostrophe joins: ``it’s``, ``l’eau``, ``rock’n’roll``.

The model of shapes sees two words with a sign between them, and takes any two. But what stands
before or after an apostrophe is nearly always one of a few parts that the language has for it.
They, and the usual words of this kind, were counted (``tools/train_joints.py``), with straight and
curly apostrophes alike. Here such a word costs what it costs in running text, a word with such a
part what these cost, and a word with none of them as much as such words are rare.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mojifix.plausibility.format import shipped
from mojifix.plausibility.model import Plausibility, Profile, load
from mojifix.plausibility.quotation import MARKS
from mojifix.plausibility.tokens import NUMBER, Token, Word

if TYPE_CHECKING:
    from os import PathLike

APOSTROPHES = frozenset("’'ʼ")
JOINING = APOSTROPHES | MARKS
"""Quotation marks between two letters are slips for apostrophes."""
SHORT = 2
COMMON = 8 * 16
"""Letters and cost of a part after an apostrophe that shows one wherever it stands."""
PLAIN = 6 * 16
"""What an unheard of apostrophe after a whole word costs on top: those that were counted as
``other`` stand in names, and behind short parts (``O’Brien``). With 4 nats, before whole words
only, more of the dashes set solid (``refused—so``) are left: with the price of a dagger, 82 of
1,165 damaged sentences of documents came out wrong, now 69."""
DECADE = 2 * 16
"""What a part of a word costs on top after a number. A judgment: most numbers have none."""
MISPLACED = 3 * 16
"""What a quotation mark between two letters costs on top of an unheard of apostrophe: a slip."""
_PATH = shipped("joints.json")
UNHEARD_OF = 12 * 16
"""What a word with an apostrophe costs in a language that was never seen to have one."""


class _Language(NamedTuple):
    words: dict[str, int]
    before: dict[str, int]
    after: dict[str, int]
    other: int


_NONE = _Language({}, {}, {}, UNHEARD_OF)


class Joints:
    """What the languages join."""

    def __init__(self, model: Plausibility, path: str | PathLike[str] = _PATH) -> None:
        self._model = model
        self._by_word: dict[str, dict[str, int]] | None = None
        with open(path, encoding="ascii") as file:
            read = json.load(file)
        self._languages = {
            name: _Language(found["words"], found["before"], found["after"], found["other"])
            for name, found in read.items()
        }

    def joins(self, before: str, after: str, language: str) -> bool:
        """Does the language join two (case-folded) parts by an apostrophe?"""
        found = self._languages.get(language, _NONE)
        return f"{before}'{after}" in found.words or after in found.after or before in found.before

    def languages(self, word: str) -> Mapping[str, int]:
        """The languages that have a word with an apostrophe, with what it costs in each."""
        if self._by_word is None:
            self._by_word = {}
            for name, found in self._languages.items():
                for whole, cost in found.words.items():
                    self._by_word.setdefault(whole, {})[name] = cost
        return self._by_word.get(word, {})

    @property
    def parts(self) -> tuple[frozenset[str], frozenset[str]]:
        """Whole words with a straight apostrophe, and short parts after one, in any language."""
        words = frozenset(word for found in self._languages.values() for word in found.words)
        tails = frozenset(
            tail
            for found in self._languages.values()
            for tail, cost in found.after.items()
            if len(tail) <= SHORT and cost <= COMMON
        )
        return words, tails

    def difference(self, tokens: Sequence[Token], profile: Profile) -> int:
        """By how much the apostrophes of a text make it cost more, or less, than the model says."""
        return sum(
            self.between(tokens[i - 1], tokens[i], tokens[i + 1], profile)
            for i in range(1, len(tokens) - 1)
            if tokens[i] in JOINING
        )

    def between(self, before: Token, sign: Token, after: Token, profile: Profile) -> int:
        """The same of one of the ``JOINING`` signs."""
        if isinstance(after, Word):
            if isinstance(before, Word):
                return self._difference(sign, before, after, profile)
            if before == NUMBER and sign in APOSTROPHES:
                return self._of_number(sign, after, profile)
        return 0

    def _of_number(self, sign: Token, after: Word, profile: Profile) -> int:
        """The same of an apostrophe after a number (``the 1990’s``)."""
        model = self._model
        shapes = model.shapes
        found = self._languages.get(model.language(profile, after.script), _NONE)
        if after.folded not in found.after:
            return 0
        middle = shapes.number(sign)
        counted = shapes.pair(shapes.number(NUMBER), middle)
        counted += shapes.pair(middle, shapes.number(after)) + model.word_cost(after, profile)
        return min(0, found.after[after.folded] + DECADE - counted)

    def _difference(self, sign: Token, before: Word, after: Word, profile: Profile) -> int:
        model = self._model
        shapes = model.shapes
        found = self._languages.get(model.language(profile, before.script), _NONE)
        middle = shapes.number(sign)
        counted = shapes.pair(shapes.number(before), middle)
        counted += shapes.pair(middle, shapes.number(after))
        left, right = model.word_cost(before, profile), model.word_cost(after, profile)
        counted += left + right
        least = found.other + left + right
        if len(before.folded) > SHORT:
            least += PLAIN
        if sign not in APOSTROPHES:
            return max(least + MISPLACED - counted, 0)
        if before.folded in found.before:
            least = min(least, found.before[before.folded] + right)
        if after.folded in found.after:
            least = min(least, found.after[after.folded] + left)
        whole = found.words.get(f"{before.folded}'{after.folded}", least)
        return min(least, whole) - counted


@lru_cache(maxsize=1)
def joints() -> Joints:
    """The one table, read when first needed."""
    return Joints(load())
