"""Which stretches of a text are worth a search?"""

from __future__ import annotations

import pytest

from mojifix import damage
from mojifix.engine.gate import Gate, gate


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "café",
        "naïve été",
        "ПРИВЕТ всем",
        "IRMÃ",
        "Straße",
        "“Don’t!”",
        "猫が寝ている。",
    ],
)
def test_clean_text_is_let_through(text: str) -> None:
    assert not gate().fires(text)
    assert gate().stretches(text) == []


@pytest.mark.parametrize("word", ["café", "été", "привет", "日本語", "Don’t", "Straße", "λόγος"])
@pytest.mark.parametrize("read", ["windows-1252", "windows-1251", "cp850", "iso-8859-7"])
def test_damaged_words_are_not(word: str, read: str) -> None:
    damaged = damage(word, f"utf-8>{read}")
    assert gate().fires(f"clean {damaged} clean")


def test_bytes_left_among_letters() -> None:
    assert gate().fires("Don\x92t")


def test_stretches_are_offsets_of_the_damaged_words() -> None:
    text = "clean Ã©tÃ© café\nÃ©cole"
    assert [text[a:b] for a, b in gate().stretches(text)] == ["Ã©tÃ©", "Ã©cole"]


def test_what_was_met_before_changes_nothing() -> None:
    fresh = Gate()
    for text in ("cafÃ©", "café", "IRMÃ", "Ã”"):
        assert fresh.fires(text) == gate().fires(text)


def test_long_stretches_are_not_remembered() -> None:
    fresh = Gate()
    fresh.fires("cafÃ© " + "Ã©" * 1000)
    assert list(fresh) == ["cafÃ©"]


@pytest.mark.parametrize("word", ["日本", "été", "Straße"])
def test_words_misread_in_codecs_of_several_bytes_are_not(word: str) -> None:
    assert gate().fires(damage(word, "utf-8>cp932"))
