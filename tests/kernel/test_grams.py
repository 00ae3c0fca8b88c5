"""What letters cost: looked up by hand, and the same in both implementations."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest

from mojifix import kernel
from mojifix.kernel.grams import BOUND, Grams, Level

UNKNOWN = 200
LETTERS = array("I", map(ord, BOUND + "abc"))
WIDTH = 2
BITS = 2
UNI = array("B", [10, 20, 30, 40, 50, 60, 70, 80])
BACKOFF = array("B", [1, 2, 3, 4, 5, 6, 7, 8])


def key(*letters: str) -> int:
    number = 0
    for letter in letters:
        number = number << BITS | (BOUND + "abc").index(letter)
    return number


BIGRAMS = Level(
    array("I", [key(BOUND, "a"), key("a", "b")]),
    array("I", [0, 1, 3]),
    array("B", [1, 0, 1]),
    array("B", [5, 7, 9]),
    array("B", [11, 13, 15]),
)
TRIGRAMS = Level(
    array("I", [key("a", "b", "c")]), array("I", [0, 1]), array("B", [1]), array("B", [3]), ()
)

implementations = pytest.mark.parametrize(
    "make", [pytest.param(Grams, id="python"), pytest.param(kernel.Grams, id="chosen")]
)
Make = Callable[..., Grams]


def grams(make: Make) -> Grams:
    return make(LETTERS, WIDTH, BITS, UNI, BACKOFF, BIGRAMS, TRIGRAMS, UNKNOWN)


def row(found: Grams, gram: str) -> list[int]:
    return list(found.unpack(found.row(gram)))


@implementations
@pytest.mark.parametrize(
    ("gram", "costs"),
    [
        ("a", [30, 40]),
        ("x", [UNKNOWN, UNKNOWN]),
        ("ba", [30 + 5, 40 + 6]),
        ("xa", [30, 40]),
        ("ax", [UNKNOWN, UNKNOWN]),
        (BOUND + "a", [30 + 1, 5]),
        ("ab", [7, 9]),
        ("abc", [70 + 5 + 13, 3]),
        ("bab", [7, 9]),
        (BOUND + "ab", [7, 9 + 11]),
        ("abx", [UNKNOWN, UNKNOWN]),
        ("xab", [7, 9]),
    ],
)
def test_rows(make: Make, gram: str, costs: list[int]) -> None:
    assert row(grams(make), gram) == costs


@implementations
def test_a_word_is_the_sum_of_its_rows(make: Make) -> None:
    found = grams(make)
    total, least = found.word("abc")
    rows = [row(found, gram) for gram in (BOUND + "a", BOUND + "ab", "abc", "bc" + BOUND)]
    assert list(found.unpack(total)) == [sum(costs) for costs in zip(*rows, strict=True)]
    assert least == min(found.unpack(total))


@implementations
def test_no_lane_costs_more_than_the_least_and_the_cap(make: Make) -> None:
    found = grams(make)
    total, least = found.word("abc")
    costs = list(found.unpack(total))
    assert len(set(costs)) > 1
    for more in (0, 1, max(costs) - least):
        assert list(found.unpack(found.capped("abc", more))) == [
            min(cost, least + more) for cost in costs
        ]


@implementations
def test_what_was_met_before_changes_nothing(make: Make) -> None:
    found = grams(make)
    first = found.word("cab")
    for number in range(40_000):
        found.row("a" + chr(0x4E00 + number % 20_000) + "bc"[number % 2])
    assert found.word("cab") == first
