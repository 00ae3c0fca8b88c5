"""What formulas, proofs and programs are written with."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.formulas import in_word, is_formal


@pytest.mark.parametrize(
    ("text", "char", "original", "expected"),
    [
        ("a schφn b", "φ", "ö", True),
        ("deranjeazπ", "π", "ă", True),
        ("f(invβ)", "β", "â", False),
        ("s÷r", "÷", "ö", False),
        ("gr÷sser", "÷", "ö", True),
        ("fⁿr alle", "ⁿ", "ü", True),
        ("gⁿ/1", "ⁿ", "ü", False),
        ("sym≡flip", "≡", "\xad", False),
        ("(sym≡flip P) = x", "≡", "”", False),
    ],
)
def test_in_word(text: str, char: str, original: str, *, expected: bool) -> None:
    at = text.index(char)
    assert in_word(text, at, at + 1, original) == expected


@pytest.mark.parametrize(
    ("text", "seen", "original", "expected"),
    [
        ("x ¬≤ y ≡ z", "¬≤", "²", True),
        ("prose\nx ¬≤ y → z\nmore", "¬≤", "²", True),
        ("x ¬≤ y\nz → 1", "¬≤", "²", False),  # nothing of it in its line
        ('temp = "25¬∞C"', "¬∞", "°", False),  # ASCII says nothing
        ("→ word¬©", "¬©", "©", False),  # a sign that no formula has
        ('→ "aqu√≠"', "√≠", "í", False),  # the end of a word
    ],
)
def test_is_formal(text: str, seen: str, original: str, *, expected: bool) -> None:
    at = text.index(seen)
    assert is_formal(text, at, at + len(seen), original) == expected


@pytest.mark.parametrize("text", ['temp = "25°C"', "<p>50 m²</p>", '<a href="x">aquí</a>'])
def test_signs_of_formulas_in_markup_are_damage(text: str) -> None:
    """Mac Roman shows them in signs of formulas, and ``=`` is no formula."""
    assert mojifix.fix(mojifix.damage(text, "utf-8>mac-roman")) == text


@pytest.mark.parametrize("text", ["男", "Я", "山"])
def test_a_letter_by_itself_may_be_damage(text: str) -> None:
    assert mojifix.fix(mojifix.damage(text, "utf-8>windows-1252")) == text
