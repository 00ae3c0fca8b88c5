r"""JSON Lines: one object on each line, for programs.

Every text is an object with one key: ``{"text": …}``, or ``{"bytes": …}`` in Base64 where it is
no valid Unicode (a path in another encoding, a lone surrogate), so that each line is valid JSON
and valid UTF-8 whatever came in. What commands a terminal is written as ``\u009b``: the same JSON,
and harmless where a person looks at it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mojifix.decode.model import ByteSpan, Decoded
from mojifix.files.fields import field
from mojifix.model import Channel, Finding, Repair, Span, SpanVerdict, Verdict
from mojifix.report.positions import Positions

__all__ = ["channel", "dump", "field", "found", "lines", "repaired", "verified"]


def dump(record: Mapping[str, Any]) -> str:
    """Write one record as one line, line end included."""
    out = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    if not out.isprintable():
        # Outside strings JSON is ASCII without controls, so each hit is inside a string.
        out = "".join(c if c.isprintable() else _escape(c) for c in out)
    return out + "\n"


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1] if character != "\x7f" else "\\u007f"


def repaired(name: str, repair: Repair, verdict: Verdict | None = None) -> dict[str, Any]:
    """Make the record of a repair, with the verdict on it where there is one."""
    record: dict[str, Any] = {
        "type": "repair",
        "path": field(name),
        "changed": repair.changed,
        "confidence": round(repair.confidence, 6),
        "spans": _spans(repair, verdict),
        "text": field(repair.text),
    }
    if isinstance(repair, Decoded):
        record["encoding"] = repair.encoding
    if verdict is not None:
        record["ok"] = verdict.ok
    return record


def verified(name: str, repair: Repair, verdict: Verdict) -> dict[str, Any]:
    """Make the record of a verdict."""
    return {
        "type": "verdict",
        "path": field(name),
        "ok": verdict.ok,
        "replays": verdict.replays,
        "outside": [list(stretch) for stretch in verdict.outside],
        "spans": _spans(repair, verdict),
    }


def compared(name: str, repaired: str, damaged: str, verdict: Verdict) -> dict[str, Any]:
    """Make the record of a verdict on what another tool made of a document."""
    positions = Positions(damaged)
    spans = []
    for said in verdict.spans:
        line, column = positions.locate(said.start)
        spans.append(
            {
                "line": line,
                "column": column,
                "start": said.start,
                "end": said.end,
                "found": field(said.damaged),
                "text": field(said.repaired),
                "chain": said.chain and [step.name for step in said.chain],
                "verdict": _verdict(said),
            }
        )
    return {
        "type": "verdict",
        "path": field(name),
        "repaired": field(repaired),
        "ok": verdict.ok,
        "replays": verdict.replays,
        "outside": [list(stretch) for stretch in verdict.outside],
        "spans": spans,
    }


def sibling(name: str, other: str, score: float, words: Sequence[str]) -> dict[str, Any]:
    """Make the record of a document about the same thing."""
    return {
        "type": "sibling",
        "path": field(name),
        "sibling": field(other),
        "score": round(score, 6),
        "words": [field(word) for word in words],
    }


def found(name: str, text: str, findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Make a record of each finding in a text."""
    positions = Positions(text)
    return [
        {
            "type": "finding",
            "path": field(name),
            **_place(text, positions, finding),
            "chain": [step.name for step in finding.chain],
            "confidence": round(finding.confidence, 6),
            "candidates": [field(candidate) for candidate in finding.candidates],
        }
        for finding in findings
    ]


def channel(one: Channel) -> dict[str, Any]:
    """Make the record of a channel."""
    return {
        "type": "channel",
        "name": one.name,
        "lossless": one.lossless,
        "summary": one.summary,
    }


def _place(text: str, positions: Positions, place: Span | Finding) -> dict[str, Any]:
    line, column = positions.locate(place.start)
    return {
        "line": line,
        "column": column,
        "start": place.start,
        "end": place.end,
        "found": field(text[place.start : place.end]),
    }


def _spans(repair: Repair, verdict: Verdict | None) -> list[dict[str, Any]]:
    if not repair.changed:
        return []
    positions = Positions(repair.original)
    records = []
    for i, span in enumerate(repair.spans):
        record = _place(repair.original, positions, span)
        record |= {
            "text": field(span.text),
            "chain": [step.name for step in span.chain],
            "lossless": span.lossless,
            "confidence": round(span.confidence, 6),
            "alternatives": [field(other) for other in span.alternatives],
        }
        if isinstance(span, ByteSpan):
            record |= {"byte_start": span.byte_start, "byte_end": span.byte_end}
        if verdict is not None:
            record["verdict"] = _verdict(verdict.spans[i])
        records.append(record)
    return records


def _verdict(said: SpanVerdict) -> dict[str, Any]:
    """Leave out what the span itself says already."""
    return {
        "replays": said.replays,
        "status": said.status.value,
        "strength": said.strength and said.strength.value,
        "sibling": None if said.sibling is None else field(said.sibling),
        "quotation": field(said.quotation),
        "sibling_start": said.sibling_start,
        "sibling_end": said.sibling_end,
        "reading": field(said.reading),
    }


def lines(records: Sequence[Mapping[str, Any]]) -> str:
    """Write several records."""
    return "".join(map(dump, records))
