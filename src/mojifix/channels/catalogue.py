"""The catalogue: which codecs there are, what else they are called, and where their facts are.

One row per codec, in the order in which people should read them: name, kind, the codec of
Python's standard library that has the facts, aliases, summary. Case and punctuation of names
don't matter (``Latin1``, ``latin_1``), so aliases are listed once. The kinds:

``table``   a single-byte page as its source has it; undefined bytes stay undefined
``sloppy``  a single-byte Windows page: undefined bytes are the character of the same number
``own``     a single-byte page whose table is in :mod:`.tables`
``direct``  not single-byte: Python's own codec does the work
``form``    a form of UTF-16 or UTF-8 that Python does not have: see :mod:`.utf16`
"""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One codec of the catalogue."""

    name: str
    kind: str
    source: str
    aliases: tuple[str, ...]
    summary: str


_ROWS = """
utf-8        direct utf-8        u8,cp65001                  UTF-8
utf-16-le    direct utf-16-le    -                           UTF-16, low byte first
utf-16-be    direct utf-16-be    -                           UTF-16, high byte first
utf-16       form   -            -                           UTF-16 with a byte order mark
cesu-8       form   -            -                           CESU-8, UTF-8 of UTF-16 code units
java-utf-8   form   -            mutf-8,modified-utf-8       CESU-8 with NUL as C0 80 (Java)
ascii        table  ascii        us-ascii,ansi-x3.4-1968,646  ASCII
windows-1250 sloppy cp1250       cp1250                      Windows, Central European
windows-1251 sloppy cp1251       cp1251                      Windows, Cyrillic
windows-1252 sloppy cp1252       cp1252                      Windows, Western European
windows-1253 sloppy cp1253       cp1253                      Windows, Greek
windows-1254 sloppy cp1254       cp1254                      Windows, Turkish
windows-1255 sloppy cp1255       cp1255                      Windows, Hebrew
windows-1256 sloppy cp1256       cp1256                      Windows, Arabic
windows-1257 sloppy cp1257       cp1257                      Windows, Baltic
windows-1258 sloppy cp1258       cp1258                      Windows, Vietnamese
windows-874  sloppy cp874        cp874,ibm874,dos-874        Windows, Thai
iso-8859-1   table  latin-1      latin-1,l1,cp819,ibm819     Latin-1
iso-8859-2   table  iso8859-2    latin-2,l2                  Latin-2, Central European
iso-8859-3   table  iso8859-3    latin-3,l3                  Latin-3, South European
iso-8859-4   table  iso8859-4    latin-4,l4                  Latin-4, North European
iso-8859-5   table  iso8859-5    cyrillic                    ISO, Cyrillic
iso-8859-6   table  iso8859-6    arabic,asmo-708,ecma-114    ISO, Arabic
iso-8859-7   table  iso8859-7    greek,elot-928,ecma-118     ISO, Greek
iso-8859-8   table  iso8859-8    iso-8859-8-i,hebrew         ISO, Hebrew
iso-8859-9   table  iso8859-9    latin-5,l5                  Latin-5, Turkish
iso-8859-10  table  iso8859-10   latin-6,l6                  Latin-6, Nordic
iso-8859-11  table  iso8859-11   thai                        ISO, Thai (TIS-620 and NBSP)
iso-8859-13  table  iso8859-13   latin-7,l7                  Latin-7, Baltic
iso-8859-14  table  iso8859-14   latin-8,l8                  Latin-8, Celtic
iso-8859-15  table  iso8859-15   latin-9,l9                  Latin-9, Latin-1 with €
iso-8859-16  table  iso8859-16   latin-10,l10                Latin-10, Romanian
tis-620      table  tis-620      tis-620-2533                TIS-620, Thai
mac-roman    table  mac-roman    macintosh,mac               Mac, Western
mac-cyrillic table  mac-cyrillic mac-ukrainian               Mac, Cyrillic
mac-greek    table  mac-greek    -                           Mac, Greek
mac-turkish  table  mac-turkish  -                           Mac, Turkish
mac-latin2   table  mac-latin2   mac-centeuro,mac-ce         Mac, Central European
mac-croatian table  mac-croatian -                           Mac, Croatian
mac-romanian table  mac-romanian -                           Mac, Romanian
mac-iceland  table  mac-iceland  -                           Mac, Icelandic
mac-arabic   table  mac-arabic   -                           Mac, Arabic
mac-farsi    table  mac-farsi    -                           Mac, Persian
cp437        table  cp437        ibm437,437,oem-us           DOS, United States
cp720        table  cp720        ibm720,720,dos-720          DOS, Arabic
cp737        table  cp737        ibm737,737                  DOS, Greek
cp775        table  cp775        ibm775,775                  DOS, Baltic
cp850        table  cp850        ibm850,850                  DOS, Western European
cp852        table  cp852        ibm852,852                  DOS, Central European
cp855        table  cp855        ibm855,855                  DOS, Cyrillic (Serbian, Bulgarian)
cp857        table  cp857        ibm857,857                  DOS, Turkish
cp858        table  cp858        ibm858,858,ibm00858         DOS, Western European with €
cp860        table  cp860        ibm860,860                  DOS, Portuguese
cp861        table  cp861        ibm861,861                  DOS, Icelandic
cp862        table  cp862        ibm862,862                  DOS, Hebrew
cp863        table  cp863        ibm863,863                  DOS, Canadian French
cp864        table  cp864        ibm864,864                  DOS, Arabic presentation forms
cp865        table  cp865        ibm865,865                  DOS, Nordic
cp866        table  cp866        ibm866,866                  DOS, Cyrillic (Russian)
cp869        table  cp869        ibm869,869                  DOS, Greek (IBM)
cp1125       table  cp1125       ibm1125,cp866u,ruscii       DOS, Ukrainian
koi8-r       table  koi8-r       koi8                        KOI8-R, Russian (RFC 1489)
koi8-u       table  koi8-u       -                           KOI8-U, Ukrainian (RFC 2319)
koi8-t       table  koi8-t       -                           KOI8-T, Tajik
kz-1048      table  kz1048       rk1048,strk1048-2002        KZ-1048, Kazakh
ptcp154      table  ptcp154      pt154,cp154,cyrillic-asian  PT154, Asian Cyrillic
hp-roman8    table  hp-roman8    roman8,r8                   HP Roman-8
viscii       own    -            csviscii,viscii1.1-1        VISCII, Vietnamese (RFC 1456)
tcvn3        own    -            tcvn-5712-3                 TCVN3 (ABC), Vietnamese
cp932        direct cp932        sjis,shift-jis,ms-kanji,windows-31j  Shift_JIS as Windows has it
euc-jp       direct euc-jp       ujis,cp20932                EUC-JP
gb18030      direct gb18030      gbk,gb2312,cp936,euc-cn     GB18030, and GBK within it
big5hkscs    direct big5hkscs    big5,cn-big5                Big5 with Hong Kong's additions
cp950        direct cp950        950,ms950,windows-950       Big5 as Windows has it
cp949        direct cp949        euc-kr,uhc,ms949,windows-949  EUC-KR as Windows has it (UHC)
"""


def _row(line: str) -> Row:
    name, kind, source, aliases, summary = line.split(None, 4)
    return Row(name, kind, source, () if aliases == "-" else tuple(aliases.split(",")), summary)


ROWS: tuple[Row, ...] = tuple(_row(line) for line in _ROWS.split("\n") if line)
"""All codecs, in catalogue order."""
