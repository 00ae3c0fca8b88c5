"""The search for losses: sites that read badly, what they may have been, quotation marks.

Lossy readings are many and cheap to come by, so they are looked for only in sites that are
hard to believe as they stand, and they must gain more than a lossless repair: a loss is its
own explanation for anything.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from mojifix.channels.codecs import codec
from mojifix.engine.balance import Lost, balance
from mojifix.engine.beside import AGAINST, WITHIN, shown, spared, untouched
from mojifix.engine.decide import INACTIVE, TEMPER, Choice, decide
from mojifix.engine.latin import mostly_latin
from mojifix.engine.leads import ALONE
from mojifix.engine.left import left
from mojifix.engine.losses import RARELY_ALONE, READERS, Reading, table
from mojifix.engine.places import Place, places_of
from mojifix.engine.readers import readers
from mojifix.engine.slips import without_slips
from mojifix.kernel.segments import segments
from mojifix.model import Span
from mojifix.plausibility.model import UNIT, Plausibility, load

OTHER = 8.0
"""Nats against a reader where another one is known to have damaged the document."""
BALANCED = 6.0
"""Nats that the balance of marks adds to a place at most, or nearly so: what an unopened mark and
a role that is unheard of cost together."""


_TAILS = frozenset(char for char in codec("windows-1252").chars[0x80:0xA0] if char)
"""Letters and signs where other readers have the controls that are dropped."""


def lossy_spans(text: str, known: Mapping[str, float]) -> list[Span]:
    """Spans of lossy damage, whatever their confidence; ``known`` are readers that were active."""
    worth = [
        (start + a, start + b)
        for start, end in segments(text)
        for a, b in left().words(text[start:end])
    ]
    if not known and (not worth or mostly_latin(text)):
        return []
    model = load()
    places = places_of(text, worth, model)
    alone = _readers_of([place for place in places if place.doubtful]) & set(ALONE)
    names = alone | (_readers_of(places) & known.keys())
    if not names:
        return []
    choices = _decide(text, places, names, known, model)
    chosen = [
        (place, choice.steps, choice.confidence)
        for place, choice in zip(places, choices, strict=True)
        if choice is not None
    ]
    spans = _settle(text, chosen, model)
    return spans if known else without_slips(text, spans)


def _decide(
    text: str,
    places: list[Place],
    names: set[str],
    known: Mapping[str, float],
    model: Plausibility,
) -> list[Choice[str] | None]:
    """The reader that damaged each place, if one did."""
    gains: list[dict[str, float]] = [{} for _ in places]
    symbols: list[dict[str, float]] = [{} for _ in places]
    prices: dict[str, float] = {}
    for name in sorted(names):
        if name not in known and not any(_speaks(place, name) for place in places):
            continue
        found = [place.read(name) for place in places]
        contradicted = _continued if known else _contradicted
        against = contradicted(text, places, found, name)
        raw = [
            place.gain(reading) / UNIT - nats if reading else None
            for place, reading, nats in zip(places, found, against, strict=True)
        ]
        prices[name] = table(name).price - known.get(name, -OTHER if known else 0.0)
        if name in known and name not in ALONE:
            prices[name] -= RARELY_ALONE
        best = {
            place.key: gain + BALANCED
            for place, gain in zip(places, raw, strict=True)
            if gain is not None and gain > -BALANCED
        }
        if TEMPER * sum(best.values()) < INACTIVE + prices[name]:
            continue
        balanced = _balanced(text, places, name, model)
        more = 0.0 if name in known else spared(text, shown(name))
        if more:
            most = _of_one_line(text, places, raw, balanced, name)
            if most < INACTIVE + prices[name] + more:
                continue
        for i, (place, gain, marks) in enumerate(zip(places, raw, balanced, strict=True)):
            reading = place.read(name)
            if gain is not None and reading is not None:
                gains[i][name] = gain + marks
                symbols[i][name] = place.symbols(reading) / UNIT
    readings = [
        {name: reading.text for name in gain if (reading := place.read(name))}
        for place, gain in zip(places, gains, strict=True)
    ]
    keys = [place.key for place in places]
    careful = [
        {name: gain - of[name] for name, gain in here.items()}
        for here, of in zip(gains, symbols, strict=True)
    ]
    choices = decide(careful, prices, keys, readings)
    active = {choice.steps for choice in choices if choice is not None and choice.confidence > 0.9}
    if not active or not any(any(of.values()) for of in symbols):
        return choices
    # Where a reader was at work, its letter is no symbol.
    only = [{name: gain for name, gain in here.items() if name in active} for here in gains]
    return decide(only, {name: prices[name] for name in active}, keys, readings)


def _of_one_line(
    text: str, places: list[Place], gains: list[float | None], more: list[float], name: str
) -> float:
    """What the different places of the line that proves most prove together, in nats."""
    lines = list(segments(text))
    starts = [start for start, _ in lines]
    found: dict[int, dict[str, float]] = {}
    for place, gain, extra in zip(places, gains, more, strict=True):
        if gain is not None:
            line = bisect_right(starts, place.site.start) - 1
            found.setdefault(line, {})[place.key] = gain + extra
    return max(
        (
            TEMPER * sum(gain for gain in here.values() if gain > 0.0)
            - spared(text[slice(*lines[line])], shown(name))
            for line, here in found.items()
        ),
        default=0.0,
    )


def _contradicted(
    text: str, places: list[Place], found: list[Reading | None], name: str
) -> list[float]:
    """What stands beside each place that a reader cannot have left, in nats against it."""
    pieces = [
        [(place.site.start + p.start, place.site.start + p.end) for p in reading.pieces]
        if reading is not None
        else []
        for place, reading in zip(places, found, strict=True)
    ]
    counts = untouched(text, (piece for here in pieces for piece in here), shown(name))
    return [AGAINST * sum(next(counts) for _ in here) for here in pieces]


def _continued(
    text: str, places: list[Place], found: list[Reading | None], name: str
) -> list[float]:
    """The same where readers are known: only what goes on with a byte that this one does not show.

    What else stands beside a place may have been restored already.
    """
    tails = _TAILS - shown(name)
    ends = [
        [place.site.start + piece.end for piece in reading.pieces] if reading is not None else []
        for place, reading in zip(places, found, strict=True)
    ]
    return [AGAINST * WITHIN * any(text[at : at + 1] in tails for at in here) for here in ends]


def _speaks(place: Place, name: str) -> bool:
    """May a doubtful place have been damaged by this reader? Else the others say nothing."""
    if not place.doubtful:
        return False
    reading = place.read(name)
    return reading is not None and place.gain(reading) > -BALANCED * UNIT


def _balanced(text: str, places: list[Place], name: str, model: Plausibility) -> list[float]:
    """What each place gains, in nats, by the balance of the marks that a reader leaves."""
    source = table(name)
    by_place = [
        [lost for piece in reading.pieces if (lost := Lost(place, source, reading, piece)).is_mark]
        if (reading := place.read(name))
        else []
        for place in places
    ]
    before = [sum(lost.gain() for lost in pieces) for pieces in by_place]
    balance(text, [lost for pieces in by_place for lost in pieces], model)
    return [
        (sum(lost.gain() for lost in pieces) - gain) / UNIT
        for pieces, gain in zip(by_place, before, strict=True)
    ]


def _readers_of(places: list[Place]) -> set[str]:
    """The readers that may have left what stands in some of these places."""
    table_of = readers()
    bits = 0
    for place in places:
        for char in place.text:
            bits |= table_of.lead2.get(char, 0) | table_of.lead3.get(char, 0)
            bits |= table_of.lead4.get(char, 0)
    names = {c.read.name for i, c in enumerate(table_of.single) if bits >> i & 1}
    return names & set(READERS)


def _settle(text: str, chosen: list[tuple[Place, str, float]], model: Plausibility) -> list[Span]:
    """The pieces of the chosen readings as spans, quotation marks brought into balance."""
    pieces: list[tuple[Lost, float]] = []
    for place, name, confidence in chosen:
        reading = place.read(name)
        assert reading is not None
        pieces += ((Lost(place, table(name), reading, p), confidence) for p in reading.pieces)
    marks = [piece for piece, _ in pieces if piece.is_mark]
    if marks:
        balance(text, marks, model)
    return [piece.span(confidence) for piece, confidence in pieces]
