"""A mixture: of the rows of one source, some were damaged by a chain and the others were not.

Theory of operation. For each chain the rows that it could have damaged are a mixture: a share
``rate`` of them was damaged, the others are as they were written. Its evidence is

    sum over distinct rows of log((1 - rate) + rate * exp(gain))

at the rate where that is largest, and it must outweigh the same price that a chain has to pay in a
document. Clean rows, which would read far worse undone, pull the rate down; so what a row needs to
be believed follows from its column: next to nothing where all others are damaged, almost as much as
alone where one in a hundred is.

Rows of which the chain would have changed letters, and did not, are no part of that. But where it
is to have damaged one letter only, and every other one stands as it was written, they say that it
damaged nothing: each counts as one more row that was not damaged.

The sums are exact (``fsum``), so nothing depends on the order of the rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import exp, fsum, log
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from mojifix.engine.decide import INACTIVE, TEMPER
from mojifix.engine.known import Share

Name = TypeVar("Name")
"""What identifies a chain for the caller."""

_RATES = (0.005, 0.02, 0.1, 0.3, 0.6, 0.9, 0.99)
"""Shares of damaged rows that are tried."""
MOST_CHAINS = 3
"""Chains of a kind that a source is believed to have suffered at most."""
FURTHER = 30.0
"""Nats against a second chain of a kind. One is rare enough; what another one explains better is
mostly a word that the model does not know."""
SMOOTH = 1.0
"""Rows that each letter is taken to have been in besides, damaged as often as all are."""
CAPPED = 8.0
"""Nats of one row that count for its source: one strange row is no witness of another one."""
CERTAIN = 30.0
"""Nats from which on a row is as good as certain."""
A_LETTER = 12.0
"""Nats that all rows with the same letter say together. What the model thinks of a letter that a
language writes rarely, or not in its training text, it thinks in every row. With 8, one letter
would prove no damage: of 2,282 words in columns of one letter beyond ASCII, 39 % came back, with
this 89 %."""
HARDLY = -2.0
"""Log odds below which a chain hardly damaged a row."""
SPARED = 0.8
"""The share of such rows, of those in which a letter alone would change, from which on it was
spared. A judgment, as the one before."""
NONE: Mapping[Any, int] = MappingProxyType({})
FEWEST = 4
LEAST_RATE = 0.1
"""Rows that must speak for a chain, and their share of those that it could have damaged. Where it
is less, a row has to prove by itself that it was damaged."""


class Gain(NamedTuple):
    """What undoing a chain gains in a row, in nats."""

    gain: float
    proof: float
    """The same, as far as it counts for the chain having damaged the source at all."""
    letters: frozenset[str] = frozenset()
    """The characters that change."""
    text: str = ""
    """What the row was."""


class _Evidence(NamedTuple, Generic[Name]):
    nats: float
    name: Name
    rate: float


def shares(
    gains: Sequence[Mapping[Name, Gain]],
    prices: Mapping[Name, float],
    texts: Sequence[str],
    intact: Mapping[Name, int] = NONE,
) -> dict[Name, Share]:
    """The chains that are active in a source, and what of it each damaged.

    ``gains[i]`` is what undoing each chain gains in ``texts[i]``; ``intact`` says in how many rows
    it changed none of the letters that it would have changed.
    """
    floors = [0.0] * len(gains)
    found: dict[Name, Share] = {}
    while len(found) < MOST_CHAINS:
        left = {name: price for name, price in prices.items() if name not in found}
        ranked = active(gains, left, floors, FURTHER if found else INACTIVE, intact)
        if not ranked:
            break
        best = ranked[0]
        found[best.name] = _share(gains, texts, best)
        for i, site in enumerate(gains):
            if best.name in site:
                gain = min(TEMPER * site[best.name].gain, CERTAIN)
                floors[i] = max(floors[i], gain + log(best.rate))
    return found


def active(
    gains: Sequence[Mapping[Name, Gain]],
    prices: Mapping[Name, float],
    floors: Sequence[float],
    against: float,
    intact: Mapping[Name, int] = NONE,
) -> list[_Evidence[Name]]:
    """The chains that have damaged a source if one has, the one that explains most first.

    That one has is asked of evidence that is capped, so that no row and no letter speaks for all;
    which one it was, of all there is.
    """
    by_name: dict[Name, list[tuple[Gain, float]]] = {name: [] for name in prices}
    for site, floor in zip(gains, floors, strict=True):
        for name, gain in site.items():
            if name in by_name:
                by_name[name].append((gain, floor))
    found: list[_Evidence[Name]] = []
    for name, rows in by_name.items():
        price = prices[name]
        capped = [(min(TEMPER * gain.proof, CAPPED) - floor, gain.letters) for gain, floor in rows]
        nats, rate = max((_mixture(capped, rate), rate) for rate in _RATES)
        if name in intact:
            nats += _all_intact(intact[name], [gain for gain, _ in capped])
        if nats > against + price and _often(capped, rate):
            full = [
                (min(TEMPER * gain.gain, CERTAIN) - floor, frozenset[str]()) for gain, floor in rows
            ]
            nats, rate = max((_mixture(full, rate), rate) for rate in _RATES)
            found.append(_Evidence(nats - price, name, rate))
    found.sort(key=lambda item: (-item.nats, prices[item.name], str(item.name)))
    return found


_Rows = Sequence[tuple[float, frozenset[str]]]
"""What rows gain over what is known, with the letters that change in each."""


def _all_intact(number: int, gains: Iterable[float]) -> float:
    """What so many rows that were left intact say, at the rate that they and the others tell."""
    rows = [*((gain, frozenset[str]()) for gain in gains), *[(-CERTAIN, frozenset[str]())] * number]
    rate = max(_RATES, key=lambda rate: _mixture(rows, rate))
    return number * log(1 - rate)


def _often(rows: _Rows, rate: float) -> bool:
    """Do enough rows speak for a chain, of those that it could have damaged?"""
    least = max(0.0, log((1 - rate) / rate))
    damaged = sum(gain > least for gain, _ in rows)
    return damaged >= max(FEWEST, LEAST_RATE * len(rows))


def _mixture(rows: _Rows, rate: float) -> float:
    """The evidence of all rows at a rate, that of each letter capped."""
    by_letter: dict[str, list[float]] = {}
    rest: list[float] = []
    for gain, letters in rows:
        nats = log((1 - rate) + rate * exp(max(gain, -50.0)))
        if nats > 0.0 and letters:
            for letter in letters:
                by_letter.setdefault(letter, []).append(nats / len(letters))
        else:
            rest.append(nats)
    return fsum([*rest, *(min(fsum(nats), A_LETTER) for nats in by_letter.values())])


def _share(
    sites: Sequence[Mapping[Name, Gain]], texts: Sequence[str], found: _Evidence[Name]
) -> Share:
    """The share of the rows that a chain damaged, and what letters they have.

    Damage brings letters that clean rows lack, and spares some that they have: twice over, the
    rows that are certain tell of the others by their letters.
    """
    gains = [
        (min(TEMPER * site[found.name].gain, CERTAIN), text)
        for site, text in zip(sites, texts, strict=True)
        if found.name in site
    ]
    share = Share(log(found.rate / (1 - found.rate)))
    for _ in range(2):
        damaged: dict[str, list[float]] = {}
        total: list[float] = []
        met: Counter[str] = Counter()
        for gain, text in gains:
            sure = 1 / (1 + exp(-max(gain + share.of(text), -50.0)))
            total.append(sure)
            for char in set(text):
                if char > "\x7f":
                    met[char] += 1
                    damaged.setdefault(char, []).append(sure)
        many, few = fsum(total) + 0.5, len(total) - fsum(total) + 0.5
        rate = many / (many + few)
        letters = {
            char: log((n := fsum(damaged[char])) + SMOOTH * rate)
            - log(count - n + SMOOTH * (1 - rate))
            - log(many / few)
            for char, count in met.items()
        }
        share = Share(log(many / few), letters)
    return share


def spared(
    texts: Iterable[str], gains: Iterable[Mapping[Name, Gain]], name: Name, share: Share
) -> frozenset[str]:
    """Letters that a chain would change, but hardly did where no other letter changes.

    What stands beside another letter in a row was there in that row too: as ``Oraş`` is no
    ``Oraţ``, ``Moldova Nouã`` is no reason to read ``Oraş Moldova Nouã`` otherwise.
    """
    alone: dict[str, list[bool]] = {}
    for text, found in zip(texts, gains, strict=True):
        if name in found and len(found[name].letters) == 1:
            hardly = TEMPER * found[name].gain + share.of(text) < HARDLY
            (letter,) = found[name].letters
            alone.setdefault(letter, []).append(hardly)
    return frozenset(
        letter
        for letter, rows in alone.items()
        if len(rows) >= FEWEST and sum(rows) >= SPARED * len(rows)
    )
