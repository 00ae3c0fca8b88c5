"""The places of a repair in their context: what stood there, what stands there now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mojifix.model import Repair, Span
from mojifix.report.positions import Positions
from mojifix.report.safe import cells, clip, safe, shown


@dataclass(frozen=True, slots=True)
class Place:
    """One span, where it is, and the repaired text around it."""

    span: Span
    line: int
    column: int
    """Counted from 1 in the damaged text; columns in code points."""
    found: str
    before: str
    after: str
    """The rest of the line on both sides, as repaired, no more than :func:`places` was asked."""


def places(repair: Repair, reach: int) -> Iterator[Place]:
    """Walk over the places of a repair, with up to ``reach`` code points on either side."""
    positions = Positions(repair.original)
    shift = 0
    for span in repair.spans:
        start = span.start + shift
        end = start + len(span.text)
        shift += len(span.text) - (span.end - span.start)
        yield Place(
            span,
            *positions.locate(span.start),
            found=repair.original[span.start : span.end],
            before=_last_line(repair.text[max(0, start - reach) : start]),
            after=_first_line(repair.text[end : end + reach]),
        )


def _last_line(text: str) -> str:
    return text[max(text.rfind("\n"), text.rfind("\r")) + 1 :]


def _first_line(text: str) -> str:
    return text.replace("\r", "\n").partition("\n")[0]


def in_context(place: Place, width: int) -> tuple[str, str, str, str]:
    """Fit a place into ``width`` columns: what is before, was found, stands there now, is after.

    A third of the room goes to what stands before; what one side does not need, the other gets.
    """
    found = clip(shown(place.found), width // 4)
    now = clip(shown(place.span.text), width // 4)
    room = max(2, width - cells(found) - cells(now))
    before, after = safe(place.before), safe(place.after)
    left = max(room // 3, room - cells(after))
    before = clip(before, left, left=True)
    return before, found, now, clip(after, room - cells(before))
