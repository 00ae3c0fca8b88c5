"""How text gets damaged. This package knows codecs and nothing of languages.

Theory of operation. A *channel* is a function from text to text, ``damage``, in the direction in
which damage happens. It is total, or it refuses with a ``ChannelError`` that says which character
or byte it could not take, and where. Some channels also have ``undo``: the texts that ``damage``
maps to a given one. A *chain* is several channels in the order in which they happened.

A channel has a name, and the name says everything:

``utf-8>windows-1252``   encoded as UTF-8, decoded as windows-1252 (any two codecs)
``drop-c1``              one of the named losses
``a · b`` or ``a | b``   first ``a``, then ``b``

The tables stand in :mod:`.catalogue`, :mod:`.codecs` makes codecs of them, :mod:`.misread` pairs
codecs, :mod:`.lossy` has the losses.
"""

from __future__ import annotations

from mojifix.channels.codecs import CODECS, Codec, closest, codec
from mojifix.channels.lossy import LOSSES
from mojifix.channels.misread import ARROW, Misread, misread
from mojifix.channels.preimages import preimages
from mojifix.errors import ChannelError
from mojifix.model import SEPARATOR, Chain, Channel

__all__ = [
    "CODECS",
    "Codec",
    "Misread",
    "channel",
    "channels",
    "codec",
    "damage",
    "misread",
    "parse",
    "preimages",
]


def channel(name: str) -> Channel:
    """The channel of this name. Raises ``ChannelError`` for a name that nothing has."""
    written, arrow, read = name.partition(ARROW)
    if arrow:
        return misread(written.strip(), read.strip())
    found = LOSSES.get(name)
    if found is None:
        raise ChannelError("unknown channel", where=repr(name), remedy=closest(name, LOSSES))
    return found


def parse(*steps: str) -> Chain:
    """The chain of these steps, in the order in which they happened.

    A step is the name of a channel, or a printed chain (names between ``·`` or ``|``).
    Raises ``ChannelError`` for an unknown name.
    """
    return Chain(
        tuple(
            channel(name.strip())
            for step in steps
            for name in step.replace(SEPARATOR.strip(), "|").split("|")
        )
    )


def damage(text: str, *steps: str) -> str:
    """Damage ``text`` the way these steps do: ``damage("é", "utf-8>iso-8859-1") == "Ã©"``.

    Raises ``TypeError`` when ``text`` is not a str, and ``ChannelError`` for an unknown step or
    for text that cannot have passed through it.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    return parse(*steps).damage(text)


def channels() -> tuple[Channel, ...]:
    """All named channels: UTF-8 read as each codec, and the losses.

    Any other pair of codecs of the catalogue is a channel too: ``"cp1251>koi8-r"``.
    """
    misreadings = (misread("utf-8", name) for name in CODECS if name != "utf-8")
    return (*misreadings, *LOSSES.values())
