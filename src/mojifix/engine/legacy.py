"""The search for legacy codecs read as each other.

The unit is the line: such damage hits every non-ASCII character of it, so the evidence is what
the whole line gains, and the lines of a document share the pair of codecs. One foreign letter in
a line is weak evidence, because foreign names are normal; it takes more of the line, or more
lines, to be believed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import exp
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import normalize

from mojifix.channels.misread import Misread
from mojifix.engine.decide import CERTAIN, HIT, INACTIVE, TEMPER, decide
from mojifix.engine.ideographs import far_fetched
from mojifix.engine.intact import Intact, line_costs
from mojifix.engine.known import Share
from mojifix.engine.oddness import odder, oddness
from mojifix.engine.pairs import ONLY_SIGNS, ORDINARY, Pairs, Reading, Whole, pairing, usual
from mojifix.engine.searched import is_drawn, searched
from mojifix.engine.sites import spliced
from mojifix.engine.strange import strangeness
from mojifix.engine.undo import Piece
from mojifix.errors import ChannelError
from mojifix.kernel.segments import segments
from mojifix.model import Chain, Span
from mojifix.plausibility.model import UNIT, load

KEPT = 6
"""Originals of a line that are kept, the best ones."""
SAMPLED = 48
"""Originals of a line that are scored by some of its words, the best by their characters."""
SECOND = 20
"""Of these, the best by the strangest words."""
WORST = 3
"""How many these are."""
SAMPLE = 5
LONGEST = 40
"""Words of that sample, and the characters of the longest of them."""
SCORED = 8
"""Originals of a line that are scored in full, the best by these words."""
DEARER = int(3.5 * UNIT)
"""By how much a character may cost more, on average, than it does as it stands: capitals cost 3
nats more than small letters, signs 5 or more."""
LESS_ODD = 4.0
"""Nats of oddness that undoing the damage must at least take away."""
SPREAD = 40.0
"""Nats behind a line's best original from which on another one is out of the question."""

SURE = 0.9
"""Confidence in a line from which on its damage tells of the other lines."""

# Nats against a line's evidence where it is thin: by distinct words that change, and by distinct
# letters. All false changes of the trial (DESIGN section 7) were of one letter. Of the commonest
# misreadings nothing of it is asked: of 82,400 clean development sentences, none gained more than
# 3.1 nats from one of them, but for 11 that were really damaged.
FEW_WORDS = {1: 6.0, 2: 3.0}
ONE_LETTER = 2.0
OTHER_SCRIPT = 8.0
"""The same where all that comes out is of another script than what stays. A judgment: ``ã¨`` in
Italian was lower-cased, and not ``уи``."""
VALIDITY = 10.0
"""Nats by which legacy damage must explain a line better than well-formed UTF-8 does."""

NONE: Mapping[Misread, Share] = MappingProxyType({})
_AS_IT_IS = Reading({})
_WITHIN = re.compile(r"[^\W\d_][“”„‘‚«»‹›](?=[^\W\d_])")
_AMID = re.compile(r"(?<=[^\W\d_])[^\x00-\x7f](?=[^\W\d_])")
_DRAWN_OUT = re.compile(r"([^\x00-\x7f])\1{3}")
"""A letter that is drawn out (``عااااجلا``): whatever else it were would gain again and again."""
_STRETCH = re.compile(r"[^ \t\f\v]+")


_MARK = re.compile("[\u0300-\u0323]")


def _misplaced(text: str) -> int:
    """How many characters stand within a word that never do.

    Quotation marks, and capitals beyond ASCII between two small letters.
    """
    found = len(_WITHIN.findall(text))
    for match in _AMID.finditer(text):
        before, char, after = text[match.start() - 1], match.group(), text[match.end()]
        found += char.isupper() and before.islower() and after.islower()
    return found


def composed(text: str) -> str:
    """A text as others write it, if it has tones as marks of their own, as windows-1258 has."""
    return normalize("NFC", text) if _MARK.search(text) else text


class Original(NamedTuple):
    """What a line may have been."""

    text: str
    pairs: Pairs
    gain: float
    """In nats, over the line as it stands, less what thin evidence takes off."""
    pieces: tuple[tuple[int, int, str], ...]
    """Where the line changes: start, end, original."""
    thin: float = 0.0
    """What thin evidence took off."""
    words: frozenset[str] = frozenset()
    """The words that change, as they stand in the line."""


