"""``mojifix detect``: a line for each place, as compilers write them."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.conftest import Shell

DAMAGED = "Hola.\r\nLa cafeterÃ­a estÃ¡ en EspaÃ±a.\n".encode()
CLEAN = "La cafetería está en España.\n".encode()


def test_findings_are_lines(shell: Shell) -> None:
    ran = shell("detect", "-", stdin=DAMAGED)
    assert (ran.status, ran.err) == (1, "")
    first, *rest = ran.out.decode().splitlines()
    pattern = (
        r"<stdin>:2:11: Ã<U\+00AD> looks damaged by utf-8>windows-1252, confidence [01]\.\d\d;"
        r" perhaps í"
    )
    assert re.fullmatch(pattern, first)
    assert [line.split(": ")[0] for line in rest] == ["<stdin>:2:18", "<stdin>:2:28"]


def test_clean_text_is_silence(shell: Shell) -> None:
    assert shell("detect", "-", stdin=CLEAN) == (0, b"", "")


def test_files_are_listed_in_order_and_an_unreadable_one_stops_nothing(
    shell: Shell, tmp_path: Path
) -> None:
    (tmp_path / "b").write_bytes(DAMAGED)
    (tmp_path / "c").write_bytes(CLEAN)
    (tmp_path / "d").write_bytes(b"\0")
    (tmp_path / "a").write_bytes(DAMAGED)
    ran = shell("detect", "b", "nope", "c", "d", "a")
    assert ran.status == 2
    assert [line[:4] for line in ran.out.decode().splitlines()] == ["b:2:"] * 3 + ["a:2:"] * 3
    assert ran.err.splitlines() == [
        "mojifix: error: nope: no such file (check the path)",
        "mojifix: d: skipped: looks binary: a NUL at byte offset 0",
    ]


def test_json(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(DAMAGED)
    ran = shell("detect", "--json", "a", "a")  # each file once
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.status == 1
    assert [record["found"]["text"] for record in records] == ["Ã\xad", "Ã¡", "Ã±"]
    assert {record["path"]["text"] for record in records} == {"a"}
    assert records[0]["candidates"][0] == {"text": "í"}


def test_lossy_damage_can_be_ignored(shell: Shell, article: Path) -> None:
    ran = shell("detect", "--lossy=off", article)
    assert (ran.status, ran.out) == (0, b"")


def test_text_cannot_command_the_terminal(shell: Shell, tmp_path: Path) -> None:
    name = "\x1b[2J\n"
    (tmp_path / name).write_bytes(b"\x1b]0;owned\x07" + DAMAGED)
    ran = shell("detect", "--color=always", name)
    assert ran.status == 1
    text = re.sub(r"\x1b\[\d*m", "", ran.out.decode())
    assert all(line.isprintable() for line in text.split("\n"))
