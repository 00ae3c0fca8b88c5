"""Nothing worse may appear: characters that a repair must not bring in.

C0 and C1 controls (but tab and line ends), bidirectional overrides and isolates, noncharacters,
lone surrogates, and code points between letters that are no characters. Text that holds one of
them is not what somebody wrote before it was misread, and most of them can hide or break something
further on.
"""

from __future__ import annotations

import re

# Unassigned in Unicode 14; what was assigned since lies further up.
_NOBODYS = (
    "\u0378\u0379\u0380-\u0383\u038b\u038d\u03a2\u0530\u0557\u0558\u058b\u058c\u0590"
    "\u05c8-\u05cf\u05eb-\u05ee\u05f5-\u05ff\u070e\u074b\u074c\u07b2-\u07bf\u07fb"
    "\u07fc"
)
_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + _NOBODYS
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)


def worse(before: str, after: str) -> bool:
    """Does ``after`` have a harmful character that ``before`` has not?"""
    # All of them are unprintable, and a text that is printable throughout is found so at once.
    return not after.isprintable() and any(c not in before for c in _HARMFUL.findall(after))
