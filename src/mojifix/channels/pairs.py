"""Multi-byte decoders as browsers and Windows have them, errors included.

Python's codecs can't be made to decode like these: they resume after a wrong first byte, where
browsers take the second byte along unless it is ASCII, and Windows takes any second byte along.
So this is a decoder of our own, over the codes that Python's codec has, changed where the
Encoding Standard has others. It is a loop in Python, for the damaged text that needs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from mojifix.channels.base import Codec
from mojifix.channels.multibyte import HIGH, decoded, short_codes
from mojifix.channels.whatwg import CODES

DEFAULTS: Mapping[str, str] = {"cp932": "・", "gb18030": "?", "cp949": "?", "cp950": "?"}
"""What Windows writes for a pair that is not in the code page (``UnicodeDefaultChar`` of
``GetCPInfoEx``). As gb18030 it decodes code page 936, which has pairs only."""

_SPACES = (0x09, 0x0A, 0x0D)
"""Controls that people write, and that a decoder may therefore have swallowed."""


class PairCodec(Codec):
    """A lenient decoder of pairs, which writes ``filler`` for what is undefined.

    With ``swallow`` it is the decoder of Windows, otherwise that of browsers.
    """

    __slots__ = ("_bytes_of", "_codes", "_swallow", "source")

    def __init__(self, name: str, summary: str, source: str, filler: str, *, swallow: bool) -> None:
        super().__init__(name, (), summary, lossy=True, filler=filler)
        self.source = source
        self._swallow = swallow
        self._codes: Mapping[bytes, str] = {}
        self._bytes_of: dict[str, bytes] = {}

    def encode(self, text: str) -> bytes:
        """The bytes that this decoder reads as ``text`` (``filler`` only as itself).

        Raises ``UnicodeEncodeError`` for what it never writes.
        """
        self._load()
        parts = []
        for at, char in enumerate(text):
            code = char.encode() if char < "\x80" else self._bytes_of.get(char)
            if code is None and not self._swallow and self.source == "gb18030":
                code = char.encode("gb18030", "ignore")
            if not code:
                raise UnicodeEncodeError(self.name, text, at, at + 1, "no code")
            parts.append(code)
        return b"".join(parts)

    def decode(self, data: bytes) -> str:
        """Decode like the browser or Windows. Never refuses."""
        self._load()
        codes = self._codes
        parts: list[str] = []
        at = 0
        while at < len(data):
            if data[at] < 0x80:
                stop = at + 1
                while stop < len(data) and data[stop] < 0x80:
                    stop += 1
                parts.append(data[at:stop].decode("ascii"))
                at = stop
                continue
            for length in (1, 2, 3):
                char = codes.get(data[at : at + length])
                if char is not None:
                    break
            else:
                char, length = self._other(data[at : at + 4])
            parts.append(char)
            at += length
        return "".join(parts)

    def _load(self) -> None:
        if not self._codes:
            find = windows_codes if self._swallow else web_codes
            self._codes = find(self.source)
            for code, char in self._codes.items():
                self._bytes_of.setdefault(char, code)

    def _other(self, ahead: bytes) -> tuple[str, int]:
        """What no short code begins: the text and the bytes that it takes."""
        if ahead[0] not in _LEADS[self.source] or len(ahead) == 1:
            return self.filler, 1
        if self._swallow:
            return self.filler, 2
        if self.source == "gb18030" and 0x30 <= ahead[1] <= 0x39:
            return self._four_bytes(ahead)
        if ahead[1] < 0x80:
            return self.filler, 1
        if self.source == "euc-jp" and ahead[0] == 0x8F and 0xA1 <= ahead[1] <= 0xFE:
            return self.filler, 3 if ahead[2:] >= b"\x80" else 2
        return self.filler, 2

    def _four_bytes(self, ahead: bytes) -> tuple[str, int]:
        """gb18030's long codes, by chapter 10.2.1 of the Encoding Standard."""
        if len(ahead) > 2 and not 0x81 <= ahead[2] <= 0xFE:
            return self.filler, 1
        if len(ahead) < 4:  # the end of the text: all that is pending is one error
            return self.filler, len(ahead)
        if not 0x30 <= ahead[3] <= 0x39:
            return self.filler, 1
        if ahead == _CHANGED_LONG_CODE:
            return "\ue7c7", 4
        return decoded(ahead, "gb18030") or self.filler, 4

    def _find_twins(self) -> dict[str, tuple[bytes, ...]]:
        self._load()
        twins: dict[str, tuple[bytes, ...]] = {}
        for code, char in self._codes.items():
            if self._bytes_of[char] != code:
                twins[char] = (*twins.get(char, ()), code)
        return twins

    def _lost(self) -> tuple[bytes, ...]:
        self._load()
        trails = [*HIGH]
        if self._swallow:
            trails += [*_SPACES, *range(0x20, 0x7F)]
        codes = self._codes
        pairs = (bytes((lead, trail)) for lead in _LEADS[self.source] for trail in trails)
        singles = (bytes((byte,)) for byte in HIGH)
        return tuple(code for code in (*singles, *pairs) if code not in codes)


