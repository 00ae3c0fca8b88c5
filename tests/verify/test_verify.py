from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import ftfy
import pytest

from mojifix.channels import damage, parse
from mojifix.errors import InputError
from mojifix.model import Repair, Span, Status
from mojifix.siblings import Siblings
from mojifix.verify import verify, verify_texts

CHAIN = parse("utf-8>windows-1252")
TEXT = "Près de l’hôtel, où l’été est « déjà » là, René a dîné à Noël avec Zoë."
DAMAGED = damage(TEXT, "utf-8>windows-1252")


def test_a_repair_that_is_right() -> None:
    repair = Repair(DAMAGED, (Span(0, len(DAMAGED), TEXT, CHAIN, 1.0),))
    verdict = verify(repair)
    assert verdict.ok
    assert verdict.replays
    assert [said.status for said in verdict.spans] == [Status.UNATTESTED]


def test_nothing_to_verify() -> None:
    assert verify(Repair("clean")).ok
    assert verify(Repair("clean"), ["clean"]).spans == ()
    assert verify_texts("clean", "clean").ok


def test_a_repair_that_was_tampered_with() -> None:
    repair = Repair(DAMAGED, (Span(0, len(DAMAGED), TEXT, CHAIN, 1.0),))
    repair._text = TEXT.replace("Zoë", "Zoe")
    verdict = verify(repair)
    assert not verdict.ok
    assert verdict.outside == ((0, len(DAMAGED)),)
    assert verdict.to_dict()["outside"] == [[0, len(DAMAGED)]]


def test_what_another_tool_repaired() -> None:
    verdict = verify_texts(DAMAGED, ftfy.fix_encoding(DAMAGED))
    assert verdict.ok
    assert {str(said.chain) for said in verdict.spans} == {"utf-8>windows-1252"}


def test_what_another_tool_changed_besides() -> None:
    verdict = verify_texts(DAMAGED, ftfy.fix_text(DAMAGED))
    assert not verdict.ok  # curly apostrophes became straight ones
    unproved = [said for said in verdict.spans if not said.replays]
    assert {said.repaired for said in unproved} == {"'", "'é"}


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [("it’s clean", "it's clean"), ("a word", "another word"), ("Ⅳ", "IV"), ("x", ""), ("", "x")],
)
def test_changes_that_nothing_proves(damaged: str, repaired: str) -> None:
    verdict = verify_texts(damaged, repaired)
    assert not verdict.ok
    assert [said.chain for said in verdict.spans] == [None]
    assert json.loads(json.dumps(verdict.to_dict()))["spans"][0]["chain"] is None


def test_siblings_speak_of_unproved_changes_too() -> None:
    text = "He said the company’s new models will reach all of its customers."
    verdict = verify_texts(text, text.replace("’", "'"), ["Well: " + text])
    (said,) = verdict.spans
    assert (said.status, said.reading) == (Status.CONTRADICTED, "’")
    verdict = verify_texts(text.replace("’", "'"), text, ["Well: " + text])
    assert not verdict.ok  # right, but nobody's damage
    assert verdict.spans[0].status is Status.CORROBORATED


def test_a_wrong_reading_that_replays_is_caught_by_siblings_only() -> None:
    damaged = "He said the companyβs new models will reach all of its customers."
    wrong = damaged.replace("β", "”")
    assert verify_texts(damaged, wrong).ok
    assert not verify_texts(damaged, wrong, damaged.replace("β", "’")).ok


def test_siblings_may_be_given_in_many_ways(tmp_path: Path) -> None:
    repair = Repair(DAMAGED, (Span(0, len(DAMAGED), TEXT, CHAIN, 1.0),))
    (tmp_path / "sibling.txt").write_text(TEXT, encoding="utf-8")
    for siblings in (
        TEXT,
        [TEXT],
        {"name": TEXT},
        tmp_path,
        [tmp_path / "sibling.txt"],
        Siblings([TEXT]),
    ):
        assert verify(repair, siblings).spans[0].status is Status.CORROBORATED
        assert verify_texts(DAMAGED, TEXT, siblings).spans[0].status is Status.CORROBORATED


@pytest.mark.parametrize("wrong", ["text", None, b"bytes", 7])
def test_what_is_no_repair(wrong: Any) -> None:
    with pytest.raises(TypeError, match="verify takes a Repair, not"):
        verify(wrong)


def test_what_is_no_text() -> None:
    with pytest.raises(TypeError, match="the damaged text must be a str, not bytes"):
        verify_texts(b"x", "x")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="the repaired text must be a str, not NoneType"):
        verify_texts("x", None)  # type: ignore[arg-type]


def test_siblings_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        verify(Repair("x"), tmp_path / "nothing")


def test_as_data() -> None:
    repair = Repair(DAMAGED, (Span(0, len(DAMAGED), TEXT, CHAIN, 1.0),))
    data = verify(repair, [("name", TEXT)]).to_dict()
    assert data["ok"] is data["replays"] is True
    (span,) = data["spans"]
    assert span["sibling"] == "name"
    assert span["chain"] == ["utf-8>windows-1252"]
    assert span["repaired"] == TEXT
    assert span["damaged"] == DAMAGED
    json.dumps(data)


@pytest.mark.parametrize("text", ["\ud800Ã©\udfff", "Ã©\x00", "Ã©" * 3000, "\ufffd" * 50])
def test_hostile_texts(text: str) -> None:
    verdict = verify_texts(text, text.replace("Ã©", "é"), [text, "é\ud800"])
    assert verdict.replays
