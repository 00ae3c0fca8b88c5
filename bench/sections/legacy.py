"""Legacy codecs read as each other, and UTF-8 read as a multi-byte codec."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator

from bench.case import Case
from bench.corpus import Corpus
from bench.damage import Damage, legacy_as
from bench.sections.utf8 import damaged_case

READERS = (
    *("iso-8859-1", "windows-1252", "windows-1250", "windows-1251", "windows-1254"),
    *("cp437", "cp850", "mac-roman", "koi8-r"),
)
"""The nine wrong readings."""

_CYRILLIC = ("windows-1251", "iso-8859-5", "koi8-r", "cp866", "mac-cyrillic")
_CENTRAL = ("windows-1250", "iso-8859-2", "cp852")
_WESTERN = ("windows-1252", "cp850", "cp437", "mac-roman")
_ARABIC = ("windows-1256", "iso-8859-6")
_BALTIC = ("windows-1257", "iso-8859-13", "cp775")

WRITERS: dict[str, tuple[str, ...]] = {
    "ru": _CYRILLIC,
    "bg": _CYRILLIC,
    "uk": ("windows-1251", "iso-8859-5", "koi8-u", "mac-cyrillic"),
    "be": ("windows-1251", "iso-8859-5", "mac-cyrillic"),
    "mk": ("windows-1251", "iso-8859-5", "cp855"),
    "sr-Cyrl": ("windows-1251", "iso-8859-5", "cp855"),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr"), _CENTRAL),
    "ro": (*_CENTRAL, "iso-8859-16"),
    "el": ("windows-1253", "iso-8859-7", "cp737"),
    "tr": ("windows-1254", "iso-8859-9", "cp857"),
    "he": ("windows-1255", "iso-8859-8", "cp862"),
    **dict.fromkeys(("ar", "fa", "ur"), _ARABIC),
    **dict.fromkeys(("lt", "lv", "et"), _BALTIC),
    "th": ("windows-874",),
    "vi": ("windows-1258",),
    **dict.fromkeys(("fr", "de", "es", "pt", "it", "sv", "da", "nb", "fi", "is"), _WESTERN),
    "ja": ("cp932", "euc_jp"),
    "zh-Hans": ("gb18030",),
    "zh-Hant": ("big5hkscs",),
    "ko": ("cp949",),
}
"""The codecs in which text of each language was really stored."""

CJK = ("ja", "zh-Hans", "zh-Hant", "ko")
MULTI_BYTE_READERS = ("gb18030", "cp932", "big5hkscs", "cp949")

ENOUGH = 4
"""Non-ASCII characters a sentence must have; the bar is set for such sentences."""


def windows_1258_form(text: str) -> str:
    """Vietnamese as windows-1258 stores it: the vowel precomposed, its tone combining."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    result = []
    for char in unicodedata.normalize("NFC", text):
        marks = unicodedata.normalize("NFD", char)
        tone = [m for m in marks if m in tones]
        if tone and not _encodes(char):
            rest = "".join(m for m in marks if m not in tones)
            result.append(unicodedata.normalize("NFC", rest) + tone[0])
        else:
            result.append(char)
    return "".join(result)


def _encodes(char: str) -> bool:
    return bool(char.encode("cp1258", "ignore"))


def _sentences(
    corpus: Corpus, lang: str, damage: Damage, limit: int | None, seed: int
) -> list[str]:
    many = None if limit is None else limit * 6
    pool = corpus.sample(lang, damage.name, many, seed)
    return [s for s in pool if sum(not c.isascii() for c in s) >= ENOUGH]


def _pair(
    damage: Damage, lang: str, corpus: Corpus, limit: int | None, seed: int
) -> Iterator[Case]:
    section = "cjk" if damage.name.partition(">")[2] in MULTI_BYTE_READERS else "legacy"
    taken = 0
    for sentence in _sentences(corpus, lang, damage, limit, seed):
        if limit is not None and taken >= limit:
            return
        stored = windows_1258_form(sentence) if damage.name.startswith("windows-1258") else sentence
        case = damaged_case(section, damage, lang, stored)
        if case is not None:
            taken += 1
            yield case


def legacy(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """Each language's codecs, each read as nine others."""
    for lang, writers in WRITERS.items():
        for written in writers:
            for read in READERS:
                if read != written:
                    yield from _pair(_legacy(written, read), lang, corpus, limit, seed)


def cjk(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """The multi-byte codecs read as each other, where that can be reversed."""
    for lang in CJK:
        for written in WRITERS[lang]:
            for read in MULTI_BYTE_READERS:
                if read != written:
                    yield from _pair(_legacy(written, read), lang, corpus, limit, seed)


def multi_byte(corpus: Corpus, limit: int | None, seed: int) -> Iterator[Case]:
    """UTF-8 read as a multi-byte codec, where that can be reversed."""
    for read in MULTI_BYTE_READERS:
        damage = _legacy("utf-8", read)
        for lang in corpus.languages:
            taken = 0
            # Few sentences come out of these codecs reversibly, so many are tried.
            many = None if limit is None else limit * 20
            for sentence in corpus.sample(lang, damage.name, many, seed):
                if limit is not None and taken >= limit:
                    break
                case = damaged_case("multi-byte", damage, lang, sentence)
                if case is not None:
                    taken += 1
                    yield case


@functools.cache
def _legacy(written: str, read: str) -> Damage:
    return legacy_as(written, read)
