"""Damage made with Python's codecs alone: the ground truth of the bench.

Theory of operation. A ``Damage`` maps a text to the damaged text, or to None where the text
cannot have passed (a character that the writing codec lacks, a byte that the reading codec
does not define). Undefined bytes 0x80-0x9F of the Windows code pages become the C1 control of
the same value, as browsers read them (WHATWG Encoding, "index single-byte"); other undefined
bytes are not readable, and such texts are skipped.

Most damage works character by character, so that running it over each character alone gives
the alignment of the original and the damaged text; ``pieces`` checks that this is so.
"""

from __future__ import annotations

import functools
import html.entities
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from bench.case import Pieces

Step = Callable[[str], str | None]

PYTHON_NAMES = {"windows-874": "cp874", "mac-roman": "mac_roman", "mac-cyrillic": "mac_cyrillic"}
"""Python's names for the codecs whose usual name it does not know."""

UTF8_READERS = (
    *("iso-8859-1", "iso-8859-2", "iso-8859-5", "iso-8859-7", "iso-8859-9", "iso-8859-15"),
    *(f"windows-125{i}" for i in range(9)),
    *("windows-874", "mac-roman", "mac-cyrillic", "cp437", "cp850", "cp852", "cp866", "koi8-r"),
)
"""The 23 single-byte codecs that UTF-8 is read as in the bench."""

MULTI_BYTE = ("gb18030", "cp932", "big5hkscs", "cp949", "euc_jp")

_C1 = range(0x80, 0xA0)
_ABSENT = "\uffff"


@dataclass(frozen=True, slots=True)
class Damage:
    """A named way in which text gets damaged; calling it gives None where it cannot happen."""

    name: str
    steps: tuple[Step, ...]

    def __call__(self, text: str) -> str | None:
        """``text`` after all steps; None where one of them cannot happen."""
        for step in self.steps:
            damaged = step(text)
            if damaged is None:
                return None
            text = damaged
        return text

    def pieces(self, text: str) -> Pieces | None:
        """``text`` as (original, damaged) characters; None where damage is not by character."""
        cut = tuple((c, _one(self, c)) for c in text)
        if "".join(d for _, d in cut) != self(text):
            return None
        return cut

    def then(self, *others: Damage) -> Damage:
        """This damage, and the others on top of it."""
        names = (self.name, *(o.name for o in others))
        return Damage(" · ".join(names), (*self.steps, *(s for o in others for s in o.steps)))


@functools.lru_cache(maxsize=1 << 16)
def _one(damage: Damage, char: str) -> str:
    return damage(char) or ""


def python_name(codec: str) -> str:
    """The name under which Python knows ``codec``."""
    return PYTHON_NAMES.get(codec, codec)


@functools.cache
def byte_table(codec: str) -> dict[int, str]:
    """What each of the 256 bytes reads as; U+FFFF for a byte that cannot be read."""
    table = {b: bytes([b]).decode(python_name(codec), "ignore") or _ABSENT for b in range(256)}
    if codec.startswith("windows-"):
        table |= {b: chr(b) for b in _C1 if table[b] == _ABSENT}
    return table


def read_bytes(data: bytes, codec: str) -> str | None:
    """``data`` read as the single-byte ``codec``; None where a byte is not defined."""
    text = data.decode("latin-1").translate(byte_table(codec))
    return None if _ABSENT in text else text


@functools.cache
def _bytes_of(codec: str) -> dict[int, str]:
    return {ord(char): chr(byte) for byte, char in byte_table(codec).items() if char != _ABSENT}


def unread(text: str, codec: str) -> bytes | None:
    """The bytes that were read as ``codec``; None where the codec cannot have given the text."""
    try:
        if codec in MULTI_BYTE:
            return text.encode(codec)
        return text.translate(_bytes_of(codec)).encode("latin-1")
    except (UnicodeEncodeError, LookupError):
        return None


def utf8_as(codec: str) -> Damage:
    """UTF-8 read as a single-byte codec."""

    def step(text: str) -> str | None:
        return read_bytes(text.encode("utf-8", "surrogatepass"), codec)

    return Damage(f"utf-8>{codec}", (step,))


def legacy_as(written: str, read: str) -> Damage:
    """Text of one codec, whatever its width, read as another, where that can be reversed."""

    def step(text: str) -> str | None:
        try:
            data = text.encode(python_name(written))
            if read not in MULTI_BYTE:
                return read_bytes(data, read)
            damaged = data.decode(read)
            return damaged if damaged.encode(read) == data else None
        except UnicodeError:
            return None

    return Damage(f"{written}>{read}", (step,))


def repeat(damage: Damage, times: int) -> Damage:
    """The same damage several times over."""
    return Damage(" · ".join([damage.name] * times), damage.steps * times)


_DROP_C1 = dict.fromkeys(_C1)
_NOT_LATIN1_C1 = {ord(bytes([b]).decode("cp1252", "ignore") or "\uffff"): chr(b) for b in _C1}
_NOT_LATIN1_C1.pop(0xFFFF, None)


def _tis_620(data: bytes) -> str | None:
    # ISO-8859-11 is TIS-620 with NBSP, and Python fills its C1 places.
    text = data.decode("iso-8859-11", "replace")
    return None if "\ufffd" in text else text


def _undefined_to_replacement(text: str) -> str | None:
    try:
        return text.encode("utf-8").decode("cp1252", "replace")
    except UnicodeEncodeError:
        return None


def _json_escape(text: str) -> str:
    def units(char: str) -> str:
        data = char.encode("utf-16-be", "surrogatepass").hex()
        return "".join(f"\\u{data[i : i + 4]}" for i in range(0, len(data), 4))

    return "".join(c if c.isascii() else units(c) for c in text)


def _html_escape(text: str) -> str:
    names = html.entities.codepoint2name
    return "".join(
        c if c.isascii() else f"&{names[ord(c)]};" if ord(c) in names else f"&#{ord(c)};"
        for c in text
    )


DROP_C1 = Damage("drop-c1", (lambda t: t.translate(_DROP_C1),))
NBSP_TO_SPACE = Damage("nbsp-to-space", (lambda t: t.replace("\u00a0", " "),))
DROP_SHY = Damage("drop-shy", (lambda t: t.replace("\u00ad", ""),))
CASEFOLD = Damage("lower-case", (str.lower,))
NFKC = Damage("nfkc", (lambda t: unicodedata.normalize("NFKC", t),))
JSON_ESCAPES = Damage("json-escapes", (_json_escape,))
HTML_ESCAPES = Damage("html-escapes", (_html_escape,))
UNDEFINED_TO_FFFD = Damage("utf-8>windows-1252 · undefined-to-fffd", (_undefined_to_replacement,))
C1_FOR_1252 = Damage("windows-1252>iso-8859-1", (lambda t: t.translate(_NOT_LATIN1_C1),))
TIS_620 = Damage("utf-8>tis-620", (lambda t: _tis_620(t.encode("utf-8")),))
UTF8_AS = {codec: utf8_as(codec) for codec in UTF8_READERS}
