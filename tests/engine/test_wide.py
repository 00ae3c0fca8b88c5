"""Steps that ran over the whole text after a misreading."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.wide import wide_spans
from mojifix.model import Repair

LOWER = ("utf-8>windows-1252", "lower-case")


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("en el futuro habrá un gran terremoto.", LOWER),
        ("einem schüler von fürst pückler.", LOWER),
        ("думаю, я тебя понимаю.", LOWER),  # where ``ў`` shows as ``ю`` does
        ("según él — dijo — fue “clave”", ("utf-8>windows-1252", "straighten-quotes")),
    ],
)
def test_what_a_step_ran_over_comes_back(text: str, steps: tuple[str, ...]) -> None:
    damaged = mojifix.damage(text, *steps)
    repair = mojifix.repair(damaged)
    assert repair.text == text
    assert repair.replay() == damaged


def test_a_reading_without_a_loss_is_a_rival() -> None:
    text = "en el futuro habrá un gran terremoto."
    damaged = mojifix.damage(text, *LOWER)
    (alone,) = wide_spans(damaged, [])
    (beside,) = wide_spans(damaged, ["en el futuro habrƭ un gran terremoto."])
    assert alone.text == beside.text == "á"
    assert beside.confidence < alone.confidence
    assert not wide_spans(damaged, [text])  # A better one there is not.


def test_nothing_in_clean_text() -> None:
    for text in ("", "plain", "l'été déjà", "ação, não", "ñandú y pingüino"):
        assert Repair(text, tuple(wide_spans(text, []))).text == text


def test_letters_of_another_script_do_not_come_one_by_one() -> None:
    for text in ('"Remember me": "Ðo ŋku dzinye"', '"Reset": "Gbugbɔ Ðo Filters Ðo"'):
        assert mojifix.fix(text) == text
