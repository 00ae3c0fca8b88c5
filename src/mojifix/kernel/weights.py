"""What the characters of a text weigh, each for itself."""

from __future__ import annotations

from array import array
from operator import mul

NEVER = 255
"""The weight of a byte that ``sums`` does not allow."""


def weigh(weights: bytes, text: str, start: int, end: int) -> tuple[int, int]:
    """What the characters of ``text[start:end]`` weigh together, and how many weigh anything.

    ``weights`` has a byte for each code point below U+10000; those beyond weigh nothing.
    """
    found = [weights[ord(char)] for char in text[start:end] if char <= "\uffff"]
    return sum(found), len(found) - found.count(0)


def sums(tables: bytes, data: bytes, counts: bytes, most: int) -> list[tuple[int, int]]:
    """What the bytes of ``data`` weigh together by each table, if that is not more than ``most``.

    ``tables`` has 256 weights for each; ``counts`` says how often each byte counts, as an array of
    four bytes for each. With each sum, the number of its table.
    """
    times = array("I", counts)
    found: list[tuple[int, int]] = []
    for number in range(len(tables) // 256):
        weights = data.translate(tables[256 * number : 256 * (number + 1)])
        total = sum(map(mul, weights, times))
        if total <= most and NEVER not in weights:
            found.append((total, number))
    return found
