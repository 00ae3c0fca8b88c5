"""The nouns: Channel, Chain, Span, Finding, Repair, SpanVerdict, Verdict.

Theory of operation. A *channel* maps text to text, in the direction in which damage happens.
A *chain* is several channels in the order in which they happened. A *span* says: this stretch
of the damaged text was that text before the chain ran. A *repair* is nothing but the damaged
text and its spans, so the repaired text, the replay and the diff all follow from it.

The certificate: for each span, ``chain.damage(span.text) == original[span.start:span.end]``.
``Repair`` runs it when it is built and refuses to exist without it, so no code path can hand
out an unproved repair.

All offsets are code points into the damaged text (``Repair.original``). Everything here is
immutable, and imports nothing of mojifix but its errors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Protocol, runtime_checkable

from mojifix.errors import ReplayError

SEPARATOR = " · "
"""Between the channels of a chain when it is printed."""


@runtime_checkable
class Channel(Protocol):
    """One way in which text gets damaged. Implemented by :mod:`mojifix.channels`."""

    @property
    def name(self) -> str:
        """The canonical name, as accepted by ``mojifix.damage``: ``"utf-8>windows-1252"``."""
        ...

    @property
    def lossless(self) -> bool:
        """True where no two texts are damaged to the same text."""
        ...

    @property
    def summary(self) -> str:
        """One line for people: what happened to the text."""
        ...

    def damage(self, text: str) -> str:
        """Run the channel forward. Raises ``ChannelError`` where the channel refuses."""
        ...


@dataclass(frozen=True, slots=True)
class Chain:
    """Channels in the order in which the damage happened."""

    steps: tuple[Channel, ...] = ()

    def damage(self, text: str) -> str:
        """Run all channels forward. Raises ``ChannelError`` where one of them refuses."""
        for step in self.steps:
            text = step.damage(text)
        return text

    @property
    def lossless(self) -> bool:
        """True where every step is lossless, so that the round trip is reversible."""
        return all(step.lossless for step in self.steps)

    def __str__(self) -> str:
        return SEPARATOR.join(step.name for step in self.steps)

    def __iter__(self) -> Iterator[Channel]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)


@dataclass(frozen=True, slots=True)
class Span:
    """``original[start:end]`` was ``text`` before ``chain`` damaged it."""

    start: int
    end: int
    text: str
    chain: Chain
    confidence: float
    alternatives: tuple[str, ...] = ()
    """Other originals that replay to the same damaged text, best first (lossy chains only)."""

    @property
    def lossless(self) -> bool:
        """True where the chain is reversible: no other original is possible under it."""
        return self.chain.lossless

    def to_dict(self) -> dict[str, Any]:
        """The span as JSON-ready data."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "chain": [step.name for step in self.chain],
            "lossless": self.lossless,
            "confidence": round(self.confidence, 6),
            "alternatives": list(self.alternatives),
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """``text[start:end]`` looks damaged by ``chain``. What ``detect`` sees before any repair."""

    start: int
    end: int
    chain: Chain
    confidence: float
    candidates: tuple[str, ...] = ()
    """What the stretch may have been, best first."""

    def to_dict(self) -> dict[str, Any]:
        """The finding as JSON-ready data."""
        return {
            "start": self.start,
            "end": self.end,
            "chain": [step.name for step in self.chain],
            "confidence": round(self.confidence, 6),
            "candidates": list(self.candidates),
        }


class Repair:
    """A damaged text, its spans, and what follows from them.

    Raises ``ReplayError`` when a span does not replay, overlaps another, or leaves the text.
    """

    __slots__ = ("_text", "original", "spans")

    original: str
    spans: tuple[Span, ...]

    def __init__(self, original: str, spans: tuple[Span, ...] = ()) -> None:
        _certify(original, spans)
        self.original = original
        self.spans = spans
        self._text = _splice(original, spans)

    @property
    def text(self) -> str:
        """The repaired text; the same object as ``original`` when nothing changed."""
        return self._text

    @property
    def changed(self) -> bool:
        """True where at least one span was repaired."""
        return bool(self.spans)

    @property
    def confidence(self) -> float:
        """The confidence of the least certain span; 1.0 where there is none."""
        return min((span.confidence for span in self.spans), default=1.0)

    def replay(self) -> str:
        """Run every span's chain forward again. Equals ``original``, always."""
        parts: list[str] = []
        at = 0
        for span in self.spans:
            parts += self.original[at : span.start], span.chain.damage(span.text)
            at = span.end
        parts.append(self.original[at:])
        return "".join(parts)

    def replace(self, i: int, text: str) -> Repair:
        """Take another original for span ``i`` (one of its alternatives, or your own).

        Raises ``IndexError`` for a span that is not there and ``ReplayError`` (a
        ``ValueError``) for a text that does not replay.
        """
        if not 0 <= i < len(self.spans):
            raise IndexError(f"span {i} of a repair with {len(self.spans)} spans")
        old = self.spans[i]
        others = tuple(a for a in (old.text, *old.alternatives) if a != text)
        new = replace(old, text=text, alternatives=others)
        return Repair(self.original, (*self.spans[:i], new, *self.spans[i + 1 :]))

    def to_dict(self) -> dict[str, Any]:
        """The repair as JSON-ready data."""
        return {
            "original": self.original,
            "text": self.text,
            "changed": self.changed,
            "confidence": round(self.confidence, 6),
            "spans": [span.to_dict() for span in self.spans],
        }

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Repair):
            return NotImplemented
        return self.original == other.original and self.spans == other.spans

    def __hash__(self) -> int:
        return hash((self.original, self.spans))

    def __repr__(self) -> str:
        return (
            f"Repair(text={self.text!r}, spans={len(self.spans)}, confidence={self.confidence:.3f})"
        )


