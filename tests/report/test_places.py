from __future__ import annotations

import pytest

from mojifix.report.places import in_context, places
from mojifix.report.safe import cells
from tests.mending import mend


def test_places_stand_in_the_repaired_text() -> None:
    listed = list(places(mend("It’s one.\r\nAnd “two” here.", "’", "“", "”"), 80))
    assert [(p.line, p.column, p.found, p.before, p.after) for p in listed] == [
        (1, 3, "β", "It", "s one."),
        (2, 5, "β", "And ", "two” here."),
        (2, 9, "β", "And “two", " here."),
    ]


def test_places_reach_no_further_than_asked() -> None:
    (place,) = places(mend("a" * 50 + "’" + "b" * 50, "’"), 7)
    assert (place.before, place.after) == ("a" * 7, "b" * 7)


@pytest.mark.parametrize("width", [20, 40, 80, 100])
@pytest.mark.parametrize(
    "clean", ["“", "x" * 90 + "“" + "y" * 90, "日本語" * 30 + "“" + "日本語" * 30, "“" + "y" * 90]
)
def test_a_place_in_context_fits(clean: str, width: int) -> None:
    (place,) = places(mend(clean, "“"), width)
    assert sum(map(cells, in_context(place, width))) <= width


def test_neighbors_cannot_command_the_terminal() -> None:
    (place,) = places(mend("\x1b[31m“\x9b", "“"), 80)
    assert in_context(place, 80) == ("<U+001B>[31m", "β", "“", "<U+009B>")
