"""How to go back: one record for each file that was repaired in place.

A record holds what was put where and the chain that damaged it, not the old file: the proof that
the chain leads back to the damage is what restores it. The sums (SHA-256) of the file before and
after say whether the file is still the one that was repaired, and whether it came back.

Records are written before the file is replaced, each in one piece and onto the disk, so that no
change is without one. Several runs may write to one journal at once.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from mojifix.decode.encodings import BASE, base
from mojifix.decode.model import Decoded
from mojifix.errors import InputError, MojifixError
from mojifix.files.fields import field, value
from mojifix.files.read import Source, read_source, told
from mojifix.files.replace import Replaceable, ReplaceError, replace

try:
    import fcntl
except ImportError:  # Windows appends in one piece by itself
    fcntl = None  # type: ignore[assignment]


class Place(NamedTuple):
    """A span as a journal needs it."""

    at: int
    """Code points of the repaired text before it."""
    text: str
    chain: tuple[str, ...]


def record(source: Source, repair: Decoded, new: bytes, to: str | None) -> dict[str, Any]:
    """The record of one file."""
    places = []
    shift = 0
    for span in repair.spans:
        names = tuple(step.name for step in span.chain)
        places.append(Place(span.start + shift, span.text, names))
        shift += len(span.text) - (span.end - span.start)
    return {
        **_sums(source.path, source.digest(), sha256(new).digest()),
        "encoding": repair.encoding,
        "bom": repair.bom.hex(),
        "tail": repair.reading.tail.hex(),
        "to": to or repair.encoding,
        "spans": _spans(places),
    }


def record_of_stream(
    source: Replaceable, after: bytes, mark: bytes, places: Iterable[Place]
) -> dict[str, Any]:
    """The record of a large file of UTF-8; ``after`` is the SHA-256 of what it becomes."""
    return {
        **_sums(source.path, source.digest(), after),
        "encoding": BASE,
        "bom": mark.hex(),
        "tail": "",
        "to": BASE,
        "spans": _spans(places),
    }


def _sums(path: str, before: bytes, after: bytes) -> dict[str, Any]:
    return {
        "type": "change",
        "path": field(os.path.abspath(path)),
        "before": before.hex(),
        "after": after.hex(),
    }


def _spans(places: Iterable[Place]) -> list[dict[str, Any]]:
    return [{"at": p.at, "text": field(p.text), "chain": list(p.chain)} for p in places]


def append(path: str, entry: Mapping[str, Any]) -> None:
    """Write a record, in one piece and onto the disk. Raises ``InputError``."""
    line = json.dumps(entry, separators=(",", ":")).encode() + b"\n"
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            if fcntl is not None:
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            size = os.fstat(descriptor).st_size
            if size and os.pread(descriptor, 1, size - 1) != b"\n":
                line = b"\n" + line  # a run died while it wrote: its record stays by itself
            view = memoryview(line)
            while view:
                view = view[os.write(descriptor, view) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise InputError(
            f"the journal cannot be written, so nothing is replaced: {error.strerror or error}",
            where=path,
            remedy="name a journal on a disk that can be written",
        ) from error


def records(path: str) -> list[dict[str, Any]]:
    """The records of a journal, the last one first. Raises ``InputError`` where it is none."""
    with told(path), open(path, "rb") as file:
        lines = file.read().split(b"\n")
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        entry = _parsed(line)
        if entry is not None:
            found.append(entry)
        elif number == 1 and len(lines) > 1:
            raise InputError(
                "is no journal: line 1 is no record of a change",
                where=path,
                remedy="name the file that was given to repair --journal",
            )
        # Else a run died while it wrote the record, and did not replace the file.
    return found[::-1]


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) and entry.get("type") == "change" else None


class Undone(NamedTuple):
    """What became of one record: ``done`` is False where there was nothing to undo."""

    name: str
    done: bool
    places: int


def undo(entry: Mapping[str, Any], journal: str = "") -> Undone:
    """Restore one file by running each span's chain on it again.

    Raises ``InputError`` where the file was changed since, or does not come back, and where the
    record, of the file ``journal``, is none.
    """
    try:
        name, places = value(entry["path"]), len(entry["spans"])
        before, after = entry["before"], entry["after"]
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"holds a record of a change without all its fields: {error!r}",
            where=journal,
            remedy="the journal is damaged, or of another version of mojifix",
        ) from error
    source = read_source(name)
    now = source.digest().hex()
    if now == before:
        return Undone(name, done=False, places=places)
    if now != after:
        raise ReplaceError(
            "was changed since it was repaired, and is left alone",
            where=name,
            remedy="undo that change first",
        )
    try:
        old = _restored(source.data, entry)
    except (MojifixError, ValueError, KeyError, IndexError, TypeError) as error:
        raise ReplaceError(
            f"does not come back: {error}", where=name, remedy="the journal is damaged"
        ) from error
    if sha256(old).hexdigest() != before:
        raise ReplaceError(
            "does not come back as it was", where=name, remedy="the journal is damaged"
        )
    replace(source, old, break_links=True)
    return Undone(name, done=True, places=places)


def _restored(data: bytes, entry: Mapping[str, Any]) -> bytes:
    to = base(entry["to"])
    tail = bytes.fromhex(entry["tail"])
    mark = bytes.fromhex(entry["bom"])
    ours = "\ufeff".encode(to.name) if mark and "utf" in to.name else b""
    text = to.decode(data[len(ours) : len(data) - len(tail)])
    restored = "".join(_pieces(text, entry["spans"]))
    return mark + base(entry["encoding"]).encode(restored) + tail


def _pieces(text: str, spans: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    from mojifix.channels import parse  # loads the codecs

    at = 0
    for span in spans:
        put = value(span["text"])
        yield text[at : span["at"]]
        at = span["at"] + len(put)
        if text[span["at"] : at] != put:
            raise ValueError(f"{put!r} is not at code point {span['at']}")
        yield parse(*span["chain"]).damage(put)
    yield text[at:]
