"""Signs are generated from properties and roles, the same ones each time."""

from __future__ import annotations

import unicodedata
from random import Random

import pytest

from mojifix.plausibility.model import load
from mojifix.plausibility.tokens import Word
from tools.training.augmentation import SIGNS_EVERY, augmented, with_sign
from tools.training.signs import QUOTATIONS, borders, generated, repertoire, roles

TEXTS = [generated(["harbor", "boat"], Random(number)) for number in range(20_000)]


def test_the_same_line_gives_the_same_text() -> None:
    line = "Nine boats left the harbor."
    assert with_sign(line, 50, "en") == with_sign(line, 50, "en")
    assert len({with_sign(line, number, "en") for number in range(50)}) > 40


def test_a_line_without_words_has_signs_too() -> None:
    assert with_sign("12 + 34", 50, "en")


def test_every_role_has_signs_that_it_names() -> None:
    for role in roles():
        assert role.signs
        assert role.frames
        assert not set(role.signs) & set(role.others)
        assert all("{_}" not in frame for frame in role.frames)


def test_currencies_stand_on_both_sides_of_numbers() -> None:
    for text in ("€5", "€ 5", "€\u00a05", "5€", "5 €", "5\u00a0€", "5\u202f€"):
        assert any(text in one for one in TEXTS), text


def test_all_of_a_category_is_used() -> None:
    met = {char for text in TEXTS for char in text}
    usual = {char for char in repertoire() if unicodedata.category(char) in ("Sc", "Sm")}
    assert usual <= met


def test_quotations_stand_in_pairs() -> None:
    for pair in QUOTATIONS:
        found = [text for text in TEXTS if pair[0] in text and pair[1] in text]
        assert any(text.index(pair[0]) < text.rindex(pair[1]) for text in found)


def test_strokes_of_borders_meet() -> None:
    lines = borders()
    assert {"├─", "└─", "═╗", "║ {w} ║"} <= set(lines)
    assert not {"├═", "┐─", "│─", "╔─"} & set(lines)


def test_letters_of_a_text_are_those_of_the_line() -> None:
    table = load().table
    latin = table["a"].cls
    words = {
        token.folded
        for text in TEXTS
        for token in load().tokens(text)
        if isinstance(token, Word) and token.script == latin and len(token.folded) > 1
    }
    assert words == {"harbor", "boat"}


@pytest.mark.parametrize("number", [1, SIGNS_EVERY - 1, SIGNS_EVERY + 1])
def test_most_lines_have_none(number: int) -> None:
    assert not list(augmented("nine boats", number, "en", []))
