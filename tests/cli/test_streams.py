"""What a terminal gets, and what everything else gets. The terminal is a real one (a pty)."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mojifix.files.cuts import LARGE
from tests.conftest import Shell

pty = pytest.importorskip("pty")

HOSTILE = "cafÃ©\t\x1b]0;owned\x07\x9b31m\u202e\u2028\r\nnext\rline\x7f\ufdd0\n".encode()

Terminal = Callable[..., str]


@pytest.fixture
def terminal() -> Terminal:
    """Run ``mojifix`` with both outputs on a terminal; line ends as the program wrote them."""

    def run(*arguments: str, stdin: bytes = b"", **env: str) -> str:
        master, slave = os.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "mojifix", *arguments],
            stdin=subprocess.PIPE,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "TERM": "xterm", "NO_COLOR": "", "COLUMNS": "80", **env},
        )
        os.close(slave)
        assert process.stdin
        process.stdin.write(stdin)
        process.stdin.close()
        seen = b""
        # At the end Linux reports an error, others an empty read.
        with contextlib.suppress(OSError):
            while chunk := os.read(master, 65_536):
                seen += chunk
        process.wait(timeout=30)
        os.close(master)
        return seen.decode(errors="surrogateescape").replace("\r\n", "\n")

    return run


def test_repaired_text_cannot_command_the_terminal(terminal: Terminal) -> None:
    seen = terminal("repair", "-", stdin=HOSTILE, NO_COLOR="1")
    text, _, summary = seen.partition("mojifix: ")
    assert text == (
        "café\t<U+001B>]0;owned<U+0007><U+009B>31m<U+202E><U+2028>\n"
        "next<U+000D>line<U+007F><U+FDD0>\n"
    )
    assert summary.startswith("<stdin>: 1 place repaired")


def test_a_diff_cannot_command_the_terminal(terminal: Terminal) -> None:
    seen = terminal("repair", "--diff", "-", stdin=HOSTILE, NO_COLOR="1")
    assert all(line.isprintable() for line in seen.replace("\t", "").split("\n"))


@pytest.mark.parametrize("command", [["repair", "--json"], ["detect", "--json"]])
def test_json_cannot_command_the_terminal(terminal: Terminal, command: list[str]) -> None:
    seen = terminal(*command, "-", stdin=HOSTILE, NO_COLOR="1")
    assert "\\u001b" in seen or command[0] == "detect"
    assert all(line.isprintable() for line in seen.split("\n"))


def test_damage_cannot_command_the_terminal(terminal: Terminal) -> None:
    seen = terminal("damage", "-", "utf-8>iso-8859-7", stdin="’".encode())
    assert seen == "β<U+0080><U+0099>"


def test_colors_on_a_terminal(terminal: Terminal) -> None:
    assert "\x1b[" in terminal("detect", "-", stdin=HOSTILE)


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colors_where_they_are_not_wanted(terminal: Terminal, env: dict[str, str]) -> None:
    assert "\x1b[" not in terminal("detect", "-", stdin=HOSTILE, **env)


def test_colors_can_be_refused_and_demanded(terminal: Terminal) -> None:
    assert "\x1b[" not in terminal("detect", "--color=never", "-", stdin=HOSTILE)
    assert "\x1b[" in terminal("detect", "--color=always", "-", stdin=HOSTILE, NO_COLOR="1")


def test_a_terminal_that_is_no_unicode(terminal: Terminal) -> None:
    seen = terminal(
        "repair", "-", stdin="cafÃ© “x”\n".encode(), PYTHONIOENCODING="ascii", NO_COLOR="1"
    )
    assert seen.startswith("caf\\xe9 \\u201cx\\u201d\n")


def large(path: Path) -> None:
    line = "Le garÃ§on a Ã©tÃ© trÃ¨s Ã©tonnÃ© par la forÃªt {}.\n"
    plain = "A plain line, as most are.\n"
    text = "".join(plain * 19 + line.format(i) for i in range(500))
    path.write_text(text, encoding="utf-8")
    assert path.stat().st_size > LARGE


def test_long_work_on_one_file_shows_how_far_it_is(terminal: Terminal, tmp_path: Path) -> None:
    large(tmp_path / "a.txt")
    seen = terminal("repair", "-i", str(tmp_path / "a.txt"), NO_COLOR="1")
    assert re.search(r"\r\x1b\[K\[#*\.*\] \d/\d MB ", seen)
    assert "\r\x1b[Kmojifix: " in seen  # it makes room for the message
    assert seen.count("places repaired") == 1


def test_without_a_terminal_there_is_no_progress(shell: Shell, tmp_path: Path) -> None:
    large(tmp_path / "a.txt")
    ran = shell("repair", "-i", "a.txt")
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err
    assert "\r" not in ran.err


def test_quiet_work_shows_none_either(terminal: Terminal, tmp_path: Path) -> None:
    large(tmp_path / "a.txt")
    assert terminal("repair", "-iq", str(tmp_path / "a.txt")) == ""
