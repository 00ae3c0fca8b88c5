"""Ideographs and syllables that somebody writes."""

from __future__ import annotations

import pytest

from mojifix.engine.ideographs import dear, far_fetched, heard_of, ideographs, unheard_of


def test_what_everybody_writes_is_known() -> None:
    assert set("的一是在日本語ひらカタ한국어") <= ideographs()
    assert not any(map(unheard_of, "的一是日語한국"))


@pytest.mark.parametrize("char", ["恀", "茪"])
def test_what_hardly_anybody_writes_is_unheard_of(char: str) -> None:
    assert unheard_of(char)


@pytest.mark.parametrize("char", ["a", "é", "я", "—", "\U0001f600"])
def test_of_other_characters_nothing_is_said(char: str) -> None:
    assert not unheard_of(char)


def test_one_rare_character_in_a_sentence_is_a_name() -> None:
    assert far_fetched("三茪漁e")
    assert not far_fetched("昨天下午茪先生在北京参加了一个重要的会议")
    assert not far_fetched("三個內容")
    assert not far_fetched("plain")


@pytest.mark.parametrize("char", ["é", "Я", "ω", "的", "한", "ไ"])
def test_letters_of_the_training_text_are_heard_of(char: str) -> None:
    assert heard_of(char)


def test_letters_of_other_scripts_are_not() -> None:
    assert not heard_of("\u0723")


def test_common_ideographs_are_cheap() -> None:
    assert not dear("三個內容")
    assert not dear("これはテストです")
    assert not dear("plain")
    assert dear("甯冨皵鍊")
