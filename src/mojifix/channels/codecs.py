"""The codecs by name.

Theory of operation. :mod:`.catalogue` says which codecs there are. A single-byte codec is a
table of 256 characters (:mod:`.singlebyte`); the others let Python's codec do the work and add
the few codes that it lacks (:mod:`.multibyte`, :mod:`.utf16`). Either way the bytes run through
C, and a codec makes its tables when it is first used, so that importing this module builds none.

The catalogue is strict: a byte or character without a counterpart raises. A decoder that writes
something else instead is a codec of its own, named after what it does: ``iso-8859-7/fffd``
(:mod:`.policies`).

Windows code pages leave some bytes undefined. Decoders in the field (browsers, by the WHATWG
Encoding Standard; Windows; ftfy's "sloppy" codecs) read them as the character of the same
number, which is the C1 control where the byte is below A0. So does this catalogue. ISO, Mac and
DOS pages keep their holes.
"""

from __future__ import annotations

import copyreg
from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from mojifix.channels.base import POLICY, Codec
from mojifix.channels.catalogue import ROWS, Row
from mojifix.channels.multibyte import DirectCodec
from mojifix.channels.pairs import PairCodec
from mojifix.channels.policies import lenient
from mojifix.channels.singlebyte import TableCodec, catalogue_table
from mojifix.channels.utf16 import FormCodec, form
from mojifix.errors import ChannelError

__all__ = ["CODECS", "Codec", "closest", "codec"]


def codec(name: str) -> Codec:
    """The codec of this name or alias; case, blanks and punctuation don't matter.

    Raises ``ChannelError`` for a name that is not in the catalogue.
    """
    found = _MADE.get(name)
    if found is not None:
        return found
    plain, slash, policy = name.partition(POLICY)
    row = _ROWS.get(_key(plain))
    if row is None:
        known = [alias for row in ROWS for alias in (row.name, *row.aliases)]
        raise ChannelError("unknown codec", where=repr(name), remedy=closest(plain, known))
    if not slash:
        return _MADE[row.name]
    policy = policy.strip().lower()
    variant = f"{row.name}{POLICY}{policy}"
    found = _MADE.get(variant)
    if found is None:
        found = _MADE.setdefault(variant, lenient(row, policy))
    return found


def closest(name: str, known: Iterable[str]) -> str:
    """A remedy: which of the ``known`` names may be meant by ``name``."""
    from difflib import get_close_matches  # only needed when something is wrong

    near = get_close_matches(name.lower(), list(known), n=3, cutoff=0.6)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return "mojifix.channels() lists all names"


def _key(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())


def _make(row: Row) -> Codec:
    if row.kind == "direct":
        return DirectCodec(row.name, row.aliases, row.summary, row.source)
    if row.kind == "form":
        return form(row)
    return TableCodec(row.name, row.aliases, row.summary, partial(catalogue_table, row))


CODECS: Mapping[str, Codec] = MappingProxyType({row.name: _make(row) for row in ROWS})
"""All strict codecs by their canonical name, in catalogue order."""

_ROWS = {_key(name): row for row in ROWS for name in (row.name, *row.aliases)}
_MADE: dict[str, Codec] = dict(CODECS)


def _pickle(made: Codec) -> tuple[Any, ...]:
    return codec, (made.name,)


for _class in (TableCodec, DirectCodec, PairCodec, FormCodec):
    copyreg.pickle(_class, _pickle)
