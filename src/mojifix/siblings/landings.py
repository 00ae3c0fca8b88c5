"""Where to look: places in the siblings where one side of a damaged place may fit.

Theory of operation. The rarer pieces next to the place (*seeds*) are looked up in the index. A
place of a seed counts only where half of the pieces around it stand around it there too, about as
far off. The *landing* is then where the nearest piece of the side stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from mojifix.siblings.alignment import Side
from mojifix.siblings.index import Index, Neighbor
from mojifix.siblings.words import fold, is_unspaced, weight

_SEEDS = 2  # per side: a second one, because a sibling may have edited the first
_NEXT = 3  # words next to the place of which the two rarer ones are looked up, if not too common
_BESIDE = 3  # words on each side of a seed of which the two rarer pieces are looked for too
_MOST_PLACES = 4096
"""A piece with more places is too common to look up; some other one nearby is rarer."""
SLACK = 12
"""How much longer a sibling may be between two pieces (damage of one character has up to eight)."""


class Landings:
    """The landings of one side, in the siblings of an index but for the text ``own``."""

    def __init__(self, index: Index, own: str, the: Side) -> None:
        self.index = index
        self.own = own
        self.side = the

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Where the nearest piece stands and the next ones are not far, each place once."""
        the = self.side
        tried: set[tuple[int, int]] = set()
        for number, landing in self._all():
            if (number, landing) not in tried:
                tried.add((number, landing))
                text = self.index.texts[number]
                if text != self.own and _promising(the, text, landing):
                    yield number, landing

    def _all(self) -> Iterator[tuple[int, int]]:
        """Where the nearest piece of a side may stand: siblings, and code points in them."""
        the = self.side
        for key, i in self._seeds():
            for number, start in self.index.places(key, self._neighbors(i)):
                edge = start + len(key) if the.left else start
                for landing in _landings(the, i, self.index.texts[number], edge):
                    yield number, landing

    def _seeds(self) -> list[tuple[str, int]]:
        """The rarer pieces or trigrams next to the place, and which piece each begins with.

        Not the rarest of all: a sibling may quote a few words only, or no more than the sentence.
        """
        the = self.side
        ranked: list[tuple[bool, int, int, int, str]] = []
        words = 0.0
        for i, piece in enumerate(the.pieces):
            key = the.key(i)
            count = self.index.rarity(key)
            if 0 < count <= _MOST_PLACES:
                ranked.append((i >= the.sentence, int(words / _NEXT), count, i, key))
            words += weight(piece)
        return [(key, i) for *_, i, key in sorted(ranked)[:_SEEDS]]

    def _neighbors(self, i: int) -> list[Neighbor]:
        """The rarer pieces near a seed, on both sides of it: half of them must be there too."""
        the = self.side
        chosen: list[Neighbor] = []
        for near in (range(i - 1, -1, -1), range(i + 1, len(the.pieces))):
            found: list[tuple[int, int, str]] = []
            words = 0.0
            for j in near:
                key = the.key(j)
                if count := self.index.rarity(key):
                    found.append((count, j, key))
                words += weight(the.pieces[j])
                if words >= _BESIDE:
                    break
            chosen += [_neighbor(the, i, j, key) for _, j, key in sorted(found)[:2]]
        return chosen


def _neighbor(the: Side, i: int, j: int, key: str) -> Neighbor:
    """Where the piece ``j`` should start, as seen from the start of the piece ``i``.

    Damage between them takes up to half as much room again.
    """
    far = the.starts[j] - the.starts[i]
    if the.left:
        far = len(the.key(i)) - len(key) - far
    slack = SLACK + abs(far) // 2
    return key, far - slack, far + slack


def _promising(the: Side, text: str, landing: int) -> bool:
    """Of the next two words, at least one stands near where the nearest piece does."""
    if the.sentence < 3 or len(the.pieces) < 3:
        return True
    if is_unspaced(the.pieces[0]) and the.starts[1] == the.starts[0] + 1:
        # Single characters stand anywhere. The next one must stand right there.
        return the.pieces[1] == (
            text[landing - 2 : landing - 1] if the.left else text[landing + 1 : landing + 2]
        )
    last, words = the.next_words
    far = the.starts[last] - the.starts[0] + len(the.pieces[last]) + SLACK
    near = fold(
        text[max(0, landing - far) : landing] if the.left else text[landing : landing + far]
    )
    return 2 * sum(weight(piece) for piece in the.pieces[1 : last + 1] if piece in near) >= words


def _landings(the: Side, seed: int, text: str, edge: int) -> Iterator[int]:
    """Where the nearest piece may stand in a sibling, given where another one does.

    ``edge`` is the near edge of the one that was found; the near edge of the nearest is given.
    """
    if seed == 0:
        yield edge
        return
    nearest = the.pieces[0]
    far = the.starts[seed] - the.starts[0] + SLACK
    if the.left:
        first, last = edge, min(len(text), edge + far)
    else:
        first, last = max(0, edge - far), edge
    region = fold(text[first:last])
    at = region.find(nearest)
    while at >= 0:
        yield first + at + (len(nearest) if the.left else 0)
        at = region.find(nearest, at + 1)
