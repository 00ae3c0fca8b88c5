"""Look for development text in what ships: strings of the code, tests and fixtures.

    python tools/check_quotations.py                   (../shared)
    python tools/check_quotations.py --shared DIR --show 20

Nothing derived from development text or collected cases may ship. ``check_overlap.py`` proves that
the training text is another one; this script reads the strings of all Python files of ``src``,
``tools``, ``bench`` and ``tests`` and all text of ``fixtures``, and compares them with every
development line and every collected case. Compared is what is left after NFKC, case folding, one
``0`` for each number and one space for all white space. Quoted is

- a *passage*: a run of ``PASSAGE`` characters that also stands in a development line or a case;
- a *case*: a collected string of ``CASE`` characters or more, with one beyond ASCII, that stands in
  one of ours, or one of ours (with a sign beyond ASCII, neither letter nor quotation mark) that
  stands in it. Cases of short strings (towns, people) are left out: anyone may name them.

Exit status: 0 nothing is quoted, or there is nothing to compare with; 1 something is; 2 something
could not be read.
"""

from __future__ import annotations

import argparse
import ast
import json
import lzma
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PASSAGE = 28
"""Characters of five words or so: what two writers rarely say alike by chance."""
CASE = 6
CODE = ("src", "tools", "bench", "tests")

_BLANK = re.compile(r"\s+")
_NUMBER = re.compile(r"\d+")


class Ours(NamedTuple):
    """A string that ships, and where it stands."""

    text: str
    where: str


class Quotation(NamedTuple):
    """What of ours stands in theirs."""

    where: str
    what: str
    source: str


def normalized(text: str) -> str:
    """``text`` without what hides that it is nearly the same."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _BLANK.sub(" ", _NUMBER.sub("0", folded)).strip()


def shipped(root: Path) -> Iterator[Ours]:
    """All strings of the code and all texts of the fixtures, normalized."""
    for folder in CODE:
        for path in sorted((root / folder).rglob("*.py")):
            name = str(path.relative_to(root))
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield from _lines(node.value, f"{name}:{node.lineno}")
    for path in sorted((root / "fixtures").rglob("*")):
        if path.suffix in (".jsonl", ".txt"):
            yield from _file(path, str(path.relative_to(root)))


def _file(path: Path, name: str) -> Iterator[Ours]:
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if path.suffix == ".jsonl" and line.strip():
            for text in texts(json.loads(line)):
                yield from _lines(text, f"{name}:{number}")
        else:
            yield from _lines(line, f"{name}:{number}")


def _lines(text: str, where: str) -> Iterator[Ours]:
    for line in text.split("\n"):
        if made := normalized(line):
            yield Ours(made, where)


def texts(record: Any) -> Iterator[str]:
    """Every string in a JSON value, but for the names of keys and codecs."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, dict):
        for key, value in record.items():
            if key not in ("chain", "family", "kind", "lang", "why", "id", "source", "note"):
                yield from texts(value)
    elif isinstance(record, list):
        for value in record:
            yield from texts(value)


def cases(shared: Path) -> Iterator[tuple[str, str]]:
    """File and normalized text of each collected case, short strings left out."""
    for path in sorted((shared / "cases").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            for text in texts(json.loads(line)):
                if made := normalized(text):
                    yield path.name, made


def development(shared: Path) -> Iterator[tuple[str, str]]:
    """File and normalized text of each development line."""
    for path in sorted((shared / "corpora" / "dev").glob("*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                yield path.name, normalized(line)


def passages(ours: Iterable[Ours], theirs: Iterable[tuple[str, str]]) -> set[Quotation]:
    """Every passage of ours that stands in theirs, once for each place of ours."""
    runs: defaultdict[str, set[str]] = defaultdict(set)
    for text, where in ours:
        for i in range(len(text) - PASSAGE + 1):
            runs[text[i : i + PASSAGE]].add(where)
    found: dict[tuple[str, str], Quotation] = {}
    for source, text in theirs:
        for i in range(len(text) - PASSAGE + 1):
            piece = text[i : i + PASSAGE]
            if piece in runs:
                for where in runs[piece]:
                    found.setdefault((where, source), Quotation(where, piece, source))
    return set(found.values())


def quoted_cases(ours: Iterable[Ours], theirs: Iterable[tuple[str, str]]) -> set[Quotation]:
    """Cases that stand in ours as a whole, and strings of ours with a sign that stand in one."""
    mine = [one for one in ours if not one.text.isascii()]
    found = set()
    for source, case in theirs:
        long = len(case) >= CASE and not case.isascii()
        for text, where in mine:
            if (long and case in text) or (_has_sign(text) and text in case):
                found.add(Quotation(where, min(text, case, key=len), source))
    return found


def _has_sign(text: str) -> bool:
    return len(text) >= CASE and any(
        char > "\x7f" and unicodedata.category(char)[0] in "SN" for char in text
    )


def main(arguments: list[str] | None = None) -> int:
    """Print what is quoted. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout")
    parser.add_argument("--show", type=int, default=50, help="quotations to list at most")
    options = parser.parse_args(arguments)
    if not (options.shared / "corpora" / "dev").is_dir():
        print(f"check_quotations: nothing to compare with: no corpora/dev in {options.shared}")
        return 0
    try:
        ours = list(shipped(options.root))
        collected = list(cases(options.shared))
        found = quoted_cases(ours, collected) | passages(ours, collected)
        found |= passages(ours, development(options.shared))
    except (OSError, ValueError, SyntaxError, lzma.LZMAError) as error:
        print(f"check_quotations: {error}", file=sys.stderr)
        return 2
    for where, what, source in sorted(found)[: options.show]:
        print(f"{where}: {what!r} also stands in {source}")
    if found:
        print(f"{len(found)} quotations of development text among {len(ours)} strings")
        return 1
    print(f"none of {len(ours)} strings quotes development text or a collected case")
    return 0


if __name__ == "__main__":
    sys.exit(main())
