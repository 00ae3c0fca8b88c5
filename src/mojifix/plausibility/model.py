"""How likely are people to have written this?

A text's cost is the sum, in sixteenths of a nat, of what its shapes cost (capitals, spaces,
punctuation: :mod:`.shapes`) and of what its words cost in their language (:mod:`.ngrams`).
Which language that is, the text decides: a :class:`Profile` holds what each language would
have to pay for all words of a document, and a word may be of any language at the price of the
difference, up to ``FOREIGN``. So a sentence is judged by its own language, and a foreign name
in it is no scandal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from mojifix.plausibility.chars import LOWER, MARK, UPPER, CharTable
from mojifix.plausibility.format import read, shipped
from mojifix.plausibility.ngrams import Lanes, Strange
from mojifix.plausibility.shapes import BREAK, END, Shapes
from mojifix.plausibility.tokens import NUMBER, SOFT_HYPHEN, Token, Word, tokenizer

if TYPE_CHECKING:
    from os import PathLike

UNIT = 16
"""Costs per nat."""

LATIN = 0
"""The number of the Latin script."""

FOREIGN = 5 * UNIT
"""The price of a word in another language than the document's: one word in 150."""

MANY = 1000
"""Letters from which on a script is one of syllables or ideographs."""
CAPITAL = 3 * UNIT
"""What a capital costs over a small letter, out of context: one letter in 20."""

_PATH = shipped("model.bin")

LANE = 0xFFFFFFFF
"""The bits of one lane in a vector of costs."""


class Profile:
    """What the words of a text would cost in each language, by script.

    ``totals`` holds a vector of costs for each script, ``lanes`` where in it (in bits) the
    language of the text is: the lane that costs least.
    """

    __slots__ = ("lanes", "totals")

    def __init__(self, totals: dict[int, int], lanes: dict[int, int]) -> None:
        self.totals = totals
        self.lanes = lanes


