r"""The very first look at a text, which costs next to nothing.

Some damage is not odd: what was spelled in ASCII (``\u00c3\u00a9``, ``&Atilde;``, ``aEUR(TM)``),
and a letter in the place of an apostrophe. This looks for the characters that begin it. It may
find more than there is, but misses nothing.
"""

from __future__ import annotations

import re

LAST = "\u0fff"

_SHOWS = re.compile("[\x00&\ud800-\udfff]|\\\\u|EU|A\\(")
"""NULs, lone surrogates, escapes, entities, ``€`` spelled as EUR, ``Ã`` as A."""


def plain(text: object) -> bool:
    """Is it a str of ASCII alone, in which nothing may spell damage?"""
    return isinstance(text, str) and text.isascii() and _SHOWS.search(text) is None


def _any(chars: str) -> str:
    return f"[{re.escape(chars)}]" if chars else "(?!)"


class Look:
    """Looks for characters that may be left of others.

    ``between`` are those that count between two ASCII letters, ``anywhere`` those that always do;
    all of them are below U+1000. Raises ``ValueError`` for others.
    """

    def __init__(self, between: str, anywhere: str) -> None:
        for char in between + anywhere:
            if char > LAST:
                raise ValueError(f"{char!r} is beyond U+0FFF")
        self._left = re.compile(
            f"{_SHOWS.pattern}|(?<=[A-Za-z]){_any(between)}(?=[A-Za-z])|{_any(anywhere)}"
        )

    def __call__(self, text: str) -> bool:
        """Is there anything?"""
        return self._left.search(text) is not None
