"""Reading files and streams, with the file's identity, so that it can be replaced later."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple

from mojifix.errors import InputError
from mojifix.files.document import Document

STDIN = "-"
"""The path that means standard input."""

STDIN_NAME = "<stdin>"


class Identity(NamedTuple):
    """Which file it was, and in which state."""

    device: int
    inode: int
    size: int
    modified: int

    @classmethod
    def of(cls, status: os.stat_result) -> Identity:
        """The identity of a file that was looked at."""
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


class Source(NamedTuple):
    """A file's bytes, the file that they come from (symbolic links followed), and its state."""

    name: str
    path: str
    data: bytes
    status: os.stat_result

    def digest(self) -> bytes:
        """SHA-256 of the bytes."""
        from hashlib import sha256  # 3 ms, and most files are left alone

        return sha256(self.data).digest()

    def reads(self) -> Iterator[bytes]:
        """The bytes, in one piece."""
        yield self.data


def read(
    path: str | os.PathLike[str], *, stdin: BinaryIO | None = None, stdin_name: str = STDIN_NAME
) -> Document:
    """Read a file, or standard input where ``path`` is ``-``.

    ``stdin`` stands in for the process's own standard input. Raises ``InputError`` where the path
    cannot be read or does not hold text; the error names the path and says what to do.
    """
    name = os.fspath(path)
    if name == STDIN:
        return Document(stdin_name, _read_stdin(stdin))
    return Document(name, read_file(name))


def read_file(name: str) -> bytes:
    """The bytes of a file or a named pipe. Raises ``InputError``."""
    with told(name):
        # A device may never end, and one cannot tell a device after it was opened without harm.
        _refuse_what_is_no_file(name, os.stat(name).st_mode)
        with open(name, "rb") as file:
            return file.read()


def read_source(name: str) -> Source:
    """Read a file that is to be replaced. Raises ``InputError`` for anything but a file."""
    with told(name):
        path = os.path.realpath(name, strict=True)
        mode = os.stat(path).st_mode
        _refuse_what_is_no_file(name, mode)
        if not stat.S_ISREG(mode):
            raise InputError(
                "is a pipe or a socket", where=name, remedy="only files can be repaired in place"
            )
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with open(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            return Source(name, path, file.read(), status)


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn what the operating system says into one line that says what to do."""
    if not name:
        raise InputError("an empty path names no file", remedy="check the paths")
    try:
        yield
    except InputError:
        raise
    except FileNotFoundError as error:
        raise InputError("no such file", where=name, remedy="check the path") from error
    except PermissionError as error:
        raise InputError(
            "permission denied", where=name, remedy="make the file readable for you"
        ) from error
    except OSError as error:
        remedy = "check the path and the disk"
        if error.errno == errno.EMFILE:
            remedy = "close other files, or raise the limit with ulimit -n"
        raise InputError(
            f"cannot be read: {error.strerror or error}", where=name, remedy=remedy
        ) from error
    except ValueError as error:
        if "null" not in str(error):
            raise
        raise InputError("is no path: it holds a NUL", where=name, remedy="name a file") from error


def size_of(path: str) -> int:
    """Bytes of a file; 0 for what is none, about which whoever reads it will say something."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def stdin_stream() -> BinaryIO:
    """Standard input. Raises ``InputError`` where it is closed."""
    # Python sets sys.stdin to None where the descriptor is closed.
    if sys.stdin is None:
        raise InputError("is closed", where="standard input", remedy="give it a file or a pipe")
    return sys.stdin.buffer


def _read_stdin(stdin: BinaryIO | None) -> bytes:
    if stdin is None:
        stdin = stdin_stream()
    try:
        return stdin.read()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror or error}",
            where="standard input",
            remedy="name a file instead",
        ) from error


def _refuse_what_is_no_file(name: str, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise InputError("is a folder", where=name, remedy="name the files in it")
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        # A device may never end: /dev/zero would fill the memory.
        raise InputError("is a device", where=name, remedy="use - for standard input")
    # Pipes are fine: <(command) is one.
