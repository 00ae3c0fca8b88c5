"""All 256 bytes of every single-byte codec, against the sources of its facts."""

from __future__ import annotations

import shutil
import subprocess
import sys
import unicodedata
from itertools import product

import ftfy.bad_codecs  # noqa: F401 - registers the sloppy codecs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.channels.catalogue import ROWS, Row
from mojifix.channels.codecs import CODECS, codec
from mojifix.channels.singlebyte import TableCodec

ALL = [row.name for row in ROWS if row.kind in ("table", "sloppy", "own")]
STANDARD = [row for row in ROWS if row.kind in ("table", "sloppy")]
BYTES = [bytes((byte,)) for byte in range(256)]


def standard(python: str, data: bytes) -> str | None:
    try:
        return data.decode(python)
    except UnicodeDecodeError:
        return None


@pytest.mark.parametrize("row", STANDARD, ids=lambda row: row.name)
def test_every_byte_is_what_the_standard_library_has(row: Row) -> None:
    made = codec(row.name)
    for data in BYTES:
        expected = standard(row.source, data)
        if expected is None and row.kind == "sloppy":
            expected = chr(data[0])
        assert made.chars[data[0]] == expected
        if expected is None:
            with pytest.raises(UnicodeDecodeError, match=f"'{row.name}' codec"):
                made.decode(data)
        else:
            assert made.decode(data) == expected


@pytest.mark.parametrize("name", [row.name for row in ROWS if row.kind == "sloppy"])
def test_windows_pages_are_those_of_ftfy(name: str) -> None:
    theirs = {"windows-874": "sloppy-cp874"}.get(name, f"sloppy-{name}")
    for data in BYTES:
        if data == b"\x1a":  # ftfy gives U+FFFD a byte of its own: SUB
            continue
        assert codec(name).decode(data) == data.decode(theirs)


@pytest.mark.parametrize("name", ALL)
def test_the_inverse_is_the_lowest_byte(name: str) -> None:
    made = codec(name)
    for byte, char in enumerate(made.chars):
        if char is None:
            continue
        lowest = min(b for b, c in enumerate(made.chars) if c == char)
        assert made.byte_of[char] == lowest
        assert made.encode(char) == bytes((lowest,))
        assert (bytes((byte,)) in made.twins.get(char, ())) == (byte != lowest)


@pytest.mark.parametrize("name", ALL)
def test_what_has_no_byte_is_refused_by_name(name: str) -> None:
    with pytest.raises(UnicodeEncodeError, match=f"'{name}' codec") as caught:
        codec(name).encode("ab\U0001f600")
    assert caught.value.start == 2


@given(st.sampled_from(ALL), st.data())
def test_encode_and_decode_are_inverse(name: str, data: st.DataObject) -> None:
    made = codec(name)
    text = data.draw(st.text(st.sampled_from([char for char in made.chars if char])))
    assert made.decode(made.encode(text)) == text


def vietnamese() -> set[str]:
    """The 134 letters of Vietnamese outside of ASCII."""
    vowels = "aăâeêioôơuưy"
    tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    small = {unicodedata.normalize("NFC", v + t) for v, t in product(vowels, tones)} | {"đ"}
    return {char for letter in small for char in (letter, letter.upper()) if char > "\x7f"}


def test_viscii_has_every_vietnamese_letter_once() -> None:
    chars = [char for char in codec("viscii").chars if char is not None and char > "\x7f"]
    assert len(chars) == 134
    assert set(chars) == vietnamese()


def test_tcvn3_has_every_small_letter_and_the_capitals_without_tones() -> None:
    chars = {char for char in codec("tcvn3").chars if char is not None and char > "\x7f"}
    small = {char for char in vietnamese() if char.islower()}
    assert chars == small | set("ĂÂÊÔƠƯĐ") | {"\xa0"}


@pytest.mark.parametrize(
    ("name", "text", "data"),
    [
        ("viscii", "Việt Nam", b"Vi\xaet Nam"),
        ("viscii", "Ẳ Ỵ Đ Ữ", b"\x02 \x1e \xd0 \xff"),
        ("tcvn3", "Việt Nam", b"Vi\xd6t Nam"),
        ("tcvn3", "đường phố", b"\xae\xad\xeang ph\xe8"),
        ("koi8-u", "Ґ", b"\xbd"),
        ("mac-roman", "€", b"\xdb"),
        ("cp864", "٪", b"%"),
        ("mac-arabic", " !", b" !"),
    ],
)
def test_known_codes(name: str, text: str, data: bytes) -> None:
    assert codec(name).encode(text) == data
    assert codec(name).decode(data) == text


@pytest.mark.skipif(shutil.which("iconv") is None, reason="needs iconv")
@pytest.mark.parametrize(("name", "theirs"), [("viscii", "VISCII"), ("tcvn3", "TCVN")])
def test_vietnamese_pages_agree_with_iconv(name: str, theirs: str) -> None:
    for byte, char in enumerate(codec(name).chars):
        if char is None or (name == "tcvn3" and byte < 0x20):
            continue  # iconv has TCVN 5712's first variant, with capitals in control codes
        # The x keeps iconv from waiting for a combining mark.
        ran = subprocess.run(
            ["iconv", "-f", theirs, "-t", "UTF-8"],
            input=bytes((byte, 0x78)),
            capture_output=True,
            check=False,
        )
        if ran.returncode and b"not supported" in ran.stderr:
            pytest.skip(f"iconv has no {theirs}")
        assert ran.stdout.decode() == f"{char}x"


def test_nothing_is_built_before_it_is_used() -> None:
    code = (
        "from mojifix.channels import CODECS\n"
        "print([c.name for c in CODECS.values() if getattr(c, '_chars', None)])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert ran.stdout == b"[]\n"


def test_only_single_byte_codecs_have_tables() -> None:
    assert {name for name, made in CODECS.items() if made.single_byte} == set(ALL)
    assert all(isinstance(CODECS[name], TableCodec) for name in ALL)
