"""Which files are meant: paths as given, folders walked, patterns asked.

Names are handled as the operating system gives them; bytes that are no UTF-8 are lone surrogates
in them (PEP 383), and become the same bytes when the file is opened.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mojifix.errors import InputError
from mojifix.files.replace import TEMPORARY

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec as Spec

_ALWAYS = (".git", ".hg", ".svn")
"""Folders of version control: mojifix never looks into them."""

_IGNORE = ".gitignore"


class Chosen(NamedTuple):
    """A file to look at. ``named`` is True where the user gave this very path."""

    path: str
    named: bool


class Patterns(NamedTuple):
    """Patterns as in ``.gitignore``, for paths relative to where the command runs."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force: bool = False
    """Ask the patterns also about paths that were given by name, as hooks want it."""


def walk(paths: Sequence[str], patterns: Patterns | None = None) -> Iterator[Chosen]:
    """Yield the files that paths mean, folders in sorted order, each file once."""
    patterns = patterns or Patterns()
    include = _spec(patterns.include) if patterns.include else None
    exclude = _spec(patterns.exclude) if patterns.exclude else None
    seen: set[str] = set()
    for path in paths:
        if os.path.isdir(path):
            for found in _folder(path, exclude, {}):
                if (include is None or include.match_file(_relative(found))) and found not in seen:
                    seen.add(found)
                    yield Chosen(found, named=False)
        elif path not in seen:
            if patterns.force and _shut_out(path, include, exclude):
                continue
            seen.add(path)
            yield Chosen(path, named=True)


def _shut_out(path: str, include: Spec | None, exclude: Spec | None) -> bool:
    relative = _relative(path)
    if exclude is not None and exclude.match_file(relative):
        return True
    return include is not None and not include.match_file(relative)


def _relative(path: str) -> str:
    """The path from here, with slashes: what patterns speak of."""
    if os.path.isabs(path) or path.startswith(".."):
        path = os.path.relpath(path)
    return os.path.normpath(path).replace(os.sep, "/")


def _folder(folder: str, exclude: Spec | None, ignores: dict[str, Spec | None]) -> Iterator[str]:
    """Walk one folder, depth first, without what is ignored or excluded."""
    top = os.path.abspath(folder)
    for above in _up_to_repository(top):
        ignores.setdefault(above, _ignore_file(above))
    yield from _walk(folder, top, exclude, ignores)


def _walk(
    folder: str, absolute: str, exclude: Spec | None, ignores: dict[str, Spec | None]
) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        raise InputError(
            f"cannot be listed: {error.strerror}", where=folder, remedy="check the permissions"
        ) from error
    own = {**ignores, absolute: _ignore_file(absolute)}
    for entry in entries:
        path = entry.path.removeprefix("./")
        full = os.path.join(absolute, entry.name)
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name in _ALWAYS and is_folder:
            continue
        slash = "/" if is_folder else ""
        if exclude is not None and exclude.match_file(_relative(path) + slash):
            continue
        if _ignored(full, slash, own):
            continue
        if is_folder:
            yield from _walk(path, full, exclude, own)
        elif entry.is_file(follow_symlinks=False) and not TEMPORARY.match(entry.name):
            # Links are not followed: what they lead to is found where it is, or is not meant.
            yield path


def _ignored(path: str, slash: str, ignores: dict[str, Spec | None]) -> bool:
    """What the deepest .gitignore that says anything says."""
    verdict = False
    for folder, spec in ignores.items():
        if spec is None:
            continue
        said = spec.check_file(os.path.relpath(path, folder).replace(os.sep, "/") + slash)
        if said.include is not None:
            verdict = said.include
    return verdict


def _up_to_repository(folder: str) -> list[str]:
    """The folders above, from the top of the repository down; none outside of a repository."""
    above: list[str] = []
    while True:
        if os.path.lexists(os.path.join(folder, ".git")):
            return above[::-1]
        parent = os.path.dirname(folder)
        if parent == folder:
            return []
        folder = parent
        above.append(folder)


def _ignore_file(folder: str) -> Spec | None:
    try:
        with open(os.path.join(folder, _IGNORE), encoding="utf-8", errors="surrogateescape") as f:
            return _spec(f.read().splitlines())
    except OSError:
        return None


def _spec(lines: Sequence[str]) -> Spec:
    from pathspec import GitIgnoreSpec  # most runs, hooks above all, are given files by name

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        raise InputError(
            f"is no pattern as in .gitignore: {error}", where=repr(lines), remedy="correct it"
        ) from error
