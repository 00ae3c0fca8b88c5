"""Where the cells of CSV and TSV are (RFC 4180, with any of four delimiters)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mojifix.files.values import Value

DELIMITERS = ",;\t|"
_SAMPLED = 20
"""Lines that tell the delimiter."""
_STRUCTURE = frozenset('",;\t|\r\n\0')


def cells(text: str, delimiter: str | None = None) -> Iterator[Value]:
    """The cells, in order; of one that is quoted, what is between the quotes.

    A quote within quotes is written twice, and stays so.
    """
    delimiter = delimiter or _delimiter(text)
    plain = re.compile(f"[^{re.escape(delimiter)}\r\n]*")
    at = column = 0
    length = len(text)
    while at < length:
        if text[at] == '"':
            end = _closing(text, at + 1)
            yield Value(at + 1, end, str(column), text[at + 1 : end], _STRUCTURE)
            # What stands between the closing quote and the delimiter is left alone.
            match = plain.match(text, min(end + 1, length))
            at = match.end() if match else length
        else:
            match = plain.match(text, at)
            end = match.end() if match else length
            yield Value(at, end, str(column), text[at:end], _STRUCTURE)
            at = end
        if at < length:
            column = column + 1 if text[at] == delimiter else 0
            at += 1


def _closing(text: str, at: int) -> int:
    """The quote that ends a cell, or the end of the text."""
    while True:
        at = text.find('"', at)
        if at < 0:
            return len(text)
        if text.startswith('""', at):
            at += 2
            continue
        return at


def _delimiter(text: str) -> str:
    """The delimiter that occurs equally often in the first lines, the most often of several."""
    lines = [line for line in text[:20_000].splitlines()[:_SAMPLED] if line]
    best = (0, 0, ",")
    for delimiter in DELIMITERS:
        number, lines_with = (
            Counter(line.count(delimiter) for line in lines).most_common(1)[0]
            if (lines)
            else (0, 0)
        )
        if number and (lines_with, number) > best[:2]:
            best = (lines_with, number, delimiter)
    return best[2]
