"""One question to an engine: this text, and what should come out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["repair", "leave-alone"]
Pieces = tuple[tuple[str, str], ...]
"""A text cut into (original, damaged) pieces, in order."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence of a document: what stands there, and what should."""

    channel: str
    """Empty for a clean sentence."""
    damaged: str
    expected: str


@dataclass(frozen=True, slots=True)
class Case:
    """One question: ``input``, and the right answers to it."""

    section: str
    channel: str
    """What happened to the text; for collected cases the family."""
    lang: str
    input: str
    expected: str
    kind: Kind = "repair"
    accept: tuple[str, ...] = ()
    """Other answers that are right."""
    pieces: Callable[[], Pieces | None] | None = None
    """Gives the alignment of original and damaged text, where there is one."""
    wanted: Callable[[str], bool] | None = None
    """Judges the answer where the exact original is not known."""
    column: str = ""
    """Cases with the same non-empty column are rows of one source (``fix_many``)."""
    units: tuple[Unit, ...] = ()
    """The sentences of a document, which then are what is counted."""

    def right(self, answer: str) -> bool:
        """True where ``answer`` is one of the right ones."""
        if self.wanted is not None:
            return self.wanted(answer)
        return answer == self.expected or answer in self.accept
