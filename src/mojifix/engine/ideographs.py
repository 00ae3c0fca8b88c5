"""Ideographs and syllables that somebody writes.

Two bytes that do not belong together are most often a character too, but one that nobody writes:
of 30,000 ideographs and syllables, the training text has 7,000.
"""

from __future__ import annotations

from functools import lru_cache

from mojifix.plausibility.model import MANY, load
from mojifix.plausibility.ngrams import Lanes

FEW = 12
"""Characters of which one may be unheard of. Of 9,144 clean Chinese, Japanese and Korean sentences
some 4 % have as many as one in 30, nearly all of them names."""


@lru_cache(maxsize=1)
def ideographs() -> frozenset[str]:
    """The ideographs, kana and syllables that the model knows."""
    return frozenset().union(
        *(
            lanes.letters
            for lanes in load().scripts.values()
            if isinstance(lanes, Lanes) and lanes.number >= MANY
        )
    )


def unheard_of(char: str) -> bool:
    """Is it an ideograph or a syllable that the model does not know?"""
    return ("\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3") and (
        char not in ideographs()
    )


def far_fetched(text: str) -> bool:
    """Are too many of a text's characters unheard of?"""
    wide = sum(char >= "\u3000" for char in text)
    return FEW * sum(map(unheard_of, text)) > wide
