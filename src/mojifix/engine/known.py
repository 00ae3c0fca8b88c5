"""What is known of a text's source before the text is looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from mojifix.channels.misread import Misread
from mojifix.channels.singlebyte import TableCodec
from mojifix.engine.readers import character_class
from mojifix.engine.sites import Steps

TOLD = 5.0
"""Nats that the letters of a row add or take at most."""


class Share(NamedTuple):
    """How much of a source a chain damaged."""

    odds: float
    """Log odds that it damaged a given row of those that it could have."""
    letters: Mapping[str, float] = MappingProxyType({})
    """Characters that stand more often in damaged rows than in clean ones: by how many nats."""

    lanes: Mapping[int, int] = MappingProxyType({})
    """The language of the source, by script, as the model counts them."""
    spared: frozenset[str] = frozenset()
    """Letters that it would change, and that stand in texts which it did not damage."""

    def of(self, text: str) -> float:
        """Log odds that it damaged this text."""
        told = sum(self.letters.get(char, 0.0) for char in set(text))
        return self.odds + max(-TOLD, min(told, TOLD))


class Known(NamedTuple):
    """The chains that damaged a source, and how much of it."""

    steps: Mapping[Steps, Share]
    """Of UTF-8 misreadings, layer upon layer."""
    pairs: Mapping[Misread, Share]
    """Of legacy codecs read as each other."""

    def steps_in(self, text: str) -> dict[Steps, float]:
        """The UTF-8 misreadings, with the log odds that each damaged this text."""
        return {steps: share.of(text) for steps, share in self.steps.items()}

    def about(self, text: str) -> Known:
        """As much of it as may concern this text."""
        steps = {steps: share for steps, share in self.steps.items() if _left_by(steps)(text)}
        return self if len(steps) == len(self.steps) else Known(steps, self.pairs)

    @property
    def anything(self) -> bool:
        """Is there anything known?"""
        return bool(self.steps or self.pairs)


@lru_cache(maxsize=64)
def _left_by(steps: Steps) -> Callable[[str], object]:
    """Tells whether these misreadings may have left anything in a text."""
    last = steps[-1]
    if not isinstance(last.read, TableCodec) or last.written.name != "utf-8":
        return lambda _: True
    chars = last.read.chars
    lead = {char for char in chars[0xC2:0xF5] if char is not None}
    tail = {char for char in chars[0x80:0xC0] if char is not None}
    return re.compile(f"[{character_class(lead)}][{character_class(tail)}]").search


NOTHING = Known({}, {})
