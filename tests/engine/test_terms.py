"""Ideographs beside other letters."""

from __future__ import annotations

import pytest

import mojifix
from mojifix import damage


@pytest.mark.parametrize(
    "text",
    [
        "URL的ID",
        "要设置主snak的DataValue的值",
        "ID店",
        "Excel체",
        "email치",
        "iPhoneゥUSB",
        "(Tom息)",
    ],
)
def test_ideographs_beside_latin_words_are_terms(text: str) -> None:
    assert mojifix.fix(text) == text


def test_an_ideograph_is_a_letter_of_a_usual_word() -> None:
    for text in ("Köln", "très bien", "hôtel de ville", "Tot passa per una raó"):
        assert mojifix.fix(damage(text, "utf-8>gb18030")) == text


def test_an_ideograph_by_itself_is_quoted() -> None:
    """Unless it is a letter that is a word of the language around."""
    for text in ("Das Zeichen 氓 ist schön.", "Le caractère 氓 veut dire chat."):
        assert mojifix.fix(text) == text
    assert mojifix.fix("Hon bor i en liten 枚 n氓gonstans.") != "Hon bor i en liten 枚 n氓gonstans."


def test_sentences_of_latin_letters_have_no_terms() -> None:
    for text in (
        "Sa isang pagsukat, ang sistema ay magigibâ mula sa simulang estado nito",
        "Iklan Yamaha mp3 « Download Lagu Noah - Mengubah Hidupmu mp3 » Komentar terbaru",
    ):
        assert mojifix.fix(damage(text, "utf-8>big5hkscs")) == text


def test_nothing_is_quoted_after_an_elision() -> None:
    text = "C'è la netta percezione che il governo sia migliore del precedente."
    assert mojifix.fix(damage(text, "utf-8>gb18030")) == text
    quoted = "Il carattere '猫' significa gatto, e l''猫' anche."
    assert mojifix.fix(quoted) == quoted
