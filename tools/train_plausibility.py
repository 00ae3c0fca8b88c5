"""Train the plausibility model that ships inside the package.

    python tools/train_plausibility.py --corpora ../shared/corpora/train            (writes it)
    python tools/train_plausibility.py --corpora ../shared/corpora/train --check    (compares)

Reads ``<language>.tsv.xz`` (``source<TAB>text`` a line), counts, smooths, quantizes, and
writes ``model.bin`` with ``provenance.json`` beside it. The same input gives the same bytes.
``--check`` trains again and compares what the models say (zlib may deflate otherwise on another
machine); without ``--corpora`` it compares the model with its provenance only. The work is done
in ``training/``, beside this file; what the statistics mean is explained in ``ngrams.py`` and
``shapes.py`` of :mod:`mojifix.plausibility`, whose tokenizer is used.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from training import provenance
from training.build import MODEL, PROVENANCE, train

DATA = Path(__file__).resolve().parents[1] / "src" / "mojifix" / "plausibility" / "data"


def check(corpora: Path | None, out: Path) -> str | None:
    """What is wrong with the model in ``out``, or ``None``; with corpora, trains it again."""
    stored = provenance.read(out / PROVENANCE)
    if provenance.sha256(out / MODEL) != stored["model_sha256"]:
        return f"{MODEL} is not the one that {PROVENANCE} describes"
    if corpora is not None:
        with tempfile.TemporaryDirectory() as folder:
            train(corpora, Path(folder))
            if provenance.content_sha256(Path(folder) / MODEL) != stored["content_sha256"]:
                return "training again gives another model"
    return None


def main() -> int:
    """Parse the command line and train or check."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--corpora", type=Path, help="folder of <language>.tsv.xz")
    parser.add_argument("--out", type=Path, default=DATA, help="where the model goes")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    parser.add_argument(
        "--leave-out", type=int, default=0, metavar="N", help="leave each N-th line for measuring"
    )
    arguments = parser.parse_args()
    if arguments.leave_out and (arguments.check or arguments.out == DATA):
        parser.error("--leave-out is for measuring: give another --out, and no --check")
    if not arguments.check and arguments.corpora is None:
        parser.error("--corpora is needed to train")
    try:
        if arguments.check:
            wrong = check(arguments.corpora, arguments.out)
            print(wrong or "the model is the one described", file=sys.stderr)
            return 1 if wrong else 0
        train(arguments.corpora, arguments.out, arguments.leave_out)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
