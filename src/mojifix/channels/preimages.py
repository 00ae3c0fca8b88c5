"""Pre-images: which characters come out as what, when a chain runs over all of them at once.

The general generator of candidates for chains that lose information. Instead of inverting a
chain, run it forward over an inventory of characters that people write, and turn the result
around. Whole lines are damaged in one call, so that 20,000 characters take milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable

from mojifix.channels.misread import Misread
from mojifix.errors import ChannelError
from mojifix.model import Chain, Channel

_REFUSED = "\uffff"
"""Stands for an undefined byte while lines are damaged together: a noncharacter, in no codec."""


def preimages(chain: Chain, inventory: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What ``chain`` makes of each item of ``inventory``, turned around.

    Maps each damaged string to the items that become it, in the order of the inventory. Items
    that the chain refuses, leaves as they are, or destroys without a trace are left out.
    """
    items = list(dict.fromkeys(inventory))
    damaged: list[str | None] = list(items)
    for step in chain:
        damaged = _damage_all(step, damaged)
    found: dict[str, list[str]] = {}
    for item, after in zip(items, damaged):
        if after and after != item:
            found.setdefault(after, []).append(item)
    return {after: tuple(before) for after, before in found.items()}


def _damage_all(step: Channel, items: list[str | None]) -> list[str | None]:
    given = [item for item in items if item is not None]
    together = _together(step, "\n".join(given))
    after = None if together is None else together.split("\n")
    if after is None or len(after) != len(given) or _REFUSED in "".join(given):
        results = [_alone(step, item) for item in given]
    elif together is not None and _REFUSED in together:
        results = [None if _REFUSED in line else line for line in after]
    else:
        results = list(after)
    if len(given) == len(items):
        return results
    left = iter(results)
    return [None if item is None else next(left) for item in items]


def _together(step: Channel, lines: str) -> str | None:
    try:
        if isinstance(step, Misread):
            return step.damage_marking(lines, _REFUSED)
        return step.damage(lines)
    except ChannelError:
        return None


def _alone(step: Channel, item: str) -> str | None:
    try:
        return step.damage(item)
    except ChannelError:
        return None
