"""What stands beside a place, or elsewhere in its text, and was not damaged as the place was.

A reader damages every character beyond ASCII of what it reads. So an ``é`` beside ``itâs`` speaks
against its having been there, unless two texts were put together. What may be left of another
character says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from mojifix.channels import LOSSES
from mojifix.channels.codecs import codec
from mojifix.kernel import kinds

AGAINST = 5.0
WITHIN = 3
"""Nats against a place for such a character on either side, and how many times that it counts
within the same word, which nobody puts together of two texts. Judgments."""
LEADS = (0xC2, 0xC3, 0xC4, 0xC5, 0xE2, 0xCE, 0xCF, 0xD0, 0xD1, 0xEF, 0xF0)
"""Lead bytes of what is written most: Latin letters, signs, punctuation; Greek; Cyrillic; U+FFFD;
emoji."""
SPARED, MOST_KINDS = 3.0, 10
"""The same for each kind of letter in the whole text; for so many of them at most. Judgments."""
REACH = 200
"""Code points on either side of a place in which another character stands beside it."""
_BEFORE = re.compile(r"[^\x00-\x7f](?=[\x00-\x09\x0b\x0c\x0e-\x7f]*\Z)")
_AFTER = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x7f]*[^\x00-\x7f]")


@lru_cache(maxsize=64)
def shown(reader: str, step: str = "") -> frozenset[str]:
    """What a reader, with a loss after it, shows of the bytes of what is written most."""
    chars = codec(reader).chars
    found = (chars[byte] for byte in (*range(0x80, 0xC0), *LEADS))
    run = LOSSES[step].damage if step else str
    return frozenset(seen for char in found if char is not None for seen in run(char))


def untouched(text: str, places: Iterable[tuple[int, int]], left: Collection[str]) -> Iterator[int]:
    """How many characters stand beside each of the places that a reader cannot have left.

    ``left`` is what it may have left; what is part of another place it has. One that stands in the
    same word, or side by side with the place, counts ``WITHIN`` times.
    """
    for here in _beside(text, list(places)):
        yield sum(
            WITHIN if len(between) == 1 or between.isalpha() else 1
            for char, between in here
            if char not in left
        )


def letters_beside(text: str, places: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The letters that stand beside each of some places and are part of no other one."""
    for here in _beside(text, places):
        yield "".join(char for char, _ in here if char.isalpha())


def _beside(text: str, places: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[str, str], ...]]:
    """What stands beside each place and is part of no other one, and what is between them."""
    explained = {at for start, end in places for at in range(start, end)}
    for start, end in places:
        before, after = _before(text, start), _after(text, end)
        yield tuple(
            (text[at], between)
            for at, between in ((before, text[before:start]), (after, text[end : after + 1]))
            if at >= 0 and at not in explained
        )


def spared(text: str, left: Collection[str]) -> float:
    """What speaks against a text having been damaged as a whole, in nats.

    That is each kind of letter that a reader cannot have left. Where there are some, its lines are
    no witnesses for each other: what all of them have in common may be a language that the model
    does not know. One line has to outweigh this, and once more what there is of it in that line.
    """
    letters = sum(char.isalpha() and char not in left for char in kinds(text))
    return SPARED * min(letters, MOST_KINDS)


def _before(text: str, at: int) -> int:
    match = _BEFORE.search(text, max(0, at - REACH), at)
    return match.start() if match else -1


def _after(text: str, at: int) -> int:
    match = _AFTER.match(text, at, at + REACH)
    return match.end() - 1 if match else -1
