"""The search for legacy codecs read as each other.

The unit is the line: such damage hits every non-ASCII character of it, so the evidence is what
the whole line gains, and the lines of a document share the pair of codecs. One foreign letter in
a line is weak evidence, because foreign names are normal; it takes more of the line, or more
lines, to be believed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import pairwise
from math import exp
from typing import NamedTuple

from mojifix.channels.misread import Misread
from mojifix.engine.decide import TEMPER, decide
from mojifix.engine.pairs import Pairs, Reading, Whole, pairing
from mojifix.engine.sites import segments, spliced
from mojifix.engine.strange import strangeness
from mojifix.engine.undo import Piece
from mojifix.errors import ChannelError
from mojifix.model import Chain, Span
from mojifix.plausibility.model import FOREIGN, LANE, UNIT, load
from mojifix.plausibility.shapes import BREAK, END
from mojifix.plausibility.tokens import Token, Word

LANGUAGE = 4 * UNIT
"""What a script costs whose language no ASCII word can tell: one of some 50."""
UNDONE = 12 * UNIT
"""The price of a word in another language than the line's if it is one only when undone. A foreign
word that stands as it is may be a name; damage is to the words of the line's own language."""
LANGUAGES = 4
"""Languages that are tried, the best by the sum of all words."""
KEPT = 6
"""Originals of a line that are kept, the best ones."""
SAMPLED = 48
"""Originals of a line that are scored by some of its words, the best by their characters."""
SECOND = 20
"""Of these, the best by the first word of the sample."""
SAMPLE = 5
LONGEST = 40
"""Words of that sample, and the characters of the longest of them."""
SCORED = 8
"""Originals of a line that are scored in full, the best by these words."""
DEARER = int(3.5 * UNIT)
"""By how much a character may cost more, on average, than it does as it stands: capitals cost 3
nats more than small letters, signs 5 or more."""
_UNKNOWN = 200
"""Cost of a character that the training text never had (the rarest it had cost about as much)."""
SPREAD = 40.0
"""Nats behind a line's best original from which on another one is out of the question."""

# Nats against a line's evidence where it is thin: by distinct words that change, and by distinct
# letters. All false changes of the trial (DESIGN section 7) were of one letter.
FEW_WORDS = {1: 6.0, 2: 3.0}
ONE_LETTER = 2.0
ORDINARY = frozenset("\u00a0\u00b4«»‘’“”–—…")
ONLY_SIGNS = 10.0
"""Nats against a line in which nothing changes but signs that people put anywhere, in wrong places
too: ``BU´DA``, ``EMATSHAN”WENI``."""

VALIDITY = 10.0
"""Nats by which legacy damage must explain a line better than well-formed UTF-8 does."""

_AS_IT_IS = Reading({}, {})
_STRETCH = re.compile(r"[^ \t\f\v]+")


class Original(NamedTuple):
    """What a line may have been."""

    text: str
    pairs: Pairs
    gain: float
    """In nats, over the line as it stands, less what thin evidence takes off."""
    pieces: tuple[tuple[int, int, str], ...]
    """Where the line changes: start, end, original."""


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(load().tokens(text))


@lru_cache(maxsize=1)
def _inventory() -> dict[str, int]:
    return load().inventory()


def legacy_worth(text: str) -> bool:
    """Is there a line that reads badly enough for a search?"""
    return strangeness().fires(text)


