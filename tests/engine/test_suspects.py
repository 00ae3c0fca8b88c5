"""The first look: what may be damage, and of which kind?"""

from __future__ import annotations

import pytest

from mojifix import damage
from mojifix.engine.suspects import NOTHING, suspects

CLEAN = (
    "",
    "plain",
    "La cafetería está en España.",
    "Пойдём домой, уже поздно.",
    "Η γάτα κοιμάται στον ήλιο.",
    "猫が寝ている。外は雨だ。",
    "“Don’t!” she said — and left.",
    "แมวนอนอยู่บนเก้าอี้",
    "القطة نائمة على الكرسي",
)


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_leaves_here(text: str) -> None:
    assert suspects(text) == NOTHING
    assert not suspects(text)


def test_stretches_are_offsets_of_the_damaged_words() -> None:
    text = "clean Ã©tÃ© café\nÃ©cole"
    assert [text[a:b] for a, b in suspects(text).misread] == ["Ã©tÃ©", "Ã©cole"]


@pytest.mark.parametrize("text", CLEAN[2:])
@pytest.mark.parametrize("read", ["windows-1252", "windows-1251", "cp850", "koi8-r", "mac-roman"])
def test_misreadings_are_suspected(text: str, read: str) -> None:
    assert suspects(damage(text, f"utf-8>{read}")).misread


def test_one_damaged_word_in_clean_surroundings() -> None:
    text = "Ils sont partis avant lâ€™aube, sans bruit, et la maison est restée vide tout l’été."
    assert [text[a:b] for a, b in suspects(text).misread] == ["lâ€™aube,"]


def test_losses_are_suspected() -> None:
    assert suspects(damage("The mayor’s plan isn’t dead.", "utf-8>iso-8859-7", "drop-c1")).lost


def test_legacy_pairs_are_suspected() -> None:
    text = "Bu yıl çok kar yağdı, dışarı çıkamadık."
    assert suspects(damage(text, "windows-1254>windows-1252")).legacy
    assert not suspects(text).legacy
