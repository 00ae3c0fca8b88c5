"""What a line may have been, if one legacy codec was read as another one.

Theory of operation. Most originals are ruled out by what their characters cost out of context, then
by how odd they are, then by a few of the line's words, the strangest first; those that are left are
scored in full, in the line's language. What it takes from the gain that evidence is thin is told
apart: where more lines were damaged alike, there is enough of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple
from unicodedata import category, normalize

from mojifix.channels.misread import Misread
from mojifix.engine.belief import line_profile
from mojifix.engine.decide import TEMPER
from mojifix.engine.familiar import unfamiliar
from mojifix.engine.homes import astray, strayed
from mojifix.engine.ideographs import far_fetched
from mojifix.engine.intact import Intact, line_costs
from mojifix.engine.lookalikes import lookalikes
from mojifix.engine.misplaced import misplaced
from mojifix.engine.oddness import odder, oddness
from mojifix.engine.pairs import ONLY_SIGNS, ORDINARY, Pairs, Reading, Whole, pairing, usual
from mojifix.engine.prose import prose
from mojifix.engine.strange import strangeness
from mojifix.engine.units import at_home
from mojifix.plausibility.chars import FIRST_OTHER
from mojifix.plausibility.model import LATIN, UNIT, load
from mojifix.plausibility.words import usual_words

KEPT = 6
"""Originals of a line that are kept, the best ones."""
SAMPLED = 48
"""Originals of a line that are scored by some of its words, the best by their characters."""
SECOND = 20
"""Of these, the best by the strangest words."""
WORST = 3
"""How many these are."""
SAMPLE = 5
LONGEST = 40
"""Words of that sample, and the characters of the longest of them."""
SCORED = 8
"""Originals of a line that are scored in full, the best by these words."""
DEARER = int(3.5 * UNIT)
"""By how much a character may cost more, on average, than it does as it stands: capitals cost 3
nats more than small letters, signs 5 or more."""
LESS_ODD = 4.0
"""Nats of oddness that undoing the damage must at least take away."""
AGAIN = 0.25
"""What a character counts that stands between the same neighbors again."""
SPREAD = 40.0
"""Nats behind a line's best original from which on another one is out of the question."""

# Nats against a line's evidence where it is thin: by distinct words that change, and by distinct
# letters. All false changes of the trial (DESIGN section 7) were of one letter. Of the commonest
# misreadings nothing of it is asked: of 82,400 clean development sentences, none gained more than
# 3.1 nats from one of them, but for 11 that were really damaged.
FEW_WORDS = {1: 6.0, 2: 3.0}
LONE = {1: 7.0, 2: 4.0}
"""The same of any misreading where the line has no other words that tell its language. Of 50,000
names in 700 languages, alone 12 gained more (and 27 more without it), 1 of them in a language that
the model knows."""
ONE_LETTER = 2.0
OTHER_SCRIPT = 8.0
"""The same where all that comes out is of another script than what stays. A judgment: ``ã¨`` in
Italian was lower-cased, and not ``уи``."""
TOLD, CODE = 5, 3
"""Letters of words that tell the language of a line, and those of a code at most (``SP``, ``CAT``),
which does not."""
AT_HOME = 40.0
"""Nats against a line in which nothing changes but signs that stand where they belong."""
EDGE = 8.0
"""Nats against a word by itself, of which a sign at its beginning or end is to be a letter. Notes
are marked like that (``Table¶``)."""
MACRONS, ROMANIZED = frozenset("āēīōūĀĒĪŌŪ"), 6.0
"""Vowels by which words of Arabic, Sanskrit, Japanese or Latin are written in any text, and nats
against a line in which nothing else was a letter of another page. A judgment. In a column such a
line proves nothing: one of Japanese places came out as French (``Kyôto``)."""
CHANCE = 3.0
"""Nats that each letter of a word may gain by chance, for each nat by which the line is of no
language that the model knows."""

OPENING, SENTENCE = 1.75, 4.6
"""Nats against an original that does not begin with a capital where another one does, and the same
if it ends as a sentence does. Of the lines of eight languages that were trained on, 1.1 to 3.9 % of
those with such an end begin with a small letter, and 13 to 26 % of the others. Each is the
logarithm of the odds at some 20 and 2.5 %, over ``TEMPER``."""

