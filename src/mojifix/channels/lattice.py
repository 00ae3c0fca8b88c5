"""Going back through a decoder that may read different bytes as the same text.

A damaged character stands for one byte string, or for several: cp932 has two codes for the same
kanji, and U+FFFD stands for whatever the decoder did not understand. The byte strings of a text
form a lattice. Walk it from left to right, keep the paths that are still valid in the codec that
was written, and wherever all paths agree on what is pending, cut: what lies between two cuts is a
*piece*, with one original or several, and the pieces are independent of each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mojifix.channels.base import Codec

MAX_PATHS = 4096
"""Paths that are kept in one piece. U+FFFD from cp932 leaves some 300 for a kana, "?" from
windows-936 some 2,000; beyond this nothing could choose among them anyway."""

MAX_WORK = 100_000
"""Options and paths that are looked at for one text, some 0.2 s. A sentence needs some thousand;
this is for an adversary's."""

_CONTEXT = 4
"""Characters after an ambiguous place that its bytes are checked together with. No codec looks
further ahead than three bytes."""

Pieces = tuple[tuple[str, ...], ...]
"""The originals of each piece, in order. A piece with one original is determined."""


class _Path(NamedTuple):
    text: str
    pending: bytes
    """Bytes of the written codec that are not a character yet."""
    data: bytes
    """All bytes since the last cut, as the reader saw them."""
    before: int = 0
    """Where in ``text`` the last step began."""
    open: bool = False
    """Something was pending when it began."""


def pieces(written: Codec, read: Codec, text: str, among: frozenset[str] | None = None) -> Pieces:
    """What ``text`` may have been before it was written in one codec and read in the other.

    ``among`` are the characters that something lost may have been, besides ASCII. Empty when it
    can't have been anything, or far too much.
    """
    beginnings = None if among is None else _beginnings(written, among)
    found: list[tuple[str, ...]] = []
    paths = [_Path("", b"", b"")]
    seen = ""
    work = 0
    for run, certain in _runs(text, read.ambiguous):
        try:
            options = (read.encode(run),) if certain else read.options(run)
        except UnicodeEncodeError:
            return ()
        paths = _extended(paths, options, written)
        work += len(options) + len(paths)
        if work > MAX_WORK:
            return ()
        if beginnings is not None and among is not None and len(paths) > 1:
            paths = [path for path in paths if _usual(path, among, beginnings, certain=certain)]
        seen += run
        if certain:
            paths = [path for path in paths if _replays(path.data, seen, read)]
        if not paths or len(paths) > MAX_PATHS:
            return ()
        pending = paths[0].pending
        if all(path.pending == pending for path in paths) and (certain or not pending):
            found += _trimmed(list(dict.fromkeys(path.text for path in paths)))
            paths = [_Path("", pending, b"")]
            seen = ""
    finals = list(dict.fromkeys(path.text for path in paths if not path.pending))
    if not finals:
        return ()
    return _merged([*found, *_trimmed(finals)])


def _runs(text: str, ambiguous: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Ambiguous characters one by one; what is between them, a little context first."""
    start = 0
    for at, char in enumerate(text):
        if char in ambiguous:
            yield from _with_context(text[start:at])
            yield char, False
            start = at + 1
    yield from _with_context(text[start:])


def _with_context(run: str) -> Iterator[tuple[str, bool]]:
    for part in (run[:_CONTEXT], run[_CONTEXT:]):
        if part:
            yield part, True


def _extended(paths: list[_Path], options: tuple[bytes, ...], written: Codec) -> list[_Path]:
    found: list[_Path] = []
    ways: dict[bytes, list[tuple[str, bytes, bytes]]] = {}
    for path in paths:
        if path.pending not in ways:
            ways[path.pending] = list(_ways(path.pending, options, written))
        start, is_open = len(path.text), bool(path.pending)
        found += (
            _Path(path.text + text, pending, path.data + option, start, is_open)
            for text, pending, option in ways[path.pending]
        )
        if len(found) > MAX_WORK:
            return found
    return found


def _ways(
    pending: bytes, options: tuple[bytes, ...], written: Codec
) -> Iterator[tuple[str, bytes, bytes]]:
    """The options that can follow: what they complete, what is pending then, and themselves."""
    for option in options:
        try:
            text, left = written.begin(pending + option)
        except UnicodeDecodeError:
            continue
        yield text, left, option


@lru_cache(maxsize=16)
def _beginnings(written: Codec, among: frozenset[str]) -> frozenset[bytes]:
    """All that can be pending when only these characters are written."""
    codes = [code for char in among for code in written.options(char)]
    return frozenset((b"", *(code[:end] for code in codes for end in range(1, len(code)))))


def _usual(
    path: _Path, among: frozenset[str], beginnings: frozenset[bytes], *, certain: bool
) -> bool:
    """What the last step completed is among these, and what is pending can become one."""
    completed = path.text[path.before :]
    if certain:  # only the first character can have been open
        return not path.open or completed[:1] < "\x80" or completed[0] in among
    return path.pending in beginnings and all(c < "\x80" or c in among for c in completed)


def _replays(data: bytes, seen: str, read: Codec) -> bool:
    try:
        return read.decode(data) == seen
    except UnicodeDecodeError:
        return False


def _trimmed(texts: list[str]) -> Iterator[tuple[str, ...]]:
    """A piece without what all its originals begin and end with."""
    if len(texts) == 1:
        yield (texts[0],)
        return
    first, last = min(texts), max(texts)
    shortest = min(map(len, texts))
    front = 0
    while front < shortest and first[front] == last[front]:
        front += 1
    back = 0
    while back < shortest - front and len({text[len(text) - 1 - back] for text in texts}) == 1:
        back += 1
    yield (first[:front],)
    yield tuple(text[front : len(text) - back] for text in texts)
    yield (first[len(first) - back :],)


def _merged(found: list[tuple[str, ...]]) -> Pieces:
    """Neighboring determined pieces as one, empty ones left out."""
    merged: list[tuple[str, ...]] = []
    for piece in found:
        if len(piece) == 1 and merged and len(merged[-1]) == 1:
            merged[-1] = (merged[-1][0] + piece[0],)
        elif piece != ("",):
            merged.append(piece)
    return tuple(merged)
