"""Where may a family (:mod:`.families`) have been at work?"""

from __future__ import annotations

import re
from functools import lru_cache

from mojifix.channels import LOSSES, codec
from mojifix.engine.families import FAMILIES, LEADS, TAILS, THREE, families, whole
from mojifix.engine.readers import character_class

_REMEMBERED = 6_000
_LONG = 64


class Signatures(dict[str, dict[str, bool] | None]):
    """Stretch of text to the steps of which it has, or has not, a signature, as far as was asked.

    None where nothing is how any of them begins. Remembered, because so many regular expressions
    take some 40 microseconds, and most are never made: 2 milliseconds each.
    """

    def __init__(self) -> None:
        super().__init__()
        firsts: set[str] = set()
        seconds: set[str] = set()
        for family in families():
            chars, run = codec(family.reader).chars, LOSSES[family.step].damage
            leads = [run(char) for n in (*LEADS, *THREE) if (char := chars[n]) is not None]
            tails = [run(char) for n in TAILS if (char := chars[n]) is not None]
            firsts.update(lead[:1] for lead in leads)
            seconds.update(tail[:1] for tail in tails)
            seconds.update(seen[1] for seen in (*leads, *tails) if len(seen) > 1)
        self._beginning = re.compile(
            f"[{character_class(firsts - {''})}][{character_class(seconds - {''})}]"
        )

    def __missing__(self, stretch: str) -> dict[str, bool] | None:
        if len(self) >= _REMEMBERED:
            self.clear()
        found: dict[str, bool] | None = {} if self._beginning.search(stretch) else None
        if len(stretch) <= _LONG:
            self[stretch] = found
        return found

    def may(self, text: str, start: int, end: int, line: str) -> bool:
        """May a family have made what stands at ``text[start:end]``, in this line?"""
        stretch = text[max(0, start - 1) : end + 1]
        known = self[stretch]
        return known is not None and any(
            # Which of them are to be made tells the line: most have capitals and small letters.
            known.get(step, True) and whole(step, line) and self._shows(stretch, step, known)
            for step in FAMILIES
        )

    @staticmethod
    def _shows(stretch: str, step: str, known: dict[str, bool]) -> bool:
        if step not in known:
            known[step] = any(
                family.step == step and family.signature.search(stretch) for family in families()
            )
        return known[step]


@lru_cache(maxsize=1)
def signatures() -> Signatures:
    """The one memory of them, made when first needed."""
    return Signatures()
