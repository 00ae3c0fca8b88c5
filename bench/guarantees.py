"""The guarantees of the library, checked on whatever the bench runs, without the engine's help.

Each check looks only at the text, the answer and its spans; the names are those of the
guarantees in the documentation.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Any

ASCII_MOVERS = (
    *("nbsp-to-space", "shy", "escape", "entit", "percent", "quoted-printable", "mime"),
    *("question", "?", "ascii", "translit", "fold", "lower", "nfkc", "straight", "html", "json"),
    *("cp932", "shift", "gb18030", "gbk", "big5", "cp949", "euc", "iso-2022", "utf-16", "utf-7"),
    *("cp950", "johab", "viscii", "tcvn"),
)
"""What a chain must name (any of these) before it may touch an ASCII character: steps that say
so, multi-byte codecs whose trail bytes are ASCII, and codecs with letters below 0x80."""

_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def is_hostile(char: str) -> bool:
    """True for what a repair must never add: controls, bidi controls, noncharacters, surrogates.

    Directional marks (U+200E, U+200F, U+061C) are ordinary parts of Hebrew and Arabic text and
    reorder nothing by themselves, so they are not counted.
    """
    point = ord(char)
    if point < 0x80:
        return (point < 0x20 and char not in "\t\n\r") or point == 0x7F
    if point < 0xA0 or point in _BIDI:
        return True
    return 0xD800 <= point < 0xE000 or point & 0xFFFE == 0xFFFE or 0xFDD0 <= point < 0xFDF0


def hostile(text: str) -> Counter[str]:
    """How often each hostile character stands in ``text``."""
    return Counter(c for c in text if not c.isalnum() and is_hostile(c))


def splice(original: str, spans: Any) -> str:
    """The repaired text, made from the spans alone."""
    parts: list[str] = []
    at = 0
    for span in spans:
        parts += original[at : span.start], span.text
        at = span.end
    return "".join((*parts, original[at:]))


def _ascii(text: str) -> str:
    return "".join(c for c in text if c.isascii())


def _skeleton_kept(original: str, spans: Any) -> bool:
    for span in spans:
        if any(mover in str(span.chain) for mover in ASCII_MOVERS):
            continue
        if _ascii(span.text) != _ascii(original[span.start : span.end]):
            return False
    return True


def broken(text: str, repair: Any, fix: Callable[[str], str]) -> tuple[str, ...]:
    """The names of the guarantees that ``repair`` (of ``text``) breaks; ``fix`` is asked again."""
    names = []
    if repair.original != text or repair.replay() != text:
        names.append("replay")
    if not repair.spans:
        if repair.text is not text:
            names.append("same object")
        return tuple(names)
    if splice(text, repair.spans) != repair.text:
        names.append("locality")
    if fix(repair.text) != repair.text:
        names.append("idempotence")
    if not _skeleton_kept(text, repair.spans):
        names.append("ascii skeleton")
    if hostile(repair.text) - hostile(text):
        names.append("nothing worse appears")
    if any(not 0.0 <= span.confidence <= 1.0 for span in repair.spans):
        names.append("confidence is a probability")
    return tuple(names)


def normalization_only(before: str, after: str) -> bool:
    """True where two different texts are canonically or compatibly equivalent."""
    return before != after and unicodedata.normalize("NFKC", before) == unicodedata.normalize(
        "NFKC", after
    )
