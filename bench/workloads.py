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


def workloads(corpus: Corpus, count: int, seed: str) -> list[Workload]:
    """All workloads of ``count`` rows, with the bars of a build with the compiled kernel."""
    rng = random.Random(seed)
    english = [s for s in corpus.sentences["en"] if s.isascii()]
    ascii_rows = rows(english, count, rng)
    curly = [typeset(row, rng) for row in ascii_rows]
    pools = [corpus.sentences[lang] for lang in MULTILINGUAL if lang in corpus.sentences]
    each = -(-count // len(pools))
    by_language = [rows(pool, each, rng) for pool in pools]
    clean = [row for group in zip(*by_language, strict=True) for row in group][:count]
    wrong = [damaged(row) for row in clean]
    some = [wrong[i] if i % 100 == 50 else row for i, row in enumerate(clean)]
    articles = _articles(by_language)
    wrong_articles = [damaged(article) for article in articles]
    return [
        Workload("ASCII rows", tuple(ascii_rows), 100, 150, 3),
        Workload("English rows with curly quotes", tuple(curly), 50, 300, 3),
        Workload("clean multilingual rows", tuple(clean), 20, 120, 1),
        Workload("1 % damaged rows", tuple(some), 15, 100, 1),
        Workload("all rows damaged, multilingual", tuple(wrong), 4, 20),
        Workload("all rows damaged, English", tuple(damaged(row) for row in curly), 10, 60),
        Workload("clean articles", tuple(articles), 20, 100, 1),
        Workload("damaged articles", tuple(wrong_articles), 4, 15),
    ]


def _articles(by_language: list[list[str]]) -> list[str]:
    """Articles of 30 rows, each in one language."""
    found = []
    for group in by_language:
        enough = group if len(group) >= ARTICLE else group * -(-ARTICLE // len(group))
        found += [
            "\n".join(enough[at : at + ARTICLE])
            for at in range(0, len(enough) - ARTICLE + 1, ARTICLE)
        ]
    return found


def shares(corpus: Corpus, count: int, seed: str) -> dict[float, list[str]]:
    """Multilingual rows of which a growing share is damaged."""
    clean = next(w for w in workloads(corpus, count, seed) if w.name == "clean multilingual rows")
    result = {}
    for share in (0.0, 0.01, 0.03, 0.1, 0.3, 1.0):
        rng = random.Random(f"{seed}:{share}")
        result[share] = [damaged(row) if rng.random() < share else row for row in clean.texts]
    return result


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
}
"""What an adversary may send: damage without sense, without end, on one line."""


def one_line(corpus: Corpus, length: int, seed: int, *, wrong: bool) -> str:
    """One line of exactly ``length`` code points in many languages, clean or damaged."""
    rng = random.Random(seed)
    pools = [corpus.sentences[lang] for lang in MULTILINGUAL if lang in corpus.sentences]
    parts: list[str] = []
    size = 0
    while size < length:
        row = rng.choice(rng.choice(pools))
        parts.append(damaged(row) if wrong else row)
        size += len(parts[-1]) + 1
    return " ".join(parts)[:length]
