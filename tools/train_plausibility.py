"""Train the plausibility model that ships inside the package.

    python tools/train_plausibility.py --corpora ../shared/corpora/train            (writes it)
    python tools/train_plausibility.py --corpora ../shared/corpora/train --check    (compares)

Reads ``<language>.tsv.xz`` (``source<TAB>text`` a line), counts, smooths, quantizes, and
writes ``model.bin`` with ``provenance.json`` beside it. The same input gives the same bytes.
``--check`` trains again and compares; without ``--corpora`` it compares the model's SHA-256
with the one in the provenance. The statistics are explained in ``ngrams.py`` and
``shapes.py`` of :mod:`mojifix.plausibility`, whose tokenizer is used here.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import math
import sys
import tempfile
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mojifix.plausibility import format as model_format
from mojifix.plausibility.chars import FIRST_OTHER, LOWER, MARK, UPPER, CharTable
from mojifix.plausibility.quotation import MARKS, ROLES, role_of
from mojifix.plausibility.tokens import PATTERNS, SMALL, Word, tokenize

DATA = Path(__file__).parents[1] / "src" / "mojifix" / "plausibility" / "data"
STEP = 16  # costs are in sixteenths of a nat: finer than the counts are certain
CEILING = 255

# -- characters ---------------------------------------------------------------------------

HAN = "HAN"
_MERGED = dict.fromkeys(
    ("CJK", "HIRAGANA", "KATAKANA", "BOPOMOFO", "IDEOGRAPHIC", "KATAKANA-HIRAGANA", "VERTICAL"), HAN
)
# Letters by category that people use as symbols: ordinals, units, mathematical alphabets.
_SYMBOLIC = {
    "FEMININE", "MASCULINE", "MICRO", "ANGSTROM", "KELVIN", "OHM", "MATHEMATICAL", "SCRIPT",
    "DOUBLE-STRUCK", "BLACK-LETTER", "TURNED", "INFORMATION", "EULER", "ALEF", "BET", "GIMEL",
    "DALET", "PLANCK",
}  # fmt: skip
OTHER = {
    name: FIRST_OTHER + i
    for i, name in enumerate(
        "space c0 c1 format private unassigned surrogate digit number dash bracket punctuation "
        "math currency modifier emoji symbol box letterlike replacement noncharacter".split()
    )
}
_BY_CATEGORY = {
    "Zs": "space", "Zl": "space", "Zp": "space", "Cf": "format", "Co": "private",
    "Cn": "unassigned", "Cs": "surrogate", "Nd": "digit", "Nl": "number", "No": "number",
    "Pd": "dash", "Pc": "dash", "Ps": "bracket", "Pe": "bracket", "Pi": "bracket",
    "Pf": "bracket", "Po": "punctuation", "Sm": "math", "Sc": "currency", "Sk": "modifier",
}  # fmt: skip
JOINERS = {0x200C, 0x200D}


def classify(cp: int, scripts: dict[str, int]) -> int:
    """The class of a code point; meets new scripts as it goes."""
    char = chr(cp)
    category = unicodedata.category(char)
    if cp in JOINERS:
        return MARK
    if category[0] in "LM":
        first = unicodedata.name(char, "CJK").split()[0]
        if first in ("COMBINING", "VARIATION", "MODIFIER", "ENCLOSING"):
            return MARK
        if first in _SYMBOLIC:
            return OTHER["letterlike"]
        return scripts.setdefault(_MERGED.get(first, first), len(scripts))
    if category == "Cc":
        return OTHER["c0" if cp < 0x80 else "c1"]
    if cp == 0xFFFD:
        return OTHER["replacement"]
    if category == "Cn" and (cp & 0xFFFE == 0xFFFE or 0xFDD0 <= cp <= 0xFDEF):
        return OTHER["noncharacter"]
    if category == "So":
        if cp >= 0x1F000 or 0x2600 <= cp <= 0x27BF or 0x2B00 <= cp <= 0x2BFF:
            return OTHER["emoji"]
        return OTHER["box" if 0x2500 <= cp <= 0x259F else "symbol"]
    return OTHER[_BY_CATEGORY[category]]


def character_tables() -> tuple[array[int], array[int], dict[str, tuple[str, int]], list[str]]:
    """Ranges (starts, classes), the folding, and the names of the scripts in order."""
    scripts = {"LATIN": 0, "CYRILLIC": 1, "GREEK": 2}
    starts, classes = array("I"), array("B")
    folds: dict[str, tuple[str, int]] = {}
    for cp in range(0x110000):
        cls = classify(cp, scripts)
        if not classes or classes[-1] != cls:
            starts.append(cp)
            classes.append(cls)
        if cls < FIRST_OTHER:
            char = chr(cp)
            lower = char.lower()
            if char == "İ":  # Turkish; as an i it would be a word in a dozen languages
                folds[char] = (char, UPPER)
            elif char == "ς":
                folds[char] = ("σ", LOWER)
            elif len(lower) == 1 and lower != char:
                folds[char] = (lower, UPPER)
            elif len(char.upper()) > 1 or char.upper() != char:
                folds[char] = (char, LOWER)
    assert len(scripts) < FIRST_OTHER
    return starts, classes, folds, list(scripts)


# -- reading ------------------------------------------------------------------------------

# The counts of a word are damped: interface strings and sentence frames repeat, and the
# model is to know words, not how often one program says "Settings".
DAMPING = 0.75
# Of each word, this much is also counted as it looks in capitals (Turkish I, German SS).
CAPITALS_SHARE = 0.05
# Lines a language gives to the statistics of shapes, which are pooled over all languages.
SHAPE_LINES = 6000
# Every n-th of these lines is also counted in capitals, every m-th in title case.
CAPITALS_EVERY, TITLE_EVERY = 9, 23


@dataclass
class Source:
    """What was counted in one language."""

    language: str
    lines: int = 0
    words: dict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    marks: Counter[tuple[str, str]] = field(default_factory=Counter)


def lines_of(path: Path) -> Iterator[str]:
    """The texts of a ``source<TAB>text`` file."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            yield line.rstrip("\n").split("\t", 1)[1]