class _Choice(NamedTuple):
    """What was done to a line."""

    pair: Misread
    confidence: float
    pieces: tuple[tuple[int, int, str], ...]


def legacy_spans(text: str, known: Mapping[Misread, Share] = NONE) -> list[Span]:
    """Spans of legacy damage, whatever their confidence, in order.

    ``known`` are pairs that damaged other texts of the same source.
    """
    lines = {
        start: originals
        for start, end in strangeness().lines(text)
        if searched(text[start:end]) and (originals := Line(text[start:end]).originals())
    }
    if known:
        lines = _with_known(text, lines, known)
    if not lines:
        return []
    found = _decided(lines, {pair: share.of(text) for pair, share in known.items()})
    sure = {choice.pair for choice in found.values() if choice.confidence >= SURE}
    if sure:
        found.update(_echoes(text, found, sure))
    spans = [
        Span(start + a, start + b, original, Chain((choice.pair,)), choice.confidence)
        for start, choice in sorted(found.items())
        for a, b, original in choice.pieces
    ]
    return [span for span in spans if _replays(text, span)]


def _with_known(
    text: str, lines: dict[int, list[Original]], known: Mapping[Misread, Share]
) -> dict[int, list[Original]]:
    """The originals of all lines, with what they were if the known pairs damaged them."""
    table = pairing()
    result: dict[int, list[Original]] = {}
    for start, end, _ in strangeness().units(text):
        found = lines.get(start, [])
        line = text[start:end]
        if not (line.isascii() or table.foreign.search(line) or is_drawn(line)):
            undone = [
                o
                for pair, share in known.items()
                if (o := Line(line, share.lanes).undone(pair, cautious=False)).pieces
            ]
            texts = {original.text for original in undone}
            others = (_without(original, known) for original in found if original.text not in texts)
            found = sorted((*undone, *(o for o in others if o is not None)), key=_merit)
        if found:
            result[start] = found
    return result


def _without(original: Original, known: Mapping[Misread, Share]) -> Original | None:
    """An original without the pairs that are judged by what is known of them."""
    pairs = {pair: price for pair, price in original.pairs.items() if pair not in known}
    return original._replace(pairs=pairs) if pairs else None


def _decided(
    lines: dict[int, list[Original]], known: Mapping[Misread, float]
) -> dict[int, _Choice]:
    """The lines, by where they start, that were damaged, and how."""
    gains: list[dict[object, float]] = []
    readings: list[dict[object, str]] = []
    prices: dict[object, float] = {}
    totals: dict[object, float] = {}
    for originals in lines.values():
        prices.update({pair: cost for o in originals for pair, cost in o.pairs.items()})
        gains.append({pair: o.gain for o in originals for pair in o.pairs})
        readings.append({pair: o.text for o in originals for pair in o.pairs})
    for gain in gains:
        for pair, nats in gain.items():
            totals[pair] = totals.get(pair, -prices[pair]) + TEMPER * nats
    keys = [originals[0].text for originals in lines.values()]
    found: dict[int, _Choice] = {}
    bonus: dict[object, float] = {
        pair: INACTIVE + prices.get(pair, 0.0) + odds for pair, odds in known.items()
    }
    for pair in bonus.keys() & totals.keys():
        totals[pair] += bonus[pair]
    choices = decide(gains, prices, keys, readings, bonus)
    for (start, originals), choice in zip(lines.items(), choices, strict=True):
        if choice is None or not isinstance(choice.steps, Misread):
            continue
        chosen = next(o for o in originals if choice.steps in o.pairs)
        ours = max(totals[pair] for pair in chosen.pairs)
        rivals = [max(totals[pair] for pair in o.pairs) for o in originals if o is not chosen]
        confidence = choice.confidence / (1 + sum(exp(min(r - ours, 50.0)) for r in rivals))
        found[start] = _Choice(choice.steps, min(confidence, CERTAIN), chosen.pieces)
    return found


def _echoes(
    text: str, found: dict[int, _Choice], sure: set[Misread]
) -> Iterator[tuple[int, _Choice]]:
    """The lines that prove nothing alone, but read better undone as their neighbors were."""
    table = pairing()
    for start, end, _ in strangeness().units(text):
        if start in found and found[start].confidence >= SURE:
            continue
        line = text[start:end]
        if line.isascii() or table.foreign.search(line) or is_drawn(line):
            continue
        best = max((Line(line).undone(pair) for pair in sure), key=lambda o: o.gain)
        if best.gain > 0.0:
            confidence = 1 / (1 + exp(-TEMPER * best.gain) * (1 - HIT) / HIT)
            yield start, _Choice(next(iter(best.pairs)), confidence, best.pieces)


