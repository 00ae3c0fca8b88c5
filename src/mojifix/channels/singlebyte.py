"""Single-byte codecs: tables of 256 characters, run through C."""

from __future__ import annotations

from codecs import charmap_build, charmap_decode, charmap_encode
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from mojifix.channels.base import Codec
from mojifix.channels.catalogue import Row
from mojifix.channels.tables import OWN

UNDEFINED = "\ufffe"
"""In a decoding table, the mark of an undefined byte (as ``codecs.charmap_decode`` has it)."""

Table = Sequence[str | None]
"""The character of each of the 256 bytes, None where undefined."""


class TableCodec(Codec):
    """A single-byte codec. ``build`` gives its 256 characters when they are first needed."""

    __slots__ = ("_build", "_byte_of", "_chars", "_decoding", "_encoding", "_errors")

    single_byte = True

    def __init__(
        self,
        name: str,
        aliases: tuple[str, ...],
        summary: str,
        build: Callable[[], Table],
        *,
        errors: str = "strict",
    ) -> None:
        super().__init__(name, aliases, summary, lossy=errors == "ignore")
        self._build = build
        self._errors = errors
        self._chars: tuple[str | None, ...] | None = None
        self._byte_of: Mapping[str, int] = {}
        self._decoding = ""
        self._encoding: Any = None

    def encode(self, text: str) -> bytes:
        """Encode by the table. Raises ``UnicodeEncodeError`` for what is not in it."""
        if self._encoding is None:
            self._load()
        try:
            return charmap_encode(text, "strict", self._encoding)[0]
        except UnicodeEncodeError as error:
            error.encoding = self.name
            raise

    def decode(self, data: bytes) -> str:
        """Decode by the table. Raises ``UnicodeDecodeError`` for its holes."""
        try:
            return charmap_decode(data, self._errors, self._decoding or self.decoding)[0]
        except UnicodeDecodeError as error:
            error.encoding = self.name
            raise

    def begin(self, data: bytes) -> tuple[str, bytes]:
        """Decode all: every byte is complete."""
        return self.decode(data), b""

    @property
    def chars(self) -> tuple[str | None, ...]:
        """The table."""
        if self._chars is None:
            self._chars = tuple(self._build())
        return self._chars

    @property
    def byte_of(self) -> Mapping[str, int]:
        """The table, inverted; of several bytes the lowest."""
        if self._encoding is None:
            self._load()
        return self._byte_of

    @property
    def decoding(self) -> str:
        """``chars`` as a table for ``codecs.charmap_decode``, undefined bytes as U+FFFE."""
        if not self._decoding:
            self._decoding = "".join(UNDEFINED if char is None else char for char in self.chars)
        return self._decoding

    def _load(self) -> None:
        chars = self.chars
        # Backwards, so that of several bytes the lowest counts.
        both = dict(zip(reversed(chars), range(255, -1, -1), strict=True))
        byte_of = {char: byte for char, byte in both.items() if char is not None}
        decoding = self.decoding
        self._byte_of = MappingProxyType(byte_of)
        if len(byte_of) == 256 - decoding.count(UNDEFINED):
            self._encoding = charmap_build(decoding)
        else:  # charmap_build would take the highest byte of each
            self._encoding = {ord(char): byte for char, byte in byte_of.items()}

    def _find_twins(self) -> dict[str, tuple[bytes, ...]]:
        twins: dict[str, tuple[bytes, ...]] = {}
        for byte, char in enumerate(self.chars):
            if char is not None and self.byte_of[char] != byte:
                twins[char] = (*twins.get(char, ()), bytes((byte,)))
        return twins


def source_table(row: Row) -> list[str | None]:
    """What the source of a single-byte codec has, without anything filled in."""
    if row.kind == "own":
        return OWN[row.name]()
    from mojifix.channels.pages import PAGES  # many a text needs none of them

    page = PAGES[row.source]
    page = "".join(map(chr, range(256 - len(page)))) + page
    return [None if char == "\ufffd" else char for char in page]


def catalogue_table(row: Row) -> list[str | None]:
    """What the catalogue has: sloppy pages get the character of the same number."""
    table = source_table(row)
    if row.kind == "sloppy":
        return [chr(byte) if char is None else char for byte, char in enumerate(table)]
    return table
