"""Where the strings of JSON and JSON Lines are (RFC 8259)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from mojifix.files.values import Value

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?', re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
_STRUCTURE = frozenset('"\\' + "".join(map(chr, range(32))))
KEYS = "\0keys"
"""The group of all keys."""


def strings(text: str) -> Iterator[Value]:
    """The strings, in order: values grouped by the key before them, and keys by themselves."""
    key = ""
    for match in _STRING.finditer(text):
        raw = match.group(1)
        is_key = match.group(2) is not None
        value = raw
        offsets = None
        if "\\" in raw:
            unescaped = _unescaped(raw)
            if unescaped is None:
                continue
            value, offsets = unescaped
        yield Value(
            match.start(1), match.end(1), KEYS if is_key else key, value, _STRUCTURE, raw, offsets
        )
        if is_key:
            key = raw


def _unescaped(raw: str) -> tuple[str, list[int]] | None:
    """What a string means, and where each character begins; None for what is no JSON."""
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    try:
        for match in _ESCAPE.finditer(raw):
            offsets += range(at, match.start())
            meant = json.loads(f'"{match.group()}"')
            offsets += [match.start()] * len(meant)
            parts += raw[at : match.start()], meant
            at = match.end()
    except ValueError:
        return None
    offsets += range(at, len(raw) + 1)
    return "".join((*parts, raw[at:])), offsets
