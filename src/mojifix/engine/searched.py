"""Lines in which no legacy damage is looked for, because what they show was something else."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from unicodedata import normalize

from mojifix.channels.base import Codec
from mojifix.channels.codecs import codec
from mojifix.engine.oddness import odd
from mojifix.engine.readers import SINGLE_BYTE
from mojifix.engine.sites import monotonous, runs_of

_ART = re.compile("[\u2500-\u259f]")
_SPELLED = re.compile("[^\\W\\d_][\u2500-\u259f]|[\u2500-\u259f][^\\W\\d_]")
_DRAWN = re.compile("[─━═]{2}|[├└│┌╔╚║╠╙]\\s*[─━═]|^[\\s\"'#/*>|-]*[│├└┌╔║╚╠╙┃](?:\\s|$)")
_ROW = re.compile("\\s*([│║┃]).*\\1\\s*")
"""The row of a table, though its words touch the lines (``║клуб║дом║``)."""
_BOX = re.compile("┌[─┬]+┐|└[─┴]+┘|╔[═╦]+╗|╚[═╩]+╝")
"""The upper or lower side of a box. No three letters of Russian show so in a row."""
NBSP = "\xa0"
"""What ``tree`` prints between its lines."""
_ESCAPE = re.compile(r"\\[abfnrtv]")
_OTHER = re.compile("[^\x00-\x7f\xa0\u2500-\u259f]")
PENS = 8
"""Different pieces of line art in a line of a drawing at most: a line of Russian has more."""
SHOWING = ("windows-1252", "mac-roman", "cp437", "cp850", "windows-1251")
"""Readers through which UTF-8 is so common that what shows so was nothing else."""
_PATTERNS = re.compile(r"(?:\d[^\W\d_]{1,4}){5}")
_PATTERN = re.compile(r"\s*\.?\d?(?=\D*\d)[^\W\d_]{1,3}(?:\d[^\W\d_]{1,3})*\d?\.?\s*")
"""What tells where words may be divided: many side by side, or one in a line. A judgment."""
_AFFIX = re.compile(r"[PS]FX\s+\S{1,4}\s+\S+\s+\S|(?:MAP|REP)\s+\S{1,4}(?:\s+\S{1,4})?\s*\Z")
"""The rules of a spelling dictionary, which are a few letters in no order of any language. A word
after ``MAP`` is a word."""
LISTED, STEP, ALIKE = 8, 2, 1 / 3
"""Characters in order that are a list, and the distance of two neighbors at most; and the share of
different ones that differ from the one before by their accent alone."""


_ABBREVIATED = re.compile("[\u05d0-\u05ea][\u05f3\u05f4]")
_NOT_HEBREW = re.compile(
    "[^\x00-\x7f\u05be\u05d0-\u05ea\u05f3\u05f4\u2010-\u2026]|(?<![\u05d0-\u05ea])[\u05f3\u05f4]"
)


def searched(line: str) -> bool:
    """May a line have been misread from one legacy codec into another?"""
    return not (
        monotonous(line) or is_drawn(line) or _is_utf8(line) or is_list(line) or _is_hebrew(line)
    )


def _is_hebrew(line: str) -> bool:
    """Is all of a line letters of Hebrew, with a geresh or gershayim after some?

    These stand in abbreviations and foreign names (``צ׳אד``). In what was taken for Hebrew, letters
    without a byte of windows-1255 stand among them.
    """
    return _ABBREVIATED.search(line) is not None and _NOT_HEBREW.search(line) is None


def is_list(line: str) -> bool:
    """Are characters beyond ASCII in the order of their code points, or bytes, as in a table?

    Others may stand between them (``ΑA,ΒB,ΓG``). Or are they one letter after another with all the
    accents that it may have (``áàâ éèê íìî``), or patterns for hyphenation (``ç2bd2bf2bğ2bh``) or
    rules of a spelling dictionary?
    """
    if _AFFIX.match(line) or _PATTERN.fullmatch(line):
        return True
    if any(not match.group().isascii() for match in _PATTERNS.finditer(line)):
        return True
    found = [char for char in line if char > "\x7f"]
    number = 1
    for a, b in pairwise(found):
        number = number + 1 if 0 < ord(b) - ord(a) <= STEP else 1
        if number >= LISTED:
            return True
    kinds = dict.fromkeys(found)
    if len(kinds) == len(found) >= LISTED and _in_order(found):
        return True
    alike = sum(_bare(a) == _bare(b) for a, b in pairwise(kinds))
    return len(kinds) >= LISTED and len(kinds) == len(found) and alike >= ALIKE * len(kinds)


def _in_order(chars: list[str]) -> bool:
    """Are as many as make a list in the order that they have in some page of 256?"""
    successors, number = _successors(), 1
    for a, b in pairwise(chars):
        number = number + 1 if a + b in successors else 1
        if number >= LISTED:
            return True
    return False


@lru_cache(maxsize=1)
def _successors() -> frozenset[str]:
    """Characters that stand side by side in a page, or with one between them."""
    found: set[str] = set()
    for name in SINGLE_BYTE:
        page = codec(name).chars[0x80:]
        for step in range(1, STEP + 1):
            found.update(a + b for a, b in zip(page, page[step:], strict=False) if a and b)
    return frozenset(found)


def _bare(char: str) -> str:
    """A letter without its accents."""
    return normalize("NFD", char)[0]


def is_drawn(line: str) -> bool:
    """Is there line art, of a few kinds and with no letter beside it, as in trees and tables?"""
    line = _ESCAPE.sub("  ", line)
    if _BOX.search(line):
        return True
    art = set(_ART.findall(line))
    if not 0 < len(art) <= PENS:
        return False
    if is_row(line):
        return True
    if _SPELLED.search(line) is not None:
        return False
    if _OTHER.search(line) is None:
        return True
    # Letters that were taken for others may be a few corners among many odd signs.
    return _DRAWN.search(line) is not None and not odd(_ART.sub(" ", line).replace(NBSP, " "))


def is_row(line: str) -> bool:
    """Is it the row of a table, with nothing odd in it but the lines?"""
    return _ROW.fullmatch(line) is not None and not odd(_ART.sub(" ", line).replace(NBSP, " "))


def _is_utf8(line: str) -> bool:
    """Is all of a line that is not ASCII well-formed UTF-8, as one of the usual readers shows it?

    Letters that were taken for others are that by chance in a place or two.
    """
    runs = [line[start:end] for start, end in runs_of(line, 0, len(line))]
    return any(_shows(runs, codec(name)) for name in SHOWING)


def _shows(runs: list[str], read: Codec) -> bool:
    try:
        for run in runs:
            read.encode(run).decode()
    except UnicodeError:
        return False
    return True
