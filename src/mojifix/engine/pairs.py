"""Legacy codecs read as each other: what may a line's characters have been?

A single-byte codec read through another one turns characters into characters, one by one, so
all that matters of a line is which non-ASCII characters it has. Codecs share most of their
tables: hundreds of pairs lead to a few dozen different originals, and each is kept once, with
all pairs that lead to it. Codecs of several bytes a character have to make sense of the whole
line at once, which hardly happens by chance.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from mojifix.channels.codecs import codec
from mojifix.channels.misread import Misread, misread
from mojifix.engine.readers import PRIOR, character_class, single_byte
from mojifix.kernel import sums
from mojifix.kernel.weights import NEVER
from mojifix.plausibility.model import UNIT, load
from mojifix.plausibility.oddity import LOUD, QUIET
from mojifix.plausibility.shapes import BREAK
from mojifix.plausibility.tokens import SOFT_HYPHEN

Pairs = dict[Misread, float]
"""Misreadings, and how unusual each is, in nats."""
Way = tuple[str, tuple[str, ...]]
"""A codec in which something was written, and those that may have read it."""

# Wrong readers: what programs assume. All others of the catalogue are too rare to be worth it.
_READERS = (
    *("windows-1252", "iso-8859-1", "windows-1250", "windows-1251", "windows-1254"),
    *("iso-8859-15", "cp437", "cp850", "mac-roman", "koi8-r", "iso-8859-2", "iso-8859-9"),
    *("windows-1253", "windows-1255", "windows-1256", "windows-1257", "windows-1258"),
    *("iso-8859-5", "iso-8859-7", "cp866", "cp852", "cp858", "mac-cyrillic", "koi8-u"),
    "mac-iceland",
)

# Pages of one byte a character that programs take for Western ones where nothing says what they
# are: the commonest damage there is in Turkish, Hungarian, Polish, Czech and Romanian text. In
# Central Europe, programs take Western pages, and ISO-8859-2, for their own in the same way.
_TAKEN_FOR_WESTERN = frozenset((
    "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1257", "iso-8859-2",
    "iso-8859-7", "iso-8859-9",
))  # fmt: skip
_TAKEN_FOR_CENTRAL = frozenset(("windows-1252", "iso-8859-1", "iso-8859-2"))
USUAL = 5.0
"""Nats by which these are less of a surprise. A judgment within what clean text leaves room for:
with it, a gain of 7.8 nats is believed, and no clean sentence of 82,400 gains more than 3.1."""

# Written codecs, and how much rarer than the usual one of their region text in them is, in nats: a
# rough guess. All that are not here cost ``_RARE``. Latin-10 differs from Latin-2, for Romanian, in
# nothing but the shape of the mark under ș and ț, and next to nobody used it.
_WRITTEN = {
    "windows-1252": 0.0, "iso-8859-1": 0.5, "windows-1250": 0.0, "iso-8859-2": 0.2,
    "windows-1251": 0.0, "koi8-r": 0.8, "cp866": 0.8, "iso-8859-5": 2.0, "koi8-u": 1.5,
    "mac-cyrillic": 2.0, "cp855": 3.0, "windows-1253": 0.0, "iso-8859-7": 0.2, "cp737": 1.0,
    "windows-1254": 0.0, "iso-8859-9": 0.2, "cp857": 1.0, "windows-1255": 0.0,
    "iso-8859-8": 0.3, "cp862": 1.0, "windows-1256": 0.0, "iso-8859-6": 1.0,
    "windows-1257": 0.0, "iso-8859-13": 1.0, "cp775": 1.0, "iso-8859-4": 2.0,
    "windows-1258": 0.5, "windows-874": 0.0, "cp437": 1.5, "cp850": 0.8, "cp852": 0.8,
    "mac-roman": 0.8, "iso-8859-15": 1.5, "iso-8859-16": 40.0, "mac-latin2": 2.5,
    "viscii": 4.0, "tcvn3": 4.0, "mac-turkish": 2.5, "mac-greek": 2.5,
    "gb18030": 0.0, "cp932": 0.0, "big5hkscs": 0.0, "cp949": 0.0, "euc-jp": 0.5,
    "cp1125": 6.0, "kz-1048": 12.0, "ptcp154": 13.0, "koi8-t": 12.0, "cp720": 3.0,
    "hp-roman8": 9.0,
}  # fmt: skip
_RARE = 5.0
_NOT_WRITTEN = frozenset(("cp864", "mac-arabic", "mac-farsi", "tis-620", "iso-8859-11"))
"""Presentation forms and mirrored signs that nobody reads right, and twins of windows-874."""
_POLISH = "ĆćŁłŃńŚśŹźŻż"
_NOT_TYPED = {
    "windows-1257": _POLISH,
    "iso-8859-13": _POLISH + "’",
    "cp775": _POLISH + "’",
}
"""What people hardly typed in a codec that has it: Polish is not written in Baltic pages, and their
keyboards had the apostrophe of ASCII."""
_MULTI = ("gb18030", "cp932", "big5hkscs", "cp949", "euc-jp")

_SINGLE = re.compile(rb"(?<![\x80-\xff])[\x81-\xfe](?=[\x00-\x2f]|\Z)")
_SINGLE_CP932 = re.compile(rb"(?<![\x80-\xff])[\x81-\x9f\xe0-\xfc](?=[\x00-\x2f]|\Z)")
"""Bytes that have no second one beside them, as there has to be in codecs of two bytes a character,
and in cp932 but for what it has in one byte: half-width katakana. Most lines of European languages
have such bytes, and to see that takes a fifth of the time of five refusals."""

_UNKNOWN = 200
"""Cost of a character that the training text never had (the rarest it had cost about as much)."""
_DEAREST = NEVER - 1

ORDINARY = QUIET | {"\u00a0", "\u00b4"}
ONLY_SIGNS = LOUD / UNIT
"""Nats against a line in which nothing but such signs changes: people put them anywhere."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ue000-\uf8ff\ufb00-\ufb06\ufdd0-\ufdef\ufffc-\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
"""What must not appear: controls, bidi controls, private use, noncharacters, and ligatures of Latin
letters, which Mac Roman has where others have ß."""


