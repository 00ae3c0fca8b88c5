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
_LOOK = 4  # pieces from a disagreement within which the texts must agree again
_STEPS = sorted(
    ((i, j) for i in range(_LOOK) for j in range(_LOOK) if i or j),
    key=lambda step: (sum(step), step),
)
_MOST_WILD = 12
"""Pieces of both texts that may be skipped as wildcards: six damaged words, in each."""

_STRAIGHT = frozenset("'\"`-")
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
    """Those that some sibling has. Whatever else stands there is a wildcard."""
    starts: tuple[int, ...]
    """Where each piece starts, in code points from the place, outward."""
    left: bool
    sentence: int
    """How many of the pieces belong to the sentence of the place."""
    known: bool
    """So does every other ASCII piece of it: nothing of the sentence is left out."""
    next_words: tuple[int, float]
    """The last of the pieces behind the nearest one that make two words, and their weight."""
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
    end = _sentence_end(out, 0, len(out))
    pieces: list[str] = []
    starts: list[int] = []
    touching = 0
    known = True
    for match in PIECE.finditer(out):
        piece = _piece(match.group(), left=left)
        if match.start() == 0:  # it may be the rest of a damaged word
            touching = match.end()
        elif _is_crumb(piece):
            continue
        elif lexicon.count(piece):
            pieces.append(piece)
            starts.append(match.start())
            if len(pieces) == _MOST_PIECES:
                break
        elif piece.isascii() and match.start() < end:
            known = False
    return Side(
        glue=out[: starts[0] if starts else touching],
        pieces=tuple(pieces),
        starts=tuple(starts),
        left=left,
        sentence=sum(start < end for start in starts),
        known=known,
        next_words=_next_words(pieces),
        neighbor=out[:1],
    )


def _next_words(pieces: list[str]) -> tuple[int, float]:
    words = 0.0
    for i in range(1, len(pieces)):
        words += weight(pieces[i])
        if words >= 2:
            return i, words
    return len(pieces) - 1, words


def _is_crumb(piece: str) -> bool:
    """A letter or two outside of ASCII, which may be what damage left (``â``).

    Also where a sibling has that as a word. So the alignment does not hold on to such pieces.
    """
    return len(piece) <= 2 and not piece.isascii() and not is_unspaced(piece)


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
    theirs = [m for m in PIECE.finditer(out, end) if not _is_crumb(m.group())][:_MOST_PIECES]
    if not nearest:
        parts_a_word = out[end - 1 : end].isalnum() and out[end : end + 1].isalnum()
        if parts_a_word or not any(map(str.isalnum, the.glue)):
            return None
        return Grip(words, bits, the.known and _passed(out, end, theirs, 0), exact, end)
    if not theirs or theirs[0].group() != nearest:
        return None
    agreed, passed = _agree(the, [_piece(m.group(), left=the.left) for m in theirs])
    words += sum(map(weight, agreed))
    bits += sum(map(lexicon.bits, agreed))
    whole = passed is not None and the.known and _passed(out, end, theirs, passed)
    return Grip(words, bits, whole, exact, end)


def head(out: str) -> str:
    """The rest of the word that the place is in."""
    end = 0
    while end < len(out) and out[end].isalnum():
        end += 1
    return out[:end]


def closed(the: Side, text: str, at: int) -> bool:
    """Behind the word of the place, neither our sentence nor the sibling's goes on at this side."""
    if not the.known or the.sentence:
        return False
    out = outward(text, at, left=the.left)
    start = len(head(out))
    return _passed(out, start, list(PIECE.finditer(out, start)), 0)


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
            j = _skip_mask(out, j, glue[i : i + 1])
        elif other and not other.isascii() and not other.isalnum() and ours in _STRAIGHT:
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


def _skip_mask(text: str, at: int, until: str) -> int:
    """Skip what may stand for damage: what isn't ASCII, or one straight quotation mark or dash."""
    start = at
    while at < len(text) and not text[at].isascii() and not text[at].isspace():
        if text[at] == until:
            break
        at += 1
    if at == start and at < len(text) and text[at] in _STRAIGHT and text[at] != until:
        at += 1
    return at


def _agree(the: Side, theirs: list[str]) -> tuple[list[str], int | None]:
    """The pieces that agree, outward from the place.

    Also gives how many of their pieces our sentence took, None where it was left on the way.
    """
    ours = the.pieces
    agreed: list[str] = []
    i = j = wild = edits = 0
    reached: int | None = None
    while True:
        if reached is None and i >= the.sentence and not edits:
            reached = j
        if i >= len(ours) or j >= len(theirs):
            return agreed, reached
        if ours[i] != theirs[j]:
            step = _step(ours[i : i + _LOOK], theirs[j : j + _LOOK])
            if step is None:
                return agreed, reached
            skipped = (*ours[i : i + step[0]], *theirs[j : j + step[1]])
            if any(map(str.isascii, skipped)):
                edits += 1
            else:
                wild += len(skipped)
            if edits > 1 or wild > _MOST_WILD:
                return agreed, reached
            i, j = i + step[0], j + step[1]
        agreed.append(ours[i])
        i += 1
        j += 1


def _step(ours: tuple[str, ...], theirs: list[str]) -> tuple[int, int] | None:
    """How many pieces to skip on both sides so that the next ones agree.

    Any few that aren't ASCII, as wildcards; or an edit: a word more, less, or another one.
    """
    edit: tuple[int, int] | None = None
    for i, j in _STEPS:
        if i < len(ours) and j < len(theirs) and ours[i] == theirs[j]:
            if not any(map(str.isascii, (*ours[:i], *theirs[:j]))):
                return i, j
            if edit is None and i <= 1 and j <= 1:
                edit = i, j
    return edit
