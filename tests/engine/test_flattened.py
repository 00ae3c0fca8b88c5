"""Mojibake that was flattened to ASCII."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.flattened import FLAT, flattened_spans, flattened_worth


@pytest.mark.parametrize("name", FLAT)
@pytest.mark.parametrize(
    "text",
    [
        "It’s the mayor’s plan",
        "“Nobody knew,” she said",
        "The plan – all of it – failed",
        "The plan—all of it—failed",
        "pages 12–19",
        "The café closed…",
    ],
)
def test_marks_come_back(name: str, text: str) -> None:
    damaged = mojifix.damage(text, "utf-8>windows-1252", name)
    assert damaged.isascii()
    repair = mojifix.repair(damaged)
    assert repair.text == text
    assert repair.replay() == damaged


@pytest.mark.parametrize(
    "text",
    [
        "price aEUR 20",
        "the pair aEURUSD fell",
        "EUR(TM) and Acme(TM)",
        "Plan A(c) and plan B(d)",
        "function A(cases)",
        "",
    ],
)
def test_other_ascii_stays(text: str) -> None:
    assert flattened_spans(text) == ()
    assert mojifix.fix(text) is text


def test_it_is_a_loss() -> None:
    text = "ItaEUR(TM)s here"
    assert flattened_worth(text)
    assert mojifix.fix(text, config=mojifix.Config(lossy="off")) == text


@pytest.mark.parametrize(
    "text",
    [
        "itaEUR(TM)s Ã©tÃ© dÃ©jÃ\xa0 vu",
        "itaEUR(TM)s \ud83d\ude00",
        "d\\u00c3\\u00a9j\\u00c3\\u00a0 itaEUR(TM)s \ud83d\ude00",
    ],
)
def test_beside_other_damage_it_is_read_at_once(text: str) -> None:
    repair = mojifix.repair(text)
    assert "’" in repair.text
    assert repair.replay() == text
    assert mojifix.fix(text) == repair.text
    assert mojifix.fix(repair.text) == repair.text
