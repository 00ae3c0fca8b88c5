"""The search for UTF-8 that a reader of several bytes a character broke here and there.

Most of such a text pairs up by chance, so it shows as ideographs; where two bytes were no
character, the reader wrote a question mark, ``・`` or U+FFFD, and one or two bytes are gone. What
the others were is determined (:meth:`mojifix.channels.misread.Misread.choices`); for each broken
place there is a handful of characters, of which the model has to like one much better than the
others. A line comes back whole or not at all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import exp, prod
from typing import NamedTuple

from mojifix.channels.base import POLICY
from mojifix.channels.misread import misread
from mojifix.engine.decide import INACTIVE, TEMPER
from mojifix.engine.harm import worse
from mojifix.engine.ideographs import dear, ideographs
from mojifix.engine.readers import PRIOR, readers
from mojifix.engine.undo import RUN
from mojifix.kernel.segments import segments
from mojifix.model import Chain, Span
from mojifix.plausibility.model import UNIT, load

READERS = {
    "?": ("gb18030/windows", "gb18030/question", "cp949/windows", "cp950/windows"),
    "・": ("cp932/windows",),
    "\ufffd": ("cp932/web", "gb18030/fffd", "cp949/web", "big5hkscs/web"),
}
"""By what they write for a pair that is none."""
BREAKS = frozenset(READERS)
"""What stands for a broken pair."""
_WIDE = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\ue000-\uf8ff\uff61-\uff9f"
_BROKEN = re.compile("(?<=[^\x00-\x7f])[?・\ufffd]|[?・\ufffd](?=[^\x00-\x7f])")
_CORE = re.compile(r"\??[^\x00-\x7f](?s:.*)[^\x00-\x7f]\??")
PUNCTUATION = frozenset("，。！？：；、“”‘’（）《》「」『』【】…—～·")
"""What a broken place may have been besides an ideograph, a kana or a syllable."""
MOST = 3_000
"""Originals of one place that are compared at most."""
AROUND = 16
"""Code points on either side of a place that tell what it was."""
LEAST = 2
"""Characters beyond ASCII that must be determined."""
PLACES = 4
"""Broken places of a line at most: with each the work grows, and the certainty shrinks."""
FRUITLESS = 40
"""Lines that are searched in vain, some 20 ms each, before the others are let be."""


@lru_cache(maxsize=1)  # 13 ms, and most text has no such characters
def _many() -> re.Pattern[str]:
    return re.compile(f"[{_WIDE}](?s:.*)[{_WIDE}]")


class _Reading(NamedTuple):
    text: str
    confidence: float


def broken_spans(text: str) -> list[Span]:
    """Spans of whole lines that were broken so, whatever their confidence, in order."""
    found: list[Span] = []
    tries = 0
    for start, end in segments(text):
        mark = _BROKEN.search(text, start, end) if broken(text[start:end]) else None
        core = _CORE.search(text, start, end) if mark else None
        if mark is None or core is None:
            continue
        if tries < FRUITLESS and _places(core.group()) <= PLACES:
            tries += 1
            best = max(
                (span for name in READERS[mark.group()] for span in _read(core, name)),
                key=lambda span: span.confidence,
                default=None,
            )
            if best is not None:
                found.append(best)
                tries = 0
    return found


def broken(text: str) -> bool:
    """May a text have been broken so?

    Then it is of characters that hardly stand in text, the first of which begins one of UTF-8.
    """
    if _BROKEN.search(text) is None or _many().search(text) is None or not dear(text):
        return False
    run = RUN.search(text)
    return run is not None and (
        text[run.start() - 1 : run.start()] in BREAKS or readers().starts(run.group()[0]) > 0
    )


def _places(text: str) -> int:
    return sum(1 for _ in _BROKEN.finditer(text))


def _read(core: re.Match[str], name: str) -> list[Span]:
    """The line, if this reader broke it."""
    seen = core.group()
    channel = misread("utf-8", name)
    pieces = channel.choices(seen, _among())
    known = "".join(piece[0] for piece in pieces if len(piece) == 1)
    if sum(char > "\x7f" for char in known) < LEAST or not any(len(p) > 1 for p in pieces):
        return []
    reading = _chosen(pieces, known)
    if reading is None or worse(seen, reading.text) or channel.damage(reading.text) != seen:
        return []
    odds = (
        TEMPER * (_cost(seen) - _cost(reading.text)) / UNIT
        - INACTIVE
        - PRIOR[name.partition(POLICY)[0]]
    )
    confidence = reading.confidence / (1 + exp(min(700.0, -odds)))
    return [Span(core.start(), core.end(), reading.text, Chain((channel,)), confidence)]


def _chosen(pieces: tuple[tuple[str, ...], ...], known: str) -> _Reading | None:
    """The originals that the model likes best, from left to right."""
    model = load()
    profile = model.profile(model.totals(model.tokens(known), {}))
    text = ""
    sure: list[float] = []
    for i, piece in enumerate(pieces):
        if len(piece) == 1:
            text += piece[0]
            continue
        if len(piece) > MOST:
            return None
        after = pieces[i + 1][0][:AROUND] if i + 1 < len(pieces) and len(pieces[i + 1]) == 1 else ""
        before = text[-AROUND:]
        costs = [model.cost(model.tokens(before + one + after), profile) for one in piece]
        least = min(costs)
        sure.append(1 / sum(exp((least - cost) / UNIT) for cost in costs))
        text += piece[costs.index(least)]
    return _Reading(text, prod(sure))


def _cost(text: str) -> int:
    model = load()
    tokens = model.tokens(text)
    return model.cost(tokens, model.profile(model.totals(tokens, {})))


@lru_cache(maxsize=1)
def _among() -> frozenset[str]:
    return PUNCTUATION | ideographs()
