"""Files that are not read into memory: opened once, surveyed, read again in blocks."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from hashlib import sha256
from typing import BinaryIO, NamedTuple

from mojifix.errors import InputError
from mojifix.files.cuts import BLOCK, LARGE
from mojifix.files.markers import FILE
from mojifix.files.read import STDIN, size_of, told

_MARKED = FILE.encode()


class Survey(NamedTuple):
    """What one look at all bytes of a file tells."""

    utf_8: bool
    """It is UTF-8 throughout, not in seven bits with escape sequences, and without a NUL."""
    ignored: bool
    """It asks to be left alone."""


class Large:
    """A file that can be read from any place, and more than once. Closed by ``close``."""

    def __init__(self, name: str, path: str, file: BinaryIO, status: os.stat_result) -> None:
        self.name = name
        """As the user gave it."""
        self.path = path
        """Symbolic links followed."""
        self.status = status
        self._file = file
        self._digest = b""

    @property
    def size(self) -> int:
        """Bytes."""
        return self.status.st_size

    def reads(self, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """The bytes from ``start`` to ``end``, some at a time. Raises ``InputError``."""
        at, end = start, self.size if end is None else end
        while at < end:
            data = self.read(at, min(BLOCK, end - at))
            if not data:
                break
            at += len(data)
            yield data

    def read(self, at: int, number: int) -> bytes:
        """Bytes from one place. Raises ``InputError``."""
        with told(self.name):
            self._file.seek(at)
            return self._file.read(number)

    def digest(self) -> bytes:
        """SHA-256 of the bytes, as :meth:`survey` found them."""
        return self._digest

    def survey(self) -> Survey:
        """Look at all of it. Raises ``InputError``."""
        digest = sha256()
        decoder = codecs.getincrementaldecoder("utf-8")()
        utf_8 = only_ascii = True
        stateful = ignored = False
        tail = b""
        for data in self.reads():
            digest.update(data)
            seen = tail + data
            tail = seen[1 - len(_MARKED) :]
            ignored = ignored or _MARKED in seen
            stateful = stateful or b"\x1b$" in seen or b"~{" in seen
            if utf_8:
                utf_8 = b"\0" not in data and _continues(decoder, data)
            only_ascii = only_ascii and data.isascii()
        utf_8 = utf_8 and _continues(decoder, b"", final=True)
        self._digest = digest.digest()
        return Survey(utf_8 and not (stateful and only_ascii), ignored)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _continues(decoder: codecs.IncrementalDecoder, data: bytes, *, final: bool = False) -> bool:
    """Do these bytes go on as UTF-8?"""
    try:
        decoder.decode(data, final)
    except UnicodeDecodeError:
        return False
    return True


def open_large(path: str) -> Large | None:
    """Open a file that is large; None for any other one, about which nothing is said here.

    Raises ``InputError`` where a large file cannot be read.
    """
    if path == STDIN or size_of(path) < LARGE:
        return None
    with told(path):
        real = os.path.realpath(path, strict=True)
        descriptor = os.open(real, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        file = open(descriptor, "rb")  # noqa: SIM115 - who asked closes it
        return Large(path, real, file, os.fstat(descriptor))


def spooled(first: bytes, rest: BinaryIO, name: str) -> Large:
    """Put a stream that turned out to be large into a file without a name.

    Raises ``InputError`` where there is no room for it.
    """
    import tempfile  # for streams only

    try:
        file = tempfile.TemporaryFile()  # noqa: SIM115 - who asked closes it
        file.write(first)
        while data := rest.read(BLOCK):
            file.write(data)
        file.flush()
        return Large(name, "", file, os.fstat(file.fileno()))
    except OSError as error:
        raise InputError(
            f"cannot be kept in {tempfile.gettempdir()}: {error.strerror or error}",
            where=name,
            remedy="make room there, or set TMPDIR to a folder that has some",
        ) from error
