"""Runs that are killed, two runs at once, an editor that saves meanwhile, and a full disk."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from mojifix.files.cuts import LARGE

pytestmark = pytest.mark.faults

OLD = "La cafeterÃ­a estÃ¡ en EspaÃ±a.\n".encode()
NEW = "La cafetería está en España.\n".encode()
FILES = 1_000
KILLS = 12


def start(folder: Path, *flags: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "mojifix", "repair", "-i", "-q", *flags, str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def fill(folder: Path, number: int) -> None:
    folder.mkdir()
    for i in range(number):
        (folder / f"{i:04}.txt").write_bytes(OLD)


@pytest.mark.parametrize("flags", [(), ("-j2",)])
def test_kill_9_over_a_thousand_files(tmp_path: Path, flags: tuple[str, ...]) -> None:
    folder = tmp_path / "folder"
    fill(folder, FILES)
    rng = random.Random(1)
    for _ in range(KILLS):
        process = start(folder, *flags)
        time.sleep(0.25 + rng.random() * 0.4)
        process.kill()
        process.communicate()
        time.sleep(0.2)  # processes of -j2 notice that nobody is there any more
        texts = {(folder / f"{i:04}.txt").read_bytes() for i in range(FILES)}
        assert texts <= {OLD, NEW}
    assert start(folder).wait() == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        f"{i:04}.txt": NEW for i in range(FILES)
    }


@pytest.mark.parametrize("flags", [(), ("-j2",)])
def test_kill_9_over_a_large_file(tmp_path: Path, flags: tuple[str, ...]) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "a.txt"
    plain = b"A plain line of text, as most are.\n" * 1_000
    old = (plain + OLD) * 20
    assert len(old) > LARGE
    path.write_bytes(old)
    rng = random.Random(1)
    for _ in range(KILLS):
        process = start(folder, *flags)
        time.sleep(0.1 + rng.random() * 0.5)
        process.kill()
        process.communicate()
        time.sleep(0.3)  # processes of -j2 notice that nobody is there any more
        assert path.read_bytes() in (old, (plain + NEW) * 20)
    assert start(folder, *flags).wait() == 0
    assert path.read_bytes() == (plain + NEW) * 20
    assert [p.name for p in folder.iterdir()] == ["a.txt"]


def test_two_runs_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    fill(folder, 300)
    runs = [start(folder), start(folder)]
    for run in runs:
        run.communicate()
    # One may find that the other one was faster, and says so; nothing else happens.
    assert all(run.returncode in (0, 2) for run in runs)
    assert start(folder).wait() == 0
    assert {path.read_bytes() for path in folder.iterdir()} == {NEW}
    assert len(list(folder.iterdir())) == 300


def test_an_editor_saves_meanwhile(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    fill(folder, 1)
    path = folder / "0000.txt"
    saved: list[bytes] = []
    stop = threading.Event()

    def editor() -> None:
        # As careful editors do: another file, renamed.
        while not stop.is_set():
            data = OLD + b"%d\n" % len(saved)
            temporary = tmp_path / "editor"
            temporary.write_bytes(data)
            temporary.replace(path)
            saved.append(data)
            time.sleep(0.001)

    thread = threading.Thread(target=editor)
    thread.start()
    try:
        for _ in range(10):
            start(folder).communicate()
    finally:
        stop.set()
        thread.join()
    # The last save must not be lost to a repair of an earlier one.
    last = saved[-1]
    assert path.read_bytes() in (last, last.replace(OLD, NEW))
    assert [p.name for p in folder.iterdir()] == ["0000.txt"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount")
def test_a_full_disk(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip("mounting is not permitted here")
    try:
        path = disk / "a.txt"
        path.write_bytes(OLD * 1_000)
        filler = 0
        try:
            with (disk / "filler").open("wb", buffering=0) as file:
                while True:
                    filler += file.write(b"x" * 1024)
        except OSError:
            pass
        done = subprocess.run(
            [sys.executable, "-m", "mojifix", "repair", "-i", str(path)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2
        assert f"{path}: cannot be replaced, and is as it was: No space left" in done.stderr
        assert done.stderr.count("\n") == 1
        assert path.read_bytes() == OLD * 1_000
        assert sorted(p.name for p in disk.iterdir()) == ["a.txt", "filler"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)
