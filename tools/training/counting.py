"""One pass over the corpora: words, neighboring shapes, neighboring scripts, quotation marks."""

from __future__ import annotations

import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from mojifix.plausibility.chars import CharTable
from mojifix.plausibility.tokens import Word, tokenize

from .augmentation import augmented, curly
from .marks import count_marks

SUFFIX = ".tsv.xz"
SHAPE_LINES = 6000
"""Lines a language gives to the statistics of shapes, which are pooled over all languages. They are
sentences for the most part; what follows in the large corpora is interface strings."""

Shape: TypeAlias = tuple[int, int] | str | None
"""A word's script and pattern of capitals; another character; ``None`` at either end of a text."""


@dataclass
class Source:
    """What was counted in one language."""

    language: str
    lines: int = 0
    words: dict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By script."""
    marks: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By role and character."""

    @property
    def size(self) -> int:
        """How many words were counted."""
        return sum(sum(words.values()) for words in self.words.values())

    @property
    def letters(self) -> int:
        """How many letters they have."""
        return sum(len(w) * n for words in self.words.values() for w, n in words.items())


@dataclass
class Counts:
    """What was counted in all languages."""

    sources: list[Source] = field(default_factory=list)
    pairs: Counter[tuple[Shape, Shape]] = field(default_factory=Counter)
    """Neighboring shapes."""
    sightings: Counter[str] = field(default_factory=Counter)
    """Characters that are no letters: how often all lines of the corpora have each."""
    changes: Counter[tuple[int, int]] = field(default_factory=Counter)
    """The scripts of words that follow each other in a line, with whatever between them."""


def lines_of(path: Path) -> Iterator[str]:
    """The texts of a ``source<TAB>text`` file."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            yield line.rstrip("\n").split("\t", 1)[1]


def labels_of(path: Path) -> list[str]:
    """The lines of a file of emoji, each with its label behind it."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file]


def count(paths: Iterable[Path], table: CharTable, labels: list[str], leave_out: int = 0) -> Counts:
    """Count every file, in order; emoji with ``labels`` are put between the lines.

    Each ``leave_out``-th line of a file is left out.
    """
    counts = Counts()
    for path in paths:
        source = Source(path.name.removesuffix(SUFFIX))
        for number, text in enumerate(lines_of(path)):
            if leave_out and number % leave_out == leave_out - 1:
                continue
            source.lines += 1
            tokens = _count_words(source, text, table)
            counts.sightings.update(token for token in tokens if isinstance(token, str))
            if number < SHAPE_LINES:
                _count_shapes_of(counts, source.language, text, number, tokens, table, labels)
        counts.sources.append(source)
        print(source.language, source.lines, end="  ", file=sys.stderr, flush=True)
    return counts


def _count_words(source: Source, text: str, table: CharTable) -> list[Word | str]:
    """Count a line's words and quotation marks; give its tokens."""
    count_marks(source.marks, text)
    if source.language == "en":
        count_marks(source.marks, curly(text))
    tokens = tokenize(text, table)
    for token in tokens:
        if isinstance(token, Word):
            source.words[token.script][token.folded] += 1
    return tokens


def _count_shapes_of(
    counts: Counts,
    language: str,
    text: str,
    number: int,
    tokens: list[Word | str],
    table: CharTable,
    labels: list[str],
) -> None:
    """Count the shapes of a line, and of what is added to it."""
    counts.changes.update(pairwise([token.script for token in tokens if isinstance(token, Word)]))
    count_shapes(counts.pairs, tokens)
    for more in augmented(text, number, language, labels):
        count_shapes(counts.pairs, tokenize(more, table))


def shape(token: Word | str) -> Shape:
    """A token without its letters."""
    return (token.script, token.pattern) if isinstance(token, Word) else token


def count_shapes(pairs: Counter[tuple[Shape, Shape]], tokens: list[Word | str]) -> None:
    """Count the neighboring shapes of a text, its ends included."""
    pairs.update(pairwise([None, *map(shape, tokens), None]))
