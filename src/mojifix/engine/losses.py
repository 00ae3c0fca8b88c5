"""Chains that lose information: what can they have been run over to give what we see?

Theory of operation. The chain is run forward over the characters that people write; turned
around, this is a table from what we see to the characters it may have been
(:mod:`.originals`). Where an entry of the table stands in the text, there are
several readings; a beam search through the site keeps the most plausible ones. A reading that
keeps a character as it is costs nothing, so genuine letters stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining

from mojifix.channels import channels, parse
from mojifix.engine.belief import Belief
from mojifix.engine.harm import symbol
from mojifix.engine.leads import ALONE
from mojifix.engine.originals import SIGNS, Originals
from mojifix.engine.readers import LONGEST_SEQUENCE, PRIOR, long_sequence, single_byte
from mojifix.engine.undo import Piece
from mojifix.model import Chain
from mojifix.plausibility.chars import FIRST_OTHER
from mojifix.plausibility.model import UNIT, Plausibility, load

# Readers with C1 controls, NBSP or soft hyphens at continuation bytes, so that a later step
# that drops or flattens these takes bytes away.
READERS = (
    *ALONE, "windows-1254", "windows-1250", "windows-1253", "windows-1251", "windows-1256",
    "windows-1257", "iso-8859-4", "iso-8859-13", "windows-874", "windows-1258", "windows-1255",
)  # fmt: skip
RARELY_ALONE = 8.0
"""Nats more for a reader that has so few bytes to lose (a few undefined ones, NBSP) that where it
lost some it will have damaged other places without a loss."""

DROP_NBSP = "drop-nbsp"

# What the later step did, the most usual first; each with its price in nats on top of the
# misreading's. An entry of a table carries the first chain that explains it.
VARIANTS: tuple[tuple[tuple[str, ...], float], ...] = (
    ((), 0.0),
    (("drop-c1",), 1.0),
    (("nbsp-to-space",), 1.5),
    (("drop-c1", "nbsp-to-space"), 1.5),
    (("drop-c1", DROP_NBSP), 4.0),
    (("drop-c1", "drop-shy"), 2.0),
    (("nfkc",), 3.0),
)
# What the reader itself wrote for bytes that it leaves undefined, and what that costs.
POLICIES = (("fffd", 0.5), ("question", 2.0))

SQUEEZED = 3.0
"""Nats for what is left of a letter beside a blank or at the end of a text, where programs that
tidy up white space drop NBSP, over NBSP dropped anywhere. A judgment: what is left of ``à`` beside
a blank (``Ã s``, ``jusqu'Ã nos``) is common in real text, within a word it is not."""

LOSS = 1.0
"""Nats for a loss on top of a misreading, more than for the misreading alone."""

LETTER = 2.0
"""Nats against a letter as what was lost: where C1 controls were dropped, most of what the reader
damaged shows more than that."""
SIGN = 4.0
"""Nats against a sign other than punctuation, currency and the like as what was lost."""
BEAM = 6
"""Readings of a site that are kept. Of 5,884 damaged texts 12 restore no more, 4 one less."""
MOST = 40
"""Originals of one entry that are tried, the most usual first."""
LONGEST = 40
"""Places of a site at which something may be lost, at most; the work grows with their number. No
development sentence that came back had 30 in a site, and with 160 no more of them came back."""
CONTEXT = 24
"""Code points on either side of a place, of the word that it is in, that say what it was."""


_BLANKS = ("", " ", "\n", "\r", "\t")


class Entry(NamedTuple):
    """What an entry may have been, through which chain, at what price (sixteenths of a nat)."""

    original: str
    chain: Chain
    price: int
    script: int
    """The script of the original, ``NO_LETTER`` where it is none."""


NO_LETTER = -1
NBSP = "\xa0"
UNSEEN = 4.0
"""Nats in favor of NBSP: of web text it takes up one space in some hundred, and the model has
hardly seen it."""
REPLACED = "\ufffd"
RARE = frozenset("\u2010\u2011\u2012\u2015\u201b\u201f\u2032\u2033")
RARELY = 3.0
"""Nats against signs for which nearly everybody sets another one: a hyphen, a dash, a mark."""
DAGGER = 7.0
"""The same of a dagger, which looks like a quotation mark and a blank once its NBSP is gone."""


def _script(char: str, model: Plausibility) -> int:
    cls = model.table[char].cls
    return cls if cls < FIRST_OTHER else NO_LETTER


def _unusual(char: str, model: Plausibility) -> float:
    """Nats against a sign that is no letter and hardly ever stands in running text."""
    if char in RARE:
        return RARELY
    if char == "†":
        return DAGGER
    usual = "\xa0" <= char <= "\xbf" or "\u2010" <= char <= "\u203a" or char in "€™"
    return 0.0 if usual or _script(char, model) != NO_LETTER else SIGN


def _extra(char: str, chain: Chain, model: Plausibility) -> float:
    """Nats on top of what a chain costs, for what it lost."""
    if char == NBSP and chain.steps[-1].name != DROP_NBSP:
        return -UNSEEN
    letter = _script(char, model) != NO_LETTER and len(chain) > 1
    return LETTER if letter else _unusual(char, model)


class Reading(NamedTuple):
    """A site as it may have read."""

    cost: int
    text: str
    pieces: tuple[Piece, ...]


class Table:
    """What the losses after one misreading look like, and what it may all have been."""

    __slots__ = (
        "_chains",
        "_entries",
        "_read",
        "originals",
        "price",
        "reader",
    )

    def __init__(self, reader: str) -> None:
        known = {channel.name for channel in channels()}
        self.reader = reader
        self._read = single_byte(reader)
        self.price = PRIOR[reader] + LOSS + (0.0 if reader in ALONE else RARELY_ALONE)
        self._chains = [
            (parse(f"utf-8>{reader}", *losses), price)
            for losses, price in VARIANTS
            if known.issuperset(losses)
        ]
        self._chains += [(parse(f"utf-8>{reader}/{policy}"), price) for policy, price in POLICIES]
        self.originals = Originals([chain for chain, _ in self._chains])
        """What may be seen, and what it was."""
        self._entries: dict[str, dict[str, Entry]] = {}

    def entries(self, seen: str) -> dict[str, Entry]:
        """What an entry may have been, by its originals."""
        found = self._entries.get(seen)
        if found is None:
            model = load()
            found = self._entries[seen] = {}
            for number, originals in self.originals.of(seen):
                chain, price = self._chains[number]
                for o in originals[:MOST]:
                    if o not in found and not _bare(o, seen, chain):
                        cost = round((price + _extra(o, chain, model)) * UNIT)
                        found[o] = Entry(o, chain, cost, _script(o, model))
            for o in _rivals(found):
                del found[o]
        return found

    def at(self, text: str, i: int) -> list[str]:
        """The entries that stand at ``text[i]``, longest first."""
        starting = self.originals.beginning(text[i])
        found = [seen for seen in starting.at(text, i) if not _cuts(text, i + len(seen))]
        if found:  # Where nothing was lost of a character, no less of it is left.
            whole = long_sequence(text[i : i + LONGEST_SEQUENCE], self._read)
            found = [seen for seen in found if len(seen) >= whole]
        # What the reader could not read belongs to the character that it stands in.
        return [seen for seen in found if REPLACED in seen] or found

    def readings(
        self, text: str, *, left: bool, right: bool, belief: Belief, opening: int = 0
    ) -> list[Reading]:
        """The most plausible readings of a site, best first; one of them may leave it alone.

        ``opening`` is what speaks against a small letter at its beginning.
        None for a site with more than ``LONGEST`` losses: so many side by side leave nothing that
        could be told.
        """
        search = _Search(self, text, belief, begins=left, ends=right, opening=opening)
        entries = [self.at(text, i) for i in range(len(text))]
        if sum(map(bool, entries)) > LONGEST:
            return []
        beams: dict[int, list[Reading]] = {0: [Reading(0, "", ())]}
        at = 0
        while at < len(text):
            here = beams.pop(at)
            if entries[at] and len(here) > BEAM:
                here = sorted(here)[:BEAM]
            end = at + 1
            while end < len(text) and not entries[end] and end not in beams:
                end += 1
            for seen in entries[at]:
                beams.setdefault(at + len(seen), []).extend(search.on(here, seen, at))
                end = min(end, at + len(seen))
            kept = text[at:end]
            beams.setdefault(end, []).extend(Reading(r.cost, r.text + kept, r.pieces) for r in here)
            at = end
        exact = [
            Reading(
                belief.cost(r.text, left=left, right=right)
                + sum(self.price_of(text, piece, opening) for piece in r.pieces),
                r.text,
                r.pieces,
            )
            for r in sorted(beams.pop(len(text), []))[:BEAM]
        ]
        return sorted(exact)

    def price_of(self, text: str, piece: Piece, opening: int = 0) -> int:
        """What the chain of a piece costs in its place."""
        entry = self._entry(text, piece)
        if not opening or text[: piece.start].strip():
            opening = 0
        return entry.price + self.where(entry, text[piece.end : piece.end + 1], opening)

    @staticmethod
    def where(entry: Entry, after: str, opening: int) -> int:
        """What the place changes in the price of an entry."""
        more = opening if entry.original.islower() else 0
        if (
            entry.script != NO_LETTER
            and entry.chain.steps[-1].name == DROP_NBSP
            and after in _BLANKS
        ):
            more -= round(SQUEEZED * UNIT)
        return more

    def chain_of(self, text: str, piece: Piece) -> Chain:
        """The chain of a piece."""
        return self._entry(text, piece).chain

    def _entry(self, text: str, piece: Piece) -> Entry:
        return self.entries(text[piece.start : piece.end])[piece.text]


def _rivals(originals: Iterable[str]) -> list[str]:
    """The arrows, figures and emoji among some originals, if there are several: none is usual."""
    signs = [o for o in originals if o in SIGNS]
    return signs if len(signs) > 1 else []


class _Search:
    """Goes on from a reading: what the entries at a place make it cost.

    The costs of readings are differences to leaving all as it is. What stands after the place, up
    to the end of the word, is part of both: half a word says little (``Ü`` alone is nobody's).
    """

    __slots__ = ("_begins", "_belief", "_ends", "_opening", "_table", "_text")

    def __init__(
        self, table: Table, text: str, belief: Belief, *, begins: bool, ends: bool, opening: int
    ) -> None:
        self._opening = opening
        self._table = table
        self._text = text
        self._belief = belief
        self._begins = begins
        self._ends = ends

    def on(self, readings: Iterable[Reading], seen: str, at: int) -> Iterator[Reading]:
        """The readings with what ``seen``, which stands at ``at``, may have been.

        Of what each may go on with, only as much as the beam has room for.
        """
        end = at + len(seen)
        known: dict[tuple[str, bool], list[tuple[int, str, Piece]]] = {}
        for reading in readings:
            start = max(reading.text.rfind(" "), len(reading.text) - CONTEXT, 0)
            context = reading.text[start:], start == 0
            found = known.get(context)
            if found is None:
                opening = 0 if self._text[:at].strip() else self._opening
                more = sorted(self._more(context[0], seen, end, opening, first=context[1]))[:BEAM]
                found = known[context] = [(cost, o, Piece(at, end, o)) for cost, o in more]
            for cost, original, piece in found:
                yield Reading(
                    reading.cost + cost, reading.text + original, (*reading.pieces, piece)
                )

    def _more(
        self, before: str, seen: str, end: int, opening: int, *, first: bool
    ) -> Iterator[tuple[int, str]]:
        """By how much each original of ``seen`` costs more than ``seen`` itself."""
        text, model = self._text, self._belief.model
        stop = _word_end(text, end)
        rest = text[end:stop]
        begins, ends = self._begins and first, self._ends and stop == len(text)
        cost = self._belief.cost
        now = cost(before + seen + rest, left=begins, right=ends)
        scripts = {_script(char, model) for char in before[-1:]}
        if rest and rest[0] < "\x80":
            scripts.add(_script(rest[0], model))
        after = text[end : end + 1]
        for entry in self._table.entries(seen).values():
            # Two scripts never meet inside of a word, nor do letters meet at a symbol.
            if entry.script != NO_LETTER and scripts - {NO_LETTER, entry.script}:
                continue
            if symbol(entry.original, before[-1:], after):
                continue
            new = cost(before + entry.original + rest, left=begins, right=ends)
            price = entry.price + self._table.where(entry, after, opening)
            yield new - now + price, entry.original


def _word_end(text: str, start: int) -> int:
    """The end of the word that goes on at ``start``, and the blank after it."""
    blank = text.find(" ", start, start + CONTEXT)
    return blank + 1 if blank >= 0 else min(start + CONTEXT, len(text))


def _bare(original: str, seen: str, chain: Chain) -> bool:
    """Is it an NBSP of which only the lead is left, and not the one that everybody has seen?"""
    return original == NBSP and seen != "Â" and chain.steps[-1].name == DROP_NBSP


def _cuts(text: str, at: int) -> bool:
    """Would what ends here leave a mark behind, with or without its blank?

    NFKC makes a blank with a mark on it of ``¨`` and its like.
    """
    if text[at : at + 1] == " ":
        at += 1
    elif text[at - 1] != " ":
        return False
    return at < len(text) and combining(text[at]) > 0


@lru_cache(maxsize=64)
def table(reader: str) -> Table:
    """The table of ``utf-8>reader`` with losses after it, built when first needed."""
    return Table(reader)