def curly(text: str) -> str:
    """The typographic variant of an English line with straight quotes and double hyphens."""
    out: list[str] = []
    for i, char in enumerate(text):
        before = text[i - 1] if i else " "
        after = text[i + 1] if i + 1 < len(text) else " "
        if char == '"':
            opens = (before.isspace() or before in "([-") and not after.isspace()
            out.append("“" if opens else "”")
        elif char == "'":
            opens = (
                (before.isspace() or before in '(["') and after.isalpha() and text.count("'") > 1
            )
            out.append("‘" if opens else "’")
        else:
            out.append(char)
    changed = "".join(out).replace("...", "…").replace(" -- ", " — ").replace("--", "—")
    return changed.replace(" - ", " – ")


def variants(text: str, number: int, language: str) -> Iterator[str]:
    """The line and what people might also have made of it."""
    yield text
    if number % CAPITALS_EVERY == 0:
        yield text.upper()
    if number % TITLE_EVERY == 0:
        yield text.title()
    if language == "en" and ("'" in text or '"' in text or "-" in text):
        yield curly(text)


# Signs are rarer in the corpora than in what people write about the world: measures, prices,
# dates, lists. Every k-th line of a language is followed by one of these, with its own words.
SIGNS_EVERY = 25
SIGNS = (
    "{w} 25 km² {w}", "{w} 3,5 m³.", "120 km²", "18,14 km²-{w}", "(40 cm²)", "{w} 20 °C {w}",
    "{w} 37°C.", "45° 30′ {w}", "5–10 {w}", "{w} 1990–1995 {w}", "{w} – {w}", "{w} — {w}",
    "{w}—{w}", "10 €", "€ 10", "€10 {w}", "£5.50", "{w} ¥500", "© 2020 {w}", "{w}®", "{w}™ {w}",
    "• {w}", "· {w}", "{w} · {w}", "± 5 {w}", "3 × 4", "§ 5 {w}", "§5", "½ {w}", "1½ {w}", "¼",
    "{w} ¾ {w}", "№ 7", "{w}…", "… {w}", "5 µm {w}", "10 µg/{w}", "10 Ω", "5 kΩ", "1250 Å {w}",
    "100 Å² {w}", "10 Å³ {w}", "x² + y²", "10⁻³", "H₂O", "CO₂ {w}", "{w}¹", "{w}² {w}",
    "≈ 5", "≤ 10", "≥ 3 {w}", "→ {w}", "{w} → {w}", "← {w}", "√2", "{w} ¶", "† {w}", "{w}† {w}",
    "¿{W}?", "¡{W}!", "1ª {w}", "2º {w}", "nº 5", "{w} ¬ {w}", "¢5", "{w} ₽", "100 ₽", "₹ 50",
    "95 %", "5 ‰", "″", "5′ 3″", "✓ {w}", "★ {w}", "♥ {w}", "■ {w}", "► {w}", "● {w}", "♪ {w}",
    "« {w} »", "«{w}»", "„{w}“", "„{w}”", "‚{w}‘", "“{w}”", "‘{w}’", "›{w}‹", "»{w}«", "”{w}”",
    "({w}°)", "(°{w})", "{w}¿", "α, β", "β-{w}", "{w}-β {w}", "β = 0.05", "(p < 0.05, β)",
    "├── {w}", "└── {w}", "│   ├── {w}/", "┌──────┐", "│ {w} │", "└──────┘", "╔══════╗", "║ {w} ║",
    "╚══════╝", "├┤", "┼┐", "═╗", "───── {w} ─────", "████░░ 60 %", "▓▓▒▒░░", "▶ {w}", "∆° = 5",
    "√π", "∑ xᵢ", "∫ f", "∂{w}", "(°Д°)", "Σ(°Д°;)", "(´Д｀)", "(≧∇≦)", "¯\\_(ツ)_/¯",
    "(╯°□°)╯", "ʕ•ᴥ•ʔ", "( ͡° ͜ʖ ͡°)", "(・∀・)", "(^▽^)", "ヽ(´▽`)/",
    "{w} \ufffd {w}", "{w}\ufffd{w}", "= √π", "√π {w}", "{w} ۱۲ {w}", "{w}۱۲ {w}", "({w} ۵)", "{w} ٣", "{w}٣ {w}", "{w} २५", "{w}५", "├┤{w}┼┐{w}",
    "π ≈ 3.14", "Δ{w}", "λ {w}", "μ {w}", "σ² {w}", "Σ {w}", "δ {w}", "({w}, θ)",
)  # fmt: skip


