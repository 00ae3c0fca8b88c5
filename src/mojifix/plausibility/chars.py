"""What kind of character is this? One table for the trainer and the runtime.

A character is a *letter* of a script (marks that belong to it included), a *mark* that joins
the letter before it whatever its script, or neither. The table is made of ranges taken from
the Unicode character database at training time and shipped in the model's file, because
:mod:`unicodedata` differs between Python versions and a score must not.

Case folding is the model's own, one character to one character: final sigma counts as sigma,
so that TEXT IN CAPITALS meets the statistics of text in lower case. Turkish dotted capital I is
a letter of its own: as an i it would be a word in a dozen languages.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

LOWER, UPPER, CASELESS = 0, 1, 2

MARK = 254
"""Class of marks and joiners that take the script of the letter before them."""
FIRST_OTHER = 200
"""Classes from here on (but for ``MARK``) are those of non-letters; below are the scripts."""


class Info(NamedTuple):
    """What the model knows of one character."""

    cls: int
    folded: str
    case: int


class CharTable(dict[str, Info]):
    """Character to :class:`Info`, filled as characters are met."""

    def __init__(
        self, starts: Sequence[int], classes: Sequence[int], folds: Mapping[str, tuple[str, int]]
    ) -> None:
        super().__init__()
        self._starts = starts
        self._classes = classes
        self._folds = folds

    def __missing__(self, char: str) -> Info:
        cls = self._classes[bisect_right(self._starts, ord(char)) - 1]
        folded, case = self._folds.get(char, (char, CASELESS))
        info = Info(cls, folded, case)
        self[char] = info
        return info
