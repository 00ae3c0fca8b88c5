"""Count which words each language joins by an apostrophe: ``it’s``, ``l’eau``, ``o‘zbek``.

    python tools/train_joints.py --corpora ../shared/corpora/train            (writes it)
    python tools/train_joints.py --corpora ../shared/corpora/train --check    (compares)

Reads ``<language>.tsv.xz`` (``source<TAB>text`` a line) and writes ``joints.json``. For each
language it has the usual words with an apostrophe, the parts that stand before an apostrophe in
others (``l``, ``dell``, ``qu``) and after one (``s``, ``ll``), each with its cost in sixteenths of
a nat (a word with this part, of all words), and the cost of a word with two other parts. How it
is used: ``joints.py`` of :mod:`mojifix.plausibility`. Straight and curly apostrophes count alike.
Same input, same bytes.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from training.costs import cost
from training.counting import lines_of

OUT = (
    Path(__file__).resolve().parents[1]
    / "src"
    / "mojifix"
    / "plausibility"
    / "data"
    / "joints.json"
)
_LETTER = r"[^\W\d_]"
_WORD = re.compile(f"{_LETTER}+(?:['’]{_LETTER}+)*")
LEAST = 4
"""Times that a part must have been seen."""
RAREST = 5e-5
"""The share of words below which a part says nothing."""
MOST = 60
"""Parts that are kept, before and after each."""
WORDS = 200
"""Whole words that are kept."""


def count(path: Path) -> dict[str, Any] | None:
    """What a language joins; None where it joins nothing."""
    words = 0
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    joints: Counter[tuple[str, str]] = Counter()
    for line in lines_of(path):
        for word in _WORD.findall(line):
            words += 1
            parts = word.lower().replace("’", "'").split("'")
            for pair in itertools.pairwise(parts):
                before[pair[0]] += 1
                after[pair[1]] += 1
                joints[pair] += 1

    def usual(parts: Counter[str], most: int = MOST) -> dict[str, int]:
        ranked = sorted(parts.items(), key=lambda item: (-item[1], item[0]))
        return {p: n for p, n in ranked[:most] if n >= LEAST and n >= RAREST * words}

    def costs(parts: dict[str, int]) -> dict[str, int]:
        return {part: cost((n + 0.5) / words) for part, n in sorted(parts.items())}

    whole = usual(Counter({f"{a}'{b}": n for (a, b), n in joints.items()}), WORDS)
    # What whole words do not account for: before "t" English has hardly anything else.
    for (a, b), n in joints.items():
        if f"{a}'{b}" in whole:
            before[a] -= n
            after[b] -= n
    heads, tails = usual(before), usual(after)
    if not whole and not heads and not tails:
        return None
    other = sum(
        n
        for (a, b), n in joints.items()
        if a not in heads and b not in tails and f"{a}'{b}" not in whole
    )
    return {
        "words": costs(whole),
        "before": costs(heads),
        "after": costs(tails),
        "other": cost((other + 0.5) / words),
    }


def train(corpora: Path) -> str:
    """The file's text."""
    found = {
        path.name.removesuffix(".tsv.xz"): counted
        for path in sorted(corpora.glob("*.tsv.xz"))
        if (counted := count(path)) is not None
    }
    if not found:
        raise FileNotFoundError(f"no <language>.tsv.xz in {corpora}")
    text = json.dumps(found, ensure_ascii=True, separators=(",", ":"))
    return text.replace('},"', '},\n"') + "\n"


def main() -> int:
    """Parse the command line, and train or check."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder of <language>.tsv.xz")
    parser.add_argument("--out", type=Path, default=OUT, help="where the file goes")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    arguments = parser.parse_args()
    try:
        text = train(arguments.corpora)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    if arguments.check:
        same = arguments.out.read_text(encoding="ascii") == text
        print("the joints are the same" if same else "the joints differ", file=sys.stderr)
        return 0 if same else 1
    arguments.out.write_text(text, encoding="ascii")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
