"""What lenient decoders write, against Python, ftfy, the Encoding Standard and Windows."""

from __future__ import annotations

import ftfy.bad_codecs  # noqa: F401 - registers the sloppy codecs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.channels.base import Codec
from mojifix.channels.catalogue import ROWS, Row
from mojifix.channels.codecs import codec
from mojifix.channels.policies import POLICIES
from mojifix.errors import ChannelError

TABLES = [row for row in ROWS if row.kind in ("table", "sloppy")]
DIRECT = [row for row in ROWS if row.kind == "direct"]
ALL_BYTES = bytes(range(256))


@pytest.mark.parametrize("row", TABLES, ids=lambda row: row.name)
@pytest.mark.parametrize(
    ("policy", "errors"),
    [("fffd", "replace"), ("ignore", "ignore"), ("surrogateescape", "surrogateescape")],
)
def test_pages_do_what_python_does(row: Row, policy: str, errors: str) -> None:
    expected = ALL_BYTES.decode(row.source, errors)
    assert codec(f"{row.name}/{policy}").decode(ALL_BYTES) == expected
    if policy == "fffd":
        assert codec(f"{row.name}/question").decode(ALL_BYTES) == expected.replace("\ufffd", "?")


@given(st.sampled_from(DIRECT), st.binary(max_size=30))
def test_multibyte_codecs_do_what_python_does(row: Row, data: bytes) -> None:
    if row.name == "gb18030":
        data = data.replace(b"\x80", b"\x81")  # Python has no euro sign there
    if row.name == "euc-jp":
        data = bytes(byte for byte in data if not 0xF9 <= byte <= 0xFC and byte != 0xAD)
    expected = data.decode(row.source, "replace")
    assert codec(f"{row.name}/fffd").decode(data) == expected
    assert codec(f"{row.name}/ignore").decode(data) == data.decode(row.source, "ignore")
    assert codec(f"{row.name}/question").decode(data).count("?") == (
        expected.count("\ufffd") - strict_count(row.source, data) + expected.count("?")
    )
    escaped = codec(f"{row.name}/surrogateescape")
    if row.name == "utf-8":
        assert escaped.encode(escaped.decode(data)) == data


def strict_count(source: str, data: bytes) -> int:
    """U+FFFD that was really written, not put in by the decoder."""
    return data.decode(source, "ignore").count("\ufffd")


