"""What formulas, formal proofs and programs are written with.

Greek letters and operators stand at names there (``invβ``, ``gⁿ≡syfⁿ``), and next to each other
(``¬≤``, ``Ω³``), as they do in no sentence. Whatever they were taken for would be a gain.
"""

from __future__ import annotations

import re

from mojifix.plausibility.tokens import SOFT_HYPHEN

SYMBOLS = frozenset("µμπΩΔαβγδεθλρσφω")
"""Greek letters that stand for something: ``10 μs``, ``tenπ``."""
OPERATORS = frozenset("×÷≡≈≠≤≥")
"""Signs that stand between names."""
MATHS = SYMBOLS | OPERATORS | frozenset("∂∆∏∑√∞∫ΣΓΘΛΞΦΨξηζκνχψςτⁿ¹²³")
"""What formulas are written with."""
VARIABLES, NAME = 2, 3
"""Letters of two variables around an operator (``s÷r``), and of a name that a symbol is part of
(``invβ``)."""
_LETTERS, _LETTERS_BEFORE = re.compile(r"[^\W\d_]+"), re.compile(r"[^\W\d_]+$")
FORMAL = MATHS | frozenset("¬→←─∙∘Π∏ℕℤℝ")
"""The same of proofs and programs."""
_CODE = re.compile(r"[=→←↔∀∃λ{}∙∘⊥ℕℤℝ∈∧∨]|\s:\s|::")
"""What hardly stands in sentences."""


def in_word(text: str, start: int, end: int, original: str) -> bool:
    """Would ``original`` be part of a word in the place of ``text[start:end]``, and not of a name?

    ``text`` is one line.
    """
    before, after = _LETTERS_BEFORE.search(text[:start]), _LETTERS.match(text, end)
    around = sum(len(match.group()) for match in (before, after) if match is not None)
    amid = text[start - 1 : start].islower() and text[end : end + 1].islower()
    if not original.isalpha() and (original == SOFT_HYPHEN or _CODE.search(text)):
        return False
    if text[start].isalpha():
        return amid or around > NAME
    return amid and (around > VARIABLES or text[start] not in OPERATORS)


def is_formal(text: str, start: int, end: int, original: str) -> bool:
    """Are these signs of a formula in a line of code, and would nothing become part of a word?"""
    shift = text.rfind("\n", 0, start) + 1
    line = text[shift:].partition("\n")[0]
    return (
        FORMAL.issuperset(text[start:end])
        and _CODE.search(line) is not None
        and not in_word(line, start - shift, end - shift, original)
    )
