"""What siblings say about places that lost something.

A loss has several originals, and neighbors may not tell which it was. A sibling that quotes the
passage does: the original that it has in the place is taken, if it replays, and places that were
too uncertain to repair are repaired on its word.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mojifix.config import Config
from mojifix.engine.layers import merged
from mojifix.engine.pipeline import SURE, doubted
from mojifix.model import Chain, Repair, Span
from mojifix.siblings import Siblings

if TYPE_CHECKING:
    from mojifix.siblings.sources import Sources

WITNESSED = 0.99
"""The confidence of what a sibling quotes in the place, with words that agree on both sides."""


def asked(
    text: str, spans: tuple[Span, ...], siblings: Siblings | Sources, config: Config
) -> tuple[Span, ...]:
    """The spans after siblings were asked about the lossy ones."""
    index = Siblings.of(siblings)
    if not len(index):
        return spans
    heard = tuple(_heard(text, span, index) or span for span in spans)
    done = Repair(text, heard)
    more = tuple(
        found
        for span in doubted(done.text, heard, config)
        if span.confidence < SURE and (found := _heard(done.text, span, index))
    )
    return (merged(done, more) or heard) if more else heard


def _heard(text: str, span: Span, index: Siblings) -> Span | None:
    """The span as the strongest witness has it; None where nobody quotes the passage."""
    if not span.alternatives:
        return None
    damaged = text[span.start : span.end]
    chain: Chain = span.chain

    def replays(original: str) -> bool:
        try:
            return chain.damage(original) == damaged
        except ValueError:
            return False

    known = (span.text, *span.alternatives)
    for witness in index.witnesses(text, span.start, span.end, accepts=replays):
        if witness.both_sides and witness.accepted and witness.text in known:
            others = tuple(other for other in known if other != witness.text)
            return replace(
                span,
                text=witness.text,
                alternatives=others,
                confidence=max(WITNESSED, span.confidence),
            )
    return None
