"""``python -m bench.known_failures``: which cases of ``fixtures/cases`` work, and which do not yet.

Runs every case the three ways in which the tests run it and compares with its ``xfail`` field.
With ``--write`` the field of cases of damage is brought up to date: taken away where the case
works now, and set (way by way) where damage is left. Only damage that is *left* is excused. A
clean text that was changed, or damage turned into something wrong, is a fault: it is listed, the
exit status is 1, and nothing is written over it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import mojifix
from bench.corpus import ROOT
from mojifix import Span
from tests.cases.test_cases import WAYS, frame

LEFT = "this damage is not repaired yet"


def outcomes(case: dict[str, Any]) -> dict[str, str]:
    """For each way "right", "left" (damage is left, and nothing is worse), or "wrong"."""
    found = {}
    for way in WAYS:
        before, after = frame(way, case["lang"])
        repair = mojifix.repair(before + case["text"] + after)
        expected = before + case["expected"] + after
        if repair.text == expected:
            found[way] = "right"
        else:
            damage = case["kind"] == "repair" and _in_order(repair.spans, expected)
            found[way] = "left" if damage else "wrong"
    return found


def _in_order(spans: Sequence[Span], expected: str) -> bool:
    """True where all that was restored stands in the expected text, in the same order."""
    at = 0
    for span in spans:
        at = expected.find(span.text, at)
        if at < 0:
            return False
        at += len(span.text)
    return True


def excuse(case: dict[str, Any], found: dict[str, str]) -> dict[str, Any]:
    """The case with an ``xfail`` field that says what is so."""
    rest = {key: value for key, value in case.items() if key != "xfail"}
    failing = [way for way in WAYS if found[way] != "right"]
    if not failing:
        return rest
    old = case.get("xfail", LEFT)
    reasons = {way: old if isinstance(old, str) else old.get(way, LEFT) for way in failing}
    same = len(failing) == len(WAYS) and len(set(reasons.values())) == 1
    return rest | {"xfail": reasons[failing[0]] if same else reasons}


def is_fault(case: dict[str, Any], found: dict[str, str]) -> bool:
    """True where something came out wrong that no reason in the case explains."""
    known = case.get("xfail", {})
    return any(
        result == "wrong" and not (known if isinstance(known, str) else known.get(way))
        for way, result in found.items()
    )


def main(arguments: list[str] | None = None) -> int:
    """Compare, and write if asked to. Returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="bench.known_failures", description=__doc__.split("\n")[0]
    )
    parser.add_argument("--cases", type=Path, default=ROOT / "fixtures" / "cases")
    parser.add_argument("--write", action="store_true", help="bring the xfail fields up to date")
    options = parser.parse_args(arguments)
    faults = 0
    for path in sorted(options.cases.glob("*.jsonl")):
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        updated = []
        for case in cases:
            found = outcomes(case)
            fault = is_fault(case, found)
            faults += fault
            new = case if fault else excuse(case, found)
            if fault or new != case:
                print(f"{path.name}: {case['id']}: {'FAULT ' if fault else ''}{found}")
            updated.append(new)
        if options.write and updated != cases:
            lines = (json.dumps(case, ensure_ascii=True) + "\n" for case in updated)
            path.write_text("".join(lines), encoding="utf-8")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
