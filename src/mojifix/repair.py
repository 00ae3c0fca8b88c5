"""Repair: undo damage where the proof is at hand and the margin is wide.

Misreadings that lose nothing come first; on what they leave, the losses. The repaired text is
looked at again until nothing more is found, so that repairing twice changes nothing.
"""

from __future__ import annotations

from mojifix.channels.misread import Misread
from mojifix.config import DEFAULT, Config
from mojifix.engine.lossy import lossy_spans
from mojifix.engine.search import lossless_spans
from mojifix.model import Repair, Span

KNOWN = 12.0
"""Nats in favor of a reader that has already damaged another place of the document."""
_ROUNDS = 6
"""Times that a repaired text is looked at again. One round settled all but 17 of 28,959 texts."""


def repair(text: str, *, siblings: object = None, config: Config | None = None) -> Repair:
    """Repair a text and show the proof."""
    if not isinstance(text, str):
        raise TypeError(f"mojifix repairs str, not {type(text).__name__}; decode bytes first")
    config = config or DEFAULT
    if text.isascii():
        return Repair(text)
    found: tuple[Span, ...] = ()
    for _ in range(_ROUNDS):
        more = _more(Repair(text, found).text, found, config)
        if not more:
            return Repair(text, found)
        merged = _merge(found, more)
        if merged is None:
            break
        found = merged
    # What does not settle is not understood: leave it alone, so that repairing is idempotent.
    return Repair(text)


def _more(text: str, found: tuple[Span, ...], config: Config) -> tuple[Span, ...]:
    """Spans in a text that is already repaired as far as ``found`` goes."""
    if text.isascii():
        return ()
    known = {
        step.read.name: KNOWN
        for span in found
        for step in span.chain
        if isinstance(step, Misread)
    }
    sure = tuple(s for s in lossless_spans(text, config) if s.confidence >= config.min_confidence)
    if sure or config.lossy != "repair":
        return sure
    return tuple(s for s in lossy_spans(text, known) if s.confidence >= config.min_confidence)


def fix(text: str, *, config: Config | None = None) -> str:
    """The repaired text; the same object where nothing is to repair."""
    return repair(text, config=config).text


def _merge(old: tuple[Span, ...], new: tuple[Span, ...]) -> tuple[Span, ...] | None:
    """Spans of the original text, from its spans and those of the text they lead to.

    None where the second damage lies across the borders of the first.
    """
    if not old:
        return new
    result: list[Span] = []
    shift = 0  # from offsets in the repaired text to offsets in the original
    rest = list(new)
    for span in old:
        start, end = span.start - shift, span.start - shift + len(span.text)
        while rest and rest[0].end <= start:
            result.append(_moved(rest.pop(0), shift))
        if rest and rest[0].start < end:
            return None
        result.append(span)
        shift = span.end - end
    result += (_moved(span, shift) for span in rest)
    return tuple(result)


def _moved(span: Span, by: int) -> Span:
    return Span(
        span.start + by, span.end + by, span.text, span.chain, span.confidence, span.alternatives
    )
