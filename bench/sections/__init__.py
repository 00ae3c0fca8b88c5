"""The sections of the quality score, in the order of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.case import Case
from bench.corpus import Corpus
from bench.sections import clean, collected, utf8

Generator = Callable[[Corpus, int | None, int], Iterator[Case]]


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the report: a name, what it asks, its cases, and the bar where there is one."""

    name: str
    title: str
    cases: Generator
    bar: str = ""


SECTIONS = {
    section.name: section
    for section in (
        Section(
            "utf8", "One sentence, UTF-8 read as a single-byte codec", utf8.utf8,
            "exact >= 99.8 %, every codec >= 99.2 %",
        ),
        Section("double", "The same damage twice", utf8.double, "exact >= 99 %"),
        Section("clean", "Clean sentences", clean.clean, "<= 2 changed in 100,000"),
        Section("hard", "Clean text that looks damaged", clean.hard, "<= 1 % changed"),
        Section(
            "wild", "Real damaged strings, by family", collected.wild,
            "exact >= 85 %, mean of families >= 80 %",
        ),
        Section(
            "wild-lines", "Really damaged lines (signs of damage gone)", collected.wild_lines,
            ">= 80 % repaired",
        ),
        Section("doubtful-lines", "Lines that may be damaged (no bar)", collected.doubtful_lines),
        Section(
            "short-clean", "Short clean strings", collected.short_clean, "<= 5 changed in 10,000"
        ),
        Section("short", "Short damaged strings", collected.short_damaged, "exact >= 93 %"),
    )
}  # fmt: skip
