"""Text as a sequence of tokens: words, numbers, and every other character for itself.

A word is a longest run of letters of one script with the marks that join them. What the
letters are is the business of the n-gram model; here only the word's *shape* counts: its
script and its pattern of capitals. A run of ASCII digits is one token. So ``“Café 24”`` is
``“``, a Latin word in title case, a space, a number, ``”``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from mojifix.kernel import COMPILED
from mojifix.plausibility.chars import FIRST_OTHER, LOWER, MARK, UPPER, CharTable

# Patterns of capitals.
SMALL, LETTER, TITLE, CAPITALS, MIXED = range(5)
PATTERNS = 5


NUMBER = "0"
"""Stands for any run of ASCII digits."""
SOFT_HYPHEN = "\u00ad"

LONGEST = 4096
"""Letters of a word; a longer one goes on in the next token, so that costs stay in their lanes."""


class Word(NamedTuple):
    """A word's shape and letters.

    ``breaks`` counts what a plain word has not: capitals that follow a small letter, and, twice,
    soft hyphens between letters, which don't end a word and are no letters of it.
    """

    script: int
    pattern: int
    folded: str
    breaks: int


Token = Word | str
"""A word, or a single character that is none (``"0"`` stands for any run of ASCII digits)."""


def tokenizer(table: CharTable) -> Callable[[str], list[Token]]:
    """A function that does what :func:`tokenize` does, compiled if the kernel is."""
    if COMPILED:
        from mojifix.kernel._tokens import Tokenizer

        return Tokenizer(table.__getitem__, Word, FIRST_OTHER, MARK, LONGEST)
    return partial(tokenize, table=table)


def tokenize(text: str, table: CharTable) -> list[Token]:
    """Split a text into tokens. Every character belongs to one of them."""
    tokens: list[Token] = []
    script = -1
    folded: list[str] = []
    cases: list[int] = []
    hyphens = 0
    for i, char in enumerate(text):
        cls, fold, case = table[char]
        if cls < FIRST_OTHER:
            if folded and (cls != script or len(folded) >= LONGEST):
                tokens.append(_word(script, folded, cases, hyphens))
                folded, cases, hyphens = [], [], 0
            script = cls
            folded.append(fold)
            cases.append(case)
            continue
        if folded:
            if cls == MARK:
                folded.append(fold)
                continue
            if char == SOFT_HYPHEN and i + 1 < len(text) and table[text[i + 1]].cls == script:
                hyphens += 2
                continue
            tokens.append(_word(script, folded, cases, hyphens))
            folded, cases, hyphens = [], [], 0
        if "0" <= char <= "9":
            if not tokens or tokens[-1] != NUMBER:
                tokens.append(NUMBER)
        else:
            tokens.append(char)
    if folded:
        tokens.append(_word(script, folded, cases, hyphens))
    return tokens


def _word(script: int, folded: list[str], cases: list[int], breaks: int) -> Word:
    uppers = cases.count(UPPER)
    if not uppers:
        pattern = SMALL
    elif uppers == len(cases):
        pattern = LETTER if uppers == 1 else CAPITALS
    elif cases[0] == UPPER and uppers == 1:
        pattern = TITLE
    else:
        pattern = MIXED
        breaks += sum(1 for before, after in pairwise(cases) if before == LOWER and after == UPPER)
    return Word(script, pattern, "".join(folded), breaks)
