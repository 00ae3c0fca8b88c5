"""Codecs by name."""

from __future__ import annotations

import pickle

import pytest

from mojifix.channels.catalogue import ROWS
from mojifix.channels.codecs import CODECS, codec
from mojifix.channels.whatwg import CODES, PAGES
from mojifix.errors import ChannelError

ISSUES = """
iso-8859-1 windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255
windows-1256 windows-1257 windows-1258 windows-874 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5
iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-9 iso-8859-10 iso-8859-11 iso-8859-13 iso-8859-14
iso-8859-15 iso-8859-16 tis-620 mac-roman mac-cyrillic mac-greek mac-turkish mac-latin2 cp437
cp737 cp775 cp850 cp852 cp855 cp857 cp858 cp862 cp866 koi8-r koi8-u cp932 gb18030 big5hkscs cp949
euc-jp viscii tcvn3 utf-8 utf-16-le utf-16-be cesu-8
"""


@pytest.mark.parametrize("name", ISSUES.split())
def test_the_catalogue_has_what_text_is_really_read_as(name: str) -> None:
    assert codec(name).name == name


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("latin-1", "iso-8859-1"),
        ("Latin1", "iso-8859-1"),
        ("ISO_8859-1", "iso-8859-1"),
        ("iso8859-15", "iso-8859-15"),
        ("macintosh", "mac-roman"),
        ("MacRoman", "mac-roman"),
        ("mac_roman", "mac-roman"),
        ("ibm850", "cp850"),
        ("IBM 437", "cp437"),
        ("cp1252", "windows-1252"),
        ("windows1251", "windows-1251"),
        ("sjis", "cp932"),
        ("Shift_JIS", "cp932"),
        ("gbk", "gb18030"),
        ("GB2312", "gb18030"),
        ("euc-kr", "cp949"),
        ("EUC_JP", "euc-jp"),
        ("big5", "big5hkscs"),
        ("utf8", "utf-8"),
        ("UTF-16LE", "utf-16-le"),
        ("us-ascii", "ascii"),
        ("tis620", "tis-620"),
        ("KOI8_R", "koi8-r"),
    ],
)
def test_aliases(alias: str, name: str) -> None:
    assert codec(alias) is CODECS[name]


def test_every_name_and_alias_means_one_codec() -> None:
    for row in ROWS:
        for name in (row.name, *row.aliases, row.name.upper(), row.name.replace("-", "_")):
            assert codec(name) is CODECS[row.name], name
        assert codec(row.name).aliases == row.aliases
        assert codec(row.name).summary == row.summary


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("windows-1259", "windows-125"),
        ("iso-8859-12", "iso-8859-1"),
        ("utf-7", "utf-8"),
        ("", "mojifix.channels()"),
        ("klingon", "mojifix.channels()"),
    ],
)
def test_an_unknown_name_is_refused_with_a_remedy(name: str, remedy: str) -> None:
    with pytest.raises(ChannelError, match="unknown codec") as caught:
        codec(name)
    assert caught.value.where == repr(name)
    assert remedy in caught.value.remedy


@pytest.mark.parametrize("name", [*CODECS, "cp932/web", "utf-8/fffd", "iso-8859-7/fffd"])
def test_pickling_gives_the_same_object(name: str) -> None:
    assert pickle.loads(pickle.dumps(codec(name))) is codec(name)


@pytest.mark.parametrize("name", list(CODECS))
def test_ascii_text_survives(name: str) -> None:
    text = "".join(map(chr, range(1, 128)))
    if name == "cp864":
        text = text.replace("%", "")  # an Arabic percent sign stands there
    if name == "viscii":
        text = text.translate(dict.fromkeys([0x02, 0x05, 0x06, 0x14, 0x19, 0x1E]))
    made = codec(name)
    data = made.encode(text)
    assert made.decode(data) == text
    if not name.startswith("utf-16"):
        assert data == text.encode("ascii")


def test_the_catalogue_calls_each_codec_by_its_own_name() -> None:
    assert [made.name for made in CODECS.values()] == [row.name for row in ROWS]
    assert set(PAGES) | set(CODES) <= set(CODECS)