def legacy_spans(text: str) -> list[Span]:
    """Spans of legacy damage, whatever their confidence, in order."""
    lines = [
        (start, originals)
        for start, end in strangeness().lines(text)
        if (originals := _Line(text[start:end]).originals())
    ]
    if not lines:
        return []
    gains: list[dict[object, float]] = []
    readings: list[dict[object, str]] = []
    prices: dict[object, float] = {}
    for _, originals in lines:
        prices.update({pair: cost for o in originals for pair, cost in o.pairs.items()})
        gains.append({pair: o.gain for o in originals for pair in o.pairs})
        readings.append({pair: o.text for o in originals for pair in o.pairs})
    keys = [originals[0].text for _, originals in lines]
    choices = decide(gains, prices, keys, readings)
    totals: dict[object, float] = {}
    for gain in gains:
        for pair, nats in gain.items():
            totals[pair] = totals.get(pair, -prices[pair]) + TEMPER * nats
    found: list[Span] = []
    for (start, originals), choice in zip(lines, choices, strict=True):
        if choice is None or not isinstance(choice.steps, Misread):
            continue
        chosen = next(o for o in originals if choice.steps in o.pairs)
        ours = max(totals[pair] for pair in chosen.pairs)
        rivals = [max(totals[pair] for pair in o.pairs) for o in originals if o is not chosen]
        confidence = choice.confidence / (1 + sum(exp(min(r - ours, 50.0)) for r in rivals))
        chain = Chain((choice.steps,))
        found += (
            Span(start + a, start + b, original, chain, confidence)
            for a, b, original in chosen.pieces
        )
    return [span for span in found if _replays(text, span)]


def with_legacy(text: str, found: tuple[Span, ...], least: float) -> tuple[Span, ...]:
    """``found`` (spans of other damage) and the legacy damage of at least this confidence.

    In a line that has both, what makes the line better is kept: the letters of one codec read as
    another look like bytes of UTF-8 here and there, but never from beginning to end.
    """
    ours = [span for span in legacy_spans(text) if span.confidence >= least]
    if not ours:
        return found
    if not found:
        return tuple(ours)
    result: list[Span] = []
    for start, end in segments(text):
        here = [s for s in ours if start <= s.start < end]
        others = [s for s in found if start <= s.start < end]
        if not here or not others:
            result += here or others
        elif others[-1].end > end:
            result += others
        else:
            line = text[start:end]
            gain = _cost(_undone(line, start, others)) - _cost(_undone(line, start, here))
            result += here if gain > VALIDITY * UNIT else others
    return tuple(result)


def _undone(line: str, start: int, spans: list[Span]) -> str:
    pieces = [Piece(s.start - start, s.end - start, s.text) for s in spans]
    return spliced(line, 0, len(line), pieces)


def _cost(line: str) -> int:
    return _Intact(line, [(0, len(line))]).cost([line])


def _replays(text: str, span: Span) -> bool:
    try:
        return span.chain.damage(span.text) == text[span.start : span.end]
    except ChannelError:
        return False


def _merit(original: Original) -> float:
    """For sorting: the gain with the price, the best first."""
    return min(original.pairs.values()) - TEMPER * original.gain


