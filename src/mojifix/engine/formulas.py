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
FORMAL = SYMBOLS | OPERATORS | frozenset("∂∆∏∑√∞∫ΣΓΘΛΞΦΨΠξηζκνχψςτⁿ¹²³¬→←─∙∘·ℕℤℝ")
"""What formulas and proofs are written with."""
VARIABLES, NAME = 2, 3
"""Letters of two variables around an operator (``s÷r``), and of a name that a symbol is part of
(``invβ``)."""
AROUND = 200
"""Code points on either side of a place that show what it stands in."""
_LETTERS, _LETTERS_BEFORE = re.compile(r"[^\W\d_]+"), re.compile(r"[^\W\d_]+$")
_CODE = re.compile(r"[=→←↔∀∃λ{}∙∘⊥ℕℤℝ∈∧∨]|\s:\s|::")
"""What hardly stands in sentences."""
_INTACT = re.compile(r"[→←↔∀∃λ∙∘⊥ℕℤℝ∈∧∨≡≟⁻]|(?:^|[\s(])[¬≤≥](?=[\s(]|$)")
"""Signs of formulas, and such as stand by themselves."""


def in_word(text: str, start: int, end: int, original: str) -> bool:
    """Would ``original`` be part of a word at ``text[start:end]``, and not of a name?"""
    before = _LETTERS_BEFORE.search(text[max(0, start - NAME - 1) : start])
    after = _LETTERS.match(text[end : end + NAME + 1])
    around = sum(len(match.group()) for match in (before, after) if match is not None)
    amid = text[start - 1 : start].islower() and text[end : end + 1].islower()
    if not original.isalpha() and (original == SOFT_HYPHEN or is_code(text, start, end)):
        return False
    if text[start].isalpha():
        return amid or around > NAME
    return amid and (around > VARIABLES or text[start] not in OPERATORS)


def is_code(text: str, start: int, end: int) -> bool:
    """Is there what hardly stands in sentences, near this place and in its line?"""
    return _found(_CODE, text, start, end, seen=True)


def _found(pattern: re.Pattern[str], text: str, start: int, end: int, *, seen: bool) -> bool:
    before = text[max(0, start - AROUND) : start].rpartition("\n")[2]
    after = text[end : end + AROUND].partition("\n")[0]
    return pattern.search(f"{before}{text[start:end] if seen else ' '}{after}") is not None


def is_formal(text: str, start: int, end: int, original: str) -> bool:
    """Are these signs of a formula beside others, and would nothing become part of a word?

    The others are what UTF-8 that was misread would not have left as they are: ``25¬∞C`` in a page
    of HTML is no formula, nor is ``aqu√≠``.
    """
    if not FORMAL.issuperset(text[start:end]):
        return False
    beside = text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()
    return not (original.isalpha() and beside) and _found(_INTACT, text, start, end, seen=False)
