"""Alignment: what a sibling has in the place of a damaged stretch.

Theory of operation. The text around the place is read outward, to the right as it stands and to
the left reversed, so that one piece of code does both sides. A :class:`Side` is what stands on
one side: the *glue* (everything up to the nearest piece that some sibling also has: blanks,
punctuation, parts of the damaged word) and from there on the pieces. A side *grips* a sibling at
a code point when the glue fits from there on, the nearest piece follows, and more pieces do.

Damaged places are wildcards. Which ones are damaged is not known here, but damage leaves ASCII
alone, so anything else may be: pieces outside of ASCII, or which no sibling has, may be missing
or stand for something else, on both sides, at no cost. Of other differences one is allowed, since
siblings quote with slight edits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from mojifix.siblings.words import PIECE, fold, is_unspaced, weight

REACH = 240
"""How far a side is read, in code points: some forty words, more than any threshold asks for."""

_MOST_PIECES = 24
_LONGEST_GLUE = 80
_FREE = 6  # pieces in a row that may be wildcards; more of them would say that nothing agrees
_STOPS = frozenset(".,;:!?…")
_SENTENCE_END = frozenset(".!?…\n。！？")


class Lexicon(Protocol):
    """What alignment asks of the index."""

    def count(self, piece: str) -> int:
        """How often the siblings have this piece."""
        ...

    def bits(self, piece: str) -> float:
        """What meeting this piece says, in bits."""
        ...


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a place, read outward."""

    glue: str
    pieces: tuple[str, ...]
    starts: tuple[int, ...]
    """Where each piece starts, in code points from the place, outward."""
    sentence: int
    """How many of the pieces belong to the sentence of the place."""
    left: bool
    neighbor: str
    """The code point next to the place; empty at the edge of the text."""

    def key(self, i: int) -> str:
        """What to look up for the piece ``i``: itself, or the trigram that begins with it.

        Empty where it is a character of a script without blanks and two more don't follow.
        """
        if not is_unspaced(self.pieces[i]):
            return self.pieces[i]
        three = self.pieces[i : i + 3]
        if len(three) < 3 or self.starts[i + 2] != self.starts[i] + 2:
            return ""
        return "".join(reversed(three) if self.left else three)


@dataclass(frozen=True, slots=True)
class Grip:
    """How well one side fits a sibling."""

    words: float
    """Words that agree."""
    bits: float
    """What their agreement says, in bits."""
    whole: bool
    """They reach to the end of the sentence, in both texts."""
    exact: bool
    """No wildcard was used next to the place."""
    landing: int
    """Where the nearest piece starts, in code points from the place, outward."""


def outward(text: str, at: int, *, left: bool) -> str:
    """The folded text on one side of a code point, read away from it."""
    if left:
        return fold(text[max(0, at - REACH) : at])[::-1]
    return fold(text[at : at + REACH])


def side(text: str, at: int, lexicon: Lexicon, *, left: bool) -> Side:
    """What stands on one side of the code point ``at``."""
    out = outward(text, at, left=left)
    pieces: list[str] = []
    starts: list[int] = []
    for match in PIECE.finditer(out):
        piece = _piece(match.group(), left=left)
        if not pieces:
            touches = match.start() == 0  # it may be the rest of a damaged word
            if touches or (not lexicon.count(piece) and match.end() < _LONGEST_GLUE):
                continue
        pieces.append(piece)
        starts.append(match.start())
        if len(pieces) == _MOST_PIECES:
            break
    glue = out[: starts[0] if starts else _LONGEST_GLUE]
    end = _sentence_end(out, 0, len(out))
    sentence = sum(start < end for start in starts)
    return Side(glue, tuple(pieces), tuple(starts), sentence, left, out[:1])


def grip(the: Side, text: str, at: int, lexicon: Lexicon) -> Grip | None:
    """How well a side fits a sibling's ``text`` at ``at``; None where it doesn't."""
    out = outward(text, at, left=the.left)
    fit = _fit_glue(the.glue, out)
    if fit is None:
        return None
    end, exact = fit
    nearest = _piece(the.pieces[0], left=the.left) if the.pieces else ""
    if not out.startswith(nearest, end):  # most places end here, before anything costs
        return None
    words, bits = _glued(the, lexicon)
    theirs = list(PIECE.finditer(out, end))[:_MOST_PIECES]
    if not nearest:
        parts_a_word = out[end - 1 : end].isalnum() and out[end : end + 1].isalnum()
        if parts_a_word or not any(map(str.isalnum, the.glue)):
            return None
        return Grip(words, bits, _passed(out, end, theirs, 0), exact, end)
    if not theirs or theirs[0].group() != nearest:
        return None
    agreed, passed = _agree(the, [_piece(m.group(), left=the.left) for m in theirs], lexicon)
    words += sum(map(weight, agreed))
    bits += sum(map(lexicon.bits, agreed))
    whole = passed is not None and _passed(out, end, theirs, passed)
    return Grip(words, bits, whole, exact, end)


