"""What every codec can do.

``encode`` and ``decode`` are what anybody expects. ``begin``, ``options`` and ``twins`` are there
for going back: which byte strings can a damaged character have been, and is what they begin with
still valid?
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mojifix.channels.tables import MERGED
from mojifix.errors import ChannelError

POLICY = "/"
"""Between a codec and what its decoder does with bytes that it does not understand."""

_LONGEST = 6
"""Bytes of the longest character in any codec (CESU-8 needs six for an emoji)."""

_NONE: Mapping[str, str] = MappingProxyType({})


class Codec:
    """One way to write text as bytes. There is one object per name; compare by identity."""

    __slots__ = ("_ambiguous", "_twins", "aliases", "filler", "lossy", "name", "summary")

    single_byte = False
    """One byte is one character, whatever its neighbors are."""

    name: str
    aliases: tuple[str, ...]
    summary: str
    lossy: bool
    """``decode`` may leave no trace of a byte, so that going back has to guess."""

    filler: str
    """What ``decode`` writes for bytes that it does not understand; empty where it refuses."""

    def __init__(
        self,
        name: str,
        aliases: tuple[str, ...],
        summary: str,
        *,
        lossy: bool = False,
        filler: str = "",
    ) -> None:
        self.name = name
        self.aliases = aliases
        self.summary = summary
        self.lossy = lossy
        self.filler = filler
        self._ambiguous: frozenset[str] | None = None
        self._twins: Mapping[str, tuple[bytes, ...]] | None = None

    def encode(self, text: str) -> bytes:
        """The bytes of ``text``. Raises ``UnicodeEncodeError`` for what has none."""
        raise NotImplementedError

    def decode(self, data: bytes) -> str:
        """The text of ``data``. Raises ``UnicodeDecodeError`` for bytes that are undefined."""
        raise NotImplementedError

    def begin(self, data: bytes) -> tuple[str, bytes]:
        """Decode as far as characters are complete: the text, and the bytes that are left.

        Raises ``UnicodeDecodeError`` where no continuation can make ``data`` valid.
        """
        for end in range(len(data), max(len(data) - _LONGEST, -1), -1):
            text = self._decoded(data[:end])
            if text is not None:
                return text, data[end:]
        return self.decode(data), b""  # raises

    @property
    def chars(self) -> tuple[str | None, ...]:
        """The character of each of the 256 bytes, None where undefined.

        Raises ``ChannelError`` for a codec that is not single-byte.
        """
        raise ChannelError("it is not single-byte, so it has no table", where=self.name)

    @property
    def byte_of(self) -> Mapping[str, int]:
        """The byte of each character: the inverse of ``chars`` (the lowest byte, if several).

        Raises ``ChannelError`` for a codec that is not single-byte.
        """
        raise ChannelError("it is not single-byte, so it has no table", where=self.name)

    @property
    def twins(self) -> Mapping[str, tuple[bytes, ...]]:
        """Characters with several byte strings: the ones that ``encode`` does not write."""
        if self._twins is None:
            self._twins = MappingProxyType(self._find_twins())
        return self._twins

    @property
    def ambiguous(self) -> frozenset[str]:
        """Characters that may come from more than one byte string."""
        if self._ambiguous is None:
            self._ambiguous = frozenset((*self.twins, *self.filler))
        return self._ambiguous

    @property
    def merged(self) -> Mapping[str, str]:
        """Characters with others that ``encode`` writes the same (only the key comes back)."""
        return MERGED.get(self.name, _NONE)

    @property
    def injective(self) -> bool:
        """No two byte strings decode to the same text."""
        return not self.lossy and not self.twins

    def options(self, char: str) -> tuple[bytes, ...]:
        """Byte strings that decode to ``char`` in some context, what ``encode`` writes first."""
        lost = self._lost() if char == self.filler else ()
        try:
            return (self.encode(char), *self.twins.get(char, ()), *lost)
        except UnicodeEncodeError:
            return (*self.twins.get(char, ()), *lost)

    def _decoded(self, data: bytes) -> str | None:
        try:
            return self.decode(data)
        except UnicodeDecodeError:
            return None

    def _lost(self) -> tuple[bytes, ...]:
        """Byte strings that ``decode`` may have replaced by ``filler``."""
        return ()

    def _find_twins(self) -> dict[str, tuple[bytes, ...]]:
        return {}

    def __repr__(self) -> str:
        return f"codec({self.name!r})"
