"""What the rows of one source tell about each other: which chains damaged them, and how often.

Theory of operation. A row of a column is short, and alone it proves little: ``Gšteborg`` may be a
name. But the rows of a source went through the same programs, so what a chain makes of *all* rows
is evidence of its own. For each chain the rows that it could have damaged are a mixture: a share
``rate`` of them was damaged, the others are as they were written. Its evidence is

    sum over distinct rows of log((1 - rate) + rate * exp(gain))

at the rate where that is largest, and it must outweigh the same price that a chain has to pay in a
document. Clean rows, which would read far worse undone, pull the rate down; so what a row needs to
be believed follows from its column: next to nothing where all others are damaged, almost as much as
alone where one in a hundred is.

The sums are exact (``fsum``), equal rows count once, and rows are drawn by the hash of their text:
so nothing depends on the order of the rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import exp, fsum, log
from typing import Generic, NamedTuple, TypeVar

from mojifix.channels.misread import Misread
from mojifix.config import Config
from mojifix.engine.decide import INACTIVE, TEMPER
from mojifix.engine.homes import of_few
from mojifix.engine.known import Known, Share
from mojifix.engine.line import Line
from mojifix.engine.oddness import odd
from mojifix.engine.pairs import ORDINARY, pairing
from mojifix.engine.search import Candidate, candidates
from mojifix.engine.sites import Steps, monotonous
from mojifix.engine.strange import strangeness
from mojifix.engine.units import at_home
from mojifix.kernel.segments import segments
from mojifix.plausibility.model import UNIT, Profile, load

Name = TypeVar("Name")

_RATES = (0.005, 0.02, 0.1, 0.3, 0.6, 0.9, 0.99)
"""Shares of damaged rows that are tried."""
MOST_CHAINS = 3
"""Chains of a kind that a source is believed to have suffered at most."""
FURTHER = 30.0
"""Nats against a second chain of a kind. One is rare enough; what another one explains better is
mostly a word that the model does not know."""
HARDLY = -2.0
"""Log odds below which a chain hardly damaged a row."""
SPARED = 0.8
"""The share of such rows, of those in which a letter alone would change, from which on it was
spared. A judgment, as the one before."""
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
this 86 %."""
WORD = 4
"""Letters of a word, at least, in which a letter comes out that is to prove something: a column of
``L£`` and ``E£``, of ``m²`` and ``m³``, of ``Ç1`` and ``Ç2`` is as it was written."""
FEWEST = 4
LEAST_RATE = 0.1
"""Rows that must speak for a chain, and their share of those that it could have damaged. Where it
is less, a row has to prove by itself that it was damaged."""

_WORD = re.compile(rf"[^\W\d_]{{{WORD},}}")

NOMINATING = 16
"""Lines, the strangest ones, that are searched for pairs of codecs (some 15 ms each)."""
STRANGE = 2.5 * UNIT
"""How strange a line must be for that."""
NOMINEES = 24
"""Pairs of codecs that are tried on all lines, the best by the lines searched."""
FINALISTS = 4
"""Of these, the best, that are tried again in the language that they lead to."""
SAMPLED = 600
"""Lines on which they are tried (0.2 ms for each and each pair)."""


def known_from(rows: Sequence[str], config: Config) -> Known:
    """What is known from these distinct rows."""
    # Ordinary rows only pull the evidence down, and most columns are clean.
    sites = _sites(filter(odd, rows), config)
    steps = _misreadings(sites)
    if steps:
        # They too count for a chain, where it could have damaged them.
        shown = Known(steps, {})
        sites |= _sites((r for r in rows if r not in sites and shown.about(r).steps), config)
        steps = _misreadings(sites)
    rest = [
        row
        for row in rows
        if not any(
            site.gains.get(known, 0.0) > 0.0 for site in sites.get(row, ()) for known in steps
        )
    ]
    return Known(steps, _legacy(rest))


def _sites(rows: Iterable[str], config: Config) -> dict[str, list[Candidate]]:
    """What misreadings may have damaged in each of some rows."""
    return {row: list(candidates(row, config.max_layers)) for row in rows}


def _misreadings(sites: Mapping[str, Iterable[Candidate]]) -> dict[Steps, Share]:
    best: dict[str, Mapping[Steps, float]] = {}
    prices: dict[Steps, float] = {}
    for site in (site for row in sorted(sites) for site in sites[row]):
        best.setdefault(site.key, site.gains)
        prices.update(site.prices)
    # What else the rows have tells nothing: UTF-8 shows by itself.
    gains = [{name: Gain(g, g) for name, g in site.items()} for site in best.values()]
    return _shares(gains, prices, [""] * len(best))


