"""What nothing shows in leaves here, before anything else is asked or loaded.

Most texts are clean, and most calls end here. So the compiled twin also takes the place of the
function that is called (:func:`hurried`): by itself, a call of Python with an argument by name
takes as long as it takes to see that a text of 200 characters of ASCII is plain.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from mojifix.kernel.bits import FORMS, LEFT, ODD, SPELLED, WIDE
from mojifix.kernel.look import Look
from mojifix.kernel.scanner import Scanner

REPLACED = "\ufffd"
_SHOWS = SPELLED | FORMS | LEFT

Function = TypeVar("Function", bound=Callable[..., str])


class Door:
    """Lets texts pass in which nothing shows."""

    def __init__(self, look: Look, scanner: Scanner) -> None:
        self._look = look
        self._scanner = scanner

    def __call__(self, text: str) -> int:
        """What shows in a text, as bits: all that ``look`` sees, or ``ODD``; 0 lets it pass."""
        seen = self._look(text)
        if seen & _SHOWS or (seen & WIDE and REPLACED in text):
            return seen
        return ODD if self._scanner.stirs(text) else 0


def hurried(door: Callable[[], Door]) -> Callable[[Function], Function]:
    """Make a function of a text that gives back what nothing shows in answer faster.

    It is asked only where something may show, or where it is told more than the text. ``door`` is
    called when a text that is not ASCII is first met.
    """
    del door  # Here a call of Python more would only take longer.

    def same(function: Function) -> Function:
        return function

    return same
