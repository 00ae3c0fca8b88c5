"""Forms of UTF-16 and UTF-8 that Python has no codec for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.channels.codecs import codec
from mojifix.channels.utf16 import join_pairs, split_pairs


@pytest.mark.parametrize(
    ("name", "text", "data"),
    [
        ("utf-16", "Hi", b"\xff\xfeH\x00i\x00"),
        ("cesu-8", "é😀", b"\xc3\xa9\xed\xa0\xbd\xed\xb8\x80"),
        ("cesu-8", "a\x00", b"a\x00"),
        ("java-utf-8", "a\x00é", b"a\xc0\x80\xc3\xa9"),
        ("java-utf-8", "😀", b"\xed\xa0\xbd\xed\xb8\x80"),
    ],
)
def test_known_codes(name: str, text: str, data: bytes) -> None:
    assert codec(name).encode(text) == data
    assert codec(name).decode(data) == text


@given(
    st.sampled_from(["utf-16", "cesu-8", "java-utf-8"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)
def test_encode_and_decode_are_inverse(name: str, text: str) -> None:
    assert codec(name).decode(codec(name).encode(text)) == text


@given(st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]), max_size=20))
def test_cesu8_is_utf8_up_to_ffff(text: str) -> None:
    assert codec("cesu-8").encode(text) == text.encode()


@pytest.mark.parametrize(
    ("name", "data", "start", "what"),
    [
        ("utf-16", b"H\x00", 0, "byte order mark"),
        ("utf-16", b"\xfe\xff\x00", 0, "truncated"),
        ("cesu-8", b"a\xf0\x9f\x98\x80", 1, "six belong"),
        ("cesu-8", b"a\xed\xa0\xbd", 1, "lone surrogate"),
        ("cesu-8", b"\xed\xa0\xbd\xed\xb8\x80\xed\xb8\x80", 6, "lone"),
        ("cesu-8", b"\xff", 0, "invalid start byte"),
        ("java-utf-8", b"ab\x00", 2, "C0 80"),
        ("java-utf-8", b"\xc0\x81", 0, "invalid start byte"),
    ],
)
def test_what_is_not_well_formed_is_refused(name: str, data: bytes, start: int, what: str) -> None:
    with pytest.raises(UnicodeDecodeError, match=what) as caught:
        codec(name).decode(data)
    assert caught.value.encoding == name
    assert caught.value.start == start


@pytest.mark.parametrize("name", ["utf-16", "cesu-8", "java-utf-8"])
def test_lone_surrogates_are_refused(name: str) -> None:
    with pytest.raises(UnicodeEncodeError) as caught:
        codec(name).encode("a\ud83d")
    assert caught.value.encoding == name
    assert caught.value.start == 1


def test_big_endian_is_read_too() -> None:
    assert codec("utf-16").decode(b"\xfe\xff\x00H") == "H"


@given(st.text(max_size=20))
def test_pairs_are_split_and_joined(text: str) -> None:
    split = split_pairs(text)
    assert max(split, default="") <= "\uffff"
    assert split == text or max(text) > "\uffff"
    joined = join_pairs(text)
    assert join_pairs(split) == joined
    assert split_pairs(joined) == split
