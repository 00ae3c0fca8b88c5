"""Characters that stand where nobody puts them.

What a line may have been is told by what its letters cost; but a quotation mark, a sign or a
capital inside of a word is no better for being a common character.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_WITHIN = re.compile(r"(?<=[^\W\d_])[“”„‘‚«»‹›](?=[^\W\d_])")
_BESIDE = re.compile(
    r"(?<=[^\W\d_])[÷×±¬■□]|(?<=[^\W\d_]{4})[¹²³¼½¾]|(?<=[^\W\d_])[¹²³¼½¾](?=[^\W\d_])"
    "|\u00a0 | \u00a0"
)
"""Signs that stand beside numbers and units, beside words (``meiiⁿ`` as ``meii³``); and an NBSP
that is beside a blank."""
_OTHERS = "[\u0370-\u03a8\u03aa-\u03bb\u03bd-\u03bf\u03c1-\u0669\u0671-\u06ef\u0e01-\u0e5b]"
_LETTERS = "A-HJ-Za-hj-z\u00c0-\u024f"  # Ukrainian is typed with the i of ASCII.
_MIXED = re.compile(
    f"(?<=[{_LETTERS}]){_OTHERS}{{1,2}}(?!{_OTHERS})|(?<!{_OTHERS}){_OTHERS}{{1,2}}(?=[{_LETTERS}])"
)
"""A letter or two of another script in a word: but for signs of units, nobody writes that."""
_UNSPACED = "\u2e80"
"""Where Chinese, Japanese and Korean begin, which have no spaces around quotation marks."""
_AMID = re.compile(r"(?<=[^\W\d_])[^\x00-\x7f](?=[^\W\d_])")
_ANY_CASE = "ßı"
"""Small letters that people put amid capitals (``STRAßE``), or whose capital is ASCII."""


class Misplaced(NamedTuple):
    """How many characters stand within a word that never do."""

    marks: int
    """Quotation marks, other signs, and letters of another script."""
    cases: int
    """Capitals beyond ASCII between two small letters, and the other way round."""

    def worse(self, other: Misplaced) -> bool:
        """Are there more of them? A mark is no better than a capital was."""
        return self.marks > other.marks or sum(self) > sum(other)


def misplaced(text: str) -> Misplaced:
    """What a text has of them."""
    cases = 0
    for match in _AMID.finditer(text):
        before, char, after = text[match.start() - 1], match.group(), text[match.end()]
        if char.isupper():
            cases += before.islower() and after.islower()
        elif char.islower() and char not in _ANY_CASE:
            cases += before.isupper() and after.isupper()
    marks = sum(
        max(text[match.start() - 1], text[match.end()]) < _UNSPACED
        for match in _WITHIN.finditer(text)
    )
    marks += len(_BESIDE.findall(text)) + len(_MIXED.findall(text))
    return Misplaced(marks, cases)
