"""Damage that lost something: dropped controls, NBSP to space, case, escapes."""

from __future__ import annotations

import functools
import random
from collections.abc import Callable, Iterator

from bench.case import Case, Unit
from bench.corpus import Corpus
from bench.damage import (
    C1_FOR_1252,
    CASEFOLD,
    DROP_C1,
    DROP_SHY,
    HTML_ESCAPES,
    JSON_ESCAPES,
    NBSP_TO_SPACE,
    NFKC,
    TIS_620,
    UNDEFINED_TO_FFFD,
    UTF8_AS,
    Damage,
    utf8_as,
)
from bench.sections.utf8 import damaged_case
from bench.typography import curl, typeset

SENTENCES = 8
"""Sentences in a document, as the bar has it."""

ENGLISH = (
    *(UTF8_AS[f"iso-8859-{n}"] for n in (1, 2, 5, 7)),
    utf8_as("iso-8859-8"),
    *(UTF8_AS[f"iso-8859-{n}"] for n in (9, 15)),
    TIS_620,
)
WESTERN = ("fr", "de", "es", "pt", "it", "sv", "da", "fi", "nl", "ca")
TEN = ("fr", "de", "es", "pt", "it", "pl", "tr", "ru", "el", "vi")

_1252 = UTF8_AS["windows-1252"]
_LATIN1 = UTF8_AS["iso-8859-1"]
KINDS: tuple[tuple[Damage, Callable[[str], str] | None], ...] = (
    (_1252.then(CASEFOLD), str.lower),
    (_1252.then(NFKC), None),
    (_1252.then(NBSP_TO_SPACE), None),
    (_1252.then(DROP_SHY), None),
    (UNDEFINED_TO_FFFD, None),
    (_LATIN1.then(JSON_ESCAPES), None),
    (_1252.then(HTML_ESCAPES), None),
    (C1_FOR_1252, None),
)
"""Each kind of loss, and what is done to the sentence before (case that is lost anyway)."""

ESCAPED = {"json-escapes": JSON_ESCAPES, "html-escapes": HTML_ESCAPES}


def spaces_alike(text: str) -> str:
    """``text`` with no-break spaces as spaces: after nbsp-to-space nobody can tell them apart."""
    return text.replace("\u00a0", " ")


def english(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """English with typographic punctuation in documents of eight sentences, C1 dropped."""
    documents = None if limit is None else max(2, limit)
    for reading in ENGLISH:
        for damage in (reading.then(DROP_C1), reading.then(DROP_C1, NBSP_TO_SPACE)):
            rng = random.Random(f"{seed}:{damage.name}")
            count = None if documents is None else 2 * documents * SENTENCES
            pool = [s for s in corpus.sample("en", damage.name, count, seed) if s.isascii()]
            # Sentences with quotation marks and apostrophes of their own come first.
            pool.sort(key=lambda s: curl(s).isascii())
            natural = pool[: len(pool) // 2]
            plain = [typeset(s, rng) if rng.random() < 0.5 else s for s in pool[len(pool) // 2 :]]
            sentences = [curl(s) for s in natural] + plain
            rng.shuffle(sentences)
            for at in range(0, len(sentences) - SENTENCES + 1, SENTENCES):
                case = document("typographic", damage, "en", sentences[at : at + SENTENCES])
                if case is not None:
                    yield case


def document(section: str, damage: Damage, lang: str, sentences: list[str]) -> Case | None:
    """One document, all of it damaged; None where a sentence cannot be, or none shows it."""
    units = []
    for sentence in sentences:
        damaged = damage(sentence)
        if damaged is None:
            return None
        channel = damage.name if damaged != sentence else ""
        units.append(Unit(channel, damaged, sentence))
    if not any(unit.channel for unit in units):
        return None
    text = " ".join(sentences)
    return Case(
        section,
        damage.name,
        lang,
        " ".join(u.damaged for u in units),
        text,
        pieces=functools.partial(damage.pieces, text),
        units=tuple(units),
    )


def western(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """Ten languages read as Latin-1 or ISO-8859-15, C1 dropped and NBSP to space."""
    for reading in (_LATIN1, UTF8_AS["iso-8859-15"]):
        damage = reading.then(DROP_C1, NBSP_TO_SPACE)
        for lang in WESTERN:
            for sentence in _non_ascii(corpus, lang, damage.name, limit, seed):
                yield from _lossy_case("dropped", damage, lang, sentence)


def kinds(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """Case-folded, NFKC, U+FFFD, escapes, C1 controls for 1252, in ten languages."""
    for damage, prepare in KINDS:
        for lang in (*TEN, "en"):
            for drawn in _non_ascii(corpus, lang, damage.name, limit, seed):
                sentence = prepare(drawn) if prepare else drawn
                yield from _lossy_case("losses", damage, lang, sentence)


def _non_ascii(corpus: Corpus, lang: str, name: str, limit: int | None, seed: int) -> list[str]:
    rng = random.Random(f"{seed}:{name}:{lang}")
    pool = corpus.sample(lang, name, None if limit is None else limit * 6, seed)
    if lang == "en":
        pool = [typeset(s, rng) if s.isascii() else s for s in pool]
    pool = [s for s in pool if not s.isascii()]
    return pool if limit is None else pool[: limit * 2]


def _lossy_case(section: str, damage: Damage, lang: str, sentence: str) -> Iterator[Case]:
    case = damaged_case(section, damage, lang, sentence)
    if case is None or not _shows(damage, sentence, case.input):
        return
    accept = tuple(
        escape(sentence) or sentence for name, escape in ESCAPED.items() if name in damage.name
    )
    wanted = None
    if "nbsp-to-space" in damage.name:
        target = spaces_alike(sentence)

        def wanted(answer: str) -> bool:
            return spaces_alike(answer) == target

    # Where nothing was lost, any tool for UTF-8 will do: a row of its own.
    lost = "drop-c1" not in damage.name or damage.steps[0](sentence) != case.input
    yield Case(
        section, damage.name if lost else "nothing lost", lang, case.input, sentence,
        accept=accept, pieces=case.pieces, wanted=wanted,
    )  # fmt: skip


def _shows(damage: Damage, sentence: str, damaged: str) -> bool:
    """True where the last step did something: else the case belongs to another table."""
    before: str | None = sentence
    for step in damage.steps[:-1]:
        before = step(before) if before is not None else None
    if damage is UNDEFINED_TO_FFFD:
        return "\ufffd" in damaged
    return before != damaged or "drop-c1" in damage.name
