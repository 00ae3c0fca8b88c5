"""The index: in which sibling, and where, a piece of a word stands.

Theory of operation. The siblings are thought of as one long text; the place of a piece is one
number in it, and each piece has the sorted array of its places (4 bytes each). Building reads
every text once; a look-up costs a dict access. Thousands of siblings take some seconds: about
two million pieces a second, and 4 bytes a piece above the texts themselves.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log2

from mojifix.errors import InputError
from mojifix.siblings.sources import Document
from mojifix.siblings.words import PIECE, TRIGRAM, WORD, fold, is_unspaced

_BACKGROUND = 20_000
"""Pieces of ordinary text that are imagined beside the siblings, so that in a handful of them a
word that stands there twice is not taken for a common one."""

_AROUND = 40  # code points around a word that are read to see where it begins and ends

_MOST = 2**32 - 1  # what a place of 4 bytes can say

Neighbor = tuple[str, int, int]
"""A piece or trigram, and how far from another it starts: at least, at most, in code points."""


class Index:
    """Named texts, and the places of their pieces. Not changed once it is built."""

    __slots__ = ("_bases", "_pieces", "_places", "_trigrams", "_words", "names", "texts")

    names: tuple[str, ...]
    texts: tuple[str, ...]

    def __init__(self, documents: Iterable[Document]) -> None:
        names: list[str] = []
        texts: list[str] = []
        bases = [0]
        places: dict[str, array[int]] = {}
        trigrams: dict[str, array[int]] = {}
        for name, text, _ in documents:
            base = bases[-1]
            if base + len(text) > _MOST:
                raise InputError(
                    "more than 4 billion characters of siblings",
                    where=name,
                    remedy="pick the documents about the same thing first, with find_siblings",
                )
            names.append(name)
            texts.append(text)
            bases.append(base + len(text) + 1)
            folded = fold(text)
            for match in PIECE.finditer(folded):
                piece = match.group()
                if (found := places.get(piece)) is None:
                    found = places[piece] = array("I")
                found.append(base + match.start())
            for match in () if text.isascii() else TRIGRAM.finditer(folded):
                trigram = match.group(1)
                if (found := trigrams.get(trigram)) is None:
                    found = trigrams[trigram] = array("I")
                found.append(base + match.start())
        self.names = tuple(names)
        self.texts = tuple(texts)
        self._bases = bases
        self._places = places
        self._trigrams = trigrams
        self._pieces = sum(map(len, places.values()))
        self._words: Counter[str] | None = None

    def count(self, piece: str) -> int:
        """How often this folded piece stands in the siblings."""
        found = self._places.get(piece)
        return 0 if found is None else len(found)

    def rarity(self, key: str) -> int:
        """How many places there are to look at for a piece, or for a trigram."""
        return len(self._found(key))

    def rarest(self, folded: str) -> tuple[str, int]:
        """What to look up to find a folded text: a piece or trigram of it, and where in it."""
        pieces = [(m.group(), m.start()) for m in PIECE.finditer(folded)]
        keys = [piece for piece in pieces if not is_unspaced(piece[0])]
        keys += [(m.group(1), m.start()) for m in TRIGRAM.finditer(folded)]
        return min(keys or pieces, key=lambda k: (self.rarity(k[0]), k[1]), default=("", 0))

    def places(self, key: str, others: Sequence[Neighbor] = ()) -> Iterator[tuple[int, int]]:
        """Where a folded piece stands: the number of the sibling, the code point in it.

        Or a trigram of a script without blanks between words, whose pieces are single characters
        and not looked up alone. Places without half of the ``others`` near them are left out.
        """
        arrays = [(self._found(other), low, high) for other, low, high in others]
        need = max(1, len(arrays) // 2) if arrays else 0
        bases = self._bases
        for place in self._found(key):
            if need:
                have = 0
                for array_, low, high in arrays:
                    at = bisect_left(array_, place + low)
                    have += at < len(array_) and array_[at] <= place + high
                if have < need:
                    continue
            number = bisect_right(bases, place) - 1
            yield number, place - bases[number]

    def _found(self, key: str) -> Sequence[int]:
        return self._places.get(key) or self._trigrams.get(key) or ()

    def bits(self, piece: str) -> float:
        """What meeting this piece says, in bits: little for ``the``, much for a rare name."""
        return log2((self._pieces + _BACKGROUND) / (self.count(piece) + 1))

    @property
    def bits_of_chance(self) -> float:
        """The bits that some place among the siblings shares by mere chance."""
        return log2(self._pieces + _BACKGROUND)

    def word(self, word: str) -> int:
        """How often a whole word stands in the siblings, whatever its case."""
        if self._words is None:
            self._words = Counter[str]()
            for text in self.texts:
                self._words.update(WORD.findall(fold(text)))
        return self._words[fold(word)]

    def word_places(self, word: str) -> Iterator[tuple[int, int]]:
        """Where a whole word stands, whatever its case: the sibling's number, the code point."""
        folded = fold(word)
        key, offset = self.rarest(folded)
        for number, place in self.places(key):
            start = place - offset
            around = fold(self.texts[number][max(0, start - _AROUND) : start + len(word) + _AROUND])
            at = min(start, _AROUND)
            if any(m.start() == at and m.group() == folded for m in WORD.finditer(around)):
                yield number, start
