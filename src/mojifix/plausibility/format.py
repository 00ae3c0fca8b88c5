"""The one module that reads and writes the plausibility model's file.

Layout, little-endian: the magic ``b"MOJIFIX"`` and a version byte; the length of the header
(u32); the header (JSON: names, and for each array its type code, offset and item count); then
the arrays, each padded to a multiple of 8 bytes. Nothing is compressed, so the file is mapped
into memory as it is: opening it costs no copy, and processes share its pages.

The trainer imports the writer, the runtime the reader. A change of layout changes ``VERSION``.
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mojifix.errors import ModelFileError

MAGIC = b"MOJIFIX"
VERSION = 1
_ALIGNMENT = 8
_REMEDY = "reinstall mojifix, or run tools/train_plausibility.py in a checkout"


class ModelFile:
    """The open file: ``meta`` (names and settings) and ``arrays`` (read-only memory views)."""

    __slots__ = ("arrays", "meta")

    def __init__(self, meta: dict[str, Any], arrays: dict[str, memoryview]) -> None:
        self.meta = meta
        self.arrays = arrays


def write(path: Path, meta: Mapping[str, Any], arrays: Mapping[str, array[int]]) -> None:
    """Write a model. Item types are those of :mod:`array`: ``B``, ``H``, ``I``."""
    index: dict[str, tuple[str, int, int]] = {}
    blobs: list[bytes] = []
    at = 0
    for name, values in arrays.items():
        little = array(values.typecode, values)
        if sys.byteorder == "big":
            little.byteswap()
        blob = little.tobytes()
        blob += b"\0" * (-len(blob) % _ALIGNMENT)
        index[name] = (values.typecode, at, len(values))
        blobs.append(blob)
        at += len(blob)
    header = json.dumps({"meta": meta, "arrays": index}, ensure_ascii=True, sort_keys=True).encode()
    lead = len(MAGIC) + 1 + 4
    header += b" " * (-(lead + len(header)) % _ALIGNMENT)
    # Never in place: whoever has the old file mapped goes on reading it.
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(
        MAGIC + bytes([VERSION]) + struct.pack("<I", len(header)) + header + b"".join(blobs)
    )
    fresh.replace(path)


def read(path: Path) -> ModelFile:
    """Map a model into memory.

    Raises ``ModelFileError`` when it is missing, truncated, not a model, or of another version.
    """
    try:
        with path.open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError) as error:
        raise ModelFileError(
            f"the plausibility model cannot be read: {error}", where=str(path), remedy=_REMEDY
        ) from error
    lead = len(MAGIC) + 1 + 4
    if len(data) < lead or data[: len(MAGIC)] != MAGIC:
        raise ModelFileError("not a mojifix plausibility model", where=str(path), remedy=_REMEDY)
    if data[len(MAGIC)] != VERSION:
        raise ModelFileError(
            f"model version {data[len(MAGIC)]}, expected {VERSION}", where=str(path), remedy=_REMEDY
        )
    (length,) = struct.unpack("<I", data[lead - 4 : lead])
    try:
        header = json.loads(bytes(data[lead : lead + length]))
        body = data[lead + length :]
        arrays = {
            name: _view(body, code, at, count)
            for name, (code, at, count) in header["arrays"].items()
        }
        return ModelFile(header["meta"], arrays)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelFileError(
            f"the plausibility model is damaged: {error}", where=str(path), remedy=_REMEDY
        ) from error


def _view(body: memoryview, code: str, at: int, count: int) -> memoryview:
    size = array(code).itemsize
    piece = body[at : at + count * size]
    if len(piece) != count * size:
        raise ValueError("truncated")
    if sys.byteorder == "little":
        if code == "B":
            return piece
        return piece.cast("H" if code == "H" else "I")
    native = array(code, piece.tobytes())
    native.byteswap()
    return memoryview(native)
