"""Characters that stand where nobody puts them."""

from __future__ import annotations

import pytest

from mojifix.engine.misplaced import misplaced


@pytest.mark.parametrize(
    "text",
    ["ré”union", "mei³quia", "sehˆ÷lu", "jeÿ÷", "Saw luЎ", "odчi z", "ga\u00a0 ya", "meii³ na"],
)
def test_signs_and_letters_within_words(text: str) -> None:
    assert misplaced(text).marks == 1


@pytest.mark.parametrize(
    "text",
    [
        "“Yes”, she said", "12 m³ or 3 km², 5÷2", "plus\u00a0: 20\u00a0000", "5 μm and 3 kΩ",
        "однiєї ночi", "in GoogleТренды", "« oui »",
    ],
)  # fmt: skip
def test_where_they_belong_they_count_nothing(text: str) -> None:
    assert misplaced(text).marks == 0


def test_capitals_and_small_letters() -> None:
    assert misplaced("bÉton").cases == 1
    assert misplaced("BéTON").cases == 1
    assert misplaced("STRAßE and Éton").cases == 0


def test_a_mark_is_no_better_than_a_capital() -> None:
    assert misplaced("b”ton").worse(misplaced("bÉton"))
    assert misplaced("béton").worse(misplaced("béton")) is False
