"""Reading a file or a stream as UTF-8 text, and writing it back in the same layout."""

from __future__ import annotations

import codecs
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from mojifix.errors import InputError

STDIN = "-"
"""The path that means standard input."""

STDIN_NAME = "<stdin>"

# Longest first: the mark of UTF-32 (little endian) begins with that of UTF-16.
_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32LE"),
    (codecs.BOM_UTF32_BE, "UTF-32BE"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file, and how it is laid out in bytes."""

    name: str
    """The path as the user gave it, or ``<stdin>``."""
    text: str
    """All of it, line ends as they are, without the byte order mark."""
    bom: bool = False
    """True where the file begins with a UTF-8 byte order mark."""

    def encode(self, text: str) -> bytes:
        """Lay out ``text`` as this document is laid out.

        Raises ``InputError`` for a lone surrogate, which UTF-8 cannot hold.
        """
        try:
            data = text.encode()
        except UnicodeEncodeError as error:
            raise InputError(
                f"the text holds a lone surrogate at code point {error.start}",
                where=self.name,
                remedy="UTF-8 cannot hold it; use --json, which can",
            ) from error
        return codecs.BOM_UTF8 + data if self.bom else data


def read(path: str | os.PathLike[str], *, stdin: BinaryIO | None = None) -> Document:
    """Read a UTF-8 file, or standard input where ``path`` is ``-``.

    ``stdin`` stands in for the process's own standard input. Raises ``InputError`` where the path
    cannot be read or does not hold UTF-8 text; the error names the path and says what to do.
    """
    name = os.fspath(path)
    if name == STDIN:
        return _document(STDIN_NAME, _read_stdin(stdin))
    return _document(name, _read_file(name))


def _read_stdin(stdin: BinaryIO | None) -> bytes:
    if stdin is None:
        # Python sets sys.stdin to None where the descriptor is closed.
        if sys.stdin is None:
            raise InputError("is closed", where="standard input", remedy="give it a file or a pipe")
        stdin = sys.stdin.buffer
    try:
        return stdin.read()
    except OSError as error:
        raise InputError(
            f"cannot be read: {_reason(error)}",
            where="standard input",
            remedy="name a file instead",
        ) from error


def _read_file(name: str) -> bytes:
    path = Path(name)
    try:
        mode = path.stat().st_mode
        _refuse_what_is_no_file(name, mode)
        return path.read_bytes()
    except InputError:
        raise
    except FileNotFoundError as error:
        raise InputError("no such file", where=name, remedy="check the path") from error
    except PermissionError as error:
        raise InputError(
            "permission denied", where=name, remedy="make the file readable for you"
        ) from error
    except OSError as error:
        raise InputError(
            f"cannot be read: {_reason(error)}", where=name, remedy="check the path and the disk"
        ) from error
    except ValueError as error:
        raise InputError("is no path: it holds a NUL", where=name, remedy="name a file") from error


def _refuse_what_is_no_file(name: str, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise InputError("is a folder", where=name, remedy="name the files in it")
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        # A device may never end: /dev/zero would fill the memory.
        raise InputError("is a device", where=name, remedy="use - for standard input")
    # Pipes are fine: <(command) is one.


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _document(name: str, data: bytes) -> Document:
    for mark, encoding in _OTHER_MARKS:
        if data.startswith(mark):
            raise InputError(
                f"is {encoding}, by its byte order mark; only UTF-8 is read",
                where=name,
                remedy=f"convert it first: iconv -f {encoding} -t UTF-8",
            )
    nul = data.find(0)
    if nul >= 0:
        raise InputError(
            f"looks binary: a NUL at byte offset {nul}", where=name, remedy="give it a text file"
        )
    bom = data.startswith(codecs.BOM_UTF8)
    try:
        # "utf-8" and not "utf-8-sig": a second mark is part of the text.
        text = (data[len(codecs.BOM_UTF8) :] if bom else data).decode()
    except UnicodeDecodeError as error:
        offset = error.start + (len(codecs.BOM_UTF8) if bom else 0)
        line = data.count(b"\n", 0, offset) + 1
        raise InputError(
            f"is not UTF-8: byte 0x{data[offset]:02X} at byte offset {offset}, line {line}",
            where=name,
            remedy="convert it to UTF-8 first, for example with iconv",
        ) from error
    return Document(name, text, bom)
