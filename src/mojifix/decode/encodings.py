"""The encodings that a file may be in as a whole: our catalogue's, and some of Python's."""

from __future__ import annotations

from functools import cache

BASE = "utf-8"
"""What a file is in unless it is wholly in something else. Bytes that are not become lone
surrogates (PEP 383), so that every file has this reading."""

_PYTHONS = {
    # Lone surrogates are legal in files of these, and come back.
    "utf-16-le": "surrogatepass",
    "utf-16-be": "surrogatepass",
    "utf-32-le": "surrogatepass",
    "utf-32-be": "surrogatepass",
    BASE: "surrogateescape",
}

STATEFUL = ("iso2022_jp_2", "iso2022_jp_2004", "iso2022_jp_3", "iso2022_jp_ext", "iso2022_kr", "hz")
"""Python's codecs for what is written in seven bits with escape sequences. The catalogue has
none, since no one reads other things as these."""


class Base:
    """An encoding: a name, ``encode`` and ``decode``, both raising ``UnicodeError``."""

    __slots__ = ("_codec", "_errors", "_python", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self._errors = _PYTHONS.get(name, "strict")
        self._python = name if name in _PYTHONS or name in STATEFUL else ""
        if not self._python:
            from mojifix.channels.codecs import codec  # UTF-8 needs no catalogue

            self._codec = codec(name)
            self.name = self._codec.name

    def encode(self, text: str) -> bytes:
        """The bytes of a text."""
        if self._python:
            return text.encode(self._python, self._errors)
        return self._codec.encode(text)

    def decode(self, data: bytes) -> str:
        """The text of bytes."""
        if self._python:
            return data.decode(self._python, self._errors)
        return self._codec.decode(data)


@cache
def base(name: str) -> Base:
    """The encoding of this name. Raises ``ChannelError`` for an unknown one."""
    return Base(name)
