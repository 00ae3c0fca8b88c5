"""Probabilities as the small integers that the model stores."""

from __future__ import annotations

import math

STEP = 16
"""Costs are in sixteenths of a nat: finer than the counts are certain."""
CEILING = 255
"""The largest cost that a byte holds: 16 nats, one in nine million."""


def cost(p: float) -> int:
    """A probability in sixteenths of a nat, ``CEILING`` at most."""
    return min(CEILING, round(-math.log(p) * STEP)) if p > 0 else CEILING
