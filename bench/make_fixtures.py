"""``python -m bench.make_fixtures``: draw ``fixtures/quality`` from the training text again.

Only Common Voice sentences (CC0) are taken, a few for each of some languages, so that the
bench and the tests have text of many scripts where the development corpora are absent. The
model was trained on them, so scores on them are too good: for a figure worth quoting use the
development corpora.
"""

from __future__ import annotations

import argparse
import lzma
import random
import sys
from pathlib import Path

from bench.corpus import ROOT, SHARED

LANGUAGES = (
    *("ar", "be", "bg", "ca", "cs", "cy", "de", "el", "en", "es", "et", "fa", "fr", "hi", "hu"),
    *("it", "ja", "ka", "ko", "lt", "lv", "nl", "pl", "pt", "ro", "ru", "sk", "sv", "th", "tr"),
    *("uk", "vi", "zh-Hans"),
)
SENTENCES = 24
PLAIN = 4
"""Of these, sentences without a non-ASCII character."""
SHORTEST, LONGEST = 8, 140


def draw(path: Path, lang: str) -> list[str]:
    """Some sentences of one training file, drawn by the name of the language."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as stream:
        pairs = (line.rstrip("\n").split("\t", 1) for line in stream)
        lines = dict.fromkeys(t for s, t in pairs if s == "commonvoice")
    fitting = [line for line in lines if SHORTEST <= len(line) <= LONGEST]
    plain = [line for line in fitting if line.isascii()]
    other = [line for line in fitting if not line.isascii()]
    rng = random.Random(lang)
    count = min(PLAIN, len(plain)) if other and lang != "en" else min(SENTENCES, len(plain))
    drawn = rng.sample(plain, count) + rng.sample(other, min(SENTENCES - count, len(other)))
    return sorted(drawn)


def main(arguments: list[str] | None = None) -> int:
    """Write one file for each language. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="bench.make_fixtures", description=__doc__.split("\n")[0])
    parser.add_argument("--train", type=Path, default=SHARED / "corpora" / "train")
    parser.add_argument("--out", type=Path, default=ROOT / "fixtures" / "quality")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for lang in LANGUAGES:
        lines = draw(options.train / f"{lang}.tsv.xz", lang)
        if not lines:
            print(f"make_fixtures: no Common Voice sentence of {lang}", file=sys.stderr)
            continue
        text = "".join(line + "\n" for line in lines)
        (options.out / f"{lang}.txt").write_bytes(text.encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
