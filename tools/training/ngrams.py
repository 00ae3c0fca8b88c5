"""N-grams of letters: counts of one language in one script, and their smoothing.

Interpolated absolute discounting (Ney, Essen & Kneser 1994): a language's trigrams back off to
its bigrams, these to its unigrams and to the bigrams of all languages of the script.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from mojifix.kernel.grams import BOUND

from .characters import HAN
from .costs import CEILING, STEP, cost

DAMPING = 0.75
"""Exponent of a word's count: interface strings and sentence frames repeat, and the model is to
know words, not how often one program says "Settings"."""
CAPITALS_SHARE = 0.05
"""Of each word, this much is also counted as it looks in capitals (Turkish I, German SS)."""

# The discount, and the weights of the lower orders: pseudo-counts that pull a small language
# towards its own unigrams and those of all languages of the script.
DISCOUNT = 0.6
POOL_UNIGRAM = 40.0
POOL_BIGRAM = 3.0
POOL_SHARE = 0.3
POOL_LETTERS = 100_000
"""Letters from which on all languages weigh the same in the pool."""
POOL_REST = 20.0
"""Pseudo-counts that pull the pool's bigrams towards its unigrams."""

MIN_TRIGRAM = 3.0
MIN_TRIGRAM_GAIN = 12
"""Sixteenths of a nat by which a trigram must differ from its backoff to be kept."""
MIN_BIGRAM = {HAN: 5.0, "HANGUL": 1.9, "ETHIOPIC": 1.9}
"""Scripts of so many letters that bigrams are kept only above this count."""


def damped(counts: Mapping[str, int]) -> dict[str, float]:
    """The weights of words that were counted so often, capitals included."""
    words: defaultdict[str, float] = defaultdict(float)
    for word, n in counts.items():
        weight = n**DAMPING
        words[word] += weight
        folded = "".join(c if c == "İ" else c.lower() for c in word.upper())
        if folded != word:
            words[folded] += weight * CAPITALS_SHARE
    return words


def _rows() -> defaultdict[str, defaultdict[str, float]]:
    return defaultdict(lambda: defaultdict(float))


@dataclass
class Grams:
    """Weighted counts of one language in one script, by context and letter."""

    uni: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    bi: defaultdict[str, defaultdict[str, float]] = field(default_factory=_rows)
    tri: defaultdict[str, defaultdict[str, float]] = field(default_factory=_rows)

    def add(self, words: Mapping[str, float], *, trigrams: bool) -> None:
        """Count the words' letters."""
        for word, n in words.items():
            text = BOUND + word + BOUND
            for i in range(1, len(text)):
                self.uni[text[i]] += n
                self.bi[text[i - 1]][text[i]] += n
                if trigrams and i >= 2:
                    self.tri[text[i - 2 : i]][text[i]] += n

    def add_weighted(self, other: Grams, weight: float) -> None:
        """Add the counts of another, each times ``weight``."""
        for letter, n in other.uni.items():
            self.uni[letter] += n * weight
        for mine, theirs in ((self.bi, other.bi), (self.tri, other.tri)):
            for context, row in theirs.items():
                for letter, n in row.items():
                    mine[context][letter] += n * weight


@dataclass
class Pool:
    """The smoothed distributions over all languages of a script.

    A row of ``bi`` has the backoff weight under ``""``.
    """

    uni: dict[str, float]
    bi: dict[str, dict[str, float]]


def pool_of(all_grams: list[Grams], letters: set[str]) -> tuple[Grams, Pool]:
    """All languages together, each with the same weight from ``POOL_LETTERS`` on."""
    pooled = Grams()
    for grams in all_grams:
        total = sum(grams.uni.values())
        pooled.add_weighted(grams, min(1.0, POOL_LETTERS / total) if total else 0.0)
    total = sum(pooled.uni.values())
    size = len(letters) + 1
    # Half a letter for each, and for one that was never seen.
    uni = {c: (pooled.uni.get(c, 0.0) + 0.5) / (total + 0.5 * size) for c in letters}
    bi: dict[str, dict[str, float]] = {}
    for context, row in pooled.bi.items():
        n = sum(row.values()) + POOL_REST
        bi[context] = {c: (k + POOL_REST * uni[c]) / n for c, k in row.items() if c in uni}
        bi[context][""] = POOL_REST / n
    return pooled, Pool(uni, bi)


