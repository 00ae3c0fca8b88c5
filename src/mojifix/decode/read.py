"""From bytes to a reading: by what they say of themselves, else line by line."""

from __future__ import annotations

import contextlib

from mojifix.decode.encodings import BASE, base
from mojifix.decode.marks import by_itself
from mojifix.decode.reading import Reading


def read(data: bytes) -> Reading:
    """Find out what bytes are, without repairing anything. Every bytes gives a result."""
    if data.isascii() and 0 not in data and 0x1B not in data and b"~{" not in data:
        return Reading(data, BASE, data.decode("ascii"))
    found = by_itself(data)
    if found is not None:
        encoding, bom, tail = found
        body = data[len(bom) : len(data) - len(tail)]
        with contextlib.suppress(ValueError):  # it is not what it says of itself
            return Reading(data, encoding, base(encoding).decode(body), bom=bom, tail=tail)
    from mojifix.decode.lines import by_lines  # most bytes are UTF-8

    return by_lines(data)
