"""Words, as far as they survive damage.

Damage of the usual kinds leaves ASCII alone. So a *piece* is a run of ASCII letters and digits,
or a run of other letters, never both: ``Microsoft’s``, ``Microsoftβs`` and ``Microsoftâ€™s`` all
have the pieces ``microsoft`` and ``s``, and ``café`` and ``cafÃ©`` share ``caf``. Scripts that
write no blanks between words (Han, Kana, Thai, Lao, Tibetan, Burmese, Khmer) give one piece per
character, because a run of them would be a whole clause and never be met twice.
"""

from __future__ import annotations

import re

UNSPACED = (
    "\u0e00-\u0fff"  # Thai, Lao, Tibetan
    "\u1000-\u109f"  # Burmese
    "\u1780-\u17ff"  # Khmer
    "\u2e80-\u9fff"  # radicals, Kana, Bopomofo, Han
    "\ua000-\ua4cf"  # Yi
    "\uf900-\ufaff"  # Han, compatibility
    "\U00020000-\U0003ffff"  # Han, planes 2 and 3
)

MARKS = (
    "\u0300-\u036f\u0483-\u0489"  # combining diacritics, Cyrillic
    "\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"  # Hebrew, Arabic points
    "\u0900-\u0963\u0966-\u0dff"  # the Indic blocks, without danda: half of their signs are marks
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
"""Marks belong to words, but ``\\w`` leaves them out."""

_OTHER = f"(?:[^\\W_\\x00-\\x7f{UNSPACED}]|[{MARKS}])+"
PIECE = re.compile(rf"[0-9a-z]+|[{UNSPACED}]|{_OTHER}")
"""A piece of folded text. Reads the same backward, so reversed text has reversed pieces."""

_LETTERS = f"(?:[^\\W_]|[{MARKS}])+"
WORD = re.compile(f"{_LETTERS}(?:['’ʼʻ·‧׳״\u200c\u200d\u00ad]{_LETTERS})*")
"""A whole word, with the apostrophes and joiners that stand inside of words."""

TRIGRAM = re.compile(f"(?=([{UNSPACED}]{{3}}))")
"""Three characters of such a script, overlapping: one alone is too common to look up, as Thai has
some seventy of them."""

_UNSPACED_CHAR = re.compile(f"[{UNSPACED}]")


def fold(text: str) -> str:
    """Lower case, with one sigma, and as many code points as before.

    Offsets into the folded text are offsets into ``text``, which ``str.casefold`` can't promise.
    """
    lower = text.lower()
    if len(lower) != len(text):  # only İ: its lower case takes two code points
        lower = text.replace("İ", "i").lower()
    return lower.replace("ς", "σ")


def weight(piece: str) -> float:
    """How much of a word this piece is: a Han or Thai character, or a letter or two, is a part.

    Running Chinese and Thai have two to three characters to the word. In text that is rich in
    accents, pieces are often fragments (``trần`` has ``tr`` and ``n``).
    """
    return 0.4 if is_unspaced(piece) else min(1.0, len(piece) / 3)


def is_unspaced(piece: str) -> bool:
    """A character of a script without blanks between words."""
    return _UNSPACED_CHAR.match(piece) is not None
