from __future__ import annotations

import sys

import pytest

from mojifix.siblings.words import PIECE, TRIGRAM, WORD, fold, is_unspaced, weight


def pieces(text: str) -> list[str]:
    return PIECE.findall(fold(text))


@pytest.mark.parametrize(
    "damaged", ["Microsoftβs", "Microsoftâs", "Microsoftâ€™s", "Microsoft�s", "Microsoft?s"]
)
def test_damage_leaves_the_ascii_pieces(damaged: str) -> None:
    assert [p for p in pieces(damaged) if p.isascii()] == pieces("Microsoft’s")


def test_other_letters_are_pieces_of_their_own() -> None:
    assert pieces("café") == ["caf", "é"]
    assert pieces("Москва, Россия") == ["москва", "россия"]


def test_marks_belong_to_their_letters() -> None:
    assert pieces("हिन्दी भाषा") == ["हिन्दी", "भाषा"]
    assert WORD.findall("हिन्दी") == ["हिन्दी"]


def test_scripts_without_blanks_give_a_piece_per_character() -> None:
    assert pieces("我们AI很") == ["我", "们", "ai", "很"]
    assert TRIGRAM.findall("我们很高兴") == ["我们很", "们很高", "很高兴"]
    assert is_unspaced("ก")
    assert not is_unspaced("한")


def test_pieces_read_the_same_backward() -> None:
    text = fold("Été à l’Ουζερί, 我们 go100x café हिन्दी")
    assert [p[::-1] for p in PIECE.findall(text[::-1])] == PIECE.findall(text)[::-1]


def test_folding_keeps_every_offset() -> None:
    for code in range(sys.maxunicode + 1):
        assert len(fold(chr(code))) == 1
    assert fold("İSTANBUL ΟΔΟΣ") == "istanbul οδοσ"


def test_folding_does_not_depend_on_the_neighbors() -> None:
    assert fold("ΟΔΟΣ")[::-1] == fold("ΟΔΟΣ"[::-1])


@pytest.mark.parametrize("word", ["Microsoft’s", "l’été", "d'accord", "col·lecció", "מנכ״ל"])
def test_a_word_keeps_what_stands_inside(word: str) -> None:
    assert WORD.findall(f"“{word}”, ") == [word]


def test_a_word_ends_before_punctuation() -> None:
    assert WORD.findall("the workers’ state-of-the-art") == [
        "the",
        "workers",
        "state",
        "of",
        "the",
        "art",
    ]


def test_weights() -> None:
    assert weight("word") == 1.0
    assert weight("s") == pytest.approx(1 / 3)
    assert weight("我") == 0.4
