"""Which words may be what is left of others?"""

from __future__ import annotations

import pytest

from mojifix.engine.left import left


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in left().words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mistralβs open and commercial plans", ["β"]),
        ("Ãcole normale, rue de la gare", ["Ãcole"]),
        ("The mayorтs plan is dead", ["т"]),
        ("Mrs Nguyễn said itâs fine", ["itâs"]),
        ("Sie hat viele Ãnderungen daran gemacht", ["Ãnderungen"]),
    ],
)
def test_doubtful_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "une pâte à tarte et des âmes",
        "Η β-καροτίνη και ο ήλιος",
        "TGF-β was found in plasma",
        "plain ASCII only",
        "",
    ],
)
def test_words_beyond_doubt(text: str) -> None:
    assert words(text) == []


def test_other_scripts_need_ascii_letters_around() -> None:
    assert not left().may("Η β-καροτίνη")
    assert left().may("Mistralβs")
    assert left().may("pâte")
    assert not left().may("plain")


def test_offsets_count_soft_hyphens() -> None:
    text = "com\u00admer\u00adcial Mistralβs plans"
    assert words(text) == ["β"]


@pytest.mark.parametrize("text", ["Kết quả bóng đá VĐQG", "the QĐ of 2015", "a Ðate"])
def test_a_lead_of_greek_or_cyrillic_beside_a_latin_letter_was_none(text: str) -> None:
    assert words(text) == []


def test_by_themselves_they_may_be() -> None:
    assert words("ÐÐ ÐÑÑ, they say") == ["ÐÐ", "ÐÑÑ"]
