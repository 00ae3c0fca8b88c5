"""Misreadings: text that was encoded one way and decoded another way.

``damage`` encodes with ``written`` and decodes with ``read``, both strictly. ``undo`` goes the
other way and gives only texts that replay: where ``read`` has several byte strings for one text
(cp932 and a few others), each that ``written`` can decode is a candidate.
"""

from __future__ import annotations

from codecs import charmap_decode
from typing import Any

from mojifix.channels.codecs import UNDEFINED, Codec, codec
from mojifix.errors import ChannelError

ARROW = ">"
"""Between what was written and what was read, in a channel's name."""


class Misread:
    """Encoded as ``written``, decoded as ``read``. Compare and hash by name."""

    __slots__ = ("_hash", "name", "read", "written")

    name: str
    written: Codec
    read: Codec

    def __init__(self, written: Codec, read: Codec) -> None:
        self.written = written
        self.read = read
        self.name = f"{written.name}{ARROW}{read.name}"
        self._hash = hash(self.name)

    @property
    def lossless(self) -> bool:
        """True where no two texts are damaged to the same text."""
        return self.read.injective

    @property
    def summary(self) -> str:
        """One line for people."""
        return f"written as {self.written.summary}, read as {self.read.summary}"

    def damage(self, text: str) -> str:
        """Encode as ``written``, decode as ``read``. Raises ``ChannelError`` where one can't."""
        try:
            return self.read.decode(self.written.encode(text))
        except UnicodeError as error:
            raise _refusal(self, text, error) from None

    def undo(self, text: str) -> tuple[str, ...]:
        """What ``text`` may have been: texts that ``damage`` maps to it, likeliest first."""
        try:
            candidate = self.written.decode(self.read.encode(text))
            if self.damage(candidate) == text:
                return (candidate,)
        except (UnicodeError, ChannelError):
            pass
        return ()

    def damage_marking(self, text: str, mark: str) -> str | None:
        """Like ``damage``, with ``mark`` for bytes that ``read`` leaves undefined.

        None where bytes depend on their neighbors, so that marking could mislead. Raises
        ``ChannelError`` where ``written`` refuses. For those who damage many lines at once.
        """
        if not self.read.single_byte:
            return None
        try:
            data = self.written.encode(text)
        except UnicodeError as error:
            raise _refusal(self, text, error) from None
        table = self.read.decoding.replace(UNDEFINED, mark)
        return charmap_decode(data, "strict", table)[0]

    def __repr__(self) -> str:
        return f"misread({self.written.name!r}, {self.read.name!r})"

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Misread) and self.name == other.name)

    def __hash__(self) -> int:
        return self._hash

    def __reduce__(self) -> tuple[Any, ...]:
        return misread, (self.written.name, self.read.name)


_CACHE: dict[tuple[str, str], Misread] = {}


def misread(written: str, read: str) -> Misread:
    """The misreading of ``written`` as ``read`` (names or aliases of codecs).

    The same names give the same object. Raises ``ChannelError`` for an unknown name.
    """
    found = _CACHE.get((written, read))
    if found is None:
        first, second = codec(written), codec(read)
        made = _CACHE.setdefault((first.name, second.name), Misread(first, second))
        found = _CACHE.setdefault((written, read), made)
    return found


def _refusal(channel: Misread, text: str, error: UnicodeError) -> ChannelError:
    if isinstance(error, UnicodeEncodeError):
        char = text[error.start]
        return ChannelError(
            f"{channel.written.name} has no byte for {char!r} (U+{ord(char):04X})",
            where=f"code point {error.start}",
        )
    assert isinstance(error, UnicodeDecodeError)
    culprits = error.object[error.start : error.end].hex(" ").upper()
    return ChannelError(
        f"{channel.read.name} has no character for {culprits}", where=f"byte {error.start}"
    )
