"""The hot loops, compiled where a compiler was at hand, in pure Python where not.

Two loops carry all that mojifix does to ordinary text: :class:`Grams` looks up what letters cost
in every language of a script at once, and :class:`Scanner` reads a text and says where it is
odd. Both are handed tables and know no codec and no language.

Each exists twice, with identical results: in :mod:`._native` (Cython) and in :mod:`.grams` and
:mod:`.scanner`. The environment variable ``MOJIFIX_PURE``, set to anything, chooses the Python
ones; the tests run both and compare them.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mojifix.kernel.policy import Policy

__all__ = ["COMPILED", "Grams", "Policy", "Scanner"]

COMPILED: bool
"""Do the compiled loops run?"""


def _compiled() -> tuple[type, type] | None:
    """The compiled loops, where they were built."""
    try:
        from mojifix.kernel._native import Grams, Scanner
    except ImportError:
        return None
    return Grams, Scanner


if TYPE_CHECKING:
    from mojifix.kernel.grams import Grams
    from mojifix.kernel.scanner import Scanner
else:
    _chosen = None if os.environ.get("MOJIFIX_PURE") else _compiled()
    COMPILED = _chosen is not None
    if COMPILED:
        Grams, Scanner = _chosen
    else:
        from mojifix.kernel.grams import Grams
        from mojifix.kernel.scanner import Scanner
