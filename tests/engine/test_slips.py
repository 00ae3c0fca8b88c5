"""What reads better as a slip of an accent is no loss."""

from __future__ import annotations

import pytest

import mojifix


@pytest.mark.parametrize(
    "text", ["nâo", "Eu nâo sei", "Nâo sei o que dizer.", "yhteensâ", "inmheânacha"]
)
def test_another_accent_makes_a_word(text: str) -> None:
    assert mojifix.fix(text) is text


@pytest.mark.parametrize(
    ("text", "original"),
    [("itâs", "it’s"), ("câest bon", "c’est bon"), ("sâil", "s’il"), ("câera", "c’era")],
)
def test_no_accent_makes_a_better_word(text: str, original: str) -> None:
    assert mojifix.fix(text) == original


def test_many_words_are_no_slips() -> None:
    text = "Nâest-ce pas ce quâil nâa jamais dit, et quâil nâo dirait pas ?"
    assert "n’o" in mojifix.fix(text)
