"""Text as a sequence of tokens."""

from __future__ import annotations

import pytest

from mojifix.plausibility.model import LATIN, load
from mojifix.plausibility.tokens import (
    CAPITALS,
    LETTER,
    LONGEST,
    MIXED,
    NUMBER,
    SMALL,
    TITLE,
    Token,
    Word,
)


def tokens(text: str) -> list[Token]:
    return load().tokens(text)


def words(text: str) -> list[Word]:
    return [token for token in tokens(text) if isinstance(token, Word)]


def test_words_numbers_and_signs() -> None:
    assert tokens("“Café 24”") == [
        *("“", Word(LATIN, TITLE, "café", 0), " ", NUMBER, "”"),
    ]


@pytest.mark.parametrize(
    ("text", "pattern", "breaks"),
    [
        ("ship", SMALL, 0),
        ("A", LETTER, 0),
        ("Ship", TITLE, 0),
        ("SHIP", CAPITALS, 0),
        ("iShip", MIXED, 1),
        ("McShip", MIXED, 1),
        ("SHip", MIXED, 0),
        ("aBcD", MIXED, 2),
    ],
)
def test_capitals(text: str, pattern: int, breaks: int) -> None:
    assert words(text) == [Word(LATIN, pattern, text.lower(), breaks)]


def test_soft_hyphen_between_letters_breaks_but_is_no_letter() -> None:
    assert tokens("win\u00addow") == [Word(LATIN, SMALL, "window", 2)]
    assert words("wi\u00adn\u00addow") == [Word(LATIN, SMALL, "window", 4)]


@pytest.mark.parametrize("text", ["window\u00ad", "window\u00ad pane", "window\u00adя"])
def test_soft_hyphen_elsewhere_is_a_sign(text: str) -> None:
    assert tokens(text)[:2] == [Word(LATIN, SMALL, "window", 0), "\u00ad"]


def test_runs_of_digits_are_one_token() -> None:
    assert tokens("007") == [NUMBER]
    assert tokens("1.50") == [NUMBER, ".", NUMBER]
    assert tokens("٣٤") == ["٣", "٤"]  # only ASCII digits


def test_scripts_part_words_and_marks_join_them() -> None:
    assert [word.folded for word in words("windяoк")] == ["wind", "я", "o", "к"]
    assert [word.folded for word in words("e\u0301te")] == ["e\u0301te"]
    assert tokens("\u0301") == ["\u0301"]


def test_endless_word_goes_on_in_the_next_token() -> None:
    assert [len(word.folded) for word in words("é" * (2 * LONGEST + 1))] == [LONGEST, LONGEST, 1]


@pytest.mark.parametrize(
    "text",
    [
        *("", "12 win\u00addows, ÉTÉ\u00ad!", "e\u0301\u00ad\u0301x", "a\u00adb\u00adc\u00add 99b"),
        *("١٢ яx\ud800", "é" * (LONGEST + 2), "0\u00ad0"),
    ],
)
def test_every_character_belongs_to_a_token(text: str) -> None:
    model = load()
    found = tokens(text)
    lengths = list(model.lengths(text, found))
    assert sum(lengths) == len(text)
    assert all(lengths)
    at = 0
    for token, length in zip(found, lengths, strict=True):
        if isinstance(token, Word):
            piece = text[at : at + length].replace("\u00ad", "")
            assert "".join(model.table[char].folded for char in piece) == token.folded
        at += length
