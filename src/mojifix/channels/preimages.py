"""Pre-images: which characters come out as what, when a chain runs over all of them at once.

The general generator of candidates for chains that lose information. Instead of inverting a
chain, run it forward over an inventory of characters that people write, and turn the result
around. Whole lines are damaged in one call, so that 20,000 characters take milliseconds; where a
channel looks beyond a line, or refuses some of them, it is asked about them one by one.
"""

from __future__ import annotations

from collections.abc import Iterable

from mojifix.channels.misread import Misread
from mojifix.channels.singlebyte import TableCodec
from mojifix.errors import ChannelError
from mojifix.model import Chain, Channel

_REFUSED = "\uffff"
"""Stands for an undefined byte while lines are damaged together: a noncharacter, in no codec."""


def preimages(chain: Chain, inventory: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What ``chain`` makes of each item of ``inventory``, turned around.

    Maps each damaged string to the items (characters or short strings) that become it, in the
    order of the inventory. Items that the chain refuses, leaves as they are, or destroys without
    a trace are left out. Each item is damaged as if it stood alone.
    """
    items = list(dict.fromkeys(inventory))
    found: dict[str, list[str]] = {}
    for item, after in zip(items, each_damaged(chain, items), strict=True):
        if after and after != item:
            found.setdefault(after, []).append(item)
    return {after: tuple(before) for after, before in found.items()}


def each_damaged(chain: Chain, items: Iterable[str]) -> list[str | None]:
    """What ``chain`` makes of each item, as if it stood alone; None where it refuses one."""
    damaged: list[str | None] = list(items)
    for step in chain:
        damaged = _damaged(step, damaged)
    return damaged


def _damaged(step: Channel, items: list[str | None]) -> list[str | None]:
    if isinstance(step, Misread) and isinstance(step.written, TableCodec):
        # One character that the page lacks would spoil the call for all.
        has = frozenset(step.written.byte_of)
        items = [item if item is not None and has.issuperset(item) else None for item in items]
    given = [item for item in items if item is not None]
    results = _together(step, given)
    if results is None:
        results = [_alone(step, item) for item in given]
    if len(given) == len(items):
        return results
    left = iter(results)
    return [None if item is None else next(left) for item in items]


def _together(step: Channel, items: list[str]) -> list[str | None] | None:
    """All items damaged in one call, or None where that could give other results."""
    if not getattr(step, "by_character", False):
        return None
    joined = "\n".join(items)
    if _REFUSED in joined:
        return None
    try:
        if isinstance(step, Misread):
            damaged = step.damage_marking(joined, _REFUSED)
        else:
            damaged = step.damage(joined)
    except ChannelError:
        return None
    lines = damaged.split("\n")
    if len(lines) != len(items):
        return None
    if _REFUSED in damaged:
        return [None if _REFUSED in line else line for line in lines]
    return [*lines]


def _alone(step: Channel, item: str) -> str | None:
    try:
        if isinstance(step, Misread):  # without wording a refusal, which costs ten times as much
            return step.read.decode(step.written.encode(item))
        return step.damage(item)
    except (UnicodeError, ChannelError):
        return None
