"""Large files: bounded memory, both ways to the same bytes, nothing touched without need."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mojifix
from mojifix.files import Document
from mojifix.files.cuts import LARGE
from mojifix.files.large import Large, open_large
from mojifix.files.mend import mend
from mojifix.files.stream import Stream
from mojifix.files.units import Mender, mender_of
from tests.conftest import Shell

SENTENCES = (
    "Le garçon a été très étonné par la forêt.",
    "Der Bär läuft über die große Straße nach Köln.",
    "A plain line of English, as most are.",
    "La niña mañana irá al jardín de su abuela.",
    "Вчера вечером мы долго гуляли по набережной.",
    "Zażółć gęślą jaźń, powiedział król.",
    "",
)


def lines_of(seed: int, size: int) -> Iterator[tuple[str, str]]:
    """Lines before and after the repair, at least ``size`` bytes of them."""
    rng = random.Random(seed)
    number = 0
    while number < size:
        line = f"{rng.choice(SENTENCES)} {rng.randrange(10**6)}"
        seen = mojifix.damage(line, "utf-8>iso-8859-1") if rng.random() < 0.005 else line
        number += len(line.encode()) + 1
        yield seen, line


@pytest.fixture(scope="module")
def texts() -> tuple[bytes, bytes]:
    pairs = list(lines_of(1, LARGE + 1000))
    return (
        "".join(f"{seen}\n" for seen, _ in pairs).encode(),
        "".join(f"{line}\n" for _, line in pairs).encode(),
    )


def opened(path: Path) -> Large:
    found = open_large(str(path))
    assert found is not None
    return found


def streamed(path: Path, *, jobs: int = 1, size: int = 1 << 20) -> bytes:
    large = opened(path)
    try:
        stream = Stream(large, large.survey(), jobs=jobs, size=size)
        return b"".join(stream.chunks() or large.reads())
    finally:
        large.close()


def test_the_right_lines_are_repaired(texts: tuple[bytes, bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(texts[0])
    assert streamed(path) == texts[1]


@pytest.mark.parametrize(
    ("mark", "jobs", "size"),
    [
        (b"\xef\xbb\xbf", 1, 1_000),
        (b"", 1, 30_000),
        (b"", 2, 1_000),
        (b"\xef\xbb\xbf", 2, 30_000),
    ],
)
def test_cuts_and_processes_and_memory_make_no_difference(
    texts: tuple[bytes, bytes], tmp_path: Path, size: int, jobs: int, mark: bytes
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(mark + texts[0])
    assert streamed(path, jobs=jobs, size=size) == mark + texts[1]
    document = Document("a.txt", mark + texts[0])
    assert document.written(mend(document)) == mark + texts[1]


MENDER = mender_of(mojifix.damage("\n".join(SENTENCES), "utf-8>iso-8859-1").encode())


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.lists(
        st.tuples(st.sampled_from(SENTENCES), st.booleans(), st.sampled_from(("\n", "\r\n", "\r"))),
        max_size=12,
    ),
    st.data(),
)
def test_what_a_line_becomes_does_not_depend_on_the_cut(
    parts: list[tuple[str, bool, str]], data: st.DataObject
) -> None:
    lines = [(mojifix.damage(s, "utf-8>iso-8859-1") if bad else s) + end for s, bad, end in parts]
    cut = data.draw(st.integers(0, len(lines)))
    whole = _mended(MENDER, "".join(lines))
    assert whole == _mended(MENDER, "".join(lines[:cut])) + _mended(MENDER, "".join(lines[cut:]))


def _mended(mender: Mender, text: str) -> str:
    return mojifix.Repair(text, tuple(mender.spans(text))).text


def test_a_second_run_changes_nothing(texts: tuple[bytes, bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(texts[1])
    large = opened(path)
    assert Stream(large, large.survey()).chunks() is None
    large.close()


def test_what_is_marked_is_left_alone(shell: Shell, tmp_path: Path) -> None:
    damaged = "La cafeterÃ­a estÃ¡ en EspaÃ±a.\n"
    text = ("plain\n" * 100_000) + damaged[:-1] + " # mojifix: ignore\n" + damaged
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    ran = shell("repair", "-i", "a.txt")
    assert ran.status == 0
    want = text[: -len(damaged)] + "La cafetería está en España.\n"
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == want
    (tmp_path / "a.txt").write_text(text + "mojifix: ignore-file\n", encoding="utf-8")
    assert shell("repair", "--check", "a.txt").status == 0


def test_in_place_with_backup_and_journal_and_back(
    texts: tuple[bytes, bytes], shell: Shell, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(texts[0])
    ran = shell("repair", "-i", "-j2", "--backup", "--journal", "j", "a.txt")
    assert ran.status == 0
    assert "places repaired and replayed" in ran.err
    assert path.read_bytes() == texts[1]
    assert (tmp_path / "a.txt.bak").read_bytes() == texts[0]
    assert shell("undo", "j").status == 0
    assert path.read_bytes() == texts[0]


def test_all_ways_say_the_same(texts: tuple[bytes, bytes], shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(texts[0])
    assert shell("repair", "--check", "a.txt").status == 1
    assert shell("repair", "a.txt").out == texts[1]
    assert shell("repair", "-", stdin=texts[0]).out == texts[1]
    assert shell("repair", "-o", "b.txt", "a.txt").status == 0
    assert (tmp_path / "b.txt").read_bytes() == texts[1]
    assert (tmp_path / "a.txt").read_bytes() == texts[0]


def test_what_is_clean_is_not_touched(
    texts: tuple[bytes, bytes], shell: Shell, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(texts[1])
    before = path.stat()
    assert shell("repair", "-i", "a.txt").status == 0
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert shell("repair", "--check", "a.txt").status == 0
    assert shell("repair", "a.txt").out == texts[1]


def test_another_program_writes_meanwhile(texts: tuple[bytes, bytes], tmp_path: Path) -> None:
    from mojifix.files.replace import ReplaceError, replace

    path = tmp_path / "a.txt"
    path.write_bytes(texts[0])
    large = opened(path)
    pieces = Stream(large, large.survey()).chunks()
    assert pieces is not None
    with path.open("ab") as file:
        file.write(b"more\n")
    with pytest.raises(ReplaceError, match="changed by another program"):
        replace(large, pieces)
    large.close()
    assert path.read_bytes() == texts[0] + b"more\n"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("data", [b"\xff", b"\0", b"\xe9t\xe9 et \xe9t\xe9\n"])
def test_what_is_no_utf_8_takes_the_other_road(
    texts: tuple[bytes, bytes], tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(texts[1] + data)
    large = opened(path)
    assert not large.survey().utf_8
    large.close()


@pytest.mark.slow
@pytest.mark.parametrize("line_end", ["\n", " "], ids=["lines", "one line"])
def test_memory_is_bounded(tmp_path: Path, line_end: str) -> None:
    clean = line_end.join(s for s in SENTENCES * 40 if s) + line_end
    damaged = mojifix.damage(SENTENCES[0], "utf-8>iso-8859-1") + line_end
    path = tmp_path / "a.txt"
    with path.open("w", encoding="utf-8") as file:
        for i in range(6_000):
            file.write(clean)
            if i % 600 == 0:
                file.write(damaged)
    assert path.stat().st_size > 60_000_000
    code = (
        "import resource, sys; from mojifix.cli import main; status = main(sys.argv[1:]);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "repair", "-i", "-q", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(done.stdout) * unit <= 160 << 20
    assert "Ã" not in path.read_text(encoding="utf-8")
