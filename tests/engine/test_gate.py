"""Which stretches of a text may a misreading have made?"""

from __future__ import annotations

import pytest

from mojifix import damage
from mojifix.engine.gate import CERTAINLY, NO_CHANCE, Gate, gate


@pytest.mark.parametrize(
    "stretch", ["plain", "café", "naïve", "ПРИВЕТ", "IRMÃ", "Straße", "“Don’t!”", "猫が寝ている。"]
)
def test_clean_stretches_are_let_through(stretch: str) -> None:
    assert gate()[stretch] == NO_CHANCE


@pytest.mark.parametrize("word", ["café", "été", "привет", "日本語", "Don’t", "Straße", "λόγος"])
@pytest.mark.parametrize("read", ["windows-1252", "windows-1251", "cp850", "iso-8859-7"])
def test_damaged_words_are_not(word: str, read: str) -> None:
    assert gate()[damage(word, f"utf-8>{read}")] > 0


@pytest.mark.parametrize("word", ["日本", "été", "Straße"])
def test_words_misread_in_codecs_of_several_bytes_are_not(word: str) -> None:
    assert gate()[damage(word, "utf-8>cp932")] > 0


def test_bytes_left_among_letters() -> None:
    assert gate()["Don\x92t"] > 0


def test_deeper_layers_count() -> None:
    assert gate()[damage("été", *["utf-8>windows-1252"] * 3)] > 0


def test_what_was_met_before_changes_nothing() -> None:
    fresh = Gate()
    for stretch in ("cafÃ©", "café", "IRMÃ", "Ã”"):
        assert fresh[stretch] == gate()[stretch]


def test_long_stretches_are_not_remembered() -> None:
    fresh = Gate()
    assert fresh["cafÃ©"] < CERTAINLY
    assert fresh["Ã©" * 1000] == CERTAINLY
    assert list(fresh) == ["cafÃ©"]
