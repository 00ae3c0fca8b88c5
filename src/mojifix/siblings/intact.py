"""Whether a witness is intact itself.

A copy of the damaged text, taken from the same source, has the same damage in the same place. It
agrees with the damaged text there, and so does an intact document where the damaged-looking text
is what its author wrote (``TGF-β``). This module tells the two apart by what no writer does: it
looks at the code points next to each other, and knows no language and no codec.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

_BROKEN = re.compile("[\x80-\x9f\ufffd\ud800-\udfff\ue000-\uf8ff]")
"""C1 controls, the replacement character, lone surrogates, private use."""

_STOPS = frozenset(".,;:!?")
_LOOK_AT = 200  # occurrences in a document; damage shows in the first few


def is_damaged(text: str, stretch: str) -> bool:
    """Whether ``text`` shows that ``stretch`` is damage in it: at some place no writer put it.

    Costs time linear in the length of ``text``.
    """
    if not stretch or text.isascii():
        return False
    if _BROKEN.search(stretch):
        return True
    at = text.find(stretch)
    for _ in range(_LOOK_AT):
        if at < 0:
            return False
        if _odd(text, at, at + len(stretch)):
            return True
        at = text.find(stretch, at + 1)
    return False


def _odd(text: str, start: int, end: int) -> bool:
    """Nobody writes ``text[start:end]`` between these neighbors."""
    window = text[max(0, start - 1) : end + 1]
    if any(_clash(a, b) for a, b in pairwise(window)):
        return True
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before.islower() and before.isascii() and after.islower() and after.isascii():
        # Inside an English word. Thai or Kana next to Latin letters is common, between them not.
        return any(char.isalpha() and _script(char) != "LATIN" for char in text[start:end])
    # A letter glued behind a full stop or comma, where a quotation mark would stand.
    return (
        text[start].isalpha()
        and before in _STOPS
        and text[max(0, start - 3) : max(0, start - 1)].isalpha()
        and not after.isalnum()
    )


def _clash(a: str, b: str) -> bool:
    if a.isascii() and b.isascii():
        return False
    if a.isalpha() and b.isalpha():
        # Behind a capital, a letter of another script is how science writes: TGFβ, Aβ42.
        scripts = {_script(a), _script(b)}
        return a.islower() and (b.isupper() or (len(scripts) == 2 and scripts <= _SPACED))
    if a.isascii() or b.isascii():
        return False
    # Two at once that aren't ASCII, a letter and a sign or an opening quotation mark: Ã©, â€, Ã“.
    return (a.isalpha() and unicodedata.category(b) in _SIGNS) or (
        b.isalpha() and unicodedata.category(a) in _SIGNS
    )


_SPACED = frozenset(("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "HEBREW", "ARABIC"))
"""Scripts with blanks between words, so that letters of two of them don't meet."""

_SIGNS = frozenset(("Sc", "Sk", "Sm", "So", "Pi"))


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    """The first word of its name; empty for signs that count as letters, like µ and º."""
    script, _, rest = unicodedata.name(char, "").partition(" ")
    return script if "LETTER" in rest else ""
