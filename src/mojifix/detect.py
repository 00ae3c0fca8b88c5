"""Detect: report damaged runs without repairing them."""

from __future__ import annotations

from mojifix.config import DEFAULT, Config
from mojifix.engine.gate import gate
from mojifix.engine.search import lossless_spans as spans
from mojifix.model import Finding


def detect(text: str, *, config: Config | None = None) -> tuple[Finding, ...]:
    """The damaged runs of a text, each with its chain and confidence."""
    if not isinstance(text, str):
        raise TypeError(f"mojifix looks at str, not {type(text).__name__}; decode bytes first")
    return tuple(
        Finding(s.start, s.end, s.chain, s.confidence, (s.text, *s.alternatives))
        for s in spans(text, config or DEFAULT, gate().stretches(text))
    )
