"""Two ways to write mojibake in ASCII.

The tables are about what happens to *mojibake*: they have the characters that UTF-8 read as
Latin-1 or windows-1252 is made of. Their source is what the tools were seen to write: glibc 2.36
``iconv -t ASCII//TRANSLIT`` in the locale C.UTF-8, and Unidecode 1.4. Letters that are not in
them lose their marks (both tools agree); anything else is refused, because what a tool would
write for it is not known here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from mojifix.errors import ChannelError


def to_ascii_by_glibc(text: str) -> str:
    """ASCII as ``iconv`` writes it. Raises ``ChannelError`` for what the table lacks."""
    return _flatten(text, _GLIBC, "ascii-transliterate")


def to_ascii_by_unidecode(text: str) -> str:
    """ASCII as Unidecode writes it. Raises ``ChannelError`` for what the table lacks."""
    return _flatten(text, _UNIDECODE, "ascii-unidecode")


def _flatten(text: str, table: Mapping[str, str], name: str) -> str:
    if text.isascii():
        return text
    parts = []
    for at, char in enumerate(text):
        flat = char if char < "\x80" else table.get(char)
        if flat is None:
            flat = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
            if not (flat.isalpha() and char.isalpha()):
                raise ChannelError(
                    f"what becomes of {char!r} (U+{ord(char):04X}) is not known",
                    where=f"{name}, code point {at}",
                )
        parts.append(flat)
    return "".join(parts)


def _table(*lines: str) -> dict[str, str]:
    """Words of a character and what it becomes; the character alone where that is nothing."""
    return {word[0]: word[1:] for line in lines for word in line.split(" ")}


_BOTH = {
    "\xa0": " ",
    **_table(
        "¡! ¦| ªa «<< ¬! ±+- ²2 ³3 ´' µu ¸, ¹1 ºo »>> ¿?",
        "ÆAE æae ÐD ðd ØO øo ßss ×x ÷/ þth ŒOE œoe ƒf ıi ŁL łl ĐD đd",
        "€EUR ‚, „,, …... †+ ˆ^ ˜~ ‹< ›> ‘' ’' “\" ”\" –- —--",
    ),
}
_GLIBC = {
    **_BOTH,
    **dict.fromkeys(map(chr, range(0x80, 0xA0)), "?"),
    **_table("¢c £GBP ¤? ¥JPY §? ¨? ©(C) \xad- ®(R) ¯? °? ¶? ·. ÞTH ‡? ‰? •o ™(TM)"),
    "¼": " 1/4 ",
    "½": " 1/2 ",
    "¾": " 3/4 ",
}
_UNIDECODE = {
    **_BOTH,
    **dict.fromkeys(map(chr, range(0x80, 0xA0)), ""),
    **_table('¢C/ £PS ¤$? ¥Y= §SS ¨" ©(c) \xad ®(r) ¯- °deg ¶P ·* ÞTh ‡++ ‰%0 •* ™(tm)'),
    "¼": " 1/4",
    "½": " 1/2",
    "¾": " 3/4",
}