def forbidden(seen: str, originals: str) -> bool:
    """Does any character become what must not come out, or a letter a soft hyphen?"""
    if not FORBIDDEN.search(originals) and SOFT_HYPHEN not in originals:
        return False
    return any(
        FORBIDDEN.match(new) or (new == SOFT_HYPHEN and char.isalpha())
        for char, new in zip(seen, originals, strict=True)
        if char != new
    )


class Reading:
    """One original that a line's characters may have been."""

    __slots__ = ("_mapping", "_pairs", "_ways", "originals", "seen")

    def __init__(
        self, seen: str, originals: str, ways: Sequence[Way] = (), pairs: Pairs | None = None
    ) -> None:
        self.seen = seen
        """The characters of the line, each of them once."""
        self.originals = originals
        """What each of them was."""
        self._mapping: Mapping[int, str] | None = None
        self._ways = ways
        self._pairs = pairs

    @property
    def mapping(self) -> Mapping[int, str]:
        """The same of the characters that change, for ``str.translate``."""
        if self._mapping is None:
            both = zip(self.seen, self.originals, strict=True)
            self._mapping = {ord(char): new for char, new in both if char != new}
        return self._mapping

    @property
    def pairs(self) -> Pairs:
        """The pairs that lead to it. Of most readings, nobody asks for them."""
        if self._pairs is None:
            letters = any(char.isalpha() for char in self.mapping.values())
            self._pairs = {
                pair: price
                for written, readers in self._ways
                for pair, price in _pairs(written, readers, letters=letters)
            }
        return self._pairs


class Whole(NamedTuple):
    """One original of a whole line, in a codec of several bytes a character."""

    text: str
    pairs: Pairs


