"""What siblings say about places that lost something."""

from __future__ import annotations

import pytest

import mojifix
from mojifix import damage
from mojifix.config import DEFAULT
from mojifix.engine.pipeline import settled
from mojifix.engine.witnesses import WITNESSED, asked
from mojifix.model import Repair

TEXT = "The mayor’s plan isn’t dead, it’s only asleep, she said, and we’ll wake it."
DAMAGED = damage(TEXT, "utf-8>iso-8859-7", "drop-c1")
SPANS = settled(DAMAGED, DEFAULT)


def heard(*siblings: str) -> Repair:
    return Repair(DAMAGED, asked(DAMAGED, SPANS, list(siblings), DEFAULT))


def test_without_siblings_nothing_changes() -> None:
    assert asked(DAMAGED, SPANS, [], DEFAULT) == SPANS


def test_sibling_that_quotes_confirms() -> None:
    repair = heard(f"Before that. {TEXT} After that.")
    assert repair.text == TEXT
    assert all(span.confidence >= WITNESSED for span in repair.spans)


def test_sibling_decides_among_originals() -> None:
    dashed = TEXT.replace("isn’t", "isn‘t")
    repair = heard(f"Before that. {dashed} After that.")
    assert repair.text == dashed
    changed = [span for span in repair.spans if span.text == "‘"]
    assert len(changed) == 1
    assert "’" in changed[0].alternatives


def test_sibling_with_another_character_is_not_followed() -> None:
    assert heard(f"Before that. {TEXT.replace('’', '*')} After that.").text == TEXT


def test_sibling_about_something_else_is_silent() -> None:
    assert heard("Bread is baked in the early morning hours.").spans == SPANS


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        # All letters are damaged: only what is repaired already tells where the sibling quotes it.
        (
            "Он говорил о том, что моя жизнь не сложилась, и деятельность его была напрасной.",
            ("utf-8>windows-1252/fffd",),
        ),
        # By itself it is read as `à`, through another loss.
        (
            "Isso não leva a lugar nenhum. É perigoso ficar lá à noite, disse a polícia da região.",
            ("utf-8>iso-8859-1", "drop-c1", "nbsp-to-space"),
        ),
        # By itself it is left.
        (
            "Posłowie twierdzą, że sprawa jest zamknięta i że nikt nie będzie za to winny.",
            ("utf-8>iso-8859-1", "drop-c1"),
        ),
    ],
)
def test_what_is_wrong_or_left_without_siblings_is_right_beside_one(
    text: str, chain: tuple[str, ...]
) -> None:
    damaged = damage(text, *chain)
    assert mojifix.repair(damaged).text != text
    repair = mojifix.repair(damaged, siblings=[f"One. {text} Two."])
    assert repair.text == text
    assert all(span.chain.damage(span.text) for span in repair.spans)


def test_a_quotation_may_begin_within_a_sentence() -> None:
    text = "Dizem que é perigoso ficar lá à noite, e a polícia da região concorda com isso."
    damaged = damage("Foi dito: " + text, "utf-8>iso-8859-1", "drop-c1", "nbsp-to-space")
    assert mojifix.repair(damaged, siblings=[f"Outra coisa. {text}"]).text.endswith(text)


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (
            "Later that day Mr. T�th closed the matter.",
            "Later that day Mr. Tóth closed the matter.",
        ),
        (
            "Later that day Mr. T??th closed the matter.",
            "Later that day Mr. Tóth closed the matter.",
        ),
        (
            "Later that day Mr. T?th closed the matter.",
            "Later that day Mr. Tóth closed the matter.",
        ),
        ("Later that day who? Nobody.", "Later that day who? Nobody."),
    ],
)
def test_siblings_know_what_was_replaced(seen: str, expected: str) -> None:
    siblings = ["Later that day Mr. Tóth closed the matter. Nobody had asked for it."]
    assert mojifix.fix(seen) == seen
    repair = mojifix.repair(seen, siblings=siblings)
    assert repair.text == expected
    assert repair.replay() == seen
    assert mojifix.verify(repair, siblings=siblings).ok
