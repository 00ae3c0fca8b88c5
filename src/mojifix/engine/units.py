"""Signs that stand where they belong: ``10 kΩ``, ``48.5 Å``, ``5 €``, ``m²``, ``§ 5``, ``1½``.

And the prefixes of Hebrew before a foreign name: ``בGoogle``. Each may be what is seen of a letter,
but a letter seldom stands there.
"""

from __future__ import annotations

import re
from functools import lru_cache

_BLANK = "[ \xa0\u2009\u202f]?"
_PLACES = re.compile(
    f"(?<=[0-9]){_BLANK}[kMGmµμ]?([ΩÅ°ºªµμ¢€£¥‰])(?=[CF²³]?(?!\\w))"
    f"|(?<=[0-9]){_BLANK}([±×÷·]){_BLANK}(?=[0-9])"
    f"|(?<![^\\W_])([£¥€¢§№±]){_BLANK}(?=[0-9])"
    r"|(?<![^\W_])(?:[kcdm]?m|kg|s|Å|σ)([²³])(?!\w)"
    r"|(?<![^\W\d_])([½¼¾])(?![^\W\d_])"
    "|(?<!\\w)([ובהכלמש])(?=[בהכלמש]?[A-Z])|(?<=(?<!\\w)ו)([בהכלמש])(?=[A-Z])"
)


@lru_cache(maxsize=8)  # Each reading of a line asks again.
def at_home(text: str) -> frozenset[int]:
    """Where such signs stand, as offsets."""
    return frozenset(
        match.start(match.lastindex) for match in _PLACES.finditer(text) if match.lastindex
    )
