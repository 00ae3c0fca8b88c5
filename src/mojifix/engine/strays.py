"""Signs and letters that stand where they hardly belong, and are no damage all the same.

Any Latin letter in the place of a stray one would be a gain, and a loss may have put it there; of
signs by themselves the model knows little. But nobody writes a sign amid the small letters of a
word (``n╞o``), or over and over at their ends (``p†``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import category, name

from mojifix.channels.misread import Misread
from mojifix.engine.formulas import FORMAL, NAME, SYMBOLS, in_word
from mojifix.engine.pairs import usual
from mojifix.model import Span

STRAYS = 3
"""Words from which on one and the same letter or sign is evidence, whatever its script."""
AMID = 2
"""The same for a letter of another script between small letters."""
ACCENTS = frozenset("´¨¸ˆ˜¯")
"""Signs that some write before the letter that has the accent: ``Lepist¨o``."""
CLEAR = 0.999
"""The confidence from which on one capital or ordinal sign between small letters is evidence."""
POINT, SYLLABLES = "·", 1.5
"""What dictionaries set between syllables (``dic·tion·ary``), and how many of it a word has on the
average then at least. A letter that it stands for (``pr·ctico``) is seldom in a word twice."""
ALONE = 2
"""Letters that are no word: an alphabet, or the keys of a keyboard."""
FIRST_CYRILLIC, LAST_CYRILLIC = "\u0400", "\u04ff"
LOOKALIKES = frozenset("авгезкмнорстухёѕіјһԁԛԝАВЕЗКМНОРСТУХЅІЈЁ")
"""Cyrillic letters that some put into Latin words because they look like Latin ones."""
LAST_LATIN = "\u024f"
"""The end of the block Latin Extended-B."""
SHARE = 5
"""One in so many symbols is part of a word at least, where symbols are none."""
_WORD = re.compile("[^\\W\\d_\x00-\u024f]{3,}")
"""A word of letters that are not Latin."""
_SPELLING = re.compile("[^\\W\\d_]|[\u2500-\u259f]")
"""What words are spelled with; line art by some readers."""


def is_stray(text: str, spans: Sequence[Span]) -> bool:
    """Is all the evidence one sign, or one letter of another script in a word or two?"""
    seen = {text[span.start : span.end] for span in spans}
    alone = all(len(chars) <= ALONE or not _SPELLING.search(chars) for chars in seen)
    if alone and not any(_touched(text, span) for span in spans):
        return True  # Signs or single letters with no letter beside them: a list, or a drawing.
    if FORMAL.issuperset("".join(seen)) and max(map(len, seen)) <= NAME:
        within = sum(in_word(text, s.start, s.end, s.text) for s in spans)
        if SHARE * within < len(spans):
            return True  # Where these are letters, many stand within a word.
    if len(seen) != 1:
        return False
    char = seen.pop()
    if len(char) == 1 and _is_at_home(char, text, spans):
        return True
    if len(char) != 1 or char < "\u00a0" or "\u00c0" <= char <= LAST_LATIN:
        return False
    beside = [_between(text, span) for span in spans]
    if char == POINT and _parts_syllables(text, spans):
        return True
    if all(any(sides) for sides in beside) and all(map(_is_usual, spans)):
        return False  # Of words, nobody gains anything from one of these by chance.
    amid = sum(before and after for before, after in beside)
    if char in ACCENTS:
        return True
    if char.isalpha():
        words = {
            text[: span.start].rsplit(None, 1)[-1]
            for span, (before, _) in zip(spans, beside, strict=True)
            if before
        }
        if amid and FIRST_CYRILLIC <= char <= LAST_CYRILLIC and char not in LOOKALIKES:
            return False
        if amid and category(char) != "Ll" and all(s.confidence >= CLEAR for s in spans):
            return False  # Symbols are small letters, and capitals stand within no word.
        if amid and len(words) >= STRAYS:  # ``sinθ cosθ tanθ`` has none within a word.
            return False
        return amid < AMID and (len(spans) < STRAYS or char in SYMBOLS)
    return not amid and sum(before or after for before, after in beside) < STRAYS


def _parts_syllables(text: str, spans: Sequence[Span]) -> bool:
    """Do all points stand between letters, two in most words?"""
    words = [word for word in text.split() if POINT in word]
    return len(spans) >= SYLLABLES * len(words) and all(
        text[span.start - 1 : span.start].isalpha() and text[span.end : span.end + 1].isalpha()
        for span in spans
    )


def _is_at_home(char: str, text: str, spans: Sequence[Span]) -> bool:
    """Is it a letter at Latin words only, of a script in which the text has words besides?

    Arabic joins its ``and`` to the next word, whatever letters that has (``وNumPy``).
    """
    if char <= LAST_LATIN or not char.isalpha():
        return False
    if any(
        side > LAST_LATIN and side.isalpha()
        for span in spans
        for side in (text[span.start - 1 : span.start], text[span.end : span.end + 1])
    ):
        return False
    script = name(char, "").partition(" ")[0]
    return any(
        name(match.group()[0], "").partition(" ")[0] == script for match in _WORD.finditer(text)
    )


def _touched(text: str, span: Span) -> bool:
    """Is there a letter beside a span?"""
    return text[span.start - 1 : span.start].isalpha() or text[span.end : span.end + 1].isalpha()


def _between(text: str, span: Span) -> tuple[bool, bool]:
    """Are there small letters before and after a span?"""
    return text[: span.start][-1:].islower(), text[span.end :][:1].islower()


def _is_usual(span: Span) -> bool:
    """Was it one of the commonest misreadings?"""
    return all(isinstance(step, Misread) and usual(step) for step in span.chain)
