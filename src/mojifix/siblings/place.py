"""The search for one damaged place in the siblings.

Theory of operation. The rarest pieces near the place are looked up in the index. Around each of
their places in a sibling, one side of the damaged place is fitted; then the other side is looked
for a few code points further on, and what lies between is what the sibling has in that place.
Where only one side fits (a quotation that goes on differently), what stands next to it is.

A passage is the same when so much agrees that chance is ruled out: at least four words, and so
many bits that an index of this size would hold such a place by chance once in a hundred times.
A whole sentence of fewer words is the same passage too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from mojifix.siblings.alignment import Grip, Side, bare, grip, outward, side
from mojifix.siblings.index import Index, Neighbor
from mojifix.siblings.quotation import quote
from mojifix.siblings.words import PIECE, fold, is_unspaced, weight

_WORDS = 4.0
_WORDS_OF_A_SENTENCE = 2.0
_MARGIN = 7.0
"""Bits above chance: 2 to the 7th is about a hundred."""

_SEEDS = 2  # per side: a second one, because a sibling may have edited the first
_BESIDE = 3  # words on each side of a seed of which the two rarer pieces are looked for too
_NEXT = 3  # words next to the place of which the two rarer ones are looked up, if not too common
_MOST_PLACES = 4096
"""A piece with more places is too common to look up; some other one nearby is rarer."""
_MOST_LANDINGS = 800
"""Promising places that are tried for each side, at some 20 µs each. This bounds what repetitive
text costs."""
_SLACK = 12
"""How much longer a sibling may be between two pieces (damage of one character has up to eight)."""

_BLANK = re.compile(r"\s")

Accepts = Callable[[str], bool]
"""Whether a text may have stood in the place: whether it replays to the damaged stretch."""


@dataclass(frozen=True, slots=True)
class Witness:
    """What a sibling has in the place of a damaged stretch."""

    text: str
    """What stands there, in the sibling."""
    accepted: bool
    """It replays to the damaged stretch (it passed the test that the caller gave)."""
    words: float
    """Words around it that agree (a Han or Thai character counts 0.4)."""
    bits: float
    """What their agreement says, in bits."""
    both_sides: bool
    """Words agree on both sides; otherwise the passage goes on differently on one."""
    number: int
    """Which sibling, from 0."""
    sibling: str
    """Its name."""
    start: int
    end: int
    """Code points of ``text`` in the sibling."""
    quotation: str
    """The place with some words around."""
    quotation_start: int
    quotation_end: int
    """Code points of the quotation in the sibling."""


class Place:
    """A damaged place, and the search for it in the siblings."""

    def __init__(
        self,
        index: Index,
        text: str,
        stretch: tuple[int, int],
        damaged: str,
        own: str,
        accepts: Accepts | None,
    ) -> None:
        start, end = stretch
        self.index = index
        self.own = own
        self.lengths = _lengths(end - start, len(damaged))
        self.accepts = accepts or (lambda _: False)
        self.left = side(text, start, index, left=True)
        self.right = side(text, end, index, left=False)

    def witnesses(self) -> Iterator[Witness]:
        """Every sibling's place where enough agrees."""
        for the in (self.left, self.right):
            for number, landing in islice(self._promising(the), _MOST_LANDINGS):
                held = self._at_landing(the, self.index.texts[number], landing)
                if held is None or not (held[1].words >= _WORDS / 2 or held[1].whole):
                    continue  # what this side lacks, the other has, and is found from there
                found = self._across(the, number, *held) or self._alone(the, number, *held)
                if found is not None:
                    yield found

    def _promising(self, the: Side) -> Iterator[tuple[int, int]]:
        """Where the nearest piece stands and the next ones are not far, each place once."""
        tried: set[tuple[int, int]] = set()
        for number, landing in self._landings(the):
            if (number, landing) not in tried:
                tried.add((number, landing))
                text = self.index.texts[number]
                if text != self.own and _promising(the, text, landing):
                    yield number, landing

    def _landings(self, the: Side) -> Iterator[tuple[int, int]]:
        """Where the nearest piece of a side may stand: siblings, and code points in them."""
        for key, i in self._seeds(the):
            for number, start in self.index.places(key, self._neighbors(the, i)):
                edge = start + len(key) if the.left else start
                for landing in _landings(the, i, self.index.texts[number], edge):
                    yield number, landing

    def _seeds(self, the: Side) -> list[tuple[str, int]]:
        """The rarer pieces or trigrams next to the place, and which piece each begins with.

        Not the rarest of all: a sibling may quote a few words only, or no more than the sentence.
        """
        ranked: list[tuple[bool, int, int, int, str]] = []
        words = 0.0
        for i, piece in enumerate(the.pieces):
            key = the.key(i)
            count = self.index.rarity(key)
            if 0 < count <= _MOST_PLACES:
                ranked.append((i >= the.sentence, int(words / _NEXT), count, i, key))
            words += weight(piece)
        return [(key, i) for *_, i, key in sorted(ranked)[:_SEEDS]]

    def _neighbors(self, the: Side, i: int) -> list[Neighbor]:
        """The rarer pieces near a seed, on both sides of it: half of them must be there too."""
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

    def _at_landing(self, the: Side, text: str, landing: int) -> tuple[int, Grip] | None:
        """The place itself, next to the nearest piece: as far off as the glue is long."""
        for far in _distances(the, text, landing):
            at = landing + far if the.left else landing - far
            if 0 <= at <= len(text) and _borders(the, text, at):
                held = grip(the, text, at, self.index)
                if held is not None and held.landing == far:
                    return at, held
        return None

    def _across(self, the: Side, number: int, at: int, holds: Grip) -> Witness | None:
        """The other side fits too, a few code points further on."""
        text = self.index.texts[number]
        other = self.right if the.left else self.left
        if not self._in_reach(other, text, at):
            return None
        best: tuple[tuple[bool, bool, float], int, int, Grip] | None = None
        for length in self.lengths:
            start, end = (at, at + length) if the.left else (at - length, at)
            if start < 0 or end > len(text):
                break
            held = grip(other, text, end if the.left else start, self.index)
            if held is None:
                continue
            rank = self.accepts(text[start:end]), held.exact, held.words
            if best is None or rank > best[0]:
                best = rank, start, end, held
        if best is None or not (best[0][0] or (best[3].exact and holds.exact)):
            return None
        (accepted, _, _), start, end, held = best
        words, bits = holds.words + held.words, holds.bits + held.bits
        whole = holds.whole and held.whole and words >= _WORDS_OF_A_SENTENCE
        if not (whole or self._enough(words, bits)):
            return None
        return witness(
            self.index,
            number,
            (start, end),
            words=words,
            bits=bits,
            accepted=accepted,
            both=True,
        )

    def _alone(self, the: Side, number: int, at: int, holds: Grip) -> Witness | None:
        """Only this side fits: what stands next to it."""
        enough = self._enough(holds.words, holds.bits)
        if not (enough or (holds.whole and holds.words >= _WORDS_OF_A_SENTENCE)):
            return None
        text = self.index.texts[number]
        other = self.right if the.left else self.left
        stretches = [
            (start, end)
            for start, end in self._stretches(text, at, left=the.left)
            if _word_goes_on(other, text, end if the.left else start)
        ]
        accepted = [(s, e) for s, e in stretches if self.accepts(text[s:e])]
        start, end = accepted[0] if accepted else _run(text, at, left=the.left)
        if (start, end) not in stretches:
            return None
        if not (enough or bare(other, text, end if the.left else start)):
            return None
        return witness(
            self.index,
            number,
            (start, end),
            words=holds.words,
            bits=holds.bits,
            accepted=bool(accepted),
            both=False,
        )

    def _in_reach(self, other: Side, text: str, at: int) -> bool:
        """The nearest piece of the other side stands near enough. Rules most places out."""
        if not other.pieces:
            return True
        far = self.lengths[-1] + len(other.glue) + _SLACK + len(other.pieces[0])
        near = text[max(0, at - far) : at] if other.left else text[at : at + far]
        return other.pieces[0] in fold(near)

    def _stretches(self, text: str, at: int, *, left: bool) -> Iterator[tuple[int, int]]:
        for length in self.lengths:
            start, end = (at, at + length) if left else (at - length, at)
            if length and start >= 0 and end <= len(text):
                yield start, end

    def _enough(self, words: float, bits: float) -> bool:
        return words >= _WORDS and bits >= self.index.bits_of_chance + _MARGIN


