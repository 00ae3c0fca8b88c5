"""Bytes that are not UTF-8 as a whole, line by line.

A line that is well-formed UTF-8 is UTF-8. All others are pooled: one legacy encoding explains
them, or none does. A line in which both occur may be a legacy line that looks like UTF-8 here and
there, a UTF-8 line with a quotation in the legacy encoding, or a UTF-8 line that lost a byte.
Which of these reads best decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mojifix.channels.codecs import Codec
from mojifix.channels.misread import misread
from mojifix.decode.encodings import BASE
from mojifix.decode.legacy import Judge, Sample, best
from mojifix.decode.reading import Reading, Stretch
from mojifix.errors import ChannelError

ESCAPED = re.compile("[\udc80-\udcff]+")
"""Bytes that are no UTF-8, as PEP 383 writes them."""
_ASCII = "".join(map(chr, range(128)))
_FOREIGN = re.compile("[^\0-\x7f]")
_LINES = re.compile(rb"[^\r\n]*[\r\n]*")

LEGACY = f"{BASE}/surrogateescape"
"""How a stretch in another encoding was read."""

BROKEN = 9.0
"""Nats that a character costs which lost a byte: as if one byte in ten thousand were lost."""
BOTH = 6.0
"""Nats against two encodings in one line: a quotation is rarer than a line by itself, and a
legacy line may look like UTF-8 here and there."""

_FRAGMENT = re.compile(
    "[\udc80-\udcbf]{1,3}|[\udcc2-\udcdf]|[\udce0-\udcef][\udc80-\udcbf]?"
    "|[\udcf0-\udcf4][\udc80-\udcbf]{0,2}|[\udc80-\udcff]"
)
"""What is left of a UTF-8 character that lost a byte; any other byte counts by itself."""

WHOLE = 4
"""Bad lines there must be for each line that looks like UTF-8, before the latter may be chance."""


class Line(NamedTuple):
    """A line that is no UTF-8: where its text begins, its bytes, and those as UTF-8."""

    start: int
    data: bytes
    text: str

    @property
    def pure(self) -> bool:
        """Nothing in it looks like UTF-8."""
        return ESCAPED.sub("", self.text).isascii()

    @property
    def hardly(self) -> bool:
        """Less of it looks like UTF-8 than does not."""
        rest = ESCAPED.sub("", self.text)
        return 2 * len(_FOREIGN.findall(rest)) <= len(self.text) - len(rest)


def by_lines(data: bytes) -> Reading:
    """Read bytes that are not UTF-8 throughout."""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    body = data[len(mark) :]
    original = body.decode(BASE, "surrogateescape")
    bad: list[Line] = []
    good: list[bytes] = []
    at = 0
    for match in _LINES.finditer(body):
        line = match.group()
        if line.isascii():
            at += len(line)
            continue
        text = line.decode(BASE, "surrogateescape")
        if ESCAPED.search(text):
            bad.append(Line(at, line, text))
        else:
            good.append(line)
        at += len(text)
    if not bad:
        return Reading(data, BASE, original, bom=mark)
    codec, judge = best(_sample(bad, good))
    if codec is None:
        return Reading(data, BASE, original, bom=mark)
    if not mark and len(bad) >= WHOLE * len(good):
        whole = _whole(data, codec, good, judge)
        if whole is not None:
            return whole
    stretches = tuple(s for line in bad for s in _read(line, codec, judge))
    return Reading(data, BASE, original, bom=mark, stretches=stretches)


def _sample(bad: list[Line], good: list[bytes]) -> Sample:
    """Lines that are hardly UTF-8 where there are any, else the words with bad bytes.

    Not only those without any UTF-8: of Japanese lines in Shift JIS, there is hardly one.
    """
    hardly = [line.data for line in bad if line.hardly]
    if not hardly:
        hardly = [
            word.encode(BASE, "surrogateescape")
            for line in bad
            for word in line.text.split()
            if ESCAPED.search(word) and ESCAPED.sub("", word).isascii()
        ]
    return Sample(hardly or [line.data for line in bad], good)


def _whole(data: bytes, codec: Codec, good: list[bytes], judge: Judge) -> Reading | None:
    """All of it in the legacy encoding, where that also explains what looks like UTF-8."""
    try:
        for line in good:
            if judge.cost(line.decode()) < judge.cost(codec.decode(line)):
                return None
        return Reading(data, codec.name, codec.decode(data))
    except ValueError:
        return None


def _read(line: Line, codec: Codec, judge: Judge) -> Iterator[Stretch]:
    """The stretches of a line in another encoding."""
    whole = _decoded(line.data, codec)
    if whole is not None and line.pure:
        yield from _one(line.start, line.text, whole, codec)
        return
    runs = list(_runs(line.text, codec))
    readings: list[tuple[float, list[tuple[int, int, str]]]] = [
        (_cost(line.text, judge), []),
        (_cost(_with(line.text, runs), judge) + BOTH, runs),
    ]
    if whole is not None:
        readings.append((judge.cost(whole), [(0, len(line.text), whole)]))
    for start, end, text in min(readings, key=lambda reading: reading[0])[1]:
        yield from _one(line.start + start, line.text[start:end], text, codec)


def _runs(line: str, codec: Codec) -> Iterator[tuple[int, int, str]]:
    """What is no UTF-8 in a line, read as the legacy encoding."""
    for match in ESCAPED.finditer(line):
        text = _decoded(match.group().encode(BASE, "surrogateescape"), codec)
        if text is not None:
            yield match.start(), match.end(), text


def _with(line: str, runs: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, text in runs:
        parts += line[at:start], text
        at = end
    return "".join((*parts, line[at:]))


def _cost(line: str, judge: Judge) -> float:
    """What a line costs of which some bytes are left as they are."""
    return judge.cost(ESCAPED.sub("", line)) + BROKEN * len(_FRAGMENT.findall(line))


def _decoded(data: bytes, codec: Codec) -> str | None:
    try:
        text = codec.decode(data)
        return text if codec.encode(text) == data else None
    except UnicodeError:
        return None


def _one(start: int, read: str, text: str, codec: Codec) -> Iterator[Stretch]:
    """One stretch, without what is ASCII on both sides of it."""
    first = _FOREIGN.search(read)
    if first is None:
        return
    left = first.start()
    right = len(read) - len(read.rstrip(_ASCII))
    # The second byte of a character may be ASCII.
    if not (text.startswith(read[:left]) and (not right or text.endswith(read[-right:]))):
        left = right = 0
    end = len(read) - right
    inside = text[left : len(text) - right]
    try:
        if misread(codec.name, LEGACY).damage(inside) != read[left:end]:
            return
    except ChannelError:
        return
    yield Stretch(start + left, start + end, inside, codec.name, CERTAIN)


CERTAIN = 0.99
"""The confidence in a stretch that is no UTF-8: what it is may be doubted, but not that."""
