"""How well does the model know the language of a line?

In a language that it has never met, every word is odd, and many a word is less so with another
letter. What the words without a letter beyond ASCII cost, which no misreading touched, tells how
much of what the others gain is chance.
"""

from __future__ import annotations

from functools import lru_cache

from mojifix.engine.latin import is_latin
from mojifix.plausibility.model import LANE, LATIN, UNIT, load
from mojifix.plausibility.tokens import Word

USUAL = 2.35
"""Nats a letter (with one for the word's end) that running text costs at most. Of lines in 25
languages that the model knows, half cost 2.1 and 90 % less than 2.4; of lines in 18 that it does
not know, half cost more than 2.5."""
FEW = 6.0
"""Nats by which a few letters may cost more, by chance."""
ODDEST = 3.2
"""Nats a letter of a word that count at most: names cost more in any language."""
LETTERS = 12
"""Letters that say something of the language, with one for the end of each word."""
SHORTEST = 3
"""Letters of a word that does."""


LATIN_TEXT = 1.0
"""How foreign Latin is. To its words the model says what it says to those of Interlingua or
Catalan, which have no letters such as it has (``silvâ``, ``filiæ``)."""


@lru_cache(maxsize=64)
def unfamiliar(line: str, suspects: frozenset[str] | None = None) -> float:
    """How foreign a line is: nats a letter that its words cost more than those of a known language.

    Only words count that have none of ``suspects``, or no character beyond ASCII at all; 0 where
    there are too few of these.
    """
    if is_latin(line):
        return LATIN_TEXT
    model = load()
    script = model.scripts[LATIN]
    words = [
        token.folded
        for token in model.tokens(line)
        if isinstance(token, Word) and token.script == LATIN and len(token.folded) >= SHORTEST
    ]
    if suspects is None:
        words = [word for word in words if word.isascii()]
    else:
        words = [word for word in words if suspects.isdisjoint(word)]
    letters = sum(map(len, words)) + len(words)
    if letters < LETTERS:
        return 0.0
    vectors = [script.word(word)[0] for word in words]
    costs = script.unpack(sum(vectors))
    lane = 32 * costs.index(min(costs))
    cost = sum(
        min((vector >> lane & LANE) / UNIT, ODDEST * (len(word) + 1))
        for word, vector in zip(words, vectors, strict=True)
    )
    return max(0.0, (cost - FEW) / letters - USUAL)
