"""``mojifix repair -i`` and ``mojifix undo``: arguments, files, both streams and the status."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.conftest import Shell

DAMAGED = "La cafeterÃ­a estÃ¡ en EspaÃ±a.\n".encode()
CLEAN = "La cafetería está en España.\n".encode()
SAID = "3 places repaired and replayed (3 × utf-8>windows-1252), least confidence"


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_folder(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_bytes(DAMAGED)
    (tmp_path / "sub" / "b.txt").write_bytes(DAMAGED)
    (tmp_path / "c.txt").write_bytes(CLEAN)
    (tmp_path / "d.bin").write_bytes(b"\0" + DAMAGED)
    before = (tmp_path / "c.txt").stat().st_mtime_ns
    ran = shell("repair", "-i", ".")
    assert (ran.status, ran.out) == (0, b"")
    assert ran.err.splitlines()[0].startswith(f"mojifix: a.txt: {SAID}")
    assert ran.err.splitlines()[-1] == "mojifix: 2 files repaired (6 places), 1 clean, 1 skipped"
    assert tree(tmp_path) == {
        "a.txt": CLEAN,
        "c.txt": CLEAN,
        "d.bin": b"\0" + DAMAGED,
        "sub/b.txt": CLEAN,
    }
    assert (tmp_path / "c.txt").stat().st_mtime_ns == before
    again = shell("repair", "-i", "--exit-non-zero-on-fix", ".")
    assert (again.status, again.out) == (0, b"")


def test_the_status_tells_of_a_fix(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(DAMAGED)
    assert shell("repair", "-q", "-i", "--exit-non-zero-on-fix", "a") == (1, b"", "")


def test_one_failure_stops_nothing(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(DAMAGED)
    (tmp_path / "b").write_bytes(DAMAGED)
    os.link(tmp_path / "a", tmp_path / "link")
    ran = shell("repair", "-i", "a", "nope", "b")
    assert ran.status == 2
    assert "mojifix: error: a: has 2 hard links" in ran.err
    assert "mojifix: error: nope: no such file (check the path)" in ran.err
    assert ((tmp_path / "a").read_bytes(), (tmp_path / "b").read_bytes()) == (DAMAGED, CLEAN)
    assert shell("repair", "-i", "--break-links", "a").status == 0
    assert ((tmp_path / "a").read_bytes(), (tmp_path / "link").read_bytes()) == (CLEAN, DAMAGED)


def test_there_and_back(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(DAMAGED)
    (tmp_path / "b").write_bytes(b"\xef\xbb\xbf" + DAMAGED)
    before = tree(tmp_path)
    ran = shell("repair", "-i", "--backup=.old", "--journal", "j", "a", "b")
    assert ran.status == 0
    assert (tmp_path / "a.old").read_bytes() == DAMAGED
    undone = shell("undo", "j")
    assert undone.status == 0
    assert undone.err.count("restored (3 places replayed)") == 2
    assert {name: tree(tmp_path)[name] for name in before} == before


def test_undo_refuses_what_changed(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(DAMAGED)
    shell("repair", "-i", "--journal", "j", "a")
    (tmp_path / "a").write_bytes(CLEAN + b"more\n")
    ran = shell("undo", "j")
    assert ran.status == 2
    assert "was changed since it was repaired, and is left alone" in ran.err
    assert (tmp_path / "a").read_bytes() == CLEAN + b"more\n"


def test_names_of_any_bytes(shell: Shell, tmp_path: Path) -> None:
    names = [b"caf\xe9", b"two\nlines", b"\x1b]0;owned\x07"]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(DAMAGED)
    ran = shell(
        "repair", "-i", "-0", "--files-from", "-", "--journal", "j", stdin=b"\0".join(names)
    )
    assert ran.status == 0
    assert all(line.isprintable() for line in ran.err.split("\n"))
    for name in names:
        assert Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).read_bytes() == CLEAN
    assert shell("undo", "j").status == 0
    for name in names:
        assert Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).read_bytes() == DAMAGED


def test_several_at_once_say_the_same(shell: Shell, tmp_path: Path) -> None:
    for i in range(20):
        (tmp_path / f"{i:02}").write_bytes(DAMAGED if i % 2 else CLEAN)
    one = shell("repair", "--check", ".")
    two = shell("repair", "--check", "-j2", ".")
    assert one == two
    assert one.status == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-i", "-"], "standard input cannot be repaired in place"),
        (["--journal", "j", "a"], "--journal needs --in-place"),
        (["--backup", "a"], "--backup needs --in-place"),
        ([], "PATH is missing"),
        (["a", "b"], "only one file can go to standard output"),
        (["--to", "utf-9", "a"], "unknown codec"),
        (["--channels", "nope", "a"], "unknown channel"),
    ],
)
def test_wrong_usage(shell: Shell, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "a").write_bytes(DAMAGED)
    (tmp_path / "b").write_bytes(DAMAGED)
    ran = shell("repair", *arguments)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert said in ran.err
    assert tree(tmp_path) == {"a": DAMAGED, "b": DAMAGED}


def test_a_pipe_and_a_device(shell: Shell, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    ran = shell("repair", "-i", "pipe", "/dev/null", ".")
    assert ran.status == 2
    assert "pipe: is a pipe or a socket (only files can be repaired in place)" in ran.err
    assert "/dev/null: is a device" in ran.err


def test_an_output_file(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(DAMAGED)
    ran = shell("repair", "-o", "b", "a")
    assert (ran.status, ran.out) == (0, b"")
    assert tree(tmp_path) == {"a": DAMAGED, "b": CLEAN}


def test_another_encoding(shell: Shell, tmp_path: Path) -> None:
    text = "Le garçon a été très étonné.\nIl a mangé une pêche à la crème.\n"
    (tmp_path / "a").write_bytes(text.encode("latin-1"))
    assert shell("repair", "-i", "a").status == 0
    assert (tmp_path / "a").read_bytes() == text.encode("latin-1")
    assert "converted to utf-8" in shell("repair", "-i", "--to", "utf-8", "a").err
    assert (tmp_path / "a").read_bytes() == text.encode()


def test_what_an_encoding_cannot_hold(shell: Shell, tmp_path: Path) -> None:
    data = "Il dit : â\x80\x9cnonâ\x80\x9d, et câ\x80\x99est tout.\nIl a très mangé.\n"
    (tmp_path / "a").write_bytes(data.encode("latin-1") + "Le garçon étonné.\n".encode("latin-1"))
    before = tree(tmp_path)
    ran = shell("repair", "-i", "a")
    if ran.status == 2:
        assert "cannot hold the repaired character" in ran.err
        assert "--to utf-8" in ran.err
        assert tree(tmp_path) == before


def test_sarif(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a b").write_bytes(DAMAGED)
    for command in ("repair", "detect"):
        ran = shell(command, "--sarif", "a b")
        (run,) = json.loads(ran.out)["runs"]
        assert [result["ruleId"] for result in run["results"]] == ["utf-8>windows-1252"] * 3
        place = run["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "a%20b"
        assert place["region"] == {
            "startLine": 1,
            "startColumn": 11,
            "endLine": 1,
            "endColumn": 13,
        }


def test_settings(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DAMAGED)
    (tmp_path / "b.md").write_bytes(DAMAGED)
    (tmp_path / "pyproject.toml").write_text('[tool.mojifix]\nexclude = ["*.md"]\n')
    assert b"b.md" not in shell("repair", "--diff", ".").out
    assert b"b.md" in shell("repair", "--diff", "--isolated", ".").out
    (tmp_path / "mojifix.toml").write_text('channels = ["drop-c1"]\n')
    assert shell("repair", "--check", ".").status == 0
    assert shell("repair", "--check", "--channels", "utf-8>windows-1252", ".").status == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = 1\n", "unknown key 'colour' (keys are channels, exclude,"),
        ("min-confidence = 2\n", "min-confidence = 2 is not a number from 0 to 1"),
        ("min-confidence = true\n", "min-confidence = True is not a number"),
        ('lossy = "maybe"\n', "lossy must be one of repair, report, off"),
        ('exclude = "x"\n', "exclude must be a list of strings"),
        ("force-exclude = 1\n", "force-exclude must be true or false"),
        ("= 1\n", "is no TOML"),
    ],
)
def test_wrong_settings(shell: Shell, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "mojifix.toml").write_text(text)
    ran = shell("repair", "-", stdin=DAMAGED)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert ran.err.startswith(f"mojifix: error: {tmp_path}/mojifix.toml: ")
    assert said in ran.err
    assert shell("repair", "--isolated", "-", stdin=DAMAGED).status == 0


def test_another_tools_repair(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(DAMAGED)
    (tmp_path / "b").write_bytes(CLEAN)
    (tmp_path / "c").write_bytes(CLEAN.replace(b"La", b"Le"))
    ran = shell("verify", "a", "b")
    assert ran.status == 0
    assert b"3 changes, 3 proved by replay" in ran.out
    ran = shell("verify", "a", "c")
    assert ran.status == 1
    assert b"nothing proves it" in ran.out
    record = json.loads(shell("verify", "--json", "a", "c").out)
    assert (record["ok"], record["repaired"]) == (False, {"text": "c"})


def test_siblings(shell: Shell, article: Path) -> None:
    ran = shell("siblings", article, "--in", article.parent)
    assert ran.status == 0
    assert len(ran.out.splitlines()) == 4
    records = [
        json.loads(line)
        for line in shell("siblings", "--json", article, "--in", article.parent).out.splitlines()
    ]
    assert {record["type"] for record in records} == {"sibling"}
    assert shell("siblings", article).status == 2


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completions(shell: Shell, name: str) -> None:
    ran = shell("completion", name)
    assert ran.status == 0
    assert b"exit-non-zero-on-fix" in ran.out
