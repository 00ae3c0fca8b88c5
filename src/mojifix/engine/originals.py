"""What a chain that loses something may have been run over, asked for one beginning at a time.

Chains of UTF-8 damage are run forward over the characters that people write, and turned around
(:func:`mojifix.channels.preimages`). For all 2,500 of them that takes 5 milliseconds a chain, and
each reader has a dozen chains; but what a text can hold begins with one of its own characters.
Characters that share their lead byte begin alike when they are misread, so only the few that begin
as asked are run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from mojifix.channels.misread import Misread
from mojifix.channels.preimages import each_damaged
from mojifix.engine.emoji import emoji
from mojifix.engine.harm import worse
from mojifix.plausibility.model import UNIT, load

if TYPE_CHECKING:
    from mojifix.model import Chain

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f")
"""Nothing tells that one of these was lost rather than never there. Line art neither."""
RAREST = 11 * UNIT
"""Cost, in the language that has most of it, above which a letter is hardly anybody's: ʖ and its
like, which the training text has in emoticons."""


SIGNS = (
    "←↑→↓↔↕⇐⇒⇔↩↪⟶➔➜➡⬅⬆⬇∂∏∑−√∞∩∫≈≠≡≤≥■□▪▫▬▲△▶►▼▽◀◄◆◇◊○◎●◦☀★☆☎☑☕☝☺♀♂♠♣♥♦♪♫♻⚠⚡⚽"
    "✂✅✈✉✌✓✔✕✖✗✘✦✧✨❌❓❖❗❣❤❮❯➕⏰⏳⭐"
)
"""Arrows, operators, figures and emoji that web pages have everywhere. All others beyond U+2190 are
too rare to be what was lost, and most of these the training text has nowhere. A judgment."""
_FIRST_SIGN, _LAST_SIGN = "\u2190", "\u2bff"
_ENCLOSED, _LAST_ENCLOSED = "\u2460", "\u24ff"
"""Numbers and letters in circles, which East Asia writes in its lists."""
_CURVED = "⤴⤵"
"""Emoji that hardly anybody sends."""
_CURRENCY = "₣₤₦₩₪₫€₱₴₸₹₺₽₾₿"
"""Signs of currencies that may have been lost: the others are out of use, or hardly set."""
SIGN = 200
"""What such a sign costs that the training text has not, as others do that it has."""


def _costs() -> dict[str, int]:
    """What the characters cost that may have been lost."""
    found = {
        char: cost
        for char, cost in load().inventory.items()
        if not _FIRST_SIGN <= char <= _LAST_SIGN
        and not "\u203c" <= char <= "\u206f"
        and not ("\u20a0" <= char <= "\u20cf" and char not in _CURRENCY)
    }
    return found | {char: load().inventory.get(char, SIGN) for char in SIGNS}


@lru_cache(maxsize=8192)
def is_rare(char: str) -> bool:
    """Is it an arrow, operator or figure that neither the training text has nor many pages?

    Or an ideograph of Extension A, which nearly all are of dictionaries only.
    """
    if char in SIGNS or load().has(char) or _ENCLOSED <= char <= _LAST_ENCLOSED:
        return False
    if _FIRST_SIGN <= char <= _LAST_SIGN:
        return char not in emoji() or char in _CURVED
    return "\u3400" <= char <= "\u4dbf"


@lru_cache(maxsize=1)
def usual_originals() -> Mapping[str, int]:
    """The characters that are tried as what was lost, the most usual first, and their rank."""
    usual = _costs()
    found = (
        c
        for c, cost in usual.items()
        if c > "\x7f"
        and c not in INVISIBLE
        and not worse("", c)
        and not (c.isalpha() and cost > RAREST)
    )
    return {c: rank for rank, c in enumerate(sorted(found, key=lambda c: (usual[c], c)))}


@lru_cache(maxsize=1)
def _by_lead() -> Mapping[int, Sequence[str]]:
    """The usual originals by the first byte of their UTF-8."""
    found: dict[int, list[str]] = {}
    for char in usual_originals():
        found.setdefault(char.encode()[0], []).append(char)
    return found


class Originals:
    """What some chains of UTF-8 damage may have been run over.

    Worked out for one beginning at a time, when it is met. All that a reader may have left takes 15
    milliseconds, and hardly any of it is ever seen.
    """

    __slots__ = ("_chains", "_firsts", "_leads", "_made", "_seen")

    def __init__(self, chains: Sequence[Chain]) -> None:
        self._chains = chains
        self._leads: list[dict[str, list[int]]] = []
        """For each chain, the lead bytes by what is first seen of their characters: nothing of it
        where the chain drops the lead."""
        for chain in chains:
            leads: dict[str, list[int]] = {}
            for byte in _by_lead():
                first = _first(chain, byte)
                if first is not None:
                    leads.setdefault(first, []).append(byte)
            self._leads.append(leads)
        self._firsts = frozenset[str]().union(*self._leads)
        """What may be seen first; nothing, where a chain drops a lead, stands for anything."""
        self._made: dict[str, list[tuple[int, Mapping[str, str]]]] = {}
        self._seen: dict[str, Seen] = {}

    def beginning(self, first: str) -> Seen:
        """What any of the chains makes that begins with a character, if that is not ASCII."""
        found = self._seen.get(first)
        if found is None:
            self._made[first] = made = list(self._making(first))
            found = self._seen[first] = Seen(seen for _, one in made for seen in one)
        return found

    def of(self, seen: str) -> Iterator[tuple[int, str]]:
        """Which chains (by number) make ``seen`` of which characters, the most usual first."""
        self.beginning(seen[0])
        for number, made in self._made[seen[0]]:
            if seen in made:
                yield number, made[seen]

    def _making(self, first: str) -> Iterator[tuple[int, Mapping[str, str]]]:
        if first <= "\x7f" or (first not in self._firsts and "" not in self._firsts):
            return
        rank = usual_originals()
        for number, (chain, leads) in enumerate(zip(self._chains, self._leads, strict=True)):
            chars = [
                char
                for byte in (*leads.get(first, ()), *leads.get("", ()))
                for char in _by_lead()[byte]
            ]
            chars.sort(key=rank.__getitem__)
            # Strings, no tuples: the garbage collector looks at those again and again.
            made: dict[str, str] = {}
            for char, seen in zip(chars, each_damaged(chain, chars), strict=True):
                if seen and seen[0] == first and seen != char:
                    made[seen] = made.get(seen, "") + char
            if made:
                yield number, made


def _first(chain: Chain, byte: int) -> str | None:
    """What is seen first of characters with this lead byte; None where the chain refuses them."""
    misreading, *losses = chain
    assert isinstance(misreading, Misread)
    try:
        seen = misreading.read.decode(bytes((byte,)))
    except UnicodeDecodeError:
        return None
    for step in losses:
        seen = step.damage(seen)
    return seen[:1]


class Seen:
    """What chains may have left that begins with one and the same character."""

    __slots__ = ("_all", "_lengths")

    def __init__(self, seen: Iterable[str]) -> None:
        self._all = frozenset(seen)
        self._lengths = sorted({len(one) for one in self._all}, reverse=True)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def at(self, text: str, i: int) -> Iterator[str]:
        """All of it that stands at ``text[i]``, longest first."""
        for length in self._lengths:
            one = text[i : i + length]
            if len(one) == length and one in self._all:
                yield one
