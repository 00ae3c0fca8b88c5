"""Characters of which only U+FFFD or question marks are left."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.replaced import questioned, replaced, replaced_spans


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("I don’t know what they’re doing about it.", "windows-1252>utf-8/fffd"),
        ("I don’t know what they’re doing about it.", "utf-8>ascii/fffd"),
        ("I don’t know what they’re doing about it.", "utf-8>ascii/question"),
        ("I don’t know what they’re doing about it.", "ascii/question"),
        ("La niña va al parque mañana con su abuela.", "windows-1252>utf-8/fffd"),
        ("Il a acheté une pièce de théâtre dans la ville.", "utf-8>ascii/question"),
    ],
)
def test_words_come_back(text: str, chain: str) -> None:
    damaged = mojifix.damage(text, chain)
    assert damaged != text
    repair = mojifix.repair(damaged)
    assert repair.text == text
    assert repair.replay() == damaged
    assert mojifix.repair(text).spans == ()


def test_what_several_readings_explain_is_gone() -> None:
    text = "He wrote to Mr. T�th about the matter on Monday."
    assert mojifix.fix(text) == text
    assert all(span.confidence < 0.9 for span in replaced_spans(text))


def test_alternatives_are_listed() -> None:
    (span,) = mojifix.repair("La ni�a va al parque con su abuela y su hermano.").spans
    assert span.text == "ñ"
    assert span.alternatives
    assert all(span.chain.damage(other) == "�" for other in span.alternatives)


@pytest.mark.parametrize(
    "text",
    [
        "The replacement character � stands by itself in this sentence.",
        "�����",
        "caf�",  # no words around it
        "Beyoncé don�t know what to do about this.",  # not all was replaced
        "really?? why?? who knows what this is about",
        "value ?? other, a??b, list[x?y:z]",
        "see page?s=3 and http://example.org/don?t for more of it",
        "what?no",
    ],
)
def test_other_text_stays(text: str) -> None:
    assert mojifix.fix(text) == text


def test_losses_can_be_turned_off() -> None:
    text = "I don?t know what to do about this"
    assert mojifix.fix(text, config=mojifix.Config(lossy="off")) == text
    report = mojifix.repair(text, config=mojifix.Config(lossy="report"))
    assert report.text == text


def test_repairing_twice_changes_nothing() -> None:
    once = mojifix.fix("Der K�nig f�hrt nach M�nchen und dann wieder nach Hause.")
    assert mojifix.fix(once) == once


def test_the_first_look() -> None:
    assert replaced("M�nchen")
    assert not replaced("a � b")
    assert questioned("fran??ais")
    assert questioned("don?t")
    assert not questioned("really?? why? who")
