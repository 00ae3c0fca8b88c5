r"""Escapes: non-ASCII characters spelled in ASCII.

``\u00c3\u00a9``, ``&Atilde;&copy;``, ``%C3%83%C2%A9``, ``=C3=A9``, ``=?UTF-8?Q?=C3=A9?=``: a
writer spelled what is not ASCII, and nobody read it back. An escape by itself is no damage. It
is part of a chain where the text was misread before it was escaped: ``utf-8>iso-8859-1 ·
json-escapes`` turns ``é`` into ``\u00c3\u00a9``.

``damage`` writes the escapes, ``undo`` reads them. ``damage`` refuses a text that already holds
such an escape, because nobody could tell the two apart afterwards; so an escape is lossless.
ASCII characters stay as they are, except where the format itself needs it (``=`` in
quoted-printable, blanks in MIME words).

Each escape also exists the other way round, as ``unescape-…``, for a program that read the
escapes, misread the text and escaped it again: ``unescape-percent · utf-8>iso-8859-1 · percent``
turns ``%C3%A9`` into ``%C3%83%C2%A9``.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from types import MappingProxyType

from mojifix.channels.utf16 import join_pairs, split_pairs
from mojifix.errors import ChannelError

UNESCAPE = "unescape-"
"""Before the name of an escape: the same, the other way round."""

_Rewrite = Callable[[str], str]


class Escape:
    """A way to spell non-ASCII characters. There is one object per name."""

    __slots__ = ("_closed", "_read", "_write", "by_character", "name", "summary")

    lossless = True

    name: str
    summary: str
    by_character: bool
    """What happens to a character does not depend on anything beyond its line."""

    def __init__(
        self,
        name: str,
        summary: str,
        write: _Rewrite,
        read: _Rewrite,
        *,
        closed: bool = False,
        by_character: bool = True,
    ) -> None:
        self.name = name
        self.summary = summary
        self.by_character = by_character
        self._write = write
        self._read = read
        self._closed = closed  # it escapes its own escape character, so nothing is ambiguous

    def damage(self, text: str) -> str:
        """Write the escapes.

        Raises ``ChannelError`` for a text that has such escapes already, or a character that
        can't be spelled so.
        """
        if not self._closed and self._read(text) != text:
            raise ChannelError("the text has such escapes already", where=self.name)
        try:
            return self._write(text)
        except UnicodeEncodeError as error:
            char = text[error.start]
            raise ChannelError(
                f"{char!r} (U+{ord(char):04X}) can't be spelled so",
                where=f"{self.name}, code point {error.start}",
            ) from None

    def undo(self, text: str) -> tuple[str, ...]:
        """What ``damage`` makes ``text`` of; empty where that is nothing, or ``text`` itself."""
        original = self._read(text)
        return (original,) if original != text and _gives(self, original, text) else ()

    def __repr__(self) -> str:
        return f"channel({self.name!r})"


class Unescape:
    """An escape, the other way round: ``damage`` reads the escapes."""

    __slots__ = ("_escape", "name", "summary")

    lossless = True
    by_character = False

    name: str
    summary: str

    def __init__(self, escape: Escape) -> None:
        self.name = UNESCAPE + escape.name
        self.summary = f"read back: {escape.summary}"
        self._escape = escape

    def damage(self, text: str) -> str:
        """Read the escapes. Raises ``ChannelError`` where writing them would not give ``text``."""
        original = self._escape.undo(text)
        if original:
            return original[0]
        if _gives(self._escape, text, text):
            return text
        raise ChannelError("not escaped as this writer does", where=self.name)

    def undo(self, text: str) -> tuple[str, ...]:
        """What ``damage`` makes ``text`` of."""
        try:
            escaped = self._escape.damage(text)
        except ChannelError:
            return ()
        return (escaped,)

    def __repr__(self) -> str:
        return f"channel({self.name!r})"


def _gives(escape: Escape, text: str, escaped: str) -> bool:
    try:
        return escape.damage(text) == escaped
    except ChannelError:
        return False


# -- how the writers spell --------------------------------------------------------------------

_HIGH = re.compile("[^\x00-\x7f]")
_HIGH_RUN = re.compile("[^\x00-\x7f]+")


def _each(spell: Callable[[str], str]) -> _Rewrite:
    """Spell each non-ASCII character."""
    return lambda text: _HIGH.sub(lambda match: spell(match[0]), text)


def _each_byte(template: str, charset: str) -> _Rewrite:
    """Spell each byte of the non-ASCII characters."""

    def write(text: str) -> str:
        text.encode(charset)  # so that an error tells the place in the text
        return _HIGH_RUN.sub(
            lambda match: "".join(template % byte for byte in match[0].encode(charset)), text
        )

    return write


def _units(template: str) -> _Rewrite:
    """Spell each UTF-16 code unit of the non-ASCII characters."""
    spell = _each(lambda unit: template % ord(unit))
    return lambda text: spell(split_pairs(text))


def _read_json(text: str) -> str:
    # A backslash that is escaped itself begins no escape.
    found = re.sub(
        r"\\\\|\\u([0-9A-Fa-f]{4})",
        lambda match: _char(match[1], 16) or match[0] if match[1] else match[0],
        text,
    )
    return join_pairs(found) if found != text else text


def _read_bytes(pattern: str, base: int, charset: str) -> _Rewrite:
    """Read runs of spelled bytes from 80 up; a run that is not valid in ``charset`` stays."""
    one = re.compile(pattern)
    runs = re.compile(f"(?:{pattern.replace('(', '(?:')})+")

    def read_run(match: re.Match[str]) -> str:
        data = bytes(int(digits, base) for digits in one.findall(match[0]))
        try:
            return data.decode(charset)
        except UnicodeDecodeError:
            return match[0]

    return lambda text: runs.sub(read_run, text)


def _char(digits: str, base: int) -> str:
    """The non-ASCII character of this number, or nothing."""
    number = int(digits, base)
    return chr(number) if 0x80 <= number <= 0x10FFFF else ""


def _read_number(pattern: str, base: int) -> _Rewrite:
    escape = re.compile(pattern)
    return lambda text: escape.sub(lambda match: _char(match[1], base) or match[0], text)


# -- HTML -------------------------------------------------------------------------------------


def _name_of(char: str) -> str | None:
    """The HTML 4 entity of a character, which is what writers of entities know."""
    from html.entities import codepoint2name  # 20 ms, and few texts have entities

    return codepoint2name.get(ord(char))


def _write_named(text: str, otherwise: Callable[[str], str]) -> str:
    def spell(char: str) -> str:
        name = _name_of(char)
        return f"&{name};" if name else otherwise(char)

    return _each(spell)(text)


def _read_named(text: str) -> str:
    from html.entities import name2codepoint

    def read(match: re.Match[str]) -> str:
        number = name2codepoint.get(match[1], 0)
        return chr(number) if number >= 0x80 else match[0]

    return re.sub("&([A-Za-z][A-Za-z0-9]{1,8});", read, text) if "&" in text else text


def _decimal(char: str) -> str:
    return f"&#{ord(char)};"


_read_decimal = _read_number("&#([0-9]{1,7});", 10)
_read_hex = _read_number("&#x([0-9A-Fa-f]{1,6});", 16)


# -- mail -------------------------------------------------------------------------------------

_MIME_PAYLOAD = 63
"""RFC 2047, section 2: an encoded word has 75 characters at most, 12 of them around it."""

_MIME_SAFE = re.compile(rb"[^0-9A-Za-z!*+\-/]")
"""RFC 2047, section 5 (3): what may stand for itself everywhere in a header."""


def _write_qp(text: str) -> str:
    return _each_byte("=%02X", "utf-8")(text.replace("=", "=3D"))


def _read_qp(text: str) -> str:
    return _read_bytes("=([89A-F][0-9A-F])", 16, "utf-8")(text).replace("=3D", "=")


def _mime_q(data: bytes) -> str:
    return _MIME_SAFE.sub(
        lambda match: b"_" if match[0] == b" " else b"=%02X" % ord(match[0]), data
    ).decode("ascii")


def _mime_q_back(payload: str) -> bytes:
    spelled = payload.replace("_", " ").encode("ascii")
    return re.sub(rb"=([0-9A-F]{2})", lambda match: bytes((int(match[1], 16),)), spelled)


def _mime_b(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def _write_mime(charset: str, letter: str, encode: Callable[[bytes], str]) -> _Rewrite:
    def write(text: str) -> str:
        if text.isascii():
            return text
        text.encode("utf-8")  # so that an error tells the place in the text
        words: list[bytes] = [b""]
        for char in text:
            longer = words[-1] + char.encode("utf-8")
            if len(encode(longer)) > _MIME_PAYLOAD:
                words.append(char.encode("utf-8"))
            else:
                words[-1] = longer
        return " ".join(f"=?{charset}?{letter}?{encode(word)}?=" for word in words)

    return write


def _read_mime(charset: str, letter: str, decode: Callable[[str], bytes]) -> _Rewrite:
    word = re.compile(rf"=\?{charset}\?{letter}\?([^? ]*)\?=")

    def read(text: str) -> str:
        words = [word.fullmatch(part) for part in text.split(" ")]
        try:
            data = b"".join(decode(match[1]) for match in words if match)
            return data.decode("utf-8") if all(words) else text
        except ValueError:  # not base64, or not UTF-8
            return text

    return read


def _mime(name: str, charset: str, letter: str) -> Escape:
    coders = (_mime_q, _mime_q_back) if letter == "Q" else (_mime_b, b64decode)
    return Escape(
        name,
        f"spelled as MIME words: =?{charset}?{letter}?…?=",
        _write_mime(charset, letter, coders[0]),
        _read_mime(charset, letter, coders[1]),
        by_character=False,
    )


# -- the table --------------------------------------------------------------------------------

_PERCENT = "%([89A-Fa-f][0-9A-Fa-f])"

_ALL = (
    Escape("json-escapes", r"spelled as in JSON: \u00e9", _units(r"\u%04x"), _read_json),
    Escape("json-escapes-upper", r"spelled as in JSON: \u00E9", _units(r"\u%04X"), _read_json),
    Escape(
        "hex-escapes",
        r"bytes spelled as in Python and C: \xe9",
        _each_byte(r"\x%02x", "latin-1"),
        _read_bytes(r"\\x([89a-f][0-9a-f])", 16, "latin-1"),
    ),
    Escape(
        "octal-escapes",
        r"bytes spelled as in C and git: \351",
        _each_byte(r"\%03o", "latin-1"),
        _read_bytes(r"\\([23][0-7]{2})", 8, "latin-1"),
    ),
    Escape(
        "html-named",
        "HTML entities, where there is one: &eacute;",
        lambda text: _write_named(text, str),
        _read_named,
    ),
    Escape(
        "html-mixed",
        "HTML entities, numbers where there is none: &acirc;&#128;&#153;",
        lambda text: _write_named(text, _decimal),
        lambda text: _read_decimal(_read_named(text)),
    ),
    Escape("html-decimal", "HTML numbers: &#233;", _each(_decimal), _read_decimal),
    Escape("html-hex", "HTML numbers: &#xE9;", _each(lambda c: f"&#x{ord(c):X};"), _read_hex),
    Escape("html-hex-lower", "HTML numbers: &#xe9;", _each(lambda c: f"&#x{ord(c):x};"), _read_hex),
    Escape(
        "html-amp",
        "ampersands escaped once more: &amp;eacute;",
        lambda text: text.replace("&", "&amp;"),
        lambda text: text.replace("&amp;", "&"),
        closed=True,
    ),
    Escape(
        "percent",
        "UTF-8 bytes as in addresses: %C3%A9",
        _each_byte("%%%02X", "utf-8"),
        _read_bytes(_PERCENT, 16, "utf-8"),
    ),
    Escape(
        "percent-lower",
        "UTF-8 bytes as in addresses: %c3%a9",
        _each_byte("%%%02x", "utf-8"),
        _read_bytes(_PERCENT, 16, "utf-8"),
    ),
    Escape("quoted-printable", "UTF-8 bytes as in mail: =C3=A9", _write_qp, _read_qp, closed=True),
    _mime("mime-q", "UTF-8", "Q"),
    _mime("mime-b", "UTF-8", "B"),
    _mime("mime-q-lower", "utf-8", "Q"),
    _mime("mime-b-lower", "utf-8", "B"),
    Escape(
        "surrogate-pairs",
        "characters beyond U+FFFF as two surrogates each",
        split_pairs,
        join_pairs,
    ),
)

ESCAPES: Mapping[str, Escape | Unescape] = MappingProxyType(
    {channel.name: channel for escape in _ALL for channel in (escape, Unescape(escape))}
)
"""The escapes by name, each followed by its inverse."""
