import pytest

from bench.damage import (
    C1_FOR_1252,
    DROP_C1,
    JSON_ESCAPES,
    UTF8_AS,
    UTF8_READERS,
    Damage,
    byte_table,
    legacy_as,
    repeat,
    unread,
)


def test_there_are_23_readers() -> None:
    assert len(set(UTF8_READERS)) == 23


@pytest.mark.parametrize(
    ("damage", "text", "damaged"),
    [
        (UTF8_AS["windows-1252"], "é’", "Ã©â€™"),
        (UTF8_AS["windows-1252"], "Á", "Ã\x81"),
        (UTF8_AS["iso-8859-7"], "’", "β\x80\x99"),
        (UTF8_AS["iso-8859-7"], "î", None),
        (UTF8_AS["iso-8859-7"].then(DROP_C1), "it’s", "itβs"),
        (repeat(UTF8_AS["iso-8859-1"], 2), "é", "Ã\x83Â©"),
        (legacy_as("windows-1251", "windows-1252"), "да", "äà"),
        (legacy_as("windows-1251", "windows-1252"), "é", None),
        (legacy_as("utf-8", "gb18030"), "’s", "鈥檚"),
        (legacy_as("utf-8", "gb18030"), "’", None),
        (C1_FOR_1252, "“é” €", "\x93é\x94 \x80"),
        (UTF8_AS["iso-8859-1"].then(JSON_ESCAPES), "é", "\\u00c3\\u00a9"),
        (JSON_ESCAPES, "😀", "\\ud83d\\ude00"),
    ],
)
def test_damage(damage: Damage, text: str, damaged: str | None) -> None:
    assert damage(text) == damaged


def test_pieces_align_original_and_damaged() -> None:
    damage = UTF8_AS["iso-8859-7"].then(DROP_C1)
    assert damage.pieces("it’s") == (("i", "i"), ("t", "t"), ("’", "β"), ("s", "s"))


def test_there_are_no_pieces_where_characters_merge() -> None:
    assert legacy_as("utf-8", "gb18030").pieces("’s") is None


def test_undefined_bytes_are_c1_controls_in_windows_code_pages_only() -> None:
    assert byte_table("windows-1252")[0x81] == "\x81"
    assert byte_table("windows-1253")[0xD2] == "\uffff"
    assert byte_table("iso-8859-7")[0xAE] == "\uffff"


@pytest.mark.parametrize("codec", [*UTF8_READERS, "gb18030"])
def test_unread_gives_the_bytes_back(codec: str) -> None:
    text = "plain"
    assert unread(text, codec) == text.encode("ascii")
    damaged = legacy_as("utf-8", codec)("’s ça")
    if damaged is not None:
        assert unread(damaged, codec) == "’s ça".encode()


def test_unread_refuses_what_the_codec_cannot_give() -> None:
    assert unread("я", "windows-1252") is None
    assert unread("x", "no such codec") is None
