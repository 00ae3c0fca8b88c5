"""The judge: what does each chain gain, site by site?

For a segment and a chain, every site is scored as it stands and as it would read undone; the
difference, in nats, is the site's *gain*. Positive gains speak for damage, negative ones for
clean text that happens to look like damage. The words around the sites tell the language, and
the undone words of the other sites help: a page of damaged Russian has no other Russian.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from mojifix.engine.formulas import SYMBOLS, is_formal
from mojifix.engine.ideographs import heard_of
from mojifix.engine.originals import is_rare
from mojifix.engine.prose import prose
from mojifix.engine.signs import signs
from mojifix.engine.sites import Segment, Site, Steps, spliced
from mojifix.engine.terms import is_one, lone, of_a_script, outnumbered, quoted
from mojifix.engine.undo import Piece
from mojifix.engine.units import at_home
from mojifix.plausibility.chars import FIRST_OTHER, MARK
from mojifix.plausibility.model import FOREIGN, LANE, LATIN, MANY, UNIT, Plausibility, Profile, load
from mojifix.plausibility.ngrams import Lanes
from mojifix.plausibility.tokens import Token, Word

_Ends = tuple[int, int] | None
"""The scripts of a stretch's first and last word."""

LANGUAGE = 4 * UNIT
"""What it costs to bring in a script whose language nothing around can tell: one of some 50.
Without it, one more of 1,250 short strings is read wrong."""
SIGNS_ONLY = 7.0
"""Nats against damage where no letter stands: of signs by themselves the model knows little.
Without it, one more of the 118 clean cases in ``fixtures`` has a sure reading (that the gate keeps
out); but 6 more of 421 damaged lines would be repaired, and 3 more of 5,672 sentences."""
FORMULA = 18.0
"""The same of what stands in formulas and drawings: ``√π`` is no ``ù``, ``├┤`` is no ``ô``."""
FORMAL = 40.0
"""The same in a line of code, where no words tell. A judgment."""
_FORMULA = re.compile("[√∂∑∏∫Ωπµ∞≈≠≤≥◊∆¬±÷×°\u2500-\u257f]+")
SIGNED = 4.0
"""Nats in favor of damage that shows in signs that hardly anybody sets so (see :mod:`.signs`), if
what comes out is no letter, or a word in the language around: ``√®`` is a check mark and a sign in
English. A judgment, not fitted."""
FAMILIAR = 7.5 * UNIT
"""What a word costs at most that is usual in a language all by itself. One of a single letter that
ASCII lacks is: in Italian, French, Portuguese, Galician, Irish, Welsh, Icelandic, Norwegian ..."""
SENSE = 7 * UNIT
ENDS = 15 * UNIT
"""Cost a code point, and of a site's ends, above which a reading is no more text than what it is
to explain. An estimate: not fitted."""
NONSENSE = 20.0
"""Nats against such a reading: the damage was another one. Without it, 3 more of 252 damaged
strings are read wrong; but 2 of 5,672 sentences come out right that do not with it."""
SAME_WORD = 12.0
"""Nats against damage to some letters of a word only. Without it, 6 of the 118 clean cases in
``fixtures`` have a sure reading, one with it, and 3 are changed instead of one."""


UNHEARD = 9.0
"""Nats against a letter or mark that the training text of its script has not. The model charges for
one that it has never met, not for its being just this one of some ten thousand. Without it, 2 more
of 1,250 short strings are left."""


ABROAD = "à"
"""A word of a letter beyond ASCII that many languages have of French (``3 à 5``)."""
_ARABIC = frozenset("،؛؟٪٫٬")
"""Signs that only texts in Arabic letters have."""
NBSP, _TURNED = "\xa0", frozenset("ʻʼʾʿʹʺ")
BLANK = 20.0
"""Nats against an NBSP and what follows it having been a letter of phonetics (``ʢ``), as Mac OS has
it, and not an apostrophe of Hawaiian and its like."""
OF_A_SCRIPT = 40.0
"""Nats against a digit or a sign of a script that the text has no letter of."""
AT_HOME = 20.0
"""Nats against a sign that stands where it belongs having been a letter or a part of one."""
ALONE, ALONE_OF_SIGNS = 6.0, 20.0
"""Nats against a letter by itself of a script that the text lacks, but for Latin and Greek, whose
letters are symbols everywhere. Of 768,188 words and lines in 995 languages, 7 had a sure reading
without it, 3 of them such a letter. More where no letter is seen: with 6, ``6 - ×˜ ×˜⁼ 6`` of an
array language still had two."""
RIVAL = 12.0
"""Nats by which a reading may be worse than the best one and still be its rival."""
STRANGER = 12.0
"""Nats at most for a word in a language that has nothing else here, where another reading of the
same damage is one in the language of the text."""


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], frozenset[int]]:
    """The characters of the training text, and the classes that have hardly any others.

    These are the scripts of letters that have training text, and marks.
    """
    model = load()
    alphabets = {
        script
        for script, lanes in model.scripts.items()
        if isinstance(lanes, Lanes) and len(lanes.letters) < MANY
    }
    return frozenset(model.inventory), frozenset(alphabets | {MARK})


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(load().tokens(text))


