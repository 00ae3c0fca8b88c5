"""Where a text may be damaged: runs, the sites they lie in, and what surrounds these.

A *site* is the smallest stretch that can be judged by itself: the runs between two white
spaces, with the letters and signs around them. Sites are gathered into *segments*, lines cut
to a bearable length, whose other words tell the language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mojifix.channels.misread import Misread
from mojifix.engine.undo import RUN, Option, Piece

Steps = tuple[Misread, ...]

REACH = 24
"""Code points that a site reaches out for a white space on either side."""

_BLANK = " \t\n\r\f\v"


class Run(NamedTuple):
    """A run with at least one way to undo it."""

    start: int
    end: int
    options: Mapping[Steps, Option]


@dataclass(slots=True)
class Site:
    """``text[start:end]`` with the runs in it."""

    start: int
    end: int
    runs: list[Run]
    left: bool
    right: bool
    """Does the text begin, or end, here?"""

    def steps(self) -> dict[Steps, float]:
        """The chains that change something here, and how unusual they are."""
        found: dict[Steps, float] = {}
        for run in self.runs:
            for steps, option in run.options.items():
                found.setdefault(steps, option.price)
        return found

    def pieces(self, steps: Steps) -> list[Piece]:
        """What the chain undoes here, with offsets in the whole text."""
        found: list[Piece] = []
        for run in self.runs:
            option = run.options.get(steps)
            if option is not None:
                at = run.start
                found += [Piece(at + p.start, at + p.end, p.text) for p in option.pieces]
        return found


@dataclass(slots=True)
class Segment:
    """A line or part of one, with its sites and the intact text between them."""

    start: int
    end: int
    sites: list[Site]

    def steps(self) -> dict[Steps, float]:
        """The chains that change something in one of the sites, and how unusual they are."""
        found: dict[Steps, float] = {}
        for site in self.sites:
            found.update(site.steps())
        return found


def spliced(text: str, start: int, end: int, pieces: list[Piece]) -> str:
    """``text[start:end]`` with the pieces put in."""
    parts: list[str] = []
    at = start
    for piece in pieces:
        parts += text[at : piece.start], piece.text
        at = piece.end
    parts.append(text[at:end])
    return "".join(parts)


def sites(text: str, start: int, end: int, runs: list[Run], *, beyond: bool = False) -> list[Site]:
    """The sites of a segment, from its runs.

    With ``beyond``, a site with a run before its last white space goes on to the end of the next
    word: that white space may be what is left of something else.
    """
    found: list[Site] = []
    for run in runs:
        left = max(start, run.start - REACH)
        for at in range(run.start - 1, left - 1, -1):
            if text[at] in _BLANK:
                left = at
                break
        right = min(end, run.end + REACH)
        for at in range(run.end, right):
            if text[at] in _BLANK:
                right = _next_blank(text, at + 1, end) if beyond and at == run.end else at + 1
                break
        if found and left < found[-1].end - 1:
            site = found[-1]
            site.end = max(site.end, right)
            site.right = site.end == end
            site.runs.append(run)
        else:
            found.append(Site(left, right, [run], left == start, right == end))
    return found


def _next_blank(text: str, start: int, end: int) -> int:
    for at in range(start, min(end, start + REACH)):
        if text[at] in _BLANK:
            return at + 1
    return min(end, start + REACH)


def runs_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of non-ASCII characters in ``text[start:end]``."""
    for match in RUN.finditer(text, start, end):
        yield match.span()


def monotonous(line: str) -> bool:
    """Is a line hardly more than one character again and again? It says nothing of a language."""
    # What stands in more than half of the places stands twice in one of these pairs, or at the end.
    pairs = zip(line[::2], line[1::2], strict=False)
    found = {a for a, b in pairs if a == b and a != " "} | set(line[-1:]) - {" "}
    return any(2 * line.count(char) > len(line) for char in found)
