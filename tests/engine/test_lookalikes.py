"""Letters in the place of others that look like them."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.lookalikes import lookalikes


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("мoжe", "може"),
        ("6ыл", "был"),
        ("Раurе", "Paure"),
        ("東ﾄﾞｲﾂ", "東ドイツ"),
    ],
)
def test_a_text_is_read_as_it_looks(text: str, looks: str) -> None:
    assert looks in lookalikes(text)


@pytest.mark.parametrize("text", ["", "plain", "été", "日本語", "6 лет", "IT мы"])
def test_words_of_one_script_look_like_themselves(text: str) -> None:
    assert text not in lookalikes(text)
    assert not any(word in lookalikes(text) for word in text.split())


@pytest.mark.parametrize(
    "text",
    ["мoжe 143", "кaжa", "дaжe", "Не мoжe да бъде", "東ﾄﾞｲﾂ", "ｱﾙ･ﾊﾟﾁｰﾉ", "ﾊﾞﾀｰ珈琲", "ﾃﾚﾋﾞﾄﾞﾗﾏ版"],
)
def test_what_only_looks_so_was_not_damaged(text: str) -> None:
    assert mojifix.fix(text) == text
