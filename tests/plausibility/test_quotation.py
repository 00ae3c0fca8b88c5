"""Quotation marks open and close."""

from __future__ import annotations

import pytest

from mojifix.plausibility.model import load
from mojifix.plausibility.quotation import (
    APOSTROPHE,
    CLIPPED,
    CLOSES,
    LEFT_OPEN,
    ONE_SIDED,
    OPENS,
    REOPENED,
    UNOPENED,
    Mark,
    habits,
    role_of,
    totals,
)

FREE: dict[str, int] = {}
"""A language in which all marks cost the same."""
EITHER = (("“", 0), ("”", 0))


@pytest.mark.parametrize(
    ("before", "after", "role"),
    [
        ("n", "t", APOSTROPHE),
        ("", "W", OPENS),
        (" ", "W", OPENS),
        ("(", "W", OPENS),
        ("—", "W", OPENS),
        ("d", " ", CLOSES),
        (".", "", CLOSES),
        ("d", ",", CLOSES),
        (" ", " ", ""),
        ("5", "7", ""),
        ("", "", ""),
    ],
)
def test_neighbors_tell_the_role(before: str, after: str, role: str) -> None:
    assert role_of(before, after) == role


def test_balanced_marks_cost_nothing_more() -> None:
    marks = [Mark(" ", "W", (("“", 0),)), Mark("d", " ", (("”", 0),))]
    assert totals(marks, FREE) == [[0], [0]]


def test_quotation_left_open() -> None:
    assert totals([Mark(" ", "W", (("“", 0),))], FREE) == [[LEFT_OPEN]]


def test_opening_what_is_open() -> None:
    mark = Mark(" ", "W", (("“", 0),))
    assert totals([mark, mark], FREE) == [[REOPENED + LEFT_OPEN]] * 2


def test_closing_what_is_not_open() -> None:
    assert totals([Mark(".", " ", (("”", 0),))], FREE) == [[UNOPENED]]
    assert totals([Mark(".", " ", (("’", 0),))], FREE) == [[UNOPENED]]
    assert totals([Mark("s", " ", (("’", 0),))], FREE) == [[0]]  # the boys’
    assert totals([Mark("n", " ", (("’", 0),))], FREE) == [[CLIPPED]]  # goin’


def test_double_and_single_marks_nest() -> None:
    inside = [Mark(" ", "W", ((c, 0),)) for c in "“‘"]
    ends = [Mark("!", "”", (("’", 0),)), Mark("’", " ", (("”", 0),))]
    assert totals(inside + ends, FREE) == [[0]] * 4


def test_apostrophe_leaves_the_state_alone() -> None:
    marks = [
        Mark(" ", "W", (("“", 0),)),
        Mark("n", "t", (("’", 0),)),
        Mark("d", " ", (("”", 0),)),
    ]
    assert totals(marks, FREE) == [[0]] * 3


def test_far_away_marks_decide() -> None:
    # Nothing around the second place tells whether it is a quotation mark or a dash.
    second = Mark("d", " ", (("”", 0), ("…", 0)))
    assert totals([Mark(" ", "W", (("“", 0),)), second], FREE)[1] == [0, LEFT_OPEN]
    assert totals([second], FREE)[0] == [UNOPENED, 0]


def test_dash_with_one_space_costs() -> None:
    dash = (("—", 5),)
    assert totals([Mark(" ", "w", dash)], FREE) == [[5 + ONE_SIDED]]
    assert totals([Mark(" ", " ", dash)], FREE) == [[5]]
    assert totals([Mark("", "W", dash)], FREE) == [[5]]


def test_no_marks_no_costs() -> None:
    assert totals([], FREE) == []


@pytest.mark.parametrize(("language", "opening"), [("en", "“"), ("de", "„"), ("fr", "«")])
def test_languages_have_their_marks(language: str, opening: str) -> None:
    costs = load().marks(language)
    opens = {key[1]: cost for key, cost in costs.items() if key[0] == OPENS}
    assert min(opens, key=lambda char: opens[char]) == opening


def test_language_chooses_between_equals() -> None:
    english, german = (
        totals([Mark(" ", "W", EITHER), Mark("d", " ", EITHER)], load().marks(language))
        for language in ("en", "de")
    )
    assert [costs.index(min(costs)) for costs in english] == [0, 1]
    assert german[1].index(min(german[1])) == 0


def test_habits_of_a_document_outweigh_its_language() -> None:
    costs = {"o“": 0, "o„": 80, "c”": 0}
    after = habits({"o„": 9}, costs)
    assert after["o„"] < after["o“"]
    assert after["c”"] == costs["c”"]


def test_no_habits_no_change() -> None:
    costs = load().marks("en")
    changed = habits({}, costs)
    assert all(abs(changed[key] - cost) <= 1 for key, cost in costs.items())
