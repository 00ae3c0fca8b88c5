"""Bad input, one by one: one clear line on standard error that says what, where and what to do.

Nothing goes to standard output, and every file is what it was.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from mojifix.files.cuts import LARGE
from tests.conftest import Shell

DAMAGED = "La cafeterÃ­a estÃ¡ en EspaÃ±a.\n".encode()


class Bad(NamedTuple):
    """Arguments, and what the one line has to say (all of these parts)."""

    name: str
    arguments: tuple[str, ...]
    said: tuple[str, ...]
    stdin: bytes = b""


def made(folder: Path) -> None:
    """What the arguments speak of."""
    files: Mapping[str, bytes] = {
        "damaged.txt": DAMAGED,
        "binary.bin": b"\x89PNG\r\n\x1a\n\0\0\0" + DAMAGED,
        "late.bin": b"text\n" * (LARGE // 5) + b"\0",
        "backed.txt": DAMAGED,
        "backed.txt.bak": b"another file\n",
        "empty.txt": b"",
        "names.txt": b"damaged.txt\0\n",
        "list.txt": b"missing.txt\n",
        "no-journal.jsonl": b"this is\nno journal\n",
        "old.jsonl": b'{"type": "change"}\n',
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "folder").mkdir()
    (folder / "linked.txt").write_bytes(DAMAGED)
    os.link(folder / "linked.txt", folder / "other-link.txt")
    (folder / "dangling").symlink_to("nowhere")
    (folder / "loop").symlink_to("loop")
    os.mkfifo(folder / "pipe")
    here = Path.cwd()
    os.chdir(folder)  # the path of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as made_socket:
            made_socket.bind("socket")
    finally:
        os.chdir(here)


INPUTS = (
    Bad("a file that is not there", ("repair", "missing.txt"), ("missing.txt", "no such file")),
    Bad("the same in place", ("repair", "-i", "missing.txt"), ("missing.txt", "no such file")),
    Bad("the same to be looked at", ("detect", "missing.txt"), ("missing.txt", "no such file")),
    Bad("the same, listed", ("repair", "-i", "--files-from", "list.txt"), ("missing.txt",)),
    Bad("a list that is not there", ("detect", "--files-from", "no.txt"), ("no.txt", "no such")),
    Bad("an empty name", ("repair", "-i", ""), ("an empty path",)),
    Bad("a name with a NUL", ("detect", "--files-from", "names.txt"), ("holds a NUL",)),
    Bad("a name that is too long", ("repair", "n" * 300), ("nnn", "too long")),
    Bad("a folder that is a file", ("repair", "damaged.txt/x"), ("damaged.txt/x", "Not a dir")),
    Bad("a link to nothing", ("repair", "-i", "dangling"), ("dangling", "no such file")),
    Bad("a link to itself", ("repair", "-i", "loop"), ("loop", "symbolic links")),
    Bad("a folder for standard output", ("repair", "folder"), ("only one file", "--in-place")),
    Bad("a folder to be damaged", ("damage", "folder", "drop-c1"), ("folder", "is a folder")),
    Bad("a device", ("repair", "/dev/zero"), ("/dev/zero", "is a device")),
    Bad("a device in place", ("repair", "-i", "/dev/zero"), ("/dev/zero", "is a device")),
    Bad("a pipe in place", ("repair", "-i", "pipe"), ("pipe", "only files")),
    Bad("a socket in place", ("repair", "-i", "socket"), ("socket", "only files")),
    Bad("a socket", ("detect", "socket"), ("socket", "cannot be read")),
    Bad("a binary file", ("repair", "binary.bin"), ("binary.bin", "looks binary", "offset 8")),
    Bad("binary far behind", ("repair", "late.bin"), ("late.bin", "looks binary")),
    Bad("a binary stream", ("repair", "-"), ("<stdin>", "looks binary"), b"a\0\0b"),
    Bad("a large binary stream", ("repair", "-"), ("<stdin>", "binary"), b"a\n" * LARGE + b"\0"),
    Bad("hard links", ("repair", "-i", "linked.txt"), ("linked.txt", "2 hard", "--break-links")),
    Bad(
        "a backup that is there already",
        ("repair", "-i", "--backup", "backed.txt"),
        ("backed.txt.bak", "--backup=.old"),
    ),
    Bad(
        "a journal in no folder",
        ("repair", "-i", "--journal", "no/j", "damaged.txt"),
        ("no/j", "nothing is replaced"),
    ),
    Bad("a journal that is not there", ("undo", "no.jsonl"), ("no.jsonl", "no such file")),
    Bad("what is no journal", ("undo", "no-journal.jsonl"), ("no-journal.jsonl", "no journal")),
    Bad("a record without its fields", ("undo", "old.jsonl"), ("old.jsonl", "journal")),
    Bad(
        "an output in no folder",
        ("repair", "-o", "no/x.txt", "damaged.txt"),
        ("no/x.txt", "cannot be"),
    ),
    Bad("an output that is a folder", ("repair", "-o", "folder", "damaged.txt"), ("folder",)),
    Bad(
        "an encoding that there is not",
        ("repair", "-i", "--to", "utf-9", "damaged.txt"),
        ("utf-9",),
    ),
    Bad(
        "an encoding that cannot hold it",
        ("repair", "-i", "--to", "koi8-r", "damaged.txt"),
        ("damaged.txt", "koi8-r", "--to utf-8"),
    ),
    Bad(
        "a channel that there is not",
        ("repair", "--channels", "x>y", "damaged.txt"),
        ("'x'", "unknown codec"),
    ),
    Bad("a step that there is not", ("damage", "damaged.txt", "drop-everything"), ("drop-every",)),
    Bad("no probability", ("repair", "--min-confidence", "2", "damaged.txt"), ("'2'", "0")),
    Bad("siblings that are not there", ("verify", "damaged.txt", "--against", "no"), ("no: ",)),
    Bad(
        "siblings without text",
        ("verify", "damaged.txt", "--against", "folder"),
        ("folder", "known-good"),
    ),
    Bad("nowhere to look", ("siblings", "damaged.txt"), ("--in FOLDER is missing",)),
    Bad("a repair that is not there", ("verify", "damaged.txt", "no.txt"), ("no.txt", "no such")),
    Bad("a pattern that is none", ("repair", "-i", "--exclude", "!", "folder"), ("pattern",)),
    Bad("standard input in place", ("repair", "-i", "-"), ("standard input",)),
    Bad("two files for one output", ("repair", "damaged.txt", "empty.txt"), ("only one file",)),
    Bad("no file", ("repair",), ("PATH is missing",)),
    Bad("a flag of another mode", ("repair", "--backup", "damaged.txt"), ("needs --in-place",)),
    Bad("two modes", ("repair", "--check", "--diff", "damaged.txt"), ("exclude each other",)),
    Bad("a flag that there is not", ("repair", "--fast", "damaged.txt"), ("--fast",)),
    Bad("a command that there is not", ("mend", "damaged.txt"), ("mend", "--help")),
    Bad("no number of processes", ("repair", "-j", "many", "damaged.txt"), ("'many'",)),
)


def contents(folder: Path) -> dict[str, object]:
    return {
        path.name: (path.read_bytes() if path.is_file() else path.lstat().st_mode)
        for path in sorted(folder.iterdir())
    }


@pytest.mark.parametrize("bad", INPUTS, ids=lambda bad: str(bad.name))
def test_one_line_and_nothing_lost(shell: Shell, tmp_path: Path, bad: Bad) -> None:
    made(tmp_path)
    before = contents(tmp_path)
    ran = shell(*bad.arguments, stdin=bad.stdin)
    assert ran.status == 2
    assert ran.out == b""
    assert ran.err.count("\n") == 1, ran.err
    assert ran.err.startswith("mojifix: error: ")
    assert all(part in ran.err for part in bad.said), ran.err
    # What to do stands in parentheses at the end.
    assert ran.err.endswith(")\n")
    assert "(" in ran.err
    assert "Traceback" not in ran.err
    assert contents(tmp_path) == before


SETTINGS = {
    "no TOML": ("min-confidence = ", "is no TOML"),
    "a key that there is not": ("speed = 3\n", "unknown key 'speed'"),
    "a value outside": ("min-confidence = 7\n", "min-confidence = 7"),
    "a value of another type": ('exclude = "x"\n', "exclude must be a list"),
    "no choice": ('lossy = "maybe"\n', "lossy must be one of"),
    "no UTF-8": ("\udcff\n", "is no TOML"),
}


@pytest.mark.parametrize("case", SETTINGS)
def test_settings(shell: Shell, tmp_path: Path, case: str) -> None:
    text, said = SETTINGS[case]
    (tmp_path / "mojifix.toml").write_text(text, encoding="utf-8", errors="surrogateescape")
    (tmp_path / "a.txt").write_bytes(DAMAGED)
    ran = shell("repair", "-i", "a.txt")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert "mojifix.toml: " in ran.err
    assert said in ran.err
    assert ran.err.endswith(")\n")
    assert (tmp_path / "a.txt").read_bytes() == DAMAGED


def test_one_bad_file_of_several(shell: Shell, tmp_path: Path) -> None:
    made(tmp_path)
    ran = shell("repair", "-i", "missing.txt", "damaged.txt", "pipe", "binary.bin")
    assert ran.status == 2
    lines = ran.err.splitlines()
    assert [line for line in lines if "error" in line] == [
        "mojifix: error: missing.txt: no such file (check the path)",
        "mojifix: error: pipe: is a pipe or a socket (only files can be repaired in place)",
    ]
    assert "binary.bin: skipped: looks binary" in ran.err
    assert lines[-1] == "mojifix: 1 file repaired (3 places), 0 clean, 1 skipped, 2 failed"
    assert (tmp_path / "damaged.txt").read_bytes() != DAMAGED


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs another user to be")
@pytest.mark.parametrize(
    ("locked", "said"),
    [
        ("file", "a.txt: permission denied (make the file readable for you)"),
        ("folder", "a.txt: cannot be replaced, and is as it was: Permission denied"),
    ],
)
def test_what_may_not_be_read_or_written(
    tmp_path_factory: pytest.TempPathFactory, locked: str, said: str
) -> None:
    folder = tmp_path_factory.mktemp("locked")
    for above in (folder, *folder.parents):
        if above.stat().st_uid == 0 and not above.stat().st_mode & 0o001:
            above.chmod(above.stat().st_mode | 0o055)
    path = folder / "a.txt"
    path.write_bytes(DAMAGED)
    if locked == "file":
        path.chmod(0o000)
    else:
        os.chown(path, 65534, 65534)
        folder.chmod(0o555)
    warm = tmp_path_factory.mktemp("warm") / "a.txt"
    warm.write_bytes(DAMAGED)
    ran = as_nobody(warm, "repair", "-i", str(path))
    assert ran.returncode == 2
    assert said in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert path.read_bytes() == DAMAGED
    assert [p.name for p in folder.iterdir()] == ["a.txt"]


def as_nobody(warm: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = (
        # Another user may not be able to import what is missing, so the work is done once before.
        "import os, sys; from mojifix.cli import main; main(['repair', '-iq', sys.argv.pop()]);"
        "os.setgroups([]); os.setgid(65534); os.setuid(65534); sys.exit(main(sys.argv[1:]))"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *arguments, "--isolated", str(warm)],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )
