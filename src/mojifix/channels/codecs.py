"""The codecs: strict, fast, and decoding as browsers and Windows do.

Theory of operation. :mod:`.catalogue` says which codecs there are; a :class:`Codec` makes its
tables from it when it is first used, so that importing this module builds none. Everything
here is strict: a byte or character without a counterpart raises. What lenient decoders write
instead is damage of its own and lives in :mod:`.policies`.

Windows code pages leave some bytes undefined. Decoders in the field (browsers, by the WHATWG
Encoding Standard; Windows; ftfy's "sloppy" codecs) read them as the character of the same
number, which is the C1 control where the byte is below A0. So does this catalogue. ISO, Mac and
DOS pages keep their holes.
"""

from __future__ import annotations

from codecs import charmap_build, charmap_decode, charmap_encode
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from mojifix.channels.catalogue import ROWS, Row
from mojifix.errors import ChannelError

UNDEFINED = "\ufffe"
"""In a decoding table, the mark of an undefined byte (as ``codecs.charmap_decode`` has it)."""

_MAX_PATHS = 64
"""Byte strings that ``encodings`` keeps at a time. Ambiguous characters are rare (396 of 9,402
in cp932, 12 of 18,516 in big5hkscs) and the check of the prefix weeds out most combinations."""


class Codec:
    """One way to write text as bytes. Compare and hash by name; there is one object per name."""

    __slots__ = (
        "_byte_of",
        "_chars",
        "_decoding",
        "_encoding",
        "_twins",
        "aliases",
        "name",
        "single_byte",
        "source",
        "summary",
        "sloppy",
    )

    name: str
    aliases: tuple[str, ...]
    summary: str
    source: str
    """The codec of Python's standard library that has the facts; empty where none has."""
    single_byte: bool
    """One byte is one character, independent of its neighbors."""
    sloppy: bool
    """Bytes that the source leaves undefined are the character of the same number."""

    def __init__(self, row: Row) -> None:
        self.name = row.name
        self.aliases = tuple(row.aliases.split())
        self.summary = row.summary
        self.source = row.source
        self.single_byte = row.kind != "direct"
        self.sloppy = row.kind == "sloppy"
        self._chars: tuple[str | None, ...] | None = None
        self._byte_of: Mapping[str, int] | None = None
        self._decoding = ""
        self._encoding: Any = None
        self._twins: Mapping[str, tuple[bytes, ...]] | None = None

    def __repr__(self) -> str:
        return f"codec({self.name!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return codec, (self.name,)

    @property
    def chars(self) -> tuple[str | None, ...]:
        """The character of each of the 256 bytes, None where undefined.

        Raises ``ChannelError`` for a codec that is not single-byte.
        """
        if self._chars is None:
            self._build()
        assert self._chars is not None
        return self._chars

    @property
    def byte_of(self) -> Mapping[str, int]:
        """The byte of each character: the inverse of ``chars`` (the lowest byte, if several).

        Raises ``ChannelError`` for a codec that is not single-byte.
        """
        if self._byte_of is None:
            self._build()
        assert self._byte_of is not None
        return self._byte_of

    @property
    def decoding(self) -> str:
        """``chars`` as a table for ``codecs.charmap_decode``, undefined bytes as U+FFFE."""
        if not self._decoding:
            self._build()
        return self._decoding

    @property
    def injective(self) -> bool:
        """No two byte strings decode to the same text."""
        return not self.twins

    @property
    def twins(self) -> Mapping[str, tuple[bytes, ...]]:
        """Bytes that decode to a character although ``encode`` writes it with others."""
        if self._twins is None:
            self._twins = MappingProxyType(_find_twins(self))
        return self._twins

    def encode(self, text: str) -> bytes:
        """The bytes of ``text``. Raises ``UnicodeEncodeError`` for what has none."""
        try:
            if not self.single_byte:
                return text.encode(self.source)
            if self._encoding is None:
                self._build()
            return charmap_encode(text, "strict", self._encoding)[0]
        except UnicodeEncodeError as error:
            error.encoding = self.name
            raise

    def decode(self, data: bytes) -> str:
        """The text of ``data``. Raises ``UnicodeDecodeError`` for bytes that are undefined."""
        try:
            if not self.single_byte:
                return data.decode(self.source)
            return charmap_decode(data, "strict", self._decoding or self.decoding)[0]
        except UnicodeDecodeError as error:
            error.encoding = self.name
            raise

    def encodings(self, text: str) -> Iterator[bytes]:
        """Byte strings that decode to ``text``, the one that ``encode`` writes first.

        There are several where the codec has twins; not more than 64 are given.
        Raises ``UnicodeEncodeError`` like ``encode``.
        """
        yield self.encode(text)

    def _build(self) -> None:
        if not self.single_byte:
            raise ChannelError(
                "it has no table of 256 characters", where=self.name, remedy="use decode"
            )
        chars = _table(self)
        byte_of: dict[str, int] = {}
        for byte, char in enumerate(chars):
            if char is not None:
                byte_of.setdefault(char, byte)
        decoding = "".join(UNDEFINED if char is None else char for char in chars)
        defined = len(decoding) - decoding.count(UNDEFINED)
        if len(byte_of) == defined:
            self._encoding = charmap_build(decoding)
        else:  # charmap_build would take the highest byte of each
            self._encoding = {ord(char): byte for char, byte in byte_of.items()}
        self._chars = tuple(chars)
        self._byte_of = MappingProxyType(byte_of)
        self._decoding = decoding


def _table(codec: Codec) -> list[str | None]:
    if not codec.source:
        from mojifix.channels.tables import OWN

        return OWN[codec.name]()
    text = bytes(range(256)).decode(codec.source, "replace")
    return [
        (chr(byte) if codec.sloppy else None) if char == "\ufffd" else char
        for byte, char in enumerate(text)
    ]


def _find_twins(codec: Codec) -> dict[str, tuple[bytes, ...]]:
    twins: dict[str, tuple[bytes, ...]] = {}
    if codec.single_byte:
        for byte, char in enumerate(codec.chars):
            if char is not None and codec.byte_of[char] != byte:
                twins[char] = (*twins.get(char, ()), bytes((byte,)))
    return twins


_ROWS = {row.name: Codec(row) for row in ROWS}
CODECS: Mapping[str, Codec] = MappingProxyType(_ROWS)
"""All codecs by their canonical name, in catalogue order."""

_ALIASES = {alias: found for found in _ROWS.values() for alias in (found.name, *found.aliases)}


def codec(name: str) -> Codec:
    """The codec of this name or alias; case, ``_`` and blanks don't matter.

    Raises ``ChannelError`` for a name that is not in the catalogue.
    """
    found = _ALIASES.get(name) or _ALIASES.get(_normal(name))
    if found is None:
        raise ChannelError("unknown codec", where=repr(name), remedy=closest(name, _ALIASES))
    return found


def closest(name: str, known: Mapping[str, object]) -> str:
    """A remedy: which of the ``known`` names may be meant by ``name``."""
    from difflib import get_close_matches

    near = get_close_matches(_normal(name), known, n=3, cutoff=0.6)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return "mojifix.channels() lists all names"


def _normal(name: str) -> str:
    return "-".join(name.lower().replace("_", " ").replace("-", " ").split())
