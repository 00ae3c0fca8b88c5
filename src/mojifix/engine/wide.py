"""Mojibake that was then lower-cased, normalized (NFKC) or had its quotation marks straightened.

Theory of operation. Such a step runs over the whole text and takes little away: ``ã©`` for ``Ã©``,
``Ã3`` for ``Ã³``, ``â€"`` for ``â€“`` or ``â€”``. So each family, a reader with such a step
after it,
is run forward over the model's inventory, and the text is cut into what came out, longest first,
from left to right. What is left of most characters is still unmistakable; the few that have
several originals are chosen by their neighbors. A family is believed where the whole text reads
better by far than as it stands, and than what the lossless search makes of it, which finds some
reader for nearly any two characters.

A signature, a regular expression made of the reader's table alone, says whether there is anything
to look for; only then is a family's table made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from math import exp
from typing import NamedTuple

from mojifix.channels import LOSSES, codec, parse
from mojifix.engine.belief import line_profile
from mojifix.engine.beside import AGAINST, shown, spared, untouched
from mojifix.engine.decide import INACTIVE, TEMPER
from mojifix.engine.harm import worse
from mojifix.engine.losses import LOSS
from mojifix.engine.originals import Originals
from mojifix.engine.readers import PRIOR, character_class
from mojifix.engine.undo import Piece, splice
from mojifix.kernel.segments import segments
from mojifix.model import Chain, Span
from mojifix.plausibility.chars import FIRST_OTHER
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
AROUND = 10
"""Code points on either side of a place, half as many of which are letters among words."""
WORD = 3
"""Letters that were found that make a word."""
MOST = 8
"""Originals of one place that are tried, the most usual first."""
_REMEMBERED = 6_000
_LONG = 64
_LEADS = tuple(range(0xC2, 0xE0))
_THREE = (0xE1, 0xE2)
_TAILS = tuple(range(0x80, 0xC0))


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
        self._starts: dict[str, list[str]] = {}

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

    def _starting(self, first: str) -> list[str]:
        """What the family makes that begins with a character, longest first."""
        found = self._starts.get(first)
        if found is None:
            found = sorted(self._made(first), key=len, reverse=True)
            self._starts[first] = found
        return found

    def _made(self, first: str) -> Iterator[str]:
        """Find the ways that begin with a character."""
        if first <= "\x7f":
            return
        made: dict[str, list[Way]] = {}
        for number, seen, found in self._originals.beginning(first):
            if len(seen) > 1 and not self._is_letter_and_quote(seen):
                chain, price = self._chains[number]
                ways = made.setdefault(seen, [])
                had = {way.original for way in ways}
                ways += (Way(o, chain, price) for o in found[:MOST] if o not in had)
        self._ways.update(made)
        yield from made

    def _is_letter_and_quote(self, seen: str) -> bool:
        """One character and a straight quote: ``'Ã'`` is more often quoted than damaged."""
        return self.step == "straighten-quotes" and len(seen) == 2 and seen[1] < "\x7f"

    def spans(self, text: str) -> list[Span]:
        """The text cut into what the family makes, wherever that is possible."""
        return [
            span
            for start, end in segments(text)
            if _whole(self.step, text[start:end])
            for span in self._line(text, start, end)
        ]

    def against(self, text: str, spans: list[Span]) -> float:
        """What stands beside the spans that was not damaged with them, in nats."""
        places = ((span.start, span.end) for span in spans)
        return AGAINST * sum(untouched(text, places, shown(self.reader, self.step)))

    def _line(self, text: str, start: int, end: int) -> list[Span]:
        found: list[Span] = []
        read = ""
        at = i = start
        while i < end:
            seen = self._at(text, i)
            if not seen:
                i += 1
                continue
            read += text[at:i]
            way = self._choose(read[-CONTEXT:], self._ways[seen])
            others = tuple(
                other.original
                for other in self._ways[seen]
                if other.chain == way.chain and other.original != way.original
            )
            if not worse(seen, way.original):
                found.append(Span(i, i + len(seen), way.original, way.chain, 0.0, others))
            read = read[-CONTEXT:] + way.original
            i += len(seen)
            at = i
        return found

    def _at(self, text: str, i: int) -> str:
        return next((s for s in self._starting(text[i]) if text.startswith(s, i)), "")

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


def _whole(step: str, line: str) -> bool:
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

    leads, three, tails = made(_LEADS), made(_THREE), made(_TAILS)
    return (
        f"(?:{changed(leads)}){any_of(tails)}|{any_of(leads)}(?:{changed(tails)})"
        f"|{any_of(three)}(?:{any_of(tails)}|{changed(tails)})(?:{changed(tails)})"
        f"|{any_of(three)}(?:{changed(tails)}){any_of(tails)}"
    )


@lru_cache(maxsize=1)
def _families() -> tuple[Family, ...]:
    return tuple(Family(reader, step) for step, names in FAMILIES.items() for reader in names)


class Signatures(dict[str, dict[str, bool] | None]):
    """Stretch of text to the steps of which it has, or has not, a signature, as far as was asked.

    None where nothing is how any of them begins. Remembered, because so many regular expressions
    take some 40 microseconds, and most are never made: 2 milliseconds each.
    """

    def __init__(self) -> None:
        super().__init__()
        firsts: set[str] = set()
        seconds: set[str] = set()
        for family in _families():
            chars, run = codec(family.reader).chars, LOSSES[family.step].damage
            leads = [run(char) for n in (*_LEADS, *_THREE) if (char := chars[n]) is not None]
            tails = [run(char) for n in _TAILS if (char := chars[n]) is not None]
            firsts.update(lead[:1] for lead in leads)
            seconds.update(tail[:1] for tail in tails)
            seconds.update(seen[1] for seen in (*leads, *tails) if len(seen) > 1)
        self._beginning = re.compile(
            f"[{character_class(firsts - {''})}][{character_class(seconds - {''})}]"
        )

    def __missing__(self, stretch: str) -> dict[str, bool] | None:
        if len(self) >= _REMEMBERED:
            self.clear()
        found: dict[str, bool] | None = {} if self._beginning.search(stretch) else None
        if len(stretch) <= _LONG:
            self[stretch] = found
        return found

    def may(self, text: str, start: int, end: int, line: str) -> bool:
        """May a family have made what stands at ``text[start:end]``, in this line?"""
        stretch = text[max(0, start - 1) : end + 1]
        known = self[stretch]
        return known is not None and any(
            self._shows(stretch, step, known) and _whole(step, line) for step in FAMILIES
        )

    @staticmethod
    def _shows(stretch: str, step: str, known: dict[str, bool]) -> bool:
        if step not in known:
            known[step] = any(
                family.step == step and family.signature.search(stretch) for family in _families()
            )
        return known[step]


@lru_cache(maxsize=1)
def signatures() -> Signatures:
    """The one memory of them, made when first needed."""
    return Signatures()


def wide_spans(text: str, rivals: Sequence[str]) -> list[Span]:
    """The spans of the family that explains a text best, with their confidence.

    ``rivals`` are other readings of the whole text.
    """
    lines = [text[start:end] for start, end in segments(text)]
    families = [
        family
        for family in _families()
        if any(_whole(family.step, line) and family.signature.search(line) for line in lines)
    ]
    if not families:
        return []
    stand = min(map(reading_cost, {text, *rivals}))
    best: tuple[float, list[Span]] = (0.0, [])
    for family in families:
        spans = family.spans(text)
        if not any(step.name == family.step for span in spans for step in span.chain):
            continue
        read = splice(text, [Piece(span.start, span.end, span.text) for span in spans])
        if not _worded(text, spans) or _mixed(text, spans):
            continue
        gain = (stand - reading_cost(read)) / UNIT - family.against(text, spans)
        if against := spared(text, shown(family.reader, family.step)):
            gain = min(gain, _of_one_line(text, spans, family) - against / TEMPER)
        score = TEMPER * gain - INACTIVE - family.price
        if score > best[0]:
            best = score, spans
    score, spans = best
    sure = 1 / (1 + exp(-score)) if spans else 0.0
    return [Span(s.start, s.end, s.text, s.chain, sure, s.alternatives) for s in spans]


def _of_one_line(text: str, spans: list[Span], family: Family) -> float:
    """What the line that proves most by some spans gains, in nats."""
    most = 0.0
    left = shown(family.reader, family.step)
    for start, end in segments(text):
        here = [
            Piece(s.start - start, s.end - start, s.text) for s in spans if start <= s.start < end
        ]
        if here:
            line = text[start:end]
            gain = (reading_cost(line) - reading_cost(splice(line, here))) / UNIT
            most = max(most, gain - spared(line, left) / TEMPER)
    return most


def _worded(text: str, spans: list[Span]) -> bool:
    """Does an original stand among words? Of emoticons the model knows little."""
    for span in spans:
        before = text[max(0, span.start - AROUND) : span.start]
        after = text[span.end : span.end + AROUND]
        if sum(c.isalpha() for c in before + after) >= AROUND // 2:
            return True
    letters = sum(any(c.isalpha() for c in span.text) for span in spans)
    return letters > WORD


def _mixed(text: str, spans: list[Span]) -> bool:
    """Do two scripts meet inside of a word? No original has that."""
    table = load().table
    after = {span.start: span.text[0] for span in spans}
    before = {span.end: span.text[-1] for span in spans}
    for span in spans:
        left = before.get(span.start, text[span.start - 1 : span.start])
        right = after.get(span.end, text[span.end : span.end + 1])
        for inner, outer in ((span.text[0], left), (span.text[-1], right)):
            if outer:
                here, there = table[inner].cls, table[outer].cls
                if here != there and max(here, there) < FIRST_OTHER:
                    return True
    return False


def reading_cost(text: str) -> int:
    """What a text costs, each line in its own language."""
    model = load()
    cost = 0
    for start, end in segments(text):
        tokens = model.tokens(text[start:end])
        cost += model.cost(tokens, line_profile(tokens, model))
    return cost
