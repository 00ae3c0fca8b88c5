"""Clean text: nothing may change."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bench.case import Case
from bench.corpus import Corpus
from bench.sections.collected import collected
from bench.styles import STYLES

FORMS: dict[str, Callable[[str], str]] = {
    "as is": str,
    "IN CAPITALS": str.upper,
    "Title Case": str.title,
}

CLEAN_FACTOR = 20
"""Clean sentences a language for each damaged one: a bar of 2 in 100,000 needs many, and an
engine passes clean text quickly."""


def clean(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """Clean sentences as they are, in capitals and in title case."""
    many = None if limit is None else limit * CLEAN_FACTOR
    for lang in corpus.languages:
        for sentence in corpus.sample(lang, "clean", many, seed):
            for form, make in FORMS.items():
                text = make(sentence)
                if form == "as is" or text != sentence:
                    yield Case("clean", form, lang, text, text, "leave-alone")


def styled(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """Clean sentences in each style that changes them."""
    for lang in corpus.languages:
        for style, make in STYLES.items():
            for sentence in corpus.sample(lang, f"styled: {style}", limit, seed):
                text = make(sentence)
                if text != sentence and not text.isascii():
                    yield Case("styled", style, lang, text, text, "leave-alone")


def hard(corpus: Corpus, _limit: int | None, _seed: int) -> Iterator[Case]:
    """Clean text that looks damaged."""
    for record in corpus.collected.get("hard_clean", []):
        text = record["text"]
        yield Case("hard", "hard clean", record.get("lang", ""), text, text, "leave-alone")
    yield from (case for case in collected(corpus) if case.kind == "leave-alone")
