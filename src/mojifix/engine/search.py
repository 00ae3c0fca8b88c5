"""From a text to its spans: gate, runs, sites, judge, decision."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import exp
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import combining

from mojifix.channels.base import Codec
from mojifix.config import Config
from mojifix.engine.beside import letters_beside
from mojifix.engine.broken import BREAKS
from mojifix.engine.decide import INACTIVE, TEMPER, decide
from mojifix.engine.harm import stray_mark, symbol, worse
from mojifix.engine.ideographs import nobodys, unheard_of
from mojifix.engine.judge import Judge
from mojifix.engine.searched import is_list, is_row
from mojifix.engine.sites import Run, Segment, Site, Steps, runs_of, sites, spliced
from mojifix.engine.undo import ALONE, MAC, Option, Piece, options
from mojifix.kernel import kinds
from mojifix.kernel.segments import segments
from mojifix.model import Chain, Span

UNDERSTATED = 1.0
"""Nats by which damage that loses nothing is likelier than the decision has it. Of 50,930 damaged
sentences and short strings of development text, 34 had a reading with 0.6 to 0.9, and of 114,666
clean ones none: 32 were right, and 27 were to be expected."""

SPARED = 2.5
"""Nats against a reader for a letter on either side of a site that it cannot have left. A judgment:
texts are put together of others, so a few of them do not rule out what is clear."""

_LAST_AFRICAN = "\u01bf"
"""Capitals up to here are letters of Ewe and other languages that the model has not met."""
_ACCENTED = "\u0386-\u0390\u03aa-\u03b0\u03ca-\u03ce"
_CYRILLIC_MARKS = re.compile("[\u0483-\u0489]")
_GREEK, _APART = (
    re.compile(f"[{_ACCENTED}]{{1,2}}"),
    re.compile(f"[{_ACCENTED}\u0530-\u1dff]{{1,2}}"),
)
"""Letters of which one or two never stand at a Latin word, or within it: of Greek those with an
accent, which no symbol has, and those of the scripts from Armenian on."""

Stretch = tuple[int, int]
"""Start and end."""


def _segments(text: str, layers: int, worth: Sequence[Stretch] | None) -> list[Segment]:
    """The segments with runs that can be undone, in the stretches that are worth it (or all)."""
    found: list[Segment] = []
    for start, end in segments(text):
        runs = [
            Run(a, b, ways)
            for a, b in runs_of(text, start, end)
            if (b - a > 1 or ALONE.match(text, a))
            and (worth is None or _inside(worth, a))
            and (ways := _harmless(text[a:b], layers, text[a - 1 : a], text[b : b + 1]))
        ]
        if runs and not (is_row(text[start:end]) or is_list(text[start:end])):
            found.append(Segment(start, end, sites(text, start, end, runs)))
    return found


def _harmless(run: str, layers: int, before: str, after: str) -> Mapping[Steps, Option]:
    """The ways to undo a run that bring in nothing worse.

    What a reader of several bytes a character makes of U+FFFD is left alone: the text was gone
    before, and three such characters may stand for two marks or for four. So is what ends in an
    ideograph that nobody writes, before what stands for a broken pair: its last byte was lost. And
    letters within a word are no symbol (``âžž`` in Sámi, an arrow), nor are controls at its ends
    letters of Mac OS without others (those on both sides of an n are its apostrophes).
    """
    ways = options(run, layers)
    inside = before.isalpha() and after.isalpha()
    return {
        steps: option
        for steps, option in ways.items()
        if not any(
            worse(run, piece.text)
            or _is_symbol(f"{before}{run}{after}", piece, len(before))
            or _is_outlandish(f"{before}{run}{after}", piece, len(before))
            or stray_mark(piece.text, f"{before}{run}"[: len(before) + piece.start][-1:])
            for piece in option.pieces
        )
        and (inside or steps[-1].name != MAC)
        and (
            steps[-1].read.single_byte
            or not ("\ufffd" in option.text or (after in BREAKS and unheard_of(option.text[-1])))
        )
    }


def _is_symbol(around: str, piece: Piece, shift: int) -> bool:
    """Would letters within a word become a symbol?"""
    start, end = piece.start + shift, piece.end + shift
    return around[start:end].isalpha() and symbol(
        piece.text, around[max(0, start - 1) : start], around[end : end + 1]
    )


def _is_outlandish(around: str, piece: Piece, shift: int) -> bool:
    """Would a letter that no language writes stand amid capitals, or one of Arabic in a Latin word?

    ``KSIÊ¯YC`` is Polish, ``RECLAMAÃıES`` Portuguese, in a legacy codec. Phonetic letters stand
    among small ones. Nor does a mark of Cyrillic letters stand on anything else: ``ęł`` would be
    one, in Polish whose other letters are full width.
    """
    before, after = around[: piece.start + shift][-1:], around[piece.end + shift :][:1]
    if _CYRILLIC_MARKS.match(piece.text):
        return not "\u0400" <= before <= "\u052f"
    beside = before + after
    if not beside.isascii():
        return False
    if beside.isupper() and any(nobodys(char) and char > _LAST_AFRICAN for char in piece.text):
        return True
    within = before.isalpha() and after.isalpha()
    apart = _APART if within else _GREEK
    return (within or before.isalpha() or after.isalpha()) and bool(apart.fullmatch(piece.text))


def _inside(stretches: Sequence[Stretch], at: int) -> bool:
    """Is the offset in one of the (sorted) stretches?"""
    i = bisect_right(stretches, at, key=_start) - 1
    return i >= 0 and stretches[i][1] > at


def _start(stretch: Stretch) -> int:
    return stretch[0]


class Candidate(NamedTuple):
    """A site that misreadings may have damaged."""

    key: str
    """What stands there."""
    gains: Mapping[Steps, float]
    """What undoing each chain gains, in nats."""
    prices: Mapping[Steps, float]
    """How unusual each chain is, in nats."""


def candidates(text: str, layers: int) -> Iterator[Candidate]:
    """All sites of a text, whether the gate lets them through or not."""
    judge = Judge(text)
    for part in _segments(text, layers, None):
        prices = part.steps()
        for site, gains in zip(part.sites, judge.gains(part), strict=True):
            yield Candidate(text[site.start : site.end].strip(), gains, prices)


_NONE: Mapping[Steps, float] = MappingProxyType({})


def lossless_spans(
    text: str, config: Config, worth: Sequence[Stretch], known: Mapping[Steps, float] = _NONE
) -> list[Span]:
    """Spans of misreadings that lose nothing, whatever their confidence, in order.

    ``worth`` are the stretches for which the gate fired; ``known`` are chains that damaged other
    texts of the same source, with the log odds that they damaged a site of this one.

    Where there are some, the text was damaged, and the gate is not trusted any more.
    """
    if known:
        return _decided(text, _segments(text, config.max_layers, None), known)
    if not worth:
        return []
    parts = _segments(text, config.max_layers, worth)
    found = _decided(text, parts)
    if found:
        all_parts = _segments(text, config.max_layers, None)
        if sum(map(_runs, all_parts)) > sum(map(_runs, parts)):
            return _decided(text, all_parts)
    return found


def _runs(part: Segment) -> int:
    return sum(len(site.runs) for site in part.sites)


def _decided(text: str, parts: list[Segment], known: Mapping[Steps, float] = _NONE) -> list[Span]:
    if not parts:
        return []
    judge = Judge(text)
    all_sites = [site for part in parts for site in part.sites]
    gains = list(_less_spared(text, all_sites, [g for part in parts for g in judge.gains(part)]))
    usual: dict[Steps, float] = {}
    for part in parts:
        usual.update(part.steps())
    if len(parts) > 1:
        unproved = _unproved(text, parts, gains, usual) - known.keys()
        gains = [{s: nats for s, nats in gain.items() if s not in unproved} for gain in gains]
    prices = {steps: usual[steps] for gain in gains for steps in gain}
    readings = [
        {steps: spliced(text, s.start, s.end, s.pieces(steps)) for steps in gain}
        for s, gain in zip(all_sites, gains, strict=True)
    ]
    keys = [text[s.start : s.end].strip() for s in all_sites]
    bonus = {steps: INACTIVE + prices.get(steps, 0.0) + odds for steps, odds in known.items()}
    choices = decide(gains, prices, keys, readings, bonus)
    result: list[Span] = []
    for site, choice in zip(all_sites, choices, strict=True):
        if choice is None:
            continue
        chain = Chain(choice.steps)
        confidence = _restated(choice.confidence)
        result += (
            Span(p.start, p.end, p.text, chain, confidence) for p in site.pieces(choice.steps)
        )
    return result


def _less_spared(
    text: str, found: Sequence[Site], gains: Iterable[Mapping[Steps, float]]
) -> Iterator[Mapping[Steps, float]]:
    """The gains, less what speaks against readers that spared a letter beside a site.

    They damage every character beyond ASCII of what they read.
    """
    places = [(site.runs[0].start, site.runs[-1].end) for site in found]
    for gain, letters in zip(gains, letters_beside(text, places), strict=True):
        yield {
            steps: nats - SPARED * sum(not _shows(steps[-1].read, char) for char in letters)
            for steps, nats in gain.items()
        }


def _unproved(
    text: str,
    parts: Sequence[Segment],
    gains: Sequence[Mapping[Steps, float]],
    prices: Mapping[Steps, float],
) -> set[Steps]:
    """The chains that spared letters of a text, and that no line of it proves by itself.

    What its lines have in common may then be a language that the model does not know, each word of
    which reads a little better for it (``olarnıñ`` in Crimean Tatar, with an Armenian letter).
    """
    proved: set[Steps] = set()
    at = 0
    for part in parts:
        best: dict[Steps, dict[str, float]] = {}
        for site, gain in zip(part.sites, gains[at : at + len(part.sites)], strict=True):
            for steps, nats in gain.items():
                if nats > 0.0:
                    best.setdefault(steps, {})[text[site.start : site.end]] = nats
        at += len(part.sites)
        for steps, found in best.items():
            if TEMPER * sum(found.values()) > INACTIVE + prices[steps]:
                proved.add(steps)
    letters = {char for char in kinds(text) if char.isalpha() or combining(char)}
    rest = {steps for gain in gains for steps in gain} - proved
    return {steps for steps in rest if not all(_shows(steps[-1].read, char) for char in letters)}


@lru_cache(maxsize=4096)
def _shows(reader: Codec, char: str) -> bool:
    """Can a character be what a reader shows?"""
    try:
        return bool(reader.encode(char))
    except UnicodeError:
        return False


def _restated(confidence: float) -> float:
    """The confidence without what the decision understates."""
    return confidence / (confidence + (1.0 - confidence) * exp(-UNDERSTATED))
