"""What formulas, proofs and programs are written with."""

from __future__ import annotations

import pytest

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
        ("x ¬≤ y = z", "¬≤", "²", True),
        ("prose\nx ¬≤ y = z\nmore", "¬≤", "²", True),
        ("x ¬≤ y\nz = 1", "¬≤", "²", False),  # no code in its line
        ("word¬© = z", "¬©", "©", False),  # a sign that no formula has
        ('s = "Espa√±a"', "√±", "ñ", False),
    ],
)
def test_is_formal(text: str, seen: str, original: str, *, expected: bool) -> None:
    at = text.index(seen)
    assert is_formal(text, at, at + len(seen), original) == expected
