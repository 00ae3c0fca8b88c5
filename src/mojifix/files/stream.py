"""The repair of a large file, block by block, so that memory does not grow with it.

The file is read twice: first all of it is surveyed and a sample learned, then each block is
repaired. Several processes may take blocks; they come back in order.
"""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from mojifix.config import Config
from mojifix.files.cuts import BLOCK, blocks, sample
from mojifix.files.journal import Place
from mojifix.files.large import Large, Survey
from mojifix.files.replace import changed_meanwhile
from mojifix.files.units import Mender
from mojifix.model import Repair

if TYPE_CHECKING:
    from concurrent.futures import Future

WAITING = 2
"""Blocks that wait for each process, so that none runs out of work."""


class Mended(NamedTuple):
    """What was done to a block. Goes from process to process."""

    new: bytes | None
    """None where nothing was done."""
    length: int
    """Code points, after the repair."""
    places: tuple[Place, ...] = ()
    chains: tuple[str, ...] = ()
    """As they are printed, one for each place."""
    confidence: float = 1.0


@dataclass(slots=True)
class Tally:
    """What was done to a file so far."""

    chains: Counter[str] = field(default_factory=Counter)
    confidence: float = 1.0
    length: int = 0
    """Code points, after the repair."""
    places: list[Place] = field(default_factory=list)
    """Only where they are kept, for a journal."""

    def add(self, one: Mended, *, keep: bool) -> None:
        """Count a block."""
        self.chains.update(one.chains)
        self.confidence = min(self.confidence, one.confidence)
        if keep:
            self.places += (p._replace(at=p.at + self.length) for p in one.places)
        self.length += one.length


class Stream:
    """The repair of one large file of UTF-8; ``survey`` has said that it is."""

    def __init__(
        self,
        large: Large,
        survey: Survey,
        *,
        config: Config | None = None,
        jobs: int = 1,
        keep: bool = False,
        seen: Callable[[int], None] = lambda _: None,
        size: int = BLOCK,
    ) -> None:
        """``keep`` keeps the places, ``seen`` is told how many bytes are done."""
        self.large = large
        self.survey = survey
        self.tally = Tally()
        self._config = config
        self._jobs = (jobs or os.cpu_count() or 1) if hasattr(os, "fork") else 1
        self._keep = keep
        self._seen = seen
        self._size = size
        self.mark = BOM_UTF8 if large.read(0, len(BOM_UTF8)) == BOM_UTF8 else b""

    def chunks(self) -> Iterator[bytes] | None:
        """The bytes of the repaired file, in order; None where nothing is to repair.

        What comes before the first repair is read again, not kept. Raises ``InputError``, also
        where the file is another one than was surveyed.
        """
        if self.survey.ignored:
            return None
        mended = self._counted()
        before = len(self.mark)
        for old, new in mended:
            if new is not None:
                after = (old if new is None else new for old, new in mended)
                return chain(self.large.reads(0, before), [new], after)
            before += len(old)
        return None

    def _counted(self) -> Iterator[tuple[bytes, bytes | None]]:
        """Each block, and what it becomes."""
        done = len(self.mark)
        mender = self._mender()
        for old, one in self._mended(mender):
            done += len(old)
            self._seen(done)
            if one is None:
                raise changed_meanwhile(self.large.name)
            self.tally.add(one, keep=self._keep)
            yield old, one.new

    def _mender(self) -> Mender:
        start = len(self.mark)
        rows = sample(
            self.large.size - start, lambda at, number: self.large.read(start + at, number)
        )
        return Mender(rows, self._config)

    def _mended(self, mender: Mender) -> Iterator[tuple[bytes, Mended | None]]:
        found = blocks(self.large.reads(len(self.mark)), self._size)
        if self._jobs == 1:
            for block in found:
                yield block, mend_block(mender, block)
            return
        from mojifix.files.workers import processes

        global _MENDER  # noqa: PLW0603 - what a process is born with need not be sent to it
        _MENDER = mender
        waiting: deque[tuple[bytes, Future[Mended | None]]] = deque()
        with processes(self._jobs) as pool:
            try:
                for block in found:
                    waiting.append((block, pool.submit(_mend_here, block)))
                    if len(waiting) > WAITING * self._jobs:
                        yield _result(waiting)
                while waiting:
                    yield _result(waiting)
            finally:
                pool.shutdown(wait=True, cancel_futures=True)
                _MENDER = None


def _result(
    waiting: deque[tuple[bytes, Future[Mended | None]]],
) -> tuple[bytes, Mended | None]:
    block, future = waiting.popleft()
    return block, future.result()


_MENDER: Mender | None = None


def _mend_here(block: bytes) -> Mended | None:
    assert _MENDER is not None
    return mend_block(_MENDER, block)


def mend_block(mender: Mender, block: bytes) -> Mended | None:
    """Repair one block, and prove it. None where it is no UTF-8."""
    try:
        text = block.decode()
    except UnicodeDecodeError:
        return None
    spans = tuple(mender.spans(text))
    if not spans:
        return Mended(None, len(text))
    repaired = Repair(text, spans).text
    places = []
    shift = 0
    for span in spans:
        names = tuple(step.name for step in span.chain)
        places.append(Place(span.start + shift, span.text, names))
        shift += len(span.text) - (span.end - span.start)
    return Mended(
        repaired.encode(),
        len(repaired),
        tuple(places),
        tuple(str(span.chain) for span in spans),
        min(span.confidence for span in spans),
    )
