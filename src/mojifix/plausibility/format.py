"""The one module that reads and writes the plausibility model's file.

Layout: the magic ``b"MOJIFIX"`` and a version byte; the length of the header (u32, little-endian);
the header (zlib; JSON inside: the settings, and for each array its type code, item count, offset
and length in the file); then the arrays.

Each array is stored as *planes* (first the lowest byte of every item, then the next, so that the
order of bytes in memory is nobody's business) and deflated by itself. It is inflated when it is
asked for: what a text does not need (ideographs, for most) costs nothing. Storing the differences
of sorted keys in place of the keys would save 6 % of the file, and cost 6 ms before the first
Latin word can be read, which takes 8 ms without.

The trainer imports the writer, the runtime the reader. A change of layout changes ``VERSION``.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from mojifix.errors import ModelFileError

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path

MAGIC = b"MOJIFIX"
VERSION = 2
_LEAD = len(MAGIC) + 1 + 4
_LEVEL = 9
_TYPES = ("B", "H", "I")
_FOLDER = os.path.join(os.path.dirname(__file__), "data")
_REMEDY = "reinstall mojifix, or run tools/train_plausibility.py in a checkout"


def shipped(name: str) -> str:
    """Where a file of the model is that is part of the package."""
    return os.path.join(_FOLDER, name)


class ModelFile(NamedTuple):
    """The open file: ``meta`` (names and settings) and ``arrays`` (read-only memory views)."""

    meta: dict[str, Any]
    arrays: Mapping[str, memoryview]


class _Entry(NamedTuple):
    code: str
    items: int
    at: int
    length: int


class _Arrays(Mapping[str, memoryview]):
    """The arrays by name, inflated each time that one is asked for."""

    def __init__(self, path: str, body: memoryview, index: Mapping[str, Sequence[Any]]) -> None:
        self._path = path
        self._body = body
        self._index = {name: _Entry(*entry) for name, entry in index.items()}
        for entry in self._index.values():
            if entry.code not in _TYPES or entry.at < 0 or entry.at + entry.length > len(body):
                raise ValueError("truncated")

    def __getitem__(self, name: str) -> memoryview:
        """Raises ``ModelFileError`` when the file does not hold what its header says."""
        entry = self._index[name]
        piece = self._body[entry.at : entry.at + entry.length]
        try:
            return _unpacked(piece, entry)
        except (zlib.error, ValueError, OverflowError) as error:
            raise _damaged(self._path, f"{name}: {error}") from error

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)


def write(path: Path, meta: Mapping[str, Any], arrays: Mapping[str, array[int]]) -> None:
    """Write a model. Item types are those of :mod:`array`: ``B``, ``H``, ``I``."""
    index: dict[str, _Entry] = {}
    blobs: list[bytes] = []
    at = 0
    for name, values in arrays.items():
        blob = zlib.compress(planes(values), _LEVEL)
        index[name] = _Entry(values.typecode, len(values), at, len(blob))
        blobs.append(blob)
        at += len(blob)
    text = json.dumps({"meta": meta, "arrays": index}, ensure_ascii=True, sort_keys=True)
    header = zlib.compress(text.encode(), _LEVEL)
    # Never in place: whoever has the old file mapped goes on reading it.
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(
        MAGIC + bytes([VERSION]) + struct.pack("<I", len(header)) + header + b"".join(blobs)
    )
    fresh.replace(path)


def read(path: str | PathLike[str]) -> ModelFile:
    """Open a model, mapped into memory.

    Raises ``ModelFileError`` when it is missing, truncated, not a model, or of another version.
    """
    name = os.fspath(path)
    try:
        with open(path, "rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError) as error:
        raise ModelFileError(
            f"the plausibility model cannot be read: {error}", where=name, remedy=_REMEDY
        ) from error
    if len(data) < _LEAD or data[: len(MAGIC)] != MAGIC:
        raise ModelFileError("not a mojifix plausibility model", where=name, remedy=_REMEDY)
    if data[len(MAGIC)] != VERSION:
        raise ModelFileError(
            f"model version {data[len(MAGIC)]}, expected {VERSION}", where=name, remedy=_REMEDY
        )
    (length,) = struct.unpack("<I", data[_LEAD - 4 : _LEAD])
    try:
        header = json.loads(zlib.decompress(data[_LEAD : _LEAD + length]))
        return ModelFile(header["meta"], _Arrays(name, data[_LEAD + length :], header["arrays"]))
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(name, error) from error


def _damaged(path: str, why: object) -> ModelFileError:
    return ModelFileError(f"the plausibility model is damaged: {why}", where=path, remedy=_REMEDY)


def planes(values: array[int] | memoryview) -> bytes:
    """The bytes of an array as they are stored, the same on every machine."""
    data = values.tobytes()
    return b"".join(data[byte :: values.itemsize] for byte in _bytes_of(values.itemsize))


def _unpacked(piece: memoryview, entry: _Entry) -> memoryview:
    size = array(entry.code).itemsize
    count = entry.items
    data = zlib.decompress(piece, bufsize=count * size + 1)
    if len(data) != count * size:
        raise ValueError("truncated")
    if size == 1:
        return memoryview(data)
    whole = bytearray(count * size)
    for plane, byte in enumerate(_bytes_of(size)):
        whole[byte::size] = data[plane * count : (plane + 1) * count]
    return memoryview(whole).toreadonly().cast("H" if entry.code == "H" else "I")


def _bytes_of(size: int) -> range:
    """The bytes of an item in memory, lowest first."""
    return range(size) if sys.byteorder == "little" else range(size)[::-1]