def bare(the: Side, text: str, at: int) -> bool:
    """Neither our sentence nor the sibling's goes on at this side of the place."""
    out = outward(text, at, left=the.left)
    return not the.sentence and _passed(out, 0, list(PIECE.finditer(out)), 0)


def _passed(out: str, end: int, pieces: list[re.Match[str]], number: int) -> bool:
    """After so many pieces, the sentence ends."""
    start = pieces[number - 1].end() if number else end
    return number >= len(pieces) or _sentence_end(out, start, pieces[number].start()) < len(out)


def _sentence_end(out: str, start: int, end: int) -> int:
    """Where a sentence ends between two code points; the length of ``out`` where none does."""
    for i in range(start, end):
        if out[i] in _SENTENCE_END and not (
            out[i] == "." and out[i - 1 : i].isalnum() and out[i + 1 : i + 2].isalnum()
        ):
            return i
    return len(out)


def _piece(piece: str, *, left: bool) -> str:
    return piece[::-1] if left else piece


def _glued(the: Side, lexicon: Lexicon) -> tuple[float, float]:
    """Words and bits in the glue: parts of the damaged word and of its neighbors."""
    words = bits = 0.0
    for match in PIECE.finditer(the.glue):
        piece = _piece(match.group(), left=the.left)
        if lexicon.count(piece):
            words += weight(piece)
            bits += lexicon.bits(piece)
    return words, bits


def _fit_glue(glue: str, out: str) -> tuple[int, bool] | None:
    """Fit the glue to the sibling. Gives where it ends there, and whether it fits as it is.

    Runs of blanks are one (NBSP and line breaks too), sentence marks stand for each other,
    as writers who quote change them, and what is not ASCII may be anything that is not ASCII.
    """
    i = j = 0
    exact = True
    while i < len(glue):
        ours = glue[i]
        other = out[j] if j < len(out) else ""
        if ours == other:
            i += 1
            j += 1
        elif ours.isspace() and (other.isspace() or (j and out[j - 1].isspace())):
            i = _skip_blanks(glue, i)
            j = _skip_blanks(out, j)
        elif other.isspace() and i and glue[i - 1].isspace():
            j = _skip_blanks(out, j)
        elif ours in _STOPS and other in _STOPS:
            i += 1
            j += 1
        elif not ours.isascii() and not ours.isspace():
            exact = False
            while i < len(glue) and not glue[i].isascii() and not glue[i].isspace():
                i += 1
            j = _skip_mask(out, j)
        elif other and not other.isascii() and not other.isalnum() and ours in "'\"-":
            exact = False
            i += 1
            j += 1
        else:
            return None
    return j, exact


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _skip_mask(text: str, at: int) -> int:
    """Skip what may stand for damage: not blank, and no ASCII letter or digit."""
    while (
        at < len(text)
        and not text[at].isspace()
        and not (text[at].isascii() and text[at].isalnum())
    ):
        at += 1
    return at


def _agree(the: Side, theirs: list[str], lexicon: Lexicon) -> tuple[list[str], int | None]:
    """The pieces that agree, outward from the place.

    Also gives how many of their pieces our sentence took, None where it was left on the way.
    """
    ours = the.pieces
    agreed: list[str] = []
    i = j = 0
    free = edits = 0
    reached: int | None = None
    while True:
        if i == the.sentence and reached is None and not edits:
            reached = j
        if i >= len(ours) or j >= len(theirs):
            return agreed, reached
        if ours[i] == theirs[j]:
            agreed.append(ours[i])
            i += 1
            j += 1
            free = 0
            continue
        mine = _wild(ours[i], lexicon)
        other = not theirs[j].isascii()
        free += 1
        if free > _FREE:
            return agreed, reached
        if mine or other:
            i, j = i + mine, j + other
            continue
        edits += 1
        step = _edit(ours[i : i + 3], theirs[j : j + 3])
        if edits > 1 or step is None:
            return agreed, reached
        i, j = i + step[0], j + step[1]


def _wild(piece: str, lexicon: Lexicon) -> bool:
    return not piece.isascii() or not lexicon.count(piece)


def _edit(ours: tuple[str, ...], theirs: list[str]) -> tuple[int, int] | None:
    """A word more, a word less, or another word: whichever lets the next ones agree."""
    for i, j in ((1, 1), (0, 1), (1, 0)):
        if i < len(ours) and j < len(theirs) and ours[i] == theirs[j]:
            return i, j
    return None
