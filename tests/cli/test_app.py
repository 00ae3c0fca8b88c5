"""The frame of the command line: help, errors, exit statuses, closed and hostile streams."""

from __future__ import annotations

import contextlib
import functools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import mojifix
from mojifix.cli import app, main
from tests.conftest import Shell

HOSTILE = "a\x1b]0;owned\x07\x9b31m\u202e\n.txt"


def test_help(shell: Shell) -> None:
    ran = shell("--help")
    assert ran.status == 0
    assert ran.err == ""
    assert b"repair" in ran.out
    assert b"prove every repair" in ran.out


def test_help_of_a_command(shell: Shell) -> None:
    ran = shell("repair", "--help")
    assert ran.status == 0
    assert b"--against PATH" in ran.out
    assert b"exit status: 0: done, with or without repairs." in ran.out


def test_version(shell: Shell) -> None:
    ran = shell("--version")
    assert (ran.status, ran.out, ran.err) == (0, f"mojifix {mojifix.__version__}\n".encode(), "")


def test_help_loads_no_engine() -> None:
    code = (
        "import sys; from mojifix.cli import main; main(['--help'])\n"
        "print(*(name for name in sys.modules if name.startswith('mojifix.')), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[1] for name in done.stderr.split()}
    assert loaded == {"cli", "report", "errors"}


def test_wrong_usage_is_one_line(shell: Shell) -> None:
    ran = shell("repair", "a", "--nonsense")
    expected = "mojifix: error: unrecognized arguments: --nonsense (try: mojifix --help)\n"
    assert (ran.status, ran.out, ran.err) == (2, b"", expected)


@pytest.mark.parametrize("command", ["repair", "detect", "verify", "damage"])
def test_a_missing_file_is_one_line(shell: Shell, command: str) -> None:
    ran = shell(command, "nope", *(["drop-c1"] if command == "damage" else []))
    expected = "mojifix: error: nope: no such file (check the path)\n"
    assert (ran.status, ran.out, ran.err) == (2, b"", expected)


@pytest.mark.parametrize("command", ["repair", "verify"])
def test_what_is_no_text_is_one_line(shell: Shell, tmp_path: Path, command: str) -> None:
    (tmp_path / "a").write_bytes(b"\x89PNG\r\n\0")
    ran = shell(command, "a")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert ran.err.startswith("mojifix: error: a: looks binary")


def test_a_folder_does_not_go_to_standard_output(shell: Shell) -> None:
    ran = shell("repair", ".")
    assert (ran.status, ran.out) == (2, b"")
    assert ran.err.startswith("mojifix: error: only one file can go to standard output: give --in")


@pytest.mark.parametrize("arguments", [["repair", HOSTILE], ["repair", "a", HOSTILE], [HOSTILE]])
def test_arguments_cannot_command_the_terminal(shell: Shell, arguments: list[str]) -> None:
    ran = shell(*arguments)
    assert ran.status == 2
    assert ran.err.endswith("\n")
    assert ran.err[:-1].isprintable()


def test_a_path_that_is_no_unicode(shell: Shell, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9"
    Path(os.fsdecode(path)).write_bytes(b"clean\n")
    ran = shell("repair", b"caf\xe9")
    expected = "mojifix: caf<U+DCE9>: no damage found\n"
    assert (ran.status, ran.out, ran.err) == (0, b"clean\n", expected)


def test_the_reader_left(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 1_000_000)
    command = [sys.executable, "-m", "mojifix", "repair", str(tmp_path / "a")]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "mojifix", "repair", str(tmp_path / "a")],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == (
        b"mojifix: error: standard output: cannot be written: No space left on device"
        b" (check the disk and try again)\n"
    )


@pytest.mark.parametrize(
    ("redirection", "said"),
    [("<&-", "standard input: is closed"), (">&-", "standard output: is closed")],
)
def test_closed_streams_are_one_line(redirection: str, said: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'echo x | "{sys.executable}" -m mojifix repair - {redirection}'],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(f"mojifix: error: {said}")
    assert done.stderr.count("\n") == 1


def test_nobody_to_tell() -> None:
    command = f'"{sys.executable}" -m mojifix repair nope 2>&-'
    assert subprocess.run(["sh", "-c", command], capture_output=True, check=False).returncode == 2


def test_interrupted(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [sys.executable, "-m", "mojifix", "repair", str(pipe)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell that runs the tests in the background has its children ignore Ctrl-C.
        preexec_fn=functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    writer = -1
    while writer < 0 and process.poll() is None:
        # Opening fails until the other side waits for data, which never comes.
        with contextlib.suppress(OSError):
            writer = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    deadline = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < deadline:
        # Again: a signal that comes just before the process waits for data does not wake it.
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.5)
    out, err = process.communicate(timeout=1)
    os.close(writer)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_out_of_memory_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def exhausted(*_: object) -> int:
        raise MemoryError

    monkeypatch.setattr(app, "_runner", lambda _: exhausted)
    assert main(["channels"]) == 2
    assert capsys.readouterr().err == (
        "mojifix: error: not enough memory (give it smaller files)\n"
    )


def test_in_the_same_process(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert main(["repair", "/nope"]) == 2
    captured = capsys.readouterr()
    assert captured.out == f"mojifix {mojifix.__version__}\n"
    assert captured.err == "mojifix: error: /nope: no such file (check the path)\n"
