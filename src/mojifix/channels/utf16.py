"""Forms of UTF-16 and UTF-8 that Python has no codec for, and damage that UTF-16 leaves behind."""

from __future__ import annotations

from collections.abc import Callable

from mojifix.channels.base import Codec
from mojifix.channels.catalogue import Row


class FormCodec(Codec):
    """A codec made of two functions."""

    __slots__ = ("_decode", "_encode")

    def __init__(
        self,
        row: Row,
        encode: Callable[[str], bytes],
        decode: Callable[[bytes], str],
    ) -> None:
        super().__init__(row.name, row.aliases, row.summary)
        self._encode = encode
        self._decode = decode

    def encode(self, text: str) -> bytes:
        """Encode. Raises ``UnicodeEncodeError`` for lone surrogates."""
        try:
            return self._encode(text)
        except UnicodeEncodeError as error:
            error.encoding = self.name
            raise

    def decode(self, data: bytes) -> str:
        """Decode. Raises ``UnicodeDecodeError`` for what is not well-formed."""
        try:
            return self._decode(data)
        except UnicodeDecodeError as error:
            error.encoding = self.name
            raise


def form(row: Row) -> FormCodec:
    """The codec of a catalogue row of this kind."""
    encode, decode = _FORMS[row.name]
    return FormCodec(row, encode, decode)


def split_pairs(text: str) -> str:
    """Each character beyond U+FFFF as two surrogate code points: its UTF-16 code units."""
    if max(text, default="") <= "\uffff":
        return text
    data = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(low | high << 8) for low, high in zip(data[::2], data[1::2], strict=True))


def join_pairs(text: str) -> str:
    """Surrogate pairs as the characters that they stand for; lone surrogates stay."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _encode_utf16(text: str) -> bytes:
    return b"\xff\xfe" + text.encode("utf-16-le")


def _decode_utf16(data: bytes) -> str:
    if data[:2] == b"\xff\xfe":
        return data[2:].decode("utf-16-le")
    if data[:2] == b"\xfe\xff":
        return data[2:].decode("utf-16-be")
    raise UnicodeDecodeError("utf-16", data, 0, min(len(data), 2), "no byte order mark")


def _encode_cesu8(text: str) -> bytes:
    text.encode("utf-8")  # lone surrogates have no CESU-8
    return split_pairs(text).encode("utf-8", "surrogatepass")


def _decode_cesu8(data: bytes) -> str:
    text = data.decode("utf-8", "surrogatepass")
    joined = join_pairs(text)
    for i, char in enumerate(text):
        if char > "\uffff":
            at = len(text[:i].encode("utf-8", "surrogatepass"))
            raise UnicodeDecodeError("cesu-8", data, at, at + 4, "four bytes where six belong")
    try:
        joined.encode("utf-8")
    except UnicodeEncodeError as error:
        at = len(split_pairs(joined[: error.start]).encode("utf-8", "surrogatepass"))
        raise UnicodeDecodeError("cesu-8", data, at, at + 3, "lone surrogate") from None
    return joined


def _encode_java(text: str) -> bytes:
    return _encode_cesu8(text).replace(b"\x00", b"\xc0\x80")


def _decode_java(data: bytes) -> str:
    at = data.find(b"\x00")
    if at >= 0:
        raise UnicodeDecodeError("java-utf-8", data, at, at + 1, "NUL is C0 80")
    # C0 begins no other code, so that these two bytes are nothing else.
    return _decode_cesu8(data.replace(b"\xc0\x80", b"\x00"))


_FORMS: dict[str, tuple[Callable[[str], bytes], Callable[[bytes], str]]] = {
    "utf-16": (_encode_utf16, _decode_utf16),
    "cesu-8": (_encode_cesu8, _decode_cesu8),
    "java-utf-8": (_encode_java, _decode_java),
}
