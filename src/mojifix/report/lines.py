"""Lines of fragments: the only way in which words for people become a string."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mojifix.report.safe import safe

Fragment = str | tuple[str, str]
"""Text, or text and the name of its style."""

Line = Sequence[Fragment]
"""The fragments of one line, without the line end."""

# SGR parameters (ECMA-48 8.3.117): the eight colors that every terminal has and lets its user
# choose. Nothing is said by color alone.
_STYLES = {
    "title": "1",
    "dim": "2",
    "path": "1",
    "bad": "31",
    "good": "32",
    "warn": "33",
    "chain": "36",
}


def render(lines: Iterable[Line], *, color: bool) -> str:
    r"""Join fragments and lines. Every fragment is made safe for a terminal, styled or not.

    >>> render([["found ", ("\x1b]0;title", "bad")]], color=False)
    'found <U+001B>]0;title\n'
    """
    return "".join("".join(_paint(f, color=color) for f in line) + "\n" for line in lines)


def _paint(fragment: Fragment, *, color: bool) -> str:
    if isinstance(fragment, str):
        return safe(fragment, keep="\t")
    text, style = fragment
    text = safe(text, keep="\t")
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if color and text else text


def count(number: int, noun: str) -> str:
    """Count things: ``1 place``, ``1,200 places``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
