"""What a sibling says, and when that counts as the same passage.

A passage is the same when so much agrees that chance is ruled out: at least four words, and so
many bits that an index of this size would hold such a place by chance once in a hundred times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mojifix.siblings.index import Index
from mojifix.siblings.quotation import quote
from mojifix.siblings.words import PIECE, fold, weight

WORDS = 4.0
_MARGIN = 7.0
"""Bits above chance: 2 to the 7th is about a hundred."""

_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Witness:
    """What a sibling has in the place of a damaged stretch."""

    text: str
    """What stands there, in the sibling."""
    accepted: bool
    """It replays to the damaged stretch (it passed the test that the caller gave)."""
    words: float
    """Words around it that agree (a Han or Thai character counts 0.4)."""
    bits: float
    """What their agreement says, in bits."""
    both_sides: bool
    """Words agree on both sides, or on one and the sentence ends on the other in both texts.
    Otherwise the passage goes on differently on one side."""
    number: int
    """Which sibling, from 0."""
    sibling: str
    """Its name."""
    start: int
    end: int
    """Code points of ``text`` in the sibling."""
    quotation: str
    """The place with some words around."""
    quotation_start: int
    quotation_end: int
    """Code points of the quotation in the sibling."""


def enough(index: Index, words: float, bits: float) -> bool:
    """So many words that say so many bits do not agree by chance."""
    return words >= WORDS and bits >= index.bits_of_chance + _MARGIN


def witness(
    index: Index,
    number: int,
    stretch: tuple[int, int],
    *,
    words: float,
    bits: float,
    accepted: bool,
    both: bool,
) -> Witness:
    """The testimony of a sibling, with its quotation."""
    start, end = stretch
    text = index.texts[number]
    first, last = quote(text, start, end)
    return Witness(
        text=text[start:end],
        accepted=accepted,
        words=words,
        bits=bits,
        both_sides=both,
        number=number,
        sibling=index.names[number],
        start=start,
        end=end,
        quotation=text[first:last],
        quotation_start=first,
        quotation_end=last,
    )


def verbatim(index: Index, text: str) -> Iterator[Witness]:
    """Siblings that have a whole text as it is, if that is long enough to be a passage.

    Blanks of one kind stand for those of another.
    """
    folded = fold(text)
    pieces = PIECE.findall(folded)
    words = sum(map(weight, pieces))
    bits = sum(map(index.bits, pieces))
    if not enough(index, words, bits):
        return
    key, offset = index.rarest(folded)
    wanted = _one_blank(text)
    for number, place in index.places(key):
        start, end = place - offset, place - offset + len(text)
        if start >= 0 and _one_blank(index.texts[number][start:end]) == wanted:
            yield witness(
                index, number, (start, end), words=words, bits=bits, accepted=True, both=True
            )


def _one_blank(text: str) -> str:
    return _BLANK.sub(" ", text)
