"""Rows of one source: what one of them cannot prove, all of them together can.

A name such as ``Gšteborg`` may be right. Among the names of a file in which every ``ö`` became
``š`` it is not. A :class:`Context` is told the rows first and repairs them afterwards, so what it
does to a row does not depend on where the row stands; :func:`fix_many` is both in one call.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from heapq import heappush, heapreplace

from mojifix.config import DEFAULT, Config
from mojifix.engine.batch import known_from
from mojifix.engine.fast import fires
from mojifix.engine.known import Known
from mojifix.engine.pipeline import settled, spans_of, wanted, whole_chain
from mojifix.kernel import exactly
from mojifix.model import Repair
from mojifix.repair import fix, repair

REMEMBERED = 2_000
"""Rows from which a source is judged: enough for a chain that damaged one row in 100."""
LONGEST = 2_000
"""Code points of a row that are looked at: text that long speaks for itself."""


class Context:
    """One source of texts: the rows of a column, the messages of a stream, the files of a folder.

    >>> import mojifix
    >>> names = [mojifix.damage(n, "mac-roman>windows-1252") for n in (
    ...     "Göteborg", "Malmö", "Växjö", "Jönköping", "Örebro", "Umeå")]
    >>> context = mojifix.Context()
    >>> context.learn(names)
    >>> context.fix(names[0]), context.fix("Paris")
    ('Göteborg', 'Paris')

    Learning more texts changes what later calls of ``repair`` make of a text. Where everything is
    learned first, the order does not matter. Not to be shared between threads while it learns.
    """

    def __init__(self, *, config: Config | None = None) -> None:
        self.config = config or DEFAULT
        self._rows: list[tuple[int, str]] = []
        self._kept: set[str] = set()
        self._known: Known | None = None

    def learn(self, texts: Iterable[str]) -> None:
        """Take texts of this source as evidence. Texts that are equal count once.

        2,000 of them are kept, drawn by the hash of the text, so memory is bounded. Raises
        ``TypeError`` for anything but str.
        """
        if isinstance(texts, str):
            raise TypeError("learn takes several texts: an iterable of str, not one str")
        for text in texts:
            _check(text)
            text = exactly(text)  # noqa: PLW2901 - the kernel takes no subclass
            if text.isascii() or len(text) > LONGEST or text in self._kept:
                continue
            # Negative, so that the heap has the largest hash of those kept on top.
            item = -_hash(text), text
            if len(self._rows) < REMEMBERED:
                heappush(self._rows, item)
            elif item > self._rows[0]:
                self._kept.discard(heapreplace(self._rows, item)[1])
            else:
                continue
            self._kept.add(text)
            self._known = None

    def repair(self, text: str) -> Repair:
        """Repair a text of this source, with the proof.

        Raises ``TypeError`` for anything but a str.
        """
        _check(text)
        known = self.known.about(text)
        exact = exactly(text)
        if not known.anything or (text.isascii() and not fires(exact, self.config)):
            return repair(text, config=self.config)
        whole = whole_chain(exact, self.config)
        if whole is not None and whole.done and not known.pairs:
            spans = spans_of(exact, self.config, whole)  # Beyond doubt, whatever else is known.
        else:
            spans = settled(exact, self.config, known)
        return Repair(text, tuple(span for span in spans if wanted(span, self.config)))

    def fix(self, text: str) -> str:
        """The repaired text; the same object where nothing is to repair.

        Raises ``TypeError`` for anything but a str.
        """
        if not self.known.anything:
            return fix(text, config=self.config)
        return self.repair(text).text

    @property
    def known(self) -> Known:
        """What the texts that were learned have shown."""
        if self._known is None:
            self._known = known_from(sorted(self._kept), self.config)
        return self._known


def fix_many(texts: Iterable[str], *, config: Config | None = None) -> list[str]:
    """Repair the rows of one source; a row without damage comes back as the same object.

    >>> import mojifix
    >>> mojifix.fix_many(["Ma–ana", "Peña", "JosŽ", "Bogotá", "Garc’a", "Espa–a", "Paris"])
    ['Mañana', 'Peña', 'José', 'Bogotá', 'García', 'España', 'Paris']

    All rows are looked at before one is changed, and what happens to a row depends on which other
    rows there are, not on their order or number. Raises ``TypeError`` for anything but str.
    """
    if isinstance(texts, str):
        raise TypeError("fix_many takes several texts: an iterable of str, not one str")
    rows = list(texts)
    context = Context(config=config)
    context.learn(rows)
    done: dict[str, str] = {}
    result: list[str] = []
    for row in rows:
        fixed = done.get(row)
        if fixed is None:
            fixed = done[row] = context.fix(row)
        result.append(row if fixed == row else fixed)
    return result


def _hash(text: str) -> int:
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")


def _check(text: str) -> None:
    if not isinstance(text, str):
        raise TypeError(f"mojifix repairs str, not {type(text).__name__}; decode bytes first")