def contenders(segment: Segment) -> dict[Steps, list[list[Piece]]]:
    """The chains worth scoring, each with the pieces it undoes in every site.

    A chain that leaves much of the damage in place, wherever another one leaves nothing, is out
    of the question, whatever it makes of the rest. Each site is asked for itself: clean text may
    have more look-alikes of another chain than the damaged part has damage.
    """
    pieces = {steps: [site.pieces(steps) for site in segment.sites] for steps in segment.steps()}
    cover = {
        steps: [sum(end - start for start, end, _ in here) for here in sites]
        for steps, sites in pieces.items()
    }
    most = [max(here) for here in zip(*cover.values(), strict=True)]
    return {
        steps: sites
        for steps, sites in pieces.items()
        if any(n and n >= MOSTLY * best for n, best in zip(cover[steps], most, strict=True))
    }


MOSTLY = 0.8
"""The share of the best cover of a site that a chain needs to be scored."""


def _worded(reading: str) -> bool:
    return any(isinstance(token, Word) for token in _tokens(reading))


def _of_a_script(text: str) -> bool:
    """Is it a digit or sign that only one script has?"""
    return text in _ARABIC or (len(text) == 1 and text > "\x7f" and text.isdecimal())


def _is_here(script: int, home: Mapping[int, int], undone: Sequence[str]) -> bool:
    """Are there words of a script around, or in what is undone, of more than a letter?"""
    return script in home or any(
        isinstance(token, Word) and token.script == script and len(token.folded) > 1
        for other in undone
        for token in _tokens(other)
    )


def _drawn(old: str, new: str) -> bool:
    """Was a word hidden behind line art, which people draw, but not with other signs in it?"""
    art = [char for char in old if char > "\x7f"]
    lines = sum("\u2500" <= char <= "\u259f" for char in art)
    return 0 < lines < len(art) and _worded(new)


def _share(before: list[int], after: list[int], apart: int, pieces: list[list[Piece]]) -> float:
    """What a chain gains outside of the sites that it touches, for each of these."""
    touched = sum(map(bool, pieces))
    rest = (a - b for a, b, here in zip(before, after, pieces, strict=True) if not here)
    return (apart + sum(rest)) / touched


def _native_first(gains: dict[Steps, float], foreign: dict[Steps, float]) -> None:
    """Take from the gain of each chain by how much more foreign than its rivals' its words are.

    Between damage and none a word may be foreign, so that a name is no scandal. Between two
    readings of the same damage, that of the language around is the likelier one.
    """
    if not gains:
        return
    best = max(gains.values())
    least = min(foreign[steps] for steps, gain in gains.items() if gain > best - RIVAL)
    for steps in gains:
        gains[steps] -= min(max(foreign[steps] - least, 0.0), STRANGER)


