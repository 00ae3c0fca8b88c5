"""Which language a line of which a few words may be damaged is in."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.belief import Belief, line_profile
from mojifix.plausibility.model import load


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("She didnât care.", "en"),
        ("Itâs nice.", "en"),
        ("Youâre right", "en"),
        ("Câest vrai", "fr"),
        ("Il n'y a pas de quoi s'inquiéter.", "fr"),
        ("Cei doi copii au plecat în grădină.", "ro"),
    ],
)
def test_a_letter_in_the_place_of_an_apostrophe_chooses_no_other_one(
    line: str, language: str
) -> None:
    model = load()
    assert model.language(line_profile(model.tokens(line), model)) == language


def test_a_few_letters_do_not_tell_the_language() -> None:
    """What is left of ``Русский`` may be Ukrainian, and the word itself is Russian."""
    model = load()

    def costs(line: str) -> tuple[int, int]:
        belief = Belief(model, line_profile(model.tokens(line), model))
        one, other = (belief.cost(w, left=False, right=False) for w in ("русский", "русякий"))
        return one, other

    one, other = costs("Ру кий")
    assert one <= other
    one, other = costs("Ру кий по-українськи пишеться інакше, але його всі розуміють.")
    assert other <= one


@pytest.mark.parametrize("word", ["nÆo", "nÒo"])
def test_a_word_with_a_capital_inside_has_no_say_even_where_it_may_be_joined(word: str) -> None:
    """What windows-1252 shows of the ``não`` of cp850: what it costs is not added up."""
    model = load()
    assert line_profile(model.tokens(word), model).lanes
    assert mojifix.fix(word) in (word, "não")
