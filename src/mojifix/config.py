"""The settings of a repair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lossy = Literal["repair", "report", "off"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Settings, all keyword-only, each with the default that suits running text.

    Raises ``ValueError`` for a value outside its domain.
    """

    min_confidence: float = 0.9
    """Leave every span alone that is less certain than this (0.0 to 1.0)."""
    lossy: Lossy = "repair"
    """Damage that lost information: repair it, only report it in ``detect``, or ignore it."""
    channels: tuple[str, ...] | None = None
    """Look only for damage whose every step is named here; None means all."""
    ascii_safe: bool = True
    """Never add, change or remove an ASCII character unless the chain says so by name."""
    max_layers: int = 3
    """How many misreadings may lie on top of each other (1 to 4)."""

    def __post_init__(self) -> None:
        if not 0.0 <= self.min_confidence <= 1.0:
            raise ValueError(f"min_confidence is {self.min_confidence!r}, not within 0.0 to 1.0")
        if self.lossy not in ("repair", "report", "off"):
            raise ValueError(f"lossy is {self.lossy!r}, not 'repair', 'report' or 'off'")
        if not 1 <= self.max_layers <= 4:
            raise ValueError(f"max_layers is {self.max_layers!r}, not within 1 to 4")


DEFAULT = Config()
