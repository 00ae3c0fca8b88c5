"""Characters that a repair must not bring in."""

from __future__ import annotations

from unicodedata import category

import pytest

from mojifix.engine.harm import stray_mark, symbol, worse

HARMFUL = ["\0", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\ud800", "\ufdd0", "\uffff"]
BIDI = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
HARMFUL += ["\u2e79", "\U0001fffe", "\U0010ffff", "\u05ca", "\u0378", "\u07fc"]


@pytest.mark.parametrize("char", HARMFUL, ids=ascii)
def test_harmful(char: str) -> None:
    assert worse("ab", f"a{char}")
    assert not worse(f"b{char}", f"a{char}")
    assert not worse(char, "a")


@pytest.mark.parametrize(
    "char", ["\t", "\n", "\r", "\xa0", "\u200b", "\u200f", "\ufffd", "é", "\U0001f600", "\ue000"]
)
def test_harmless(char: str) -> None:
    assert not worse("ab", f"a{char}")


def test_all_that_is_assigned_among_letters_is_harmless() -> None:
    ranges = (range(0xA0, 0x800), range(0x2000, 0x3000))
    assigned = [chr(i) for span in ranges for i in span if category(chr(i)) != "Cn"]
    assert [char for char in assigned if worse("", char)] == [*map(chr, BIDI)]


def test_a_symbol_between_letters() -> None:
    assert symbol("→", "a", "b")
    assert symbol("↨", "s", "k")
    assert not symbol("→", " ", "b")
    assert not any(symbol(char, "a", "b") for char in "’–“…é")


def test_icons_for_private_use_are_harmless_where_fonts_have_some() -> None:
    assert not any(worse("", char) for char in "\ue0b0\uf0b7\U000f0001\U000f1af0")
    assert all(worse("", char) for char in "\U000f1b00\U000f2837\U00100000\U0010fffd")


def test_a_mark_on_a_letter_that_takes_none() -> None:
    assert stray_mark("\u0329", "ম")
    assert stray_mark("\u0301a", "ย")
    assert stray_mark("ʷ", "ب")
    assert not any(stray_mark("\u0301", before) for before in ("a", "ế", "ж", "ἀ", "1", "", " "))
    assert not stray_mark("é", "ম")
