"""The usual words of each language beyond ASCII, what they cost, and what their accents do."""

from __future__ import annotations

from array import array
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from mojifix.plausibility.format import write
from mojifix.plausibility.model import MANY, Plausibility, load
from mojifix.plausibility.tokens import Word

from .accents import Tally
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


class Counted(NamedTuple):
    """What was counted in one language."""

    words: dict[int, list[str]]
    """The usual words, by what they cost."""
    accents: list[list[int]] | None
    """What the accents of words cost, if that is much."""


def counted(path: Path, model: Plausibility) -> Counted:
    """Count the words of a language."""
    accents = Tally()
    totals: Counter[int] = Counter()
    words: Counter[tuple[int, str]] = Counter()
    for line in lines_of(path):
        for token in model.tokens(line):
            if isinstance(token, Word) and model.scripts[token.script].number < MANY:
                totals[token.script] += 1
                accents.add(token)
                if len(token.folded) >= SHORTEST and not token.folded.isascii():
                    words[token.script, token.folded] += 1
    ranked = sorted(words.items(), key=lambda item: (-item[1], item[0]))
    found: dict[int, list[str]] = {}
    for (script, word), number in ranked[:MOST]:
        if number >= LEAST:
            found.setdefault(round(cost(number / totals[script]) / STEP) * STEP, []).append(word)
    return Counted(found, accents.costs())


def train(corpora: Path) -> bytes:
    """The file's bytes. Raises ``FileNotFoundError`` where there is nothing to learn from."""
    model = load()
    arrays: dict[str, array[int]] = {}
    accents: dict[str, list[list[int]]] = {}
    for path in sorted(corpora.glob(f"*{SUFFIX}")):
        language = path.name.removesuffix(SUFFIX)
        found = counted(path, model)
        if found.accents:
            accents[language] = found.accents
        if found.words:
            prices = sorted(found.words.items())
            lines = [f"{price} {' '.join(sorted(words))}" for price, words in prices]
            arrays[language] = array("B", "\n".join(lines).encode())
    if not arrays:
        raise FileNotFoundError(f"no <language>{SUFFIX} in {corpora}")
    with TemporaryDirectory() as folder:
        made = Path(folder) / "words.bin"
        write(made, {"accents": accents}, arrays)
        return made.read_bytes()
