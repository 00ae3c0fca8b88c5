"""Repair: undo damage where the proof is at hand and the margin is wide.

Misreadings that lose nothing come first; on what they leave, the losses. The repaired text is
looked at again until nothing more is found, so that repairing twice changes nothing.
"""

from __future__ import annotations

from mojifix.channels.misread import Misread
from mojifix.config import DEFAULT, Config
from mojifix.engine.gate import Stretch, gate
from mojifix.engine.legacy import legacy_worth, with_legacy
from mojifix.engine.lossy import lossy_spans, lossy_worth
from mojifix.engine.search import lossless_spans
from mojifix.engine.sites import runs_of
from mojifix.engine.sure import chain_of
from mojifix.errors import ChannelError
from mojifix.model import Chain, Repair, Span

CERTAIN = 0.9999
"""The confidence of the fast road."""
SURE = 0.9
"""The confidence from which on a span is repaired, whatever ``min_confidence`` asks on top."""
KNOWN = 8.0
KNOWN_LOST = 12.0
"""Nats in favor of a reader that has already damaged another place of the document, and of one
that lost something there."""
_ROUNDS = 6
"""Times that a repaired text is looked at again. One round settled all but 17 of 28,959 texts."""


def repair(text: str, *, siblings: object = None, config: Config | None = None) -> Repair:
    """Repair a text and show the proof.

    Raises ``TypeError`` for anything but a str.
    """
    config = _checked(text, config)
    if not _fires(text):
        return Repair(text)
    whole = _whole(text, config)
    spans = _runs(text, whole[0]) if whole is not None else _settled(text, config)
    return Repair(text, tuple(span for span in spans if _wanted(span, config)))


def _wanted(span: Span, config: Config) -> bool:
    return span.confidence >= config.min_confidence and (
        config.channels is None or all(step.name in config.channels for step in span.chain)
    )


def _settled(text: str, config: Config) -> tuple[Span, ...]:
    """The spans of a text, found again and again until there are no more.

    What is sure does not depend on ``min_confidence``, which only drops spans in the end; so
    asking for more confidence never brings in another span.
    """
    found: tuple[Span, ...] = ()
    for _ in range(_ROUNDS):
        done = Repair(text, found)
        more = _more(done.text, found, config, gate().stretches(done.text))
        if not more:
            return found
        merged = _merge(done, more)
        if merged is None:
            break
        found = merged
    # What does not settle is not understood: leave it alone, so that repairing is idempotent.
    return ()


def fix(text: str, *, config: Config | None = None) -> str:
    """The repaired text; the same object where nothing is to repair."""
    config = _checked(text, config)
    if not _fires(text):
        return text
    whole = _whole(text, config)
    return whole[1] if whole is not None else repair(text, config=config).text


def _fires(text: str) -> bool:
    return not text.isascii() and (
        gate().fires(text) or lossy_worth(text) or legacy_worth(text)
    )


def _checked(text: str, config: Config | None) -> Config:
    if not isinstance(text, str):
        raise TypeError(f"mojifix repairs str, not {type(text).__name__}; decode bytes first")
    return config or DEFAULT


def _whole(text: str, config: Config) -> tuple[tuple[Misread, ...], str] | None:
    """The chain that explains the whole text beyond doubt, and what it was."""
    whole = chain_of(text, config.max_layers)
    if whole is None or config.min_confidence > CERTAIN:
        return None
    # Only if that was all: what has more damage under it, or beside it, takes the long road.
    return whole if repair(whole[1], config=config).text is whole[1] else None


def _runs(text: str, steps: tuple[Misread, ...]) -> tuple[Span, ...]:
    """The runs of a text that was damaged from beginning to end."""
    chain = Chain(steps)
    spans: list[Span] = []
    for start, end in runs_of(text, 0, len(text)):
        original = text[start:end]
        for step in reversed(steps):
            original = step.read.encode(original).decode()
        spans.append(Span(start, end, original, chain, CERTAIN))
    return tuple(spans)


def _more(
    text: str, found: tuple[Span, ...], config: Config, worth: list[Stretch]
) -> tuple[Span, ...]:
    """Spans in a text that is already repaired as far as ``found`` goes."""
    sure = tuple(span for span in lossless_spans(text, config, worth) if span.confidence >= SURE)
    sure = with_legacy(text, sure, SURE)
    if sure or config.lossy != "repair":
        return sure
    known: dict[str, float] = {}
    for span in found:
        bonus = KNOWN if span.lossless else KNOWN_LOST
        for step in span.chain:
            if isinstance(step, Misread):
                known[step.read.name] = max(bonus, known.get(step.read.name, 0.0))
    return tuple(span for span in lossy_spans(text, known) if span.confidence >= SURE)


def _merge(done: Repair, new: tuple[Span, ...]) -> tuple[Span, ...] | None:
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
