"""Nothing worse may appear: characters that a repair must not bring in, or not in such a place.

C0 and C1 controls (but tab and line ends), bidirectional overrides and isolates, noncharacters,
lone surrogates, and code points between letters that are no characters. Text that holds one of
them is not what somebody wrote before it was misread, and most of them can hide or break something
further on.
"""

from __future__ import annotations

import re
from unicodedata import category

from mojifix.plausibility.oddity import TYPOGRAPHY

# Unassigned in Unicode 17, of what two bytes of UTF-8 or three from E2 on can be.
_NOBODYS = (
    "\u0378\u0379\u0380-\u0383\u038b\u038d\u03a2\u0530\u0557\u0558\u058b\u058c\u0590"
    "\u05c8-\u05cf\u05eb-\u05ee\u05f5-\u05ff\u070e\u074b\u074c\u07b2-\u07bf\u07fb"
    "\u07fc\u2065\u2072\u2073\u208f\u209d-\u209f\u20c2-\u20cf\u20f1-\u20ff\u218c-\u218f"
    "\u242a-\u243f\u244b-\u245f\u2b74\u2b75\u2cf4-\u2cf8\u2d71-\u2d7e\u2e5e-\u2e7f\u2e9a\u2ef4-\u2eff\u2fd6-\u2fef"
)
_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + _NOBODYS
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(15))
    + "\U000f1b00-\U0010ffff"  # for private use; below it are the icons that Nerd Fonts have
    + "]"
)


def worse(before: str, after: str) -> bool:
    """Does ``after`` have a harmful character that ``before`` has not?"""
    # All of them are unprintable, and a text that is printable throughout is found so at once.
    return not after.isprintable() and any(c not in before for c in _HARMFUL.findall(after))


def symbol(char: str, before: str, after: str) -> bool:
    """Would a word have an arrow, a pictograph or the like between these two letters?

    Typography may join two words; but letters were none of it that became one (``âžž`` in Sámi).
    """
    return (
        len(char) == 1
        and before.isalpha()
        and after.isalpha()
        and category(char)[0] in "SP"
        and char not in TYPOGRAPHY
    )


def stray_mark(text: str, before: str) -> bool:
    """Does a text begin with a mark of Latin, after a letter of a script that has no such marks?

    Or with a modifier letter, as phoneticians write them (``ʷ``).
    """
    return (
        "\u02b0" <= text[:1] <= "\u036f"
        and before.isalpha()
        and not (before <= "\u052f" or "\u1c80" <= before <= "\u1fff")
    )
