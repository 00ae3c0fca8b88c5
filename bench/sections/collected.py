"""Cases collected from public files: really damaged strings and lines, short strings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from bench.case import Case
from bench.corpus import Corpus, draw
from bench.damage import UTF8_AS
from bench.sections.utf8 import damaged_case

SHORT_READERS = ("windows-1252", "iso-8859-1", "windows-1251", "cp437", "mac-roman")

SHORT_FACTOR = 50
"""Short strings are drawn from one pool for all languages, so ``--limit`` counts for many."""

FOREIGN = {
    "tr": "ýþðÝÞÐ",
    "hu": "õûÕÛ",
    "cs": "ľĽąĄ",
    "mn": "їєЇЄ",
    "ro": "ãþºªÞÃ",
    "hr": "ąľĹ",
    "lg": "â€Ã",
}
"""Letters of real damage in each language: a line is repaired when none of them is left."""


def wild(corpus: Corpus, _limit: int | None, _seed: int) -> Iterator[Case]:
    """Real damage with the right answers, by family."""
    yield from (case for case in collected(corpus) if case.kind == "repair")


def collected(corpus: Corpus) -> Iterator[Case]:
    """Real strings of both kinds."""
    for record in corpus.collected.get("wild", []):
        # What must stay as it is counts with the clean text, so that the mean of the families
        # of damage cannot be bought by doing nothing.
        repair = record["kind"] == "repair"
        yield Case(
            "wild" if repair else "hard",
            record["family"],
            record["lang"],
            record["input"],
            record["expected"],
            record["kind"],
            tuple(record.get("accept") or ()),
        )


def _cleared(record: dict[str, Any]) -> Callable[[str], bool]:
    """Judges an answer to a line whose original is unknown: the signs of damage must be gone."""
    before: str = record["text"]
    signs = set(map(chr, range(0x80, 0xA0)))
    if record["why"].startswith("wrong-letter"):
        signs |= set(FOREIGN.get(record["lang"], ""))
    signs &= set(before)

    def wanted(answer: str) -> bool:
        return answer != before and not signs & set(answer)

    return wanted


def wild_lines(corpus: Corpus, _limit: int | None, _seed: int) -> Iterator[Case]:
    """Really damaged lines without certain answers."""
    yield from _lines(corpus, "wild-lines", "high")


def doubtful_lines(corpus: Corpus, _limit: int | None, _seed: int) -> Iterator[Case]:
    """Lines that may be damaged, or written so: no bar, only to be looked at."""
    yield from _lines(corpus, "doubtful-lines", "low")


def _lines(corpus: Corpus, section: str, confidence: str) -> Iterator[Case]:
    for record in corpus.collected.get("wild_lines", []):
        if record["confidence"] == confidence:
            text = record["text"]
            yield Case(section, record["why"], record["lang"], text, text, wanted=_cleared(record))


def _short_pool(corpus: Corpus, limit: int | None, seed: int) -> list[dict[str, Any]]:
    many = None if limit is None else limit * SHORT_FACTOR
    return draw(corpus.collected.get("short", []), f"{seed}:short", many)


def short_clean(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """Short clean strings."""
    many = None if limit is None else limit * 4
    for record in _short_pool(corpus, many, seed):
        text = record["text"]
        yield Case("short-clean", record["kind"], record["lang"], text, text, "leave-alone")


def short_damaged(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """Short strings, UTF-8 read as one of five codecs."""
    for record in _short_pool(corpus, limit, seed):
        for codec in SHORT_READERS:
            case = damaged_case("short", UTF8_AS[codec], record["lang"], record["text"])
            if case is not None:
                yield case
