"""A repair as a unified diff.

A repair is an edit list, so nothing has to be compared: the spans say which lines changed.
(``difflib`` would need seconds for one long line.)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from mojifix.model import Repair, Span
from mojifix.report.lines import Line

CONTEXT = 3
"""Unchanged lines around a change, as in ``diff -u``."""


class _Block(NamedTuple):
    """Lines ``first`` to ``last`` (exclusive) of the original, and what they become."""

    first: int
    last: int
    new: list[str]


def diff(name: str, repair: Repair) -> Iterator[str]:
    r"""Yield the lines of a unified diff, line ends included; nothing where nothing changed.

    Lines end at LF alone, as they do for ``diff`` and ``patch``.
    """
    if not repair.changed:
        return
    old = _split(repair.original)
    label = _quote(name)
    yield f"--- {label}\n"
    yield f"+++ {label}\n"
    shift = 0
    for hunk in _hunks(_blocks(repair, old)):
        first = max(0, hunk[0].first - CONTEXT)
        last = min(len(old), hunk[-1].last + CONTEXT)
        added = sum(len(b.new) - (b.last - b.first) for b in hunk)
        length = last - first
        yield f"@@ -{_range(first, length)} +{_range(first + shift, length + added)} @@\n"
        yield from _body(hunk, old, first, last)
        shift += added


def painted(lines: Iterable[str]) -> Iterator[Line]:
    """Turn the lines of a diff into lines for people."""
    for line in lines:
        style = "title" if line.startswith(("---", "+++")) else _STYLES.get(line[0])
        text = line.rstrip("\r\n")
        yield [(text, style)] if style else [text]


_STYLES = {"-": "bad", "+": "good", "@": "chain"}


def _split(text: str) -> list[str]:
    lines = text.split("\n")
    rest = lines.pop()
    return [line + "\n" for line in lines] + ([rest] if rest else [])


def _blocks(repair: Repair, old: list[str]) -> Iterator[_Block]:
    """Turn spans into blocks of whole lines; spans that share a line share the block."""
    text = repair.original
    starts = list(accumulate(map(len, old), initial=0))
    blocks: list[tuple[int, int, list[Span]]] = []
    for span in repair.spans:
        first = bisect_right(starts, span.start) - 1
        last = bisect_left(starts, span.end)
        if text[span.end - 1] == "\n":
            # The line end itself is repaired, so the next line may move up.
            last = min(last + 1, len(old))
        if blocks and first < blocks[-1][1]:
            begin, end, spans = blocks[-1]
            spans.append(span)
            blocks[-1] = begin, max(end, last), spans
        else:
            blocks.append((first, last, [span]))
    for first, last, spans in blocks:
        yield _Block(first, last, _split(_splice(text, starts[first], starts[last], spans)))


def _splice(text: str, start: int, end: int, spans: list[Span]) -> str:
    parts: list[str] = []
    for span in spans:
        parts += text[start : span.start], span.text
        start = span.end
    return "".join((*parts, text[start:end]))


def _hunks(blocks: Iterator[_Block]) -> Iterator[list[_Block]]:
    """Group blocks whose contexts would touch."""
    hunk: list[_Block] = []
    for block in blocks:
        if hunk and block.first - hunk[-1].last > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(block)
    if hunk:
        yield hunk


def _body(hunk: list[_Block], old: list[str], first: int, last: int) -> Iterator[str]:
    at = first
    for block in hunk:
        yield from _marked(" ", old[at : block.first])
        yield from _marked("-", old[block.first : block.last])
        yield from _marked("+", block.new)
        at = block.last
    yield from _marked(" ", old[at:last])


def _marked(mark: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield mark + line
        if not line.endswith("\n"):
            yield "\n\\ No newline at end of file\n"


def _range(first: int, length: int) -> str:
    """Write a range: from 1, or where it is empty, the line before it."""
    start = first + 1 if length else first
    return str(start) if length == 1 else f"{start},{length}"


def _quote(name: str) -> str:
    """Quote a path as git does where it holds a quote, a backslash, or a control character."""
    if name.isprintable() and not set(name) & set('"\\'):
        return name
    quoted = "".join(
        f"\\{byte:03o}" if byte < 0x20 or byte >= 0x7F else _backslashed(chr(byte))
        for byte in name.encode(errors="surrogateescape")
    )
    return f'"{quoted}"'


def _backslashed(character: str) -> str:
    return "\\" + character if character in '"\\' else character
