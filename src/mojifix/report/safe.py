"""Making untrusted text safe for a terminal, and invisible text visible.

A terminal obeys what it prints. ESC and the C1 controls start commands (move, recolor, retitle,
on some terminals paste), CR and BS overwrite what was said before, bidi controls reorder it
(CVE-2021-42574), LS and PS break lines for some readers and not for others. Damaged text is full
of C1 controls even where nobody means harm. Each such code point is shown as ``<U+009B>``.

Kept: letters of all scripts, emoji with their joiners, NBSP, soft hyphens. They may print nothing,
but they command nothing; :func:`visible` shows them too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, east_asian_width


@lru_cache(maxsize=1)  # 3 ms, and most that is shown is printable
def _unsafe() -> re.Pattern[str]:
    # C0 and DEL (ECMA-48 5.1), C1 (ECMA-48 5.3), the twelve code points with the property
    # Bidi_Control and the deprecated formatting characters next to them (Unicode 16, 23.2, 23.3),
    # LS and PS, interlinear annotations, lone surrogates, and the 66 noncharacters (Unicode, 23.7).
    return re.compile(
        "[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb"
        "\ud800-\udfff\ufdd0-\ufdef"
        + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
        + "]"
    )


def escape(character: str) -> str:
    """Name one code point: ``<U+009B>``."""
    return f"<U+{ord(character):04X}>"


def safe(text: str, *, keep: str = "") -> str:
    r"""Show each code point that commands a terminal; ``keep`` names those to let through.

    >>> safe("a\x1b[31mb\x9b\u202ec\n")
    'a<U+001B>[31mb<U+009B><U+202E>c<U+000A>'
    >>> safe("two\nlines", keep="\n")
    'two\nlines'
    """
    if text.isprintable():
        return text

    def show(match: re.Match[str]) -> str:
        character = match.group()
        return character if character in keep else escape(character)

    return _unsafe().sub(show, text)


def visible(text: str) -> str:
    r"""Show each code point that prints nothing, so that it can be talked about.

    >>> visible("10\xa0km")
    '10<U+00A0>km'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else escape(c) for c in text)


def shown(text: str) -> str:
    """Show a short text by itself: what prints nothing, and spaces where it begins or ends.

    >>> shown("Β ")
    'Β␣'
    """
    body = text.strip(" ")
    if not body:
        return "␣" * len(text)
    before, _, after = text.partition(body)
    return "␣" * len(before) + visible(body) + "␣" * len(after)


def view(text: str) -> str:
    """Show running text as a terminal may show it: line ends and tabs stay."""
    return safe(text.replace("\r\n", "\n"), keep="\n\t")


def cells(text: str) -> int:
    """How many columns of a terminal the text takes (East Asian wide characters take two)."""
    if text.isascii():
        return len(text)
    return sum(map(_cell, text))


def _cell(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def clip(text: str, width: int, *, left: bool = False) -> str:
    """Cut text to so many columns, with an ellipsis where it was cut.

    ``left`` cuts the beginning instead of the end.
    """
    if cells(text) <= width:
        return text
    kept = 0
    room = width - 1
    for character in reversed(text) if left else text:
        room -= _cell(character)
        if room < 0:
            break
        kept += 1
    return "…" + text[len(text) - kept :] if left else text[:kept] + "…"
