"""What a place costs, as the search for losses sees it.

The model's cost with two corrections that matter where one sign stands for many: words that an
apostrophe joins cost what such words cost, and a word with letters that ASCII lacks is seldom a
foreign one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mojifix.kernel.segments import segments
from mojifix.plausibility.accents import accents
from mojifix.plausibility.joints import JOINING, joints
from mojifix.plausibility.model import FOREIGN, LANE, LATIN, UNIT, Plausibility, Profile, load
from mojifix.plausibility.ngrams import Lanes, Strange
from mojifix.plausibility.shapes import BREAK, END
from mojifix.plausibility.tokens import CAPITALS, LETTER, MIXED, Token, Word
from mojifix.plausibility.words import usual_words

LOST = 5 * UNIT
"""What a word costs more than with its apostrophe, for the language of its line, if a letter stands
in its place. A judgment: few texts are damaged."""
_ONE_LETTER = re.compile("([a-z]+)[^\x00-\x7f]([a-z]+)")
POOL = "*"
"""All languages together. A text that is a little of everything (addresses, code) is of this one,
which knows no apostrophes; so it has to be better by an eighth."""
MOST = 40
"""Words with letters beyond ASCII that are asked for the language of a line."""
MARKED = 7 * UNIT
"""The price, on top of ``FOREIGN``, of a word in another language that has a letter beyond ASCII:
such a word is of one of a hundred languages (4.6 nats), and most foreign words have none. The sum
is what the search for legacy pairs asks (``UNDONE`` in :mod:`.intact`)."""


def line_profile(tokens: Iterable[Token], model: Plausibility) -> Profile:
    """The languages of a line, of which a few words may be damaged.

    A word with Latin letters beyond ASCII has its say, but no more than a foreign word would: one
    ``itâs`` does not make a short English sentence a Vietnamese one.
    """
    plain: list[Token] = []
    marked: list[Word] = []
    for token in tokens:
        if isinstance(token, Word) and token.script == LATIN and not token.folded.isascii():
            marked.append(token)
        else:
            plain.append(token)
    profile = model.profile(model.totals(plain, {}))
    lanes = model.scripts[LATIN]
    if not marked and (LATIN not in profile.lanes or model.language(profile) != POOL):
        return profile
    total = profile.totals.get(LATIN, 0)
    # A word with a capital inside (``voilÃ``) is nobody's.
    words = [word for word in marked if not word.breaks][:MOST]
    for word in words:
        total += lanes.capped(word.folded, FOREIGN + MARKED)
    costs = lanes.unpack(total)
    for word in words:
        for i, less in _joined(word, lanes):
            costs[i] -= less
    if POOL in lanes.names and len(lanes.names) > 1:
        pool = lanes.names.index(POOL)
        costs[pool] += costs[pool] // 8
    found = dict(profile.lanes)
    found[LATIN] = 32 * costs.index(min(costs))
    return Profile(model.totals(marked, dict(profile.totals)), found)


def reading_cost(text: str) -> int:
    """What a text costs, each line in its own language."""
    model = load()
    cost = 0
    for start, end in segments(text):
        tokens = model.tokens(text[start:end])
        cost += model.cost(tokens, line_profile(tokens, model))
    return cost


def _joined(word: Word, lanes: Lanes | Strange) -> Iterator[tuple[int, int]]:
    """By how much less a word costs in each language that would join it by an apostrophe.

    Where its one letter beyond ASCII is what is left of one (``didnât``).
    """
    match = _ONE_LETTER.fullmatch(word.folded)
    found = joints().languages(f"{match[1]}'{match[2]}") if match else {}
    if found:
        costs = lanes.unpack(lanes.capped(word.folded, FOREIGN + MARKED))
        for name, cost in found.items():
            if name in lanes.names:
                i = lanes.names.index(name)
                yield i, max(0, costs[i] - cost - LOST)


class Belief:
    """What texts cost in a line's language."""

    __slots__ = ("_costs", "_joined", "_near", "_tokens", "language", "model", "profile")

    def __init__(self, model: Plausibility, profile: Profile) -> None:
        # What one reader makes of a place, another one often makes of it too.
        self._costs: dict[tuple[str, bool, bool], int] = {}
        self._tokens: dict[Token, tuple[int, int]] = {}
        """The shape of each token, and what it costs whatever stands beside it."""
        self._joined: dict[tuple[Token, Token, Token], int] = {}
        """By how much a sign between two words makes them cost more, or less."""
        self.model = model
        self.profile = profile
        self.language = model.language(profile)
        self._near: dict[int, list[tuple[int, int]]] = {}
        """By script, the languages that the line may be in, and what speaks against each."""

    def _lanes(self, script: int) -> list[tuple[int, int]]:
        """The languages that the line may be in as well as in the one that it seems to be in.

        A few letters do not tell Russian from Ukrainian, and what was lost may be what would.
        """
        found = self._near.get(script)
        if found is None:
            found = []
            if script != LATIN and script in self.profile.lanes:
                costs = self.model.scripts[script].unpack(self.profile.totals[script])
                best = costs[self.profile.lanes[script] // 32]
                found = [
                    (32 * i, max(cost - best, 0))
                    for i, cost in enumerate(costs)
                    if cost - best < FOREIGN
                ]
            self._near[script] = found if len(found) > 1 else []
        return self._near[script]

    def _word(self, word: Word) -> int:
        """What a word costs in the likeliest language for it."""
        cost = self.model.word_cost(word, self.profile)
        lanes = self._lanes(word.script)
        if not lanes:
            return cost
        vector = self.model.scripts[word.script].word(word.folded)[0]
        more = word.breaks * BREAK
        return min(cost, *((vector >> lane & LANE) + against + more for lane, against in lanes))

    def cost(self, text: str, *, left: bool, right: bool) -> int:
        """What a text costs; ``left`` and ``right`` say whether the line begins and ends here."""
        key = text, left, right
        cost = self._costs.get(key)
        if cost is None:
            tokens = self.model.tokens(text)
            pair, known = self.model.shapes.pair, self._tokens
            cost = 0
            before = END if left else -1
            for i, token in enumerate(tokens):
                if token in JOINING and 0 < i < len(tokens) - 1:
                    cost += self._between(tokens[i - 1], token, tokens[i + 1])
                found = known.get(token)
                if found is None:
                    found = known[token] = self._alone(token)
                now, more = found
                cost += more + (pair(before, now) if before >= 0 else 0)
                before = now
            if right:
                cost += pair(before, END)
            self._costs[key] = cost
        return cost

    def _between(self, before: Token, sign: Token, after: Token) -> int:
        key = before, sign, after
        found = self._joined.get(key)
        if found is None:
            found = self._joined[key] = joints().between(before, sign, after, self.profile)
        return found

    def _alone(self, token: Token) -> tuple[int, int]:
        number = self.model.shapes.number(token)
        if not isinstance(token, Word):
            return number, 0
        cost = self._word(token)
        cost += usual_words().difference((token,), self.profile)
        cost += accents().difference((token,), self.profile)
        return number, cost + self.surcharge((token,))

    def surcharge(self, tokens: Iterable[Token]) -> int:
        """What words in another language cost more if they have a letter beyond ASCII."""
        return sum(
            self._marked(token)
            for token in tokens
            if isinstance(token, Word) and token.script == LATIN and not token.folded.isascii()
        )

    def _marked(self, word: Word) -> int:
        vector, least = self.model.scripts[LATIN].word(word.folded)
        lane = self.profile.lanes.get(LATIN)
        if lane is None:
            return 0
        own = vector >> lane & LANE
        return min(max(own - least - FOREIGN, 0), MARKED)


_GREEK = "β"


def symbolic(text: str, start: int, end: int, model: Plausibility) -> bool:
    """May the letter at ``text[start:end]`` be a symbol: ``TGF-β``, ``IFNβ``, ``β2``, ``(β)``?

    A Greek letter, beside capitals, a number, a hyphen or a bracket, or by itself.
    """
    if model.table[text[start]].cls != model.table[_GREEK].cls:
        return False
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if (before[-1:] or " ") in "-–([{=/+*·<> " and (after[:1] or " ") in "-–)]}=/+*·,;:<> ":
        return True
    if any(side and (side in "-–(=/+" or "0" <= side <= "9") for side in (before[-1:], after[:1])):
        return True
    tokens: list[Token] = model.tokens(before)
    if not tokens or not isinstance(tokens[-1], Word):
        return False
    alone = tokens[-1].pattern in (LETTER, CAPITALS, MIXED) or len(tokens[-1].folded) == 1
    return alone and not after[:1].isalpha()
