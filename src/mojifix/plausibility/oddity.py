"""Where is a text odd, in the language that it is written in?

The scanner (:mod:`mojifix.kernel.scanner` has its theory of operation) made of the model: words
cost what they cost in :mod:`.ngrams`, signs what they cost in :mod:`.shapes`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mojifix.kernel import Grams, Policy, Scanner
from mojifix.kernel.policy import LETTER, MARK, SIGN, SYLLABLE, Kind
from mojifix.plausibility.chars import CASELESS, FIRST_OTHER, LOWER, UPPER
from mojifix.plausibility.chars import MARK as MARK_CLASS
from mojifix.plausibility.model import LATIN, MANY, UNIT, Plausibility, load
from mojifix.plausibility.ngrams import Lanes
from mojifix.plausibility.quotation import DASHES, MARKS
from mojifix.plausibility.tokens import NUMBER, SMALL, TITLE, Word

# Measured on 120 sentences of each of 75 languages, and on 8,027 texts with damage of all kinds
# that was repaired: with these, 87 % of the clean sentences are ordinary and 3 of the damaged
# texts. Each constant a nat or two higher lets through 1 to 5 % more of the clean and 6 to 30 of
# the damaged.
USUAL = 6 * UNIT
USUAL_SYLLABLE = 10 * UNIT
USUAL_SIGN = 6 * UNIT
"""Costs up to which nothing is odd about a letter after two others, an ideograph by itself, and a
sign beside a neighbor."""
SPREAD = UNIT // 2
SPARSE = 3
DENSE = 2 * UNIT
"""Of 4,037 texts that damage of 33 kinds turned into letters of other scripts, none is less odd;
half of the clean Russian, Greek and Thai sentences that were odd otherwise are."""
LIMIT = 4 * UNIT
FLAGGED = 2 * UNIT
"""See ``Policy``."""
RISE = 5 * UNIT
"""More than what is nothing: of Mac Cyrillic, all that windows-1251 shows otherwise may be one
``Я`` for a ``я``."""
CHANGE = 10 * UNIT
ENCLOSED = 5 * UNIT
"""More than what is nothing. A quotation mark after a capital is ordinary, and one before a capital
too, but what stands between them in ``ESPAÃ‘A`` and ``ESCRITÃ“RIO`` belongs to a letter."""
MINOR = 4 * UNIT
FEW = 3
"""A judgment: damage puts letters of another script into a text one or two at a time."""

QUIET = frozenset("«»‘’“”–—…")
LOUD = 10 * UNIT
"""See ``Policy``. What changes signs alone is asked for from here on only, whatever else it gains:
people put them in wrong places too (``EMATSHAN”WENI``)."""
TYPOGRAPHY = MARKS | DASHES | {"…", "¿", "¡"}
USUAL_MARK = 9 * UNIT
"""The same of a quotation mark, dash or ellipsis that follows no letter: some texts never have any,
others have them everywhere."""

OPENING, CLOSING = frozenset("«‹„‚"), frozenset("»›¹²³¾")
_NO_WORD = -1
USUAL_INSIDE = UNIT
"""The same of a mark that opens after a letter, and of one that closes before one, or stands above
the line. There are languages that use quotation marks the other way round; but within a word they
are what is left of a letter (``RÄ«ga``, ``skú¹ky``)."""


class _Characters:
    """Answers the scanner's questions from the model."""

    def __init__(self, model: Plausibility) -> None:
        self._table = model.table
        self._shapes = model.shapes
        self._scripts = model.scripts
        self.syllables = frozenset(s for s, lanes in model.scripts.items() if lanes.number >= MANY)
        self._typography = self._numbers(TYPOGRAPHY)
        self._opening = self._numbers(OPENING)
        self._closing = self._numbers(CLOSING)
        self._syllabic = frozenset(map(self._habits, self.syllables))
        # There are thousands of ideographs, and each is asked for when it is met.
        self._letters = {
            (script, case): (
                SYLLABLE if script in self.syllables else LETTER,
                model.shapes.number(Word(script, TITLE if case == UPPER else SMALL, "", 0)),
            )
            for script in model.scripts
            for case in (LOWER, UPPER, CASELESS)
        }

    def kind(self, char: str) -> Kind:
        """What a character is."""
        cls, folded, case = self._table[char]
        if cls >= FIRST_OTHER:
            shape = self._shapes.number(NUMBER if "0" <= char <= "9" else char)
            return Kind(MARK if cls == MARK_CLASS else SIGN, 0, case, folded, shape)
        kind, shape = self._letters[cls, case]
        return Kind(kind, cls, case, folded, shape)

    def pair(self, first: int, second: int) -> int:
        """By how much neighbors of two shapes are odd."""
        a, b = self._shapes.habits(first), self._shapes.habits(second)
        return max(0, self._shapes.pair(first, second) - self._usual(first, second, a, b))

    def _usual(self, first: int, second: int, a: int, b: int) -> int:
        """What a sign may cost beside this neighbor, by the shapes and habits of both."""
        marks = self._typography
        if a in self._syllabic and second in marks:
            return USUAL_SYLLABLE
        if a != _NO_WORD:
            return USUAL_INSIDE if second in self._opening else USUAL_SIGN
        if b != _NO_WORD and first in self._closing:
            return USUAL_INSIDE
        return USUAL_MARK if first in marks or second in marks else USUAL_SIGN

    def grams(self, script: int) -> Grams | None:
        """The n-grams of a script."""
        lanes = self._scripts[script]
        return lanes.grams if isinstance(lanes, Lanes) else None

    def _habits(self, script: int) -> int:
        return self._shapes.habits(self._shapes.number(Word(script, SMALL, "", 0)))

    def _numbers(self, chars: Iterable[str]) -> frozenset[int]:
        """The shapes of characters that count for themselves."""
        return frozenset(map(self._shapes.number, chars))


def policy_of(model: Plausibility) -> Policy:
    """What a scanner is made of."""
    characters = _Characters(model)
    return Policy(
        kind=characters.kind,
        pair=characters.pair,
        grams=characters.grams,
        plain=LATIN,
        joined=characters.syllables,
        usual=USUAL,
        usual_syllable=USUAL_SYLLABLE,
        spread=SPREAD,
        sparse=SPARSE,
        dense=DENSE,
        change=CHANGE,
        rise=RISE,
        enclosed=ENCLOSED,
        minor=MINOR,
        few=FEW,
        limit=LIMIT,
        flagged=FLAGGED,
        quiet=QUIET,
        loud=LOUD,
    )


@lru_cache(maxsize=1)
def scanner() -> Scanner:
    """The one scanner, made when first needed."""
    return Scanner(policy_of(load()))
