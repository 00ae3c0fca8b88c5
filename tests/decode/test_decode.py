"""Bytes of unknown or mixed encoding: the text, and the bytes back."""

from __future__ import annotations

import codecs
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mojifix
from mojifix.decode import Decoded, decode

RUSSIAN = "Когда мы вернулись домой, было уже темно.\nНа столе лежало письмо.\n"
FRENCH = "Le garçon a été très étonné.\nIl a mangé une pêche à la crème.\n"
JAPANESE = "彼は毎朝ソーセージを食べて、新聞を読みます。\n私たちは駅で会いました。\n"


@given(st.binary(max_size=80))
def test_bytes_come_back(data: bytes) -> None:
    made = decode(data)
    assert made.replay() == data
    for span in made.spans:
        assert 0 <= span.byte_start < span.byte_end <= len(data)  # type: ignore[attr-defined]


@given(st.lists(st.sampled_from([b"\xc3\xa9", b"\xe9", b"caf", b"\n", b" ", b"\xe2\x80", b"\x99"])))
def test_what_is_cut_and_mixed_comes_back(parts: list[bytes]) -> None:
    assert decode(b"".join(parts)).replay() == b"".join(parts)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (FRENCH, "windows-1252"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc-jp"),
    ],
)
def test_a_file_in_a_legacy_encoding_is_not_damaged(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    made = decode(data)
    assert (made.text, made.encoding, made.spans) == (text, encoding, ())
    assert made.original == text


@pytest.mark.parametrize("legacy", [{0}, {1}, {2}, {0, 1}, {0, 1, 2}])
@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "windows-1251"), (FRENCH, "windows-1252")]
)
def test_lines_in_two_encodings(text: str, encoding: str, legacy: set[int]) -> None:
    lines = (text + text).splitlines(keepends=True)
    data = b"".join(
        line.encode(encoding if i in legacy else "utf-8") for i, line in enumerate(lines)
    )
    made = decode(data)
    assert made.text == text + text
    assert made.encoding == "utf-8"
    assert {str(span.chain) for span in made.spans} == {f"{encoding}>utf-8/surrogateescape"}
    assert made.replay() == data


def test_a_quotation_within_a_line() -> None:
    data = (
        "Der Müller sagte: ".encode() + "»schöne Grüße«".encode("latin-1") + " für Jürgen".encode()
    )
    assert decode(data).text == "Der Müller sagte: »schöne Grüße« für Jürgen"


def test_a_dropped_byte_does_not_lose_the_file() -> None:
    lines = RUSSIAN.encode().splitlines(keepends=True) * 20
    lines[7] = lines[7][:20] + lines[7][21:]
    made = decode(b"".join(lines))
    got = made.text.splitlines(keepends=True)
    assert [line.encode() for i, line in enumerate(got) if i != 7] == lines[:7] + lines[8:]
    assert made.undecodable == 1


def test_damage_within_a_legacy_line() -> None:
    data = "Un été, le garçon et la forêt.\n".encode() + "Un Ã©tÃ© très chaud à l’Ã©cole.\n".encode(
        "windows-1252"
    )
    made = decode(data)
    assert made.text == "Un été, le garçon et la forêt.\nUn été très chaud à l’école.\n"
    assert made.replay() == data


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", [True, False])
def test_wide_encodings(encoding: str, mark: bool) -> None:
    data = (("\ufeff" if mark else "") + FRENCH + RUSSIAN).encode(encoding)
    made = decode(data)
    assert (made.text, made.encoding) == (FRENCH + RUSSIAN, encoding)
    assert bool(made.bom) == mark


def test_half_a_code_unit_survives() -> None:
    data = codecs.BOM_UTF16_LE + "né".encode("utf-16-le") + b"\x41"
    made = decode(data)
    assert (made.text, made.undecodable, made.replay()) == ("né", 1, data)


def test_a_lone_surrogate_in_utf_16_survives() -> None:
    data = codecs.BOM_UTF16_LE + "a\ud800b".encode("utf-16-le", "surrogatepass")
    assert decode(data).replay() == data


def test_escape_sequences() -> None:
    assert decode(JAPANESE.encode("iso2022_jp")).text == JAPANESE


def test_spans_know_their_bytes() -> None:
    data = codecs.BOM_UTF8 + "né, cafÃ©".encode()
    made = decode(data)
    (span,) = made.spans
    assert (span.start, span.end) == (7, 9)
    record = span.to_dict()
    assert data[record["byte_start"] : record["byte_end"]] == "Ã©".encode()
    assert json.dumps(made.to_dict())
    assert made.bom == codecs.BOM_UTF8


def test_another_original_may_be_taken() -> None:
    made = decode("cafÃ©".encode())
    assert isinstance(made.replace(0, "é"), Decoded)
    with pytest.raises(mojifix.ReplayError):
        made.replace(0, "è")


def test_settings_are_followed() -> None:
    config = mojifix.Config(min_confidence=1.0)
    assert decode("cafÃ©".encode(), config=config).spans == ()


@pytest.mark.parametrize("wrong", ["text", None, 3])
def test_only_bytes(wrong: object) -> None:
    with pytest.raises(TypeError, match="mojifix decodes bytes"):
        decode(wrong)  # type: ignore[arg-type]


def test_views_of_bytes() -> None:
    assert decode(memoryview(b"abc")).text == decode(bytearray(b"abc")).text == "abc"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_cyrillic_in_utf_16_is_all_below_128_and_no_ascii(encoding: str) -> None:
    data = RUSSIAN.encode(encoding)
    assert data.isascii()
    assert (decode(data).encoding, decode(data).text) == (encoding, RUSSIAN)


@pytest.mark.parametrize("data", [b"text\n" * 2_000 + b"\0", b"one\0two\0three four five\n"])
def test_ascii_with_a_nul_is_no_utf_16(data: bytes) -> None:
    assert (decode(data).encoding, decode(data).text) == ("utf-8", data.decode())
