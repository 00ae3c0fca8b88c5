"""One large file on the command line: speed beside a script over plsfix, and memory.

    python -m bench.large [--megabytes N] [--jobs N] [--english]

The file is UTF-8 of development lines in many languages, one in a hundred damaged. Rounds take
turns, and the medians are compared; memory is the peak of all processes of a run together, sampled.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import mojifix
from bench.corpus import SHARED, read_lines

LANGUAGES = (
    *("en", "de", "fr", "es", "pl", "ru", "ja", "tr", "pt"),
    *("it", "nl", "cs", "uk", "el", "sv", "ko", "zh", "ar"),
)
SHARE = 0.01
BARS = {"times as fast": 3.0, "MiB": 256}

SCRIPT = """
import sys, plsfix
with open(sys.argv[1], encoding="utf-8", newline="") as old:
    with open(sys.argv[2], "w", encoding="utf-8", newline="") as new:
        for line in old:
            new.write(plsfix.fix_text(line))
"""


def made(path: Path, size: int, languages: Sequence[str], rng: random.Random) -> dict[bytes, bytes]:
    """Write the file; its damaged lines, each with what it was."""
    lines = [
        line
        for language in languages
        for found in sorted((SHARED / "corpora" / "dev").glob(f"{language}.*.txt.xz"))
        for line in read_lines(found)
    ]
    damaged: dict[bytes, bytes] = {}
    written = 0
    with path.open("wb") as file:
        while written < size:
            line = rng.choice(lines)
            data = line.encode()
            if rng.random() < SHARE:
                try:
                    data = mojifix.damage(line, "utf-8>windows-1252").encode()
                    damaged[data] = line.encode()
                except mojifix.ChannelError:
                    pass
            written += file.write(data + b"\n")
    return damaged


def resident(parent: int) -> int:
    """KiB of a process and its children, shared pages counted once (proportional set size)."""
    total = 0
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            if int(entry.name) != parent and f"PPid:\t{parent}\n" not in (
                (entry / "status").read_text()
            ):
                continue
            for line in (entry / "smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except OSError:
            continue
    return total


def run(command: list[str]) -> tuple[float, float]:
    """Seconds, and the peak in MiB."""
    peak = 0
    start = time.perf_counter()
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        done = threading.Event()

        def watch() -> None:
            nonlocal peak
            while not done.wait(0.2):
                peak = max(peak, resident(process.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        assert process.stderr
        said = process.stderr.read()
        process.wait()
        spent = time.perf_counter() - start
        done.set()
        watcher.join()
    if process.returncode != 0:
        sys.exit(f"{command}: {said.decode()}")
    return spent, peak / 1024


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--english", action="store_true", help="English and some French only")
    chosen = parser.parse_args()
    languages = ("en", "en", "en", "fr") if chosen.english else LANGUAGES
    with tempfile.TemporaryDirectory() as folder:
        old, new, theirs = (Path(folder) / name for name in ("old.txt", "new.txt", "theirs.txt"))
        damaged = made(old, round(chosen.megabytes * 1e6), languages, random.Random(1))
        size = old.stat().st_size
        ours = [sys.executable, "-m", "mojifix", "repair", "-q", f"-j{chosen.jobs}"]
        commands = {
            "mojifix": [*ours, "-o", str(new), str(old)],
            "plsfix": [sys.executable, "-c", SCRIPT, str(old), str(theirs)],
        }
        found: dict[str, list[tuple[float, float]]] = {}
        for _ in range(chosen.rounds):
            for name, command in commands.items():
                found.setdefault(name, []).append(run(command))
        speed: dict[str, float] = {}
        for name, rounds in found.items():
            speed[name] = size / 1e6 / statistics.median(seconds for seconds, _ in rounds)
            peak = max(mib for _, mib in rounds)
            print(f"{name:8} {speed[name]:7.2f} MB/s, at most {peak:.0f} MiB")
        ratio = speed["mojifix"] / speed["plsfix"]
        print(f"mojifix is {ratio:.2f} times as fast (bar {BARS['times as fast']:.0f}),")
        print(f"with {chosen.jobs} processes; bar of memory {BARS['MiB']} MiB")
        for name, path in (("mojifix", new), ("plsfix", theirs)):
            print(f"{name:8} {_right(old, path, damaged)}")


def _right(old: Path, new: Path, damaged: dict[bytes, bytes]) -> str:
    bad = right = clean = changed = 0
    with old.open("rb") as before, new.open("rb") as after:
        for was, became in zip(before, after, strict=False):
            want = damaged.get(was[:-1])
            if want is None:
                clean += 1
                changed += was != became
            else:
                bad += 1
                right += became[:-1] == want
    return f"{right:,} of {bad:,} damaged lines exact, {changed:,} of {clean:,} others changed"


if __name__ == "__main__":
    main()
