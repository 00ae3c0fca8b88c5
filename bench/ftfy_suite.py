"""``python -m bench.ftfy_suite PATH``: ftfy's own test cases, the part about encoding.

PATH is a checkout of ftfy or its git directory (bare ones too); the cases are read from
``tests/test-cases/*.json`` or ``tests/test_cases.json`` where they stand, and are never copied
into this repository. A case counts as right when the answer is ftfy's ``fixed-encoding`` . Where
there is none, ``fixed`` holds ftfy's other fixes too (quotation marks, width …), so there an answer
is right that becomes ``fixed`` by these. The cases that ftfy itself expects to fail are counted
apart.

ftfy puts U+FFFD where bytes were lost, and expects it. An answer that has another character in
just these places, and is as expected in all others, is counted apart as *restored*: not what ftfy
expects, but what a repair is for. No other difference is forgiven, and whether the restored
character is the right one this suite cannot say.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from bench.report import table

BARS = {"pass": "148 of 151", "fail": "6 of 10"}


def read_cases(path: Path) -> list[dict[str, Any]]:
    """All cases in a checkout or a git directory. Raises ``OSError`` where there are none."""
    cases: list[dict[str, Any]] = []
    for text in _worktree(path) or _git(path):
        cases += json.loads(text)
    if not cases:
        raise OSError(f"no tests/test-cases/*.json or tests/test_cases.json in {path}")
    return cases


def _worktree(path: Path) -> list[str]:
    found = [*sorted(path.glob("tests/test-cases/*.json")), *path.glob("tests/test_cases.json")]
    return [p.read_text(encoding="utf-8") for p in found]


def _git(path: Path) -> list[str]:
    def git(*arguments: str) -> str:
        command = ["git", "-C", str(path), *arguments]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            raise OSError(f"{path} is neither a checkout of ftfy nor a git directory")
        return done.stdout

    names = git("ls-tree", "-r", "--name-only", "HEAD", "tests").splitlines()
    wanted = [n for n in names if n.endswith(".json") and "test" in n]
    return [git("show", f"HEAD:{name}") for name in wanted]


def wanted(case: dict[str, Any]) -> str:
    """What an encoding fixer should make of the case."""
    return str(case.get("fixed-encoding", case["fixed"]))


def verdict(case: dict[str, Any], answer: str) -> str:
    """``right``, ``restored`` or ``wrong``: see the top of the module."""
    expected = wanted(case)
    if answer == expected:
        return "right"
    if "fixed-encoding" not in case:
        import ftfy

        if ftfy.fix_text(answer, fix_encoding=False) == expected:
            return "right"
    pattern = ".".join(map(re.escape, expected.split("\ufffd")))
    return "restored" if re.fullmatch(pattern, answer, re.DOTALL) else "wrong"


def main(arguments: list[str] | None = None) -> int:
    """Ask mojifix and ftfy every case. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="bench.ftfy_suite", description=__doc__.split("\n")[0])
    parser.add_argument("path", type=Path, help="a checkout of ftfy, or its git directory")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every answer as JSON")
    parser.add_argument("--failures", action="store_true", help="show what went wrong")
    options = parser.parse_args(arguments)
    try:
        cases = read_cases(options.path)
    except (OSError, ValueError) as error:
        print(f"bench.ftfy_suite: {error}", file=sys.stderr)
        return 2
    rows = [_ask(case) for case in cases]
    heads = ["cases that ftfy expects to", "cases", "mojifix", "restored besides", "ftfy", "bar"]
    print(table(heads, _summary(rows)))
    if options.failures:
        _show([row for row in rows if row["verdicts"]["mojifix"] != "right"])
    if options.json:
        options.json.write_text(json.dumps(rows, ensure_ascii=True, indent=1), encoding="utf-8")
    return 0


def _ask(case: dict[str, Any]) -> dict[str, Any]:
    import ftfy

    import mojifix

    text, expected = case["original"], wanted(case)
    repair = mojifix.repair(text)
    answers = {"mojifix": repair.text, "ftfy": ftfy.fix_encoding(text)}
    return {
        "label": case["label"],
        "expect": case["expect"],
        "input": text,
        "expected": expected,
        "answers": answers,
        "verdicts": {name: verdict(case, answer) for name, answer in answers.items()},
        "spans": [span.to_dict() for span in repair.spans],
    }


def _summary(rows: list[dict[str, Any]]) -> list[list[str]]:
    result = []
    for expect, bar in BARS.items():
        of = [row for row in rows if row["expect"] == expect]
        mojifix, ftfy = (
            Counter(row["verdicts"][name] for row in of) for name in ("mojifix", "ftfy")
        )
        counts = (len(of), mojifix["right"], mojifix["restored"], ftfy["right"])
        result.append([expect, *map(str, counts), bar])
    return result


def _show(failures: list[dict[str, Any]]) -> None:
    for row in failures:
        print(f"\n{row['expect']}: {row['label']} ({row['verdicts']['mojifix']})")
        print(f"  input    {row['input']!a}")
        print(f"  expected {row['expected']!a}")
        print(f"  got      {row['answers']['mojifix']!a}")
        for span in row["spans"]:
            chain = " · ".join(span["chain"])
            print(f"           {span['start']}-{span['end']} {chain} {span['confidence']:.3f}")


if __name__ == "__main__":
    sys.exit(main())
