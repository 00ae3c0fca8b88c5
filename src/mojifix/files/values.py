"""A value of a structured text, and how a repair of it becomes one of the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mojifix.errors import ChannelError
from mojifix.model import Chain, Span


@dataclass(frozen=True, slots=True)
class Value:
    """``text`` is what stands from ``start`` to ``end``, and means the same as what is there."""

    start: int
    end: int
    group: str
    """Values of one group come from one source: a column, or a key."""
    text: str
    forbidden: frozenset[str]
    """Characters that are structure here."""
    raw: str = ""
    offsets: Sequence[int] | None = None
    """Where each character of ``text`` begins in ``raw``, and where the last one ends; None where
    the value is written as it is."""

    def placed(self, span: Span) -> Span | None:
        """The span in the file; None where it would touch the structure."""
        if self.offsets is not None:
            first, last = self.offsets[span.start], self.offsets[span.end]
            raw = self.raw[first:last]
            if "\\" in raw:
                return self._escaped(span, first, last, raw)
            return self._moved(span, self.start + first - span.start, raw)
        return self._moved(span, self.start, self.text[span.start : span.end])

    def _moved(self, span: Span, by: int, damaged: str) -> Span | None:
        if not self.forbidden.isdisjoint(span.text) or not self.forbidden.isdisjoint(damaged):
            return None
        others = tuple(o for o in span.alternatives if self.forbidden.isdisjoint(o))
        return Span(span.start + by, span.end + by, span.text, span.chain, span.confidence, others)

    def _escaped(self, span: Span, first: int, last: int, raw: str) -> Span | None:
        r"""Damage behind escapes: ``\u00c3\u00a9`` was ``\u00e9``, and stays escaped."""
        from mojifix.channels import ESCAPES, channel

        # A quote or a backslash would be written in another way than everything else.
        if not self.forbidden.isdisjoint(span.text):
            return None
        for name in ("json-escapes", "json-escapes-upper"):
            try:
                text = channel(name).damage(span.text)
                steps = (ESCAPES[f"unescape-{name}"], *span.chain.steps, channel(name))
                if Chain(steps).damage(text) == raw:
                    begin = self.start + first
                    end = self.start + last
                    return Span(begin, end, text, Chain(steps), span.confidence)
            except (ChannelError, KeyError):
                continue
        return None