@pytest.mark.parametrize("number", [3, 6, 7, 8, 11])
def test_latin_1_is_what_ftfy_calls_sloppy(number: int) -> None:
    made = codec(f"iso-8859-{number}/latin-1")
    for byte in range(256):
        if byte != 0x1A:  # ftfy's own use of SUB
            data = bytes((byte,))
            assert made.decode(data) == data.decode(f"sloppy-iso-8859-{number}")


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        # the Encoding Standard, chapter 9 (single-byte) and its index files
        ("windows-1252/web", b"\x81\x8d\x9d\x93", "\x81\x8d\x9d“"),
        ("windows-1253/web", b"\x81\xaa\xd2\xff\xe1", "\x81\ufffd\ufffd\ufffdα"),
        ("windows-1255/web", b"\xca\xd9\xe0", "\u05ba\ufffdא"),
        ("windows-874/web", b"\x80\x81\xdb\xa1", "€\x81\ufffdก"),
        ("iso-8859-7/web", b"\x80\xae\xe1", "\x80\ufffdα"),
        ("iso-8859-8/web", b"\xa1\xe0", "\ufffdא"),
        ("koi8-u/web", b"\xae\xbe", "ўЎ"),
        # chapter 10.2.1: gb18030
        ("gb18030/web", b"\x80", "€"),
        ("gb18030/web", b"\x81\x35\xf4\x37", "\ue7c7"),
        ("gb18030/web", b"\x94\x39\xda\x33", "\U0001f4a9"),
        ("gb18030/web", b"\xa8\xbc", "ḿ"),
        ("gb18030/web", b"\x99 x", "\ufffd x"),
        ("gb18030/web", b"\x81\xff", "\ufffd"),
        ("gb18030/web", b"\xff", "\ufffd"),
        ("gb18030/web", b"\x81\x30", "\ufffd"),
        ("gb18030/web", b"\x81\x30\x81", "\ufffd"),
        ("gb18030/web", b"\x81\x30x", "\ufffd0x"),
        ("gb18030/web", b"\x81\x30\x81 ", "\ufffd0\ufffd "),
        ("gb18030/web", b"\xfe\x39\xfe\x39", "\ufffd"),
        # chapter 13.1.1: Shift_JIS
        ("cp932/web", b"\x80\xa0\xb1\xfd", "\x80\ufffdｱ\ufffd"),
        ("cp932/web", b"\x81\xae\x81\x45", "\ufffd・"),
        ("cp932/web", b"\x85\x20", "\ufffd "),
        ("cp932/web", b"\x82", "\ufffd"),
        ("cp932/web", b"\xf0\x40", "\ue000"),
        # chapter 13.1.1: EUC-JP
        ("euc-jp/web", b"\xa1\xc1\xad\xa1", "～①"),
        ("euc-jp/web", b"\x8e\xb1\x8f\xb0\xa1", "ｱ丂"),
        ("euc-jp/web", b"\x8e\xe0", "\ufffd"),
        ("euc-jp/web", b"\x8f\xa1\xa1x", "\ufffdx"),
        ("euc-jp/web", b"\x8f\xa1x", "\ufffdx"),
        ("euc-jp/web", b"\xa1x", "\ufffdx"),
        ("euc-jp/web", b"\x80\xa0", "\ufffd\ufffd"),
        # chapters 12.1.1 and 14.1.1: Big5, EUC-KR
        ("big5hkscs/web", b"\x88\x62\x88\xa5", "\u00ca\u0304\u00ea\u030c"),
        ("big5hkscs/web", b"\xa1\x45\xa3\xe1\x87\x7a", "‧€㡵"),
        ("big5hkscs/web", b"\x81\x40\x80", "\ufffd@\ufffd"),
        ("cp949/web", b"\xb0\xa1\x81\x20", "가\ufffd "),
        # UTF-8: one for each maximal cut-off sequence, as Python
        ("utf-8/web", b"\xe2\x80A\xf0\x9f\x98\xff", "\ufffdA\ufffd\ufffd"),
        # Windows: seen in the wild
        ("gb18030/windows", "simplicity,” while".encode(), "simplicity,鈥?while"),
        ("gb18030/windows", "那是 offline".encode(), "閭ｆ槸 offline"),
        ("gb18030/windows", "苹果树\n".encode(), "鑻规灉鏍?"),
        ("cp932/windows", "この部屋の".encode(), "縺薙・驛ｨ螻九・"),
        ("cp932/windows", "積極的な".encode(), "遨肴･ｵ逧・↑"),
        ("cp949/windows", b"\xc9\xa1\xc9\xfe\xfe\xa1\x80\xff", "\ue000\ue05d\ue05e\x80\uf8f7"),
        ("cp950/windows", b"\xfa\x40\xfe\xfe\x8e\x40\x81\x40\xc6\xa1\xc8\xfe", "".join(
            map(chr, (0xE000, 0xE310, 0xE311, 0xEEB8, 0xF6B1, 0xF848)))),
        ("windows-1253/windows", b"\xaa\xd2\xff\x81", "\uf8f9\uf8fa\uf8fb\x81"),
        ("windows-1255/windows", b"\xca\xd9\xdf\xfb\xff", "\u05ba\uf88d\uf893\uf894\uf896"),
        ("windows-874/windows", b"\xdb\xde\xfc\xff", "\uf8c1\uf8c4\uf8c5\uf8c8"),
    ],
)  # fmt: skip
def test_browsers_and_windows(name: str, data: bytes, text: str) -> None:
    assert codec(name).decode(data) == text


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("utf-8/klingon", "unknown policy"),
        ("iso-8859-1/web", "browsers read it as another page"),
        ("tis-620/web", "browsers read it as another page"),
        ("cp437/web", "browsers do not decode it"),
        ("mac-greek/web", "browsers do not decode it"),
        ("cp950/web", "web does not decode it so"),
        ("big5hkscs/windows", "windows does not decode it so"),
        ("iso-8859-7/windows", "windows-874 to 1258 only"),
        ("utf-8/latin-1", "only single-byte decoders"),
        ("cesu-8/fffd", "no lenient decoder"),
    ],
)
def test_what_no_decoder_does_is_refused(name: str, what: str) -> None:
    with pytest.raises(ChannelError, match=what):
        codec(name)


def test_the_refusal_names_the_page_that_browsers_use() -> None:
    with pytest.raises(ChannelError, match="use windows-1252/web"):
        codec("latin-1/web")


def lenient_names() -> list[str]:
    names = []
    for row in ROWS:
        for policy in POLICIES:
            try:
                names.append(codec(f"{row.name}/{policy}").name)
            except ChannelError:
                continue
    return names


NAMES = lenient_names()


def test_every_policy_is_had_by_some_codec() -> None:
    assert {name.partition("/")[2] for name in NAMES} == set(POLICIES)
    assert all(codec(name.upper()).name == name for name in NAMES)


@given(st.sampled_from(NAMES), st.binary(max_size=40))
def test_lenient_decoders_never_refuse(name: str, data: bytes) -> None:
    made = codec(name)
    text = made.decode(data)
    if made.injective:
        assert made.encode(text) == data


@given(st.sampled_from([n for n in NAMES if n.endswith(("/web", "/windows"))]), st.data())
def test_lenient_decoders_agree_with_strict_ones_where_both_can(
    name: str, data: st.DataObject
) -> None:
    """What a lenient decoder writes without a filler, it also encodes back to what it read."""
    made = codec(name)
    strict = codec(name.partition("/")[0])
    text = data.draw(st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"])))
    text = "".join(char for char in text if encodable(strict, char))
    decoded = made.decode(strict.encode(text))
    if not made.filler or made.filler not in decoded:
        assert made.decode(made.encode(decoded)) == decoded


def encodable(made: Codec, char: str) -> bool:
    try:
        made.encode(char)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("name", NAMES)
def test_what_is_lost_is_among_the_options(name: str) -> None:
    """Every byte string that alone comes out as the filler is an option for it."""
    made = codec(name)
    if not made.filler:
        return
    options = set(made.options(made.filler))
    for byte in range(0x80, 0x100):
        data = bytes((byte,))
        if made.decode(data) == made.filler:
            assert data in options
