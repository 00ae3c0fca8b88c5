"""Reading a text and saying where it is odd, in pure Python.

Theory of operation. A text leaves here when one language has all of its words. Words are runs of
letters of one script; each letter costs, in every language of the script, what it costs after the
two before it. The language in which all words of the text cost least is the text's language in
that script, and what a letter that is not ASCII (or stands beside one) costs there beyond
``Policy.usual`` is *odd*. So are signs beside neighbors that they hardly ever have, two scripts
inside of one word, a capital inside of a word, and a few letters of a script that the text
otherwise lacks. ASCII by itself is never odd, but it tells the language.

Up to ``Policy.limit`` all that is odd in a text is nothing. Beyond it, the *stretches* (what
stands between ASCII white space and controls) that are odd are reported.

What a stretch adds to the whole does not depend on its neighbors, so it is remembered here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from mojifix.kernel.grams import BOUND, Grams
from mojifix.kernel.policy import MARK, SIGN, SYLLABLE, Kind, Policy
from mojifix.kernel.segments import segments

STRETCH = re.compile(r"[^\x00-\x20]+")

_REMEMBERED = 20_000
"""Stretches that are remembered."""
_LONG = 64
"""Code points from which on a stretch is not remembered: it will hardly be met again."""


class Odd(NamedTuple):
    """A stretch that is odd: where it stands, and by how much."""

    start: int
    end: int
    amount: int


class _Stretch(NamedTuple):
    """What a stretch adds to the text."""

    vectors: tuple[tuple[int, int], ...]
    """Script and costs of its words."""
    hot: tuple[tuple[int, str], ...]
    """Script and n-gram of each letter that may be odd."""
    letters: tuple[tuple[int, int], ...]
    """Script and number of letters."""
    signs: int
    """How odd it is whatever the language."""
    guests: int
    """How odd it is besides in a text of plain letters: what meets them, or ASCII."""


class Scanner:
    """Scans texts by one policy."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._kinds: dict[str, Kind] = {}
        self._grams: dict[int, Grams | None] = {}
        self._pairs: dict[tuple[int, int], int] = {}
        self._stretches: dict[str, _Stretch] = {}

    def odd(self, text: str) -> bool:
        """Is any of the lines of a text odd?"""
        return any(self.scan(text, start, end, 0)[0] for start, end in segments(text))

    def stirs(self, text: str) -> bool:
        """Is any of the lines of a text odd, by more than a few signs that are ``Policy.quiet``?"""
        policy = self._policy
        for start, end in segments(text):
            amount = self.scan(text, start, end, policy.loud)[0]
            if amount >= policy.loud or (
                amount and not all(c < "\x80" or c in policy.quiet for c in text[start:end])
            ):
                return True
        return False

    def odder(self, text: str, most: int, seen: str = "", originals: str = "") -> bool:
        """Are the lines of a text together odder than this?

        The characters of ``seen``, none of which is ASCII, are taken for those of ``originals``.
        """
        if most < 0:
            return True
        if seen:
            text = text.translate(str.maketrans(seen, originals))
        for start, end in segments(text):
            most -= self.scan(text, start, end, most)[0]
            if most < 0:
                return True
        return False

    def lanes(self, text: str) -> dict[int, int]:
        """The lane of each script in which the words of a text cost least."""
        totals: dict[int, int] = {}
        lanes: dict[int, int] = {}
        for piece in STRETCH.finditer(text):
            stretch = self._stretch(piece.group())
            lanes.update((script, 0) for script, _ in stretch.letters)
            for script, vector in stretch.vectors:
                totals[script] = totals.get(script, 0) + vector
        lanes.update((script, self._lane(script, total)) for script, total in totals.items())
        return lanes

    def scan(
        self, text: str, start: int, end: int, enough: int | None = None
    ) -> tuple[int, list[Odd]]:
        """By how much ``text[start:end]`` is odd, and where; ``(0, [])`` where it is ordinary.

        ``enough`` is an amount from which on more does not matter, nor where. Signs alone are that
        in much of what is damaged; then the letters are not looked at.
        """
        found: list[tuple[int, _Stretch]] = []
        signs = 0
        for piece in STRETCH.finditer(text, start, end):
            stretch = self._stretch(piece.group())
            signs += stretch.signs
            if enough is not None and signs > max(enough, self._policy.limit):
                return signs, []
            found.append((piece.start(), stretch))
        totals: dict[int, int] = {}
        letters: dict[int, int] = {}
        for _, stretch in found:
            for script, vector in stretch.vectors:
                totals[script] = totals.get(script, 0) + vector
            for script, number in stretch.letters:
                letters[script] = letters.get(script, 0) + number
        lanes = {script: self._lane(script, total) for script, total in totals.items()}
        main = max(letters, key=lambda script: (letters[script], -script), default=None)
        minor = self._minor(letters, main)
        policy = self._policy
        weighed = [self._weighed(stretch, lanes) for _, stretch in found]
        most = policy.sparse * sum(letters for _, _, letters in weighed)
        sparse = sum(spread for _, spread, _ in weighed) <= most
        total = 0
        odd: list[Odd] = []
        for (at, stretch), (letters_odd, spread, hot) in zip(found, weighed, strict=True):
            amount = letters_odd + stretch.signs
            if main == policy.plain:
                amount += stretch.guests
            if not sparse or spread > policy.dense * hot:
                amount += spread
            for script in [script for script, _ in stretch.letters if script in minor]:
                minor.discard(script)
                amount += policy.minor
            total += amount
            if amount >= policy.flagged:
                match = STRETCH.match(text, at, end)
                assert match is not None
                odd.append(Odd(at, match.end(), amount))
        return (total, odd) if total > policy.limit else (0, [])

    def _weighed(self, stretch: _Stretch, lanes: Mapping[int, int]) -> tuple[int, int, int]:
        """How odd the plain letters of a stretch are; all others; how many those are."""
        policy = self._policy
        amount = spread = hot = 0
        for script, gram in stretch.hot:
            odd_by = max(0, self._cost(script, gram, lanes[script]))
            if script == policy.plain:
                amount += odd_by
            else:
                spread += odd_by - policy.spread
                hot += 1
        return amount, max(0, spread), hot

    def _lane(self, script: int, total: int) -> int:
        grams = self.grams(script)
        assert grams is not None  # Who else would have told the total?
        costs = grams.unpack(total)
        return costs.index(min(costs))

    def _cost(self, script: int, gram: str, lane: int) -> int:
        grams = self.grams(script)
        assert grams is not None
        usual = self._policy.usual if len(gram) > 1 else self._policy.usual_syllable
        return (grams.row(gram) >> 32 * lane & 0xFFFFFFFF) - usual

    def _minor(self, letters: Mapping[int, int], main: int | None) -> set[int]:
        """The scripts of which there are only a few letters, beside many of another one."""
        joined = self._policy.joined
        return {
            script
            for script, number in letters.items()
            if script not in (self._policy.plain, main)
            and number <= self._policy.few
            and not (script in joined and main in joined)
        }

    def _stretch(self, chars: str) -> _Stretch:
        found = self._stretches.get(chars)
        if found is None:
            found = _Reading(self, chars).stretch()
            if len(chars) <= _LONG:
                if len(self._stretches) >= _REMEMBERED:
                    self._stretches.clear()
                self._stretches[chars] = found
        return found

    def kind(self, char: str) -> Kind:
        """What a character is."""
        found = self._kinds.get(char)
        if found is None:
            found = self._kinds[char] = self._policy.kind(char)
        return found

    def pair(self, first: str, second: str) -> int:
        """By how much two neighbors are odd."""
        shapes = self.kind(first).shape, self.kind(second).shape
        found = self._pairs.get(shapes)
        if found is None:
            found = self._pairs[shapes] = self._policy.pair(*shapes)
        return found

    def grams(self, script: int) -> Grams | None:
        """The n-grams of a script."""
        if script not in self._grams:
            self._grams[script] = self._policy.grams(script)
        return self._grams[script]


