"""What may a run of characters have been? All originals that UTF-8 misreadings lead from.

A *run* is a longest stretch of non-ASCII characters: a single-byte codec never touches ASCII,
so damage stays inside of it, layer under layer. A run is tried as a whole first; where that
fails (a clean quotation mark next to damage, a cut sequence), the well-formed sequences inside
of it are undone and the rest stays, and the pieces say where the damage is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from mojifix.channels.misread import Misread, misread
from mojifix.channels.singlebyte import TableCodec
from mojifix.engine.readers import LAYER, price_of, readers, sequences
from mojifix.errors import ChannelError

RUN = re.compile(r"[^\x00-\x7f]+")

MAX_OPTIONS = 48
"""Originals kept for a run. Real damage has a handful of chains; an adversary may have more."""
WINDOWS, MAC = "windows-1252>iso-8859-1", "mac-roman>iso-8859-1"
BYTES_LEFT = {WINDOWS: 10.0, MAC: 13.0}
"""Nats against C1 controls being bytes of these codecs, which were read as ISO-8859-1. Any reading
of a control is a gain, so the gain must be that of a character that fits its place (28 nats; in
noise it is 10 to 17). Mac OS is less usual by as much as in :mod:`.controls`."""
ALONE = re.compile("[^\x00-\x7f\xa0-\u2e7f\U00010000-\U0010ffff]")
"""A character that one or two bytes of UTF-8, or a C1 control, may have become all by itself:
U+0080 to U+009F and U+2E80 to U+FFFF. (Python compiles large ranges a code point at a time, so
those that are left out are named: 3 ms less.)"""
C1 = re.compile("[\x80-\x9f]")
EXCHANGED = re.compile("‰Û|Ì[^\x00-\x7f]")
"""What is left of ``â€`` and of ``Ã``."""
EXCHANGE = 3.0
"""Nats against it, on top of what any further layer costs."""
_LEFT_BYTES = re.compile("[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]+")
"""C1 controls that are characters in windows-1252: bytes that were taken for ISO-8859-1."""

MIXED = 3.0
"""Nats against two layers through different readers. What misreads a text twice is most often the
same program."""
_WESTERN = {"windows-1252", "iso-8859-1"}

_LISTED = "\x82\x83\x84"
"""Controls in order, as in a list of them. As signs of windows-1252 they make no sense."""

FIRST_WIDE = "\u2000"
"""No reader of several bytes a character writes much below this, and clean Latin ends there."""
_CORNER = re.compile("[\u2500-\u257f]{2}")
_LONG_S = "ſ"

LONG = 256
"""Code points from which on a run is not remembered: it will hardly be met again."""


class Piece(NamedTuple):
    """``run[start:end]`` was ``text``."""

    start: int
    end: int
    text: str


class Option(NamedTuple):
    """One way in which a run may have been damaged."""

    steps: tuple[Misread, ...]
    """The chain, first damage first."""
    text: str
    """The whole run, undone."""
    pieces: tuple[Piece, ...]
    """The damaged stretches of the run."""
    price: float
    """How unusual the chain is, in nats."""


def options(run: str, layers: int) -> Mapping[tuple[Misread, ...], Option]:
    """The ways in which UTF-8 misreadings can have led to ``run``, the most usual first."""
    return _options(run, layers) if len(run) > LONG else _remembered(run, layers)


@lru_cache(maxsize=8192)
def _remembered(run: str, layers: int) -> Mapping[tuple[Misread, ...], Option]:
    return _options(run, layers)


def _options(run: str, layers: int) -> Mapping[tuple[Misread, ...], Option]:
    found: dict[tuple[Misread, ...], Option] = {}
    for channel, pieces in _peel(run):
        price = BYTES_LEFT.get(channel.name) or price_of(channel.read.name)
        text = splice(run, pieces)
        found[(channel,)] = Option((channel,), text, pieces, price)
        if layers > 1:
            for deeper in _deeper(channel, pieces, layers - 1):
                steps = (*deeper.steps, channel)
                mixed = 0.0 if _alike(channel, deeper.steps[-1]) else MIXED
                again = Option(
                    steps,
                    splice(run, deeper.pieces),
                    deeper.pieces,
                    price + LAYER + mixed + deeper.price,
                )
                found.setdefault(steps, again)
    if layers > 1:
        found.update((option.steps, option) for option in _exchanged(run, layers))
    if len(found) > MAX_OPTIONS:
        ranked = sorted(found.values(), key=lambda o: o.price)
        return {option.steps: option for option in ranked[:MAX_OPTIONS]}
    return found


def _alike(one: Misread, other: Misread) -> bool:
    names = {one.read.name, other.read.name}
    return len(names) == 1 or names <= _WESTERN


def _exchanged(run: str, layers: int) -> Iterator[Option]:
    """UTF-8 misreadings of which a Mac page was then taken for a Windows page.

    What spreadsheets on a Mac export, others read so: ``‰Ûª`` was ``â€™``. By itself that is a
    legacy pair, which is looked for elsewhere.
    """
    if not EXCHANGED.search(run):
        return
    channel = misread("mac-roman", "windows-1252")
    for deeper in _deeper(channel, _whole(run, channel), layers - 1):
        price = EXCHANGE + LAYER + deeper.price
        steps = (*deeper.steps, channel)
        yield Option(steps, splice(run, deeper.pieces), deeper.pieces, price)


def _deeper(channel: Misread, pieces: tuple[Piece, ...], layers: int) -> list[Option]:
    """Chains that go on under the pieces, as far as they go on.

    Under a piece there may be damage next to what was clean; single-byte misreadings act
    character by character, so each part is found again in the run by its length once damaged.
    """
    by_steps: dict[tuple[Misread, ...], list[Piece]] = {}
    prices: dict[tuple[Misread, ...], float] = {}
    for piece in pieces:
        for match in RUN.finditer(piece.text):
            for option in options(match.group(), layers).values():
                prices.setdefault(option.steps, option.price)
                found = by_steps.setdefault(option.steps, [])
                for start, end, text in option.pieces:
                    inner = match.start() + start, match.start() + end
                    outer = _outer(channel, piece, *inner, text)
                    if outer is not None:
                        found.append(outer)
    return [
        Option(steps, "", tuple(found), prices[steps]) for steps, found in by_steps.items() if found
    ]


def _outer(channel: Misread, piece: Piece, start: int, end: int, text: str) -> Piece | None:
    """What was found at ``piece.text[start:end]``, placed in the run the piece comes from.

    None where the reader of several bytes a character cut it elsewhere.
    """
    if start == 0 and end == len(piece.text):
        return Piece(piece.start, piece.end, text)
    try:
        left = piece.start + len(channel.damage(piece.text[:start]))
        right = left + len(channel.damage(piece.text[start:end]))
    except ChannelError:
        return None
    return Piece(left, right, text)


def _peel(run: str) -> list[tuple[Misread, tuple[Piece, ...]]]:
    """Every reader through which at least one well-formed sequence shows, with the pieces."""
    table = readers()
    found: list[tuple[Misread, tuple[Piece, ...]]] = []
    bits = table.units(run) if len(run) > 1 else 0
    if bits:
        whole = table.whole(run) & bits
        for i, channel in enumerate(table.single):
            if bits >> i & 1:
                pieces = _whole(run, channel) if whole >> i & 1 else ()
                if not pieces and (pieces := _pairs(run, channel)):
                    found.append((misread("cesu-8", channel.read.name), pieces))
                    continue
                pieces = pieces or _parts(run, channel)
                if pieces:
                    found.append((channel, pieces))
    if C1.search(run) and _LISTED not in run:
        # Beside other damage, controls are bytes of that.
        for name in BYTES_LEFT if _LEFT_BYTES.fullmatch(run) else (WINDOWS,):
            channel = misread(*name.split(">"))
            pieces = tuple(
                Piece(match.start(), match.end(), channel.undo(match.group())[0])
                for match in _LEFT_BYTES.finditer(run)
            )
            if pieces:
                found.append((channel, pieces))
    bits = table.starts(run[0]) if run[0] >= FIRST_WIDE else 0
    if bits:
        for i, channel in enumerate(table.multi):
            if bits >> i & 1:
                pieces = _whole(run, channel)
                if pieces:
                    found.append((channel, pieces))
    return found


def _whole(run: str, channel: Misread) -> tuple[Piece, ...]:
    undone = channel.undo(run)
    if not undone or is_drawn(run, undone[0]):
        return ()
    return (Piece(0, len(run), undone[0]),)


def is_drawn(seen: str, original: str) -> bool:
    """Is it line art (``┼┐``) that would become a letter of old prints?"""
    return _LONG_S in original and _CORNER.search(seen) is not None


def _pairs(run: str, channel: Misread) -> tuple[Piece, ...]:
    """The run undone as CESU-8, if it holds surrogate pairs written as three bytes each."""
    chars = channel.read.chars
    surrogate = chars[0xED]
    if surrogate is None or surrogate not in run:
        return ()
    return _whole(run, misread("cesu-8", channel.read.name))


def _parts(run: str, channel: Misread) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    assert isinstance(channel.read, TableCodec)
    for start, end in sequences(run, channel.read):
        undone = channel.undo(run[start:end])
        if undone and not is_drawn(run[start:end], undone[0]):
            pieces.append(Piece(start, end, undone[0]))
    return tuple(pieces)


def splice(text: str, pieces: Iterable[Piece]) -> str:
    """The text with the pieces put in."""
    parts: list[str] = []
    at = 0
    for start, end, new in pieces:
        parts += text[at:start], new
        at = end
    parts.append(text[at:])
    return "".join(parts)
