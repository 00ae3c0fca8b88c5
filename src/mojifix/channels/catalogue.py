"""The catalogue: which codecs there are, what else they are called, and where their facts are.

One row per codec, in the order in which people should read them. ``source`` names the codec of
Python's standard library that has the table, or is empty where :mod:`.tables` has it.
``kind`` says what is made of it:

``bytes``      a single-byte page as its source has it; undefined bytes stay undefined
``sloppy``     a single-byte Windows page: undefined bytes are the character of the same number
``direct``     not a table of 256: Python's own codec does the work
"""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One codec of the catalogue."""

    name: str
    kind: str
    source: str
    aliases: str
    """Other names, separated by blanks, normalized (lower case, hyphens)."""
    summary: str


ROWS: tuple[Row, ...] = tuple(
    Row(*row)
    for row in (
        ("utf-8", "direct", "utf-8", "utf8 u8 cp65001", "UTF-8"),
        ("utf-16-le", "direct", "utf-16-le", "utf16le utf-16le", "UTF-16, low byte first"),
        ("utf-16-be", "direct", "utf-16-be", "utf16be utf-16be", "UTF-16, high byte first"),
        ("ascii", "bytes", "ascii", "us-ascii ansi-x3.4-1968 646", "ASCII"),
        ("windows-1250", "sloppy", "cp1250", "cp1250 x-cp1250", "Windows, Central European"),
        ("windows-1251", "sloppy", "cp1251", "cp1251 x-cp1251", "Windows, Cyrillic"),
        ("windows-1252", "sloppy", "cp1252", "cp1252 x-cp1252 ansi", "Windows, Western European"),
        ("windows-1253", "sloppy", "cp1253", "cp1253 x-cp1253", "Windows, Greek"),
        ("windows-1254", "sloppy", "cp1254", "cp1254 x-cp1254", "Windows, Turkish"),
        ("windows-1255", "sloppy", "cp1255", "cp1255 x-cp1255", "Windows, Hebrew"),
        ("windows-1256", "sloppy", "cp1256", "cp1256 x-cp1256", "Windows, Arabic"),
        ("windows-1257", "sloppy", "cp1257", "cp1257 x-cp1257", "Windows, Baltic"),
        ("windows-1258", "sloppy", "cp1258", "cp1258 x-cp1258", "Windows, Vietnamese"),
        ("windows-874", "sloppy", "cp874", "cp874 ibm874 dos-874", "Windows, Thai"),
        ("iso-8859-1", "bytes", "latin-1", "latin-1 latin1 l1 iso8859-1 cp819 ibm819", "Latin-1"),
        ("iso-8859-2", "bytes", "iso8859-2", "latin-2 latin2 l2 iso8859-2", "Latin-2, Central European"),
        ("iso-8859-3", "bytes", "iso8859-3", "latin-3 latin3 l3 iso8859-3", "Latin-3, South European"),
        ("iso-8859-4", "bytes", "iso8859-4", "latin-4 latin4 l4 iso8859-4", "Latin-4, North European"),
        ("iso-8859-5", "bytes", "iso8859-5", "iso8859-5 cyrillic", "ISO, Cyrillic"),
        ("iso-8859-6", "bytes", "iso8859-6", "iso8859-6 arabic asmo-708 ecma-114", "ISO, Arabic"),
        ("iso-8859-7", "bytes", "iso8859-7", "iso8859-7 greek elot-928 ecma-118", "ISO, Greek"),
        ("iso-8859-8", "bytes", "iso8859-8", "iso8859-8 iso-8859-8-i hebrew", "ISO, Hebrew"),
        ("iso-8859-9", "bytes", "iso8859-9", "latin-5 latin5 l5 iso8859-9", "Latin-5, Turkish"),
        ("iso-8859-10", "bytes", "iso8859-10", "latin-6 latin6 l6 iso8859-10", "Latin-6, Nordic"),
        ("iso-8859-11", "bytes", "iso8859-11", "iso8859-11 thai", "ISO, Thai (TIS-620 and NBSP)"),
        ("iso-8859-13", "bytes", "iso8859-13", "latin-7 latin7 l7 iso8859-13", "Latin-7, Baltic"),
        ("iso-8859-14", "bytes", "iso8859-14", "latin-8 latin8 l8 iso8859-14", "Latin-8, Celtic"),
        ("iso-8859-15", "bytes", "iso8859-15", "latin-9 latin9 l9 iso8859-15", "Latin-9, Latin-1 with €"),
        ("iso-8859-16", "bytes", "iso8859-16", "latin-10 latin10 l10 iso8859-16", "Latin-10, Romanian"),
        ("tis-620", "bytes", "tis-620", "tis620 tis-620-0", "TIS-620, Thai"),
        ("mac-roman", "bytes", "mac-roman", "macintosh macroman mac x-mac-roman", "Mac, Western"),
        ("mac-cyrillic", "bytes", "mac-cyrillic", "maccyrillic x-mac-cyrillic x-mac-ukrainian", "Mac, Cyrillic"),
        ("mac-greek", "bytes", "mac-greek", "macgreek x-mac-greek", "Mac, Greek"),
        ("mac-turkish", "bytes", "mac-turkish", "macturkish x-mac-turkish", "Mac, Turkish"),
        ("mac-latin2", "bytes", "mac-latin2", "maclatin2 mac-centeuro x-mac-ce", "Mac, Central European"),
        ("mac-croatian", "bytes", "mac-croatian", "maccroatian x-mac-croatian", "Mac, Croatian"),
        ("mac-romanian", "bytes", "mac-romanian", "macromanian x-mac-romanian", "Mac, Romanian"),
        ("mac-iceland", "bytes", "mac-iceland", "maciceland x-mac-icelandic", "Mac, Icelandic"),
        ("mac-arabic", "bytes", "mac-arabic", "macarabic x-mac-arabic", "Mac, Arabic"),
        ("mac-farsi", "bytes", "mac-farsi", "macfarsi x-mac-farsi", "Mac, Persian"),
        ("cp437", "bytes", "cp437", "ibm437 437 oem-us", "DOS, United States"),
        ("cp720", "bytes", "cp720", "ibm720 720 dos-720", "DOS, Arabic"),
        ("cp737", "bytes", "cp737", "ibm737 737", "DOS, Greek"),
        ("cp775", "bytes", "cp775", "ibm775 775", "DOS, Baltic"),
        ("cp850", "bytes", "cp850", "ibm850 850", "DOS, Western European"),
        ("cp852", "bytes", "cp852", "ibm852 852", "DOS, Central European"),
        ("cp855", "bytes", "cp855", "ibm855 855", "DOS, Cyrillic (Serbian, Bulgarian)"),
        ("cp857", "bytes", "cp857", "ibm857 857", "DOS, Turkish"),
        ("cp858", "bytes", "cp858", "ibm858 858 ibm00858", "DOS, Western European with €"),
        ("cp860", "bytes", "cp860", "ibm860 860", "DOS, Portuguese"),
        ("cp861", "bytes", "cp861", "ibm861 861", "DOS, Icelandic"),
        ("cp862", "bytes", "cp862", "ibm862 862", "DOS, Hebrew"),
        ("cp863", "bytes", "cp863", "ibm863 863", "DOS, Canadian French"),
        ("cp864", "bytes", "cp864", "ibm864 864", "DOS, Arabic presentation forms"),
        ("cp865", "bytes", "cp865", "ibm865 865", "DOS, Nordic"),
        ("cp866", "bytes", "cp866", "ibm866 866", "DOS, Cyrillic (Russian)"),
        ("cp869", "bytes", "cp869", "ibm869 869", "DOS, Greek (IBM)"),
        ("cp1125", "bytes", "cp1125", "ibm1125 cp866u ruscii", "DOS, Ukrainian"),
        ("koi8-r", "bytes", "koi8-r", "koi8r koi8 koi", "KOI8-R, Russian (RFC 1489)"),
        ("koi8-u", "bytes", "koi8-u", "koi8u", "KOI8-U, Ukrainian (RFC 2319)"),
        ("koi8-t", "bytes", "koi8-t", "koi8t", "KOI8-T, Tajik"),
        ("kz-1048", "bytes", "kz1048", "kz1048 rk1048 strk1048-2002", "KZ-1048, Kazakh"),
        ("ptcp154", "bytes", "ptcp154", "pt154 cp154 cyrillic-asian", "PT154, Asian Cyrillic"),
        ("hp-roman8", "bytes", "hp-roman8", "roman8 r8", "HP Roman-8"),
        ("viscii", "bytes", "", "csviscii viscii1.1-1", "VISCII, Vietnamese (RFC 1456)"),
        ("tcvn3", "bytes", "", "tcvn-5712-3 tcvn5712-3 abc", "TCVN3 (ABC), Vietnamese"),
        ("cp932", "direct", "cp932", "sjis shift-jis shiftjis ms-kanji windows-31j ms932 x-sjis", "Shift_JIS as Windows has it"),
        ("euc-jp", "direct", "euc-jp", "eucjp ujis x-euc-jp cp20932", "EUC-JP"),
        ("gb18030", "direct", "gb18030", "gbk gb2312 cp936 936 x-gbk euc-cn windows-936", "GB18030, GBK"),
        ("big5hkscs", "direct", "big5hkscs", "big5 big5-hkscs x-x-big5 cn-big5", "Big5 with Hong Kong's additions"),
        ("cp950", "direct", "cp950", "950 ms950 windows-950", "Big5 as Windows has it"),
        ("cp949", "direct", "cp949", "euc-kr euckr uhc ms949 949 ks-c-5601-1987 windows-949", "EUC-KR as Windows has it (UHC)"),
    )
)  # fmt: skip
