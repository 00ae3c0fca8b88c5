"""What UTF-8 shows in signs that nobody sets side by side, so that no language has to be asked."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category

from mojifix.channels.singlebyte import TableCodec
from mojifix.engine.pairs import ORDINARY
from mojifix.engine.readers import character_class, readers

_CAPITALS = "ÂĀ"
"""The letters that show a sign of Latin-1 to those who read windows-1252 or windows-1257. That of
Russian is a word (``В``), and so are others."""
_CORNERS = "╕╖╗╛╜╝"
"""Line art that is in no drawing behind ``┬``: its line is another one."""
_NOT_IN_A_WORD = r"(?<![^\W\d_])"


@lru_cache(maxsize=1)
def signs() -> re.Pattern[str]:
    """A sign or a letter of Latin-1 as one of the readers shows it, in signs that nobody sets so.

    ``Â°``, ``┬╗``, ``¬£``, ``√©``, and an NBSP before a letter. Not where a word goes on before it.
    """
    pairs: dict[str, set[str]] = {}
    blanks: dict[str, set[str]] = {}
    for channel in readers().single:
        assert isinstance(channel.read, TableCodec)
        chars = channel.read.chars
        for first, bytes_ in ((0xC2, range(0xA1, 0xC0)), (0xC3, range(0x80, 0xC0))):
            lead = chars[first]
            for tail in (chars[byte] for byte in bytes_):
                if lead and tail and _leads(lead) and _no_neighbor(tail):
                    pairs.setdefault(lead, set()).add(tail)
        lead, tail = chars[0xC2], chars[0xA0]
        if lead and tail and _leads(lead):
            blanks.setdefault(lead, set()).add(tail)
    found = [f"{re.escape(lead)}[{character_class(pairs[lead])}]" for lead in sorted(pairs)]
    found += [
        f"{re.escape(lead)}[{character_class(blanks[lead])}](?=[^\\W_])" for lead in sorted(blanks)
    ]
    return re.compile(f"{_NOT_IN_A_WORD}(?:{'|'.join(found)})")


def _leads(char: str) -> bool:
    return category(char)[0] == "S" or char in _CAPITALS


def _no_neighbor(char: str) -> bool:
    """Is it a sign that stands behind no other one, in a formula, a drawing or a quotation?"""
    return not (
        char < "\x80"
        or char.isalpha()
        or char in ORDINARY
        or category(char) in ("Sm", "Sk")
        or ("\u2500" <= char <= "\u25ff" and char not in _CORNERS)
    )
