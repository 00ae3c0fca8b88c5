"""The fast road: text that is UTF-8 misread from beginning to end needs no language model.

Where every character of a text has a byte in some codec and these bytes are well-formed UTF-8,
each character of the original was a lead byte with the right number of continuation bytes, and
nothing was left over. Clean text does not do that several times by chance: neighbors would have
to be pairs of lead and continuation everywhere. Where it is less often than that, the scanner has
to find the text very odd and the original ordinary. Several codecs can agree on the result; where
they do not and each makes sense, or where the evidence is thin, the long road decides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache, reduce
from itertools import repeat
from operator import and_

from mojifix.channels.misread import Misread
from mojifix.engine.harm import worse
from mojifix.engine.ideographs import heard_of, nobodys
from mojifix.engine.oddness import odd, odder, oddness
from mojifix.engine.originals import is_rare
from mojifix.engine.readers import price_of, readers
from mojifix.engine.sites import monotonous
from mojifix.engine.undo import RUN, is_drawn
from mojifix.kernel import kinds

ENOUGH = 5.0
"""Continuation bytes of different characters, each again a quarter, that leave no
doubt. A judgment: an earlier form of it fired on none of 2,100 clean rows of seven languages."""
AGAIN = 0.25
RIVAL = 10.0
"""Nats of oddness from which on an original is no rival of one that is less odd. What its reader
costs counts as well."""
PLAIN = 19.0
"""Nats of oddness that leave no doubt when all of it goes away, besides what the reader costs: what
one ``â€“`` weighs between blanks. The face `` `¬´ `` weighs 19.9, but its reader is Mac OS."""
LESS = 40.0
"""The same where some is left, which has to be less than what went away, or nothing but blanks
comes out."""

SHORT = 200
"""Code points up to which pairs of lead and continuation may still stand everywhere by chance:
``Парагвай`` is such pairs of cp855 from beginning to end."""

_INK = re.compile(r"[^\x00-\x7f\s]")
_SOLID = re.compile("(?<=[A-Za-z])—(?=[A-Za-z])")
"""A dash as Americans set it. It is odd, as it is what is seen of the ``ó`` of Mac Roman; that of
UTF-8 is not seen so."""
_LAST_GREEK = "\u03ff"


@lru_cache(maxsize=2)  # Where the fast road does not end, the long one asks again.
def chain_of(text: str, layers: int) -> tuple[tuple[Misread, ...], str] | None:
    """The misreadings, first damage first, that explain all of ``text``, and what it was."""
    steps: tuple[Misread, ...] = ()
    for _ in range(layers):
        found = peel(text) if not steps or odd(text) else None
        if found is None:
            break
        steps = (found[0], *steps)
        text = found[1]
    return (steps, text) if steps else None


def peel(text: str) -> tuple[Misread, str] | None:
    """The misreading that explains all of ``text``, and what it was; None where that's unsure."""
    found = originals_of(text)
    original = _only(text, found) if found else None
    if (
        original is None
        or worse(text, original)
        or is_drawn(text, original)
        or _unheard_of(original)
        or _lonely(text, original)
    ):
        return None
    return (found[original], original) if found[original].damage(original) == text else None


class _Counts(dict[str, int]):
    """Character to what it counts, in numbers of 20 bits that are added up at once.

    Whether it is heard of, a letter that no language writes, and rare.
    """

    def __missing__(self, char: str) -> int:
        found = heard_of(char) | nobodys(char) << _BITS | is_rare(char) << 2 * _BITS
        self[char] = found
        return found


_BITS = 20
_COUNTS = _Counts()


def _unheard_of(original: str) -> bool:
    """Is half of it letters of scripts that the model knows nothing of, so that none is odd?

    Or a quarter of it letters that no language writes, of scripts that it knows (``schlƬler``)? Or
    is any of a short text a sign or an ideograph that is rare?
    """
    chars = kinds(original)
    counts = sum(map(_COUNTS.__getitem__, chars))
    heard, nobodys = counts % (1 << _BITS), (counts >> _BITS) % (1 << _BITS)
    if 2 * heard < len(chars) or (len(original) <= SHORT and counts >> 2 * _BITS):
        return True
    return 4 * nobodys >= len(chars) > 0


def _lonely(text: str, original: str) -> bool:
    """Are signs to be letters of a rarer script by themselves (``×˜ 4`` is no ``ט 4``)?"""
    return not any(map(str.isalpha, kinds(text))) and all(
        len(run) == 1 and run > _LAST_GREEK and run.isalpha() for run in RUN.findall(original)
    )


def originals_of(text: str) -> dict[str, Misread]:
    """What ``text`` may have been, if one reader of one byte a character explains all of it."""
    table = readers()
    run = RUN.search(text)
    bits = table.begins(run.group()) if run is not None else 0
    if bits:
        bits = reduce(and_, map(table.has.get, kinds(text), repeat(0)), bits)
    found: dict[str, Misread] = {}
    while bits:
        lowest = bits & -bits
        bits ^= lowest
        channel = table.single[lowest.bit_length() - 1]
        try:
            found.setdefault(channel.read.encode(text).decode(), channel)
        except UnicodeError:
            continue
    return found


def _only(text: str, found: Mapping[str, Misread]) -> str | None:
    """The one original that there is no doubt of."""
    originals = list(found)
    if len(originals) > 1:
        prices = [price_of(channel.read.name) for channel in found.values()]
        originals = [
            original
            for original, price in zip(originals, prices, strict=True)
            if not odder(original, RIVAL - price + min(prices))
        ]
    if len(originals) != 1:
        return None
    (original,) = originals
    plenty = _plenty(original)
    if plenty and len(text) > SHORT:
        return original
    rest = oddness(_SOLID.sub(" — ", original)) if odd(original) else 0.0
    # Is a short text less odd than what it is to have been? Nobody wrote that.
    if rest and len(text) <= SHORT and rest > oddness(text):
        return None
    price = price_of(found[original].read.name)
    return original if plenty or _less(text, original, rest, price) else None


def _less(text: str, original: str, rest: float, price: float) -> bool:
    """Does so much oddness go away that what is left, a foreign name, is no reason to doubt?

    A blank that comes out is never odd, so it proves little. ``price`` is that of the reader.
    """
    some = rest or not _INK.search(original)
    enough = rest + max(LESS, rest) if some else PLAIN + price
    return odder(text, enough) and not monotonous(original)


def _plenty(original: str) -> bool:
    """Are there so many continuation bytes that they cannot be where they are by chance?"""
    chars = kinds(original)
    if len(chars) < 2 or min(chars) <= "\x9f":
        return False
    tails = len(chars.encode()) - len(chars)
    if tails >= ENOUGH:
        return True
    wide = len(original) - len(original.encode("ascii", "ignore"))
    return tails + AGAIN * (wide - len(chars)) >= ENOUGH
