"""Capitals, spaces, quotation marks, signs, numbers, emoji."""

from __future__ import annotations

import pytest

from mojifix.plausibility.model import LATIN, load
from mojifix.plausibility.shapes import END, Shapes
from mojifix.plausibility.tokens import PATTERNS


@pytest.fixture
def shapes() -> Shapes:
    return load().shapes


def cost(text: str) -> int:
    """What the shapes of a text cost, its letters left out."""
    model = load()
    numbers = [END, *map(model.shapes.number, model.tokens(text)), END]
    return sum(map(model.shapes.pair, numbers, numbers[1:]))


def test_shapes_know_patterns_and_no_letters(shapes: Shapes) -> None:
    one, other, title, thai = (
        shapes.number(load().tokens(word)[0]) for word in ("ship", "boat", "Boat", "เรือ")
    )
    assert one == other
    assert len({one, title, thai}) == 3  # scripts with capitals are one
    assert 1 <= one < 1 + PATTERNS * shapes._scripts


@pytest.mark.parametrize(
    ("usual", "odd"),
    [
        ("A small boat.", "A small. boat"),
        ("“a boat”", "”a boat“"),
        ("the boat’s crew", "the boat‰s crew"),
        ("Boat, crew", "Boat ,crew"),
        ("a boat", "a ¿boat"),
    ],
)
def test_usual_shapes_cost_less(usual: str, odd: str) -> None:
    assert cost(usual) < cost(odd)


def test_rare_characters_count_as_their_class(shapes: Shapes) -> None:
    rare, other = "\U0001f6d7", "\U0001f9a4"
    assert rare not in shapes.characters()
    assert shapes.number(rare) == shapes.number(other)
    assert shapes.number(rare) != shapes.number("\u2557")
    assert rare not in shapes.characters()


@pytest.mark.parametrize(("text", "typed"), [("״את״", '"את"'), ("צה׳ל־12׃", "צה'ל-12:")])
def test_marks_cost_what_people_type_for_them(text: str, typed: str) -> None:
    assert cost(text) == cost(typed)


def test_pairs_are_remembered_right(shapes: Shapes) -> None:
    odd = shapes.number("‰"), shapes.number("¿")
    assert shapes.pair(*odd) == shapes.pair(*odd)
    assert shapes.pair(*odd) > shapes.pair(shapes.number(","), shapes.number(" "))


def test_change_of_script_costs(shapes: Shapes) -> None:
    russian = load().table["я"].cls
    assert shapes.change(LATIN, LATIN) < shapes.change(LATIN, russian)
    assert shapes.change(russian, russian) < shapes.change(russian, LATIN)
