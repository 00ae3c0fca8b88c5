"""The gate of the losses: which words may be what is left of others?

Where continuation bytes are gone, lead characters are left: ``itâs``, ``Ãcole``, ``Mistralβs``.
Many of them are letters that people write, so the word's language has to say whether it has
such a word: in French ``â`` is common, in English it is not; ``β`` is a word in Greek, and a
sign in a formula, but not a part of an English name.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from mojifix.channels.codecs import codec
from mojifix.engine.losses import ALONE
from mojifix.engine.readers import character_class
from mojifix.plausibility.model import LANE, LATIN, UNIT, load
from mojifix.plausibility.tokens import Token, Word

# Lead bytes of what is written most: Latin letters, signs, punctuation; Greek; Cyrillic.
LEADS = (0xC2, 0xC3, 0xC4, 0xC5, 0xE2, 0xCE, 0xCF, 0xD0, 0xD1)

DOUBT = 3.6 * UNIT
"""Cost a letter (and one for the word's end), in the text's language, from which on a word is
doubtful. Running text costs 2 to 3."""
FEW = 2
"""Letters of another script in a text that a loss leaves side by side at most."""


class Left:
    """Finds the words that may be left of others."""

    def __init__(self) -> None:
        chars = {
            char
            for name in ALONE
            for byte in LEADS
            if (char := codec(name).chars[byte]) is not None
        }
        latin = {char for char in chars if char < "\u0180"}
        self._latin = re.compile(f"[{character_class(latin)}]")
        self._other = re.compile(f"[{character_class(chars - latin)}]")
        self._letter = re.compile("[A-Za-z]")
        self._chars = frozenset(chars)

    def may(self, text: str) -> bool:
        """Is it worth to look at the words of a text?"""
        if self._latin.search(text):
            return True
        return bool(self._other.search(text) and self._letter.search(text))

    def words(self, text: str) -> list[tuple[int, int]]:
        """The doubtful words of a line, as offsets."""
        if not self.may(text):
            return []
        model = load()
        tokens = model.tokens(text)
        scripts = Counter(token.script for token in tokens if isinstance(token, Word))
        main = max(scripts, key=lambda script: scripts[script]) if scripts else LATIN
        profile = model.profile(model.totals(tokens, {}))
        found: list[tuple[int, int]] = []
        at = 0
        before: Token = ""
        for token, length in zip(tokens, model.lengths(text, tokens), strict=True):
            end = at + length
            if isinstance(token, Word) and not self._chars.isdisjoint(text[at:end]):
                if token.script != LATIN:
                    doubtful = token.script != main and len(token.folded) <= FEW
                    doubtful = doubtful and isinstance(before, Word)
                else:
                    vector = model.scripts[LATIN].word(token.folded)[0]
                    cost = vector >> profile.lanes[LATIN] & LANE
                    letters = len(token.folded) + 1
                    doubtful = token.breaks > 0 or cost >= DOUBT * letters
                if doubtful:
                    found.append((at, end))
            before = token
            at = end
        return found


@lru_cache(maxsize=1)
def left() -> Left:
    """The one finder, built when first needed."""
    return Left()
