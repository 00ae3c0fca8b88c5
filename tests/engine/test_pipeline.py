"""From a text to its spans."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mojifix import damage
from mojifix.channels import parse
from mojifix.config import DEFAULT, Config
from mojifix.engine.decide import CERTAIN
from mojifix.engine.pipeline import (
    SURE,
    doubted,
    loses,
    runs_under,
    settled,
    spans_of,
    wanted,
    whole_chain,
)
from mojifix.engine.suspects import suspects
from mojifix.model import Repair, Span

TEXT = "Hier soir, après le dîner, où étais-tu parti ? Ça va, naïf garçon."
DAMAGED = damage(TEXT, "utf-8>windows-1252")
ONCE = parse("utf-8>windows-1252")


@pytest.mark.parametrize("text", ["", "plain", TEXT, "\ud800"])
def test_clean_text_goes_no_further(text: str) -> None:
    assert not suspects(text)
    assert settled(text, DEFAULT) == ()
    assert whole_chain(text, DEFAULT) is None


def test_fast_road() -> None:
    whole = whole_chain(DAMAGED, DEFAULT)
    assert whole is not None
    assert whole.original == TEXT
    assert whole.done
    spans = runs_under(DAMAGED, whole.steps)
    assert Repair(DAMAGED, spans).text == TEXT
    assert {span.confidence for span in spans} == {CERTAIN}


def test_fast_road_is_not_for_the_strict_nor_for_more_damage_beneath() -> None:
    assert whole_chain(DAMAGED, Config(min_confidence=1.0)) is None
    beneath = damage(f"{TEXT}\n{DAMAGED}", "utf-8>windows-1252")
    whole = whole_chain(beneath, DEFAULT)
    assert whole is not None
    assert not whole.done
    for spans in (spans_of(beneath, DEFAULT, whole), settled(beneath, DEFAULT)):
        assert Repair(beneath, spans).text == f"{TEXT}\n{TEXT}"


def test_both_roads_lead_to_the_same_text() -> None:
    assert Repair(DAMAGED, settled(DAMAGED, DEFAULT)).text == TEXT


def test_settled_is_sure_and_done() -> None:
    spans = settled(f"{TEXT}\n{DAMAGED}", DEFAULT)
    assert spans
    assert all(span.confidence >= SURE for span in spans)
    assert settled(Repair(f"{TEXT}\n{DAMAGED}", spans).text, DEFAULT) == ()


def test_doubted_is_nothing_in_clean_text() -> None:
    assert doubted(TEXT, (), DEFAULT) == ()


LOSSY = Span(0, 1, "’", parse("utf-8>iso-8859-7", "drop-c1"), 0.95)
PLAIN = Span(0, 2, "é", ONCE, 0.95)


@pytest.mark.parametrize(
    ("span", "settings", "expected"),
    [
        (PLAIN, {}, True),
        (PLAIN, {"min_confidence": 0.95}, True),
        (PLAIN, {"min_confidence": 0.96}, False),
        (PLAIN, {"lossy": "off"}, True),
        (PLAIN, {"channels": ("utf-8>windows-1252",)}, True),
        (PLAIN, {"channels": ("utf-8>cp850",)}, False),
        (PLAIN, {"channels": ()}, False),
        (LOSSY, {}, True),
        (LOSSY, {"lossy": "report"}, False),
        (LOSSY, {"lossy": "off"}, False),
        (LOSSY, {"channels": ("utf-8>iso-8859-7",)}, False),
        (LOSSY, {"channels": ("drop-c1", "utf-8>iso-8859-7")}, True),
    ],
)
def test_wanted(span: Span, settings: dict[str, Any], expected: bool) -> None:
    assert wanted(span, Config(**settings)) is expected


def test_loses() -> None:
    assert loses(LOSSY)
    assert not loses(PLAIN)
    assert loses(replace(PLAIN, chain=parse("utf-8>windows-1252/fffd")))
