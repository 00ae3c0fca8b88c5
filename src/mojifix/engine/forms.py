"""The forms of UTF-16 that text is left in, which show by themselves.

NULs between the letters (UTF-16 read as Latin-1), letters in the upper half of each code unit
(bytes swapped), pairs of letters as one ideograph (UTF-8 read as UTF-16), halves of a character
beyond U+FFFF as characters of their own, and bytes that Python kept as lone surrogates. None of it
is anything that people write, and each is undone exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import exp

from mojifix.channels import parse
from mojifix.channels.misread import Misread, misread
from mojifix.engine.decide import CERTAIN, INACTIVE, TEMPER
from mojifix.engine.harm import worse
from mojifix.engine.ideographs import dear, ideographs
from mojifix.engine.judge import ENDS, SENSE
from mojifix.engine.look import look
from mojifix.engine.oddness import odd, odd_lines
from mojifix.kernel.bits import FORMS, WIDE
from mojifix.model import Chain, Span
from mojifix.plausibility.model import UNIT, load

NUL = "\x00"
FEWEST = 3
"""Controls from which on they are letters' other halves, and characters of a run that is read."""
DIFFERENT = 5
"""Different characters that a run with its bytes swapped has at least: those of faces (``ʘ‿ʘ``) are
ideographs the other way round."""
SHARE = 0.3
"""The share of a stretch that is controls, at least. Letters make it a half."""
PRICE = 6.0
"""Nats against ideographs that are letters."""

EXACT = frozenset(("surrogate-pairs", "utf-8>ascii/surrogateescape"))
"""Steps that lose nothing, although they are not written as one codec and read as another."""

_RUN = re.compile("[\x00-\x7f]+|[^\x00-\x7f]+")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_BYTES = re.compile("(?<![\ud800-\udbff])[\udc80-\udcff]+")
_WIDE = re.compile(f"[^\x00-\u0fff\U00010000-\U0010ffff]{{{FEWEST},}}")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_READERS = ("windows-1252", "iso-8859-1")
_ORDERS = ("utf-16-le", "utf-16-be")


def form_spans(text: str) -> tuple[Span, ...]:
    """Spans of the forms, in order, none within another."""
    seen = look(text)
    if not seen & (FORMS | WIDE):
        return ()
    if NUL in text:
        return tuple(_with_nuls(text))
    found = [*(_surrogates(text) if seen & FORMS else ()), *(_wide(text) if seen & WIDE else ())]
    return tuple(sorted(found, key=lambda span: span.start))


def _surrogates(text: str) -> Iterator[Span]:
    pairs = parse("surrogate-pairs")
    for match in _PAIR.finditer(text):
        whole = match.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        if not worse("", whole):
            yield Span(match.start(), match.end(), whole, pairs, CERTAIN)
    kept = parse("utf-8>ascii/surrogateescape")
    for match in _BYTES.finditer(text):
        try:
            original = match.group().encode("ascii", "surrogateescape").decode()
        except UnicodeDecodeError:
            continue
        if not worse("", original):
            yield Span(match.start(), match.end(), original, kept, CERTAIN)


def _with_nuls(text: str) -> list[Span]:
    """The whole text, or what is between the first and the last NUL."""
    first, last = text.index(NUL), text.rindex(NUL)
    for start, end in ((0, len(text)), (first % 2, len(text)), (first - 1, last + 1)):
        if not 0 <= start < end <= len(text):
            continue
        controls = sum(1 for _ in _CONTROL.finditer(text, start, end))
        if controls < max(FEWEST, SHARE * (end - start)):
            continue
        seen = text[start:end]
        channels = [misread(order, read) for read in _READERS for order in _ORDERS]
        found = [(_cost(o), o, c) for c in channels if (o := _undone(seen, c)) and NUL not in o]
        if found:
            cost, original, channel = min(found, key=lambda item: item[0])
            if cost < _cost(seen) and cost <= SENSE * len(original) + ENDS:
                return list(_split(start, original, Chain((channel,))))
    return []


def _split(start: int, original: str, chain: Chain) -> Iterator[Span]:
    """A span for each run, so that what is under one of them can be joined with it."""
    for match in _RUN.finditer(original):
        size = len(chain.damage(match.group()))
        yield Span(start, start + size, match.group(), chain, CERTAIN)
        start += size


def _undone(seen: str, channel: Misread) -> str | None:
    """What a stretch was before this misreading, if that is no worse and replays."""
    try:
        found = channel.written.decode(channel.read.encode(seen))
    except UnicodeError:
        return None
    if worse("", found) or channel.written.encode(found) != channel.read.encode(seen):
        return None
    return found


def _wide(text: str) -> Iterator[Span]:
    """Runs that read better with their bytes swapped, or as UTF-8."""
    letters = [misread("utf-8", order) for order in _ORDERS]
    swapped = misread("utf-16-le", "utf-16-be")
    runs = (m for line in odd_lines(text) for m in _WIDE.finditer(text, line.start, line.end))
    for match in runs:
        if not dear(text, *match.span()):
            continue
        run = match.group()
        channels = [*letters, swapped] if len(set(run)) >= DIFFERENT else letters
        if len(set(run)) < FEWEST or ideographs().issuperset(run):
            continue
        found = [
            (_cost(original), original, channel)
            for channel in channels
            if (original := _undone(run, channel)) and _worded(original) and not odd(original)
        ]
        if found:
            cost, original, channel = min(found, key=lambda item: item[0])
            odds = TEMPER * (_cost(run) - cost) / UNIT - INACTIVE - PRICE
            confidence = 1 / (1 + exp(min(700.0, -odds)))
            if confidence >= CERTAIN:
                yield Span(match.start(), match.end(), original, Chain((channel,)), confidence)


def _worded(text: str) -> bool:
    """Are half of a text's characters letters?"""
    return 2 * sum(map(str.isalpha, text)) >= len(text)


def _cost(text: str) -> int:
    model = load()
    tokens = model.tokens(text)
    return model.cost(tokens, model.profile(model.totals(tokens, {})))
