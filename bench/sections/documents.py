"""Documents of which only a part is damaged, and columns of short values."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from bench.case import Case, Pieces, Unit
from bench.corpus import Corpus, draw
from bench.damage import UTF8_AS, Damage, legacy_as

SENTENCES = 8
READERS = ("windows-1252", "iso-8859-1", "windows-1251", "windows-1250", "cp437", "mac-roman")
KINDS = ("one damaged sentence", "half of the sentences", "two kinds of damage", "some words")
_WORD = re.compile(r"\S+")

COLUMN = 60
"""Rows in a column of short values."""
COLUMN_LANGUAGES = ("fr", "de", "es", "pl", "cs", "hu", "tr", "ru", "uk", "el", "pt", "sv")
COLUMN_KINDS = ("person", "person-full", "city", "place", "company", "org", "country", "book-title")


def documents(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """Eight sentences of one language, some of them damaged."""
    for kind in KINDS:
        for lang in corpus.languages:
            rng = random.Random(f"{seed}:{kind}:{lang}")
            count = None if limit is None else max(1, limit // 4) * SENTENCES
            pool = corpus.sample(lang, f"documents:{kind}", count, seed)
            for at in range(0, len(pool) - SENTENCES + 1, SENTENCES):
                case = _document(kind, lang, pool[at : at + SENTENCES], rng)
                if case is not None:
                    yield case


def _document(kind: str, lang: str, sentences: list[str], rng: random.Random) -> Case | None:
    damages = [UTF8_AS[codec] for codec in rng.sample(READERS, 2)]
    damageable = [i for i, s in enumerate(sentences) if not s.isascii()]
    rng.shuffle(damageable)
    share = {"one damaged sentence": 1, "two kinds of damage": 4}.get(kind, 4)
    chosen = set(damageable[:share])
    units: list[Unit] = []
    pieces: list[tuple[str, str]] = []
    for i, sentence in enumerate(sentences):
        cut: Pieces | None = tuple((c, c) for c in sentence)
        damage = damages[i % 2 if kind == "two kinds of damage" else 0]
        if i in chosen:
            cut = _words(damage, sentence, rng) if kind == "some words" else damage.pieces(sentence)
        if cut is None:
            return None
        damaged = "".join(d for _, d in cut)
        units.append(Unit(kind if damaged != sentence else "", damaged, sentence))
        pieces += (*([(" ", " ")] if i else []), *cut)
    if not any(unit.channel for unit in units):
        return None
    aligned = tuple(pieces)
    text, observed = (" ".join(getattr(u, a) for u in units) for a in ("expected", "damaged"))
    return Case("documents", kind, lang, observed, text, pieces=lambda: aligned, units=tuple(units))


def _words(damage: Damage, sentence: str, rng: random.Random) -> Pieces | None:
    """``sentence`` with about half of its words damaged."""
    pieces: list[tuple[str, str]] = []
    at = 0
    for match in _WORD.finditer(sentence):
        pieces += ((c, c) for c in sentence[at : match.start()])
        word = match.group()
        damaged = damage.pieces(word) if rng.random() < 0.5 else tuple((c, c) for c in word)
        if damaged is None:
            return None
        pieces += damaged
        at = match.end()
    return (*pieces, *((c, c) for c in sentence[at:]))


def columns(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """Short values of one language, the rows of one source: clean, damaged, and both."""
    values: dict[str, list[str]] = {}
    for record in corpus.collected.get("short", []):
        if record["lang"] in COLUMN_LANGUAGES and record["kind"] in COLUMN_KINDS:
            values.setdefault(record["lang"], []).append(record["text"])
    for lang in COLUMN_LANGUAGES:
        for damage in _column_damages(lang):
            rows = draw(values.get(lang, []), f"{seed}:column:{damage.name}", COLUMN)
            for share in (0.0, 0.5, 1.0):
                if limit is None or share or damage is _column_damages(lang)[0]:
                    yield from _column(damage, lang, rows, share, seed)


def _column_damages(lang: str) -> list[Damage]:
    legacy = {
        "ru": ("windows-1251", "windows-1252"), "uk": ("windows-1251", "iso-8859-1"),
        "el": ("windows-1253", "windows-1252"), "tr": ("windows-1254", "windows-1252"),
        "pl": ("windows-1250", "windows-1252"), "cs": ("iso-8859-2", "iso-8859-1"),
        "hu": ("windows-1250", "windows-1252"),
    }  # fmt: skip
    written, read = legacy.get(lang, ("mac-roman", "windows-1252"))
    return [*_UTF8_COLUMNS, _LEGACY_COLUMNS.setdefault((written, read), legacy_as(written, read))]


_UTF8_COLUMNS = [UTF8_AS[codec] for codec in ("windows-1252", "windows-1251", "cp437")]
_LEGACY_COLUMNS: dict[tuple[str, str], Damage] = {}


def _column(damage: Damage, lang: str, rows: list[str], share: float, seed: int) -> Iterator[Case]:
    rng = random.Random(f"{seed}:{damage.name}:{lang}:{share}")
    name = f"{lang}:{damage.name}:{share}"
    for row in rows:
        damaged = damage(row) if rng.random() < share else row
        if damaged is None:
            damaged = row
        kind = f"{damage.name}, {share:.0%} of the rows"
        if damaged == row:
            yield Case("columns-clean", kind, lang, row, row, "leave-alone", column=name)
        else:
            yield Case("columns", kind, lang, damaged, row, column=name)
