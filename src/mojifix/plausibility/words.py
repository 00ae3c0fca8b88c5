"""Usual words: ``это`` is one of Russian, ``сто`` is hardly.

The model of letters thinks little more of a word that everybody writes than of one that only looks
like it, and where a letter was lost, two such words are all that is left to choose from. So each
language's commonest words beyond ASCII were counted (``tools/train_words.py``). Here they cost what
they cost in running text, if that is less than what their letters do.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from mojifix.plausibility.format import read, shipped
from mojifix.plausibility.model import Plausibility, Profile, load
from mojifix.plausibility.tokens import Token, Word

if TYPE_CHECKING:
    from os import PathLike

PATH = shipped("words.bin")


class UsualWords:
    """The usual words of all languages, each language's read when first needed."""

    def __init__(self, model: Plausibility, path: str | PathLike[str] = PATH) -> None:
        self._model = model
        self._arrays = read(path).arrays
        self._languages: dict[str, dict[str, int]] = {}

    def of(self, language: str) -> dict[str, int]:
        """What the usual words of a language cost, in sixteenths of a nat."""
        found = self._languages.get(language)
        if found is None:
            found = {}
            if language in self._arrays:
                for line in bytes(self._arrays[language]).decode().split("\n"):
                    cost, *words = line.split(" ")
                    found.update(dict.fromkeys(words, int(cost)))
            self._languages[language] = found
        return found

    def difference(self, tokens: Iterable[Token], profile: Profile) -> int:
        """By how much less the usual words of a text cost than the model says."""
        model = self._model
        total = 0
        for token in tokens:
            if isinstance(token, Word) and not token.folded.isascii():
                usual = self.of(model.language(profile, token.script)).get(token.folded)
                if usual is not None:
                    total += min(0, usual - model.word_cost(token, profile))
        return total


@lru_cache(maxsize=1)
def usual_words() -> UsualWords:
    """The one table, opened when first needed."""
    return UsualWords(load())
