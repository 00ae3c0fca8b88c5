"""The cases of ``fixtures/cases``, each run three ways.

Alone; inside a paragraph of clean sentences of its language; and on a line between clean lines.
A case that does not work yet says so in its ``xfail`` field: one reason for all ways, or one for
each way by name. Such a case that works is an error (strict), so that the field goes away.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import mojifix

FIXTURES = Path(__file__).parents[2] / "fixtures"
ENGLISH = ("The harbor was quiet that morning.", "Nobody had seen the boats leave.")
WAYS = ("whole", "paragraph", "lines")


def read_cases() -> Iterator[dict[str, Any]]:
    for path in sorted((FIXTURES / "cases").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


CASES = list(read_cases())


def neighbors(lang: str) -> tuple[str, str]:
    """Two clean sentences of the language, English where there are none."""
    path = FIXTURES / "quality" / f"{lang}.txt"
    if not path.is_file():
        return ENGLISH
    before, after = path.read_text(encoding="utf-8").splitlines()[5:7]
    return before, after


def frame(way: str, lang: str) -> tuple[str, str]:
    """What stands before and after the text of a case."""
    before, after = neighbors(lang)
    return {"whole": ("", ""), "paragraph": (f"{before} ", f" {after}")}.get(
        way, (f"{before}\n", f"\n{after}")
    )


def parameters() -> Iterator[Any]:
    for case in CASES:
        known = case.get("xfail", {})
        for way in WAYS:
            reason = known if isinstance(known, str) else known.get(way)
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(case, way, id=f"{case['id']}-{way}", marks=marks)


@pytest.mark.parametrize(("case", "way"), list(parameters()))
def test_case(case: dict[str, Any], way: str) -> None:
    before, after = frame(way, case["lang"])
    observed = before + case["text"] + after
    repair = mojifix.repair(observed)
    assert repair.replay() == observed
    assert repair.text == before + case["expected"] + after


def test_ids_are_unique() -> None:
    ids = [case["id"] for case in CASES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case_is_well_formed(case: dict[str, Any]) -> None:
    assert case["kind"] in ("repair", "leave-alone")
    assert (case["text"] == case["expected"]) == (case["kind"] == "leave-alone")
    assert bool(case["chain"]) == (case["kind"] == "repair")
