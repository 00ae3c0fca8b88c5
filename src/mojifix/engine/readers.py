"""Which codecs can have misread UTF-8 into this run of characters?

Theory of operation. UTF-8 writes a character as a lead byte and one to three continuation
bytes. Read through a single-byte codec, each of them became a character, so damage is a
*lead character* of that codec followed by the right number of its *continuation characters*.
For every character we keep four bit sets over the codecs: where it is the lead of two, three
or four bytes, and where it is a continuation. A run can be damage only where ANDing the sets
of neighbors leaves a bit. Readers of several bytes a character (cp932, gb18030 …) have no such
table; for them the run is encoded and decoded, which fails at once on clean text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from mojifix.channels.codecs import Codec, codec
from mojifix.channels.misread import Misread, misread
from mojifix.channels.singlebyte import TableCodec

# What text is really read as, the likeliest first, and the price of each in nats: a rough guess
# at how much rarer than windows-1252 it is. Evidence of a second damaged word outweighs it.
SINGLE_BYTE: dict[str, float] = {
    "windows-1252": 0.0, "iso-8859-1": 0.2, "windows-1251": 1.0, "mac-roman": 2.5,
    "windows-1250": 1.0, "cp437": 1.5, "cp850": 1.2, "windows-1254": 1.5, "iso-8859-15": 1.5,
    "iso-8859-2": 1.5, "windows-1253": 1.5, "windows-1256": 1.5, "windows-1255": 1.5,
    "windows-1257": 1.5, "koi8-r": 1.5, "cp866": 1.5, "iso-8859-9": 2.0, "windows-1258": 2.0,
    "windows-874": 2.0, "iso-8859-5": 2.0, "iso-8859-7": 2.0, "mac-cyrillic": 2.0, "cp852": 2.0,
    "iso-8859-8": 2.0, "iso-8859-6": 2.5, "iso-8859-4": 2.5, "iso-8859-13": 2.5,
    "iso-8859-11": 2.5, "tis-620": 2.6, "koi8-u": 2.5, "iso-8859-16": 2.5, "iso-8859-3": 3.0,
    "iso-8859-10": 3.0, "iso-8859-14": 3.0, "cp858": 2.5, "cp855": 3.0, "cp857": 3.0,
    "cp737": 3.0, "cp775": 3.0, "cp862": 3.0, "mac-latin2": 3.0, "mac-greek": 6.0,
    "mac-turkish": 3.0, "mac-iceland": 3.0, "mac-croatian": 3.0, "mac-romanian": 3.0,
    "cp860": 3.5, "cp861": 3.5, "cp863": 3.5, "cp865": 3.5, "cp864": 4.0, "cp869": 6.0,
    "mac-arabic": 4.0, "mac-farsi": 4.0,
}  # fmt: skip
MULTI_BYTE: dict[str, float] = {
    "cp932": 2.0, "gb18030": 2.0, "big5hkscs": 2.5, "cp949": 2.5, "euc-jp": 3.0,
}  # fmt: skip
PRIOR: dict[str, float] = SINGLE_BYTE | MULTI_BYTE

SELDOM = 2.5
"""Nats more for a reader that hardly anybody's UTF-8 went through: those of DOS and Mac OS for one
small country each, and the later parts of ISO 8859. What decides between them and a usual reader
is often one letter, and of 38 texts that were read wrong (23,000 sentences of 75 languages) 17 were
taken for the work of such a reader."""
USUAL = 2.0
"""The price up to which a reader is usual."""
_USUAL_TOO = frozenset({"mac-roman", "iso-8859-6"})


def price_of(reader: str) -> float:
    """How unusual it is, in nats, that UTF-8 was read through this codec."""
    price = PRIOR[reader]
    usual = price <= USUAL or reader in MULTI_BYTE or reader in _USUAL_TOO
    return price if usual else price + SELDOM


LAYER = 3.0
"""Nats for each misreading on top of the first: text that was broken is sometimes broken again."""


class Readers:
    """The bit sets, and the misreadings that go with the bits."""

    def __init__(self) -> None:
        self.single: list[Misread] = [misread("utf-8", name) for name in SINGLE_BYTE]
        self.multi: list[Misread] = [misread("utf-8", name) for name in MULTI_BYTE]
        self.has: dict[str, int] = {}
        self.lead2: dict[str, int] = {}
        self.lead3: dict[str, int] = {}
        self.lead4: dict[str, int] = {}
        self.tail: dict[str, int] = {}
        for i, channel in enumerate(self.single):
            self._add(channel.read, 1 << i)
        self.leads = frozenset((*self.lead2, *self.lead3, *self.lead4))
        self._starts: dict[str, int] = {}

    def starts(self, char: str) -> int:
        """The readers of several bytes (as bits) that may have written ``char`` for a lead byte."""
        found = self._starts.get(char)
        if found is None:
            found = 0
            for i, channel in enumerate(self.multi):
                try:
                    data = channel.read.encode(char)
                except UnicodeEncodeError:
                    continue
                if 0xC2 <= data[0] <= 0xF4 and (len(data) == 1 or 0x80 <= data[1] <= 0xBF):
                    found |= 1 << i
            self._starts[char] = found
        return found

    def _add(self, read: Codec, bit: int) -> None:
        chars = read.chars
        for table, first, end in (
            (self.has, 0x80, 0x100), (self.tail, 0x80, 0xC0), (self.lead2, 0xC2, 0xE0),
            (self.lead3, 0xE0, 0xF0), (self.lead4, 0xF0, 0xF5),
        ):  # fmt: skip
            get = table.get
            for char in chars[first:end]:
                if char is not None:
                    table[char] = get(char, 0) | bit

    def units(self, run: str) -> int:
        """The codecs (as bits) through which at least one UTF-8 sequence shows in ``run``."""
        found = 0
        lead2, lead3, lead4, tail = self.lead2.get, self.lead3.get, self.lead4.get, self.tail.get
        t1 = tail(run[-1], 0)
        t2 = t3 = 0
        for char in run[-2::-1]:
            if t1:
                found |= t1 & lead2(char, 0)
                if t2:
                    found |= t1 & t2 & lead3(char, 0)
                    if t3:
                        found |= t1 & t2 & t3 & lead4(char, 0)
            t1, t2, t3 = tail(char, 0), t1, t2
        return found

    def begins(self, run: str) -> int:
        """The single-byte codecs (as bits) through which ``run`` begins with a UTF-8 sequence."""
        tails = [self.tail.get(char, 0) for char in run[1:4]] + [0, 0, 0]
        return tails[0] & (
            self.lead2.get(run[0], 0)
            | tails[1] & (self.lead3.get(run[0], 0) | tails[2] & self.lead4.get(run[0], 0))
        )

    def whole(self, run: str) -> int:
        """The codecs (as bits) that have every character of ``run``."""
        found = -1
        for char in run:
            found &= self.has.get(char, 0)
            if not found:
                break
        return found


def character_class(chars: Iterable[str]) -> str:
    """The inside of a regular expression's character class, as ranges."""
    points = sorted(map(ord, chars))
    ranges: list[list[int]] = []
    for point in points:
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    # The characters themselves: to parse their numbers takes three times as long.
    ends = [[re.escape(chr(point)) for point in pair] for pair in ranges]
    return "".join(a if a == b else f"{a}-{b}" for a, b in ends)


