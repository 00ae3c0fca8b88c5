r"""The very first look at a text, which costs next to nothing.

Some damage is not odd: what was spelled in ASCII (``\u00c3\u00a9``, ``&Atilde;``, ``aEUR(TM)``),
and a letter in the place of an apostrophe. Other damage leaves characters that hardly any text has.
This looks for the characters that begin it. It may find more than there is, but misses nothing.
"""

from __future__ import annotations

import re

from mojifix.kernel.bits import CONTROLS, FORMS, LEFT, SPELLED, WIDE

LAST = "\u0fff"

# Of entities, only two in a row are damage (``_WORTH`` in mojifix.engine.escaped), and of question
# marks, those that stand in the place of letters (mojifix.engine.replaced).
SPELLING = r";&|\\u|aEU|A\([cC]|[?A-Za-z]\?[a-z]"
"""What ``SPELLED`` is, as a regular expression (Arrow's engine, RE2, reads it too)."""
_SPELLED = re.compile(SPELLING)
_FORMS = re.compile("[\x00\ud800-\udfff]")
_CONTROLS = re.compile("[\x80-\x9f]")
_WIDE = re.compile("[\u1000-\u1fff\u2e80-\uffff]")


def plain(text: object) -> bool:
    """Is it a str of ASCII alone, in which nothing may spell damage?"""
    return (
        isinstance(text, str)
        and text.isascii()
        and "\x00" not in text
        and _SPELLED.search(text) is None
    )


def kinds(text: str) -> str:
    """The characters of a text that are not ASCII, each once, in the order in which they come."""
    return "".join(dict.fromkeys([char for char in text if char > "\x7f"]))


def _any(chars: str) -> str:
    return f"[{re.escape(chars)}]" if chars else "(?!)"


class Look:
    """Looks for characters that may show damage.

    ``between`` are those that count between two ASCII letters as ``LEFT``, ``anywhere`` those that
    always do; all of them are below U+1000. Raises ``ValueError`` for others.
    """

    def __init__(self, between: str, anywhere: str) -> None:
        for char in between + anywhere:
            if char > LAST:
                raise ValueError(f"{char!r} is beyond U+0FFF")
        left = re.compile(f"(?<=[A-Za-z]){_any(between)}(?=[A-Za-z])|{_any(anywhere)}")
        self._looks = (
            (SPELLED, _SPELLED), (FORMS, _FORMS), (CONTROLS, _CONTROLS), (WIDE, _WIDE),
            (LEFT, left),
        )  # fmt: skip

    def __call__(self, text: str) -> int:
        """All that there is, as bits."""
        return sum(bit for bit, look in self._looks if look.search(text) is not None)
