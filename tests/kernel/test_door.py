"""The door: texts in which nothing shows pass, and nobody is asked about them."""

from __future__ import annotations

import pickle

import pytest

from mojifix import fix
from mojifix.kernel import Door, Look, Scanner, hurried
from mojifix.kernel.bits import FORMS, LEFT, ODD, SPELLED, WIDE
from mojifix.plausibility.model import load
from mojifix.plausibility.oddity import policy_of

SHOWS = [
    ("Ã©tÃ©", LEFT),
    ("été &#195;&#169;", SPELLED),
    ("été\x00", FORMS),
    ("K\ufffdnig", WIDE),
    ("сЃсѓРї", ODD),
]


def door() -> Door:
    return Door(Look("β", "Ã"), Scanner(policy_of(load())))


@pytest.mark.parametrize("text", ["", "plain", "L’été à la plage", "語る", "a—b", "café\n\nthé"])
def test_clean_text_passes(text: str) -> None:
    assert door()(text) == 0


@pytest.mark.parametrize(("text", "bits"), SHOWS)
def test_what_shows_is_told_as_often_as_it_is_asked(text: str, bits: int) -> None:
    one = door()
    assert one(text) == bits
    assert one("L’été") == 0
    assert one(text) == bits
    assert one(text) == bits


def test_only_what_may_show_something_is_asked_about() -> None:
    asked: list[str] = []

    @hurried(door)
    def upper(text: str, *, config: object = None) -> str:
        """Capitals."""
        asked.append(text)
        return text.upper() if config is None else str(config)

    clean = "L’été"
    assert upper.__doc__ == "Capitals."
    for text, _ in SHOWS:
        assert upper(text) == text.upper()
    assert asked == [text for text, _ in SHOWS]
    assert upper(clean, config=3) == "3"
    with pytest.raises(AttributeError, match="upper"):
        upper(3)  # type: ignore[arg-type]


def test_the_public_function_is_still_one_of_its_module() -> None:
    assert pickle.loads(pickle.dumps(fix)) is fix
    assert fix.__module__ == "mojifix.repair"
    assert fix.__name__ == "fix"


def test_a_text_that_passes_is_the_same_object() -> None:
    text = "L’été"
    assert fix(text) is text