_NO_BYTE = 0x3F
"""Stands for a character that a codec lacks: ASCII is in no sequence."""
_LONG = (
    b"\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    b"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_SEQUENCES = re.compile(b"(?:[\xc2-\xdf][\x80-\xbf]|" + _LONG + b")+")
"""Well-formed UTF-8 of non-ASCII characters (Unicode Standard, table 3-7)."""
_LONG_SEQUENCE = re.compile(_LONG)
LONGEST_SEQUENCE = 4


def sequences(run: str, read: TableCodec) -> Iterator[tuple[int, int]]:
    """Where well-formed UTF-8, as read by a single-byte codec, stands in a run of no ASCII.

    One pattern over the run's bytes serves all codecs: one for each codec's characters takes 6 ms
    to compile.
    """
    byte_of = read.byte_of
    data = bytes([byte_of.get(char, _NO_BYTE) for char in run])
    return (match.span() for match in _SEQUENCES.finditer(data))


def single_byte(name: str) -> TableCodec:
    """A codec of one byte a character."""
    found = codec(name)
    assert isinstance(found, TableCodec)
    return found


def long_sequence(text: str, read: TableCodec) -> int:
    """How many characters at the beginning of a text are one of three bytes or more."""
    byte_of = read.byte_of
    data = bytes([byte_of.get(char, _NO_BYTE) for char in text[:LONGEST_SEQUENCE]])
    match = _LONG_SEQUENCE.match(data)
    return match.end() if match else 0


@lru_cache(maxsize=1)
def readers() -> Readers:
    """The one table, built when first needed (some 3 ms)."""
    return Readers()
