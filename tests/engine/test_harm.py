"""Characters that a repair must not bring in."""

from __future__ import annotations

from unicodedata import category

import pytest

from mojifix.engine.harm import worse

HARMFUL = ["\0", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\ud800", "\ufdd0", "\uffff"]
HARMFUL += ["\U0001fffe", "\U0010ffff", "\u05ca", "\u0378", "\u07fc"]


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
    assigned = [chr(i) for i in range(0xA0, 0x800) if category(chr(i)) != "Cn"]
    assert not [char for char in assigned if worse("", char)]
