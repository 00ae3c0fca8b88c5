"""How well the model knows a line's language."""

from __future__ import annotations

import pytest

from mojifix.engine.familiar import unfamiliar
from mojifix.engine.left import left


@pytest.mark.parametrize(
    "line",
    [
        "The committee will meet again on Thursday to discuss the budget.",
        "Der Ausschuss trifft sich am Donnerstag wieder, um den Haushalt zu besprechen.",
        "Komisja spotka się ponownie w czwartek, aby omówić budżet.",
        "Yesterday Mr. Nguyen met the director in Reykjavik and talked about the new bridge.",
    ],
)
def test_a_line_in_a_known_language_is_familiar(line: str) -> None:
    assert unfamiliar(line) == 0.0


@pytest.mark.parametrize(
    "line",
    [
        "Ka jingpynshai ha ki sngi ba wan kin long kaba donkam shibun.",
        "Kwa mxa nqotseb, tlux ghir vozde aspuk trimelx ondrak.",
    ],
)
def test_a_line_in_an_unknown_language_is_not(line: str) -> None:
    assert unfamiliar(line) > 0.1


def test_few_letters_say_nothing() -> None:
    assert unfamiliar("Xqwz kpt") == 0.0


def test_damage_says_nothing_of_the_language() -> None:
    assert unfamiliar("Kalýplarda ýslak karýþým püskürtmesi uygulanarak þekillendirilir") == 0.0


def test_words_that_were_not_suspected_count() -> None:
    line = "Juáhháást lii vuoigâdvuotâ rijjâvuotân já vuárdámist."
    assert unfamiliar(line) == 0.0
    assert unfamiliar(line, left().chars) > 0.1
