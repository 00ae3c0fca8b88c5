"""Losses: steps that drop or flatten what they do not understand.

Each is a function from text to text, so a repair can be replayed through it; each has several
pre-images, so plausibility (or a sibling) has to choose among them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any


class Loss:
    """A named step that loses information. Compare and hash by identity: one object per name."""

    __slots__ = ("_run", "name", "summary")

    name: str
    summary: str

    def __init__(self, name: str, summary: str, run: Callable[[str], str]) -> None:
        self.name = name
        self.summary = summary
        self._run = run

    @property
    def lossless(self) -> bool:
        """Never: different texts come out the same."""
        return False

    def damage(self, text: str) -> str:
        """Run the step. Never refuses."""
        return self._run(text)

    def __repr__(self) -> str:
        return f"channel({self.name!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _by_name, (self.name,)


# Twice as fast as str.translate, which asks a dict about every character.
_C1 = re.compile("[\x80-\x9f]+")


def _drop_c1(text: str) -> str:
    return _C1.sub("", text)


def _nbsp_to_space(text: str) -> str:
    return text.replace("\xa0", " ")


LOSSES: Mapping[str, Loss] = MappingProxyType(
    {
        name: Loss(name, summary, run)
        for name, summary, run in (
            ("drop-c1", "C1 controls (U+0080 to U+009F) were dropped", _drop_c1),
            ("nbsp-to-space", "NBSP became a space", _nbsp_to_space),
        )
    }
)
"""The losses by name."""


def _by_name(name: str) -> Loss:
    return LOSSES[name]
