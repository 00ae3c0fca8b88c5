"""The gate of the losses: which words may be what is left of others?

Where continuation bytes are gone, lead characters are left: ``itâs``, ``Ãcole``, ``Mistralβs``.
Many of them are letters that people write, so the word's language has to say whether it has
such a word: in French ``â`` is common, in English it is not; ``β`` is a word in Greek, and a
sign in a formula, but not a part of an English name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from mojifix.engine.belief import line_profile
from mojifix.engine.leads import BARED, foreign_leads, leads, marks
from mojifix.engine.readers import character_class
from mojifix.engine.searched import is_list
from mojifix.plausibility.joints import joints
from mojifix.plausibility.model import LANE, LATIN, UNIT, Profile, load
from mojifix.plausibility.tokens import Token, Word

DOUBT = 3.6 * UNIT
"""Cost a letter (and one for the word's end), in the text's language, from which on a word is
doubtful. Running text costs 2 to 3."""
USUAL, MORE = 2.3 * UNIT, 10 * UNIT
"""The same for long words, of which one letter is odd: what a letter costs, and what the word costs
on top of that. From eight letters on it is the stricter."""
_ENDS = ".,!?"
FEW = 2
"""Letters of another script in a text that a loss leaves side by side at most."""


_VIETNAMESE = re.compile("[\u1ea0-\u1eff]")
"""Letters of a language that has ``â`` everywhere. A loss leaves none of them as they were."""


class Left:
    """Finds the words that may be left of others."""

    def __init__(self) -> None:
        chars = leads()
        latin = {char for char in chars if char < "\u0180"}
        self._latin = re.compile(f"[{character_class(latin)}]")
        self._other = re.compile(f"[{character_class(chars - latin)}]")
        self._letter = re.compile("[A-Za-z]")
        within = character_class(chars - foreign_leads())
        apart = character_class(foreign_leads())
        self._lead = re.compile(f"[{within}]|(?<![A-Za-z])[{apart}](?![A-Za-z])")
        self.chars = chars
        """What is left of a character of which only the lead byte is."""
        self._mark = re.compile(f"(?<=[A-Za-z])[{character_class(marks())}](?=[A-Za-z])")
        self._words, self._tails = joints().parts
        # Of ``à``, the commonest letter that loses an NBSP, which reads like a capital.
        self._bared = re.compile(f"(?:(?<=[a-z]){BARED}|(?<![^\\W\\d_]){BARED}(?= +[a-z]))(?!\\w)")

    def may(self, text: str) -> bool:
        """Is it worth to look at the words of a text?"""
        if self._latin.search(text):
            return True
        return bool(self._other.search(text) and self._letter.search(text))

    def joins(self, text: str) -> bool:
        """Is there such a word anywhere in the text?"""
        return self.joined(text, 0, len(text))

    def joined(self, text: str, start: int, end: int) -> bool:
        """Is there a letter in the place of an apostrophe, in a word that some language has?

        Or a capital by itself in the place of a small letter.
        """
        if text.find(BARED, start, end) >= 0 and self._bared.search(text, start, end):
            return True
        joints = self._joints(text, start, end)
        found = any(
            after in self._tails or f"{before}'{after}" in self._words for before, after in joints
        )
        return found and not _VIETNAMESE.search(text, start, end)

    def _joints(self, text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
        """The parts of words of ASCII letters, but for one that may be left of a mark."""
        for match in self._mark.finditer(text, start, end):
            left, right = match.span()
            while left > start and text[left - 1].isascii() and text[left - 1].isalpha():
                left -= 1
            while right < end and text[right].isascii() and text[right].isalpha():
                right += 1
            if not text[left - 1 : left].isalpha() and not text[right : right + 1].isalpha():
                yield text[left : match.start()].lower(), text[match.end() : right].lower()

    def words(self, text: str) -> list[tuple[int, int]]:
        """The doubtful words of a line, as offsets."""
        if not self.may(text) or not self._lead.search(text) or is_list(text):
            return []
        model = load()
        tokens = model.tokens(text)
        scripts: Counter[int] = Counter()
        for token in tokens:
            if isinstance(token, Word):
                scripts[token.script] += len(token.folded)
        main = max(scripts, key=lambda script: scripts[script]) if scripts else LATIN
        profile = line_profile(tokens, model)
        lengths = list(model.lengths(text, tokens))
        found: list[tuple[int, int]] = []
        at = 0
        for i, (token, length) in enumerate(zip(tokens, lengths, strict=True)):
            end = at + length
            if isinstance(token, Word) and self._lead.search(text, at, end):
                if token.script == LATIN:
                    doubtful = self._odd(token, profile) or self._joins(token, profile)
                else:
                    doubtful = token.script != main and len(token.folded) <= FEW
                    doubtful = doubtful and self._attached(tokens, i)
                if doubtful:
                    found.append((at, end))
            at = end
        return found

    @staticmethod
    def _odd(word: Word, profile: Profile) -> bool:
        vector = load().scripts[LATIN].word(word.folded)[0]
        cost = vector >> profile.lanes[LATIN] & LANE
        letters = len(word.folded) + 1
        return word.breaks > 0 or cost >= min(DOUBT * letters, USUAL * letters + MORE)

    @staticmethod
    def _joins(word: Word, profile: Profile) -> bool:
        """Would an apostrophe in the place of a letter make two parts that the language joins?"""
        language = load().language(profile)
        return any(
            joints().joins(word.folded[:i], word.folded[i + 1 :], language)
            for i, char in enumerate(word.folded)
            if char > "\x7f"
        )

    @staticmethod
    def _attached(tokens: list[Token], i: int) -> bool:
        """Does a letter of another script stand at a word, or after the end of a sentence?"""
        before = tokens[i - 1] if i else " "
        after = tokens[i + 1] if i + 1 < len(tokens) else " "
        if isinstance(before, Word) or isinstance(after, Word):
            return True
        return before in _ENDS and after.isspace()


@lru_cache(maxsize=1)
def left() -> Left:
    """The one finder, built when first needed."""
    return Left()
