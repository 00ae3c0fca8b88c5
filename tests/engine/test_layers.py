"""Spans of a repaired text as spans of the text that it was made of."""

from __future__ import annotations

from mojifix import damage
from mojifix.channels import parse
from mojifix.engine.layers import merged
from mojifix.model import Repair, Span

ONCE = parse("utf-8>windows-1252")


def test_merged_moves_what_comes_after() -> None:
    done = Repair("Ã© and Ã© end", (Span(0, 2, "é", ONCE, 1.0),))
    assert done.text == "é and Ã© end"
    spans = merged(done, (Span(6, 8, "é", ONCE, 0.95),))
    assert spans == (Span(0, 2, "é", ONCE, 1.0), Span(7, 9, "é", ONCE, 0.95))
    assert Repair(done.original, spans or ()).text == "é and é end"


def test_merged_keeps_what_comes_before() -> None:
    done = Repair("Ã© and Ã© end", (Span(7, 9, "é", ONCE, 1.0),))
    spans = merged(done, (Span(0, 2, "é", ONCE, 0.95),))
    assert Repair(done.original, spans or ()).text == "é and é end"


def test_merged_joins_damage_over_damage() -> None:
    text = damage("é", "utf-8>windows-1252", "utf-8>windows-1252")
    under = Span(0, len(text), "Ã©", ONCE, 0.97)
    spans = merged(Repair(text, (under,)), (Span(0, 2, "é", ONCE, 0.95),))
    assert spans is not None
    assert [(s.start, s.end, s.text, len(s.chain)) for s in spans] == [(0, len(text), "é", 2)]
    assert spans[0].confidence == 0.95


def test_merged_refuses_what_does_not_replay() -> None:
    half = Span(0, 2, "Ã", ONCE, 1.0)
    done = Repair("Ãƒ©", (half,))
    assert done.text == "Ã©"
    assert merged(done, (Span(0, 2, "é", ONCE, 1.0),)) is None
