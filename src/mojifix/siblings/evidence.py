"""The siblings as witnesses."""

from __future__ import annotations

from itertools import islice

from mojifix.siblings.index import Index
from mojifix.siblings.intact import is_damaged
from mojifix.siblings.place import Accepts, Place
from mojifix.siblings.sources import Reader, Sources, documents, read_text
from mojifix.siblings.witness import Witness, verbatim

_ENOUGH = 50  # places of siblings that fit; more of them would not change a verdict


class Siblings:
    """Known-good documents about the same thing, ready to be asked.

    ``sources`` are texts, paths of files and folders, pairs of name and text, or several of
    these (see :data:`~mojifix.siblings.sources.Sources`). ``read`` gets the text of a file; by
    default files must be UTF-8, or UTF-16/32 with a byte order mark. Files in folders that
    can't be read are in ``skipped``, with the reason.

    Raises ``InputError`` for a path that is not there or a named file that can't be read, and
    ``TypeError`` for anything that is no source.
    """

    __slots__ = ("_index", "skipped")

    skipped: tuple[tuple[str, str], ...]

    def __init__(self, sources: Sources = (), *, read: Reader = read_text) -> None:
        skipped: list[tuple[str, str]] = []
        self._index = Index(documents(sources, read=read, skipped=skipped))
        self.skipped = tuple(skipped)

    @classmethod
    def of(cls, siblings: Siblings | Sources) -> Siblings:
        """Give the index itself, or make one of the sources."""
        return siblings if isinstance(siblings, Siblings) else cls(siblings)

    @property
    def names(self) -> tuple[str, ...]:
        """The name of each sibling: its path, the name it was given, or its number from 1."""
        return self._index.names

    def text(self, number: int) -> str:
        """The text of a sibling, by its number from 0."""
        return self._index.texts[number]

    def __len__(self) -> int:
        return len(self._index.texts)

    def __repr__(self) -> str:
        return f"Siblings({len(self)} documents)"

    def has_word(self, word: str) -> int:
        """How often the siblings have this whole word, in any case (``Microsoft’s`` is one)."""
        return self._index.word(word)

    def first_word(self, word: str, *, own: str = "") -> tuple[int, int] | None:
        """The number of the first sibling that has this word, and the code point in it.

        A sibling that equals ``own`` is the document itself and does not count.
        """
        places = self._index.word_places(word)
        return next((place for place in places if self.text(place[0]) != own), None)

    def witnesses(
        self,
        text: str,
        start: int,
        end: int,
        *,
        damaged: str | None = None,
        own: str | None = None,
        accepts: Accepts | None = None,
    ) -> tuple[Witness, ...]:
        """What siblings have in the place ``text[start:end]``, the strongest witness first.

        ``text`` may be damaged elsewhere too: what isn't ASCII is matched as a wildcard where it
        differs. ``damaged`` is the damaged stretch, if ``text`` already has another one there
        (then it is the repaired text that is compared). ``accepts`` says of a text whether it
        may have stood in the place; where a sibling's passage goes on differently on one side,
        it also tells how far the stretch goes.

        A sibling that equals ``own`` (``text``, if not given) is the document itself and is not
        asked, and one that has the damaged stretch in that
        place and shows that it is damage there too is no witness. One that has the damaged
        stretch and is intact says that nothing was damaged.

        Raises ``ValueError`` where there is no such stretch.
        """
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"no stretch {start}-{end} in a text of {len(text)} code points")
        if damaged is None:
            damaged = text[start:end]
        place = Place(
            self._index, text, (start, end), damaged, text if own is None else own, accepts
        )
        found: dict[tuple[int, int, int], Witness] = {}
        for witness in place.witnesses():
            if witness.text == damaged and is_damaged(self.text(witness.number), damaged):
                continue
            key = witness.number, witness.start, witness.end
            if key not in found or found[key].words < witness.words:
                found[key] = witness
            if len(found) == _ENOUGH:
                break
        return tuple(sorted(found.values(), key=lambda w: (-w.words, w.number, w.start)))

    def quotes(self, text: str) -> tuple[Witness, ...]:
        """Siblings that have all of ``text`` as it stands, but for the kind of blanks.

        Only if it is long enough to be a passage: four words or more, and not all common ones.
        """
        return tuple(islice(verbatim(self._index, text), _ENOUGH))