def witness(
    index: Index,
    number: int,
    stretch: tuple[int, int],
    *,
    words: float,
    bits: float,
    accepted: bool,
    both: bool,
) -> Witness:
    """The testimony of a sibling, with its quotation."""
    start, end = stretch
    text = index.texts[number]
    first, last = quote(text, start, end)
    return Witness(
        text=text[start:end],
        accepted=accepted,
        words=words,
        bits=bits,
        both_sides=both,
        number=number,
        sibling=index.names[number],
        start=start,
        end=end,
        quotation=text[first:last],
        quotation_start=first,
        quotation_end=last,
    )


def verbatim(index: Index, text: str) -> Iterator[Witness]:
    """Siblings that have a whole text as it is, if that is long enough to be a passage.

    Blanks of one kind stand for those of another.
    """
    folded = fold(text)
    pieces = PIECE.findall(folded)
    words = sum(map(weight, pieces))
    bits = sum(map(index.bits, pieces))
    if words < _WORDS or bits < index.bits_of_chance + _MARGIN:
        return
    key, offset = index.rarest(folded)
    wanted = _one_blank(text)
    for number, place in index.places(key):
        start, end = place - offset, place - offset + len(text)
        if start >= 0 and _one_blank(index.texts[number][start:end]) == wanted:
            yield witness(
                index, number, (start, end), words=words, bits=bits, accepted=True, both=True
            )


