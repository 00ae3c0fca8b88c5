"""Losses: steps that drop or flatten what they do not understand.

Each is a function from text to text, so a repair can be replayed through it; each has several
pre-images, so plausibility (or a sibling) has to choose among them. Losses happen to
text that was misread already, so they stand after the misreading in a chain:
``utf-8>iso-8859-7 · drop-c1 · nbsp-to-space``.

U+FFFD that was itself misread (``ï¿½``) is no loss of its own: it is
``windows-1252>utf-8/fffd · utf-8>windows-1252``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from mojifix.channels.flatten import to_ascii_by_glibc, to_ascii_by_unidecode


class Loss:
    """A named step that loses information. There is one object per name."""

    __slots__ = ("_run", "by_character", "name", "summary")

    name: str
    summary: str
    by_character: bool
    """What happens to a character does not depend on anything beyond its line."""

    def __init__(
        self, name: str, summary: str, run: Callable[[str], str], *, by_character: bool = True
    ) -> None:
        self.name = name
        self.summary = summary
        self.by_character = by_character
        self._run = run

    @property
    def lossless(self) -> bool:
        """Never: different texts come out the same."""
        return False

    def damage(self, text: str) -> str:
        """Run the step. Only the ASCII flatteners refuse (``ChannelError``): see there."""
        return self._run(text)

    def __repr__(self) -> str:
        return f"channel({self.name!r})"


# A compiled class is twice as fast as str.translate, which asks a dict about every character.
_C1 = re.compile("[\x80-\x9f]+")
# A byte from C2 to F4 begins a UTF-8 character; read as Latin-1 or windows-1252 it is the letter
# of that number, and what follows it are the characters that 80 to BF were read as.
_LEAD = re.compile("[\xc2-\xf4](?=[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])")
# Windows and browsers read some pairs of GBK, Big5 and Shift_JIS as private-use characters, which
# many later steps can't store or show.
_PRIVATE = re.compile("[\ue000-\uf8ff]+")
_SINGLE = re.compile("[\u2018-\u201b]")
_DOUBLE = re.compile("[\u201c-\u201f]")


def _straighten(text: str) -> str:
    return _DOUBLE.sub('"', _SINGLE.sub("'", text))


def _nfkc(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


LOSSES: Mapping[str, Loss] = MappingProxyType(
    {
        loss.name: loss
        for loss in (
            Loss(
                "drop-c1",
                "C1 controls (U+0080 to U+009F) were dropped",
                lambda text: _C1.sub("", text),
            ),
            Loss("nbsp-to-space", "NBSP became a space", lambda text: text.replace("\xa0", " ")),
            Loss("drop-nbsp", "NBSP was dropped", lambda text: text.replace("\xa0", "")),
            Loss(
                "shy-to-space", "the soft hyphen became a space", lambda t: t.replace("\xad", " ")
            ),
            Loss("drop-shy", "the soft hyphen was dropped", lambda text: text.replace("\xad", "")),
            Loss("drop-nul", "NUL was dropped", lambda text: text.replace("\x00", "")),
            Loss("drop-fffd", "U+FFFD was dropped", lambda text: text.replace("\ufffd", "")),
            Loss(
                "drop-private",
                "private-use characters (U+E000 to U+F8FF) were dropped",
                lambda text: _PRIVATE.sub("", text),
            ),
            Loss(
                "drop-lead",
                "the first character of each misread UTF-8 sequence was dropped",
                lambda text: _LEAD.sub("", text),
            ),
            Loss("lower-case", "all letters became lower case", str.lower),
            Loss("upper-case", "all letters became capitals", str.upper),
            Loss("nfkc", "compatibility characters were normalized away (NFKC)", _nfkc),
            Loss("straighten-quotes", "curly quotation marks became straight ones", _straighten),
            Loss(
                "ascii-transliterate",
                "flattened to ASCII as iconv //TRANSLIT does: aEUR(TM)",
                to_ascii_by_glibc,
            ),
            Loss(
                "ascii-unidecode",
                "flattened to ASCII as Unidecode does: aEUR(tm)",
                to_ascii_by_unidecode,
            ),
            Loss(
                "truncate-last",
                "the last character was cut off",
                lambda text: text[:-1],
                by_character=False,
            ),
        )
    }
)
"""The losses by name."""
