from __future__ import annotations

import pytest

from mojifix.siblings.alignment import closed, grip, head, outward, side
from mojifix.siblings.index import Index
from mojifix.siblings.sources import documents

SIBLING = "He said: “We don’t know.” They left for Göteborg today."


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(documents(SIBLING))


def test_outward_is_folded_and_reversed_to_the_left() -> None:
    assert outward("Ab|Cd", 2, left=True) == "ba"
    assert outward("Ab|Cd", 2, left=False) == "|cd"


def test_a_side_begins_with_its_glue(index: Index) -> None:
    text = "He saidβ, xyzzy they left"
    right = side(text, 8, index, left=False)
    assert (right.glue, right.pieces) == (", xyzzy ", ("they", "left"))
    left = side(text, 7, index, left=True)
    assert (left.glue, left.pieces) == ("dias ", ("he",))
    assert (left.sentence, left.neighbor) == (1, "d")


def test_a_piece_that_touches_the_place_is_glue(index: Index) -> None:
    assert side("theyβleft for", 5, index, left=False).glue == "left "


def test_what_damage_left_is_no_piece(index: Index) -> None:
    assert side("know â they Ã© left", 4, index, left=False).pieces == ("they", "left")


def test_keys_of_scripts_without_blanks() -> None:
    text = "我们希望合作"
    index = Index(documents(text))
    right = side("。" + text, 1, index, left=False)
    assert right.key(0) == "们希望"  # the first one touches the place
    assert right.key(len(right.pieces) - 1) == ""
    left = side(text + "。", len(text), index, left=True)
    assert left.key(0) == "希望合"


@pytest.mark.parametrize(
    ("ours", "fits"),
    [
        ("We donβt know.β They left", True),
        ("we don't know.\n\nThey left", True),
        ("We donâ€™t know!\u00a0â€ť They left", True),
        ("We do not know. They left", False),
        ("We don t know. They left", True),
        ("We donβt  know, they left", True),
    ],
)
def test_glue_and_pieces(ours: str, fits: bool, index: Index) -> None:
    right = side("|" + ours, 1, index, left=False)
    assert (grip(right, SIBLING, SIBLING.index("We"), index) is not None) == fits


def test_how_much_agrees(index: Index) -> None:
    left = side("He said: |", 9, index, left=True)
    held = grip(left, SIBLING, SIBLING.index("“"), index)
    assert held is not None
    assert held.words == pytest.approx(2 / 3 + 1)
    assert held.whole
    assert held.exact
    assert held.landing == 2


def test_one_edit_is_allowed_and_two_are_not(index: Index) -> None:
    at = SIBLING.index(" They")
    words = [
        grip(side("|" + ours, 1, index, left=False), SIBLING, at, index)
        for ours in (" They left for today", " They know for Göteborg today", " They for he today")
    ]
    assert [held and round(held.words, 2) for held in words] == [3.0, 4.33, 2.0]


def test_where_the_sentence_ends_in_both_texts(index: Index) -> None:
    end = SIBLING.index("”") + 1
    assert closed(side("know.”\nNext", 6, index, left=False), SIBLING, len(SIBLING))
    assert not closed(side("know.” they left", 6, index, left=False), SIBLING, end)
    assert closed(side("Now. We|", 7, index, left=True), "So. We|", 6)
    assert not closed(side("Now. We|", 7, index, left=True), "So we|", 5)


def test_the_rest_of_a_word() -> None:
    assert head("s open") == "s"
    assert head(" open") == ""


def test_a_full_stop_inside_of_a_number_ends_no_sentence(index: Index) -> None:
    assert side("| left for 3.5 today", 1, index, left=False).sentence == 3
