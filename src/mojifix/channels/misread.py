"""Misreadings: text that was encoded one way and decoded another way.

``damage`` encodes with ``written`` and decodes with ``read``. Going back, ``undo`` gives whole
texts that replay, and ``choices`` says which places are determined and what the others may have
been. Where both codecs are one to one, as nearly always, that is two runs of a table through C;
otherwise :mod:`.lattice` finds the paths.
"""

from __future__ import annotations

from codecs import charmap_decode
from collections.abc import Mapping

from mojifix.channels.base import POLICY
from mojifix.channels.codecs import Codec, codec
from mojifix.channels.lattice import Pieces, pieces
from mojifix.channels.singlebyte import UNDEFINED, TableCodec
from mojifix.errors import ChannelError

ARROW = ">"
"""Between what was written and what was read, in a channel's name."""


_ENCODES = "/surrogateescape"
"""The one policy that is also one of encoders: lone surrogates become bytes again."""

_WIDE = ("utf-16", "utf-16-le", "utf-16-be")
"""Codecs that do not write a line feed as one byte."""

MAX_TEXTS = 64
"""Texts that ``undo`` gives: enough for the few codecs with two codes for a character. Where
more is open, ``choices`` tells it piece by piece."""

ONE_TO_ONE = frozenset(("utf-8>gb18030", "utf-8>euc-jp"))
"""Misreadings that are reversible although the reading codec has two codes for a character: the
other code never is well-formed in what was written. The tests prove it by walking both decoders
at once."""


class Misread:
    """Encoded as ``written``, decoded as ``read``. Compare and hash by name."""

    __slots__ = ("_exact", "_hash", "name", "read", "written")

    name: str
    written: Codec
    read: Codec

    def __init__(self, written: Codec, read: Codec) -> None:
        self.written = written
        self.read = read
        self.name = f"{written.name}{ARROW}{read.name}"
        self._hash = hash(self.name)
        self._exact: bool | None = None

    @property
    def lossless(self) -> bool:
        """True where no two texts are damaged to the same text."""
        if self.written.merged:
            return False
        return self.read.injective or self.name in ONE_TO_ONE

    @property
    def summary(self) -> str:
        """One line for people."""
        return f"written as {self.written.summary}, read as {self.read.summary}"

    def damage(self, text: str) -> str:
        """Encode as ``written``, decode as ``read``. Raises ``ChannelError`` where one can't."""
        try:
            return self.read.decode(self.written.encode(text))
        except UnicodeError as error:
            raise _refusal(self, text, error) from None

    def undo(self, text: str) -> tuple[str, ...]:
        """What ``text`` may have been: texts that ``damage`` maps to it, not more than 64."""
        if self._exact is None:
            self._exact = _one_to_one(self.read) and (
                self.written.name == "utf-8" or _one_to_one(self.written)
            )
        if self._exact:  # what encodes and decodes also replays
            try:
                return (self.written.decode(self.read.encode(text)),)
            except UnicodeError:
                return ()
        ambiguous = self.read.ambiguous
        if not ambiguous or ambiguous.isdisjoint(text):
            try:
                original = self.written.decode(self.read.encode(text))
            except UnicodeError:
                return ()
            if self.written.merged.keys().isdisjoint(original):
                return (original,) if self._replays(original, text) else ()
        return tuple(
            original for original in _combined(self.choices(text)) if self._replays(original, text)
        )

    def choices(self, text: str, among: frozenset[str] | None = None) -> Pieces:
        """What ``text`` may have been, piece by piece, each piece independent of the others.

        A piece is a tuple of originals: one where it is determined, several (the codec's first
        choice first, not more than 4,096) where it is not. ``among`` are the characters that what
        was lost may have been, besides ASCII; None means any. Empty when ``text`` can't have come
        out of this misreading, or leaves more than that open.
        """
        return _with_merged(pieces(self.written, self.read, text, among), self.written.merged)

    def _replays(self, original: str, text: str) -> bool:
        try:
            return self.damage(original) == text
        except ChannelError:
            return False

    @property
    def by_character(self) -> bool:
        """What happens to a character does not depend on its neighbors."""
        return isinstance(self.read, TableCodec) and self.written.name not in _WIDE

    def damage_marking(self, text: str, mark: str) -> str:
        """Like ``damage``, with ``mark`` for bytes that ``read`` leaves undefined.

        For those who damage many lines at once, so only where ``by_character`` holds. Raises
        ``ChannelError`` where ``written`` refuses.
        """
        assert isinstance(self.read, TableCodec)
        if self.read.lossy:  # it drops what is undefined: there is nothing to mark
            return self.damage(text)
        try:
            data = self.written.encode(text)
        except UnicodeError as error:
            raise _refusal(self, text, error) from None
        return charmap_decode(data, "strict", self.read.decoding.replace(UNDEFINED, mark))[0]

    def __repr__(self) -> str:
        return f"misread({self.written.name!r}, {self.read.name!r})"

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Misread) and self.name == other.name)

    def __hash__(self) -> int:
        return self._hash


_MADE: dict[tuple[str, str], Misread] = {}


def misread(written: str, read: str) -> Misread:
    """The misreading of ``written`` as ``read`` (names or aliases of codecs).

    The same codecs give the same object. Raises ``ChannelError`` for an unknown name, and for a
    policy on the side that was written.
    """
    found = _MADE.get((written, read))
    if found is None:
        first, second = codec(written), codec(read)
        if POLICY in first.name and not first.name.endswith(_ENCODES):
            plain = first.name.partition(POLICY)[0]
            raise ChannelError(
                "only the codec that was read can have a policy",
                where=first.name,
                remedy=f"say {first.name}, then {plain}{ARROW}{second.name}",
            )
        found = _MADE.setdefault((first.name, second.name), Misread(first, second))
    return found


def _one_to_one(codec: Codec) -> bool:
    """A table with one byte for each character, and nothing dropped."""
    return isinstance(codec, TableCodec) and codec.injective


def _combined(found: Pieces) -> list[str]:
    texts = [""] if found else []
    for piece in found:
        texts = [text + original for text in texts for original in piece][:MAX_TEXTS]
    return texts


def _with_merged(found: Pieces, merged: Mapping[str, str]) -> Pieces:
    """The pieces, with each character that other characters are written like as a choice."""
    if not merged:
        return found
    split: list[tuple[str, ...]] = []
    for piece in found:
        if len(piece) > 1:
            split.append(piece)
            continue
        start = 0
        for at, char in enumerate(piece[0]):
            if char in merged:
                split += (piece[0][start:at],), (char, *merged[char])
                start = at + 1
        split.append((piece[0][start:],))
    return tuple(piece for piece in split if piece != ("",))


def _refusal(channel: Misread, text: str, error: UnicodeError) -> ChannelError:
    if isinstance(error, UnicodeEncodeError):
        char = text[error.start]
        return ChannelError(
            f"{channel.written.name} has no byte for {char!r} (U+{ord(char):04X})",
            where=f"code point {error.start}",
        )
    assert isinstance(error, UnicodeDecodeError)
    culprits = error.object[error.start : error.end].hex(" ").upper()
    return ChannelError(
        f"{channel.read.name} has no character for {culprits}", where=f"byte {error.start}"
    )
