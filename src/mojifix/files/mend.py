"""The repair of a document: by its format, and without what is marked to be left alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mojifix.config import Config
from mojifix.decode.model import Decoded
from mojifix.files.cuts import LARGE
from mojifix.files.document import Document
from mojifix.files.markers import unmarked
from mojifix.model import Finding, Span

if TYPE_CHECKING:
    from mojifix.siblings import Siblings

TEXT = "text"
_ENDINGS = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".json": "json",
    ".geojson": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


def format_of(name: str, asked: str | None = None) -> str:
    """The format that is asked for, or else the one that the file's name tells."""
    if asked not in (None, "auto"):
        return str(asked)
    lower = name.lower()
    return next((f for ending, f in _ENDINGS.items() if lower.endswith(ending)), TEXT)


def mend(
    document: Document,
    *,
    config: Config | None = None,
    siblings: Siblings | None = None,
    form: str = TEXT,
) -> Decoded:
    """Repair a document. What is marked in it, or would break its structure, is left alone."""
    reading = document.reading
    text = reading.text
    spans: Sequence[Span] = ()
    if not text.isascii() or (form in ("json", "jsonl") and "\\u" in text):
        spans = _spans(text, config, siblings, form)
    if not spans and not reading.stretches:
        return Decoded(reading)
    from mojifix.decode.join import joined

    return Decoded(reading, unmarked(reading.original, joined(reading, spans)))


def suspects(
    document: Document, *, config: Config | None = None, form: str = TEXT
) -> tuple[Finding, ...]:
    """What looks damaged in a document, repaired or not, in offsets of its ``original``."""
    reading = document.reading
    text = reading.text
    found: Sequence[Finding] = ()
    if not text.isascii():
        found = _findings(text, config)
        if form != TEXT:
            from mojifix.files.structure import fitting

            found = fitting(text, found, form)
    if reading.stretches:
        from mojifix.decode.join import joined

        as_spans = [
            Span(f.start, f.end, f.candidates[0], f.chain, f.confidence, f.candidates[1:])
            for f in found
        ]
        found = [
            Finding(s.start, s.end, s.chain, s.confidence, (s.text, *s.alternatives))
            for s in joined(reading, as_spans)
        ]
    return unmarked(reading.original, found)


def _spans(
    text: str, config: Config | None, siblings: Siblings | None, form: str
) -> Sequence[Span]:
    if form != TEXT:
        from mojifix.files.structure import structured  # most files are text

        return structured(text, form, config, siblings)
    if siblings is None and (data := large(text)):
        from mojifix.files.units import mender_of

        return tuple(mender_of(data, config).spans(text))
    from mojifix.repair import repair  # loads the engine

    return repair(text, siblings=siblings, config=config).spans


def _findings(text: str, config: Config | None) -> Sequence[Finding]:
    if data := large(text):
        from mojifix.files.units import mender_of

        return tuple(mender_of(data, config).findings(text))
    from mojifix.detect import detect

    return detect(text, config=config)


def large(text: str) -> bytes:
    """The text in UTF-8 if it is to be repaired unit by unit; nothing if it is not so long."""
    if 4 * len(text) < LARGE:
        return b""
    data = text.encode("utf-8", "surrogatepass")
    return data if len(data) >= LARGE else b""