class Judge:
    """Scores the sites of one text.

    Where it is ``torn`` from another one, what would stand around is not asked for.
    """

    def __init__(self, text: str, *, torn: bool = False) -> None:
        self.text = prose(text)
        self.torn = torn
        self.model: Plausibility = load()

    def gains(self, segment: Segment) -> list[dict[Steps, float]]:
        """For each site the gain, in nats, of each chain that changes something there."""
        text = self.text
        context: dict[int, int] = {}
        gaps: list[_Ends] = []
        at = segment.start
        for site in segment.sites:
            gaps.append(self._gap(at, site.start, context))
            at = site.end
        gaps.append(self._gap(at, segment.end, context))

        home = self.model.profile(context).lanes
        seen = [text[site.start : site.end] for site in segment.sites]
        signed = [signs().search(old) is not None for old in seen]
        before, apart = self._costs(segment.sites, gaps, seen, context)
        chains = contenders(segment)
        home_signs = at_home(text)
        known: dict[tuple[str, ...], tuple[list[float], list[float]]] = {}
        result: list[dict[Steps, float]] = [{} for _ in segment.sites]
        foreign: list[dict[Steps, float]] = [{} for _ in segment.sites]
        for steps, pieces in chains.items():
            undone = tuple(
                spliced(text, site.start, site.end, here)
                for site, here in zip(segment.sites, pieces, strict=True)
            )
            if undone not in known:
                after, apart_now = self._costs(segment.sites, gaps, undone, context)
                share = _share(before, after, apart - apart_now, pieces) / UNIT
                gains = [
                    (a - b) / UNIT + share - (NONSENSE if b > SENSE * len(new) + ENDS else 0.0)
                    for a, b, new in zip(before, after, undone, strict=True)
                ]
                known[undone] = gains, self._foreign(undone, context)
            gains, strangers = known[undone]
            single = not self.torn and is_one(text, pieces)
            for i, (here, old, new) in enumerate(zip(pieces, seen, undone, strict=True)):
                if here:
                    wordless = self._wordless(here, old, new, home, signed=signed[i])
                    usual = not _worded(new) or new.strip() == ABROAD or self._usual(new, home)
                    against = self._spared(here, undone, home) + self._unheard(here) + wordless
                    against += self._alone(here, new, undone, home)
                    against += quoted(text, here, usual=usual, torn=self.torn)
                    against += outnumbered(text, segment, here, pieces)
                    against += AT_HOME if any(piece.start in home_signs for piece in here) else 0.0
                    against += BLANK if all(map(self._is_blank, here)) else 0.0
                    if single:
                        against += lone(text, segment, segment.sites[i], new)
                    result[i][steps] = gains[i] - against
                    foreign[i][steps] = strangers[i]
        for gained, strange in zip(result, foreign, strict=True):
            _native_first(gained, strange)
        return result

    def _wordless(
        self, here: list[Piece], old: str, new: str, home: dict[int, int], *, signed: bool
    ) -> float:
        """Nats against pieces because no words tell, or for them because signs do."""
        if all(is_formal(self.text, p.start, p.end, p.text) for p in here):
            return FORMAL
        usual = self._usual(new, home)
        if signed and (usual or not _worded(new)):
            return -SIGNED
        formula = self._formula(here)
        if usual or (_worded(old) and not formula) or _drawn(old, new):
            return 0.0
        return FORMULA if formula else SIGNS_ONLY

    def _usual(self, reading: str, home: dict[int, int]) -> bool:
        """Are the words of a reading usual by themselves in the language around: ``è``, ``à``?"""
        words = [token for token in _tokens(reading) if isinstance(token, Word)]
        return bool(words) and all(
            word.script in home
            and self.model.scripts[word.script].word(word.folded)[0] >> home[word.script] & LANE
            <= FAMILIAR
            for word in words
        )

    def _alone(
        self,
        pieces: list[Piece],
        reading: str,
        undone: Sequence[str],
        home: Mapping[int, int],
    ) -> float:
        """Nats against a reading that brings nothing but a letter of a script that is not here.

        Or a digit or sign of one. Nor is it in what else is ``undone``.
        """
        if all(map(_of_a_script, (piece.text for piece in pieces))):
            blocks = {ord(piece.text) >> 8 for piece in pieces}
            around = "".join((self.text, *undone))
            here = any(ord(char) >> 8 in blocks and char.isalpha() for char in around)
            return 0.0 if here else OF_A_SCRIPT
        words = [token for token in _tokens(reading) if isinstance(token, Word)]
        if len(words) != 1 or len(words[0].folded) > 1:
            return 0.0
        script = words[0].script
        if script in (LATIN, self.model.table["α"].cls) or _is_here(script, home, undone):
            return 0.0
        seen = "".join(self.text[piece.start : piece.end] for piece in pieces)
        letters = any(char.isalpha() and char not in SYMBOLS for char in seen)
        letters = letters and heard_of(words[0].folded)
        return ALONE if letters else ALONE_OF_SIGNS

    def _foreign(self, readings: Sequence[str], context: dict[int, int]) -> list[float]:
        """By how much the words of each reading cost more than foreign words may, in nats.

        Those with a letter beyond ASCII, in the languages that all readings and the text around
        have together.
        """
        model = self.model
        totals = dict(context)
        tokens = [_tokens(reading) for reading in readings]
        for here in tokens:
            model.totals(here, totals)
        lanes = model.profile(totals).lanes
        found: list[float] = []
        for here in tokens:
            more = 0
            for token in here:
                if isinstance(token, Word) and not token.folded.isascii():
                    vector, least = model.scripts[token.script].word(token.folded)
                    own = vector >> lanes[token.script] & LANE
                    more += max(own - least - FOREIGN, 0)
            found.append(more / UNIT)
        return found

    def _spared(self, pieces: list[Piece], undone: Sequence[str], home: Mapping[int, int]) -> float:
        """Nats against pieces whose letters should not be alone in having been damaged.

        A misreading does not pick letters: the others of the word would have suffered too. And a
        digit or sign of a script does not stand beside letters that were not of that script, nor
        a Cyrillic or an Armenian letter beside a Latin one in a text that has no words of them;
        Greek ones are symbols.
        """
        text, table = self.text, self.model.table
        for piece in pieces:
            for at, inside in ((piece.start - 1, piece.text[0]), (piece.end, piece.text[-1])):
                script = table[inside].cls
                if not 0 <= at < len(text) or table[text[at]].cls >= FIRST_OTHER:
                    continue
                if script >= FIRST_OTHER:
                    if of_a_script(inside):
                        return SAME_WORD
                elif text[at] > "\x7f":
                    if table[text[at]].cls == script:
                        return SAME_WORD
                elif (
                    script not in (LATIN, table["α"].cls)
                    and inside.lower() != inside.upper()
                    and not _is_here(script, home, undone)
                ):
                    return SAME_WORD
        return 0.0

    def _formula(self, pieces: list[Piece]) -> bool:
        """Are pieces what people write in formulas and drawings, with no letters beside them?"""
        text = self.text
        return all(
            _FORMULA.fullmatch(text, piece.start, piece.end) is not None
            and not text[piece.start - 1 : piece.start].isalpha()
            and not text[piece.end : piece.end + 1].isalpha()
            for piece in pieces
        )

    def _unheard(self, pieces: list[Piece]) -> float:
        """Nats against pieces with a letter or mark that nobody writes in that script.

        Or with a sign or an ideograph that is rare.
        """
        (known, scripts), table = _known(), self.model.table
        for piece in pieces:
            before = self.text[piece.start - 1 : piece.start]
            for char in piece.text:
                cls = table[char].cls
                # Marks on signs and digits are drawn, as the stroke of a price struck out is.
                on_letter = cls != MARK or (before and table[before].cls < FIRST_OTHER)
                if char not in known and cls in scripts and on_letter:
                    return UNHEARD
                if is_rare(char):
                    return UNHEARD
                before = char
        return 0.0

    def _is_blank(self, piece: Piece) -> bool:
        """Would a blank and what follows it be a letter of phonetics?"""
        return self.text[piece.start] == NBSP and piece.text not in _TURNED

    def _gap(self, start: int, end: int, context: dict[int, int]) -> _Ends:
        tokens = _tokens(self.text[start:end])
        self.model.totals(tokens, context)
        scripts = [token.script for token in tokens if isinstance(token, Word)]
        return (scripts[0], scripts[-1]) if scripts else None

    def _costs(
        self,
        sites: Sequence[Site],
        gaps: Sequence[_Ends],
        readings: Sequence[str],
        context: dict[int, int],
    ) -> tuple[list[int], int]:
        """What each site costs, and by how much the rest is odder in the language that fits all.

        Without the second, a misspelled word could choose a language that makes it cheap, however
        odd its neighbors are in it. Words may be foreign, so that language may be the neighbors'.
        """
        model = self.model
        totals = dict(context)
        tokens = [_tokens(reading) for reading in readings]
        for here in tokens:
            model.totals(here, totals)
        profile = model.profile(totals)
        costs, apart = (
            self._in(profile, sites, gaps, tokens, context),
            model.apart(context, profile),
        )
        if apart:
            other = Profile(totals, profile.lanes | model.profile(context).lanes)
            theirs = self._in(other, sites, gaps, tokens, context)
            if sum(theirs) < sum(costs) + apart:
                return theirs, 0
        return costs, apart

    def _in(
        self,
        profile: Profile,
        sites: Sequence[Site],
        gaps: Sequence[_Ends],
        readings: Sequence[Sequence[Token]],
        context: dict[int, int],
    ) -> list[int]:
        """What each site costs in a profile's languages."""
        model, change = self.model, self.model.shapes.change
        costs: list[int] = []
        scripts = set(context)
        before = gaps[0][1] if gaps[0] else None
        for site, tokens, gap in zip(sites, readings, gaps[1:], strict=True):
            cost = model.cost(tokens, profile, left=site.left, right=site.right)
            for token in tokens:
                if isinstance(token, Word):
                    if token.script not in scripts:
                        scripts.add(token.script)
                        cost += LANGUAGE
                    if before is not None:
                        cost += change(before, token.script)
                    before = token.script
            if gap:
                if before is not None:
                    cost += change(before, gap[0])
                before = gap[1]
            costs.append(cost)
        return costs
