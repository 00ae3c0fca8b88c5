"""The usual words of each language beyond ASCII, and what they cost."""

from __future__ import annotations

from array import array
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from mojifix.plausibility.format import write
from mojifix.plausibility.model import MANY, Plausibility, load
from mojifix.plausibility.tokens import Word

from .costs import cost
from .counting import SUFFIX, lines_of

SHORTEST = 2
"""Letters: one by itself is also what is left of a quotation mark (``т`` through ISO-8859-5)."""
LEAST = 4
"""Times that a word must have been seen."""
MOST = 700
"""Words of a language that are kept: all languages take 0.3 MB. With 1,500, 1 in 750 losses of the
development text is repaired besides."""
STEP = 8
"""Costs are rounded to half a nat: the counts are no more certain, and groups compress better."""


def usual(path: Path, model: Plausibility) -> dict[int, list[str]]:
    """The usual words of a language, by what they cost."""
    totals: Counter[int] = Counter()
    words: Counter[tuple[int, str]] = Counter()
    for line in lines_of(path):
        for token in model.tokens(line):
            if isinstance(token, Word) and model.scripts[token.script].number < MANY:
                totals[token.script] += 1
                if len(token.folded) >= SHORTEST and not token.folded.isascii():
                    words[token.script, token.folded] += 1
    ranked = sorted(words.items(), key=lambda item: (-item[1], item[0]))
    found: dict[int, list[str]] = {}
    for (script, word), number in ranked[:MOST]:
        if number >= LEAST:
            found.setdefault(round(cost(number / totals[script]) / STEP) * STEP, []).append(word)
    return found


def train(corpora: Path) -> bytes:
    """The file's bytes. Raises ``FileNotFoundError`` where there is nothing to learn from."""
    model = load()
    arrays = {
        path.name.removesuffix(SUFFIX): array(
            "B",
            "\n".join(
                f"{price} {' '.join(sorted(words))}" for price, words in sorted(found.items())
            ).encode(),
        )
        for path in sorted(corpora.glob(f"*{SUFFIX}"))
        if (found := usual(path, model))
    }
    if not arrays:
        raise FileNotFoundError(f"no <language>{SUFFIX} in {corpora}")
    with TemporaryDirectory() as folder:
        made = Path(folder) / "words.bin"
        write(made, {}, arrays)
        return made.read_bytes()
