"""Words that an apostrophe joins."""

from __future__ import annotations

import pytest

from mojifix.plausibility.joints import joints
from mojifix.plausibility.model import load


def difference(text: str, language: str) -> int:
    """What apostrophes change in what a text costs, in the language of a sentence."""
    model = load()
    profile = model.profile(model.totals(model.tokens(language), {}))
    return joints().difference(model.tokens(text), profile)


@pytest.mark.parametrize(
    ("word", "language"), [("didn't", "en"), ("c'est", "fr"), ("l'acqua", "it")]
)
def test_usual_words_are_known_by_language(word: str, language: str) -> None:
    assert language in joints().languages(word)


def test_other_words_are_nobodys() -> None:
    assert not joints().languages("dudn't")


def test_a_joint_costs_less_than_two_words() -> None:
    assert difference("it’s", "This is what we all know of it.") < 0


def test_a_part_after_a_number_costs_less_where_the_language_has_it() -> None:
    english = "This is what we all know of it."
    assert difference("1990’s", english) < 0
    assert difference("1990’x", english) == 0
    assert difference("1990’s", "Wir haben davon noch nichts gehört.") >= difference(
        "1990’s", english
    )
