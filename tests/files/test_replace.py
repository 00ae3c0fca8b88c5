"""Replacing a file: old or new, with everything that belongs to it, and nothing left beside it."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from mojifix.files.read import read_source
from mojifix.files.replace import ReplaceError, clean, replace, write_new

OLD = b"old\n"
NEW = b"new and longer\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "folder" / "a.txt"
    found.parent.mkdir()
    found.write_bytes(OLD)
    return found


def alone(path: Path) -> bool:
    return [other.name for other in path.parent.iterdir()] == [path.name]


def test_the_new_file_is_there(path: Path) -> None:
    replace(read_source(str(path)), NEW)
    assert path.read_bytes() == NEW
    assert alone(path)


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o400, 0o2755, 0o4711])
def test_the_mode_is_kept(path: Path, mode: int) -> None:
    path.chmod(mode)
    replace(read_source(str(path)), NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_is_kept(path: Path) -> None:
    os.chown(path, 1234, 4321)
    replace(read_source(str(path)), NEW)
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 4321)


def test_extended_attributes_are_kept(path: Path) -> None:
    try:
        os.setxattr(path, "user.note", b"keep me")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    replace(read_source(str(path)), NEW)
    assert os.getxattr(path, "user.note") == b"keep me"


def test_a_link_leads_where_it_led(path: Path) -> None:
    link = path.parent.parent / "link"
    link.symlink_to("folder/a.txt")
    replace(read_source(str(link)), NEW)
    assert link.is_symlink()
    assert path.read_bytes() == NEW


def test_hard_links_are_refused(path: Path) -> None:
    other = path.parent.parent / "other"
    os.link(path, other)
    with pytest.raises(ReplaceError, match=r"has 2 hard links.*--break-links"):
        replace(read_source(str(path)), NEW)
    assert path.read_bytes() == OLD
    replace(read_source(str(path)), NEW, break_links=True)
    assert (path.read_bytes(), other.read_bytes()) == (NEW, OLD)


def edited(path: Path) -> None:
    path.write_bytes(b"else")


def swapped(path: Path) -> None:
    path.rename(path.parent.parent / "moved")
    path.write_bytes(OLD)


def edited_in_secret(path: Path) -> None:
    status = path.stat()
    path.write_bytes(b"OLD\n")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("change", [edited, swapped, edited_in_secret])
def test_a_file_that_changed_meanwhile_is_left_alone(
    path: Path, change: Callable[[Path], None]
) -> None:
    source = read_source(str(path))
    change(path)
    now = path.read_bytes()
    with pytest.raises(ReplaceError, match="changed by another program meanwhile"):
        replace(source, NEW)
    assert path.read_bytes() == now
    assert alone(path)


def test_a_file_that_is_gone_stays_gone(path: Path) -> None:
    source = read_source(str(path))
    path.unlink()
    with pytest.raises(ReplaceError, match="cannot be replaced, and is as it was: No such file"):
        replace(source, NEW)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("call", ["write", "fsync", "fchmod", "replace", "open", "listxattr"])
@pytest.mark.parametrize(
    ("number", "remedy"),
    [(errno.ENOSPC, "free some space"), (errno.EIO, "check the disk"), (errno.EROFS, "writable")],
)
def test_whatever_fails_the_old_file_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, remedy: str
) -> None:
    source = read_source(str(path))

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(ReplaceError, match=remedy) as caught:
            replace(source, NEW)
    assert caught.value.where == str(path)
    assert path.read_bytes() == OLD
    assert alone(path)


def test_short_writes_are_continued(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, data[:3]))
    replace(read_source(str(path)), NEW)
    assert path.read_bytes() == NEW


def test_a_backup_is_the_old_file(path: Path) -> None:
    path.chmod(0o640)
    old = path.stat()
    replace(read_source(str(path)), NEW, backup=".bak")
    backup = path.with_name("a.txt.bak")
    assert backup.read_bytes() == OLD
    assert (backup.stat().st_mode, backup.stat().st_mtime_ns) == (old.st_mode, old.st_mtime_ns)


def test_a_backup_is_never_overwritten(path: Path) -> None:
    backup = path.with_name("a.txt.bak")
    backup.write_bytes(b"precious")
    with pytest.raises(ReplaceError, match=r"has a backup already, .*a\.txt\.bak"):
        replace(read_source(str(path)), NEW, backup=".bak")
    assert (path.read_bytes(), backup.read_bytes()) == (OLD, b"precious")
    backup.write_bytes(OLD)
    replace(read_source(str(path)), NEW, backup=".bak")
    assert (path.read_bytes(), backup.read_bytes()) == (NEW, OLD)


def test_temporary_files_of_dead_runs_are_removed_and_of_living_ones_kept(path: Path) -> None:
    names = [f".a.txt.mojifix-{digit * 16}.tmp" for digit in "0a"]
    for name in names:
        path.with_name(name).write_bytes(b"half")
    path.with_name(".a.txt.mojifix-short.tmp").write_bytes(b"somebody else's")
    path.with_name(".b.mojifix-" + "1" * 16 + ".tmp").mkdir()
    with path.with_name(names[1]).open("rb") as alive:
        fcntl.flock(alive, fcntl.LOCK_EX)
        assert clean(str(path.parent)) == 1
    assert path.with_name(names[1]).exists()
    assert path.with_name(".a.txt.mojifix-short.tmp").exists()
    assert clean(str(path.parent)) == 1


def test_long_names(tmp_path: Path) -> None:
    path = tmp_path / ("ö" * 127)
    path.write_bytes(OLD)
    replace(read_source(str(path)), NEW)
    assert path.read_bytes() == NEW


def test_a_new_file_has_the_mode_of_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "new"
    old = os.umask(0o027)
    try:
        write_new(str(path), [NEW])
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o600)
    write_new(str(path), [OLD])
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (OLD, 0o600)


def test_a_device_can_be_written_to() -> None:
    write_new("/dev/null", [NEW])
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