class Pairing:
    """All pairs of codecs."""

    def __init__(self) -> None:
        self._readers = [single_byte(name) for name in _READERS]
        names = [n for n in PRIOR if n not in _MULTI and n not in _NOT_WRITTEN]
        names += [n for n in _WRITTEN if n not in PRIOR]
        self._writers = [single_byte(name) for name in names]
        self._costs = _costs()
        self._weights = bytes(
            [
                NEVER
                if char is None or char in _NOT_TYPED.get(written.name, "")
                else self._costs.get(char, _UNKNOWN)
                for written in self._writers
                for char in written.chars
            ]
        )
        self._multi = [codec(name) for name in _MULTI]
        self._has: dict[str, int] = {}
        for i, read in enumerate(self._readers):
            for char in read.byte_of:
                self._has[char] = self._has.get(char, 0) | 1 << i
        self.foreign = re.compile(f"[^{character_class(self._has)}]")
        """A character that no reader writes."""

    def _bytes(self, text: str, chars: Iterable[str]) -> dict[bytes, list[str]]:
        """The bytes that a text may have been, with the readers of each.

        ``chars`` are the characters that it has.
        """
        bits = -1
        for char in chars:
            bits &= self._has.get(char, 0)
            if not bits:
                return {}
        found: dict[bytes, list[str]] = {}
        for i, read in enumerate(self._readers):
            if bits >> i & 1:
                found.setdefault(read.encode(text), []).append(read.name)
        return found

    def readings(self, counts: Mapping[str, int], dearer: int, most: int) -> list[Reading]:
        """The originals of a line that has so many of these non-ASCII characters.

        Each of them once, the one that costs least by its characters first; ``most`` at most, and
        none that costs over ``dearer`` more than the line as it stands.
        """
        chars = "".join(counts)
        get = self._costs.get
        seen = sum([number * get(char, _UNKNOWN) for char, number in counts.items()])
        times = array("I", counts.values()).tobytes()
        sources = list(self._bytes(chars, chars).items())
        by_cost = [
            (cost, source, i)
            for source, (data, _) in enumerate(sources)
            for cost, i in sums(self._weights, data, times, seen + dearer)
        ]
        by_cost.sort()
        found: dict[str, list[Way]] = {}
        bad = {chars}
        last = seen + dearer
        for cost, source, i in by_cost:
            if cost > last:
                break
            data, readers = sources[source]
            written = self._writers[i]
            original = written.decode(data)
            ways = found.get(original)
            if ways is None:
                if original in bad or forbidden(chars, original):
                    bad.add(original)
                    continue
                ways = found[original] = []
                if len(found) == most:
                    last = cost  # Whatever else leads to this one costs the same.
            ways.append((written.name, tuple(readers)))
        return [Reading(chars, original, ways) for original, ways in found.items()][:most]

    def reading(self, chars: str, pair: Misread) -> Reading | None:
        """What a line with these non-ASCII characters was, if it was damaged by this pair."""
        try:
            original = pair.written.decode(pair.read.encode(chars))
        except UnicodeError:
            return None
        if len(original) != len(chars):  # a codec of several bytes a character
            return None
        if original == chars or forbidden(chars, original):
            return None
        return Reading(chars, original, pairs={pair: 0.0})

    def wholes(self, line: str, chars: str) -> list[Whole]:
        """The originals of a line in codecs of several bytes a character."""
        originals: dict[str, Pairs] = {}
        for data, readers in self._bytes(line, chars).items():
            single = _SINGLE.search(data) is not None
            for written in self._multi if not _SINGLE_CP932.search(data) else ():
                if single and written.name != "cp932":
                    continue
                try:
                    original = written.decode(data)
                    if written.encode(original) != data:
                        continue
                except UnicodeError:
                    continue
                found = _pairs(written.name, readers, letters=True)
                originals.setdefault(original, {}).update(found)
        return [Whole(o, pairs) for o, pairs in originals.items() if not FORBIDDEN.search(o)]


def _costs() -> dict[str, int]:
    """What characters cost out of context, bounded so that a byte can hold it."""
    found = {char: min(cost, _DEAREST) for char, cost in load().inventory.items()}
    return found | {SOFT_HYPHEN: 2 * BREAK}


def usual(pair: Misread) -> bool:
    """Is it one of the commonest misreadings?"""
    written, read = pair.written.name, pair.read.name
    if read == "windows-1250":
        return written in _TAKEN_FOR_CENTRAL
    return written in _TAKEN_FOR_WESTERN and read in ("windows-1252", "iso-8859-1")


@lru_cache(maxsize=1)
def usual_tables() -> tuple[dict[int, str], ...]:
    """The letters behind the commonest misreadings, each a table for ``str.translate``.

    What windows-1252 leaves undefined stands in the table of ISO-8859-1.
    """
    tables: list[dict[int, str]] = []
    for readers, writers in (
        (("windows-1252", "iso-8859-1"), _TAKEN_FOR_WESTERN),
        (("windows-1250",), _TAKEN_FOR_CENTRAL),
        (("windows-1251",), ("mac-cyrillic",)),  # All small letters but one are the same.
    ):
        for written in sorted(writers):
            table: dict[int, str] = {}
            for name in readers:
                for char, byte in codec(name).byte_of.items():
                    original = codec(written).chars[byte]
                    if original is not None and original != char and original.isalpha():
                        table.setdefault(ord(char), original)
            if table not in tables:
                tables.append(table)
    return tuple(tables)


def _pairs(
    written: str, readers: Iterable[str], *, letters: bool
) -> Iterator[tuple[Misread, float]]:
    """Misreadings with their prices.

    What brings back no letters, any page of a family may have done: none is a usual one.
    """
    for read in readers:
        pair = misread(written, read)
        price = _WRITTEN.get(written, _RARE) + PRIOR[read]
        yield pair, price - (USUAL if letters and usual(pair) else 0.0)


@lru_cache(maxsize=1)
def pairing() -> Pairing:
    """The one table, built when first needed."""
    return Pairing()
