"""From what people hand over to named texts: texts, files, folders, pairs, mappings.

This is the only module of the package that reads files.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

from mojifix.errors import InputError

Source: TypeAlias = "str | os.PathLike[str] | tuple[str, str]"
"""A text, the path of a file or folder, or a name and a text."""

Sources: TypeAlias = "Source | Iterable[Source] | Mapping[str, str]"
"""One source, several, or texts by name. A pair on its own is two texts; in a list it is one
named text."""

Reader: TypeAlias = Callable[[Path], str]
"""How to get the text of a file. Raises ``OSError`` or ``ValueError`` where it can't."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its BOM begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, or in UTF-16 or UTF-32 with a byte order mark.

    Raises ``InputError`` for anything else: a witness whose encoding is a guess is none.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(error.strerror or str(error), where=str(path)) from error
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"not {encoding.removesuffix('-sig').upper()} text (byte {error.start})",
            where=str(path),
            remedy="convert the file, or hand over its text",
        ) from error
    if "\0" in text:
        raise InputError("a binary file (it holds NUL)", where=str(path))
    return text


class Document(NamedTuple):
    """A text, what it is called, and what it came from."""

    name: str
    """The path of the file, the name that was given, or the number among those given, from 1."""
    text: str
    source: Source


def documents(
    sources: Sources, *, read: Reader = read_text, skipped: list[tuple[str, str]] | None = None
) -> Iterator[Document]:
    """Every text of the sources, with its name.

    Folders are walked in the order of names, without hidden files and folders. A file in a
    folder that can't be read as text is left out and noted in ``skipped`` with the reason; one
    that is named itself raises ``InputError``. Raises ``TypeError`` for what is no source.
    """
    for number, source in enumerate(_each(sources), 1):
        if isinstance(source, str):
            yield Document(str(number), source, (str(number), source))
        elif isinstance(source, tuple):
            pair = _pair(source)
            yield Document(*pair, pair)
        elif isinstance(source, os.PathLike):
            yield from _files(Path(source), read, skipped)
        else:
            raise TypeError(
                "a sibling must be a text, a path or a pair of name and text, "
                f"not {type(source).__name__}"
            )


def _each(sources: object) -> Iterable[object]:
    if isinstance(sources, str | os.PathLike):
        return (sources,)
    if isinstance(sources, Mapping):
        return tuple(sources.items())
    if isinstance(sources, Iterable) and not isinstance(sources, bytes | bytearray):
        return sources
    raise TypeError(f"siblings must be texts or paths, not {type(sources).__name__}")


def _pair(source: tuple[object, ...]) -> tuple[str, str]:
    if len(source) == 2:
        name, text = source
        if isinstance(name, str) and isinstance(text, str):
            return name, text
    raise TypeError("a tuple among siblings must be a pair of name and text")


def _files(path: Path, read: Reader, skipped: list[tuple[str, str]] | None) -> Iterator[Document]:
    if not path.is_dir():
        if not path.exists():
            raise InputError("no such file or folder", where=str(path), remedy="check the paths")
        yield Document(str(path), read(path), path)
        return
    for file in _walk(path):
        try:
            text = read(file)
        except (OSError, ValueError) as error:
            if skipped is not None:
                skipped.append((str(file), getattr(error, "what", None) or str(error)))
        else:
            yield Document(str(file), text, file)


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if not name.startswith(".") and path.is_file():  # no FIFO, no device
                yield path