@dataclass
class Lane:
    """One language's smoothed costs in one script, by context and letter."""

    uni: dict[str, int]
    backoff1: dict[str, int] = field(default_factory=dict)
    bi: dict[str, dict[str, int]] = field(default_factory=dict)
    backoff2: dict[str, int] = field(default_factory=dict)
    tri: dict[str, dict[str, int]] = field(default_factory=dict)


def smooth(grams: Grams, pool: Pool, letters: set[str], script: str) -> Lane:
    """Interpolate, from the pool up to the trigrams."""
    total = sum(grams.uni.values())
    uni = {
        c: (grams.uni.get(c, 0.0) + POOL_UNIGRAM * pool.uni[c]) / (total + POOL_UNIGRAM)
        for c in letters
    }
    lane = Lane({c: cost(p) for c, p in uni.items()})
    floor = MIN_BIGRAM.get(script, 0.0)
    p2 = {c: _smooth_bigrams(lane, c, grams.bi.get(c, {}), uni, pool, floor) for c in letters}
    _smooth_trigrams(lane, grams.tri, p2)
    return lane


def _smooth_bigrams(
    lane: Lane,
    context: str,
    row: Mapping[str, float],
    uni: Mapping[str, float],
    pool: Pool,
    floor: float,
) -> dict[str, float]:
    """Fill the lane's row of a context; give its probabilities, which the trigrams need."""
    n = sum(row.values()) + POOL_BIGRAM
    rest = sum(min(k, DISCOUNT) for k in row.values()) + POOL_BIGRAM
    own, shared = rest * (1 - POOL_SHARE), rest * POOL_SHARE
    pooled = pool.bi.get(context, {"": 1.0})
    unseen = pooled[""]
    lane.backoff1[context] = cost((own + shared * unseen) / n)
    costs: dict[str, int] = {}
    probabilities: dict[str, float] = {}
    for c in row.keys() | pooled.keys():
        if c not in uni:
            continue
        k = row.get(c, 0.0)
        pool_p = pooled.get(c, unseen * pool.uni[c])
        p = (max(k - DISCOUNT, 0.0) + own * uni[c] + shared * pool_p) / n
        probabilities[c] = p
        usual = min(CEILING, lane.backoff1[context] + lane.uni[c])
        if k > floor or (not floor and abs(cost(p) - usual) > STEP):
            costs[c] = cost(p)
    if costs:
        lane.bi[context] = costs
    return probabilities


def _smooth_trigrams(
    lane: Lane, tri: Mapping[str, Mapping[str, float]], p2: Mapping[str, Mapping[str, float]]
) -> None:
    for context, row in sorted(tri.items()):
        n = sum(row.values())
        if n < MIN_TRIGRAM or not p2.keys() >= set(context):
            continue
        rest = sum(min(k, DISCOUNT) for k in row.values()) / n
        backoff = cost(rest)
        lower = p2[context[-1]]
        costs: dict[str, int] = {}
        for c, k in row.items():
            if k < MIN_TRIGRAM or c not in p2:
                continue
            p = cost(max(k - DISCOUNT, 0.0) / n + rest * lower[c])
            if abs(p - min(CEILING, backoff + cost(lower[c]))) >= MIN_TRIGRAM_GAIN:
                costs[c] = p
        # The runtime finds a trigram's backoff beside the bigram of its context.
        if costs and context[1] in lane.bi.get(context[0], {}):
            lane.tri[context] = costs
            lane.backoff2[context] = backoff
