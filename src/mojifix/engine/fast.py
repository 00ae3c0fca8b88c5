"""The fast road: is there anything to repair, and does one chain explain all of it?

Most texts leave here, clean or repaired. Whatever else is needed is loaded when it is first
needed: all searches together take as long to load as some hundred rows to repair.
"""

from __future__ import annotations

from functools import lru_cache

from mojifix.config import DEFAULT, Config
from mojifix.engine.decide import CERTAIN
from mojifix.engine.look import look, looks
from mojifix.engine.oddness import odd
from mojifix.engine.sure import chain_of
from mojifix.kernel import Door, plain
from mojifix.kernel.bits import FORMS, LEFT, ODD, SPELLED, WIDE
from mojifix.plausibility.oddity import scanner


@lru_cache(maxsize=1)
def door() -> Door:
    """The one door, made when a text that is not ASCII is first met."""
    return Door(looks(), scanner())


def fires(text: str, config: Config = DEFAULT) -> bool:
    """Is there anything in a text that may be damage?"""
    if config.channels and _named(text, config):
        return True
    if plain(text):
        return False
    seen = look(text) if text.isascii() else door()(text)
    if seen in (0, ODD):
        return bool(seen)
    if seen & FORMS or (seen & WIDE and _replaced(text)):
        return True
    if seen & SPELLED and _spelled(text):
        return True
    return not text.isascii() and (scanner().stirs(text) or bool(seen & LEFT and _joins(text)))


def undone(text: str, config: Config) -> str | None:
    """What a text was, if one chain explains it beyond doubt and nothing else is to be repaired."""
    if config.channels is not None or config.min_confidence > CERTAIN or look(text) & FORMS:
        return None
    found = chain_of(text, config.max_layers)
    if found is None:
        return None
    original = found[1]
    # Whether it is odd, those who found the chain have asked.
    seen = look(original)
    if not seen & (FORMS | SPELLED | LEFT) and not odd(original):
        return None if seen & WIDE and _replaced(original) else original
    return None if fires(original, config) else original


def _named(text: str, config: Config) -> bool:
    from mojifix.engine.escaped import named_worth

    return named_worth(text, config)


def _replaced(text: str) -> bool:
    from mojifix.engine.replaced import replaced

    return replaced(text)


def _spelled(text: str) -> bool:
    from mojifix.engine.escaped import escapes_worth
    from mojifix.engine.flattened import flattened_worth
    from mojifix.engine.replaced import questioned

    return escapes_worth(text) or flattened_worth(text) or questioned(text)


def _joins(text: str) -> bool:
    from mojifix.engine.left import left

    return left().joins(text)