def _certify(original: str, spans: tuple[Span, ...]) -> None:
    at = 0
    for i, span in enumerate(spans):
        where = f"span {i} at code points {span.start}-{span.end}"
        if not at <= span.start < span.end <= len(original):
            raise ReplayError("spans must be sorted, disjoint and inside the text", where=where)
        at = span.end
        damaged = original[span.start : span.end]
        if span.chain.damage(span.text) != damaged:
            raise ReplayError(
                f"{span.text!r} does not become {damaged!r} through {span.chain}",
                where=where,
                remedy="give a text that the chain maps exactly to the damaged one",
            )


def _splice(original: str, spans: tuple[Span, ...]) -> str:
    if not spans:
        return original
    parts: list[str] = []
    at = 0
    for span in spans:
        parts += original[at : span.start], span.text
        at = span.end
    parts.append(original[at:])
    return "".join(parts)


class Status(str, Enum):
    """What the siblings say of one span."""

    CORROBORATED = "corroborated"
    CONTRADICTED = "contradicted"
    UNATTESTED = "unattested"

    def __str__(self) -> str:
        return self.value


class Strength(str, Enum):
    """How strongly a sibling speaks: it quotes the passage, or only has the same word."""

    PASSAGE = "passage"
    WORD = "word"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class SpanVerdict:
    """What the verifier found out about one span of a repair."""

    start: int
    end: int
    """Code points in the damaged text."""
    replays: bool
    status: Status
    strength: Strength | None = None
    sibling: str | None = None
    """The name of the sibling that speaks (a path, or its number among those given)."""
    quotation: str = ""
    """What the sibling has in that place, with some words around."""
    sibling_start: int = 0
    sibling_end: int = 0
    """Code points of the quotation in the sibling."""
    reading: str = ""
    """What the sibling has in the place of the span itself (part of ``quotation``)."""
    damaged: str = ""
    """What the damaged text has there."""
    repaired: str = ""
    """What the repair put there."""
    chain: Chain | None = None
    """The chain that was replayed; None for a change that nothing proves."""
    context: str = ""
    """The place in the damaged text, with some words around."""

    def to_dict(self) -> dict[str, Any]:
        """The verdict as JSON-ready data."""
        return {
            "start": self.start,
            "end": self.end,
            "replays": self.replays,
            "status": self.status.value,
            "strength": self.strength.value if self.strength else None,
            "sibling": self.sibling,
            "quotation": self.quotation,
            "sibling_start": self.sibling_start,
            "sibling_end": self.sibling_end,
            "reading": self.reading,
            "damaged": self.damaged,
            "repaired": self.repaired,
            "chain": [step.name for step in self.chain] if self.chain is not None else None,
            "context": self.context,
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verifier's word on a repair."""

    replays: bool
    """Every span replays, and outside the spans nothing changed."""
    spans: tuple[SpanVerdict, ...] = ()
    """One for each span of the repair, in order."""
    outside: tuple[tuple[int, int], ...] = ()
    """Where the text was changed outside of the spans, in code points of the damaged text."""

    @property
    def ok(self) -> bool:
        """Proved, and contradicted by nobody."""
        return self.replays and all(
            s.replays and s.status is not Status.CONTRADICTED for s in self.spans
        )

    def to_dict(self) -> dict[str, Any]:
        """The verdict as JSON-ready data."""
        return {
            "ok": self.ok,
            "replays": self.replays,
            "spans": [span.to_dict() for span in self.spans],
            "outside": [list(stretch) for stretch in self.outside],
        }
