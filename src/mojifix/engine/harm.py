"""Nothing worse may appear: characters that a repair must not bring in.

C0 and C1 controls (but tab and line ends), bidirectional overrides and isolates, noncharacters,
lone surrogates. Text that holds one of them is not what somebody wrote before it was misread,
and each of them can hide or break something further on.
"""

from __future__ import annotations

import re

_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)


def worse(before: str, after: str) -> bool:
    """Does ``after`` have a harmful character that ``before`` has not?"""
    return any(char not in before for char in _HARMFUL.findall(after))
