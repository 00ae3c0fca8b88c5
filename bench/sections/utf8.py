"""UTF-8 read as a single-byte codec, once and twice."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from bench.case import Case
from bench.corpus import Corpus
from bench.damage import UTF8_AS, UTF8_READERS, Damage, repeat

TWICE = ("windows-1252", "iso-8859-1", "windows-1251", "windows-1250", "mac-roman")


def damaged_case(section: str, damage: Damage, lang: str, sentence: str) -> Case | None:
    """The case of one damaged sentence; None where the damage cannot happen or does not show."""
    damaged = damage(sentence)
    if damaged is None or damaged == sentence:
        return None
    pieces = functools.partial(damage.pieces, sentence)
    return Case(section, damage.name, lang, damaged, sentence, pieces=pieces)


def _each(
    section: str, damages: list[Damage], corpus: Corpus, limit: int | None, seed: int
) -> Iterator[Case]:
    for damage in damages:
        for lang in corpus.languages:
            # One purpose for each channel, so that a limited run meets more sentences in all.
            pool = corpus.sample(lang, damage.name, None if limit is None else limit * 4, seed)
            taken = 0
            for sentence in pool:
                if limit is not None and taken >= limit:
                    break
                if sentence.isascii():
                    continue
                case = damaged_case(section, damage, lang, sentence)
                if case is not None:
                    taken += 1
                    yield case


def utf8(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """One sentence, UTF-8 read as each of 23 single-byte codecs."""
    yield from _each("utf8", [UTF8_AS[c] for c in UTF8_READERS], corpus, limit, seed)


def double(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """The same damage twice over."""
    yield from _each("double", [repeat(UTF8_AS[c], 2) for c in TWICE], corpus, limit, seed)
