"""The page for ``man`` is made from the same table as ``--help``."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from mojifix.cli.manual import escaped, manual
from mojifix.cli.reference import written
from mojifix.cli.table import COMMANDS


def test_the_page_is_up_to_date(root: Path) -> None:
    page = (root / "docs" / "mojifix.1").read_text(encoding="ascii")
    assert page == manual(), "run: make docs"


def test_it_has_every_command_and_flag_with_its_help() -> None:
    page = manual()
    for command in COMMANDS:
        section = page.partition(f'.SS "mojifix {command.name}"\n')[2].partition("\n.S")[0]
        assert escaped(command.details) in section
        assert escaped(command.status) in section
        for flag in command.flags:
            assert f".TP\n\\fB{escaped(written(flag))}\\fR\n{escaped(flag.help)}\n" in section


@pytest.mark.parametrize("text", [".profile", "'quoted'", "-i \\u00e9 `x` ^ ~"])
def test_no_text_is_taken_for_a_request(text: str) -> None:
    assert not escaped(text).startswith((".", "'"))


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_it_prints_without_a_warning(root: Path) -> None:
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", "-P-c", str(root / "docs" / "mojifix.1")],
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    text = re.sub(r"\s+", " ", re.sub(".\b", "", done.stdout.decode()))
    assert "EXIT STATUS" in text
    assert "130 interrupted." in text
