r"""How text gets damaged. This package knows codecs and nothing of languages.

Theory of operation. A *channel* is a function from text to text, ``damage``, in the direction in
which damage happens. It is total, or it refuses with a ``ChannelError`` that says which character
or byte it could not take, and where. Misreadings and escapes can also go back: ``undo`` gives the
texts that ``damage`` maps to a given one, ``choices`` what each place of it may have been. For
losses there is :func:`preimages`, which turns any chain around over a given set of characters. A
*chain* is several channels in the order in which they happened.

The name of a channel says everything:

``utf-8>windows-1252``        written as UTF-8, read as windows-1252 (any two codecs)
``utf-8>windows-1252/fffd``   read by a decoder that writes U+FFFD for undefined bytes
``ascii/question``            squeezed through ASCII, "?" for the rest
``drop-c1``                   a named loss
``json-escapes``              a named escape
``a · b`` or ``a | b``        first ``a``, then ``b``

Some damage goes by several names but is one of these: windows-1252 bytes left as C1 controls are
``windows-1252>iso-8859-1`` (Mac bytes ``mac-roman>iso-8859-1``), byte-swapped UTF-16 is
``utf-16-le>utf-16-be``, ``\udced`` of Python is ``windows-1252>utf-8/surrogateescape``, and a
U+FFFD that was misread in turn (``ï¿½``) ``windows-1252>utf-8/fffd · utf-8>windows-1252``.

The tables stand in :mod:`.catalogue`, :mod:`.tables` and :mod:`.whatwg` (generated); codecs are
made of them by :mod:`.singlebyte`, :mod:`.multibyte` and :mod:`.utf16`, lenient decoders by
:mod:`.policies` and :mod:`.pairs`; :mod:`.codecs` finds them by name. :mod:`.misread` pairs
codecs and goes back through them with :mod:`.lattice`. :mod:`.lossy` (with :mod:`.flatten`),
:mod:`.squeeze` and :mod:`.escapes` have the rest. A new codec is a row of the catalogue; a new
loss or escape is an entry of its table, and needs a line in the tests' table of examples.
"""

from __future__ import annotations

import copyreg
from typing import Any

from mojifix.channels.base import POLICY
from mojifix.channels.codecs import CODECS, Codec, closest, codec
from mojifix.channels.escapes import ESCAPES, Escape, Unescape
from mojifix.channels.lossy import LOSSES, Loss
from mojifix.channels.misread import ARROW, Misread, misread
from mojifix.channels.preimages import preimages
from mojifix.channels.squeeze import Squeeze, squeeze
from mojifix.errors import ChannelError
from mojifix.model import SEPARATOR, Chain, Channel

__all__ = [
    "CODECS",
    "ESCAPES",
    "LOSSES",
    "Codec",
    "Escape",
    "Loss",
    "Misread",
    "Squeeze",
    "Unescape",
    "channel",
    "channels",
    "codec",
    "damage",
    "misread",
    "parse",
    "preimages",
    "squeeze",
]


_HARDLY_READ = ("utf-8", "ascii", "utf-16", "cesu-8", "java-utf-8")
"""Codecs that decode UTF-8 as itself or refuse it."""

_SQUEEZES = ("ascii/question", "ascii/fffd", "iso-8859-1/question", "windows-1252/question")
"""The squeezes that are listed: what mail, databases and old programs are known to do."""


def channel(name: str) -> Channel:
    """The channel of this name; the same name gives the same object.

    Raises ``ChannelError`` for a name that nothing has.
    """
    name = name.strip()
    written, arrow, read = name.partition(ARROW)
    if arrow:
        return misread(written, read)
    if POLICY in name:
        return squeeze(name)
    found = LOSSES.get(name) or ESCAPES.get(name)
    if found is None:
        raise ChannelError(
            "unknown channel", where=repr(name), remedy=closest(name, (*LOSSES, *ESCAPES))
        )
    return found


def parse(*steps: str) -> Chain:
    """The chain of these steps, in the order in which they happened.

    A step is the name of a channel, or a printed chain (names between ``·`` or ``|``).
    Raises ``ChannelError`` for an unknown name.
    """
    names = "|".join(steps).replace(SEPARATOR.strip(), "|").split("|") if steps else ()
    return Chain(tuple(map(channel, names)))


def damage(text: str, *steps: str) -> str:
    """Damage ``text`` the way these steps do.

    >>> damage("Émile’s", "utf-8>iso-8859-7", "drop-c1")
    'Γmileβs'

    Raises ``TypeError`` when ``text`` is not a str, and ``ChannelError`` for an unknown step or
    for text that cannot have passed through it.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    return parse(*steps).damage(text)


def channels() -> tuple[Channel, ...]:
    """The named channels: UTF-8 read as each codec, squeezes, losses, escapes.

    There are more: any two codecs (``"windows-1251>koi8-r"``), a lenient decoder
    (``"utf-8>cp932/web"``), text squeezed through another codec (``"cp437/question"``).
    """
    misreadings = (misread("utf-8", name) for name in CODECS if name not in _HARDLY_READ)
    return (*misreadings, *map(squeeze, _SQUEEZES), *LOSSES.values(), *ESCAPES.values())


def _pickle(made: Any) -> tuple[Any, ...]:
    return channel, (made.name,)


for _class in (Misread, Squeeze, Loss, Escape, Unescape):
    copyreg.pickle(_class, _pickle)
