"""Which language a line of which a few words may be damaged is in."""

from __future__ import annotations

import pytest

from mojifix.engine.belief import line_profile
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