def with_legacy(
    text: str,
    found: tuple[Span, ...],
    ours: Sequence[Span],
    known: Mapping[Misread, Share] = NONE,
) -> tuple[Span, ...]:
    """``found`` (spans of other damage) and ``ours`` (of legacy damage), without contradictions.

    In a line that has both, what makes the line better is kept: the letters of one codec read as
    another look like bytes of UTF-8 here and there, but never from beginning to end.
    """
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
            gain = line_costs(_undone(line, start, others))
            gain -= line_costs(_undone(line, start, here))
            expected = any(step in known for span in here for step in span.chain)
            result += here if gain > (0.0 if expected else VALIDITY * UNIT) else others
    return tuple(result)


def _undone(line: str, start: int, spans: list[Span]) -> str:
    pieces = [Piece(s.start - start, s.end - start, s.text) for s in spans]
    return spliced(line, 0, len(line), pieces)


def _replays(text: str, span: Span) -> bool:
    try:
        return span.chain.damage(span.text) == text[span.start : span.end]
    except ChannelError:
        return False


def _merit(original: Original) -> float:
    """For sorting: the gain with the price, the best first."""
    return min(original.pairs.values()) - TEMPER * original.gain


class Line:
    """A line, what it costs, and what it may have been."""

    def __init__(self, text: str, lanes: Mapping[int, int] | None = None) -> None:
        self.text = text
        self.lanes = lanes
        self.counts = Counter(char for char in text if char > "\x7f")
        self.model = load()

    def originals(self, *, thin: bool = True) -> list[Original]:
        """The originals that read better than the line, the best first.

        Without ``thin``, whether there is enough of the line for that is not asked.
        """
        chars = "".join(sorted(self.counts))
        parts = self._parts()
        if not parts:
            return []
        found: list[Original] = []
        ranked = self._ranked(parts)
        if ranked:
            intact = Intact(self.text, parts)
            seen = intact.cost([self.text[a:b] for a, b in parts])
            found += [self._original(reading, intact, parts, seen) for reading in ranked]
        found += self._wholes(chars)
        if not thin:
            found = [o._replace(gain=o.gain + o.thin) for o in found]
        within = _misplaced(self.text)
        found = [o for o in found if o.gain > 0.0 and _misplaced(o.text) <= within]
        found.sort(key=_merit)
        found = [self.less_strange(o) for o in found[:KEPT] if o.gain > found[0].gain - SPREAD]
        found.sort(key=_merit)
        return [o for o in found if o.gain > 0.0]

    def _parts(self) -> list[tuple[int, int]]:
        """The stretches that tell what was done to the line, as offsets."""
        return [
            match.span()
            for match in _STRETCH.finditer(self.text)
            if not match.group().isascii() and not _DRAWN_OUT.search(match.group())
        ]

    def _ranked(self, parts: list[tuple[int, int]]) -> list[Reading]:
        """The readings worth scoring in full: the best by their characters, then by some words."""
        limit = DEARER * self.counts.total()
        readings = self._less_odd(pairing().readings(self.counts, limit, SAMPLED))
        if not readings:
            return []
        words = self._sample(parts)
        readings = self._by_words([_AS_IT_IS, *readings], self._strangest(parts))
        if readings[0] is _AS_IT_IS:
            return []
        readings = [r for r in readings[: SECOND + 1] if r is not _AS_IT_IS]
        seen = self._by_words([_AS_IT_IS, *readings], sorted(words))
        return seen[: min(seen.index(_AS_IT_IS), SCORED)]

    def _less_odd(self, readings: list[Reading]) -> list[Reading]:
        """The readings by which the line becomes less odd."""
        limit = oddness(self.text) - LESS_ODD
        return [r for r in readings if not self._odder(r, limit)]

    def _odder(self, reading: Reading, limit: float) -> bool:
        seen, originals = "".join(map(chr, reading.mapping)), "".join(reading.mapping.values())
        if _MARK.search(originals + self.text):
            return odder(composed(self.text.translate(reading.mapping)), limit)
        return odder(self.text, limit, seen, originals)

    def _by_words(self, readings: list[Reading], words: list[tuple[int, int]]) -> list[Reading]:
        """The readings in the order of what they make of some words."""
        # The words that are not in the sample, but may be damaged, have no say.
        line = "".join(c if c <= "\x7f" else " " for c in self.text)
        for a, b in words:
            line = line[:a] + self.text[a:b] + line[b:]
        intact = Intact(line, words, languages=1)
        ranked: list[tuple[float, int]] = []
        for i, reading in enumerate(readings):
            text = self.text.translate(reading.mapping)
            cost = intact.cost([composed(text[a:b]) for a, b in words])
            price = min(reading.pairs.values(), default=0.0)
            ranked.append((cost + UNIT * price, i))
        ranked.sort()
        return [readings[i] for _, i in ranked]

    def _strangest(self, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The parts that read worst: what does not make them better, makes nothing better.

        Not one alone: the worst may be a foreign name.
        """
        amounts = sorted(strangeness().amounts(self.text), key=itemgetter(1), reverse=True)
        worst = [seen for seen, _ in amounts[:WORST]]
        found = {
            next((p for p in parts if seen in self.text[slice(*p)]), parts[0]) for seen in worst
        }
        return sorted(found) or parts[:1]

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

    def undone(self, pair: Misread, *, cautious: bool = True) -> Original:
        """The line without a damage that the document is known to have.

        What comes out has to read well by itself; with ``cautious`` off, only better than the line
        or not, so that the gains of many lines can be added up.
        """
        reading = pairing().reading("".join(sorted(self.counts)), pair)
        if reading is None:
            return Original(self.text, {pair: 0.0}, 0.0, ())
        parts = self._parts()
        intact = Intact(self.text, parts, lanes=self.lanes)
        seen = intact.cost([self.text[a:b] for a, b in parts])
        # That there is little of it in this line is no reason for doubt any more.
        found = self._original(reading, intact, parts, seen)
        if _misplaced(found.text) > _misplaced(self.text):
            return Original(self.text, {pair: 0.0}, 0.0, ())
        found = found._replace(gain=found.gain + found.thin)
        return self.less_strange(found) if cautious else found

    def less_strange(self, original: Original) -> Original:
        """What was written reads well; a word that does not, gained by chance, if it gained."""
        text = composed(original.text)
        seen, undone = self.text.split(), text.split()
        before, after = (dict(strangeness().amounts(line)) for line in (self.text, text))
        if len(seen) != len(undone):  # of a codec of several bytes a character
            chance = sum(amount for word, amount in after.items() if word not in seen)
        else:
            changed = {(a, b) for a, b in zip(seen, undone, strict=True) if a != b}
            chance = sum(after.get(b, 0) for a, b in changed if after.get(b, 0) < before.get(a, 0))
        return original._replace(gain=original.gain - chance / UNIT)

    def _original(
        self, reading: Reading, intact: Intact, parts: list[tuple[int, int]], seen: int
    ) -> Original:
        text = self.text.translate(reading.mapping)
        cost = intact.cost([composed(text[a:b]) for a, b in parts])
        pieces = tuple(
            (match.start(), match.end(), text[match.start() : match.end()])
            for match in re.finditer(
                "[" + re.escape("".join(map(chr, reading.mapping))) + "]+", self.text
            )
        )
        changed = [self.text[a:b] for a, b in parts if text[a:b] != self.text[a:b]]
        words = frozenset(changed)
        gain = (seen - cost) / UNIT
        thin = 0.0
        if not any(map(usual, reading.pairs)):
            thin = FEW_WORDS.get(len(words), 0.0)
            thin += ONE_LETTER if len(reading.mapping) == 1 else 0.0
        if ORDINARY.issuperset(map(chr, reading.mapping)):
            thin += ONLY_SIGNS
        if intact.words and self._scripts(reading).isdisjoint(intact.words):
            thin += OTHER_SCRIPT
            if len(words) == 1:  # The same word again is no further witness.
                gain /= len(changed)
        return Original(text, reading.pairs, gain - thin, pieces, thin, words)

    def _scripts(self, reading: Reading) -> set[int]:
        """The scripts of the letters that come out."""
        table = self.model.table
        return {table[char].cls for char in reading.mapping.values()}

    def _wholes(self, chars: str) -> Iterator[Original]:
        limit = oddness(self.text) - LESS_ODD
        wholes = [
            whole
            for whole in pairing().wholes(self.text, chars)
            if not odder(whole.text, limit) and not far_fetched(whole.text)
        ]
        if not wholes:
            return
        intact = Intact(self.text, [(0, len(self.text))])
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
