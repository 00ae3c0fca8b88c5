"""What a scanner asks about characters, and the constants that it decides by."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mojifix.kernel.grams import Grams

SIGN, LETTER, MARK, SYLLABLE = range(4)
"""Kinds of characters: no letter; a letter with neighbors that matter; what belongs to the letter
before it; a letter of a script that has so many of them that each counts by itself."""


class Kind(NamedTuple):
    """What a character is."""

    kind: int
    script: int
    """From 0 to 255; only of letters and syllables."""
    case: int
    """0 for small, 1 for capital, 2 for neither."""
    folded: str
    """The character as it stands in the tables of n-grams."""
    shape: int
    """From 0 to 65,534: characters of one shape are odd beside the same neighbors."""


class Policy(NamedTuple):
    """What a scanner is made of. All costs are in the unit of the tables of n-grams."""

    kind: Callable[[str], Kind]
    """What a character is. Asked once for each."""
    pair: Callable[[int, int], int]
    """By how much neighbors of two shapes are odd of which one is no letter and one is not ASCII.
    Asked once for each two."""
    grams: Callable[[int], Grams | None]
    """The n-grams of a script, asked for once; letters of a script without any cost nothing."""
    plain: int
    """The script of ASCII letters: those of others are all worth a look."""
    joined: frozenset[int]
    """Scripts that people write side by side without a space."""
    usual: int
    """What a letter may cost after two others."""
    usual_syllable: int
    """What a syllable may cost by itself."""
    spread: int
    """How odd each letter of another script than ``plain`` may be, on the average of a stretch:
    rare words are odd here and there, damage all over."""
    sparse: int
    """How odd each of them may be then, on the average of the text, before any of it counts."""
    dense: int
    """How odd each of them is, on the average of a stretch that counts in any case."""
    change: int
    """How odd it is that two scripts meet inside of a word. ``plain`` letters may meet those of a
    joined script, and ASCII signs and digits any letters, where ``plain`` is not what most of the
    text is written in."""
    rise: int
    """How odd a capital is after a small letter, if one of them is not ASCII."""
    enclosed: int
    """How odd a sign is between two capitals, if it and the one before it are not ASCII."""
    minor: int
    """How odd a few letters of one script are in a text of another."""
    few: int
    """So many letters are a few."""
    limit: int
    """Up to here, all oddities of a text together are nothing."""
    flagged: int
    """From here on a stretch is reported."""
    quiet: frozenset[str]
    """Signs that people put anywhere, and that no two of are what is seen of one letter."""
    loud: int
    """From here on they stir, where nothing else is odd."""
