"""What siblings bring: ``python -m bench.siblings [--documents N] [--many N]``.

Damaged documents of eight sentences that lost something, and siblings that quote half of these
sentences undamaged, among sentences of their own. Counted are the quoted sentences that come out
exactly, the same ones without siblings, and those that no sibling quotes. Then the time that a
repair takes beside thousands of siblings that have nothing to do with it.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import mojifix
from bench import corpus
from bench.case import Case, Unit
from bench.corpus import Corpus
from bench.damage import DROP_C1, NBSP_TO_SPACE, UNDEFINED_TO_FFFD, UTF8_AS, Damage
from bench.report import table
from bench.sections.lossy import SENTENCES, document, spaces_alike
from bench.typography import typeset

QUOTED = 99.0
"""Percent of the quoted sentences, the bar."""
HOW = ("beside", "alone")
OWN = 6
"""Sentences of a sibling that are its own."""
KINDS: tuple[tuple[str, Damage], ...] = (
    *(
        ("en", UTF8_AS[reader].then(DROP_C1, NBSP_TO_SPACE))
        for reader in ("iso-8859-1", "iso-8859-5", "iso-8859-7")
    ),
    *(
        (lang, UTF8_AS["iso-8859-1"].then(DROP_C1, NBSP_TO_SPACE))
        for lang in ("fr", "de", "es", "pt", "it", "pl", "tr")
    ),
    *((lang, UNDEFINED_TO_FFFD) for lang in ("en", "fr", "pl", "ru", "el", "vi")),
)
"""Languages, and what was done to the damaged document."""


def drawn(source: Corpus, number: int, seed: int) -> list[tuple[Case, list[str], frozenset[str]]]:
    """Damaged documents, their siblings, and the sentences that these quote."""
    found: list[tuple[Case, list[str], frozenset[str]]] = []
    for lang, damage in KINDS:
        rng = random.Random(f"{seed}:{lang}:{damage.name}")
        pool = list(source.sentences[lang])
        rng.shuffle(pool)
        if lang == "en":
            pool = [typeset(sentence, rng) for sentence in pool if sentence.isascii()]
        else:
            pool.sort(key=str.isascii)
        for _ in range(number):
            if len(pool) < SENTENCES + OWN:
                break
            sentences = [pool.pop(0) for _ in range(SENTENCES)]
            case = document("siblings", damage, lang, sentences)
            if case is None:
                continue
            quoted = rng.sample(sentences, SENTENCES // 2)
            own = [pool.pop() for _ in range(OWN)]
            # Two siblings, each with half of what is quoted; most articles quote a part.
            halves = quoted[: len(quoted) // 2], quoted[len(quoted) // 2 :]
            siblings = []
            for i, half in enumerate(halves):
                text = [*half, *own[i * OWN // 2 : (i + 1) * OWN // 2]]
                rng.shuffle(text)
                siblings.append(" ".join(text))
            found.append((case, siblings, frozenset(quoted)))
    return found


def sentence_of(repaired: str, units: Sequence[Unit], at: int) -> bool:
    """Does a sentence of a document stand in what was made of it, in its place?"""
    target = spaces_alike(units[at].expected)
    after = spaces_alike(units[at + 1].expected)[:1] if at + 1 < len(units) else ""
    text = spaces_alike(repaired)
    return f"{target} {after}" in text if after else text.endswith(target)


def quoted(source: Corpus, number: int, seed: int) -> str:
    """The table of quoted sentences."""
    counts: dict[str, Counter[str]] = {}
    for case, siblings, quotations in drawn(source, number, seed):
        alone = mojifix.repair(case.input).text
        beside = mojifix.repair(case.input, siblings=siblings).text
        count = counts.setdefault(f"{case.channel} ({case.lang})", Counter())
        for at, unit in enumerate(case.units):
            if not unit.channel:
                continue
            kind = "quoted" if unit.expected in quotations else "not quoted"
            count[kind] += 1
            count[f"{kind}: beside"] += sentence_of(beside, case.units, at)
            count[f"{kind}: alone"] += sentence_of(alone, case.units, at)
    total: Counter[str] = Counter()
    for count in counts.values():
        total.update(count)
    rows = [_row(name, count) for name, count in (*counts.items(), ("all", total))]
    header = ["damage", "quoted", "exact, %", "alone, %", "not quoted", "exact, %", "alone, %"]
    return table(header, rows)


def _row(name: str, count: Counter[str]) -> list[str]:
    cells = [name]
    for kind in ("quoted", "not quoted"):
        cells.append(str(count[kind]))
        shares = (100 * count[f"{kind}: {how}"] / max(count[kind], 1) for how in HOW)
        cells += (f"{share:.1f}" for share in shares)
    return cells


def many(source: Corpus, number: int, seed: int) -> str:
    """What an index of many siblings costs, and a repair beside it."""
    rng = random.Random(seed)
    pool = source.sentences["en"]
    texts = [" ".join(rng.choices(pool, k=30)) for _ in range(number)]
    cases = [case for case, _, _ in drawn(source, 2, seed) if case.lang == "en"]
    alone = statistics.median(_timed(case.input, None) for case in cases)
    started = time.perf_counter()
    index = mojifix.Siblings(texts)
    _timed(cases[0].input, index)
    built = time.perf_counter() - started
    beside = statistics.median(_timed(case.input, index) for case in cases)
    size = sum(map(len, texts)) / 1e6
    return (
        f"{number:,} siblings of {size:.0f} million code points: index and first repair "
        f"{built:.2f} s; a repair {1e3 * beside:.1f} ms, without siblings {1e3 * alone:.1f} ms"
    )


def _timed(text: str, siblings: mojifix.Siblings | None) -> float:
    started = time.perf_counter()
    mojifix.repair(text, siblings=siblings)
    return time.perf_counter() - started


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="bench.siblings", description=__doc__.split("\n")[0])
    parser.add_argument("--documents", type=int, default=10, help="of each kind (default: 10)")
    parser.add_argument("--many", type=int, default=10_000, help="siblings (default: 10,000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shared", type=Path, default=corpus.SHARED, help="where corpora/ is")
    options = parser.parse_args()
    source = corpus.load(options.shared)
    print(f"Sentences that a sibling quotes (bar: {QUOTED:g} % exact)\n")
    print(quoted(source, options.documents, options.seed), "\n")
    print(many(source, options.many, options.seed))


if __name__ == "__main__":
    main()
