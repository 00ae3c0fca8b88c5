"""Ideographs and syllables that people write beside other letters.

What UTF-8 of a Western language is through GBK, EUC-JP or a Korean page has ideographs one by one
(``tr猫s``). So have terms of East Asia (``ID店``, ``Excel체``), and texts that quote some.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mojifix.engine.ideographs import ideographs
from mojifix.engine.sites import Segment, Site
from mojifix.engine.undo import Piece
from mojifix.plausibility.model import UNIT, load
from mojifix.plausibility.tokens import Word

_OF_A_SCRIPT = "\u0590", "\u1cff"
"""In the blocks between these, each script has its digits and signs to itself."""
QUOTED = 30.0
"""Nats against damage where an ideograph or a syllable of Korean stands by itself. A judgment: who
writes of 猫 and 犬 in another language has them there, and so has ``è`` that was read as GBK; only
if there is more of it can one tell."""
FIRST_IDEOGRAPH = "\u2e80"
TERM, BELIEVABLE = 14.0, 2.7 * UNIT
"""Nats against an ideograph being the only one that was a letter, if the word that comes out costs
more than this a letter. Of words with one letter beyond ASCII, in 15 languages, four in five cost
less; ``Excelü`` and its like cost more. Judgments."""
PAIR = 2
"""Ideographs that are no witnesses beside twice as many that were spared (``URL的ID是什么``)."""
SENTENCE, SENTENCE_LETTERS = 40, 12
"""Code points on either side in which words of so many letters make a sentence around it."""
_APOSTROPHES = ("'", "’")
_WORDS = re.compile("[A-Za-z]{3,}")


def of_a_script(char: str) -> bool:
    """Is it in a block that a script has to itself, with its digits and signs?"""
    first, last = _OF_A_SCRIPT
    return first <= char <= last


def quoted(text: str, pieces: Sequence[Piece], *, usual: bool, torn: bool) -> float:
    """Nats against pieces that are an ideograph or syllable by itself, as people quote them.

    ``usual`` is what comes out by itself, a sign or a word. ``torn`` is a text of which nothing is
    known that would stand around.
    """
    return QUOTED * any(
        (piece.end == piece.start + 1 or ideographs().issuperset(text[piece.start : piece.end]))
        and text[piece.start] >= FIRST_IDEOGRAPH
        and not text[piece.start - 1 : piece.start].isalnum()
        and not text[piece.end : piece.end + 1].isalnum()
        and not _elided(text, piece)
        and _listed(text, piece, usual=usual, torn=torn)
        for piece in pieces
    )


def _elided(text: str, piece: Piece) -> bool:
    """Does it stand after an elision (``c'猫``)? A quotation ends with a mark, too."""
    before = text[max(0, piece.start - 2) : piece.start]
    return (
        before[-1:] in _APOSTROPHES
        and before[:1].isalpha()
        and (text[piece.end : piece.end + 1] not in _APOSTROPHES)
    )


def _listed(text: str, piece: Piece, *, usual: bool, torn: bool) -> bool:
    """Is it one that people write, or one in a list of what they hardly write?"""
    if text[piece.start] in ideographs() or of_a_script(piece.text[0]):
        return True
    if torn:
        return False
    before = text[max(0, piece.start - SENTENCE) : piece.start].rpartition("\n")[2]
    after = text[piece.end : piece.end + SENTENCE].partition("\n")[0]
    if max(before + after, default="") >= FIRST_IDEOGRAPH:
        return False
    return not usual or not _is_sentence(f"{before} {after}")


def outnumbered(
    text: str, segment: Segment, here: Sequence[Piece], pieces: Sequence[Sequence[Piece]]
) -> float:
    """Nats against an ideograph or two, beside more of them that the same chain spared."""
    if sum(piece.end - piece.start for piece in here) > PAIR or all(
        text[piece.start] < FIRST_IDEOGRAPH for piece in here
    ):
        return 0.0
    wide = sum(char >= FIRST_IDEOGRAPH for char in text[segment.start : segment.end])
    damaged = sum(piece.end - piece.start for found in pieces for piece in found)
    return QUOTED if wide > PAIR * damaged else 0.0


def is_one(text: str, pieces: Sequence[Sequence[Piece]]) -> bool:
    """Is all that a chain undoes one and the same ideograph or syllable?"""
    seen = {text[piece.start : piece.end] for found in pieces for piece in found}
    return len(seen) == 1 and len(char := seen.pop()) == 1 and char >= FIRST_IDEOGRAPH


def lone(text: str, segment: Segment, site: Site, reading: str) -> float:
    """Nats against the one ideograph or syllable that is damage, if no usual word comes out.

    Not in sentences of Latin letters, which have no such terms.
    """
    if _is_sentence(f"{text[segment.start : site.start]} {text[site.end : segment.end]}"):
        return 0.0
    model = load()
    words = [token for token in model.tokens(reading) if isinstance(token, Word)]
    words = [word for word in words if not word.folded.isascii()]
    believed = words and all(
        not word.breaks
        and model.scripts[word.script].word(word.folded)[1] <= BELIEVABLE * (len(word.folded) + 1)
        for word in words
    )
    return 0.0 if believed else TERM


def _is_sentence(around: str) -> bool:
    return sum(map(len, _WORDS.findall(around))) >= SENTENCE_LETTERS
