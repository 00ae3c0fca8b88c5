"""The sections of the quality score, and the tables they fill, in the order of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.case import Case
from bench.corpus import Corpus
from bench.sections import clean, collected, documents, legacy, lossy, signs, utf8

Generator = Callable[[Corpus, int | None, int], Iterator[Case]]

SECTIONS: dict[str, Generator] = {
    "utf8": utf8.utf8,
    "double": utf8.double,
    "clean": clean.clean,
    "hard": clean.hard,
    "styled": clean.styled,
    "wild": collected.wild,
    "wild-lines": collected.wild_lines,
    "doubtful-lines": collected.doubtful_lines,
    "short-clean": collected.short_clean,
    "short": collected.short_damaged,
    "columns": documents.columns,
    "legacy": legacy.legacy,
    "multi-byte": legacy.multi_byte,
    "cjk": legacy.cjk,
    "typographic": lossy.english,
    "dropped": lossy.western,
    "losses": lossy.kinds,
    "signs": signs.signs,
    "documents": documents.documents,
}


@dataclass(frozen=True, slots=True)
class Heading:
    """What a table shows, and the bar where there is one."""

    title: str
    bar: str = ""
    leave_alone: bool = False
    """The cases are clean: counted are false changes."""


TABLES: dict[str, Heading] = {
    "utf8": Heading(
        "One sentence, UTF-8 read as a single-byte codec", "exact >= 99.8 %, every codec >= 99.2 %"
    ),
    "double": Heading("The same damage twice", "exact >= 99 %"),
    "clean": Heading("Clean sentences", "<= 2 changed in 100,000", leave_alone=True),
    "hard": Heading("Clean text that looks damaged", "<= 1 % changed", leave_alone=True),
    "styled": Heading("Clean sentences as people style them", leave_alone=True),
    "wild": Heading("Real damaged strings, by family", "exact >= 85 %, mean of families >= 80 %"),
    "wild-lines": Heading("Really damaged lines: signs of damage gone", ">= 80 % repaired"),
    "doubtful-lines": Heading("Lines that may be damaged, or written so"),
    "short-clean": Heading("Short clean strings", "<= 5 changed in 10,000", leave_alone=True),
    "short": Heading("Short damaged strings", "exact >= 93 %"),
    "columns": Heading("Columns of short values", "exact >= 97 %"),
    "columns-clean": Heading("Clean values in columns", "<= 3 changed in all", leave_alone=True),
    "legacy": Heading("Legacy read as legacy", "exact >= 99.5 %, every pair of codecs >= 96 %"),
    "multi-byte": Heading(
        "UTF-8 read as a multi-byte codec, reversibly", "exact >= 98 %, each >= 96 %"
    ),
    "cjk": Heading("Multi-byte codecs read as each other, reversibly"),
    "typographic": Heading(
        "English typography in documents, C1 dropped", "sentences exact >= 93 %, each >= 90 %"
    ),
    "typographic-clean": Heading("Clean sentences in these documents", leave_alone=True),
    "dropped": Heading(
        "Western languages, C1 dropped, NBSP to space", "exact >= 90 %, each language >= 85 %"
    ),
    "losses": Heading("Other losses and escapes", "exact >= 90 %, each kind >= 85 %"),
    "signs": Heading("A sign or an emoji in a sentence"),
    "documents": Heading("Damaged sentences in mixed documents"),
    "documents-clean": Heading("Clean sentences in mixed documents", leave_alone=True),
}
