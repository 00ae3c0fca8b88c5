"""Mojibake that was flattened to ASCII: ``itaEUR(TM)s``, ``aEURoequotedaEUR``.

Tools that write ASCII spell each character of ``â€™`` by itself: a, EUR, (TM). Nobody else writes
that. Only what shows beyond doubt is read back: the marks of E2 80, and ``é`` within a word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mojifix.channels import parse
from mojifix.model import Chain, Span

FLAT = ("ascii-transliterate", "ascii-unidecode")
READER = "utf-8>windows-1252"
SIGN = "aEUR"
"""What is left of ``â€``."""
MARKS = "’“”‘–—…•"
LETTERS = "é"
CONFIDENCE = 0.99
_LETTER = re.compile(r"(?<=[a-z])A\([cC]\)|\bA\([cC]\)(?=[a-z])")


class _Table(NamedTuple):
    pattern: re.Pattern[str]
    originals: dict[str, dict[str, Chain]]
    """By what is seen: the originals, with the chain of each."""


@lru_cache(maxsize=1)
def _table() -> _Table:
    found: dict[str, dict[str, Chain]] = {}
    for name in FLAT:
        chain = parse(READER, name)
        for original in MARKS + LETTERS:
            found.setdefault(chain.damage(original), {}).setdefault(original, chain)
    marks = sorted((seen for seen in found if seen.startswith(SIGN)), key=len, reverse=True)
    return _Table(re.compile(f"{'|'.join(map(re.escape, marks))}|{_LETTER.pattern}"), found)


def flattened_worth(text: str) -> bool:
    """Is there anything that may be such mojibake? Two ``in`` for a text without any."""
    return SIGN in text or ("A(" in text and _LETTER.search(text) is not None)


def flattened_spans(text: str) -> tuple[Span, ...]:
    """Spans of flattened mojibake, in order."""
    if not flattened_worth(text):
        return ()
    table = _table()
    found: list[Span] = []
    for match in table.pattern.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        originals = table.originals[match.group()]
        if match.group() == SIGN and (not before.strip() or after.isalnum()):
            continue  # A closing mark of which nothing is left stands behind something.
        original = next(iter(originals))
        if "–" in originals:
            between = (before.isspace() and after.isspace()) or (before + after).isdigit()
            original = "–" if between else "—"
        found.append(Span(start, end, original, originals[original], CONFIDENCE))
    return tuple(found)
