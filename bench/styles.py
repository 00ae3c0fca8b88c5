"""Clean text as people style it: nothing is damaged in it, and much is unlike any language.

Each style is a function from a text to the styled text, the same one every time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import normalize

_HALF = {normalize("NFKC", chr(c)): chr(c) for c in range(0xFF61, 0xFF9E)} | {
    "\u3099": "\uff9e",
    "\u309a": "\uff9f",
}
_KATAKANA = re.compile("[\u30a1-\u30fc]")
_SMALL = str.maketrans("abcdefghijklmnopqrstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ")
_TURNED = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz")
_LATIN, _CYRILLIC = "aeopcyxABEKMHOPCTX", "аеорсухАВЕКМНОРСТХ"
_FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def _half_width(text: str) -> str:
    return _KATAKANA.sub(
        lambda match: "".join(_HALF.get(c, c) for c in normalize("NFD", match.group())), text
    )


def _every_other(text: str, change: Callable[[str], str]) -> str:
    return "".join(change(char) if i % 2 else char for i, char in enumerate(text))


def _camel_case(text: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in re.findall(r"\w+", text))


STYLES: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: normalize("NFD", text),
    "katakana of half width": _half_width,
    "full width": lambda text: text.translate(_FULL),
    "some Latin letters Cyrillic": lambda text: _every_other(
        text, lambda char: char.translate(str.maketrans(_LATIN, _CYRILLIC))
    ),
    "Cyrillic letters Latin": lambda text: text.translate(str.maketrans(_CYRILLIC, _LATIN)),
    "some accents gone": lambda text: _every_other(text, lambda char: normalize("NFD", char)[0]),
    "aLtErNaTiNg": lambda text: _every_other(text, str.upper),
    "small capitals": lambda text: text.translate(_SMALL),
    "upside down": lambda text: text.translate(_TURNED)[::-1],
    "backwards": lambda text: text[::-1],
    "CamelCase": _camel_case,
    "spaced": " ".join,
    "struck out": lambda text: "".join(char + "\u0336" for char in text),
    "syl·la·bles": lambda text: re.sub(r"(\w\w)(?=\w\w)", r"\1·", text),
    "drawn ooout": lambda text: re.sub(r"([^\W\d_])(?!\w)", r"\1\1\1", text),
}
