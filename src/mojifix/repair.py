"""Repair: undo damage where the proof is at hand and the margin is wide."""

from __future__ import annotations

from mojifix.config import DEFAULT, Config
from mojifix.engine.search import spans
from mojifix.model import Repair


def repair(text: str, *, siblings: object = None, config: Config | None = None) -> Repair:
    """Repair a text and show the proof."""
    if not isinstance(text, str):
        raise TypeError(f"mojifix repairs str, not {type(text).__name__}; decode bytes first")
    config = config or DEFAULT
    if text.isascii():
        return Repair(text)
    sure = tuple(s for s in spans(text, config) if s.confidence >= config.min_confidence)
    return Repair(text, sure)


def fix(text: str, *, config: Config | None = None) -> str:
    """The repaired text; the same object where nothing is to repair."""
    return repair(text, config=config).text
