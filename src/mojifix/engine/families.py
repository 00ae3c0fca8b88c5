"""A reader with a step after it that ran over the whole text, and what that may have read.

Such a step takes little away: ``ã©`` for ``Ã©``, ``Ã3`` for ``Ã³``, ``â€"`` for ``â€“``. So each
family is run forward over the model's inventory, and the text is cut into what came out, longest
first, from left to right. What is left of most characters is still unmistakable; of the few that
have several originals one is chosen, by its neighbors and by the language of the line.

A signature, a regular expression made of the reader's table alone, says whether there is anything
to look for; only then is a family's table made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple

from mojifix.channels import LOSSES, codec, parse
from mojifix.engine.belief import line_profile, reading_cost
from mojifix.engine.beside import AGAINST, shown, untouched
from mojifix.engine.harm import worse
from mojifix.engine.losses import LOSS
from mojifix.engine.originals import Originals, Seen
from mojifix.engine.readers import PRIOR, character_class
from mojifix.engine.undo import Piece, splice
from mojifix.kernel.segments import segments
from mojifix.model import Chain, Span
from mojifix.plausibility.model import UNIT, load

FAMILIES: dict[str, tuple[str, ...]] = {
    "lower-case": (
        "windows-1252", "iso-8859-1", "windows-1251", "windows-1250", "windows-1254",
        "mac-roman", "cp850", "cp437",
    ),
    "upper-case": ("windows-1252", "iso-8859-1"),
    "nfkc": ("windows-1252", "iso-8859-1", "windows-1250", "windows-1251", "windows-1254"),
    "straighten-quotes": ("windows-1252", "windows-1250", "windows-1251", "windows-1254"),
}  # fmt: skip
"""What may have run over a whole text, after which readers."""
THEN: tuple[tuple[tuple[str, ...], float], ...] = (
    ((), 0.0),
    (("nbsp-to-space",), 1.5),
    (("drop-c1",), 1.5),
)
"""What may have happened after that, with its price in nats."""
CONTEXT = 12
"""Code points before a place that say which of several originals stood there."""
MOST = 8
"""Originals of one place that are tried, the most usual first."""
LEADS = tuple(range(0xC2, 0xE0))
THREE = (0xE1, 0xE2)
TAILS = tuple(range(0x80, 0xC0))


class Way(NamedTuple):
    """An original, and the chain that leads from it to what is seen."""

    original: str
    chain: Chain
    price: float


class Family:
    """A reader with a step after it."""

    def __init__(self, reader: str, step: str) -> None:
        self.reader = reader
        self.step = step
        self.price = PRIOR[reader] + LOSS
        self._ways: dict[str, list[Way]] = {}
        self._starts: dict[str, Seen] = {}

    @cached_property
    def _chains(self) -> list[tuple[Chain, float]]:
        """What may have happened, with its price."""
        return [
            (parse(f"utf-8>{self.reader}", *first, *steps), price)
            for steps, price in THEN
            for first in ((), (self.step,))
        ]

    @cached_property
    def _originals(self) -> Originals:
        return Originals([chain for chain, _ in self._chains])

    @cached_property
    def signature(self) -> re.Pattern[str]:
        """Finds what the step may have left of two bytes. Made when first needed: 2 ms each."""
        return re.compile(_signature(self.reader, self.step))

    def _starting(self, first: str) -> Seen:
        """What the family makes that begins with a character."""
        found = self._starts.get(first)
        if found is None:
            found = self._starts[first] = Seen(
                seen
                for seen in self._originals.beginning(first)
                if len(seen) > 1 and not self._is_letter_and_quote(seen)
            )
        return found

    def _ways_of(self, seen: str) -> list[Way]:
        """How what is seen may have been made."""
        ways = self._ways.get(seen)
        if ways is None:
            ways = self._ways[seen] = []
            for number, originals in self._originals.of(seen):
                chain, price = self._chains[number]
                had = {way.original for way in ways}
                ways += [Way(o, chain, price) for o in originals[:MOST] if o not in had]
        return ways

    def _is_letter_and_quote(self, seen: str) -> bool:
        """One character and a straight quote: ``'Ã'`` is more often quoted than damaged."""
        return self.step == "straighten-quotes" and len(seen) == 2 and seen[1] < "\x7f"

    def spans(self, text: str) -> list[Span]:
        """The text cut into what the family makes, wherever that is possible."""
        return [
            span
            for start, end in segments(text)
            if whole(self.step, text[start:end])
            for span in self._line(text, start, end)
        ]

    def against(self, text: str, spans: list[Span]) -> float:
        """What stands beside the spans that was not damaged with them, in nats."""
        places = ((span.start, span.end) for span in spans)
        return AGAINST * sum(untouched(text, places, shown(self.reader, self.step)))

    def _line(self, text: str, start: int, end: int) -> list[Span]:
        found: list[Span] = []
        known: dict[tuple[str, str], Way] = {}
        read = ""
        at = i = start
        while i < end:
            seen = self._at(text, i)
            if not seen:
                i += 1
                continue
            key = (read + text[at:i])[-CONTEXT:], seen
            way = known.get(key) or known.setdefault(key, self._choose(key[0], self._ways_of(seen)))
            if not worse(seen, way.original):
                found.append(self._span(i, seen, way))
            read = key[0] + way.original
            i += len(seen)
            at = i
        return self._chosen_again(text, start, end, found)

    def _span(self, start: int, seen: str, way: Way) -> Span:
        others = tuple(
            other.original
            for other in self._ways_of(seen)
            if other.chain == way.chain and other.original != way.original
        )
        return Span(start, start + len(seen), way.original, way.chain, 0.0, others)

    def _chosen_again(self, text: str, start: int, end: int, found: list[Span]) -> list[Span]:
        """The same spans, now that all of the line tells its language.

        First all of one kind alike, then each in its place.
        """
        seen = [text[span.start : span.end] for span in found]
        chosen = [self._way(span, of) for span, of in zip(found, seen, strict=True)]
        open_to = {of: ways for of in seen if len(ways := self._ways_of(of)) > 1}
        if not open_to:
            return found

        def read(ways: list[Way]) -> str:
            pieces = [
                Piece(span.start - start, span.end - start, way.original)
                for span, way in zip(found, ways, strict=True)
            ]
            return splice(text[start:end], pieces)

        for kind, ways in open_to.items():
            trials = [
                [way if of == kind else old for of, old in zip(seen, chosen, strict=True)]
                for way in ways
            ]
            chosen = min(
                trials,
                key=lambda trial: reading_cost(read(trial)) + UNIT * sum(w.price for w in trial),
            )
        model = load()
        line = read(chosen)
        profile = line_profile(model.tokens(line), model)
        known: dict[tuple[str, str, str], Way] = {}
        before, last, at = "", start, 0
        for i, span in enumerate(found):
            old = chosen[i].original
            before, last = (before + text[last : span.start])[-CONTEXT:], span.end
            at += span.start - (found[i - 1].end if i else start)
            after = line[at + len(old) : at + len(old) + CONTEXT]
            at += len(old)
            key = before, seen[i], after
            if seen[i] in open_to and key not in known:

                def cost(way: Way, before: str = before, after: str = after) -> float:
                    tokens = model.tokens(before + way.original + after)
                    return model.cost(tokens, profile, left=False, right=False) / UNIT + way.price

                known[key] = min(open_to[seen[i]], key=cost)
            chosen[i] = known.get(key, chosen[i])
            before += chosen[i].original
        return [
            self._span(span.start, of, way)
            for span, of, way in zip(found, seen, chosen, strict=True)
            if not worse(of, way.original)
        ]

    def _way(self, span: Span, seen: str) -> Way:
        return next(
            way
            for way in self._ways_of(seen)
            if way.original == span.text and way.chain == span.chain
        )

    def _at(self, text: str, i: int) -> str:
        return next(self._starting(text[i]).at(text, i), "")

    @staticmethod
    def _choose(before: str, ways: list[Way]) -> Way:
        if len(ways) == 1:
            return ways[0]
        model = load()

        def cost(way: Way) -> float:
            tokens = model.tokens(before + way.original)
            profile = line_profile(tokens, model)
            return model.cost(tokens, profile, left=False, right=False) / UNIT + way.price

        return min(ways, key=cost)


def whole(step: str, line: str) -> bool:
    """Can the step have run over all of a line? It would have changed what it changes."""
    return LOSSES[step].damage(line) == line


def _signature(reader: str, step: str) -> str:
    chars = codec(reader).chars
    run = LOSSES[step].damage

    def made(numbers: Iterable[int]) -> list[tuple[str, str]]:
        return [(c, run(c)) for n in numbers if (c := chars[n]) is not None]

    def changed(pairs: list[tuple[str, str]]) -> str:
        parts = {re.escape(after) for char, after in pairs if after != char and after.strip()}
        return "|".join(sorted(parts, key=lambda part: (-len(part), part))) or "(?!)"

    def any_of(pairs: list[tuple[str, str]]) -> str:
        return f"[{character_class({after[0] for _, after in pairs if after})}]"

    leads, three, tails = made(LEADS), made(THREE), made(TAILS)
    return (
        f"(?:{changed(leads)}){any_of(tails)}|{any_of(leads)}(?:{changed(tails)})"
        f"|{any_of(three)}(?:{any_of(tails)}|{changed(tails)})(?:{changed(tails)})"
        f"|{any_of(three)}(?:{changed(tails)}){any_of(tails)}"
    )


@lru_cache(maxsize=1)
def families() -> tuple[Family, ...]:
    """All families, the likeliest first."""
    return tuple(Family(reader, step) for step, names in FAMILIES.items() for reader in names)
