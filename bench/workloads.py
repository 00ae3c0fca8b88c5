"""The rows and articles on which speed is measured."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.corpus import Corpus
from bench.damage import UTF8_AS
from bench.typography import typeset

SHORTEST, LONGEST = 60, 300
"""Code points of a row."""
ARTICLE = 30
"""Rows of an article."""
MULTILINGUAL = (
    *("fr", "de", "es", "pl", "ru", "el"),
    *("ja", "zh-Hans", "ko", "ar", "th", "vi"),
)


@dataclass(frozen=True, slots=True)
class Workload:
    """Named texts, and the bars: times faster than plsfix, than ftfy, and than decoding."""

    name: str
    texts: tuple[str, ...]
    plsfix: float | None = None
    ftfy: float | None = None
    decode: float | None = None


def rows(sentences: Sequence[str], count: int, rng: random.Random) -> list[str]:
    """``count`` rows of 60 to 300 code points, made of sentences."""
    result: list[str] = []
    while len(result) < count:
        row = rng.choice(sentences)
        while len(row) < SHORTEST:
            row = f"{row} {rng.choice(sentences)}"
        result.append(row[:LONGEST])
    return result


def damaged(text: str) -> str:
    """``text`` after UTF-8 was read as windows-1252."""
    return UTF8_AS["windows-1252"](text) or text


def _english(corpus: Corpus, count: int, key: str) -> list[str]:
    return rows([s for s in corpus.sentences["en"] if s.isascii()], count, random.Random(key))


def _multilingual(corpus: Corpus, count: int, key: str) -> list[str]:
    """Rows of twelve languages in turn."""
    rng = random.Random(key)
    pools = [corpus.sentences[lang] for lang in MULTILINGUAL if lang in corpus.sentences]
    by_language = [rows(pool, -(-count // len(pools)), rng) for pool in pools]
    return [row for group in zip(*by_language, strict=True) for row in group][:count]


def _some_damaged(corpus: Corpus, count: int, key: str) -> list[str]:
    """The same, one in a hundred damaged."""
    return [
        damaged(row) if i % 100 == 50 else row
        for i, row in enumerate(_multilingual(corpus, count, key))
    ]


def workloads(corpus: Corpus, count: int, seed: str) -> list[Workload]:
    """All workloads of ``count`` rows, with the bars of a build with the compiled kernel.

    Each draws rows of its own: an engine that remembers what it has seen would otherwise be
    timed on its memory of the workload before (28 instead of 830 microseconds a clean row).
    """
    curly = [typeset(row, random.Random(row)) for row in _english(corpus, count, f"{seed}:curly")]
    wrong_english = [
        damaged(typeset(row, random.Random(row)))
        for row in _english(corpus, count, f"{seed}:wrong english")
    ]
    some = _some_damaged(corpus, count, f"{seed}:some")
    wrong = [damaged(row) for row in _multilingual(corpus, count, f"{seed}:wrong")]
    return [
        Workload("ASCII rows", tuple(_english(corpus, count, f"{seed}:ascii")), 100, 150, 3),
        Workload("English rows with curly quotes", tuple(curly), 50, 300, 3),
        Workload(
            "clean multilingual rows",
            tuple(_multilingual(corpus, count, f"{seed}:clean")), 20, 120, 1,
        ),
        Workload("1 % damaged rows", tuple(some), 15, 100, 1),
        Workload("all rows damaged, multilingual", tuple(wrong), 4, 20),
        Workload("all rows damaged, English", tuple(wrong_english), 10, 60),
        Workload("clean articles", tuple(_articles(corpus, count, f"{seed}:articles")), 20, 100, 1),
        Workload(
            "damaged articles",
            tuple(damaged(a) for a in _articles(corpus, count, f"{seed}:wrong articles")), 4, 15,
        ),
    ]  # fmt: skip


def _articles(corpus: Corpus, count: int, key: str) -> list[str]:
    """About ``count`` rows as articles of 30 rows, each in one language, all languages in turn."""
    rng = random.Random(key)
    pools = [corpus.sentences[lang] for lang in MULTILINGUAL if lang in corpus.sentences]
    number = max(len(pools), count // ARTICLE)
    return ["\n".join(rows(pools[i % len(pools)], ARTICLE, rng)) for i in range(number)]


def shares(corpus: Corpus, count: int, seed: str) -> dict[float, list[str]]:
    """Multilingual rows of which a growing share is damaged; rows of its own for each share."""
    result = {}
    for share in (0.0, 0.01, 0.03, 0.1, 0.3, 1.0):
        key = f"{seed}:share {share}"
        rng = random.Random(key)
        clean = _multilingual(corpus, count, key)
        result[share] = [damaged(row) if rng.random() < share else row for row in clean]
    return result


def column(corpus: Corpus, count: int, seed: str) -> Workload:
    """The rows of a column, of which one in a hundred is damaged."""
    rows = _some_damaged(corpus, count, f"{seed}:column")
    return Workload("Arrow column, 1 % damaged", tuple(rows), 15, 150)


FAMILIES: dict[str, Callable[[int], str]] = {
    "Ã repeated": lambda n: "Ã" * n,
    "Ãƒ repeated": lambda n: "Ãƒ" * (n // 2),
    "â€ repeated": lambda n: "â€" * (n // 2),
    "Ð repeated": lambda n: "Ð" * n,
    "Ã, NBSP, space": lambda n: "Ã\xa0 " * (n // 3),
    "itβs": lambda n: "itβs " * (n // 5),
    "C1 controls": lambda n: "\x80\x99" * (n // 2),
    "U+FFFD": lambda n: "\ufffd" * n,
    "lone surrogates": lambda n: "\udce2\udc80\udc99" * (n // 3),
    "縺ゅ repeated": lambda n: "縺ゅ" * (n // 2),
    "JSON escapes": lambda n: "\\u00c3\\u00a9" * (n // 12),
    "HTML entities": lambda n: "&Atilde;&copy;" * (n // 14),
    "one word of losses": lambda n: "xâ€" * (n // 3),
}
"""What an adversary may send: damage without sense, without end, on one line."""


def one_line(corpus: Corpus, length: int, seed: str, *, wrong: bool) -> str:
    """One line of exactly ``length`` code points in many languages, clean or damaged."""
    rng = random.Random(f"{seed}:{length}:{wrong}")
    pools = [corpus.sentences[lang] for lang in MULTILINGUAL if lang in corpus.sentences]
    parts: list[str] = []
    size = 0
    while size < length:
        row = rng.choice(rng.choice(pools))
        parts.append(damaged(row) if wrong else row)
        size += len(parts[-1]) + 1
    return " ".join(parts)[:length]