class _Reading:
    """Reads one stretch, character by character."""

    def __init__(self, scanner: Scanner, chars: str) -> None:
        self._scanner = scanner
        self._policy = scanner._policy  # noqa: SLF001 - of this module
        self._chars = chars
        self._vectors: dict[int, int] = {}
        self._hot: list[tuple[int, str]] = []
        self._letters: dict[int, int] = {}
        self._signs = 0
        self._guests = 0
        self._script = -1
        """The script of the word that is open; -1 where none is."""
        self._syllables = False
        """It is one of syllables."""
        self._before = BOUND
        """The last letters of the word, two at most, after its beginning."""

    def stretch(self) -> _Stretch:
        """Read it."""
        last, case = " ", 2
        enclosed = False  # by capitals: the last character, if another one follows
        for char in self._chars:
            kind = self._scanner.kind(char)
            if kind.kind == MARK and self._script >= 0:
                self._letter(self._script, kind.folded)
            elif kind.kind in (SIGN, MARK):
                script = self._script
                self._close()
                self._pair(last, char, script)
                enclosed = case == 1 and last > "\x7f" and char > "\x7f"
            else:
                if enclosed and kind.case == 1:
                    self._signs += self._policy.enclosed
                enclosed = False
                if kind.script == self._script:
                    if case == 0 and kind.case == 1 and not (last + char).isascii():
                        self._signs += self._policy.rise
                elif self._script >= 0:
                    self._change(kind.script)
                    self._close()
                else:
                    self._pair(last, char, kind.script)
                self._open(kind)
                self._letter(kind.script, kind.folded)
            last, case = char, kind.case
        script = self._script
        self._close()
        self._pair(last, " ", script)
        return _Stretch(
            tuple(self._vectors.items()),
            tuple(self._hot),
            tuple(self._letters.items()),
            self._signs,
            self._guests,
        )

    def _change(self, script: int) -> None:
        """Another script begins inside of the word."""
        both = {self._script, script}
        joined = both & self._policy.joined
        if joined != both:
            if joined and self._policy.plain in both:
                self._guests += self._policy.change
            else:
                self._signs += self._policy.change

    def _pair(self, first: str, second: str, script: int = -1) -> None:
        """Two neighbors; ``script`` is that of the one which is a letter."""
        if (first + second).isascii():
            return
        cost = self._scanner.pair(first, second)
        if script not in (-1, self._policy.plain) and min(first, second) < "\x80":
            self._guests += cost
        else:
            self._signs += cost

    def _open(self, kind: Kind) -> None:
        if kind.script != self._script:
            self._script = kind.script
            self._syllables = kind.kind == SYLLABLE
            self._before = BOUND

    def _letter(self, script: int, folded: str) -> None:
        self._letters[script] = self._letters.get(script, 0) + 1
        self._add(script, folded if self._syllables else self._before + folded)
        self._before = (self._before + folded)[-2:]

    def _close(self) -> None:
        if self._script >= 0 and not self._syllables:
            self._add(self._script, self._before + BOUND)
        self._script = -1
        self._syllables = False

    def _add(self, script: int, gram: str) -> None:
        grams = self._scanner.grams(script)
        if grams is not None:
            self._vectors[script] = self._vectors.get(script, 0) + grams.row(gram)
            if not gram.isascii():
                self._hot.append((script, gram))