TYPED = 10 * UNIT
"""By how much an original reads better than letters that look alike at least. A judgment."""

_AS_IT_IS = Reading("", "")
NBSP = "\u00a0"
_DRAWN_OUT = re.compile(r"([^\x00-\x7f])\1{3}")
"""A letter that is drawn out (``عااااجلا``): whatever else it were would gain again and again."""
_TRANSCRIBED = re.compile(r"/[^/]+/[,;.:]?")
"""How a word is said, in letters that its language may not have."""
_BREAK = re.compile("[.!?…] ")
_ENDS = (".", "!", "?", "…")
_WORD = re.compile(r"[^\W\d_]{2,}")
_OPENING = re.compile(r"[^\W\d_]|[^\x00-\x7f]")
"""The first letter of a line, or a sign that may have been one."""
_STRETCH = re.compile(r"[^ \t\f\v]+")
_MARK = re.compile("[\u0300-\u0323]")
"""The tones of Vietnamese as windows-1258 has them."""


def _is_opening(char: str) -> bool:
    """Is it a capital, or a letter of a script that has none?"""
    return char.isupper() or (char.isalpha() and char.upper() == char)


def _is_wide(char: str) -> bool:
    """Is it a letter of a codec of several bytes a character? Signs of it alone are no text.

    No regular expression: to compile its ranges takes 5 ms.
    """
    return "\u3041" <= char <= "\u30fe" or "\u3400" <= char <= "\u9fff" or "가" <= char <= "힣"


def composed(text: str) -> str:
    """A text as others write it, if it has tones as marks of their own, as windows-1258 has."""
    return normalize("NFC", text) if _MARK.search(text) else text


class Original(NamedTuple):
    """What a line may have been."""

    text: str
    pairs: Pairs
    gain: float
    """In nats, over the line as it stands, less what thin evidence takes off."""
    pieces: tuple[tuple[int, int, str], ...]
    """Where the line changes: start, end, original."""
    thin: float = 0.0
    """What thin evidence took off."""
    words: frozenset[str] = frozenset()
    """The words that change, as they stand in the line."""


def merit(original: Original) -> float:
    """For sorting: the gain with the price, the best first."""
    return min(original.pairs.values()) - TEMPER * original.gain


