"""What a text has that may show damage, at a glance: see :mod:`mojifix.kernel.look`."""

from __future__ import annotations

from functools import lru_cache

from mojifix.engine.leads import BARED, marks
from mojifix.kernel import Look


@lru_cache(maxsize=1)
def looks() -> Look:
    """What looks, made when first needed."""
    return Look("".join(marks()), BARED)


@lru_cache(maxsize=2)  # Each search asks again what the text has.
def look(text: str) -> int:
    """All that a text has, as bits."""
    return looks()(text)
