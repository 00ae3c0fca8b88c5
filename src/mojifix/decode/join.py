"""Spans of the text, as spans of what the bytes are in their own encoding.

Where the text was damaged within a stretch that is in another encoding, the damage came first and
the wrong encoding after it: one span with one chain. The rest of such a stretch is cut at the
borders of these spans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from mojifix.decode.reading import Reading, Stretch
from mojifix.errors import ChannelError
from mojifix.model import Chain, Channel, Span


@cache
def step(codec: str) -> Channel:
    """The channel that a stretch in this encoding went through."""
    from mojifix.channels.misread import misread  # most files have no stretches

    return misread(codec, "utf-8/surrogateescape")


def joined(reading: Reading, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans of ``reading.original``, from those of ``reading.text``."""
    if not reading.stretches:
        return tuple(spans)
    return tuple(_walk(reading, list(spans)))


def _walk(reading: Reading, spans: list[Span]) -> Iterator[Span]:
    shift = 0  # from offsets in the text to offsets in the original
    todo = spans[::-1]
    for stretch in reading.stretches:
        start = stretch.start - shift
        end = start + len(stretch.text)
        while todo and todo[-1].end <= start:
            yield _moved(todo.pop(), shift)
        inside = []
        while todo and todo[-1].start < end:
            inside.append(todo.pop())
        yield from _within(reading.original, stretch, start, inside)
        shift += stretch.end - stretch.start - len(stretch.text)
        if inside and inside[-1].end > end:
            continue  # it leaves the stretch: not repaired
    while todo:
        yield _moved(todo.pop(), shift)


def _within(original: str, stretch: Stretch, start: int, spans: list[Span]) -> list[Span]:
    """The spans of one stretch; only the stretch itself where they can't be told apart."""
    channel = step(stretch.codec)
    whole = Span(stretch.start, stretch.end, stretch.text, Chain((channel,)), stretch.confidence)
    if not spans or spans[0].start < start or spans[-1].end > start + len(stretch.text):
        return [whole]
    pieces: list[Span] = []
    at, done = 0, stretch.start
    borders = [(s.start - start, s.end - start, s) for s in spans]
    try:
        for first, last, span in borders:
            before = channel.damage(stretch.text[at:first])
            if not before.isascii():
                pieces.append(
                    Span(done, done + len(before), stretch.text[at:first], *_alone(stretch))
                )
            done += len(before)
            chain = Chain((*span.chain.steps, channel))
            length = len(chain.damage(span.text))
            sure = min(span.confidence, stretch.confidence)
            pieces.append(Span(done, done + length, span.text, chain, sure, span.alternatives))
            done += length
            at = last
        rest = channel.damage(stretch.text[at:])
        if not rest.isascii():
            pieces.append(Span(done, done + len(rest), stretch.text[at:], *_alone(stretch)))
        done += len(rest)
    except ChannelError:
        return [whole]
    fits = done == stretch.end and all(
        p.chain.damage(p.text) == original[p.start : p.end] for p in pieces
    )
    return pieces if fits else [whole]


def _alone(stretch: Stretch) -> tuple[Chain, float]:
    return Chain((step(stretch.codec),)), stretch.confidence


def _moved(span: Span, by: int) -> Span:
    return Span(
        span.start + by, span.end + by, span.text, span.chain, span.confidence, span.alternatives
    )
