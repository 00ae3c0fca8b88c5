"""The hot loops, compiled where a compiler was at hand, in pure Python where not.

Three loops carry all that mojifix does to ordinary text: :class:`Look` finds characters that may
spell damage, :class:`Grams` looks up what letters cost in every language of a script at once, and
:class:`Scanner` reads a text and says where it is odd. A :class:`Door` lets the texts pass in which
neither finds anything. All are handed tables and know no codec and no language.

Each exists twice, with identical results: in :mod:`._native` (Cython), and in :mod:`.look`,
:mod:`.grams`, :mod:`.scanner` and :mod:`.door`. The environment variable ``MOJIFIX_PURE``, set to
anything, chooses the Python ones; the tests run both and compare them.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mojifix.kernel.policy import Policy

__all__ = [
    "COMPILED", "Door", "Grams", "Look", "Policy", "Scanner", "exactly", "hurried", "kinds",
    "plain", "sums", "weigh",
]  # fmt: skip

COMPILED: bool
"""Do the compiled loops run?"""


def exactly(text: str) -> str:
    """The text as a plain ``str``: what is compiled takes no subclass, such as numpy's."""
    return text if type(text) is str else str.__str__(text)


def _compiled() -> tuple[object, ...] | None:
    """The compiled loops, where all of them were built."""
    try:
        import mojifix.kernel._tokens  # noqa: F401 - mojifix.plausibility.tokens chooses it
        from mojifix.kernel._native import (
            Door,
            Grams,
            Look,
            Scanner,
            hurried,
            kinds,
            plain,
        )
        from mojifix.kernel._weights import sums, weigh
    except ImportError:
        return None
    return Door, Grams, Look, Scanner, hurried, kinds, plain, sums, weigh


if TYPE_CHECKING:
    from mojifix.kernel.door import Door, hurried
    from mojifix.kernel.grams import Grams
    from mojifix.kernel.look import Look, kinds, plain
    from mojifix.kernel.scanner import Scanner
    from mojifix.kernel.weights import sums, weigh
else:
    _chosen = None if os.environ.get("MOJIFIX_PURE") else _compiled()
    COMPILED = _chosen is not None
    if COMPILED:
        Door, Grams, Look, Scanner, hurried, kinds, plain, sums, weigh = _chosen
    else:
        from mojifix.kernel.door import Door, hurried
        from mojifix.kernel.grams import Grams
        from mojifix.kernel.look import Look, kinds, plain
        from mojifix.kernel.scanner import Scanner
        from mojifix.kernel.weights import sums, weigh
