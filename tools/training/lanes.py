"""The n-grams of a script laid out as arrays, as ``mojifix.plausibility.ngrams`` reads them."""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from collections.abc import Mapping

from mojifix.kernel.grams import BOUND

from .counting import Source
from .ngrams import Grams, Lane, damped, pool_of, smooth

LANE_SHARE = 0.25
"""A language has a lane of its own in a script that makes up this share of its letters."""
MIN_LETTER = 2.0
"""A letter of less weight in all languages together is no letter of the script."""
TRIGRAM_SCRIPTS = {"LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "THAI"}
"""Scripts for which several code pages or many languages compete."""

Rows = Mapping[int, list[tuple[int, ...]]]
"""By packed letters: lane, cost, and for bigrams the backoff of the trigrams they begin."""


def pack_scripts(
    scripts: list[str], sources: list[Source], arrays: dict[str, array[int]]
) -> list[dict[str, object]]:
    """Train every script, in order, into ``arrays``; give what the file's header says of each."""
    totals = [sum(map(_size, source.words.values())) for source in sources]
    packed: list[dict[str, object]] = []
    for number, name in enumerate(scripts):
        languages, everything = _languages(name, number, sources, totals)
        if languages:
            lanes, letters = _lanes(name, languages, everything)
            order = sorted(letters)
            bits = len(order).bit_length()
            _pack(name, f"s{number}", list(lanes.values()), order, bits, arrays)
            packed.append({"script": number, "name": name, "lanes": list(lanes), "bits": bits})
    return packed


def _size(words: Mapping[str, int]) -> int:
    """Letters in the words."""
    return sum(len(word) * n for word, n in words.items())


def _languages(
    name: str, number: int, sources: list[Source], totals: list[int]
) -> tuple[dict[str, Grams], list[Grams]]:
    """The languages with a lane in the script, and the counts of all that write any of it."""
    languages: dict[str, Grams] = {}
    everything: list[Grams] = []
    for source, total in zip(sources, totals, strict=True):
        words: Mapping[str, int] = source.words.get(number, {})
        size = _size(words)
        if not size:
            continue
        grams = Grams()
        grams.add(damped(words), trigrams=name in TRIGRAM_SCRIPTS)
        everything.append(grams)
        if size >= LANE_SHARE * total:
            languages[source.language] = grams
    return languages, everything


def _lanes(
    name: str, languages: Mapping[str, Grams], everything: list[Grams]
) -> tuple[dict[str, Lane], set[str]]:
    """The smoothed lanes, that of all languages (``"*"``) first, and the script's letters."""
    weights: defaultdict[str, float] = defaultdict(float)
    for grams in everything:
        for letter, n in grams.uni.items():
            weights[letter] += n
    letters = {c for c, n in weights.items() if n >= MIN_LETTER} | {BOUND}
    pooled, pool = pool_of(everything, letters)
    members = {"*": pooled, **languages} if len(languages) > 1 else languages
    lanes = {lane: smooth(grams, pool, letters, name) for lane, grams in members.items()}
    return lanes, letters


def _pack(
    name: str,
    key: str,
    lanes: list[Lane],
    order: list[str],
    bits: int,
    arrays: dict[str, array[int]],
) -> None:
    """Lay out the lanes; the letters of an n-gram are packed with ``bits`` for each."""
    arrays[f"{key}.letters"] = array("I", map(ord, order))
    arrays[f"{key}.uni"] = array("B", (lane.uni[c] for c in order for lane in lanes))
    arrays[f"{key}.backoff"] = array("B", (lane.backoff1[c] for c in order for lane in lanes))
    ids = {c: i for i, c in enumerate(order)}
    bigrams: defaultdict[int, list[tuple[int, ...]]] = defaultdict(list)
    trigrams: defaultdict[int, list[tuple[int, ...]]] = defaultdict(list)
    for i, lane in enumerate(lanes):
        for context, row in lane.bi.items():
            for c, value in row.items():
                entry = (i, value, lane.backoff2.get(context + c, 0))
                bigrams[ids[context] << bits | ids[c]].append(entry)
        for context, row in lane.tri.items():
            start = (ids[context[0]] << bits | ids[context[1]]) << bits
            for c, value in row.items():
                trigrams[start | ids[c]].append((i, value))
    _pack_rows(f"{key}.bi", bigrams, ("lane", "cost", "backoff"), arrays)
    _pack_rows(f"{key}.tri", trigrams, ("lane", "cost"), arrays)
    print(
        f"\n{name}: {len(lanes)} lanes, {len(order)} letters, {len(bigrams)} bigrams with "
        f"{len(arrays[f'{key}.bi.lane'])} entries, {len(trigrams)} trigrams with "
        f"{len(arrays[f'{key}.tri.lane'])}",
        end="",
        file=sys.stderr,
    )


def _pack_rows(
    name: str, rows: Rows, labels: tuple[str, ...], arrays: dict[str, array[int]]
) -> None:
    """Sorted keys, where each one's entries start, and a column for each label."""
    keys, starts = array("I"), array("I")
    columns = [array("B") for _ in labels]
    for key in sorted(rows):
        keys.append(key)
        starts.append(len(columns[0]))
        for entry in sorted(rows[key]):
            for column, value in zip(columns, entry, strict=True):
                column.append(value)
    starts.append(len(columns[0]))
    arrays[f"{name}.key"], arrays[f"{name}.start"] = keys, starts
    for column, label in zip(columns, labels, strict=True):
        arrays[f"{name}.{label}"] = column
