"""From a damaged and a repaired text to the edits between them, whatever tool made them.

Theory of operation. Repairs leave most of a text alone, and keep lines and blanks. So the two
texts are cut into lines, then into words, then into single code points; at each level, what
stands in both once only and in the same order is an anchor (the idea of patience diff), and only
what lies between two anchors goes to the next level. Between anchors, equal numbers of lines or
words are taken pair by pair. All of it is linear but for sorting the anchors, and the edits do
not depend on which other packages are installed: ``difflib`` takes 14 s for one pair of 4,000
characters, and a compiled diff would make this module's result depend on an extra.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from operator import ne
from typing import NamedTuple

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
"""Lines end with LF only: of what else ends a line, NEL (U+0085) is damage more often than not."""

_WORDS = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")
"""Words and the blanks between them, both. NBSP is no blank here: it is often what was damaged."""

_SHINGLE = 4
"""Code points that are an anchor together where there are no words. Fewer repeat too often."""

_LONG = 64
"""A longer edit is looked through for anchors of four code points: a line of Chinese has no blanks,
and one repaired character in it should not make an edit of the whole line."""

_SHORT = 64
"""Up to here, difflib's way of comparing everything with everything stays under a millisecond."""


class Edit(NamedTuple):
    """``damaged[start:end]`` against ``repaired[start_repaired:end_repaired]``."""

    start: int
    end: int
    start_repaired: int
    end_repaired: int


def edits(damaged: str, repaired: str) -> tuple[Edit, ...]:
    """The edits that make ``repaired`` of ``damaged``, in order, word by word.

    Two edits never touch in both texts at once. Everything between them is equal.
    """
    found: list[Edit] = []
    for edit in _lines(damaged, repaired, Edit(0, len(damaged), 0, len(repaired))):
        last = found[-1] if found else None
        if last is not None and (last.end, last.end_repaired) == (edit.start, edit.start_repaired):
            found[-1] = Edit(last.start, edit.end, last.start_repaired, edit.end_repaired)
        else:
            found.append(edit)
    return tuple(found)


def finer(damaged: str, repaired: str, edit: Edit) -> tuple[Edit, ...]:
    """Cut one edit further, wherever two code points agree.

    For a word in which several things happened. An edit too long for that is cut at code points
    that stand in both once only.
    """
    ours, theirs = damaged[edit.start : edit.end], repaired[edit.start_repaired : edit.end_repaired]
    if max(len(ours), len(theirs)) > _SHORT:
        return tuple(_chars(damaged, repaired, edit, 1))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return tuple(
        Edit(edit.start + i, edit.start + k, edit.start_repaired + j, edit.start_repaired + m)
        for tag, i, k, j, m in matcher.get_opcodes()
        if tag != "equal"
    )


def _lines(damaged: str, repaired: str, edit: Edit) -> Iterator[Edit]:
    edit = _whole_lines(damaged, _trim(damaged, repaired, edit))
    ours = _LINES.findall(damaged, edit.start, edit.end)
    theirs = _LINES.findall(repaired, edit.start_repaired, edit.end_repaired)
    for gap in _gaps(edit, ours, theirs):
        yield from _words(damaged, repaired, gap)


def _whole_lines(damaged: str, edit: Edit) -> Edit:
    """Widen to whole lines, in what both texts have around the edit.

    A line that lost its ends would have lost words, and no longer go pair by pair.
    """
    left = edit.start - (damaged.rfind("\n", 0, edit.start) + 1)
    right = damaged.find("\n", edit.end) + 1 or len(damaged)
    return Edit(
        edit.start - left,
        right,
        edit.start_repaired - left,
        edit.end_repaired + right - edit.end,
    )


def _words(damaged: str, repaired: str, edit: Edit) -> Iterator[Edit]:
    ours = _WORDS.findall(damaged, edit.start, edit.end)
    theirs = _WORDS.findall(repaired, edit.start_repaired, edit.end_repaired)
    for gap in _gaps(edit, ours, theirs):
        cut = _trim(damaged, repaired, gap)
        if min(cut.end - cut.start, cut.end_repaired - cut.start_repaired) > _LONG:
            yield from _chars(damaged, repaired, cut, _SHINGLE)
        elif cut.start < cut.end or cut.start_repaired < cut.end_repaired:
            yield cut


def _chars(damaged: str, repaired: str, edit: Edit, size: int) -> Iterator[Edit]:
    ours = _shingles(damaged[edit.start : edit.end], size)
    theirs = _shingles(repaired[edit.start_repaired : edit.end_repaired], size)
    i, j = edit.start, edit.start_repaired
    for left, right in (*_anchors(ours, theirs), (len(ours) + size, len(theirs) + size)):
        end = min(edit.start + left, edit.end)
        end_repaired = min(edit.start_repaired + right, edit.end_repaired)
        if end < i or end_repaired < j:
            continue  # overlaps the anchor before
        cut = _trim(damaged, repaired, Edit(i, end, j, end_repaired))
        if cut.start < cut.end or cut.start_repaired < cut.end_repaired:
            yield cut
        i, j = end + size, end_repaired + size


def _shingles(text: str, size: int) -> list[str]:
    return [text[i : i + size] for i in range(len(text) - size + 1)]


def _gaps(edit: Edit, ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Edit]:
    """What lies between anchors; pair by pair where both sides have as many parts."""
    at, at_repaired = _offsets(edit.start, ours), _offsets(edit.start_repaired, theirs)
    i = j = 0
    for left, right in (*_anchors(ours, theirs), (len(ours), len(theirs))):
        if left - i == right - j:
            for k in range(left - i):
                if ours[i + k] != theirs[j + k]:
                    yield Edit(at[i + k], at[i + k + 1], at_repaired[j + k], at_repaired[j + k + 1])
        else:
            yield Edit(at[i], at[left], at_repaired[j], at_repaired[right])
        i, j = left + 1, right + 1


def _offsets(start: int, parts: Sequence[str]) -> list[int]:
    offsets = [start]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return offsets


def _anchors(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of places of parts that stand in both once: the longest run in the same order."""
    if len(ours) == len(theirs) and sum(map(ne, ours, theirs)) * 2 <= len(ours):
        return []  # they go pair by pair
    once = Counter(ours)
    place = {part: j for j, part in enumerate(theirs)}
    number = Counter(theirs)
    pairs = [
        (i, place[part])
        for i, part in enumerate(ours)
        if once[part] == 1 and number[part] == 1 and not part.isspace()
    ]
    return _longest_increasing(pairs)


def _longest_increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of ``pairs`` whose second numbers increase too (by patience sorting)."""
    tops: list[int] = []
    at_top: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        before.append(at_top[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(j)
            at_top.append(n)
        else:
            tops[pile] = j
            at_top[pile] = n
    chosen: list[tuple[int, int]] = []
    n = at_top[-1] if at_top else -1
    while n >= 0:
        chosen.append(pairs[n])
        n = before[n]
    return chosen[::-1]


def _trim(damaged: str, repaired: str, edit: Edit) -> Edit:
    """Without what is equal at both ends."""
    start, end, start_repaired, end_repaired = edit
    same = _common(damaged[start:end], repaired[start_repaired:end_repaired])
    start, start_repaired = start + same, start_repaired + same
    same = _common(damaged[start:end][::-1], repaired[start_repaired:end_repaired][::-1])
    return Edit(start, end - same, start_repaired, end_repaired - same)


def _common(one: str, other: str) -> int:
    """How many code points two texts begin with alike. Slices do the comparing, for speed."""
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        return high
    while low + 1 < high:  # they agree up to low, and not up to high
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low if one[low:high] != other[low:high] else high
