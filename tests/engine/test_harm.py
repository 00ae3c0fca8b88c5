"""Characters that a repair must not bring in."""

from __future__ import annotations

import pytest

from mojifix.engine.harm import worse

HARMFUL = ["\0", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\ud800", "\ufdd0", "\uffff"]
HARMFUL += ["\U0001fffe", "\U0010ffff"]


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
