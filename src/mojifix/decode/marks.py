"""What says of itself how it is encoded: marks, zeros, well-formed UTF-8, escape sequences."""

from __future__ import annotations

import codecs
import re
from unicodedata import category

from mojifix.decode.encodings import BASE, STATEFUL

# Longest first: the mark of UTF-32 (little endian) begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", 4),
    (codecs.BOM_UTF32_BE, "utf-32-be", 4),
    (codecs.BOM_UTF8, BASE, 1),
    (codecs.BOM_UTF16_LE, "utf-16-le", 2),
    (codecs.BOM_UTF16_BE, "utf-16-be", 2),
)

Label = tuple[str, bytes, bytes]
"""Encoding, byte order mark, bytes after the last whole code unit."""

_PLAIN = re.compile(rb"[\0\t\n\f\r -~]*")

_PROBED = 4096
"""Bytes from the beginning in which zeros are looked for: binary files tell themselves there."""


def by_itself(data: bytes) -> Label | None:
    """The encoding that bytes themselves tell; None where they have to be guessed at."""
    for mark, encoding, unit in MARKS:
        if data.startswith(mark):
            rest = (len(data) - len(mark)) % unit
            if encoding == BASE and not _well_formed(data):
                return None
            return encoding, mark, data[len(data) - rest :]
    if 0 in data:
        return _wide(data)
    if data.isascii():
        return _stateful(data) or (BASE, b"", b"")
    return (BASE, b"", b"") if _well_formed(data) else None


def _well_formed(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes) -> Label | None:
    """UTF-16 or UTF-32 without a mark.

    In a text that has spaces and line ends, or is Latin at all, the zeros stand at every other
    byte, or at three of four.
    """
    sample = data[:_PROBED]
    zeros = [sample[i::4].count(0) for i in range(4)]
    if not any(zeros) or (sum(zeros) < len(sample) // 4 and _PLAIN.fullmatch(sample)):
        return None  # ASCII with a NUL in it: two letters make an ideograph
    quarter = len(sample) // 4
    if not quarter:
        candidates = ["utf-16-le", "utf-16-be"]
    elif min(zeros[2:]) >= quarter - 1 and zeros[0] == 0:
        candidates = ["utf-32-le"]
    elif min(zeros[:2]) >= quarter - 1 and zeros[3] == 0:
        candidates = ["utf-32-be"]
    else:
        candidates = ["utf-16-le" if zeros[1] + zeros[3] > zeros[0] + zeros[2] else "utf-16-be"]
    for encoding in candidates:
        rest = len(data) % (4 if "32" in encoding else 2)
        try:
            text = data[: len(data) - rest].decode(encoding)
        except UnicodeDecodeError:
            continue
        if text and _is_text(text[:_PROBED]):
            return encoding, b"", data[len(data) - rest :]
    return None


def _is_text(text: str) -> bool:
    """No controls but those of text, and nothing that is unassigned or private."""
    return not any(
        category(c) in ("Cc", "Cn", "Co", "Cs") and c not in "\t\n\v\f\r\ufeff" for c in set(text)
    )


def _stateful(data: bytes) -> Label | None:
    if b"\x1b$" not in data and b"~{" not in data:
        return None
    for encoding in STATEFUL:
        try:
            text = data.decode(encoding)
            if not text.isascii() and text.encode(encoding) == data and _is_text(text):
                return encoding, b"", b""
        except UnicodeError:
            continue
    return None