def _one_blank(text: str) -> str:
    return _BLANK.sub(" ", text)


def _lengths(now: int, damaged: int) -> range:
    """How long the original may be. Damage of one character takes up to eight, or drops some."""
    if max(now, damaged) <= 16:
        return range(2 * max(now, damaged) + 5)
    return range(max(0, now - 16), max(now, min(damaged, now + 16)) + 17)


def _neighbor(the: Side, i: int, j: int, key: str) -> Neighbor:
    """Where the piece ``j`` should start, as seen from the start of the piece ``i``.

    Damage between them takes up to half as much room again.
    """
    far = the.starts[j] - the.starts[i]
    if the.left:
        far = len(the.key(i)) - len(key) - far
    slack = _SLACK + abs(far) // 2
    return key, far - slack, far + slack


def _distances(the: Side, text: str, landing: int) -> Iterable[int]:
    """How far off the place may be: more or less only where blanks or wildcards may differ."""
    usual = len(the.glue)
    next_to = text[landing : landing + 2] if the.left else text[max(0, landing - 2) : landing]
    if the.glue.isascii() and not next_to.isspace():
        return (usual,)
    return (usual, *(n for n in range(usual + 4) if n != usual))


def _borders(the: Side, text: str, at: int) -> bool:
    """The code points next to the place may be the same. Cheap, and seldom so by chance."""
    theirs = text[max(0, at - 1) : at] if the.left else text[at : at + 1]
    ours = the.neighbor
    if ours.isspace() or theirs.isspace():
        return ours.isspace() and theirs.isspace()
    return not (ours.isascii() and ours.isalnum()) or fold(theirs) == ours


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
    far = the.starts[last] - the.starts[0] + len(the.pieces[last]) + _SLACK
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
    far = the.starts[seed] - the.starts[0] + _SLACK
    if the.left:
        first, last = edge, min(len(text), edge + far)
    else:
        first, last = max(0, edge - far), edge
    region = fold(text[first:last])
    at = region.find(nearest)
    while at >= 0:
        yield first + at + (len(nearest) if the.left else 0)
        at = region.find(nearest, at + 1)


def _run(text: str, at: int, *, left: bool) -> tuple[int, int]:
    """The run next to a code point that damage could have hit: no blanks, no ASCII letters."""

    def goes_on(i: int) -> bool:
        char = text[i]
        return not (char.isspace() or (char.isascii() and char.isalnum()))

    start = end = at
    if left:
        while end < len(text) and goes_on(end):
            end += 1
    else:
        while start > 0 and goes_on(start - 1):
            start -= 1
    return start, end


def _word_goes_on(other: Side, text: str, at: int) -> bool:
    """On the side that doesn't fit, at least the word of the place ends the same way."""
    return _head(other.glue) == _head(outward(text, at, left=other.left))


def _head(out: str) -> str:
    end = 0
    while end < len(out) and out[end].isalnum():
        end += 1
    return out[:end]
