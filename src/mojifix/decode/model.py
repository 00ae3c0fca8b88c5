"""The nouns of decoding: where a span is in the bytes, and a repair that replays to bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mojifix.decode.reading import Reading
from mojifix.errors import ReplayError
from mojifix.model import Repair, Span


@dataclass(frozen=True, slots=True)
class ByteSpan(Span):
    """A span that also knows its place in the bytes, byte order mark included."""

    byte_start: int = 0
    byte_end: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The span as JSON-ready data."""
        # No super(): a dataclass with slots is another class than the one that is defined here.
        return {
            **Span.to_dict(self),
            "byte_start": self.byte_start,
            "byte_end": self.byte_end,
        }


class Decoded(Repair):
    """The repair of bytes.

    ``original`` is what the bytes are in their own ``encoding``, one lone surrogate for each byte
    that is not; ``text`` is what they were meant to be. Spans are :class:`ByteSpan`. Raises
    ``ReplayError`` where the spans do not lead back to the bytes.
    """

    __slots__ = ("_reading",)

    def __init__(self, reading: Reading, spans: Sequence[Span] = ()) -> None:
        super().__init__(reading.original, _placed(reading, spans))
        self._reading = reading

    @property
    def reading(self) -> Reading:
        """What the bytes say, before any repair."""
        return self._reading

    @property
    def data(self) -> bytes:
        """The bytes that were decoded."""
        return self._reading.data

    @property
    def encoding(self) -> str:
        """The encoding of the bytes as a whole, by its name in Python or in ``channels``."""
        return self._reading.encoding

    @property
    def bom(self) -> bytes:
        """The byte order mark, which is part of neither text; empty where there is none."""
        return self._reading.bom

    @property
    def undecodable(self) -> int:
        """How many bytes nothing explains; each is a lone surrogate in ``text``."""
        return self._reading.undecodable

    def replay(self) -> bytes:  # type: ignore[override]
        """Run every span's chain forward again, and encode. Equals ``data``, always."""
        # The one place where a child's answer is of another type: these are bytes, and what
        # was damaged are bytes.
        return self._reading.encode(super().replay())

    def replace(self, i: int, text: str) -> Decoded:
        """Take another original for span ``i``, as :meth:`mojifix.Repair.replace` does."""
        return Decoded(self._reading, super().replace(i, text).spans)

    def to_dict(self) -> dict[str, Any]:
        """The repair as JSON-ready data."""
        return {
            **super().to_dict(),
            "encoding": self.encoding,
            "bom": self.bom.hex(),
            "undecodable": self.undecodable,
        }


def _placed(reading: Reading, spans: Sequence[Span]) -> tuple[ByteSpan, ...]:
    """Count bytes from span to span, once over the text."""
    at, byte = 0, len(reading.bom)
    placed = []
    try:
        for span in spans:
            start = byte + reading.length(at, span.start)
            byte = start + reading.length(span.start, span.end)
            at = span.end
            fields = (span.start, span.end, span.text, span.chain, span.confidence)
            placed.append(ByteSpan(*fields, span.alternatives, start, byte))
    except UnicodeError as error:
        raise ReplayError(f"the bytes do not come back: {error}") from error
    return tuple(placed)
