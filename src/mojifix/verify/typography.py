"""Differences that editors make on purpose: NBSP for a blank, and the style of quotation marks.

A sibling that quotes a passage in the style of its own house has ``‘…’`` where this text has
``“…”``. That says nothing against the repair, as long as the text is of one piece: the mark and
its partner belong together, in both texts, and the repaired text has no other habit elsewhere.
Otherwise the mark is the wrong one. The same for dashes: a sibling's ``—`` for ``–`` is a matter
of style if the repaired text has no other ``—``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

# Not ”…” and »…» (Swedish, Finnish): a closing mark for an opening one is the commonest wrong
# reading, and a sibling in another language's style is rare.
_PAIRS = frozenset(("“”", "‘’", "«»", "»«", "‹›", "›‹", "„“", "„”", "‚‘", "‚’", "「」", "『』"))
"""Opening and closing marks, as the languages combine them."""

_MARKS = frozenset("".join(_PAIRS))
_MARK_OR_LINE = re.compile(f"[\n{''.join(sorted(_MARKS))}]")
_DASHES = frozenset("‒–—―")
_FAR = 2000  # code points to look for the partner of a quotation mark; paragraphs end sooner


def same(one: str, other: str) -> bool:
    """Equal, but for the kind of blanks and the composition of letters (NFC or NFD).

    Blanks alone are equal only if they are the same: they are what the question is then.
    """
    if one == other:
        return True
    return not one.isspace() and _plain(one) == _plain(other)


class Habits:
    """How a text sets its quotation marks and dashes."""

    __slots__ = ("_marks", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks: Counter[tuple[int, str]] | None = None

    def explain(self, start: int, end: int, witness: str, at: int, to: int) -> bool:
        """``text[start:end]`` and ``witness[at:to]`` differ, and only in style."""
        if end - start != to - at:
            return False
        different = False
        for i, j in zip(range(start, end), range(at, to), strict=True):
            if self._text[i] != witness[j]:
                different = True
                if not (self._explains_dash(i, witness[j]) or self._explains_mark(i, witness, j)):
                    return False
        return different

    def _explains_dash(self, i: int, theirs: str) -> bool:
        return self._text[i] in _DASHES and theirs in _DASHES and theirs not in self._text

    def _explains_mark(self, i: int, witness: str, j: int) -> bool:
        role = _role(self._text, i)
        return (
            role == _role(witness, j)
            and _paired(self._text, i)
            and _paired(witness, j)
            and self._usual(role, self._text[i])
        )

    def _usual(self, role: int, mark: str) -> bool:
        """No other mark has this role more often in the rest of the text."""
        if self._marks is None:
            self._marks = Counter(_pairs(self._text))
        others = [n for (r, m), n in self._marks.items() if r == role and m != mark]
        return self._marks[role, mark] - 1 >= max(others, default=0)


def _pairs(text: str) -> Iterator[tuple[int, str]]:
    """The role and mark of every quotation mark that has its partner, line by line.

    An apostrophe at the end of a word (``the workers’ rights``) looks like a mark that closes; it
    has none.
    """
    opened: tuple[int, str] | None = None
    for match in _MARK_OR_LINE.finditer(text):
        mark = match.group()
        role = _role(text, match.start())
        if mark == "\n":
            opened = None
        elif role > 0:
            opened = role, mark
        elif role < 0 and opened is not None and opened[1] + mark in _PAIRS:
            yield opened
            yield role, mark
            opened = None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _role(text: str, at: int) -> int:
    """-1 for a mark that closes, 1 for one that opens, 0 for an apostrophe or anything else."""
    if text[at] not in _MARKS:
        return 0
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if before.isalnum() and after.isalnum():
        return 0
    if not before or before.isspace() or before in "([{—–":
        return 1
    return 1 if after.isalnum() else -1


def _paired(text: str, at: int) -> bool:
    """The nearest mark of the other role, in the same paragraph, belongs to this one."""
    role = _role(text, at)
    i = at + role
    while role and 0 <= i < len(text) and abs(i - at) < _FAR and text[i] != "\n":
        if _role(text, i) == -role:
            return (text[at] + text[i] if role > 0 else text[i] + text[at]) in _PAIRS
        i += role
    return False
