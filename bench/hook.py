"""How long a hook takes: ``python -m bench.hook [--files N] [--rounds N]``.

Clean files of 4 KB in several languages, made of development text, and one of them by itself;
whole processes, as pre-commit starts them. Other tools that are installed run beside it, in turn.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.corpus import SHARED, read_lines

LANGUAGES = ("en", "en", "en", "de", "fr", "es", "pl", "ru", "ja", "tr")
"""Most repositories are mostly English."""
SIZE = 4096
BARS = {"many": 1.2, "one": 0.2}
"""Seconds, for 2,000 files and for one."""
ENTRY = ("repair", "--in-place", "--exit-non-zero-on-fix", "--force-exclude", "-j0")


def made(folder: Path, number: int, rng: random.Random) -> list[str]:
    """Write the files."""
    pools = {
        language: [
            line
            for path in sorted((SHARED / "corpora" / "dev").glob(f"{language}.*.txt.xz"))
            for line in read_lines(path)
        ]
        for language in set(LANGUAGES)
    }
    names = []
    for i in range(number):
        pool = pools[LANGUAGES[i % len(LANGUAGES)]]
        text = ""
        while len(text.encode()) < SIZE:
            text += rng.choice(pool) + "\n"
        path = folder / f"{i:05}.txt"
        path.write_text(text, encoding="utf-8")
        names.append(str(path))
    return names


def timed(command: list[str], files: list[str]) -> tuple[float, int]:
    """Seconds and the exit status."""
    start = time.perf_counter()
    done = subprocess.run([*command, *files], capture_output=True, check=False)
    return time.perf_counter() - start, done.returncode


def main() -> None:
    """Measure, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--ascii", action="store_true", help="files without anything but ASCII")
    chosen = parser.parse_args()
    tools = {"mojifix": [sys.executable, "-m", "mojifix", *ENTRY]}
    tools["mojifix -j1"] = [*tools["mojifix"], "-j1"]
    tools["python"] = [sys.executable, "-c", "pass"]
    codespell = shutil.which("codespell") or shutil.which(
        "codespell", path=str(Path(sys.executable).parent)
    )
    if codespell:
        tools["codespell"] = [codespell]
    with tempfile.TemporaryDirectory() as folder:
        files = made(Path(folder), chosen.files, random.Random(1))
        if chosen.ascii:
            for name in files:
                path = Path(name)
                path.write_text(path.read_text("utf-8").encode("ascii", "ignore").decode())
        seconds: dict[tuple[str, str], list[float]] = {}
        statuses: dict[str, int] = {}
        for _ in range(chosen.rounds):
            for tool, command in tools.items():
                for key, some in (("many", files), ("one", files[3:4])):
                    spent, statuses[tool] = timed(command, some)
                    seconds.setdefault((tool, key), []).append(spent)
    for (tool, key), all_of_them in seconds.items():
        bar = f" (bar {BARS[key]} s)" if tool.startswith("mojifix") else ""
        print(
            f"{tool:12} {key:5} {statistics.median(all_of_them):.3f} s{bar}"
            f"  least {min(all_of_them):.3f}, status {statuses[tool]}"
        )


if __name__ == "__main__":
    main()
