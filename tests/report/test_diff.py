"""A repair as a diff, held against ``patch``."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from mojifix.channels import parse
from mojifix.model import Repair, Span
from mojifix.report.diff import diff, painted
from mojifix.report.lines import render
from tests.mending import mend


def test_nothing_changed() -> None:
    assert list(diff("a", Repair("x\n"))) == []


def test_one_line_and_its_context() -> None:
    clean = "".join(f"{n}\n" for n in range(1, 6)) + "it’s\n" + "7\n8\n9\n10\n"
    assert "".join(diff("a.txt", mend(clean, "’"))) == (
        "--- a.txt\n+++ a.txt\n@@ -3,7 +3,7 @@\n 3\n 4\n 5\n-itβs\n+it’s\n 7\n 8\n 9\n"
    )


def test_contexts_that_touch_make_one_hunk() -> None:
    near = "’\n" + "-\n" * 6 + "’\n"
    far = "’\n" + "-\n" * 7 + "’\n"
    assert sum(line.startswith("@@") for line in diff("a", mend(near, "’", "’"))) == 1
    assert sum(line.startswith("@@") for line in diff("a", mend(far, "’", "’"))) == 2


def test_a_line_without_an_end() -> None:
    assert "".join(diff("a", mend("it’s", "’"))) == (
        "--- a\n+++ a\n@@ -1 +1 @@\n-itβs\n\\ No newline at end of file\n"
        "+it’s\n\\ No newline at end of file\n"
    )


@pytest.mark.parametrize(
    ("name", "quoted"),
    [
        ("a b.txt", "a b.txt"),
        ("café.txt", "café.txt"),
        ('say "hi"', '"say \\"hi\\""'),
        ("new\nline", '"new\\012line"'),
        ("\udce9", '"\\351"'),
        ("\x1b[31m", '"\\033[31m"'),
    ],
)
def test_names_are_quoted_as_git_does(name: str, quoted: str) -> None:
    assert next(diff(name, mend("’", "’"))) == f"--- {quoted}\n"


def test_for_people_nothing_commands_the_terminal() -> None:
    lines = diff("a", mend("\x1b[31m’\r\n", "’"))
    assert render(painted(lines), color=False).splitlines()[2:] == [
        "@@ -1 +1 @@",
        "-<U+001B>[31mβ",
        "+<U+001B>[31m’",
    ]


def newlines_moved() -> Repair:
    """A repair that joins and splits lines: LF and NEL changed places."""
    swap = parse("utf-8>iso-8859-1")
    text = "a\nÂ\x85b\nc"
    return Repair(text, (Span(2, 4, "\x85", swap, 0.9),))


@pytest.mark.skipif(not shutil.which("patch"), reason="patch is not installed")
@pytest.mark.parametrize(
    "repair",
    [
        mend("it’s\n", "’"),
        mend("it’s", "’"),
        mend("\n\n“a\n\n\nb”\r\n" + "c\n" * 20 + "’", "“", "”", "’"),
        mend("“a” “b”\n“c”", "“", "”", "“", "”", "“", "”"),
        newlines_moved(),
    ],
)
def test_patch_makes_the_repaired_file_of_it(repair: Repair, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(repair.original.encode())
    done = subprocess.run(
        ["patch", "--binary", "-p0", "a"],
        input="".join(diff("a", repair)).encode(),
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert path.read_bytes() == repair.text.encode()
