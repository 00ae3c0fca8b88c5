"""Ideographs and syllables that somebody writes.

Two bytes that do not belong together are most often a character too, but one that nobody writes:
of 30,000 ideographs and syllables, the training text has 7,000.
"""

from __future__ import annotations

from functools import lru_cache

from mojifix.kernel import weigh
from mojifix.plausibility.model import MANY, UNIT, load
from mojifix.plausibility.ngrams import Lanes, Strange

FEW = 12
"""Characters of which one may be unheard of. Of 9,144 clean Chinese, Japanese and Korean sentences
some 4 % have as many as one in 30, nearly all of them names."""


DEAR = 8 * UNIT
"""What ideographs cost on the average, from which on a stretch is hardly text. Of clean Chinese,
Japanese and Korean sentences in which something is odd, 2 to 10 % cost more; of those that were
misread, 98 % do (but for Japanese as EUC-JP read as GBK, which is common ideographs again)."""
FIRST_IDEOGRAPH = "\u2e80"
UNKNOWN = 14 * UNIT
"""What one costs that the model does not know."""


_COUNTED = ((0x1000, 0x2000), (0x2E80, 0x3041), (0x3100, 0xFF00), (0xFF61, 0x10000))
"""What is counted: neither kana, which are cheap in any Japanese, nor signs."""


@lru_cache(maxsize=1)
def _weights() -> bytes:
    """What counted characters cost out of context: ideographs, and letters of other scripts."""
    model = load()
    costs = dict(model.inventory)
    for lanes in model.scripts.values():
        if isinstance(lanes, Lanes) and lanes.number >= MANY:
            costs.update(lanes.letters)
    found = bytearray(0x10000)
    for first, end in _COUNTED:
        found[first:end] = bytes([UNKNOWN]) * (end - first)
    for char, cost in costs.items():
        if char <= "\uffff" and found[ord(char)]:
            found[ord(char)] = min(cost, 255)
    return bytes(found)


def dear(text: str, start: int = 0, end: int | None = None) -> bool:
    """Are characters of ``text[start:end]``, from far up in Unicode, hardly such as texts have?"""
    total, number = weigh(_weights(), text, start, len(text) if end is None else end)
    return total > DEAR * number


@lru_cache(maxsize=1)
def ideographs() -> frozenset[str]:
    """The ideographs, kana and syllables that the model knows, and strokes as in faces."""
    return frozenset("丶丿乀乁丨亅").union(
        *(
            lanes.letters
            for lanes in load().scripts.values()
            if isinstance(lanes, Lanes) and lanes.number >= MANY
        )
    )


@lru_cache(maxsize=8192)
def heard_of(char: str) -> bool:
    """Is it no letter of a script that the training text lacks?"""
    model = load()
    return not isinstance(model.scripts.get(model.table[char].cls), Strange)


def nobodys(char: str) -> bool:
    """Is it a letter that no language writes, of a script that the model knows?"""
    return char < FIRST_IDEOGRAPH and char.isalpha() and not load().has(char) and heard_of(char)


def unheard_of(char: str) -> bool:
    """Is it an ideograph or a syllable that the model does not know?"""
    return ("\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3") and (
        char not in ideographs()
    )


def far_fetched(text: str) -> bool:
    """Are too many of a text's characters unheard of?"""
    wide = sum(char >= "\u3000" for char in text)
    return FEW * sum(map(unheard_of, text)) > wide
