"""Decoders that write something instead of what they do not understand.

A policy is what a lenient decoder does with undefined bytes. The codec's name carries it:
``utf-8>iso-8859-7/fffd``. What real decoders do:

``fffd``             U+FFFD, as Python's ``errors="replace"`` and Java. One for each byte of a
                     single-byte page. In a multi-byte one for each byte that begins no
                     character (the byte after it is tried again by itself), in UTF-8 one for
                     each sequence that was cut off.
``question``         the same with "?": databases, mail gateways, tools that know ASCII only
``ignore``           nothing: Python's ``errors="ignore"``, ``iconv -c``
``latin-1``          the character of the same number, also from A0 up: ftfy's "sloppy" ISO pages
``surrogateescape``  U+DC80 to U+DCFF, as Python does with file names
``web``              what browsers write: the tables and the errors of the WHATWG Encoding
                     Standard. U+FFFD; a wrong second byte is gone too, unless it is ASCII.
``windows``          what Windows writes (MultiByteToWideChar without flags): private-use
                     characters for undefined single bytes; for a wrong pair the code page's
                     default character, "?" or in cp932 "・", and the second byte is gone even
                     if it was a space: ``鈥?which``.

iconv without ``-c``, like the strict codecs of the catalogue, stops instead.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from functools import partial

from mojifix.channels.base import POLICY, Codec
from mojifix.channels.catalogue import Row
from mojifix.channels.multibyte import DirectCodec
from mojifix.channels.pairs import DEFAULTS, PairCodec
from mojifix.channels.singlebyte import TableCodec, source_table
from mojifix.channels.whatwg import CODES, PAGES
from mojifix.errors import ChannelError

REPLACEMENT = "\ufffd"

POLICIES: Mapping[str, str] = {
    "fffd": "undefined bytes became U+FFFD",
    "question": "undefined bytes became '?'",
    "ignore": "undefined bytes were dropped",
    "latin-1": "undefined bytes became the character of the same number",
    "surrogateescape": "undefined bytes became lone surrogates",
    "web": "as browsers decode it",
    "windows": "as Windows decodes it",
}
"""The policies and what they do."""

_FILLERS: Mapping[str, Callable[[int], str | None]] = {
    "fffd": lambda _: REPLACEMENT,
    "question": lambda _: "?",
    "ignore": lambda _: None,
    "latin-1": chr,
    "surrogateescape": lambda byte: chr(0xDC00 + byte),
    "web": lambda byte: chr(byte) if byte < 0xA0 else REPLACEMENT,
    "windows": chr,
}
"""What a single-byte decoder writes for a byte that its table does not have. In the pages that
browsers and Windows decode, the holes below A0 are C1 controls and those above are listed."""

_WINDOWS: Mapping[str, Mapping[int, str]] = {
    **{f"windows-{n}": {} for n in (1250, 1251, 1252, 1254, 1256, 1258)},
    "windows-1253": {0xAA: "\uf8f9", 0xD2: "\uf8fa", 0xFF: "\uf8fb"},
    "windows-1255": {
        **{byte: chr(0xF88D + byte - 0xD9) for byte in range(0xD9, 0xE0)},
        0xCA: "\u05ba",
        0xFB: "\uf894",
        0xFC: "\uf895",
        0xFF: "\uf896",
    },
    "windows-1257": {0xA1: "\uf8fc", 0xA5: "\uf8fd"},
    "windows-874": {
        **{byte: chr(0xF8C1 + byte - 0xDB) for byte in range(0xDB, 0xDF)},
        **{byte: chr(0xF8C5 + byte - 0xFC) for byte in range(0xFC, 0x100)},
    },
}
"""What Windows writes where a page is undefined from A0 up. Source: the MBTABLE sections of
Microsoft's best-fit tables (unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WindowsBestFit)."""

_BROWSERS_READ_AS = {
    "ascii": "windows-1252",
    "iso-8859-1": "windows-1252",
    "iso-8859-9": "windows-1254",
    "iso-8859-11": "windows-874",
    "tis-620": "windows-874",
}
"""Labels under which browsers decode another page (Encoding Standard, chapter 4.2)."""

_UNICODE = ("utf-8", "utf-16-le", "utf-16-be")


def lenient(row: Row, policy: str) -> Codec:
    """The decoder of this codec with this policy.

    Raises ``ChannelError`` for a policy that is unknown or that no real decoder of it has.
    """
    if policy not in POLICIES:
        raise ChannelError(
            "unknown policy", where=repr(policy), remedy=f"there are {', '.join(POLICIES)}"
        )
    name = f"{row.name}{POLICY}{policy}"
    summary = f"{row.summary}; {POLICIES[policy]}"
    if row.kind == "form":
        raise _refusal(name, "it has no lenient decoder")
    if row.kind != "direct":
        build = partial(_filled, row, _overrides(row, policy), _FILLERS[policy])
        ignoring = "ignore" if policy == "ignore" else "strict"
        return TableCodec(name, (), summary, build, errors=ignoring)
    if policy == "latin-1":
        raise _refusal(name, "only single-byte decoders do that")
    if row.name in _UNICODE or policy not in ("web", "windows"):
        return DirectCodec(name, (), summary, row.source, fallback=_HANDLERS[policy])
    if policy == "web" and row.name in CODES:
        return PairCodec(name, summary, row.source, REPLACEMENT, swallow=False)
    if policy == "windows" and row.name in DEFAULTS:
        return PairCodec(name, summary, row.source, DEFAULTS[row.name], swallow=True)
    raise _refusal(name, f"{policy} does not decode it so")


def _overrides(row: Row, policy: str) -> Mapping[int, str]:
    name = f"{row.name}{POLICY}{policy}"
    if policy == "web":
        if row.name in _BROWSERS_READ_AS:
            other = f"{_BROWSERS_READ_AS[row.name]}{POLICY}web"
            raise _refusal(name, "browsers read it as another page", f"use {other}")
        if row.name not in PAGES:
            raise _refusal(name, "browsers do not decode it")
        return PAGES[row.name]
    if policy == "windows":
        if row.name not in _WINDOWS:
            raise _refusal(name, "what Windows writes is known for windows-874 to 1258 only")
        return _WINDOWS[row.name]
    return {}


def _filled(
    row: Row, overrides: Mapping[int, str], filler: Callable[[int], str | None]
) -> list[str | None]:
    table = source_table(row)
    for byte, char in overrides.items():
        table[byte] = char
    return [filler(byte) if char is None else char for byte, char in enumerate(table)]


def _refusal(name: str, what: str, remedy: str = "") -> ChannelError:
    return ChannelError(what, where=name, remedy=remedy)


def _question(error: UnicodeError) -> tuple[str | bytes, int]:
    assert isinstance(error, UnicodeDecodeError)
    return "?", error.end


codecs.register_error("mojifix.question", _question)

_HANDLERS = {
    "fffd": "replace",
    "web": "replace",
    "windows": "replace",
    "question": "mojifix.question",
    "ignore": "ignore",
    "surrogateescape": "surrogateescape",
}
"""The error handlers of Python's codecs that do what a policy says. In UTF-8 and UTF-16 browsers
and Windows do what Python does: one U+FFFD for each maximal cut-off sequence."""
