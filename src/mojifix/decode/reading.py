"""A reading: bytes, the encoding that they are in, and the stretches that are in another one."""

from __future__ import annotations

from typing import NamedTuple

from mojifix.decode.encodings import BASE, Base, base

__all__ = ["Reading", "Stretch"]


class Stretch(NamedTuple):
    """``original[start:end]`` is ``text``, written in ``codec``."""

    start: int
    end: int
    text: str
    codec: str
    confidence: float


class Reading:
    """What bytes say. Raises ``ValueError`` where encoding does not give the bytes back."""

    __slots__ = ("_base", "_text", "bom", "data", "original", "stretches", "tail")

    def __init__(
        self,
        data: bytes,
        encoding: str,
        original: str,
        *,
        bom: bytes = b"",
        tail: bytes = b"",
        stretches: tuple[Stretch, ...] = (),
    ) -> None:
        self._base: Base = base(encoding)
        self.data = data
        self.bom = bom
        self.tail = tail
        """Bytes after the last whole code unit (UTF-16 and UTF-32); part of neither text."""
        self.original = original
        self.stretches = stretches
        self._text: str | None = None
        if self.encode(original) != data:
            raise ValueError(f"{encoding} does not give the bytes back")

    @property
    def encoding(self) -> str:
        """The name of the encoding as a whole."""
        return self._base.name

    @property
    def text(self) -> str:
        """The text, each stretch in its own encoding; undecodable bytes as lone surrogates."""
        if self._text is None:
            parts: list[str] = []
            at = 0
            for stretch in self.stretches:
                parts += self.original[at : stretch.start], stretch.text
                at = stretch.end
            self._text = "".join((*parts, self.original[at:])) if parts else self.original
        return self._text

    @property
    def undecodable(self) -> int:
        """How many bytes nothing explains."""
        if self._base.name != BASE:
            return len(self.tail)
        return escaped(self.text)

    def encode(self, text: str) -> bytes:
        """Write a text as these bytes are written. Raises ``UnicodeEncodeError``."""
        return self.bom + self._base.encode(text) + self.tail

    def length(self, start: int, end: int) -> int:
        """How many bytes a stretch of ``original`` takes."""
        return len(self._base.encode(self.original[start:end]))


def escaped(text: str) -> int:
    """Count lone surrogates that stand for bytes."""
    if text.isascii():
        return 0
    return len(text) - len(text.encode("utf-8", "surrogateescape").decode("utf-8", "ignore"))
