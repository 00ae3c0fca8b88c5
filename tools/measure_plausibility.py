"""Measure the plausibility model on text that it has not seen: cross-entropy by language.

    python tools/measure_plausibility.py ../shared/corpora/dev
    python tools/measure_plausibility.py ../shared/corpora/train --every 50     (see below)
    python tools/measure_plausibility.py FOLDER --model OTHER/model.bin --json out.json

FOLDER holds ``<language>.<anything>.txt.xz`` or ``<language>.tsv.xz``. For each language the table
says what a letter costs in nats, in the language's own lane and in the cheapest one (what the
engine takes); what a shape costs (capitals, spaces, signs); in how many lines the own lane is
the cheapest; and the first two again in capitals. ``--every N`` reads only each N-th line, the ones
that ``train_plausibility.py --leave-out N`` does not train on.

The figures compare models with each other. That a model is cheaper does not yet say that it
repairs more: ``make quality`` does.
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mojifix.plausibility.model import UNIT, Plausibility
from mojifix.plausibility.shapes import END
from mojifix.plausibility.tokens import Word

DATA = Path(__file__).resolve().parents[1] / "src" / "mojifix" / "plausibility" / "data"


class Measure(NamedTuple):
    """What one language's lines cost; costs in nats."""

    language: str
    lines: int
    letters: int
    own: float
    """Per letter, in the language's own lane, or in that of all languages where it has none."""
    best: float
    """Per letter, in the lane where the line's words of that script cost least."""
    shape: float
    """Per token."""
    found: float
    """The share of lines whose cheapest lane is the own one."""
    capitals: float
    """``best`` for the same lines in capitals."""


def measure(model: Plausibility, language: str, lines: list[str]) -> Measure:
    """Measure the lines of one language."""
    own = best = shape = capitals = 0
    letters = tokens = found = 0
    for line in lines:
        parts = model.tokens(line)
        numbers = [END, *map(model.shapes.number, parts), END]
        shape += sum(map(model.shapes.pair, numbers, numbers[1:]))
        tokens += len(parts) + 1
        least, mine, at_home = _words(model, line, language)
        own, best, found = own + mine, best + least, found + at_home
        capitals += _words(model, line.upper(), language)[0]
        letters += sum(len(part.folded) for part in parts if isinstance(part, Word))
    scale = 1 / UNIT / max(letters, 1)
    return Measure(
        language,
        len(lines),
        letters,
        round(own * scale, 4),
        round(best * scale, 4),
        round(shape / UNIT / max(tokens, 1), 4),
        round(found / max(len(lines), 1), 4),
        round(capitals * scale, 4),
    )


def _words(model: Plausibility, line: str, language: str) -> tuple[int, int, bool]:
    """The words' cost in the best lanes and in the own ones; whether these are the same."""
    least = mine = 0
    at_home = True
    for script, total in model.totals(model.tokens(line), {}).items():
        costs = model.scripts[script].unpack(total)
        names = model.scripts[script].names
        home = names.index(language) if language in names else 0
        least += min(costs)
        mine += costs[home]
        at_home = at_home and costs[home] == min(costs)
    return least, mine, at_home


def samples(folder: Path, limit: int, every: int) -> Iterator[tuple[str, list[str]]]:
    """Lines of each file of a folder, evenly spread."""
    for path in sorted(folder.glob("*.xz")):
        if ".tsv" not in path.name and ".txt" not in path.name:
            continue
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as file:
            lines = [line.rstrip("\r\n") for line in file]
        if ".tsv" in path.name:
            lines = [line.split("\t", 1)[1] for line in lines]
        lines = lines[every - 1 :: every] if every else lines
        step = max(1, len(lines) // limit)
        yield path.name.split(".")[0], lines[::step][:limit]


def mean(measures: list[Measure], letters_at_least: int = 1) -> Measure:
    """The mean of all languages, each with the same weight."""
    known = [m for m in measures if m.letters >= letters_at_least]
    values = [
        round(sum(float(getattr(m, name)) for m in known) / max(len(known), 1), 4)
        for name in ("own", "best", "shape", "found", "capitals")
    ]
    return Measure("mean", sum(m.lines for m in known), sum(m.letters for m in known), *values)


def main() -> int:
    """Print the table. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path, help="folder of <language>.*.xz")
    parser.add_argument("--model", type=Path, default=DATA / "model.bin")
    parser.add_argument("--limit", type=int, default=200, help="lines a file")
    parser.add_argument("--every", type=int, default=0, metavar="N", help="each N-th line only")
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    parser.add_argument("--quiet", action="store_true", help="print the mean only")
    options = parser.parse_args()
    model = Plausibility(options.model)
    measures = [
        measure(model, language, lines)
        for language, lines in samples(options.folder, options.limit, options.every)
    ]
    if not measures:
        print(f"{options.folder}: no <language>.*.xz here", file=sys.stderr)
        return 2
    print("language     lines  letters    own   best  shape  found  capitals")
    for m in [*([] if options.quiet else measures), mean(measures)]:
        print(
            f"{m.language:12}{m.lines:6}{m.letters:9}{m.own:7.3f}{m.best:7.3f}{m.shape:7.3f}"
            f"{m.found:7.2f}{m.capitals:10.3f}"
        )
    if options.json:
        options.json.write_text(json.dumps([m._asdict() for m in measures]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
