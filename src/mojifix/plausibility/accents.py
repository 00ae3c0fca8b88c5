"""Accents of a word: a Greek one has exactly one, a Spanish or Vietnamese one no two.

An accent says where a word is stressed, or which tone it has, and a word has one place and one
tone. The model of letters looks at three letters at a time and cannot know that there was one
before. So the words of each language were counted by how many accents they have
(``tools/train_words.py``), and here a word costs what that says on top of its letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from unicodedata import normalize

from mojifix.plausibility.format import read
from mojifix.plausibility.model import Plausibility, Profile, load
from mojifix.plausibility.tokens import CAPITALS, LETTER, Token, Word
from mojifix.plausibility.words import PATH

_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")
"""Grave, acute, tilde, hook and dot below, on a vowel. The circumflex and the breve make other
vowels: in Vietnamese, these take a tone besides."""
_VOWELS = frozenset("aeiouyαεηιουω")
MOST = 2
"""Accents that are counted; more are no other matter."""
LONGEST = 3
"""Groups of vowels that are counted; more say nothing else."""


@lru_cache(maxsize=4096)
def _vowel(letter: str) -> str:
    """A letter by its kind: ``V`` for a vowel, ``A`` for one that is stressed or has a tone."""
    parts = normalize("NFD", letter)
    if parts[0] not in _VOWELS:
        return " "
    return "V" if _MARKS.isdisjoint(parts) else "A"


def kind(word: Word) -> tuple[int, int] | None:
    """What a word is counted as: by its groups of vowels, from 0, and its accents.

    None for one without vowels, and for capitals, which people write without accents.
    """
    if word.pattern in (CAPITALS, LETTER):
        return None
    vowels = "".join(map(_vowel, word.folded))
    groups = len(vowels.split())
    return (min(groups, LONGEST) - 1, min(MOST, vowels.count("A"))) if groups else None


class Accents:
    """What the accents of words cost in each language."""

    def __init__(self, model: Plausibility) -> None:
        self._model = model
        self._costs: Mapping[str, list[list[int]]] = read(PATH).meta["accents"]

    def difference(self, tokens: Iterable[Token], profile: Profile) -> int:
        """What the words of a text cost more than their letters do."""
        total = 0
        for token in tokens:
            if isinstance(token, Word) and not token.folded.isascii():
                costs = self._costs.get(self._model.language(profile, token.script))
                counted = kind(token) if costs else None
                if costs and counted:
                    total += costs[counted[0]][counted[1]]
        return total


@lru_cache(maxsize=1)
def accents() -> Accents:
    """The one table, opened when first needed."""
    return Accents(load())
