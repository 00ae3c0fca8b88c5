"""What changes in text that is thought to be clean: every distinct line of some files by itself.

    python -m bench.sweep FOLDER_OR_FILE ... [--ext po json ...]

For text from sources that nothing was measured on: translations, lists of names, code, in as many
languages as can be had. What changes is printed for somebody to judge, because such text has real
damage too. Lines of ASCII alone count only if they change.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import mojifix

LONGEST = 3_000
"""Code points of a line: what is longer was made by a machine."""


class Changed(NamedTuple):
    """A line that does not come back as it was."""

    path: Path
    line: str
    repair: mojifix.Repair

    def __str__(self) -> str:
        spans = "; ".join(
            f"{self.line[max(0, s.start - 12) : s.end + 12]!r} -> {s.text!r} "
            f"({s.chain}, {s.confidence:.3f})"
            for s in self.repair.spans[:4]
        )
        return f"{self.path}: {spans}"


def lines_of(paths: Iterable[Path], extensions: frozenset[str]) -> Iterator[tuple[Path, str]]:
    """Each distinct line of the UTF-8 files, with the first file that has it."""
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
            for line in map(str.strip, text.splitlines()):
                if line and len(line) <= LONGEST and line not in met:
                    met.add(line)
                    yield file, line


def main(arguments: list[str] | None = None) -> int:
    """Print each line that changes, and how many did. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("paths", nargs="+", type=Path, help="folders and files")
    parser.add_argument("--ext", nargs="*", default=[], help="only files with these extensions")
    chosen = parser.parse_args(arguments)
    number = changed = 0
    for path, line in lines_of(chosen.paths, frozenset(chosen.ext)):
        repair = mojifix.repair(line)
        number += not line.isascii() or bool(repair.spans)
        if repair.spans:
            changed += 1
            print(Changed(path, line, repair))
    share = 100_000 * changed / max(number, 1)
    print(f"{changed} of {number} lines beyond ASCII changed: {share:.1f} in 100,000")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