class Plausibility:
    """The trained model. Immutable but for its caches; safe to share between threads."""

    def __init__(self, path: str | PathLike[str] = _PATH) -> None:
        file = read(path)
        arrays, meta = file.arrays, file.meta
        folds = {
            chr(a): (chr(b), case)
            for a, b, case in zip(
                arrays["folds.from"], arrays["folds.to"], arrays["folds.case"], strict=True
            )
        }
        self._folds = folds
        self._marks: dict[str, dict[str, int]] = meta["marks"]
        self.table = CharTable(arrays["chars.start"], arrays["chars.class"], folds)
        self._tokenize = tokenizer(self.table)
        self.shapes = Shapes(meta, arrays, self.table)
        self.scripts: dict[int, Lanes | Strange] = dict.fromkeys(
            range(len(meta["script_names"])), Strange()
        )
        for item in meta["scripts"]:
            self.scripts[item["script"]] = Lanes(item, arrays)

    def marks(self, language: str) -> dict[str, int]:
        """What quotation marks cost in a language, by role and character (:mod:`.quotation`)."""
        return self._marks.get(language) or self._marks["*"]

    @cached_property
    def inventory(self) -> Mapping[str, int]:
        """The characters that the training text has, with what each costs out of context.

        Han and Hangul are left out: of a syllable or ideograph whose bytes are gone, no
        statistics of neighbors says which of thousands it was.
        """
        found = self.shapes.characters()
        upper, final = self._forms
        for lanes in self.scripts.values():
            if isinstance(lanes, Lanes) and len(lanes.letters) < MANY:
                for letter, cost in lanes.letters.items():
                    found[letter] = cost
                    if letter in upper:
                        found[upper[letter]] = cost + CAPITAL
                    if letter in final:
                        found[final[letter]] = cost
        return found

    def has(self, char: str) -> bool:
        """Is a character one of the ``inventory``?

        Most are asked for before the costs of all scripts' letters are needed: 7 ms.
        """
        if char in self.shapes.own:
            return True
        cls, folded, _ = self.table[char]
        if cls == MARK:  # of any script
            return char in self.inventory
        lanes = self.scripts.get(cls)
        return (
            isinstance(lanes, Lanes)
            and lanes.number <= MANY
            and folded in lanes
            and char in (folded, *(form.get(folded) for form in self._forms))
        )

    @cached_property
    def _forms(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Capitals, and final letters, by what they are folded to."""
        folds = self._folds.items()
        return (
            {fold: c for c, (fold, case) in folds if case == UPPER},
            {fold: c for c, (fold, case) in folds if case == LOWER and c != fold},
        )

    def tokens(self, text: str) -> list[Token]:
        """Split a text into words and other characters."""
        return self._tokenize(text)

    @staticmethod
    def lengths(text: str, tokens: Iterable[Token]) -> Iterator[int]:
        """How many code points of ``text`` each of its tokens has."""
        at = 0
        for token in tokens:
            start = at
            if isinstance(token, Word):
                at += len(token.folded)
                # Soft hyphens are no letters of the word that they stand in.
                inside = text.count(SOFT_HYPHEN, start, at)
                while at - start < len(token.folded) + inside:
                    at = start + len(token.folded) + inside
                    inside = text.count(SOFT_HYPHEN, start, at)
            elif token == NUMBER:
                while at < len(text) and "0" <= text[at] <= "9":
                    at += 1
            else:
                at += 1
            yield at - start

    def totals(self, tokens: Iterable[Token], onto: dict[int, int]) -> dict[int, int]:
        """Add to ``onto`` what the words among the tokens cost in each language, by script."""
        scripts = self.scripts
        for token in tokens:
            if isinstance(token, Word):
                script = token.script
                onto[script] = onto.get(script, 0) + scripts[script].word(token.folded)[0]
        return onto

    def profile(self, totals: dict[int, int]) -> Profile:
        """Find each script's language from what its words cost in each."""
        lanes: dict[int, int] = {}
        for script, total in totals.items():
            costs = self.scripts[script].unpack(total)
            lanes[script] = 32 * costs.index(min(costs))
        return Profile(totals, lanes)

    def apart(self, totals: dict[int, int], profile: Profile) -> int:
        """By how much words with these totals cost more in the profile's languages than need be.

        The least that they cost is in the language of each script that fits them best.
        """
        more = 0
        for script, total in totals.items():
            costs = self.scripts[script].unpack(total)
            more += costs[profile.lanes[script] // 32] - min(costs)
        return more

    def word_cost(self, word: Word, profile: Profile) -> int:
        """What a word costs in the document's language, or as a foreign word."""
        vector, least = self.scripts[word.script].word(word.folded)
        lane = profile.lanes.get(word.script)
        if lane is None:
            return least + word.breaks * BREAK
        return min(vector >> lane & LANE, least + FOREIGN) + word.breaks * BREAK

    def cost(
        self, tokens: Sequence[Token], profile: Profile, *, left: bool = True, right: bool = True
    ) -> int:
        """What a text costs: its shapes and its words.

        ``left`` and ``right`` say whether the text begins and ends here; where it does not, the
        first token's shape is context that is not paid for.
        """
        number, pair = self.shapes.number, self.shapes.pair
        total = 0
        before = END if left else -1
        for token in tokens:
            now = number(token)
            if before >= 0:
                total += pair(before, now)
            before = now
            if isinstance(token, Word):
                total += self.word_cost(token, profile)
        return total + pair(before, END) if right else total

    def language(self, profile: Profile, script: int = 0) -> str:
        """The name of the best lane of a script ("*" where nothing is known)."""
        if script not in profile.lanes:
            return "*"
        return self.scripts[script].names[profile.lanes[script] // 32]


@lru_cache(maxsize=1)
def load() -> Plausibility:
    """The model that ships with mojifix, opened once.

    Raises ``ModelFileError`` when its file is missing or damaged.
    """
    return Plausibility()