class _Line:
    """A line, what it costs, and what it may have been."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.counts = Counter(char for char in text if char > "\x7f")
        self.model = load()

    def originals(self) -> list[Original]:
        """The originals that read better than the line, the best first."""
        chars = "".join(sorted(self.counts))
        parts = [m.span() for m in _STRETCH.finditer(self.text) if not m.group().isascii()]
        intact = _Intact(self.text, parts)
        seen = intact.cost([self.text[a:b] for a, b in parts])
        ranked = self._ranked(pairing().readings(chars), parts)
        found = [self._original(reading, intact, parts, seen) for reading in ranked]
        found += self._wholes(chars)
        found = [o for o in found if o.gain > 0.0]
        found.sort(key=_merit)
        found = [self._less_strange(o) for o in found[:KEPT] if o.gain > found[0].gain - SPREAD]
        found.sort(key=_merit)
        return [o for o in found if o.gain > 0.0]

    def _ranked(self, readings: list[Reading], parts: list[tuple[int, int]]) -> list[Reading]:
        """The readings worth scoring in full: the best by their characters, then by some words."""
        limit = self._rough(_AS_IT_IS) + DEARER * self.counts.total()
        rough = {i: cost for i, r in enumerate(readings) if (cost := self._rough(r)) <= limit}
        readings = [readings[i] for i in sorted(rough, key=rough.__getitem__)[:SAMPLED]]
        words = self._sample(parts)
        readings = self._by_words([_AS_IT_IS, *readings], self._strangest(parts))
        if readings[0] is _AS_IT_IS:
            return []
        readings = [r for r in readings[: SECOND + 1] if r is not _AS_IT_IS]
        seen = self._by_words([_AS_IT_IS, *readings], sorted(words))
        return seen[: min(seen.index(_AS_IT_IS), SCORED)]

    def _by_words(self, readings: list[Reading], words: list[tuple[int, int]]) -> list[Reading]:
        """The readings in the order of what they make of some words."""
        # The words that are not in the sample, but may be damaged, have no say.
        line = "".join(c if c <= "\x7f" else " " for c in self.text)
        for a, b in words:
            line = line[:a] + self.text[a:b] + line[b:]
        intact = _Intact(line, words, languages=1)
        ranked: list[tuple[float, int]] = []
        for i, reading in enumerate(readings):
            text = self.text.translate(reading.mapping)
            cost = intact.cost([text[a:b] for a, b in words])
            price = min(reading.pairs.values(), default=0.0)
            ranked.append((cost + UNIT * price, i))
        ranked.sort()
        return [readings[i] for _, i in ranked]

    def _strangest(self, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The part that reads worst: what does not make that better, makes nothing better."""
        amounts = strangeness().amounts(self.text)
        worst = max(amounts, key=lambda item: item[1])[0] if amounts else ""
        return [next((p for p in parts if worst in self.text[slice(*p)]), parts[0])]

    def _sample(self, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Some words that have most of the line's characters."""
        left = set(self.counts)
        words = {self.text[a:b]: (a, b) for a, b in parts if b - a <= LONGEST}
        found: list[tuple[int, int]] = []
        while words and len(found) < SAMPLE:
            best = max(words, key=lambda word: (len(left.intersection(word)), -len(word)))
            left.difference_update(best)
            found.append(words.pop(best))
        return found or parts[:1]

    def _less_strange(self, original: Original) -> Original:
        """What was written reads well; what does not, gained by chance."""
        strange = strangeness().amount(original.text) / UNIT
        return original._replace(gain=original.gain - strange)

    def _rough(self, reading: Reading) -> int:
        """What the characters cost out of context."""
        cost, get = 0, _inventory().get
        for char, count in self.counts.items():
            cost += count * get(reading.mapping.get(ord(char), char), _UNKNOWN)
        return cost

    def _original(
        self, reading: Reading, intact: _Intact, parts: list[tuple[int, int]], seen: int
    ) -> Original:
        text = self.text.translate(reading.mapping)
        cost = intact.cost([text[a:b] for a, b in parts])
        pieces = tuple(
            (match.start(), match.end(), text[match.start() : match.end()])
            for match in re.finditer(
                "[" + re.escape("".join(map(chr, reading.mapping))) + "]+", self.text
            )
        )
        changed = {self.text[a:b] for a, b in parts if text[a:b] != self.text[a:b]}
        gain = (seen - cost) / UNIT - FEW_WORDS.get(len(changed), 0.0)
        if len(reading.mapping) == 1:
            gain -= ONE_LETTER
        if ORDINARY.issuperset(map(chr, reading.mapping)):
            gain -= ONLY_SIGNS
        return Original(text, reading.pairs, gain, pieces)

    def _wholes(self, chars: str) -> Iterator[Original]:
        wholes = pairing().wholes(self.text, chars)
        if not wholes:
            return
        intact = _Intact(self.text, [(0, len(self.text))])
        seen = intact.cost([self.text])
        for whole in wholes:
            gain = (seen - intact.cost([whole.text])) / UNIT
            pieces = tuple(_aligned(whole))
            changed = {original for _, _, original in pieces}
            gain -= FEW_WORDS.get(len(changed), 0.0)
            yield Original(whole.text, whole.pairs, gain, pieces)


def _aligned(whole: Whole) -> Iterator[tuple[int, int, str]]:
    """Where the characters of a whole that are no ASCII were in the line, run by run."""
    written = next(iter(whole.pairs)).written
    at = 0
    for match in re.finditer(r"([\x00-\x7f]+)|([^\x00-\x7f]+)", whole.text):
        length = len(written.encode(match.group()))
        if match.group(2):
            yield at, at + length, match.group()
        at += length


class _Words:
    """Words of one script, and what they cost in a language."""

    def __init__(self) -> None:
        self.vectors: list[tuple[int, int]] = []
        self.total = 0
        self._known: dict[int, int] = {}

    def add(self, vector: int, least: int, foreign: int) -> None:
        """Add a word, and what it may cost more in this language than in its own."""
        self.vectors.append((vector, least + foreign))
        self.total += vector

    def cost(self, lane: int) -> int:
        """What the words cost, those of other languages at the price of a foreign word."""
        cost = self._known.get(lane)
        if cost is None:
            cost = sum(min(vector >> lane & LANE, most) for vector, most in self.vectors)
            self._known[lane] = cost
        return cost


class _Intact:
    """The words of a line that stay as they are, and the cost of the others beside them."""

    def __init__(self, line: str, parts: list[tuple[int, int]], languages: int = LANGUAGES) -> None:
        self.model = load()
        self.languages = languages
        self.seen = [line[start:end] for start, end in parts]
        self.borders = [(start == 0, end == len(line)) for start, end in parts]
        self.words: dict[int, _Words] = {}
        self.gaps: list[list[int]] = []
        """Scripts of the words before each part, and after the last one."""
        at = 0
        for start, end in [*parts, (len(line), len(line))]:
            self.gaps.append(self._add(_tokens(line[at:start]), self.words))
            at = end

    def _add(
        self, tokens: Sequence[Token], words: dict[int, _Words], foreign: int = FOREIGN
    ) -> list[int]:
        """Add the words among the tokens; their scripts."""
        scripts: list[int] = []
        for token in tokens:
            if isinstance(token, Word):
                found = words.get(token.script)
                if found is None:
                    found = words[token.script] = _Words()
                found.add(*self.model.scripts[token.script].word(token.folded), foreign)
                scripts.append(token.script)
        return scripts

    def cost(self, readings: list[str]) -> int:
        """What the line costs with these readings of its parts."""
        shapes = self.model.shapes
        number, pair = shapes.number, shapes.pair
        cost = 0
        words: dict[int, _Words] = {}
        scripts = list(self.gaps[0])
        for reading, seen, (left, right), gap in zip(
            readings, self.seen, self.borders, self.gaps[1:], strict=True
        ):
            tokens = _tokens(reading)
            numbers = [END if left else number(" "), *map(number, tokens)]
            numbers.append(END if right else number(" "))
            cost += sum(pair(a, b) for a, b in pairwise(numbers))
            cost += BREAK * sum(token.breaks for token in tokens if isinstance(token, Word))
            scripts += self._add(tokens, words, FOREIGN if reading == seen else UNDONE)
            scripts += gap
        if len(set(scripts)) > 1:
            cost += sum(shapes.change(a, b) for a, b in pairwise(scripts))
        cost += LANGUAGE * len(set(scripts) - self.words.keys())
        for script in self.words.keys() | words.keys():
            intact = self.words.get(script) or _Words()
            cost += self._best(script, intact, words.get(script) or _Words())
        return cost

    def _best(self, script: int, intact: _Words, read: _Words) -> int:
        """What the words of a script cost in their best language.

        One foreign word can cost more in the language of a text than the text in another one, so
        the best languages by the sum of all words have to show that they are.
        """
        costs = self.model.scripts[script].unpack(intact.total + read.total)
        lanes = nsmallest(self.languages, range(len(costs)), key=costs.__getitem__)
        return min(intact.cost(32 * lane) + read.cost(32 * lane) for lane in lanes)
