import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import mojifix
from bench import known_failures

DAMAGE = {
    "id": "x",
    "text": "Ã©tÃ©",
    "expected": "été",
    "kind": "repair",
    "chain": "utf-8>windows-1252",
    "lang": "fr",
    "note": "",
}


def run(
    folder: Path, case: dict[str, Any], answer: str, patch: pytest.MonkeyPatch
) -> tuple[int, dict[str, Any]]:
    """Run with a ``repair`` that turns the case's text into ``answer``."""

    def repair(text: str) -> SimpleNamespace:
        spans = [SimpleNamespace(text=answer)] if answer != case["text"] else []
        return SimpleNamespace(text=text.replace(case["text"], answer), spans=spans)

    patch.setattr(mojifix, "repair", repair)
    path = folder / "some.jsonl"
    path.write_text(json.dumps(case) + "\n", encoding="utf-8")
    status = known_failures.main(["--cases", str(folder), "--write"])
    return status, json.loads(path.read_bytes())


def test_damage_that_is_left_is_excused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, case = run(tmp_path, DAMAGE, DAMAGE["text"], monkeypatch)
    assert (status, case["xfail"]) == (0, known_failures.LEFT)


def test_an_excuse_goes_when_the_case_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, case = run(tmp_path, DAMAGE | {"xfail": "hard"}, "été", monkeypatch)
    assert (status, case) == (0, DAMAGE)


def test_a_reason_stays_as_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = DAMAGE | {"xfail": {"whole": "short", "lines": "short"}}
    status, case = run(tmp_path, known, DAMAGE["text"], monkeypatch)
    reasons = {"whole": "short", "paragraph": known_failures.LEFT, "lines": "short"}
    assert (status, case["xfail"]) == (0, reasons)


def test_a_wrong_answer_is_a_fault_and_never_excused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(tmp_path, DAMAGE, "ètè", monkeypatch) == (1, DAMAGE)


def test_a_changed_clean_text_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clean = DAMAGE | {"text": "été", "kind": "leave-alone", "chain": ""}
    assert run(tmp_path, clean, "ete", monkeypatch) == (1, clean)
