"""Which files a path means."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from mojifix.errors import InputError
from mojifix.files.walk import Patterns, walk

TREE = ("a.txt", "b.md", "build/x.txt", "src/c.txt", "src/keep.log", "src/d.log", ".git/e.txt")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in TREE:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str, patterns: Patterns | None = None) -> Sequence[str]:
    return [one.path for one in walk(paths, patterns)]


def test_folders_are_walked_in_order() -> None:
    assert found(".") == ["a.txt", "b.md", "build/x.txt", "src/c.txt", "src/d.log", "src/keep.log"]
    assert found("src", "a.txt") == ["src/c.txt", "src/d.log", "src/keep.log", "a.txt"]


def test_each_file_once() -> None:
    assert found("a.txt", "src/c.txt", "a.txt", "src") == [
        "a.txt",
        "src/c.txt",
        "src/d.log",
        "src/keep.log",
    ]


def test_gitignore_is_respected_also_from_below(here: Path) -> None:
    (here / ".gitignore").write_text("build/\n*.log\n!keep.log\n/b.md\n")
    assert found(".") == [".gitignore", "a.txt", "src/c.txt", "src/keep.log"]
    assert found("src") == ["src/c.txt", "src/keep.log"]
    (here / "src" / ".gitignore").write_text("!d.log\n")
    assert found("src") == ["src/.gitignore", "src/c.txt", "src/d.log", "src/keep.log"]


def test_what_is_named_is_meant(here: Path) -> None:
    (here / ".gitignore").write_text("*.txt\n")
    assert found("a.txt") == ["a.txt"]
    assert next(iter(walk(["a.txt"]))).named
    assert not next(iter(walk(["src"]))).named


def test_include_and_exclude() -> None:
    assert found(".", patterns=Patterns(include=("*.txt",), exclude=("build/",))) == [
        "a.txt",
        "src/c.txt",
    ]
    assert found("a.txt", patterns=Patterns(exclude=("*.txt",))) == ["a.txt"]
    assert found("a.txt", "b.md", patterns=Patterns(exclude=("*.txt",), force=True)) == ["b.md"]
    assert found("a.txt", "b.md", patterns=Patterns(include=("*.txt",), force=True)) == ["a.txt"]


def test_links_are_not_followed(here: Path) -> None:
    (here / "src" / "loop").symlink_to("..")
    (here / "src" / "twin").symlink_to("c.txt")
    assert found("src") == ["src/c.txt", "src/d.log", "src/keep.log"]


def test_pipes_are_not_read(here: Path) -> None:
    os.mkfifo(here / "src" / "pipe")
    assert "src/pipe" not in found("src")


def test_names_of_any_bytes(here: Path) -> None:
    names = sorted([b"caf\xe9", b"two\nlines", b"\x1b[31m", " é".encode()])
    folder = os.fsencode(here) + b"/names"
    Path(os.fsdecode(folder)).mkdir()
    for name in names:
        Path(os.fsdecode(folder + b"/" + name)).touch()
    listed = found("names", patterns=Patterns(exclude=("nothing",)))
    assert sorted(map(os.fsencode, listed)) == [b"names/" + name for name in names]


def test_a_wrong_pattern() -> None:
    with pytest.raises(InputError, match=r"no pattern as in \.gitignore"):
        found(".", patterns=Patterns(exclude=("!",)))


def test_what_is_not_there_is_left_to_the_reader() -> None:
    assert found("nope") == ["nope"]
