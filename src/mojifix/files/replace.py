"""Replacing a file: the old one or the new one, whatever fails, and never half of either.

Theory of operation. The new bytes go to a temporary file in the same folder (a rename is atomic
only within a file system), with the old file's mode, owner and extended attributes, and onto the
disk (fsync) before anything else happens. Then the old file is looked at once more: is it still
the file that was read, in the state that was read? Only then the temporary file takes its name,
and the folder goes to the disk. Whatever fails before the rename leaves the old file as it was.

A temporary file is locked as long as its writer lives. One that can be locked is a dead run's,
and is removed; so no process can take away another one's.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Protocol

from mojifix.errors import InputError
from mojifix.files.read import Identity

try:
    import fcntl
except ImportError:  # Windows has other locks, and does not rename over open files anyway
    fcntl = None  # type: ignore[assignment]

TEMPORARY = re.compile(r"^\..{0,200}\.mojifix-[0-9a-f]{16}\.tmp$", re.DOTALL)
"""Names of temporary files, of this run and of others."""
_LONGEST = 60
"""Characters of the file's name that its temporary file keeps: 255 bytes is the most that file
systems take, and a character may be four."""


_PIECE = 1 << 20
"""Bytes that are read at once of a file that is only looked at."""


class ReplaceError(InputError):
    """A file cannot be replaced. It is as it was."""


class Replaceable(Protocol):
    """A file that was read: in memory (``read.Source``) or not (``large.Large``)."""

    @property
    def name(self) -> str:
        """As the user gave it."""

    @property
    def path(self) -> str:
        """Symbolic links followed."""

    @property
    def status(self) -> os.stat_result:
        """Its state when it was read."""

    def digest(self) -> bytes:
        """SHA-256 of its bytes when it was read."""

    def reads(self) -> Iterable[bytes]:
        """Its bytes, in pieces."""


def replace(
    source: Replaceable,
    data: bytes | Iterable[bytes],
    *,
    break_links: bool = False,
    backup: str | None = None,
    before: Callable[[], None] | None = None,
) -> None:
    """Write ``data`` (in one piece or many) in the place of the file that ``source`` was read from.

    ``backup`` is a suffix under which the old file is kept. ``before`` runs when everything is
    written but the name. Raises ``ReplaceError``; the file is then as it was, unless the error
    says that it is replaced.
    """
    if source.status.st_nlink > 1 and not break_links:
        raise ReplaceError(
            f"has {source.status.st_nlink} hard links, of which only this one would be repaired",
            where=source.name,
            remedy="give --break-links if that is meant",
        )
    with _failing(source.name):
        if backup is not None:
            _back_up(source, source.path + backup)
        with _temporary(source.path) as (descriptor, temporary):
            pieces = (data,) if isinstance(data, bytes) else data
            _fill(descriptor, pieces, source.status, source.path)
            _unchanged(source)
            if before is not None:
                before()
            os.replace(temporary, source.path)
    try:
        _sync_folder(source.path)
    except OSError as error:
        raise ReplaceError(
            f"is replaced, but its folder may not be on the disk: {error.strerror}",
            where=source.name,
            remedy="check the disk",
        ) from error


def clean(folder: str) -> int:
    """Remove temporary files that dead runs left in a folder; how many there were."""
    removed = 0
    try:
        names = [name for name in os.listdir(folder or ".") if TEMPORARY.match(name)]
    except OSError:
        return 0  # whoever reads the files will say so
    for name in names:
        removed += _remove_if_dead(os.path.join(folder, name))
    return removed


def _remove_if_dead(path: str) -> bool:
    if fcntl is None:
        return False
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return False
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.unlink(path)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True


@contextlib.contextmanager
def _failing(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if isinstance(error, InputError):
            raise
        remedy = {
            errno.ENOSPC: "free some space",
            errno.EDQUOT: "free some space",
            errno.EROFS: "make the file system writable",
            errno.EACCES: "make the folder writable for you",
            errno.EPERM: "make the file and its folder writable for you",
            errno.EMFILE: "close other files, or raise the limit with ulimit -n",
        }.get(error.errno or 0, "check the disk and try again")
        raise ReplaceError(
            f"cannot be replaced, and is as it was: {error.strerror or error}",
            where=name,
            remedy=remedy,
        ) from error


@contextlib.contextmanager
def _temporary(path: str) -> Iterator[tuple[int, str]]:
    """A new file beside ``path``, locked; it is removed unless it was renamed."""
    folder, name = os.path.split(path)
    for _ in count():
        unique = os.urandom(8).hex()
        temporary = os.path.join(folder, f".{name[:_LONGEST]}.mojifix-{unique}.tmp")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(temporary, flags | getattr(os, "O_BINARY", 0), 0o600)
        try:
            if _locked(descriptor, temporary):
                yield descriptor, temporary
                return
        finally:
            os.close(descriptor)
            with contextlib.suppress(OSError):
                # After a rename there is nothing of this name.
                os.unlink(temporary)


def _locked(descriptor: int, temporary: str) -> bool:
    """Lock a new file; False where another run took it for a dead one's before that."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # no locks here: then nobody cleans either
    return os.path.lexists(temporary)


