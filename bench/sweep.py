"""What changes in text that is thought to be clean: distinct lines, or files as a whole.

    python -m bench.sweep FOLDER_OR_FILE ... [--ext po json ...]
    python -m bench.sweep FOLDER_OR_FILE ... --whole [--seconds 120]

For text from sources that nothing was measured on: translations, lists of names, code, in as many
languages as can be had. What changes is printed for somebody to judge, because such text has real
damage too. Text of ASCII alone counts only if it changes. The lines of a file are evidence for each
other, so files as a whole change where no line of them does.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import mojifix

LONGEST = 3_000
LARGEST = 300_000
"""Code points of a line, and of a file: what is longer was made by a machine."""


class Changed(NamedTuple):
    """A text that does not come back as it was."""

    path: Path
    text: str
    repair: mojifix.Repair

    def __str__(self) -> str:
        spans = "; ".join(
            f"{self.text[max(0, s.start - 12) : s.end + 12]!r} -> {s.text!r} "
            f"({s.chain}, {s.confidence:.3f})"
            for s in self.repair.spans[:4]
        )
        return f"{self.path}: {len(self.repair.spans)} spans: {spans}"


def files_of(paths: Iterable[Path], extensions: frozenset[str]) -> Iterator[tuple[Path, str]]:
    """The UTF-8 files as a whole, none twice."""
    met: set[str] = set()
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if not file.is_file() or (extensions and file.suffix[1:] not in extensions):
                continue
            try:
                text = file.read_bytes().decode()
            except UnicodeDecodeError:
                continue
            if text not in met:
                met.add(text)
                yield file, text


def lines_of(files: Iterable[tuple[Path, str]]) -> Iterator[tuple[Path, str]]:
    """Each distinct line of some files, with the first file that has it."""
    met: set[str] = set()
    for path, text in files:
        for line in map(str.strip, text.splitlines()):
            if line and len(line) <= LONGEST and line not in met:
                met.add(line)
                yield path, line


def main(arguments: list[str] | None = None) -> int:
    """Print each text that changes, and how many did. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("paths", nargs="+", type=Path, help="folders and files")
    parser.add_argument("--ext", nargs="*", default=[], help="only files with these extensions")
    parser.add_argument("--whole", action="store_true", help="files as a whole, not line by line")
    parser.add_argument("--seconds", type=float, default=math.inf, help="stop after so long")
    chosen = parser.parse_args(arguments)
    texts = files_of(chosen.paths, frozenset(ext.lstrip(".") for ext in chosen.ext))
    if chosen.whole:
        texts = ((path, text) for path, text in texts if len(text) <= LARGEST)
    last = time.monotonic() + chosen.seconds
    number = changed = 0
    for path, text in texts if chosen.whole else lines_of(texts):
        repair = mojifix.repair(text)
        number += not text.isascii() or bool(repair.spans)
        if repair.spans:
            changed += 1
            print(Changed(path, text, repair), flush=True)
        if time.monotonic() > last:
            print(f"stopped at {path}")
            break
    share = 100_000 * changed / max(number, 1)
    what = "files" if chosen.whole else "lines"
    print(f"{changed} of {number} {what} beyond ASCII changed: {share:.1f} in 100,000")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
