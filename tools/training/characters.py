"""What kind of character is each code point? Made from :mod:`unicodedata`, once, for the model.

The tables travel in the model's file, because the Unicode character database differs between
Python versions and a score must not; ``mojifix.plausibility.chars`` reads them.
"""

from __future__ import annotations

import unicodedata
from array import array
from typing import NamedTuple

from mojifix.plausibility.chars import FIRST_OTHER, LOWER, MARK, UPPER

HAN = "HAN"
_MERGED = dict.fromkeys(
    ("CJK", "HIRAGANA", "KATAKANA", "BOPOMOFO", "IDEOGRAPHIC", "KATAKANA-HIRAGANA", "VERTICAL"), HAN
)
# Letters by category that people use as symbols: ordinals, units, mathematical alphabets.
_SYMBOLIC = {
    "FEMININE", "MASCULINE", "MICRO", "ANGSTROM", "KELVIN", "OHM", "MATHEMATICAL", "SCRIPT",
    "DOUBLE-STRUCK", "BLACK-LETTER", "TURNED", "INFORMATION", "EULER", "ALEF", "BET", "GIMEL",
    "DALET", "PLANCK",
}  # fmt: skip
_OTHERS = (
    "space", "c0", "c1", "format", "private", "unassigned", "surrogate", "digit", "number", "dash",
    "bracket", "punctuation", "math", "currency", "modifier", "emoji", "symbol", "box",
    "letterlike", "replacement", "noncharacter",
)  # fmt: skip
OTHER = {name: FIRST_OTHER + i for i, name in enumerate(_OTHERS)}
"""The classes of what is no letter, by name; their order is that of the model's file."""
_BY_CATEGORY = {
    "Zs": "space", "Zl": "space", "Zp": "space", "Cf": "format", "Co": "private",
    "Cn": "unassigned", "Cs": "surrogate", "Nd": "digit", "Nl": "number", "No": "number",
    "Pd": "dash", "Pc": "dash", "Ps": "bracket", "Pe": "bracket", "Pi": "bracket",
    "Pf": "bracket", "Po": "punctuation", "Sm": "math", "Sc": "currency", "Sk": "modifier",
}  # fmt: skip
JOINERS = {0x200C, 0x200D}


def classify(cp: int, scripts: dict[str, int]) -> int:
    """The class of a code point; meets new scripts as it goes."""
    char = chr(cp)
    category = unicodedata.category(char)
    if cp in JOINERS:
        return MARK
    if category[0] in "LM":
        first = unicodedata.name(char, "CJK").split()[0]
        if first in ("COMBINING", "VARIATION", "MODIFIER", "ENCLOSING"):
            return MARK
        if first in _SYMBOLIC:
            return OTHER["letterlike"]
        return scripts.setdefault(_MERGED.get(first, first), len(scripts))
    if category == "Cc":
        return OTHER["c0" if cp < 0x80 else "c1"]
    if cp == 0xFFFD:
        return OTHER["replacement"]
    if category == "Cn" and (cp & 0xFFFE == 0xFFFE or 0xFDD0 <= cp <= 0xFDEF):
        return OTHER["noncharacter"]
    if category == "So":
        if cp >= 0x1F000 or 0x2600 <= cp <= 0x27BF or 0x2B00 <= cp <= 0x2BFF:
            return OTHER["emoji"]
        return OTHER["box" if 0x2500 <= cp <= 0x259F else "symbol"]
    return OTHER[_BY_CATEGORY[category]]


class Characters(NamedTuple):
    """The tables of all code points."""

    starts: array[int]
    """First code point of each range."""
    classes: array[int]
    """Class of each range: a script's number, or one of ``OTHER`` or ``MARK``."""
    folds: dict[str, tuple[str, int]]
    """Letter to its folded form and its case, for letters that have case."""
    scripts: list[str]
    """Names of the scripts, in the order of their numbers."""

    def arrays(self) -> dict[str, array[int]]:
        """The tables as they stand in the model's file."""
        letters = sorted(self.folds)
        return {
            "chars.start": self.starts,
            "chars.class": self.classes,
            "folds.from": array("I", map(ord, letters)),
            "folds.to": array("I", (ord(self.folds[c][0]) for c in letters)),
            "folds.case": array("B", (self.folds[c][1] for c in letters)),
        }


def character_tables() -> Characters:
    """Classify and fold all code points."""
    scripts = {"LATIN": 0, "CYRILLIC": 1, "GREEK": 2}
    starts, classes = array("I"), array("B")
    folds: dict[str, tuple[str, int]] = {}
    for cp in range(0x110000):
        cls = classify(cp, scripts)
        if not classes or classes[-1] != cls:
            starts.append(cp)
            classes.append(cls)
        if cls < FIRST_OTHER:
            char = chr(cp)
            lower = char.lower()
            if char == "İ":  # Turkish; as an i it would be a word in a dozen languages
                folds[char] = (char, UPPER)
            elif char == "ς":
                folds[char] = ("σ", LOWER)
            elif len(lower) == 1 and lower != char:
                folds[char] = (lower, UPPER)
            elif len(char.upper()) > 1 or char.upper() != char:
                folds[char] = (char, LOWER)
    assert len(scripts) < FIRST_OTHER
    return Characters(starts, classes, folds, list(scripts))
