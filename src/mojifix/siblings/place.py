"""The search for one damaged place in the siblings.

Theory of operation. Around each landing (:mod:`.landings`), one side of the damaged place is
fitted; then the other side is looked for a few code points further on, and what lies between is
what the sibling has in that place. Where only one side fits (a quotation that goes on
differently), it is what stands next to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from mojifix.siblings.alignment import Grip, Side, closed, grip, head, outward, side
from mojifix.siblings.index import Index
from mojifix.siblings.landings import SLACK, Landings
from mojifix.siblings.witness import WORDS, Witness, enough, witness
from mojifix.siblings.words import fold

_WORDS_OF_A_SENTENCE = 2.0
"""A whole sentence that is the same is a passage with fewer words already."""

_MOST_LANDINGS = 800
"""Landings that are tried for each side, at some 20 µs each. This bounds what repetitive text
costs."""

Accepts = Callable[[str], bool]
"""Whether a text may have stood in the place: whether it replays to the damaged stretch."""


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
            for number, landing in islice(Landings(self.index, self.own, the), _MOST_LANDINGS):
                held = self._at_landing(the, self.index.texts[number], landing)
                if held is None or not (held[1].words >= WORDS / 2 or held[1].whole):
                    continue  # what this side lacks, the other has, and is found from there
                found = self._across(the, number, *held) or self._alone(the, number, *held)
                if found is not None:
                    yield found

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
        if not (whole or enough(self.index, words, bits)):
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
        sure = enough(self.index, holds.words, holds.bits)
        if not (sure or (holds.whole and holds.words >= _WORDS_OF_A_SENTENCE)):
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
        both = closed(other, text, end if the.left else start)
        if not (sure or both):
            return None
        return witness(
            self.index,
            number,
            (start, end),
            words=holds.words,
            bits=holds.bits,
            accepted=bool(accepted),
            both=both,
        )

    def _in_reach(self, other: Side, text: str, at: int) -> bool:
        """The nearest piece of the other side stands near enough. Rules most places out."""
        if not other.pieces:
            return True
        far = self.lengths[-1] + len(other.glue) + SLACK + len(other.pieces[0])
        near = text[max(0, at - far) : at] if other.left else text[at : at + far]
        return other.pieces[0] in fold(near)

    def _stretches(self, text: str, at: int, *, left: bool) -> Iterator[tuple[int, int]]:
        for length in self.lengths:
            start, end = (at, at + length) if left else (at - length, at)
            if length and start >= 0 and end <= len(text):
                yield start, end


def _lengths(now: int, damaged: int) -> range:
    """How long the original may be. Damage of one character takes up to eight, or drops some."""
    if max(now, damaged) <= 16:
        return range(2 * max(now, damaged) + 5)
    return range(max(0, now - 16), max(now, min(damaged, now + 16)) + 17)


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
    return head(other.glue) == head(outward(text, at, left=other.left))