def _legacy(rows: Iterable[str]) -> dict[Misread, Share]:
    """The pairs of codecs, nominated by the strangest lines, elected by all."""
    foreign = pairing().foreign
    lines = {
        row[a:b]
        for row in rows
        for a, b in segments(row)
        if not row[a:b].isascii() and not foreign.search(row[a:b]) and not monotonous(row[a:b])
    }
    strange = {line: strangeness().amount(line) for line in lines}
    ranked = sorted(lines, key=lambda line: (-strange[line], line))
    worst = [line for line in ranked[:NOMINATING] if strange[line] >= STRANGE]
    prices = _nominated(worst) if len(worst) >= FEWEST else {}
    if not prices:
        return {}
    drawn = sorted(lines)[:: 1 + 2 * len(lines) // SAMPLED]
    sample = sorted({*ranked[: SAMPLED // 2], *drawn})
    gains = [_tried(text, prices, {}) for text in sample]
    finalists = [found.name for found in _active(gains, prices, [0.0] * len(gains), INACTIVE)]
    if not finalists:
        return {}
    # Once more, now that what the rows have become tells their language.
    finalists = finalists[:FINALISTS]
    profiles = {pair: _profile(sample, gains, pair) for pair in finalists}
    language = load().language
    lanes = {
        pair: profile.lanes
        for pair, profile in profiles.items()
        if not of_few(pair.written.name, language(profile))
    }
    gains = [_tried(text, lanes, lanes) for text in sample]
    again = _shares(gains, {pair: prices[pair] for pair in lanes}, sample)
    return {
        pair: share._replace(lanes=lanes[pair], spared=_spared(sample, gains, pair, share))
        for pair, share in again.items()
    }


def _spared(
    texts: Iterable[str], gains: Iterable[Mapping[Misread, Gain]], pair: Misread, share: Share
) -> frozenset[str]:
    """Letters that a pair of codecs would change, but hardly did where no other letter changes.

    What stands beside another letter in a row was there in that row too: as ``Oraş`` is no
    ``Oraţ``, ``Moldova Nouã`` is no reason to read ``Oraş Moldova Nouã`` otherwise.
    """
    alone: dict[str, list[bool]] = {}
    for text, found in zip(texts, gains, strict=True):
        if pair in found and len(found[pair].letters) == 1:
            hardly = TEMPER * found[pair].gain + share.of(text) < HARDLY
            (letter,) = found[pair].letters
            alone.setdefault(letter, []).append(hardly)
    return frozenset(
        letter
        for letter, rows in alone.items()
        if len(rows) >= FEWEST and sum(rows) >= SPARED * len(rows)
    )


def _profile(
    texts: Iterable[str], gains: Iterable[Mapping[Misread, Gain]], pair: Misread
) -> Profile:
    """The languages of a source, by script, if a pair of codecs damaged it."""
    model = load()
    totals: dict[int, int] = {}
    for text, found in zip(texts, gains, strict=True):
        undone = found.get(pair)
        written = undone.text if undone is not None and undone.gain > 0.0 else text
        model.totals(model.tokens(written), totals)
    return model.profile(totals)


def _tried(
    text: str, pairs: Iterable[Misread], lanes: Mapping[Misread, Mapping[int, int]]
) -> dict[Misread, Gain]:
    """What undoing each pair gains in a line where it changes something."""
    found: dict[Misread, Gain] = {}
    for pair in pairs:
        line = Line(text, lanes.get(pair))
        undone = line.undone(pair, cautious=False)
        if undone.pieces:
            speaks = _spells(text, undone.text)
            proof = line.less_strange(undone).gain if speaks else min(undone.gain, 0.0)
            letters = frozenset("".join(text[a:b] for a, b, _ in undone.pieces))
            found[pair] = Gain(undone.gain, proof, letters, undone.text)
    return found


def _spells(seen: str, original: str) -> bool:
    """Does a letter come out within a word, in the place of more than a sign of typography?"""
    if len(seen) != len(original):  # of a codec of several bytes a character
        return True
    home = at_home(seen)
    return any(
        a != b and b.isalpha() and a not in ORDINARY and i not in home and not _is_note(seen, i)
        for word in _WORD.finditer(original)
        if _is_cased(word.group())
        for i, (a, b) in enumerate(
            zip(seen[word.start() : word.end()], word.group(), strict=True), word.start()
        )
    )


def _is_note(text: str, at: int) -> bool:
    """Is it a sign or a Greek letter at the end of a word (``Table†``, ``TGFΒ``), or before one?"""
    around = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    sign = not text[at].isalpha() or "\u0370" <= text[at] <= "\u03ff"
    return sign and sum(map(str.isalpha, around)) < len(around)


def _is_cased(word: str) -> bool:
    """Are its capitals where words have them? A prefix of Hebrew before a Latin name has none."""
    return word in (word.lower(), word.upper(), word.capitalize())


def _nominated(lines: Iterable[str]) -> dict[Misread, float]:
    """Pairs of codecs that make the most of some lines, with their prices."""
    sums: Counter[Misread] = Counter()
    prices: dict[Misread, float] = {}
    for text in lines:
        for original in Line(text).originals(thin=False):
            for pair, price in original.pairs.items():
                sums[pair] += round(UNIT * original.gain)
                prices[pair] = price
    ranked = sorted(sums, key=lambda pair: (UNIT * prices[pair] - sums[pair], pair.name))
    return {pair: prices[pair] for pair in ranked[:NOMINEES]}


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


def _shares(
    gains: Sequence[Mapping[Name, Gain]],
    prices: Mapping[Name, float],
    texts: Sequence[str],
) -> dict[Name, Share]:
    """The chains that are active in a source, and what of it each damaged.

    ``gains[i]`` is what undoing each chain gains in ``texts[i]``.
    """
    floors = [0.0] * len(gains)
    found: dict[Name, Share] = {}
    while len(found) < MOST_CHAINS:
        left = {name: price for name, price in prices.items() if name not in found}
        active = _active(gains, left, floors, FURTHER if found else INACTIVE)
        if not active:
            break
        best = active[0]
        found[best.name] = _share(gains, texts, best)
        for i, site in enumerate(gains):
            if best.name in site:
                gain = min(TEMPER * site[best.name].gain, CERTAIN)
                floors[i] = max(floors[i], gain + log(best.rate))
    return found


def _active(
    gains: Sequence[Mapping[Name, Gain]],
    prices: Mapping[Name, float],
    floors: Sequence[float],
    against: float,
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
