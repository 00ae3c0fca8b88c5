"""Detect: report damaged runs without repairing them."""

from __future__ import annotations

from mojifix.config import DEFAULT, Config
from mojifix.engine.fast import fires
from mojifix.engine.pipeline import doubted, loses, named, searched
from mojifix.kernel import exactly
from mojifix.model import Finding, Repair

LEAST = 0.5
"""Confidence from which on a place is worth a look: damage is likelier than not."""


def detect(text: str, *, config: Config | None = None) -> tuple[Finding, ...]:
    """The damaged runs of a text, each with its chain, confidence and what it may have been.

    What ``repair`` would repair, and beside that what it would leave alone for want of
    certainty. Raises ``TypeError`` for anything but a str.
    """
    if not isinstance(text, str):
        raise TypeError(f"mojifix looks at str, not {type(text).__name__}; decode bytes first")
    config = config or DEFAULT
    text = exactly(text)
    if not fires(text, config):
        return ()
    spans = searched(text, config) or doubted(text, (), config)
    Repair(text, spans)  # the proof, also of what is only reported
    return tuple(
        Finding(s.start, s.end, s.chain, s.confidence, (s.text, *s.alternatives))
        for s in spans
        if s.confidence >= LEAST
        and not (config.lossy == "off" and loses(s))
        and named(s.chain, config)
    )