def signs(text: str, number: int) -> str:
    """A measure, price or the like, with a word of the line in the place of ``{w}``."""
    words = [word for word in text.split() if word.isalpha()] or ["x"]
    word = words[number % len(words)]
    return SIGNS[number // SIGNS_EVERY % len(SIGNS)].format(w=word, W=word.title())


def count(
    paths: Iterable[Path], table: CharTable, emoji: Path | None
) -> tuple[list[Source], Counter[tuple[object, object]], Counter[tuple[int, int]]]:
    """Words by language and script; pooled pairs of neighboring shapes; neighboring scripts."""
    sources: list[Source] = []
    pairs: Counter[tuple[object, object]] = Counter()
    changes: Counter[tuple[int, int]] = Counter()
    labels: list[str] = []
    if emoji is not None:
        with lzma.open(emoji, "rt", encoding="utf-8") as file:
            labels = [line.rstrip("\n") for line in file]
    for path in paths:
        source = Source(path.name.removesuffix(".tsv.xz"))
        for number, text in enumerate(lines_of(path)):
            source.lines += 1
            count_marks(source.marks, text)
            if source.language == "en":
                count_marks(source.marks, curly(text))
            tokens = tokenize(text, table)
            for token in tokens:
                if isinstance(token, Word):
                    source.words[token.script][token.folded] += 1
            if number < SHAPE_LINES:
                row = [token.script for token in tokens if isinstance(token, Word)]
                changes.update(zip(row, row[1:], strict=False))
                count_shapes(pairs, [tokens], table)
                more = list(variants(text, number, source.language))[1:]
                if labels and number % 40 == 0:
                    mark, _, label = labels[number // 40 % len(labels)].partition(" ")
                    more += [f"{text} {mark}", f"{label}{mark}{mark} {text}"]
                if number % SIGNS_EVERY == 0:
                    more.append(signs(text, number))
                count_shapes(pairs, (tokenize(v, table) for v in more), table)
        sources.append(source)
        print(source.language, source.lines, end="  ", file=sys.stderr, flush=True)
    return sources, pairs, changes


def shape(token: Word | str) -> object:
    """A token without its letters."""
    return (token.script, token.pattern) if isinstance(token, Word) else token


def count_shapes(
    pairs: Counter[tuple[object, object]], texts: Iterable[list[Word | str]], table: CharTable
) -> None:
    """Count neighboring shapes; ``None`` stands for either end of a text."""
    for tokens in texts:
        shapes: list[object] = [None, *map(shape, tokens), None]
        pairs.update(zip(shapes, shapes[1:], strict=False))


def count_marks(marks: Counter[tuple[str, str]], text: str) -> None:
    """Count quotation marks by what they do."""
    for i, char in enumerate(text):
        if char in MARKS:
            role = role_of(text[i - 1] if i else "", text[i + 1 : i + 2])
            if role:
                marks[role, char] += 1


def pack_marks(sources: list[Source]) -> dict[str, dict[str, int]]:
    """What each mark costs in each role and language; ``"*"`` is all languages together."""
    pooled: Counter[tuple[str, str]] = Counter()
    for source in sources:
        total = sum(source.marks.values())
        for key, n in source.marks.items():
            pooled[key] += n * min(1.0, 300 / total)  # type: ignore[assignment]
    result: dict[str, dict[str, int]] = {}
    for language, counts in [("*", Counter[tuple[str, str]]())] + [
        (source.language, source.marks) for source in sources
    ]:
        row: dict[str, int] = {}
        for role in ROLES:
            every = sum(n for (r, _), n in pooled.items() if r == role)
            own = sum(n for (r, _), n in counts.items() if r == role)
            for char in sorted(MARKS):
                usual = (pooled[role, char] + 0.1) / (every + 0.1 * len(MARKS))
                row[role + char] = cost((counts[role, char] + 3 * usual) / (own + 3))
        result[language] = row
    return result


# -- n-grams of letters -------------------------------------------------------------------

BOUND = "\0"  # either end of a word
# A language has a lane of its own in a script that makes up this share of its letters.
LANE_SHARE = 0.25
# Absolute discount (Ney, Essen & Kneser 1994), and the weights of the lower orders: pseudo-counts
# that pull a small language towards its own unigrams and those of all languages of the script.
DISCOUNT = 0.6
POOL_UNIGRAM = 40.0
POOL_BIGRAM = 3.0
POOL_SHARE = 0.3
# Scripts for which several code pages or many languages compete get trigrams.
TRIGRAM_SCRIPTS = {"LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "THAI"}
MIN_TRIGRAM = 3.0
MIN_TRIGRAM_GAIN = 12  # sixteenths of a nat by which a trigram must differ from its backoff
MIN_BIGRAM = {HAN: 5.0, "HANGUL": 1.9, "ETHIOPIC": 1.9}
MIN_LETTER = 2.0


def cost(p: float) -> int:
    """A probability in sixteenths of a nat."""
    return min(CEILING, round(-math.log(p) * STEP)) if p > 0 else CEILING


def damped(source: Source, script: int) -> Counter[str]:
    """Word weights of a language in a script, capitals included."""
    words: Counter[str] = Counter()
    for word, n in source.words[script].items():
        weight = n**DAMPING
        words[word] += weight  # type: ignore[assignment]
        folded = "".join(c if c == "İ" else c.lower() for c in word.upper())
        if folded != word:
            words[folded] += weight * CAPITALS_SHARE  # type: ignore[assignment]
    return words


@dataclass
class Grams:
    """Weighted counts of one language in one script."""

    uni: Counter[str] = field(default_factory=Counter)
    bi: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    tri: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, words: Counter[str], trigrams: bool, weight: float = 1.0) -> None:
        """Count the words' letters."""
        for word, n in words.items():
            n *= weight  # type: ignore[assignment]
            text = BOUND + word + BOUND
            for i in range(1, len(text)):
                self.uni[text[i]] += n
                self.bi[text[i - 1]][text[i]] += n
                if trigrams and i >= 2:
                    self.tri[text[i - 2 : i]][text[i]] += n


@dataclass
class Pool:
    """The smoothed distributions over all languages of a script."""

    uni: dict[str, float]
    bi: dict[str, dict[str, float]]


def pool_of(all_grams: list[Grams], letters: set[str]) -> tuple[Grams, Pool]:
    """All languages together, each with the same weight from 100,000 letters on."""
    pooled = Grams()
    for grams in all_grams:
        total = sum(grams.uni.values())
        weight = min(1.0, 100_000 / total) if total else 0.0
        for letter, n in grams.uni.items():
            pooled.uni[letter] += n * weight  # type: ignore[assignment]
        for context, row in grams.bi.items():
            for letter, n in row.items():
                pooled.bi[context][letter] += n * weight  # type: ignore[assignment]
        for context, row in grams.tri.items():
            for letter, n in row.items():
                pooled.tri[context][letter] += n * weight  # type: ignore[assignment]
    total = sum(pooled.uni.values())
    size = len(letters) + 1
    uni = {c: (pooled.uni[c] + 0.5) / (total + 0.5 * size) for c in letters}
    bi: dict[str, dict[str, float]] = {}
    for context, row in pooled.bi.items():
        n = sum(row.values())
        rest = 20.0
        bi[context] = {c: (k + rest * uni[c]) / (n + rest) for c, k in row.items() if c in uni}
        bi[context][""] = rest / (n + rest)
    return pooled, Pool(uni, bi)


@dataclass
class Lane:
    """One language's smoothed costs in one script."""

    uni: dict[str, int]
    backoff1: dict[str, int]
    bi: dict[str, dict[str, int]]
    backoff2: dict[str, int]
    tri: dict[str, dict[str, int]]


def smooth(grams: Grams, pool: Pool, letters: set[str], script: str) -> Lane:
    """Interpolated absolute discounting, from the pool up to the trigrams."""
    total = sum(grams.uni.values())
    uni = {c: (grams.uni[c] + POOL_UNIGRAM * pool.uni[c]) / (total + POOL_UNIGRAM) for c in letters}
    floor = MIN_BIGRAM.get(script, 0.0)
    lane = Lane({c: cost(p) for c, p in uni.items()}, {}, {}, {}, {})
    p2: dict[str, dict[str, float]] = {}
    for context in letters:
        row = grams.bi.get(context, Counter())
        n = sum(row.values())
        rest = sum(min(k, DISCOUNT) for k in row.values()) + POOL_BIGRAM
        own, shared = rest * (1 - POOL_SHARE), rest * POOL_SHARE
        pooled = pool.bi.get(context, {"": 1.0})
        unseen = pooled[""]
        backoff = (own + shared * unseen) / (n + POOL_BIGRAM)
        lane.backoff1[context] = cost(backoff)
        out: dict[str, int] = {}
        probabilities: dict[str, float] = {}
        for c in row.keys() | pooled.keys():
            if c not in uni:
                continue
            pool_p = pooled.get(c, unseen * pool.uni[c])
            p = (max(row[c] - DISCOUNT, 0.0) + own * uni[c] + shared * pool_p) / (n + POOL_BIGRAM)
            probabilities[c] = p
            usual = lane.backoff1[context] + lane.uni[c]
            seen = row[c] > floor
            if seen or (not floor and abs(cost(p) - min(CEILING, usual)) > STEP):
                out[c] = cost(p)
        p2[context] = probabilities
        if out:
            lane.bi[context] = out
    for context, row in sorted(grams.tri.items()):
        n = sum(row.values())
        if n < MIN_TRIGRAM or not set(context) <= letters:
            continue
        rest = sum(min(k, DISCOUNT) for k in row.values()) / n
        last = context[-1]
        backoff = cost(rest)
        rows: dict[str, int] = {}
        for c, k in row.items():
            if k < MIN_TRIGRAM or c not in uni:
                continue
            p = max(k - DISCOUNT, 0.0) / n + rest * p2[last][c]
            if abs(cost(p) - min(CEILING, backoff + cost(p2[last][c]))) >= MIN_TRIGRAM_GAIN:
                rows[c] = cost(p)
        if rows and context[1] in lane.bi.get(context[0], {}):
            lane.tri[context] = rows
            lane.backoff2[context] = backoff
    return lane


def pack_script(
    name: str, number: int, sources: list[Source], arrays: dict[str, array[int]]
) -> dict[str, object] | None:
    """Train one script's lanes and lay them out as arrays."""
    trigrams = name in TRIGRAM_SCRIPTS
    members: list[tuple[str, Grams]] = []
    everything: list[Grams] = []
    for source in sources:
        total = sum(sum(len(w) * n for w, n in c.items()) for c in source.words.values())
        words = damped(source, number)
        size = sum(len(w) * n for w, n in source.words[number].items())
        if not size:
            continue
        grams = Grams()
        grams.add(words, trigrams)
        everything.append(grams)
        if size >= LANE_SHARE * total:
            members.append((source.language, grams))
    if not members:
        return None
    counts: Counter[str] = Counter()
    for grams in everything:
        counts.update(grams.uni)
    letters = {c for c, n in counts.items() if n >= MIN_LETTER} | {BOUND}
    pooled, pool = pool_of(everything, letters)
    lanes: list[tuple[str, Lane]] = []
    if len(members) > 1:
        lanes.append(("*", smooth(pooled, pool, letters, name)))
    lanes += [(language, smooth(grams, pool, letters, name)) for language, grams in members]
    order = sorted(letters)
    ids = {c: i for i, c in enumerate(order)}
    bits = len(order).bit_length()
    width = len(lanes)
    key = f"s{number}"
    arrays[f"{key}.letters"] = array("I", map(ord, order))
    arrays[f"{key}.uni"] = array("B", (lane.uni[c] for c in order for _, lane in lanes))
    arrays[f"{key}.backoff"] = array("B", (lane.backoff1[c] for c in order for _, lane in lanes))
    bigrams: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    trigram_rows: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i, (_, lane) in enumerate(lanes):
        for context, row in lane.bi.items():
            for c, value in row.items():
                entry = (i, value, lane.backoff2.get(context + c, 0))
                bigrams[ids[context] << bits | ids[c]].append(entry)
        for context, row in lane.tri.items():
            start = (ids[context[0]] << bits | ids[context[1]]) << bits
            for c, value in row.items():
                trigram_rows[start | ids[c]].append((i, value))
    _pack(arrays, f"{key}.bi", bigrams, 3)
    _pack(arrays, f"{key}.tri", trigram_rows, 2)
    print(f"\n{name}: {width} lanes, {len(order)} letters, {len(bigrams)} bigrams with "
          f"{len(arrays[f'{key}.bi.lane'])} entries, {len(trigram_rows)} trigrams with "
          f"{len(arrays[f'{key}.tri.lane'])}", end="", file=sys.stderr)  # fmt: skip
    return {"script": number, "name": name, "lanes": [n for n, _ in lanes], "bits": bits}


def _pack(
    arrays: dict[str, array[int]], name: str, rows: dict[int, list[tuple[int, ...]]], width: int
) -> None:
    keys, starts = array("I"), array("I")
    columns = [array("B") for _ in range(width)]
    for key in sorted(rows):
        keys.append(key)
        starts.append(len(columns[0]))
        for entry in sorted(rows[key]):
            for column, value in zip(columns, entry, strict=True):
                column.append(value)
    starts.append(len(columns[0]))
    arrays[f"{name}.key"], arrays[f"{name}.start"] = keys, starts
    for column, label in zip(columns, ("lane", "cost", "backoff"), strict=False):
        arrays[f"{name}.{label}"] = column


# -- shapes -------------------------------------------------------------------------------

# A character is a token of its own from this many sightings on; below, its class counts.
MIN_TOKEN = 4
SHAPE_DISCOUNT = 0.75


def pack_shapes(
    pairs: Counter[tuple[object, object]],
    table: CharTable,
    classes: array[int],
    starts: array[int],
    habits: list[int],
    arrays: dict[str, array[int]],
) -> dict[str, object]:
    """Pooled bigrams of shapes. A shape's number: 0 the end, then words, classes, characters."""
    first_class = 1 + (max(habits) + 1) * PATTERNS
    first_char = first_class + 256 - FIRST_OTHER
    seen: Counter[object] = Counter()
    for (a, _), n in pairs.items():
        seen[a] += n
    own = sorted(
        c
        for c, n in seen.items()
        if isinstance(c, str) and n >= MIN_TOKEN and table[c].cls != OTHER["digit"]
    )
    ids = {c: first_char + i for i, c in enumerate(own)}

    def number(item: object) -> int:
        if item is None:
            return 0
        if isinstance(item, str):
            return ids.get(item) or first_class + table[item].cls - FIRST_OTHER
        script, pattern = item  # type: ignore[misc]
        return 1 + habits[script] * PATTERNS + pattern

    counts: Counter[tuple[int, int]] = Counter()
    for (a, b), n in pairs.items():
        counts[number(a), number(b)] += n
    size = first_char + len(own)
    uni = [0.0] * size
    after: dict[int, Counter[int]] = defaultdict(Counter)
    for (a, b), n in counts.items():
        uni[b] += n
        after[a][b] += n
    total = sum(uni)
    # A shape that was never seen gets a thousandth of one sighting: controls, unassigned.
    unigram = [max(n, 0.001) / total for n in uni]
    members = Counter[int]()
    for i, cls in enumerate(classes):
        end = starts[i + 1] if i + 1 < len(starts) else 0x110000
        if cls >= FIRST_OTHER:
            members[cls] += end - starts[i]
    spread = [0] * size
    most = {OTHER["digit"]: 20}  # a text has one set of ten digits, two at most
    for cls, n in members.items():
        spread[first_class + cls - FIRST_OTHER] = cost(1 / min(n, most.get(cls, n)))
    keys, values = array("I"), array("B")
    backoff = array("B", [0]) * size
    for a in range(size):
        row = after.get(a, Counter())
        n = sum(row.values())
        rest = (SHAPE_DISCOUNT * len(row) + 1.0) / (n + 1.0)
        backoff[a] = cost(rest)
        for b in sorted(row):
            p = max(row[b] - SHAPE_DISCOUNT, 0.0) / (n + 1.0) + rest * unigram[b]
            if row[b] >= 2:
                keys.append(a * size + b)
                values.append(cost(p))
    arrays["shapes.char"] = array("I", map(ord, own))
    arrays["shapes.uni"] = array("H", (round(-math.log(p) * STEP) for p in unigram))
    arrays["shapes.spread"] = array("H", spread)
    arrays["shapes.backoff"] = backoff
    arrays["shapes.key"], arrays["shapes.cost"] = keys, values
    print(f"\nshapes: {size}, {len(keys)} pairs", file=sys.stderr)
    return {"first_class": first_class, "first_char": first_char, "size": size}


# Scripts whose words behave alike between spaces and signs share the statistics of shapes: those
# with capitals first, the others by the way they write.
HABITS = (
    ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "DESERET", "GLAGOLITIC"),
    ("ARABIC", "HEBREW", "THAANA", "SYRIAC"), (HAN,), ("HANGUL",),
    ("THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"), ("HALFWIDTH", "FULLWIDTH"),
    ("DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA",
     "MALAYALAM", "SINHALA", "ETHIOPIC", "GEORGIAN"),
)  # fmt: skip


def pack_scripts(
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


LIMIT_CHANGE = 8 * STEP  # of all scripts one might follow; the corpora can't tell how rarely


def train(corpora: Path, out: Path) -> None:
    """Train from the corpora and write ``model.bin`` and ``provenance.json`` into ``out``."""
    starts, classes, folds, scripts = character_tables()
    table = CharTable(starts, classes, folds)
    paths = sorted(corpora.glob("*.tsv.xz"))
    if not paths:
        raise SystemExit(f"{corpora}: no *.tsv.xz here; give the folder of the training text")
    emoji = corpora / "emoji_en.txt.xz"
    sources, pairs, changes = count(paths, table, emoji if emoji.exists() else None)
    arrays: dict[str, array[int]] = {
        "chars.start": starts,
        "chars.class": classes,
        "folds.from": array("I", map(ord, sorted(folds))),
        "folds.to": array("I", (ord(folds[c][0]) for c in sorted(folds))),
        "folds.case": array("B", (folds[c][1] for c in sorted(folds))),
    }
    packed = [pack_script(name, i, sources, arrays) for i, name in enumerate(scripts)]
    rest = len(HABITS)
    habits = [
        next((f for f, names in enumerate(HABITS) if name in names), rest) for name in scripts
    ]
    shapes = pack_shapes(pairs, table, classes, starts, habits, arrays)
    pack_scripts(changes, scripts, arrays)
    meta = {
        "scripts": [item for item in packed if item],
        "script_names": scripts,
        "habits": habits,
        "shapes": shapes,
        "unicode": unicodedata.unidata_version,
        "marks": pack_marks(sources),
    }
    out.mkdir(parents=True, exist_ok=True)
    model_format.write(out / "model.bin", meta, arrays)
    provenance = {
        "model_sha256": sha256(out / "model.bin"),
        "model_bytes": (out / "model.bin").stat().st_size,
        "unicode": unicodedata.unidata_version,
        "augmentation": (
            "every ninth of the first lines also in capitals, every 23rd in title case; English "
            "lines with straight quotes also with typographic ones; emoji with labels between lines; "
            "measures, prices and other signs around words of every 25th line"
        ),
        "sources": [
            {"file": path.name, "lines": source.lines, "sha256": sha256(path)}
            for path, source in zip(paths, sources, strict=True)
        ],
    }
    if emoji.exists():
        provenance["emoji"] = {"file": emoji.name, "sha256": sha256(emoji)}
    text = json.dumps(provenance, indent=1, ensure_ascii=True) + "\n"
    (out / "provenance.json").write_text(text, encoding="utf-8")


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> int:
    """Parse the command line and train or check."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--corpora", type=Path, help="folder of <language>.tsv.xz")
    parser.add_argument("--out", type=Path, default=DATA, help="where the model goes")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    arguments = parser.parse_args()
    if not arguments.check:
        if arguments.corpora is None:
            parser.error("--corpora is needed to train")
        train(arguments.corpora, arguments.out)
        return 0
    stored = json.loads((arguments.out / "provenance.json").read_text(encoding="utf-8"))
    if sha256(arguments.out / "model.bin") != stored["model_sha256"]:
        print("model.bin is not the one that provenance.json describes", file=sys.stderr)
        return 1
    if arguments.corpora is not None:
        with tempfile.TemporaryDirectory() as folder:
            train(arguments.corpora, Path(folder))
            if sha256(Path(folder) / "model.bin") != stored["model_sha256"]:
                print("training again gives another model", file=sys.stderr)
                return 1
    print("the model is the one described", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
