"""What stands beside what: bigrams of shapes, pooled over all languages, and of scripts."""

from __future__ import annotations

import math
import sys
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from mojifix.plausibility.chars import FIRST_OTHER, CharTable
from mojifix.plausibility.tokens import PATTERNS

from .characters import HAN, OTHER, Characters
from .costs import STEP, cost
from .counting import Shape
from .signs import repertoire

MIN_TOKEN = 4
"""A character is a token of its own if the corpora have it so often, or if it is in the repertoire
of :mod:`.signs`; else its class counts."""
BIDI_CONTROLS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
"""Bidirectional classes of what steers the display and is no part of what somebody wrote."""
DISCOUNT = 0.75
MIN_PAIR = 2
"""Pairs that were seen less often are left to the backoff."""
UNSEEN = 0.001
"""Sightings of a shape that was never seen: controls, unassigned."""
DIGITS = 20
"""Digits that a text chooses from: it has one set of ten, two at most."""

HABITS = (
    ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "DESERET", "GLAGOLITIC"),
    ("ARABIC", "HEBREW", "THAANA", "SYRIAC"), (HAN,), ("HANGUL",),
    ("THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"), ("HALFWIDTH", "FULLWIDTH"),
    ("DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA",
     "MALAYALAM", "SINHALA", "ETHIOPIC", "GEORGIAN"),
)  # fmt: skip
"""Scripts whose words behave alike between spaces and signs share the statistics of shapes: those
with capitals first, the others by the way they write. All the rest are one more group."""

LIMIT_CHANGE = 8 * STEP
"""A change of script costs no more: the corpora can't tell how rarely any one follows another."""


def habits_of(scripts: list[str]) -> list[int]:
    """The group in ``HABITS`` of each script, by the script's number."""
    groups = {name: i for i, names in enumerate(HABITS) for name in names}
    return [groups.get(name, len(HABITS)) for name in scripts]


@dataclass(frozen=True)
class Numbering:
    """The numbers of shapes: 0 is the end, then come words, classes, characters of their own."""

    table: CharTable
    habits: list[int]
    own: list[str]
    """Characters with a number of their own, sorted."""
    ids: Mapping[str, int]
    """Their numbers."""
    first_class: int
    first_char: int

    @classmethod
    def of(cls, seen: Mapping[str, int], table: CharTable, habits: list[int]) -> Numbering:
        """Number the shapes; characters were ``seen`` so often."""
        usual = {c for c, n in seen.items() if n >= MIN_TOKEN} | repertoire()
        never = {OTHER[name] for name in ("digit", "c0", "c1", "private")}
        own = sorted(
            c
            for c in usual
            if table[c].cls >= FIRST_OTHER
            and table[c].cls not in never
            and unicodedata.bidirectional(c) not in BIDI_CONTROLS
        )
        first_class = 1 + (max(habits) + 1) * PATTERNS
        first_char = first_class + 256 - FIRST_OTHER
        ids = {c: first_char + i for i, c in enumerate(own)}
        return cls(table, habits, own, ids, first_class, first_char)

    @property
    def size(self) -> int:
        """How many numbers there are."""
        return self.first_char + len(self.own)

    def number(self, item: Shape) -> int:
        """The number of a shape."""
        if item is None:
            return 0
        if isinstance(item, str):
            return self.ids.get(item) or self.first_class + self.table[item].cls - FIRST_OTHER
        script, pattern = item
        return 1 + self.habits[script] * PATTERNS + pattern


def pack_shapes(
    pairs: Mapping[tuple[Shape, Shape], int],
    seen: Mapping[str, int],
    characters: Characters,
    table: CharTable,
    habits: list[int],
    arrays: dict[str, array[int]],
) -> dict[str, object]:
    """Smooth the pairs into ``arrays``; give what the file's header says of the numbering."""
    numbering = Numbering.of(seen, table, habits)
    size = numbering.size
    uni = [0.0] * size
    after: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for (a, b), n in pairs.items():
        second = numbering.number(b)
        uni[second] += n
        after[numbering.number(a)][second] += n
    total = sum(uni)
    unigram = [max(n, UNSEEN) / total for n in uni]
    arrays["shapes.char"] = array("I", map(ord, numbering.own))
    arrays["shapes.uni"] = array("H", (round(-math.log(p) * STEP) for p in unigram))
    arrays["shapes.spread"] = _spread(numbering, characters)
    _pack_pairs(after, unigram, arrays)
    print(f"\nshapes: {size}, {len(arrays['shapes.key'])} pairs", file=sys.stderr)
    return {
        "first_class": numbering.first_class,
        "first_char": numbering.first_char,
        "size": size,
    }


def _spread(numbering: Numbering, characters: Characters) -> array[int]:
    """What it costs, beyond its class, to be one character of that class."""
    members: Counter[int] = Counter()
    ends = [*characters.starts[1:], 0x110000]
    for start, end, cls in zip(characters.starts, ends, characters.classes, strict=True):
        if cls >= FIRST_OTHER:
            members[cls] += end - start
    spread = array("H", [0]) * numbering.size
    for cls, n in members.items():
        choices = min(n, DIGITS) if cls == OTHER["digit"] else n
        spread[numbering.first_class + cls - FIRST_OTHER] = cost(1 / choices)
    return spread


def _pack_pairs(
    after: Mapping[int, Counter[int]], unigram: list[float], arrays: dict[str, array[int]]
) -> None:
    """Absolute discounting of each row towards the unigrams."""
    size = len(unigram)
    keys, values, backoff = array("I"), array("B"), array("B")
    for a in range(size):
        row = after.get(a, Counter())
        n = sum(row.values()) + 1.0
        rest = (DISCOUNT * len(row) + 1.0) / n
        backoff.append(cost(rest))
        for b in sorted(row):
            if row[b] >= MIN_PAIR:
                keys.append(a * size + b)
                values.append(cost(max(row[b] - DISCOUNT, 0.0) / n + rest * unigram[b]))
    arrays["shapes.backoff"] = backoff
    arrays["shapes.key"], arrays["shapes.cost"] = keys, values


def pack_changes(
    changes: Counter[tuple[int, int]], scripts: list[str], arrays: dict[str, array[int]]
) -> None:
    """What it costs when a word of one script follows one of another."""
    size = len(scripts)
    before: Counter[int] = Counter()
    for (a, _), n in changes.items():
        before[a] += n
    costs = array("B")
    for a in range(size):
        for b in range(size):
            p = (changes[a, b] + 0.5) / (before[a] + 0.5 * size)
            costs.append(min(cost(p), LIMIT_CHANGE))
    arrays["scripts.cost"] = costs
