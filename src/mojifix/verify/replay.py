"""The proof: every change replays, and nothing else changed.

Theory of operation. Nothing that a repair says of itself is believed. Its spans are spliced into
the damaged text here, their chains are run here, and the repaired text is compared with what
that gives. For a pair of texts from any tool, the edits between them take the place of the
spans, and a proof is looked for: each edit is tried as it is, a little wider (where both texts
have the same code points next to it, which the damage may have read together with it), and cut
into parts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mojifix.model import Chain, Repair, Span
from mojifix.verify.edits import Edit, edits, finer
from mojifix.verify.proof import DEEP, KNOWN, USUAL, Prover, run

_WIDER = ((1, 0), (0, 1), (1, 1), (2, 0), (0, 2), (2, 2), (3, 3))
"""Code points to the left and right by which an edit is widened. Four bytes are the most that
UTF-8 takes for one character, so three neighbors are the most that can belong to it."""

_ONE_PLACE = 4
"""Code points up to which a change is taken for one place without looking further."""

_CLOSE = 3
"""Code points between two edits that are tried as one."""

_TOGETHER = 3
"""Parts of an edit that are tried together: where the damage moved things about, the cuts between
them may be wrong."""


@dataclass(frozen=True, slots=True)
class Change:
    """``damaged`` became ``repaired``; ``chain`` proves it, or is None."""

    start: int
    end: int
    """Code points in the damaged text."""
    start_repaired: int
    end_repaired: int
    """Code points in the repaired text."""
    damaged: str
    repaired: str
    chain: Chain | None
    replays: bool
    """The chain, run here, makes ``damaged`` of ``repaired``."""


def changes_of(repair: Repair) -> tuple[Change, ...]:
    """The spans of a repair, each replayed."""
    found: list[Change] = []
    shift = 0
    for span in repair.spans:
        start = span.start + shift
        damaged = repair.original[span.start : span.end]
        found.append(
            Change(
                span.start,
                span.end,
                start,
                start + len(span.text),
                damaged,
                span.text,
                span.chain,
                replays=bool(damaged) and run(span.chain, span.text) == damaged,
            )
        )
        shift += len(span.text) - (span.end - span.start)
    return tuple(found)


def outside(repair: Repair) -> tuple[tuple[int, int], ...]:
    """Where the repaired text differs from the damaged one outside of the spans.

    Gives stretches of the damaged text, in code points: none where all is well. Spans that
    overlap, run backward or leave the text are such stretches themselves.
    """
    bad = tuple(_misplaced(repair.spans, len(repair.original)))
    if bad:
        return bad
    expected = _splice(repair)
    if expected == repair.text:
        return ()
    back = _Back(repair)
    return tuple(
        (back.original(edit.start), back.original(edit.end, end=True))
        for edit in edits(expected, repair.text)
    )


def changes_between(damaged: str, repaired: str) -> tuple[Change, ...]:
    """The edits between two texts, each with its proof, or without if there is none."""
    return _proved(_Pair(damaged, repaired, Prover()), (KNOWN, USUAL, DEEP))


def places_of(change: Change) -> tuple[Change, ...]:
    """The single places that a change repairs, each with the chain of the change.

    The change itself where its chain does not run on them one by one.
    """
    if change.chain is None or max(len(change.damaged), len(change.repaired)) <= _ONE_PLACE:
        return (change,)
    pair = _Pair(change.damaged, change.repaired, Prover((change.chain,)))
    inner = _proved(pair, (KNOWN,))
    if not all(place.replays for place in inner):
        return (change,)
    return tuple(
        replace(
            place,
            start=place.start + change.start,
            end=place.end + change.start,
            start_repaired=place.start_repaired + change.start_repaired,
            end_repaired=place.end_repaired + change.start_repaired,
        )
        for place in inner
    )


def _proved(pair: _Pair, efforts: Sequence[int]) -> tuple[Change, ...]:
    """The edits of a pair, each with the least effort that proves it, or its parts."""
    found: list[Change] = []
    i = 0
    while i < len(pair.edits):
        for effort in efforts:
            taken, changes = pair.changes(i, found[-1].end if found else 0, effort)
            if all(change.replays for change in changes):
                break
            together = pair.with_previous(i, found, effort)
            if together is not None:
                found.pop()
                changes = [together]
                break
        found += changes
        i += taken
    return tuple(found)


class _Pair:
    """A damaged and a repaired text, the edits between them, and their proofs."""

    def __init__(self, damaged: str, repaired: str, prover: Prover) -> None:
        self.damaged = damaged
        self.repaired = repaired
        self.edits = edits(damaged, repaired)
        self.prover = prover

    def changes(self, i: int, floor: int, effort: int) -> tuple[int, list[Change]]:
        """Prove the edit ``i``: alone, with those close behind it, or part by part.

        Gives how many edits that took. Nothing before ``floor`` (a code point in the damaged
        text) may be touched.
        """
        for last in range(i, min(i + _TOGETHER, len(self.edits))):
            if last > i and self.edits[last].start - self.edits[last - 1].end >= _CLOSE:
                break
            # The blanks of "à la", damaged to "Ã  la", are an edit of their own: which of two
            # equal neighbors was added can't be seen without the proof.
            edit = _joined(self.edits[i], self.edits[last])
            change = self._prove(edit, floor, self._next(last), effort)
            if change.replays:
                return last - i + 1, [change]
        parts = self._parts(self.edits[i], floor, self._next(i), effort)
        # Parts without a single proof among them would only shred what the reader has to judge.
        proved = any(part.replays for part in parts)
        return 1, parts if proved else [self._change(self.edits[i], None)]

    def with_previous(self, i: int, found: list[Change], effort: int) -> Change | None:
        """Prove the edit ``i`` together with the change before it, whose own proof took too little.

        ``à la``, damaged to ``Ã  la``: with NBSP dropped, ``Ã`` proves ``à``, and then nothing
        explains the second blank.
        """
        if not found or self.edits[i].start - found[-1].end >= _CLOSE:
            return None
        last = found[-1]
        edit = Edit(last.start, self.edits[i].end, last.start_repaired, self.edits[i].end_repaired)
        floor = found[-2].end if len(found) > 1 else 0
        change = self._prove(edit, floor, self._next(i), effort)
        return change if change.replays else None

    def _next(self, i: int) -> int:
        return self.edits[i + 1].start if i + 1 < len(self.edits) else len(self.damaged)

    def _parts(self, edit: Edit, floor: int, ceiling: int, effort: int) -> list[Change]:
        """The parts of an edit that has no proof as a whole, each with its own or without."""
        parts = finer(self.damaged, self.repaired, edit)
        if len(parts) < 2:
            return [self._change(edit, None)]
        found: list[Change] = []
        i = 0
        while i < len(parts):
            first = found[-1].end if found else floor
            for last in range(i, min(i + _TOGETHER, len(parts))):
                after = parts[last + 1].start if last + 1 < len(parts) else ceiling
                part = _joined(parts[i], parts[last])
                change = self._prove(part, first, after, effort)
                if change.replays:
                    found.append(change)
                    break
            else:
                last = i
                after = parts[i + 1].start if i + 1 < len(parts) else ceiling
                found += self._parts(parts[i], first, after, effort)
            i = last + 1
        return found

    def _prove(self, edit: Edit, floor: int, ceiling: int, effort: int) -> Change:
        """The edit with its proof, widened if that is what it takes, or without a proof."""
        chain = self._chain(edit, effort)
        if chain is not None:
            return self._change(edit, chain)
        for left, right in _WIDER:
            if edit.start - left >= floor and edit.end + right <= ceiling:
                wider = Edit(
                    edit.start - left,
                    edit.end + right,
                    edit.start_repaired - left,
                    edit.end_repaired + right,
                )
                if not self.damaged[wider.start : wider.end].isascii():
                    chain = self._chain(wider, effort)
                    if chain is not None:
                        return self._change(wider, chain)
        return self._change(edit, None)

    def _chain(self, edit: Edit, effort: int) -> Chain | None:
        before = self.repaired[edit.start_repaired : edit.end_repaired]
        after = self.damaged[edit.start : edit.end]
        # Nothing becomes something, or something nothing: only with its neighbors can that be
        # shown, so that a deleted word is never taken for damage.
        return self.prover.prove(after, before, effort) if before and after else None

    def _change(self, edit: Edit, chain: Chain | None) -> Change:
        return Change(
            *edit,
            self.damaged[edit.start : edit.end],
            self.repaired[edit.start_repaired : edit.end_repaired],
            chain,
            replays=chain is not None,
        )


def _joined(first: Edit, last: Edit) -> Edit:
    return Edit(first.start, last.end, first.start_repaired, last.end_repaired)


def _misplaced(spans: tuple[Span, ...], length: int) -> Iterator[tuple[int, int]]:
    at = 0
    for span in spans:
        if not at <= span.start < span.end <= length:
            yield span.start, span.end
        at = max(at, span.end)


def _splice(repair: Repair) -> str:
    parts: list[str] = []
    at = 0
    for span in repair.spans:
        parts += repair.original[at : span.start], span.text
        at = span.end
    return "".join((*parts, repair.original[at:]))


class _Back:
    """From code points of the repaired text to those of the damaged text."""

    def __init__(self, repair: Repair) -> None:
        self._spans = repair.spans
        self._starts: list[int] = []
        shift = 0
        for span in repair.spans:
            self._starts.append(span.start + shift)
            shift += len(span.text) - (span.end - span.start)

    def original(self, at: int, *, end: bool = False) -> int:
        """The code point there; inside of a span, where the span starts (or ends)."""
        n = bisect_right(self._starts, at) - 1
        if n < 0:
            return at
        span = self._spans[n]
        beyond = at - self._starts[n] - len(span.text)
        if beyond >= 0:
            return span.end + beyond
        return span.end if end and at > self._starts[n] else span.start
