"""Mojibake that was then lower-cased, normalized (NFKC) or had its quotation marks straightened.

A family, a reader with such a step after it (:mod:`.families`), is believed where the whole text
reads better by far than as it stands, and than what the lossless search makes of it, which finds
some reader for nearly any two characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from mojifix.engine.belief import reading_cost
from mojifix.engine.beside import shown, spared
from mojifix.engine.decide import INACTIVE, TEMPER
from mojifix.engine.families import Family, families, whole
from mojifix.engine.undo import Piece, splice
from mojifix.kernel.segments import segments
from mojifix.model import Span
from mojifix.plausibility.chars import FIRST_OTHER
from mojifix.plausibility.model import LATIN, UNIT, load

AROUND = 10
"""Code points on either side of a place, half as many of which are letters among words."""
WORD = 3
"""Letters that were found that make a word."""
RIVAL = 4.0
"""Nats against a loss where a reading that loses nothing explains the text too. A judgment: what
both have in common, that there was damage at all, speaks against neither."""


def wide_spans(text: str, rivals: Sequence[str]) -> list[Span]:
    """The spans of the family that explains a text best, with their confidence.

    ``rivals`` are other readings of the whole text, which lose nothing.
    """
    lines = [text[start:end] for start, end in segments(text)]
    made = [
        family
        for family in families()
        if any(whole(family.step, line) and family.signature.search(line) for line in lines)
    ]
    if not made:
        return []
    stand = reading_cost(text)
    other = min((reading_cost(rival) for rival in rivals if rival != text), default=None)
    best: tuple[float, list[Span]] = (0.0, [])
    for family in made:
        spans = family.spans(text)
        if not any(step.name == family.step for span in spans for step in span.chain):
            continue
        read = splice(text, [Piece(span.start, span.end, span.text) for span in spans])
        if not _worded(text, spans) or _mixed(text, spans) or _scattered(text, spans):
            continue
        cost, against = reading_cost(read), family.against(text, spans)
        gain = (stand - cost) / UNIT - against
        if apart := spared(text, shown(family.reader, family.step)):
            gain = min(gain, _of_one_line(text, spans, family) - apart / TEMPER)
        score = TEMPER * gain - INACTIVE - family.price
        if other is not None:
            score = min(score, TEMPER * ((other - cost) / UNIT - against) - RIVAL)
        if score > best[0]:
            best = score, spans
    score, spans = best
    sure = 1 / (1 + exp(-score)) if spans else 0.0
    return [Span(s.start, s.end, s.text, s.chain, sure, s.alternatives) for s in spans]


def _of_one_line(text: str, spans: list[Span], family: Family) -> float:
    """What the line that proves most by some spans gains, in nats."""
    most = 0.0
    left = shown(family.reader, family.step)
    for start, end in segments(text):
        here = [
            Piece(s.start - start, s.end - start, s.text) for s in spans if start <= s.start < end
        ]
        if here:
            line = text[start:end]
            gain = (reading_cost(line) - reading_cost(splice(line, here))) / UNIT
            most = max(most, gain - spared(line, left) / TEMPER)
    return most


def _worded(text: str, spans: list[Span]) -> bool:
    """Does an original stand among words? Of emoticons the model knows little."""
    for span in spans:
        before = text[max(0, span.start - AROUND) : span.start]
        after = text[span.end : span.end + AROUND]
        if sum(c.isalpha() for c in before + after) >= AROUND // 2:
            return True
    letters = sum(any(c.isalpha() for c in span.text) for span in spans)
    return letters > WORD


def _scattered(text: str, spans: list[Span]) -> bool:
    """Do only letters of another script come out, each by itself (``к kpe``, among Latin words)?"""
    table = load().table
    for span in spans:
        cls = table[span.text[0]].cls
        beside = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
        if cls == LATIN or cls >= FIRST_OTHER or any(map(str.isalpha, beside)):
            return False
    return True


def _mixed(text: str, spans: list[Span]) -> bool:
    """Do two scripts meet inside of a word? No original has that."""
    table = load().table
    after = {span.start: span.text[0] for span in spans}
    before = {span.end: span.text[-1] for span in spans}
    for span in spans:
        left = before.get(span.start, text[span.start - 1 : span.start])
        right = after.get(span.end, text[span.end : span.end + 1])
        for inner, outer in ((span.text[0], left), (span.text[-1], right)):
            if outer:
                here, there = table[inner].cls, table[outer].cls
                if here != there and max(here, there) < FIRST_OTHER:
                    return True
    return False