def _write(descriptor: int, pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        view = memoryview(piece)
        while view:
            view = view[os.write(descriptor, view) :]


def _fill(descriptor: int, pieces: Iterable[bytes], status: os.stat_result, path: str) -> None:
    _write(descriptor, pieces)
    if hasattr(os, "fchown"):
        mine = os.fstat(descriptor)
        if (mine.st_uid, mine.st_gid) != (status.st_uid, status.st_gid):
            os.fchown(descriptor, status.st_uid, status.st_gid)
    _copy_attributes(path, descriptor)
    if hasattr(os, "fchmod"):
        # Last: a change of the owner takes set-user-id away.
        os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
    os.fsync(descriptor)


def _copy_attributes(path: str, descriptor: int) -> None:
    """Copy extended attributes, which hold access control lists too."""
    if not hasattr(os, "listxattr"):
        return
    try:
        names = os.listxattr(path)
    except OSError as error:
        if error.errno in (errno.ENOTSUP, errno.ENODATA):
            return
        raise
    for name in names:
        value = os.getxattr(path, name)
        try:
            os.setxattr(descriptor, name, value)
        except OSError:
            # The system sets some by itself (security.selinux); what is there already is kept.
            if os.getxattr(descriptor, name) != value:
                raise


def _unchanged(source: Replaceable) -> None:
    """Is the file still the one that was read? Raises ``ReplaceError``."""
    status = os.stat(source.path, follow_symlinks=False)
    if Identity.of(status) != Identity.of(source.status) or _sum(source.path) != source.digest():
        raise changed_meanwhile(source.name)


def changed_meanwhile(name: str) -> ReplaceError:
    """The error for a file that another program wrote while it was repaired."""
    return ReplaceError(
        "was changed by another program meanwhile, and is left alone",
        where=name,
        remedy="run mojifix again",
    )


def _sum(path: str) -> bytes:
    from hashlib import sha256  # see Source.digest

    digest = sha256()
    with open(path, "rb") as file:
        while data := file.read(_PIECE):
            digest.update(data)
    return digest.digest()


def _back_up(source: Replaceable, path: str) -> None:
    """Keep the old file under another name. Raises ``ReplaceError`` rather than overwrite one."""
    if os.path.lexists(path):
        if _sum(path) == source.digest():
            return  # made by a run that was stopped
        raise ReplaceError(
            f"has a backup already, {path}",
            where=source.name,
            remedy="move it away, or give another suffix: --backup=.old",
        )
    with _temporary(path) as (descriptor, temporary):
        _fill(descriptor, source.reads(), source.status, source.path)
        status = source.status
        os.utime(temporary, ns=(status.st_atime_ns, status.st_mtime_ns))
        os.replace(temporary, path)
    _sync_folder(path)


def write_new(path: str, pieces: Iterable[bytes]) -> None:
    """Write a file that need not be there, atomically. Raises ``ReplaceError``."""
    with _failing(path):
        target = os.path.realpath(path)
        if os.path.lexists(target) and not stat.S_ISREG(os.stat(target).st_mode):
            # A device or a pipe takes data, and cannot be replaced.
            with open(target, "wb") as file:
                file.writelines(pieces)
            return
        with _temporary(target) as (descriptor, temporary):
            _write(descriptor, pieces)
            if hasattr(os, "fchmod"):
                os.fchmod(descriptor, _mode(target))
            os.fsync(descriptor)
            os.replace(temporary, target)
        _sync_folder(target)


def _mode(path: str) -> int:
    """The mode of the file that is replaced, or what the umask leaves for a new one."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(os.stat(path).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(path: str) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(os.path.dirname(path) or ".", os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some file systems have no folders to write
            raise
    finally:
        os.close(descriptor)
