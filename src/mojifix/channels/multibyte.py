"""Codecs with characters of more than one byte: Python's, and the codes that it lacks.

Three catalogue entries differ from the codec of the standard library that they are made of:

``gb18030``  byte 80 is the euro sign, for every browser and for Windows (code page 936)
``euc-jp``   rows 13 and 89 to 92 of JIS X 0208 as NEC and IBM extended it: circled digits,
             Roman numerals, 374 rarer kanji. Every browser and Windows have them; they are
             the codes of cp932 in another arrangement.
``cp932``    nothing is added, but its byte strings are not unique: NEC's and IBM's copies of
             the same characters both exist, and ``encode`` writes one of them.

An addition is made in an error handler, so that text without it stays at the speed of C.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from mojifix.channels.base import Codec

Fallback = Callable[[UnicodeError], tuple[str | bytes, int]]
"""An error handler as ``codecs.register_error`` takes it."""

_REFUSED = {"euc-jp": "¥‾"}
"""Characters that Python writes as the ASCII byte in whose place Japanese fonts draw them (5C,
7E). No reader of EUC-JP gives them back, and a repair must not touch ASCII."""

_TWIN_LEADS = {
    "cp932": b"\x87\xee\xfa\xfb\xfc",
    "euc-jp": b"\xad\xf9\xfa\xfb\xfc",
    "big5hkscs": b"\xa1\xa2",
    "cp950": b"\xa2\xf9",
}
"""First bytes of the codes that ``encode`` does not write although ``decode`` reads them, found by
going through all codes (which the tests repeat): looking for them there takes 2 ms, not 30."""

HIGH = range(0x80, 0x100)


_WRITES = {"replace": "\ufffd", "mojifix.question": "?"}
"""What a decoder writes with these error handlers."""

_KEEPS = ("strict", "surrogateescape")
"""Error handlers under which no byte is lost, and which therefore also serve to encode."""


class DirectCodec(Codec):
    """A codec of the standard library, with the additions above.

    ``fallback`` names the error handler of its decoder for what even the additions don't have.
    """

    __slots__ = ("_decode_errors", "_encode_errors", "source")

    source: str
    """The name of the codec in the standard library."""

    def __init__(
        self,
        name: str,
        aliases: tuple[str, ...],
        summary: str,
        source: str,
        *,
        fallback: str = "strict",
    ) -> None:
        filler = _WRITES.get(fallback, "")
        super().__init__(name, aliases, summary, lossy=fallback not in _KEEPS, filler=filler)
        self.source = source
        self._decode_errors = _with_additions(source, fallback)
        self._encode_errors = _with_additions(source, fallback if fallback in _KEEPS else "strict")

    def encode(self, text: str) -> bytes:
        """Let Python's codec encode. Raises ``UnicodeEncodeError`` for what has no code."""
        for char in _REFUSED.get(self.source, ""):
            at = text.find(char)
            if at >= 0:
                raise UnicodeEncodeError(self.name, text, at, at + 1, "no code")
        try:
            return text.encode(self.source, self._encode_errors)
        except UnicodeEncodeError as error:
            error.encoding = self.name
            raise

    def decode(self, data: bytes) -> str:
        """Let Python's codec decode. Raises ``UnicodeDecodeError`` unless it is lenient."""
        try:
            return data.decode(self.source, self._decode_errors)
        except UnicodeDecodeError as error:
            error.encoding = self.name
            raise

    def begin(self, data: bytes) -> tuple[str, bytes]:
        """Decode what is complete, by Python's incremental decoders."""
        if self.source == "utf-8":  # twelve times as fast as an incremental decoder object
            text, used = codecs.utf_8_decode(data, self._decode_errors)
            return text, data[used:]
        decoder = codecs.getincrementaldecoder(self.source)(self._decode_errors)
        text = decoder.decode(data)
        return text, decoder.getstate()[0]

    def _lost(self) -> tuple[bytes, ...]:
        return tuple(bytes((byte,)) for byte in HIGH)

    def _find_twins(self) -> dict[str, tuple[bytes, ...]]:
        twins: dict[str, tuple[bytes, ...]] = {}
        for code, char in _codes(self.source, _TWIN_LEADS.get(self.source, b"")).items():
            if self.encode(char) != code:
                twins[char] = (*twins.get(char, ()), code)
        return twins


@cache
def short_codes(source: str) -> Mapping[bytes, str]:
    """All codes of one or two bytes from 80 up, with what they decode to. Takes some 20 ms."""
    return _codes(source, HIGH)


def _codes(source: str, leads: Iterable[int]) -> dict[bytes, str]:
    codes: dict[bytes, str] = {}
    for lead in leads:
        for code in (bytes((lead,)), *(bytes((lead, trail)) for trail in range(0x30, 0xFF))):
            char = decoded(code, source)
            if char:
                codes[code] = char
                if len(code) == 1:
                    break
    if source in ADDITIONS:
        codes.update(ADDITIONS[source]())
    return codes


def decoded(code: bytes, source: str) -> str:
    """What a code decodes to, empty where it is none."""
    try:
        return code.decode(source)
    except UnicodeDecodeError:
        return ""


def _with_additions(source: str, fallback: str) -> str:
    """The name of an error handler that knows the additions and leaves the rest to another."""
    if source not in ADDITIONS:
        return fallback
    name = f"mojifix.{source}.{fallback}"
    try:
        codecs.lookup_error(name)
    except LookupError:
        codecs.register_error(name, _adding(source, codecs.lookup_error(fallback)))
    return name


def _adding(source: str, fallback: Fallback) -> Fallback:
    codes: dict[bytes, str] = {}
    bytes_of: dict[str, bytes] = {}

    def handle(error: UnicodeError) -> tuple[str | bytes, int]:
        if not codes:
            codes.update(ADDITIONS[source]())
            bytes_of.update((char, code) for code, char in reversed(codes.items()))
        if isinstance(error, UnicodeDecodeError):
            for length in (1, 2):
                char = codes.get(error.object[error.start : error.start + length])
                if char is not None:
                    return char, error.start + length
        if isinstance(error, UnicodeEncodeError):
            code = bytes_of.get(error.object[error.start])
            if code is not None:
                return code, error.start + 1
        return fallback(error)

    return handle


def _euro() -> dict[bytes, str]:
    return {b"\x80": "€"}


def _euc_jp() -> dict[bytes, str]:
    codes: dict[bytes, str] = {}
    for row in (13, 89, 90, 91, 92):
        for cell in range(1, 95):
            code = bytes((row + 0xA0, cell + 0xA0))
            char = decoded(_shift_jis(row, cell), "cp932")
            if char and not decoded(code, "euc-jp"):
                codes[code] = char
    return codes


def _shift_jis(row: int, cell: int) -> bytes:
    """The Shift_JIS code of a row and cell of JIS X 0208 (both from 1 to 94)."""
    lead = (row + 1) // 2 + (0x80 if row <= 62 else 0xC0)
    if row % 2 == 0:
        return bytes((lead, cell + 0x9E))
    return bytes((lead, cell + (0x3F if cell <= 63 else 0x40)))


ADDITIONS: Mapping[str, Callable[[], dict[bytes, str]]] = {"gb18030": _euro, "euc-jp": _euc_jp}
"""By standard codec, what this catalogue adds to it."""
