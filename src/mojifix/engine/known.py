"""What is known of a text's source before the text is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from mojifix.channels.misread import Misread
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

    @property
    def anything(self) -> bool:
        """Is there anything known?"""
        return bool(self.steps or self.pairs)


NOTHING = Known({}, {})