class Line:
    """A line, what it costs, and what it may have been."""

    def __init__(self, text: str, lanes: Mapping[int, int] | None = None) -> None:
        self.text = prose(text)
        self.lanes = lanes
        self.counts = Counter(char for char in text if char > "\x7f")
        self._toned = _MARK.search(text) is not None
        self.model = load()

    def originals(self, *, thin: bool = True) -> list[Original]:
        """The originals that read better than the line, the best first.

        Without ``thin``, whether there is enough of the line for that is not asked.
        """
        chars = "".join(sorted(self.counts))
        parts = self._parts()
        if not parts:
            return []
        found: list[Original] = []
        ranked = self._ranked(parts)
        if ranked:
            intact = Intact(self.text, parts)
            seen = intact.cost([self.text[a:b] for a, b in parts])
            found += [self._original(reading, intact, parts, seen) for reading in ranked]
        found += self._wholes(chars)
        if not thin:
            found = [o._replace(gain=o.gain + o.thin) for o in found]
        if not found:
            return []
        within = misplaced(self.text)
        looks = self._as_it_looks()
        found = [
            o
            for o in found
            if o.gain > 0.0
            and not misplaced(o.text).worse(within)
            and (looks is None or line_costs(o.text) < looks - TYPED)
        ]
        found.sort(key=merit)
        found = [self.less_strange(o) for o in found[:KEPT] if o.gain > found[0].gain - SPREAD]
        found = self._opened(found)
        found.sort(key=merit)
        return [o for o in found if o.gain > 0.0]

    def _as_it_looks(self) -> int | None:
        """What the line costs with the letters that those look like which it has.

        None if these read no better.
        """
        texts = lookalikes(self.text)
        cost = min(map(line_costs, texts), default=None)
        return cost if cost is not None and cost < line_costs(self.text) else None

    def _parts(self) -> list[tuple[int, int]]:
        """The stretches that tell what was done to the line, as offsets."""
        return [
            match.span()
            for match in _STRETCH.finditer(self.text)
            if not match.group().isascii()
            and not _DRAWN_OUT.search(match.group())
            and not _TRANSCRIBED.fullmatch(match.group())
        ]

    def _ranked(self, parts: list[tuple[int, int]]) -> list[Reading]:
        """The readings worth scoring in full: the best by their characters, then by some words."""
        limit = DEARER * self.counts.total()
        readings = self._less_odd(pairing().readings(self.counts, limit, SAMPLED))
        if not readings:
            return []
        words = self._sample(parts)
        readings = self._by_words([_AS_IT_IS, *readings], self._strangest(parts))
        if readings[0] is _AS_IT_IS:
            return []
        readings = [r for r in readings[: SECOND + 1] if r is not _AS_IT_IS]
        seen = self._by_words([_AS_IT_IS, *readings], sorted(words))
        return seen[: min(seen.index(_AS_IT_IS), SCORED)]

    def _less_odd(self, readings: list[Reading]) -> list[Reading]:
        """The readings by which the line becomes less odd."""
        limit = oddness(self.text) - LESS_ODD
        return [r for r in readings if not self._odder(r, limit)]

    def _odder(self, reading: Reading, limit: float) -> bool:
        if self._toned or _MARK.search(reading.originals):
            return odder(composed(self.text.translate(reading.mapping)), limit)
        return odder(self.text, limit, reading.seen, reading.originals)

    def _by_words(self, readings: list[Reading], words: list[tuple[int, int]]) -> list[Reading]:
        """The readings in the order of what they make of some words."""
        # The words that are not in the sample, but may be damaged, have no say.
        line = "".join(c if c <= "\x7f" else " " for c in self.text)
        for a, b in words:
            line = line[:a] + self.text[a:b] + line[b:]
        intact = Intact(line, words, languages=1)
        ranked: list[tuple[float, int]] = []
        for i, reading in enumerate(readings):
            text = self.text.translate(reading.mapping)
            cost = intact.cost([composed(text[a:b]) for a, b in words])
            price = min(reading.pairs.values(), default=0.0)
            ranked.append((cost + UNIT * price, i))
        ranked.sort()
        return [readings[i] for _, i in ranked]

    def _strangest(self, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The parts that read worst: what does not make them better, makes nothing better.

        Not one alone: the worst may be a foreign name.
        """
        amounts = sorted(strangeness().amounts(self.text), key=itemgetter(1), reverse=True)
        worst = [seen for seen, _ in amounts[:WORST]]
        found = {
            next((p for p in parts if seen in self.text[slice(*p)]), parts[0]) for seen in worst
        }
        return sorted(found) or parts[:1]

    def _sample(self, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Some words that have most of the line's characters."""
        left = set(self.counts)
        words = {self.text[a:b]: (a, b) for a, b in parts if b - a <= LONGEST}
        found: list[tuple[int, int]] = []
        while words and len(found) < SAMPLE:
            best = max(words, key=lambda word: (len(left.intersection(word)), -len(word)))
            left.difference_update(best)
            found.append(words.pop(best))
        return found or parts[:1]

    def _opened(self, found: list[Original]) -> list[Original]:
        """The originals, less what speaks against those that begin with no capital.

        Only where another one begins with one, and in the same place.
        """
        opening = SENTENCE if self.text.rstrip()[-1:] in _ENDS else OPENING
        firsts = [_OPENING.search(original.text) for original in found]
        capital = {m.start() for m in firsts if m is not None and m.group().isupper()}
        return [
            original
            if first is None or _is_opening(first.group()) or first.start() not in capital
            else original._replace(gain=original.gain - opening)
            for original, first in zip(found, firsts, strict=True)
        ]

    def undone(self, pair: Misread, *, cautious: bool = True) -> Original:
        """The line without a damage that the document is known to have.

        What comes out has to read well by itself; with ``cautious`` off, only better than the line
        or not, so that the gains of many lines can be added up.
        """
        reading = pairing().reading("".join(sorted(self.counts)), pair)
        if reading is None:
            return Original(self.text, {pair: 0.0}, 0.0, ())
        parts = self._parts()
        intact = Intact(self.text, parts, lanes=self.lanes)
        seen = intact.cost([self.text[a:b] for a, b in parts])
        # That there is little of it in this line is no reason for doubt any more.
        found = self._original(reading, intact, parts, seen)
        if misplaced(found.text).worse(misplaced(self.text)):
            return Original(self.text, {pair: 0.0}, 0.0, ())
        found = found._replace(gain=found.gain + found.thin)
        return self.less_strange(found) if cautious else found

    def less_strange(self, original: Original) -> Original:
        """What was written reads well; a word that does not, gained by chance, if it gained."""
        text = composed(original.text)
        seen, undone = self.text.split(), text.split()
        before, after = (dict(strangeness().amounts(line)) for line in (self.text, text))
        if len(seen) != len(undone):  # of a codec of several bytes a character
            chance = sum(amount for word, amount in after.items() if word not in seen)
        else:
            changed = {(a, b) for a, b in zip(seen, undone, strict=True) if a != b}
            chance = sum(after.get(b, 0) for a, b in changed if after.get(b, 0) < before.get(a, 0))
        return original._replace(gain=original.gain - chance / UNIT)

    def _original(
        self, reading: Reading, intact: Intact, parts: list[tuple[int, int]], seen: int
    ) -> Original:
        text = self.text.translate(reading.mapping)
        cost = intact.cost([composed(text[a:b]) for a, b in parts])
        pieces = tuple(
            (match.start(), match.end(), text[match.start() : match.end()])
            for match in re.finditer(
                "[" + re.escape("".join(map(chr, reading.mapping))) + "]+", self.text
            )
        )
        here = [(a, b) for a, b in parts if text[a:b] != self.text[a:b]]
        changed = [self.text[a:b] for a, b in here]
        words = frozenset(changed)
        cost += self._usual(composed(text), here) if cost < seen else 0
        gain = (seen - cost) / UNIT - CHANCE * unfamiliar(self.text) * sum(map(len, changed))
        gain *= self._distinct(reading) if gain > 0.0 else 1.0
        thin = self._thin(reading, intact, parts, len(words))
        if gain > thin:
            gain -= self._strayed(text, reading, pieces)
            thin += self._astray(text, reading, parts, pieces, gain - thin)
        return Original(text, reading.pairs, gain - thin, pieces, thin, words)

    def _usual(self, text: str, parts: list[tuple[int, int]]) -> int:
        """What usual words among some parts of a text cost less than their letters do."""
        model = self.model
        profile = line_profile(model.tokens(text), model)
        written = {word for a, b in parts for word in model.tokens(text[a:b])}
        as_it_is = {word for a, b in parts for word in model.tokens(self.text[a:b])}
        usual = usual_words().difference
        return usual(written, profile) - usual(as_it_is, profile)

    def _thin(
        self, reading: Reading, intact: Intact, parts: list[tuple[int, int]], words: int
    ) -> float:
        """What speaks against a reading because there is little of it."""
        thin = 0.0
        if not any(map(usual, reading.pairs)):
            thin = FEW_WORDS.get(words, 0.0)
            thin += ONE_LETTER if len(reading.mapping) == 1 else 0.0
        if MACRONS.issuperset(reading.seen):
            thin += ROMANIZED
        originals = set(reading.mapping.values())
        if ORDINARY.issuperset(map(chr, reading.mapping)) or originals == {NBSP}:
            thin += ONLY_SIGNS
        changed = {at for at, char in enumerate(self.text) if ord(char) in reading.mapping}
        if at_home(self.text) >= changed:
            thin += AT_HOME
        if not intact.words or not self._told(parts):
            thin += LONE.get(len(parts), 0.0)
            thin += EDGE if all(map(self._is_mark, changed)) else 0.0
        elif self._scripts(reading).isdisjoint(intact.words):
            thin += OTHER_SCRIPT
        return thin

    def _is_mark(self, at: int) -> bool:
        """Does a sign stand at the beginning or the end of a word?"""
        around = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        return not self.text[at].isalpha() and sum(map(str.isalpha, around)) < len(around)

    def _told(self, parts: list[tuple[int, int]]) -> bool:
        """Do words beside the parts tell the language?"""
        words = _WORD.findall(self._without(parts))
        return sum(len(word) for word in words if len(word) > CODE or not word.isupper()) >= TOLD

    def _astray(
        self,
        text: str,
        reading: Reading,
        parts: list[tuple[int, int]],
        pieces: Sequence[tuple[int, int, str]],
        gain: float,
    ) -> float:
        """What speaks against an original because its language was not written in that page."""
        scripts = self._scripts(reading)
        if LATIN not in scripts and min(scripts) < FIRST_OTHER:
            return 0.0  # Signs of a page stand among words of its languages too.
        # An unknown language writes letters, and those of one script within a word.
        table = self.model.table
        if not all(
            table[char].cls == LATIN or category(char) == "Lm" for char in map(chr, reading.mapping)
        ):
            gain = 0.0
        here = self._sentences(pieces)
        untouched = self._without(parts)
        return astray(
            " ".join(text[a:b] for a, b in here),
            {pair.written.name for pair in reading.pairs},
            " ".join(untouched[a:b] for a, b in here),
            gain,
        )

    def _strayed(
        self, text: str, reading: Reading, pieces: Sequence[tuple[int, int, str]]
    ) -> float:
        """The same of Cyrillic letters: what no page ever held was not damaged in any line."""
        if self.model.table["ж"].cls not in self._scripts(reading):
            return 0.0
        whole = " ".join(text[a:b] for a, b in self._sentences(pieces))
        return strayed(whole, {pair.written.name for pair in reading.pairs})

    def _sentences(self, pieces: Sequence[tuple[int, int, str]]) -> list[tuple[int, int]]:
        """The sentences that change: others may be in another language."""
        ends = [match.end() for match in _BREAK.finditer(self.text)]
        found = [(a, b) for a, b in pairwise((0, *ends, len(self.text)))]
        return [(a, b) for a, b in found if any(a <= start < b for start, _, _ in pieces)]

    def _without(self, parts: list[tuple[int, int]]) -> str:
        """The line with blanks in the place of some parts."""
        line = self.text
        for a, b in parts:
            line = line[:a] + " " * (b - a) + line[b:]
        return line

    def _distinct(self, reading: Reading) -> float:
        """How many of the characters that change stand between other neighbors, of all of them.

        The same word again, or another form of it, is hardly a further witness.
        """
        text = f" {self.text.lower()} "
        found = [
            text[i : i + 3] for i, char in enumerate(self.text) if ord(char) in reading.mapping
        ]
        if len(self.text) + 2 != len(text):
            return 1.0
        kinds = len(set(found))
        return (kinds + AGAIN * (len(found) - kinds)) / len(found)

    def _scripts(self, reading: Reading) -> set[int]:
        """The scripts of the letters that come out."""
        table = self.model.table
        return {table[char].cls for char in reading.mapping.values()}

    def _wholes(self, chars: str) -> Iterator[Original]:
        limit = oddness(self.text) - LESS_ODD
        wholes = [
            whole
            for whole in pairing().wholes(self.text, chars)
            if any(map(_is_wide, whole.text))
            and not odder(whole.text, limit)
            and not far_fetched(whole.text)
        ]
        if not wholes:
            return
        intact = Intact(self.text, [(0, len(self.text))])
        seen = intact.cost([self.text])
        for whole in wholes:
            gain = (seen - intact.cost([whole.text])) / UNIT
            pieces = tuple(_aligned(whole))
            changed = {original for _, _, original in pieces}
            gain -= FEW_WORDS.get(len(changed), 0.0)
            yield Original(whole.text, whole.pairs, gain, pieces)


def _aligned(whole: Whole) -> Iterator[tuple[int, int, str]]:
    """Where the characters of a whole that are no ASCII were in the line, run by run."""
    written = next(iter(whole.pairs)).written
    at = 0
    for match in re.finditer(r"([\x00-\x7f]+)|([^\x00-\x7f]+)", whole.text):
        length = len(written.encode(match.group()))
        if match.group(2):
            yield at, at + length, match.group()
        at += length
