"""Structured text: CSV, TSV, JSON and JSON Lines.

Theory of operation. A format knows where its values are (:mod:`.cells`, :mod:`.strings`): each has
a place in the text, a group (its column, its key), and the text that it stands for. Values of a
group come from one source, so they are repaired together (:func:`batch`, the only place that does
so). A repair goes back into the file only where it cannot touch the structure: neither what is
taken out nor what is put in may hold a delimiter, quote, escape or line end. So the repaired file
parses to the same structure by construction, and what surrounds the values stays byte for byte.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mojifix.config import Config
from mojifix.files.cells import cells
from mojifix.files.cuts import LARGE
from mojifix.files.strings import strings
from mojifix.files.values import Value
from mojifix.model import Finding, Span

if TYPE_CHECKING:
    from mojifix.siblings import Siblings


def structured(
    text: str, form: str, config: Config | None = None, siblings: Siblings | None = None
) -> tuple[Span, ...]:
    """The spans of a structured text, in its own offsets, none of which touches its structure."""
    groups: dict[str, list[Value]] = {}
    for value in values(text, form):
        groups.setdefault(value.group, []).append(value)
    found: list[Span] = []
    for group in groups.values():
        repaired = batch([value.text for value in group], config, siblings)
        for value, spans in zip(group, repaired, strict=True):
            found += filter(None, (value.placed(span) for span in spans))
    return tuple(sorted(found, key=lambda span: span.start))


def values(text: str, form: str) -> Sequence[Value]:
    """The values of a structured text that may be damaged, in order."""
    if form in ("csv", "tsv"):
        return [v for v in cells(text, "\t" if form == "tsv" else None) if not v.text.isascii()]
    return [v for v in strings(text) if not v.text.isascii()]


def batch(
    texts: Sequence[str], config: Config | None, siblings: Siblings | None
) -> list[list[Span]]:
    """The spans of each of several texts that come from one source, so that evidence is shared."""
    if siblings is None and sum(map(len, texts)) >= LARGE:
        from mojifix.files.units import Mender

        mender = Mender(texts, config)
        return [list(mender.unit(text)) for text in texts]
    from mojifix.repair import repair  # loads the engine

    spans = repair("\n".join(texts), siblings=siblings, config=config).spans
    result: list[list[Span]] = []
    at = i = 0
    for text in texts:
        own: list[Span] = []
        end = at + len(text)
        while i < len(spans) and spans[i].start < end:
            span = spans[i]
            if span.start >= at and span.end <= end:
                own.append(
                    Span(
                        span.start - at,
                        span.end - at,
                        span.text,
                        span.chain,
                        span.confidence,
                        span.alternatives,
                    )
                )
            i += 1
        result.append(own)
        at = end + 1
    return result


def fitting(text: str, findings: Sequence[Finding], form: str) -> tuple[Finding, ...]:
    """The findings that lie within values."""
    places = [(v.start, v.end) for v in values(text, form)]
    kept = []
    i = 0
    for finding in findings:
        while i < len(places) and places[i][1] <= finding.start:
            i += 1
        if i < len(places) and places[i][0] <= finding.start and finding.end <= places[i][1]:
            kept.append(finding)
    return tuple(kept)
