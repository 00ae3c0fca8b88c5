"""A file or a stream: its bytes, the text that they are, and how that text goes back."""

from __future__ import annotations

from mojifix.decode.model import Decoded
from mojifix.decode.read import read as read_bytes
from mojifix.decode.reading import Reading
from mojifix.errors import InputError

PROBED = 8192
"""Bytes from the beginning in which a NUL makes a file binary, as git does it."""

UTF_8 = "utf-8"


class Document:
    """The text of a file, and how it is laid out in bytes.

    Raises ``InputError`` where the bytes are no text.
    """

    __slots__ = ("data", "name", "reading")

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        """The path as the user gave it, or ``<stdin>``."""
        self.data = data
        reading = read_bytes(data)
        self.reading: Reading = reading
        if b"\0" in data and not reading.encoding.startswith(("utf-16", "utf-32")):
            raise BinaryError(
                f"looks binary: a NUL at byte offset {data.index(0)}",
                where=name,
                remedy="give it a text file",
            )

    @property
    def text(self) -> str:
        """All of it, line ends as they are, without the byte order mark."""
        return self.reading.text

    def encode(self, text: str, to: str | None = None) -> bytes:
        """Lay out ``text`` as this document is laid out, or in the encoding ``to``.

        Raises ``InputError`` for a character that the encoding does not hold.
        """
        try:
            return self.reading.encode(text) if to is None else self._converted(text, to)
        except UnicodeEncodeError as error:
            raise self._refusal(text[error.start], to) from error

    def written(self, repair: Decoded, to: str | None = None) -> bytes:
        """The repaired document. Without a change and a new encoding, these are its own bytes."""
        if to is None and not repair.changed:
            return self.data
        return self.encode(repair.text, to)

    def _converted(self, text: str, to: str) -> bytes:
        from mojifix.decode.encodings import base  # most files stay what they are

        target = base(to)
        mark = "\ufeff".encode(target.name) if self.reading.bom and "utf" in target.name else b""
        # What could not be decoded is no text, so it can't be converted either.
        return mark + target.encode(text) + self.reading.tail

    def _refusal(self, char: str, to: str | None) -> InputError:
        encoding = to or self.reading.encoding
        if "\ud800" <= char <= "\udfff":
            return InputError(
                f"holds U+{ord(char):04X}, which no encoding can write",
                where=self.name,
                remedy="use --json, which can",
            )
        return InputError(
            f"is {encoding}, which cannot hold the repaired character U+{ord(char):04X} {char}",
            where=self.name,
            remedy="give --to utf-8 to convert the file",
        )


class BinaryError(InputError):
    """A file is no text, by its content."""
