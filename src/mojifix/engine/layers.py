"""Damage under damage: spans of a repaired text as spans of the text that it was made of."""

from __future__ import annotations

from mojifix.errors import ChannelError
from mojifix.model import Chain, Repair, Span


def merged(done: Repair, new: tuple[Span, ...]) -> tuple[Span, ...] | None:
    """Spans of the original text, from its spans and those of the text they lead to.

    Where a new span lies over old ones, the new chain happened first, and the old one ran over
    all of it. None where that does not replay.
    """
    result: list[Span] = []
    shift = 0  # from offsets in the repaired text to offsets in the original
    old = list(done.spans)
    for span in new:
        while old and old[0].start - shift + len(old[0].text) <= span.start:
            result.append(old[0])
            shift = old[0].end - (old[0].start - shift + len(old[0].text))
            old.pop(0)
        start, end = span.start, span.end
        left = start + shift
        over: list[Span] = []
        while old and old[0].start - shift < end:
            over.append(old.pop(0))
            after = over[-1].start - shift + len(over[-1].text)
            start, end = min(start, over[-1].start - shift), max(end, after)
            left = min(left, over[-1].start)
            shift = over[-1].end - after
        if not over:
            result.append(_moved(span, shift))
            continue
        text = done.text[start : span.start] + span.text + done.text[span.end : end]
        joined = _joined(done.original, left, end + shift, text, span, over)
        if joined is None:
            return None
        result.append(joined)
    return (*result, *old)


def _joined(
    original: str, start: int, end: int, text: str, span: Span, over: list[Span]
) -> Span | None:
    """One span for a new one that lies over old ones, if it replays."""
    chain = Chain((*span.chain.steps, *over[0].chain.steps))
    try:
        if chain.damage(text) != original[start:end]:
            return None
    except ChannelError:
        return None
    return Span(start, end, text, chain, min(span.confidence, *(s.confidence for s in over)))


def _moved(span: Span, by: int) -> Span:
    return Span(
        span.start + by, span.end + by, span.text, span.chain, span.confidence, span.alternatives
    )
