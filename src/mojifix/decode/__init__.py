"""Bytes of unknown or mixed encoding: which text they are, and the repair of that text.

Theory of operation. Encodings are labels of stretches, not of files. :mod:`.marks` looks for
what says of itself that it is UTF-8, UTF-16, UTF-32 or a code with escape sequences. Everything
else is read by line (:mod:`.lines`): a line is UTF-8 where it is well-formed, and all lines that
are not are pooled to find the one legacy encoding that explains them (:mod:`.legacy`). A file
that is in one legacy encoding throughout is not damaged: that encoding becomes its own. In a file
that is mixed, a line in the other encoding is damage like any other: a span whose chain
``windows-1252>utf-8/surrogateescape`` says which bytes were read how. Bytes that nothing explains
stay in the text as lone surrogates (PEP 383), one each, and become the same bytes again.

On top of it runs :func:`mojifix.repair`. The certificate holds for bytes as it does for text:
:meth:`Decoded.replay` gives back the bytes, and a :class:`Decoded` that does not is not made.
"""

from __future__ import annotations

from mojifix.config import Config
from mojifix.decode.model import ByteSpan, Decoded
from mojifix.decode.read import read
from mojifix.decode.reading import Reading

__all__ = ["ByteSpan", "Decoded", "Reading", "decode", "read"]


def decode(data: bytes | bytearray | memoryview, *, config: Config | None = None) -> Decoded:
    r"""Read bytes of unknown or mixed encoding, and repair the text that they are.

    >>> mixed = "naïve\n".encode() + "café\n".encode("latin-1")
    >>> decode(mixed).text, decode(mixed).replay() == mixed
    ('naïve\ncafé\n', True)

    Every bytes gives a result; what cannot be understood survives as lone surrogates. Raises
    ``TypeError`` for anything but bytes.
    """
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"mojifix decodes bytes, not {type(data).__name__}")
    return repaired(read(bytes(data)), config)


def repaired(reading: Reading, config: Config | None = None) -> Decoded:
    """The repair of bytes that are read already."""
    from mojifix.decode.join import joined
    from mojifix.repair import repair

    return Decoded(reading, joined(reading, repair(reading.text, config=config).spans))
