"""Every code of the multi-byte codecs, against Python's and the Encoding Standard's tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.channels.base import Codec
from mojifix.channels.codecs import CODECS, codec
from mojifix.channels.misread import ONE_TO_ONE, misread
from mojifix.channels.multibyte import ADDITIONS, short_codes

WHATWG = json.loads(Path(__file__).with_name("whatwg.json").read_text("utf-8"))
"""Digests of every row of the index files, by tools/build_tables.py."""

MULTIBYTE = ["cp932", "euc-jp", "gb18030", "big5hkscs", "cp950", "cp949"]
ROWS = [(name, lead) for name in MULTIBYTE for lead in WHATWG.get(name, ())]


def codes_from(lead: int, name: str) -> Iterator[bytes]:
    """Every code that may begin with this byte."""
    yield bytes((lead,))
    for trail in range(0x30, 0x100):
        yield bytes((lead, trail))
    if name == "euc-jp" and lead == 0x8F:
        for trail in range(0xA1, 0xFF):
            for last in range(0xA1, 0xFF):
                yield bytes((lead, trail, last))
    if name == "gb18030" and lead == 0x81:
        yield b"\x81\x35\xf4\x37"


def decoded(made: Codec, code: bytes) -> str | None:
    try:
        text = made.decode(code)
    except UnicodeDecodeError:
        return None
    return None if "\ufffd" in text else text


def row_of(made: Codec, lead: int, name: str) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    for code in codes_from(lead, name):
        text = decoded(made, code)
        if text is not None:
            found[code] = text
            if len(code) == 1:
                break
    return found


def digest(codes: dict[bytes, str]) -> str:
    lines = [f"{code.hex()}={text}\n" for code, text in sorted(codes.items())]
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:16]


@pytest.mark.parametrize(("name", "lead"), ROWS)
def test_browsers_decode_what_the_standard_says(name: str, lead: str) -> None:
    assert digest(row_of(codec(f"{name}/web"), int(lead, 16), name)) == WHATWG[name][lead]


@pytest.mark.parametrize("name", [name for name in MULTIBYTE if name in WHATWG])
def test_browsers_decode_nothing_else(name: str) -> None:
    made = codec(f"{name}/web")
    others = [lead for lead in range(0x80, 0x100) if f"{lead:02x}" not in WHATWG[name]]
    found = {lead: row for lead in others if (row := row_of(made, lead, name))}
    assert found == ({0x80: {b"\x80": "€"}} if name == "gb18030" else {})


@pytest.mark.parametrize("name", [name for name in WHATWG if name not in MULTIBYTE])
def test_pages_decode_in_browsers_as_the_standard_says(name: str) -> None:
    chars = codec(f"{name}/web").chars
    defined = {
        bytes((byte,)): char
        for byte, char in enumerate(chars)
        if byte >= 0x80 and char is not None and char != "\ufffd"
    }
    assert digest(defined) == WHATWG[name][""]


@pytest.mark.parametrize("name", MULTIBYTE)
def test_the_catalogue_decodes_what_python_does_and_the_additions(name: str) -> None:
    made = codec(name)
    added = ADDITIONS[name]() if name in ADDITIONS else {}
    seen = 0
    for code in (code for lead in range(0x80, 0x100) for code in codes_from(lead, name)):
        try:
            expected: str | None = code.decode(name)
        except UnicodeDecodeError:
            expected = added.get(code)
            seen += code in added
        if code[:1] not in added or len(code) == 1:  # not 80 and a character of its own
            assert decoded(made, code) == expected
    assert seen == len(added)


def test_euc_jp_has_what_nec_and_ibm_added() -> None:
    assert len(ADDITIONS["euc-jp"]()) == 457
    made = codec("euc-jp")
    assert made.decode(b"\xad\xa1\xad\xb5\xfc\xee") == "①Ⅰ黑"
    assert made.encode("①Ⅰ") == b"\xad\xa1\xad\xb5"


@pytest.mark.parametrize("char", "¥‾")
def test_euc_jp_does_not_turn_a_yen_sign_into_a_backslash(char: str) -> None:
    assert char.encode("euc-jp") in (b"\\", b"~")
    with pytest.raises(UnicodeEncodeError, match="'euc-jp' codec") as caught:
        codec("euc-jp").encode(f"ab{char}")
    assert caught.value.start == 2


def test_byte_80_is_the_euro_sign_of_gbk() -> None:
    made = codec("gbk")
    assert made.decode(b"a\x80\x81\x40") == "a€丂"
    assert made.encode("€") == b"\xa2\xe3"
    assert made.options("€") == (b"\xa2\xe3", b"\x80")


@pytest.mark.parametrize("name", MULTIBYTE)
def test_twins_are_all_codes_that_encode_does_not_write(name: str) -> None:
    made = codec(name)
    expected: dict[str, set[bytes]] = {}
    for code, char in short_codes(name).items():
        if made.encode(char) != code:
            expected.setdefault(char, set()).add(code)
    assert {char: set(codes) for char, codes in made.twins.items()} == expected
    assert made.injective == (not expected)


@pytest.mark.parametrize("name", list(CODECS))
def test_merged_are_all_characters_that_do_not_come_back(name: str) -> None:
    made = codec(name)
    points = [*range(0xD800), *range(0xE000, 0x11000), *range(0x1F000, 0x20000, 7)]
    expected: dict[str, str] = {}
    for char in map(chr, points):
        try:
            back = made.decode(made.encode(char))
        except UnicodeEncodeError:
            continue
        if back != char:
            expected[back] = expected.get(back, "") + char
    assert dict(made.merged) == expected


def encodes(made: Codec, char: str) -> bool:
    try:
        made.encode(char)
    except UnicodeEncodeError:
        return False
    return True


@given(st.sampled_from(MULTIBYTE), st.text(max_size=40))
def test_what_encodes_comes_back(name: str, text: str) -> None:
    made = codec(name)
    text = "".join(char for char in text if encodes(made, char))
    data = made.encode(text)
    back = made.decode(data)
    assert [made.merged.get(b, b) if b != t else b for b, t in zip(back, text, strict=True)] == [
        *text
    ]
    assert made.begin(data) == (back, b"")


@pytest.mark.parametrize(
    ("name", "data", "text", "left"),
    [
        ("utf-8", b"a\xe2\x80", "a", b"\xe2\x80"),
        ("utf-8", b"a\xe2\x80\x99", "a’", b""),
        ("utf-16-le", b"a\x00\x3d\xd8", "a", b"\x3d\xd8"),
        ("cp932", b"\x82\xa0\x82", "あ", b"\x82"),
        ("gb18030", b"a\x81\x30\x81", "a", b"\x81\x30\x81"),
        ("cesu-8", b"a\xed\xa0\xbd\xed", "a", b"\xed\xa0\xbd\xed"),
        ("iso-8859-1", b"a\xe9", "aé", b""),
    ],
)
def test_begin_leaves_what_is_not_complete(name: str, data: bytes, text: str, left: bytes) -> None:
    assert codec(name).begin(data) == (text, left)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("utf-8", b"a\x80"),
        ("utf-8", b"\xe0\x80"),
        ("cp932", b"\x81\xad"),
        ("iso-8859-7", b"\xff"),
        ("cesu-8", b"\xf0\x9f\x98\x80 more"),
    ],
)
def test_begin_refuses_what_nothing_can_complete(name: str, data: bytes) -> None:
    with pytest.raises(UnicodeDecodeError):
        codec(name).begin(data)


@cache
def continued(state: bytes, data: bytes) -> bytes | None:
    """UTF-8 as an automaton over what is pending; None where it fails.

    What is pending stands for all that can go on in the same way: it matters how many bytes are
    missing, and after E0, ED, F0 and F4 which byte is next.
    """
    try:
        _, pending = CODECS["utf-8"].begin(state + data)
    except UnicodeDecodeError:
        return None
    missing = 1 + (pending >= b"\xe0") + (pending >= b"\xf0") - (len(pending) - 1)
    if not pending or pending in (b"\xe0", b"\xed", b"\xf0", b"\xf4"):
        return pending
    return {1: b"\xc2", 2: b"\xe1", 3: b"\xf1"}[missing]


STATES = (b"", b"\xc2", b"\xe0", b"\xe1", b"\xed", b"\xf0", b"\xf1", b"\xf4")


def collides(name: str) -> bool:
    """Do two UTF-8 texts exist that the reader reads alike?

    Walk both at once. A state is what is pending in each. They take the same code, or two codes
    of the same character; both being complete after they have differed is a collision.
    """
    read = codec(name)
    alike = [
        (first, second)
        for char in read.twins
        for first in read.options(char)
        for second in read.options(char)
        if first != second
    ]
    codes = [*short_codes(name), *(bytes((byte,)) for byte in range(128))]
    steps = [*alike, *((code, code) for code in codes)]
    differing = _after({(state, state) for state in STATES}, alike)
    seen = set(differing)
    while differing:
        differing = _after(differing, steps) - seen
        seen |= differing
    return (b"", b"") in seen


def _after(
    states: set[tuple[bytes, bytes]], steps: list[tuple[bytes, bytes]]
) -> set[tuple[bytes, bytes]]:
    found = set()
    for one, other in states:
        for first, second in steps:
            x, y = continued(one, first), continued(other, second)
            if x is not None and y is not None:
                found.add((x, y))
    return found


@pytest.mark.parametrize("name", MULTIBYTE)
def test_utf8_is_reversible_where_it_says_so(name: str) -> None:
    assert misread("utf-8", name).lossless == (not collides(name))


def test_one_to_one_names_nothing_else() -> None:
    assert {f"utf-8>{name}" for name in MULTIBYTE} >= ONE_TO_ONE
