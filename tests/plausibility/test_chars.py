"""What kind of character is this? The table by itself, and the one that ships."""

from __future__ import annotations

import pytest

from mojifix.plausibility.chars import CASELESS, FIRST_OTHER, LOWER, MARK, UPPER, CharTable, Info
from mojifix.plausibility.model import LATIN, load


def test_ranges_begin_where_they_say() -> None:
    table = CharTable([0, 0x61, 0x7B], [FIRST_OTHER, 3, MARK], {})
    assert [table[c].cls for c in "`az{"] == [FIRST_OTHER, 3, 3, MARK]
    assert table["\U0010ffff"].cls == MARK


def test_folds_are_those_that_were_given() -> None:
    table = CharTable([0], [3], {"A": ("a", UPPER), "a": ("a", LOWER)})
    assert table["A"] == Info(3, "a", UPPER)
    assert table["a"] == Info(3, "a", LOWER)
    assert table["b"] == Info(3, "b", CASELESS)


def test_characters_are_remembered() -> None:
    table = CharTable([0], [3], {})
    assert "x" not in table
    assert table["x"] is table["x"]


@pytest.mark.parametrize(
    ("char", "folded", "case"),
    [("é", "é", LOWER), ("É", "é", UPPER), ("ς", "σ", LOWER), ("Σ", "σ", UPPER), ("Ж", "ж", UPPER)],
)
def test_folding_is_one_to_one(char: str, folded: str, case: int) -> None:
    info = load().table[char]
    assert (info.folded, info.case) == (folded, case)


def test_letters_marks_and_others() -> None:
    table = load().table
    assert table["a"].cls == table["ß"].cls == LATIN
    assert len({table[c].cls for c in "aяα漢א"}) == 5
    assert table["\u0301"].cls == MARK
    for char in " .’€0\U0001f600\ud800":
        assert table[char].cls >= FIRST_OTHER, char
        assert table[char].cls != MARK, char
