"""Is ``confidence`` a probability? Reliability bins and the expected calibration error."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

EDGES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 1.0)
"""Finer near 1, where nearly all accepted spans lie."""


def bins(samples: Sequence[tuple[float, bool]]) -> list[dict[str, Any]]:
    """Samples of (confidence, right) as bins: from, to, how many, mean confidence, share right."""
    result = []
    for low, high in pairwise(EDGES):
        last = high == EDGES[-1]
        inside = [s for s in samples if low <= s[0] < high or (last and s[0] == high)]
        if inside:
            result.append(
                {
                    "from": low,
                    "to": high,
                    "n": len(inside),
                    "confidence": round(sum(c for c, _ in inside) / len(inside), 5),
                    "right": round(sum(r for _, r in inside) / len(inside), 5),
                }
            )
    return result


def expected_error(samples: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error: the mean gap between confidence and share right, by bin size."""
    if not samples:
        return 0.0
    gaps = sum(b["n"] * abs(b["confidence"] - b["right"]) for b in bins(samples))
    return float(gaps / len(samples))


def summary(samples: Sequence[tuple[float, bool]]) -> dict[str, Any]:
    """JSON-ready: samples, error and bins."""
    return {
        "spans": len(samples),
        "expected calibration error": round(expected_error(samples), 5),
        "bins": bins(samples),
    }
