"""The search for legacy codecs read as each other.

The unit is the line: such damage hits every non-ASCII character of it, so the evidence is what
the whole line gains, and the lines of a document share the pair of codecs. One foreign letter in
a line is weak evidence, because foreign names are normal; it takes more of the line, or more
lines, to be believed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import exp, log
from types import MappingProxyType
from typing import NamedTuple

from mojifix.channels.misread import Misread
from mojifix.engine.decide import CERTAIN, HIT, INACTIVE, TEMPER, decide
from mojifix.engine.intact import line_costs
from mojifix.engine.known import Share
from mojifix.engine.latin import mostly_latin
from mojifix.engine.line import Line, Original, merit
from mojifix.engine.pairs import pairing
from mojifix.engine.searched import is_drawn, is_list, searched
from mojifix.engine.sites import spliced
from mojifix.engine.strange import strangeness
from mojifix.engine.undo import Piece
from mojifix.errors import ChannelError
from mojifix.kernel.segments import segments
from mojifix.model import Chain, Span
from mojifix.plausibility.model import UNIT

SURE = 0.9
"""Confidence in a line from which on its damage tells of the other lines."""

VALIDITY = 10.0
"""Nats by which legacy damage must explain a line better than well-formed UTF-8 does."""

FEW = 4
"""One line in so many that read better may read worse undone. A judgment: names of places in Sango,
which the model does not know, read better in Latvian in 23 of 30 lines."""
LINES = 2
"""So many lines of each text are taken to have been damaged as often as ``HIT`` says, besides those
that it has. A judgment."""

_DIGITS = re.compile("[0-9]+")
NONE: Mapping[Misread, Share] = MappingProxyType({})


class _Choice(NamedTuple):
    """What was done to a line."""

    pair: Misread
    confidence: float
    pieces: tuple[tuple[int, int, str], ...]
    gain: float
    """In nats."""


def legacy_spans(text: str, known: Mapping[Misread, Share] = NONE) -> list[Span]:
    """Spans of legacy damage, whatever their confidence, in order.

    ``known`` are pairs that damaged other texts of the same source.
    """
    if mostly_latin(text):
        return []
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
    for pair in sorted(sure, key=str):
        found = _rated(text, found, pair, known)
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
                and share.spared.isdisjoint("".join(line[a:b] for a, b, _ in o.pieces))
            ]
            texts = {original.text for original in undone}
            others = (_without(original, known) for original in found if original.text not in texts)
            found = sorted((*undone, *(o for o in others if o is not None)), key=merit)
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
    keys = [_key(originals[0]) for originals in lines.values()]
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
        sure = min(confidence, CERTAIN)
        found[start] = _Choice(choice.steps, sure, chosen.pieces, chosen.gain)
    return found


def _key(original: Original) -> object:
    """What makes a line a witness of its own: the words that change, whatever numbers they have."""
    if not original.words:
        return original.text
    return frozenset(_DIGITS.sub("0", word) for word in original.words)


def _rated(
    text: str, found: Mapping[int, _Choice], pair: Misread, known: Mapping[Misread, Share]
) -> dict[int, _Choice]:
    """The lines, with those that prove nothing alone but read better undone like their neighbors.

    Each as likely as the share of all lines that do makes it. Where many would read worse, the text
    holds names or words of a language that the model does not know, and some of them read better by
    chance.
    """
    undone = _undone_by(pair, text)
    better = sum(original.gain > 0.0 for original in undone.values())
    odds = _odds(better, len(undone) - better)
    result = dict(found)
    for start, choice in found.items():
        if choice.pair == pair and pair not in known:
            against = 1 / choice.confidence - 1 + exp(min(-TEMPER * choice.gain - odds, 50.0))
            result[start] = choice._replace(confidence=1 / (1 + against))
    for start, original in undone.items():
        if original.gain > 0.0 and (start not in found or found[start].confidence < SURE):
            sure = 1 / (1 + exp(-TEMPER * original.gain - odds))
            if start not in result or sure > result[start].confidence:
                result[start] = _Choice(pair, sure, original.pieces, original.gain)
    return result


def _undone_by(pair: Misread, text: str) -> dict[int, Original]:
    """What the lines were that a pair can have damaged, by where they start."""
    foreign = pairing().foreign
    undone: dict[int, Original] = {}
    for start, end, _ in strangeness().units(text):
        line = text[start:end]
        if not (line.isascii() or foreign.search(line) or is_drawn(line) or is_list(line)):
            original = Line(line).undone(pair)
            if original.pieces:
                undone[start] = original
    return undone


def _odds(better: int, worse: int) -> float:
    """The odds that a line was damaged, in nats, in a text of which so many lines read better.

    Where more than a few read worse, each has to prove by itself that there was any damage.
    """
    rate = min(HIT, (better + HIT * LINES) / (better + worse + LINES))
    return log(rate / (1 - rate)) - (INACTIVE if worse * FEW > better else 0.0)


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
            valid = any(map(_is_valid, others)) and not expected
            result += here if gain > (VALIDITY * UNIT if valid else 0.0) else others
    return tuple(result)


def _is_valid(span: Span) -> bool:
    """Was it well-formed UTF-8?"""
    return any(isinstance(step, Misread) and step.written.name == "utf-8" for step in span.chain)


def _undone(line: str, start: int, spans: list[Span]) -> str:
    pieces = [Piece(s.start - start, s.end - start, s.text) for s in spans]
    return spliced(line, 0, len(line), pieces)


def _replays(text: str, span: Span) -> bool:
    try:
        return span.chain.damage(span.text) == text[span.start : span.end]
    except ChannelError:
        return False
