"""What the rows of one source tell about each other: which chains damaged them, and how often.

Theory of operation. A row of a column is short, and alone it proves little: ``Gšteborg`` may be a
name. But the rows of a source went through the same programs, so what a chain makes of *all* rows
is evidence of its own (:mod:`.mixture`). Equal rows count once, and rows are drawn by the hash of
their text: so nothing depends on the order of the rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from mojifix.channels.misread import Misread
from mojifix.config import Config
from mojifix.engine.decide import INACTIVE
from mojifix.engine.homes import of_few
from mojifix.engine.known import Known, Share
from mojifix.engine.line import MACRONS, Line
from mojifix.engine.mixture import CAPPED, FEWEST, Gain, active, shares, spared
from mojifix.engine.oddness import odd
from mojifix.engine.pairs import ORDINARY, pairing
from mojifix.engine.search import Candidate, candidates
from mojifix.engine.sites import Steps, monotonous
from mojifix.engine.strange import strangeness
from mojifix.engine.units import at_home
from mojifix.errors import ChannelError
from mojifix.kernel import kinds
from mojifix.kernel.segments import segments
from mojifix.plausibility.model import UNIT, Profile, load

WORD, LONGER = 3, 4
"""Letters of a word, at least, in which a letter comes out that is to prove something: a column of
``L£`` and ``E£``, of ``m²`` and ``m³``, of ``Ç1`` and ``Ç2`` is as it was written. The second where
the word is of capitals, or what is seen is typography."""
EVERYWHERE = 1.0
"""Nats that the rows with a letter gain on average, at least, where it was damaged. Of 37,511
damaged rows of special columns 7 fewer come back than without that question; of 1,121 columns that
are a slice of a dictionary, or its words with one letter, 9 change instead of 18."""
NOTES = frozenset("†‡¹²³*§¶")
"""What marks a note."""

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
    return shares(gains, prices, [""] * len(best))


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
    gains = _everywhere([_tried(text, prices, {}) for text in sample])
    intact = {pair: _intact(sample, gains, pair) for pair in prices}
    elected = active(gains, prices, [0.0] * len(gains), INACTIVE, intact)
    finalists = [found.name for found in elected]
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
    gains = _everywhere([_tried(text, lanes, lanes) for text in sample])
    intact = {pair: _intact(sample, gains, pair) for pair in lanes}
    again = shares(gains, {pair: prices[pair] for pair in lanes}, sample, intact)
    return {
        pair: share._replace(lanes=lanes[pair], spared=spared(sample, gains, pair, share))
        for pair, share in again.items()
    }


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
            letters = frozenset("".join(text[a:b] for a, b, _ in undone.pieces))
            speaks = _spells(text, undone.text) and not MACRONS.issuperset(letters)
            proof = line.less_strange(undone).gain if speaks else min(undone.gain, 0.0)
            found[pair] = Gain(undone.gain, proof, letters, undone.text)
    return found


def _everywhere(gains: Sequence[dict[Misread, Gain]]) -> list[dict[Misread, Gain]]:
    """The gains, of which those prove nothing that other rows contradict.

    A letter of a source is the same letter in all of its rows, or nearly: where the rows with it
    hardly gain anything together, some of them gain by chance (of Lithuanian names in ``ė``, a
    third reads better in ``ë``).
    """
    sums: Counter[tuple[Misread, str]] = Counter()
    rows: Counter[tuple[Misread, str]] = Counter()
    for found in gains:
        for pair, gain in found.items():
            nats = max(-CAPPED, min(gain.proof, CAPPED)) / len(gain.letters) - EVERYWHERE
            for letter in gain.letters:
                sums[pair, letter] += round(UNIT * nats)
                rows[pair, letter] += 1
    denied = {key for key, nats in sums.items() if nats < 0 and rows[key] >= FEWEST}
    return [
        {
            pair: gain._replace(proof=min(gain.proof, 0.0))
            if all((pair, letter) in denied for letter in gain.letters)
            else gain
            for pair, gain in found.items()
        }
        for found in gains
    ]


def _intact(texts: Iterable[str], gains: Sequence[Mapping[Misread, Gain]], pair: Misread) -> int:
    """How many lines have letters that a pair would have changed, and none that it did change.

    In a source of which a part was damaged, the rest has the same letters. In Ripuarian, which ends
    words in ``ß``, only ``ß`` would be damaged, and ``ä ö ü`` never.
    """
    changed = {
        char
        for found in gains
        if pair in found and found[pair].proof > 0.0
        for char in kinds(found[pair].text.lower())
    }
    return sum(
        changed.isdisjoint(text.lower()) and any(_changes(pair, char) for char in kinds(text))
        for text, found in zip(texts, gains, strict=True)
        if pair not in found
    )


@lru_cache(maxsize=4096)
def _changes(pair: Misread, char: str) -> bool:
    """Would a pair have changed this letter?"""
    if not char.isalpha():
        return False
    try:
        return pair.damage(char) != char
    except ChannelError:
        return False


def _spells(seen: str, original: str) -> bool:
    """Does a letter come out within a word, in the place of more than a sign where signs stand?"""
    if len(seen) != len(original):  # of a codec of several bytes a character
        return True
    home = at_home(seen)
    return any(
        a != b and b.isalpha() and i not in home and not _is_sign(seen, i, word.group())
        for word in _WORD.finditer(original)
        if _is_cased(word.group())
        for i, (a, b) in enumerate(
            zip(seen[word.start() : word.end()], word.group(), strict=True), word.start()
        )
    )


def _is_sign(text: str, at: int, word: str) -> bool:
    """Is it a sign or a letter that stands where a letter of the word would hardly be seen so?

    A note at an end of the word (``Table†``), typography or the letter of a gene in capitals
    (``MMM–MMM``, ``TGFΒ``), anything in a short word of capitals (``CN¥``), and typography in any
    short word (``d–d``).
    """
    char = text[at]
    around = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if char in NOTES and sum(map(str.isalpha, around)) < len(around):
        return True
    if len(word) < LONGER:
        return char in ORDINARY or word.isupper()
    return word.isupper() and (char in ORDINARY or "\u0370" <= char <= "\u03ff")


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
