"""Where a large file may be cut: blocks of bytes, and the units that are repaired by themselves.

Theory of operation. A *unit* is a line, or a piece of one that is very long. What happens to a unit
depends on the unit and on what a sample of the whole file has shown, and on nothing beside it
(docs/adr/0015). So it does not matter which units are looked at together: *blocks* only bound the
memory. They end where the bytes say, never where a read happened to end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

LARGE = 1 << 18
"""Bytes from which on a file is repaired unit by unit. A document is repaired as a whole, and takes
up to 0.1 ms for each code point where it is damaged in many places: half a minute for this."""
BLOCK = 1 << 20
"""Bytes of a block: a hundred of them fit into the memory that is given, and handing one over to
another process costs a hundredth of repairing it."""
UNIT = 2_000
"""Code points of a unit: more than a long paragraph. Context is asked of rows up to this length."""
PIECES, PIECE = 64, 1 << 15
"""Pieces that are read for the sample, and the bytes of each: 2 MiB are 20,000 lines, of which
2,000 are kept (``context.REMEMBERED``)."""

_WIDE = re.compile(r"[^\x00-\x7f]")
_END = re.compile(r"[\r\n]")


def blocks(reads: Iterable[bytes], size: int = BLOCK) -> Iterator[bytes]:
    """The same bytes in blocks of at most ``size`` (at least 8), whatever the reads were."""
    buffer = bytearray()
    for data in reads:
        buffer += data
        at = 0
        while len(buffer) - at >= size:
            end = _block_end(buffer, at, at + size)
            yield bytes(buffer[at:end])
            at = end
        del buffer[:at]
    if buffer:
        yield bytes(buffer)


def _block_end(buffer: bytearray, start: int, limit: int) -> int:
    """After the last line end; else after the last blank; else between characters."""
    for mark in (b"\n", b"\r", b" "):
        at = buffer.rfind(mark, start, limit)
        if at >= 0:
            return at + 1
    # The last character may go on behind the limit, so it is left to the next block.
    end = limit - 1
    while end > start + 1 and buffer[end] & 0xC0 == 0x80:
        end -= 1
    return end


def units(text: str, *, ascii_too: bool = False) -> Iterator[tuple[int, int]]:
    """The units of a text that are not ASCII alone, as offsets; all with ``ascii_too``."""
    at = 0
    while at < len(text):
        first = at
        if not ascii_too:
            found = _WIDE.search(text, at)
            if found is None:
                return
            first = found.start()
        start = max(at, text.rfind("\n", at, first) + 1, text.rfind("\r", at, first) + 1)
        end = _END.search(text, first)
        at = end.start() if end else len(text)
        for left, right in _pieces(text, start, at):
            if ascii_too or not text[left:right].isascii():
                yield left, right
        at += 1


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > UNIT:
        cut = _piece_end(text, start)
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _piece_end(text: str, start: int) -> int:
    """After a sentence, else after a word, else after ASCII, so that no run is cut."""
    low, high = start + UNIT // 2, start + UNIT
    for mark in (". ", " "):
        at = text.rfind(mark, low, high)
        if at >= 0:
            return at + len(mark)
    return next((at for at in range(high, low, -1) if text[at - 1] <= "\x7f"), high)


def sample(size: int, read: Callable[[int, int], bytes]) -> Iterator[str]:
    """Units from all over a file of ``size`` bytes of UTF-8; ``read(at, number)`` reads it.

    All of them where the file is small.
    """
    if size <= PIECES * PIECE:
        parts = [read(0, size)]
    else:
        parts = [_whole_lines(read(size * i // PIECES, PIECE)) for i in range(PIECES)]
    for part in parts:
        text = part.decode("utf-8", "ignore")
        yield from (text[start:end] for start, end in units(text))


def _whole_lines(data: bytes) -> bytes:
    """Without the parts of lines at both ends, if there is a line between."""
    first, last = data.find(b"\n") + 1, data.rfind(b"\n") + 1
    return data[first:last] if first < last else data