@cache
def web_codes(source: str) -> Mapping[bytes, str]:
    """The codes of browsers, but for gb18030's of four bytes."""
    codes = {code: char for code, char in short_codes(source).items() if len(code) > 1}
    codes.update(_WEB_SINGLES.get(source, {}))
    if source == "euc-jp":
        codes.update(_jis_x_0212())
    for word in CODES[source].split():
        code, chars = word.split("=")
        codes[bytes.fromhex(code)] = "".join(chr(int(char, 16)) for char in chars.split("+"))
    return codes


@cache
def windows_codes(source: str) -> Mapping[bytes, str]:
    """The codes of Windows, with its user-defined characters."""
    codes = dict(short_codes(source))
    codes.update(_WINDOWS_SINGLES[source])
    for first, last, start in _USER_DEFINED.get(source, ()):
        cells = [
            bytes((lead, trail))
            for lead in range(first >> 8, (last >> 8) + 1)
            for trail in _trails(source)
            if first <= lead << 8 | trail <= last
        ]
        codes.update((code, chr(start + i)) for i, code in enumerate(cells))
    return codes


def _trails(source: str) -> Iterable[int]:
    return range(0xA1, 0xFF) if source == "cp949" else (*range(0x40, 0x7F), *range(0xA1, 0xFF))


def _jis_x_0212() -> dict[bytes, str]:
    codes: dict[bytes, str] = {}
    for row in range(0xA1, 0xFF):
        for cell in range(0xA1, 0xFF):
            code = bytes((0x8F, row, cell))
            char = decoded(code, "euc-jp")
            if char:
                codes[code] = char
    return codes


_LEADS: Mapping[str, Iterable[int]] = {
    "cp932": (*range(0x81, 0xA0), *range(0xE0, 0xFD)),
    "euc-jp": (0x8E, 0x8F, *range(0xA1, 0xFF)),
    "gb18030": range(0x81, 0xFF),
    "big5hkscs": range(0x81, 0xFF),
    "cp949": range(0x81, 0xFF),
    "cp950": range(0x81, 0xFF),
}
"""First bytes of pairs."""

_WEB_SINGLES: Mapping[str, Mapping[bytes, str]] = {
    "cp932": {b"\x80": "\x80", **{bytes((0xA1 + i,)): chr(0xFF61 + i) for i in range(63)}},
    "gb18030": {b"\x80": "€"},
}

_WINDOWS_SINGLES: Mapping[str, Mapping[bytes, str]] = {
    "cp932": {},
    "gb18030": {b"\xff": "\uf8f5"},
    "cp949": {b"\x80": "\x80", b"\xff": "\uf8f7"},
    "cp950": {b"\x80": "\x80", b"\xff": "\uf8f8"},
}
"""Bytes that begin no pair, where Python lacks them. Source, here and below: Microsoft's best-fit
tables, as in :mod:`.policies`."""

_USER_DEFINED: Mapping[str, tuple[tuple[int, int, int], ...]] = {
    "cp949": ((0xC9A1, 0xC9FE, 0xE000), (0xFEA1, 0xFEFE, 0xE05E)),
    "cp950": (
        (0xFA40, 0xFEFE, 0xE000),
        (0x8E40, 0xA0FE, 0xE311),
        (0x8140, 0x8DFE, 0xEEB8),
        (0xC6A1, 0xC8FE, 0xF6B1),
    ),
}
"""First and last code of each user-defined area, and its first private-use character. In cp932
and gb18030 Python's codecs have them already."""

_CHANGED_LONG_CODE = b"\x81\x35\xf4\x37"
"""The one long code that the standard decodes unlike Python (pointer 7457): U+E7C7."""
