"""Collect the usual words of each language: ``это``, ``déjà``, ``için``.

    python tools/train_words.py --corpora ../shared/corpora/train            (writes it)
    python tools/train_words.py --corpora ../shared/corpora/train --check    (compares)

Reads ``<language>.tsv.xz`` (``source<TAB>text`` a line) and writes ``words.bin``: for each language
its commonest words that have a letter beyond ASCII, case-folded as the model does it, grouped by
what they cost (sixteenths of a nat, of all words of their script); and what another number of
accents costs, where that says much. How they are used: ``words.py`` and ``accents.py`` of
:mod:`mojifix.plausibility`. Same input, same bytes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from training.usual import train

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "src" / "mojifix" / "plausibility" / "data" / "words.bin"


def main() -> int:
    """Parse the command line, and train or check."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder of <language>.tsv.xz")
    parser.add_argument("--out", type=Path, default=OUT, help="where the file goes")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    arguments = parser.parse_args()
    try:
        made = train(arguments.corpora)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    if arguments.check:
        same = arguments.out.read_bytes() == made
        print("the words are the same" if same else "the words differ", file=sys.stderr)
        return 0 if same else 1
    arguments.out.write_bytes(made)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
