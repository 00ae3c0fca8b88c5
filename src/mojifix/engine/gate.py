"""The gate: could a misreading make a stretch of text better than it is?

Damage shows. A character read through the wrong codec stands among letters, capitals and signs
that no language puts there, so a stretch whose words are all believable and in which no lead
character meets a continuation outside of a word is let through. For any other the gate says by
how much undoing a misreading could make it better, at best. It may over-fire; and where a search
behind it finds damage, the whole text is searched again without it, so that what it lets through
in a damaged text is one believable word in clean surroundings.

Stretches are remembered, because texts say the same words over and over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mojifix.channels.singlebyte import TableCodec
from mojifix.engine.broken import broken
from mojifix.engine.decide import INACTIVE, TEMPER
from mojifix.engine.judge import Judge
from mojifix.engine.oddness import odder, oddness
from mojifix.engine.pairs import ORDINARY
from mojifix.engine.readers import Readers, character_class, readers
from mojifix.engine.signs import signs
from mojifix.engine.sites import Run, Segment, Site, runs_of
from mojifix.engine.undo import ALONE, C1, EXCHANGED, LONG, RUN, options
from mojifix.plausibility.chars import FIRST_OTHER, MARK
from mojifix.plausibility.model import UNIT, load
from mojifix.plausibility.tokens import Token, Word

# Cost a letter (with one for the word's end) up to which a word needs no second look: a judgment
# from the quantiles of clean and misread words in 13 languages, not fitted.
BELIEVABLE = 3.4 * UNIT
SHORT = 3
BELIEVABLE_SHORT = 2.5 * UNIT

_REMEMBERED = 10_000


WIDE = "[^\x00-\u2e7f\U00010000-\U0010ffff]"
"""What readers of several bytes a character write, and single-byte ones hardly."""

LAYERS = 3
"""Misreadings on top of each other that are undone to see."""
CERTAINLY = float("inf")
"""There is no need to ask what it gains."""
SEARCHED = INACTIVE / TEMPER
"""What is worth a search by itself."""
NO_CHANCE = float("-inf")
"""No misreading can be undone here, or none is needed."""


class Gate(dict[str, float]):
    """Stretch of text to what undoing a misreading of it could gain, in nats.

    A stretch is judged without its context, so that what is remembered of it never depends on
    the texts in which it was met.
    """

    def __init__(self) -> None:
        super().__init__()
        table = readers()
        self._model = load()
        tails = character_class(table.tail)
        leads = character_class(table.leads)
        self._pair = re.compile(f"(?=([{leads}][{tails}]))")
        narrow = character_class(lead for lead in table.leads if lead < "\u2e80")
        self._sign = _signs(table)
        self._may = re.compile(f"[\x80-\x9f{narrow}]|{WIDE}")
        self._wide = re.compile(WIDE)

    def __missing__(self, stretch: str) -> float:
        if len(self) >= _REMEMBERED:
            self.clear()
        gain = self._gain(stretch)
        if len(stretch) <= LONG:
            self[stretch] = gain
        return gain

    def _gain(self, stretch: str) -> float:
        if not self._may.search(stretch):
            return NO_CHANCE
        if broken(stretch):
            return SEARCHED
        clear = C1.search(stretch) or (self._wide.search(stretch) and self._rewrites(stretch))
        clear = clear or EXCHANGED.search(stretch) or signs().search(stretch)
        if not clear and not (self._pair.search(stretch) and self._shows(stretch)):
            return NO_CHANCE
        tokens = self._model.tokens(stretch)
        if clear or self._odd(tokens) or self._crosses(stretch):
            gain = self._undone(stretch)
            return max(gain, SEARCHED) if self._sign.search(stretch) else gain
        return NO_CHANCE

    @staticmethod
    def _shows(stretch: str) -> bool:
        """Does a well-formed UTF-8 sequence show through some single-byte reader?"""
        units = readers().units
        return any(len(run) > 1 and units(run) for run in RUN.findall(stretch))

    @staticmethod
    def _rewrites(stretch: str) -> bool:
        """Is there a run that a reader of several bytes a character can have written?"""
        table = readers()
        return any(table.starts(run[0]) and options(run, 1) for run in RUN.findall(stretch))

    def _crosses(self, stretch: str) -> bool:
        """Does a lead meet its continuation other than inside of a word?"""
        table = self._model.table
        for match in self._pair.finditer(stretch):
            pair: str = match.group(1)
            cls = table[pair[1]].cls
            if cls != MARK and (cls >= FIRST_OTHER or cls != table[pair[0]].cls):
                return True
        return False

    def _odd(self, tokens: list[Token]) -> bool:
        """Is there a word that no language has, or two scripts side by side?"""
        before: Token = ""
        for token in tokens:
            if isinstance(token, Word):
                if isinstance(before, Word):
                    return True
                if not token.folded.isascii() and not self._believable(token):
                    return True
            before = token
        return False

    def _believable(self, word: Word) -> bool:
        if word.breaks:
            return False
        letters = len(word.folded)
        limit = BELIEVABLE_SHORT if letters <= SHORT else BELIEVABLE
        return self._model.scripts[word.script].word(word.folded)[1] <= limit * (letters + 1)

    def _undone(self, stretch: str) -> float:
        """What the best way to undo a misreading gains."""
        runs = [
            Run(a, b, ways)
            for a, b in runs_of(stretch, 0, len(stretch))
            if (b - a > 1 or ALONE.match(stretch, a)) and (ways := options(stretch[a:b], LAYERS))
        ]
        amount = oddness(stretch)
        if all(odder(undone, amount) for undone in self._each(stretch, runs)):
            return NO_CHANCE
        if len(stretch) > LONG:
            return CERTAINLY
        whole = Site(0, len(stretch), runs, left=True, right=True)
        gains = Judge(stretch, torn=True).gains(Segment(0, len(stretch), [whole]))
        return max(gains[0].values(), default=NO_CHANCE)

    @staticmethod
    def _each(stretch: str, runs: list[Run]) -> Iterator[str]:
        """The stretch with one run undone in one way."""
        for run in runs:
            for option in run.options.values():
                yield stretch[: run.start] + option.text + stretch[run.end :]


def _signs(table: Readers) -> re.Pattern[str]:
    """A sign of Latin-1 as one of the readers shows it: ``Â°``, ``┬╗``, ``¬£``.

    Of 173,205 clean sentences in 75 languages, none has such a pair.
    """
    pairs: dict[str, set[str]] = {}
    for channel in table.single:
        assert isinstance(channel.read, TableCodec)
        chars = channel.read.chars
        for byte in range(0xA1, 0xC0):
            lead, tail = chars[0xC2], chars[byte]
            if lead and tail and not (tail.isalpha() or chr(byte).isalpha() or tail in ORDINARY):
                pairs.setdefault(lead, set()).add(tail)
    return re.compile(
        "|".join(f"{re.escape(lead)}[{character_class(pairs[lead])}]" for lead in sorted(pairs))
    )


@lru_cache(maxsize=1)
def gate() -> Gate:
    """The one gate, built when first needed."""
    return Gate()
