"""Finding siblings: the documents of an archive that are about the same thing.

Theory of operation. Every document is the set of its pieces of words (:mod:`.words`), so damage
takes part only as pieces that no other document has. A piece that few documents have weighs
much, one that most have weighs nothing, and two documents are as alike as the cosine of their
weighted sets. The archive is kept as an inverted index of 4 bytes per piece and document, without
the texts, and a query reads only the entries of its own pieces.

Not MinHash: it estimates the unweighted overlap, which two unrelated English articles have
nearly as much as two about one event (0.12 against 0.14 to 0.29), and its error at 128 hashes is
0.03. See docs/adr/0008-siblings-by-weighted-words.md.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from math import log, sqrt
from typing import Any

from mojifix.siblings.sources import Reader, Source, Sources, documents, read_text
from mojifix.siblings.words import PIECE, fold

LEAST = 0.08
"""Cosine from which a document counts as a sibling. Five articles on one event have 0.09 to 0.33
with each other, ten thousand texts of the same language by chance 0.06 and less."""

_IMAGINED = 5
"""Documents without any of the pieces that are imagined beside the archive, so that in an archive
of siblings alone the words that all of them have keep some weight."""

_TELLING = 6  # words that are shown as what two documents share


@dataclass(frozen=True, slots=True)
class Found:
    """A document about the same thing."""

    name: str
    score: float
    """The cosine of the weighted words: 0 nothing in common, 1 the same words."""
    words: tuple[str, ...]
    """The rarest words in common, in lower case."""
    source: Source
    """What to hand to ``Siblings``: the path of the file, or name and text."""

    def to_dict(self) -> dict[str, Any]:
        """The document as JSON-ready data."""
        return {"name": self.name, "score": round(self.score, 6), "words": list(self.words)}


class Archive:
    """Documents among which siblings are looked for: texts, files, folders.

    Takes the same sources as ``Siblings`` and raises the same errors. Costs about a second for
    four million words, and does not keep the texts of files.
    """

    __slots__ = ("_documents", "_norms", "_own", "_postings", "_sources", "names", "skipped")

    names: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...]
    """Files in folders that could not be read, with the reason."""

    def __init__(self, sources: Sources, *, read: Reader = read_text) -> None:
        skipped: list[tuple[str, str]] = []
        names: list[str] = []
        postings: dict[str, array[int]] = {}
        self._sources: list[Source] = []
        self._own: list[tuple[int, int]] = []
        for number, document in enumerate(documents(sources, read=read, skipped=skipped)):
            names.append(document.name)
            self._sources.append(document.source)
            self._own.append((len(document.text), hash(document.text)))
            for piece in set(PIECE.findall(fold(document.text))):
                if (found := postings.get(piece)) is None:
                    found = postings[piece] = array("I")
                found.append(number)
        self.names = tuple(names)
        self.skipped = tuple(skipped)
        self._postings = postings
        self._norms = self._lengths()

    def __len__(self) -> int:
        return len(self.names)

    def __repr__(self) -> str:
        return f"Archive({len(self)} documents)"

    def about(self, text: str, *, limit: int = 20, least: float = LEAST) -> tuple[Found, ...]:
        """The documents about the same thing as ``text``, the most alike first.

        ``text`` may be damaged. A document that equals it is left out. ``limit`` is how many
        to give at most, ``least`` the score that they must have.

        Raises ``ValueError`` for a ``limit`` below 1 or a ``least`` outside of 0 to 1.
        """
        if limit < 1:
            raise ValueError(f"limit is {limit!r}, not 1 or more")
        if not 0.0 <= least <= 1.0:
            raise ValueError(f"least is {least!r}, not within 0.0 to 1.0")
        weights = {
            piece: self._weight(piece)
            for piece in set(PIECE.findall(fold(text)))
            if piece in self._postings
        }
        sums = [0.0] * len(self)
        for piece in sorted(weights):  # in one order, so that sums are the same in each run
            squared = weights[piece] ** 2
            if squared:
                for number in self._postings[piece]:
                    sums[number] += squared
        length = sqrt(sum(weight**2 for _, weight in sorted(weights.items()))) or 1.0
        own = len(text), hash(text)
        scored = [
            (total / (length * self._norms[number]), number)
            for number, total in enumerate(sums)
            if total and self._own[number] != own
        ]
        best = sorted((-score, number) for score, number in scored if score >= least)[:limit]
        return tuple(self._found(number, -score, weights) for score, number in best)

    def _found(self, number: int, score: float, weights: dict[str, float]) -> Found:
        shared = sorted(
            (-weight, piece)
            for piece, weight in weights.items()
            if len(piece) > 1 and number in self._postings[piece]
        )
        words = tuple(piece for _, piece in shared[:_TELLING])
        return Found(self.names[number], min(score, 1.0), words, self._sources[number])

    def _weight(self, piece: str) -> float:
        have = len(self._postings[piece])
        return max(0.0, log((len(self.names) + _IMAGINED + 1) / (have + 0.5)))

    def _lengths(self) -> list[float]:
        squares = [0.0] * len(self)
        for piece, numbers in self._postings.items():
            squared = self._weight(piece) ** 2
            for number in numbers:
                squares[number] += squared
        return [sqrt(square) or 1.0 for square in squares]


def find_siblings(
    text: str,
    sources: Sources,
    *,
    limit: int = 20,
    least: float = LEAST,
    read: Reader = read_text,
) -> tuple[Found, ...]:
    """The documents among ``sources`` about the same thing as ``text``, the most alike first.

    For one text; ask an :class:`Archive` about several. ``text`` may be damaged. Raises like
    ``Archive`` and :meth:`Archive.about`.
    """
    return Archive(sources, read=read).about(text, limit=limit, least=least)
