"""Misreadings, forward and back."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mojifix.channels.base import Codec
from mojifix.channels.codecs import CODECS, codec
from mojifix.channels.misread import MAX_TEXTS, Misread, misread
from mojifix.errors import ChannelError
from mojifix.model import Channel


@pytest.mark.parametrize(
    ("written", "read", "text", "damaged"),
    [
        ("utf-8", "windows-1252", "it’s", "itâ€™s"),
        ("utf-8", "windows-1252", "”", "â€\x9d"),
        ("utf-8", "iso-8859-7", "it’s", "itβ\x80\x99s"),
        ("utf-8", "mac-roman", "é", "√©"),
        ("utf-8", "windows-1251", "Привет", "РџСЂРёРІРµС‚"),
        ("utf-8", "cp437", "é", "├⌐"),
        ("utf-8", "cp932", "ああ", "縺ゅ≠"),
        ("utf-8", "gb18030", "中文", "涓\ue15f枃"),
        ("utf-8", "cp949", "é", "챕"),
        ("windows-1251", "koi8-r", "Привет", "оПХБЕР"),
        ("windows-1251", "windows-1252", "Привет", "Ïðèâåò"),
        ("iso-8859-9", "iso-8859-1", "ışğ", "ýþð"),
        ("iso-8859-2", "iso-8859-1", "őűľš", "õûµ¹"),
        ("gb18030", "iso-8859-1", "中国", "ÖÐ¹ú"),
        ("cp932", "windows-1252", "ガラス", "ƒKƒ‰ƒX"),
        ("cp949", "iso-8859-1", "이름", "ÀÌ¸§"),
        ("tcvn3", "windows-1252", "Việt", "ViÖt"),
        ("mac-roman", "iso-8859-1", "José", "Jos\x8e"),
        ("windows-1252", "iso-8859-1", "“x”", "\x93x\x94"),
        ("utf-16-le", "iso-8859-1", "né", "n\x00é\x00"),
        ("utf-16", "windows-1252", "Hi", "ÿþH\x00i\x00"),
        ("utf-16-le", "utf-16-be", "桳", "獨"),
        ("utf-8", "utf-16-le", "abcd", "扡摣"),
        ("cesu-8", "iso-8859-1", "😀", "í\xa0½í¸\x80"),
        ("java-utf-8", "iso-8859-1", "a\x00", "aÀ\x80"),
        ("windows-1252", "utf-8/surrogateescape", "José", "Jos\udce9"),
        ("utf-8/surrogateescape", "iso-8859-1", "Jos\udce9", "José"),
        ("windows-1252", "utf-8/fffd", "Münzenberg", "M\ufffdnzenberg"),
        ("utf-8", "windows-1254/fffd", "Đang", "Ä\ufffdang"),
        ("utf-8", "ascii/question", "Café", "Caf??"),
        ("utf-8", "windows-1252/ignore", "”", "â€"),
    ],
)
def test_examples(written: str, read: str, text: str, damaged: str) -> None:
    channel = misread(written, read)
    assert channel.damage(text) == damaged
    undone = channel.undo(damaged)
    assert all(channel.damage(original) == damaged for original in undone)
    assert text in undone or len(undone) == MAX_TEXTS or codec(read).lossy


def test_two_layers_and_a_replacement_character_that_was_misread() -> None:
    lost = misread("windows-1252", "utf-8/fffd").damage("é ")
    assert misread("utf-8", "windows-1252").damage(lost) == "ï¿½ "


def reading(name: str) -> list[str]:
    """Characters for texts that the codec, as a writer, is likely to have."""
    made = codec(name)
    if made.single_byte:
        return [char for char in made.chars if char is not None]
    return [char for char in "aé’йあ中한①～￠\U0001f600€" if encodes(made, char)]


def encodes(made: Codec, char: str) -> bool:
    try:
        made.encode(char)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("read", [name for name in CODECS if name != "utf-8"])
def test_every_codec_that_reads_utf8_is_undone(read: str) -> None:
    channel = misread("utf-8", read)
    undone = 0
    for char in "éßœЖβאعก’“—€日한あ\U0001f600":
        try:
            damaged = channel.damage(char * 2)
        except ChannelError:
            continue
        assert char * 2 in channel.undo(damaged)
        undone += 1
    assert undone >= {"ascii": 0, "utf-16": 0, "tcvn3": 1}.get(read, 2)


@given(st.data())
def test_undo_finds_what_was_written(data: st.DataObject) -> None:
    written = data.draw(st.sampled_from(["utf-8", *CODECS]))
    read = data.draw(st.sampled_from(sorted(CODECS)))
    channel = misread(written, read)
    alphabet = reading(written) if written != "utf-8" else [*reading(read), *"é’—щβ日한"]
    text = data.draw(st.text(st.sampled_from(alphabet), max_size=12))
    try:
        damaged = channel.damage(text)
    except ChannelError:
        return
    undone = channel.undo(damaged)
    assert all(channel.damage(original) == damaged for original in undone)
    assert text in undone or len(undone) == MAX_TEXTS
    if channel.lossless:
        assert undone == (text,)


@given(st.sampled_from(sorted(CODECS)), st.text(max_size=20))
def test_undo_of_anything_replays(read: str, text: str) -> None:
    channel = misread("utf-8", read)
    for original in channel.undo(text):
        assert channel.damage(original) == text


@pytest.mark.parametrize(
    ("written", "read", "damaged", "pieces"),
    [
        ("utf-8", "windows-1252", "itâ€™s", [("it’s",)]),
        ("utf-8", "windows-1252/fffd", "“â€\ufffd”", []),
        ("utf-8", "windows-1252/fffd", "Hâ€\ufffd", [("H",), tuple("\u2001\u200d\u200f‐”")]),
        ("utf-8", "windows-1254/fffd", "Ä\ufffdang", [tuple("āčĎďĐĝĞ"), ("ang",)]),
        ("utf-8", "windows-1251/fffd", "Р\ufffdРіСЂР°", [("Игра",)]),
        ("utf-8", "gb18030", "涓€娈点€俁", [("一段。R",)]),
        ("cp932", "windows-1252", "10\x81`20", [("10",), ("～", "〜"), ("20",)]),
        ("windows-1252", "iso-8859-1", "plain", [("plain",)]),
        ("utf-8", "iso-8859-1", "Ж", []),
        ("utf-8", "iso-8859-1", "Ã", []),
        ("utf-8", "iso-8859-1", "", []),
    ],
)  # fmt: skip
def test_choices_say_what_is_open(
    written: str, read: str, damaged: str, pieces: list[tuple[str, ...]]
) -> None:
    assert misread(written, read).choices(damaged) == tuple(pieces)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("cp932/web", "この部屋の窓の数を"),
        ("cp932/fffd", "この部屋の窓の数を"),
        ("cp932/windows", "この部屋の窓の数を、 調べる。\n"),
        ("gb18030/windows", "simplicity,” while 每天早上打开窗户 Hello，看看"),
        ("gb18030/web", "simplicity,” while 每天早上打开窗户 Hello，看看"),
        ("gb18030/fffd", "布尔值 = 是"),
        ("cp949/fffd", "désolé, c’est là"),
        ("cp949/windows", "désolé, c’est là"),
        ("big5hkscs/web", "naïve “idée”."),
        ("euc-jp/web", "naïve “idée”"),
        ("ascii/question", "Café & crème"),
        ("windows-1252/fffd", "“Hi” Đ"),
        ("iso-8859-8/fffd", "שלום é"),
    ],
)
def test_what_was_lost_is_among_the_choices(read: str, text: str) -> None:
    channel = misread("utf-8", read)
    damaged = channel.damage(text)
    assert damaged != text
    assert channel.read.filler in damaged
    usual = frozenset("“”‘’–—éèàâçëïöü，。のこるĐ") | frozenset(text)
    assert leads_to(channel.choices(damaged, usual), text)
    without = channel.choices(damaged)
    assert leads_to(without, text) or not without


def leads_to(pieces: tuple[tuple[str, ...], ...], text: str) -> bool:
    """One option of each piece, in order, makes the text."""
    ends = {0}
    for piece in pieces:
        ends = {at + len(o) for at in ends for o in piece if text.startswith(o, at)}
    return len(text) in ends


def test_among_leaves_out_what_nobody_writes() -> None:
    channel = misread("utf-8", "big5hkscs/web")
    damaged = channel.damage("“idée”.")
    assert channel.choices(damaged) == ()
    assert channel.choices(damaged, frozenset("“”’é")) == (("“idée",), ("’", "“", "”"), (".",))


def test_an_adversarys_text_is_given_up_in_time() -> None:
    damaged = "\ufffd" * 2_000 + "。" * 2_000
    for read in ("cp932/web", "gb18030/fffd", "windows-1252/fffd", "utf-8/fffd"):
        assert misread("windows-1252", read).undo(damaged) == ()
        assert misread("utf-8", read).undo(damaged) == ()


@pytest.mark.parametrize(
    ("written", "read", "text", "what", "where"),
    [
        ("iso-8859-1", "utf-8", "a Ж", "iso-8859-1 has no byte for 'Ж' (U+0416)", "code point 2"),
        ("utf-8", "iso-8859-7", "a®", "iso-8859-7 has no character for AE", "byte 2"),
        ("utf-8", "cp932", "の。", "cp932 has no character for 82", "byte 5"),
        ("utf-8", "utf-16-le", "abc", "utf-16-le has no character for 63", "byte 2"),
        ("utf-8", "cp437", "a\ud800", "utf-8 has no byte for '\\ud800' (U+D800)", "code point 1"),
        ("viscii", "cp437", "\x1b\x02", "viscii has no byte for '\\x02' (U+0002)", "code point 1"),
    ],
)  # fmt: skip
def test_refusals_say_what_and_where(
    written: str, read: str, text: str, what: str, where: str
) -> None:
    with pytest.raises(ChannelError) as caught:
        misread(written, read).damage(text)
    assert what in caught.value.what
    assert where in caught.value.where


def test_equal_names_are_the_same_object() -> None:
    channel = misread("utf-8", "windows-1252")
    assert misread("UTF8", "cp1252") is channel
    assert Misread(channel.written, channel.read) == channel
    assert hash(Misread(channel.written, channel.read)) == hash(channel)
    assert channel != misread("utf-8", "iso-8859-1")
    assert channel != "utf-8>windows-1252"
    assert pickle.loads(pickle.dumps(channel)) is channel
    assert repr(channel) == "misread('utf-8', 'windows-1252')"
    assert isinstance(channel, Channel)


@pytest.mark.parametrize("name", ["klingon", "utf-9"])
def test_unknown_codecs_are_refused(name: str) -> None:
    with pytest.raises(ChannelError, match="unknown codec"):
        misread("utf-8", name)
    with pytest.raises(ChannelError, match="unknown codec"):
        misread(name, "utf-8")


def test_what_was_written_has_no_policy() -> None:
    with pytest.raises(ChannelError, match="say windows-1252/fffd, then windows-1252>utf-8"):
        misread("cp1252/fffd", "utf-8")


@pytest.mark.parametrize(
    ("written", "read", "lossless"),
    [
        ("utf-8", "windows-1252", True),
        ("utf-8", "iso-8859-7", True),
        ("utf-8", "gb18030", True),
        ("utf-8", "cp949", True),
        ("utf-8", "cp932", False),
        ("utf-8", "mac-arabic", False),
        ("cp932", "windows-1252", False),
        ("utf-8", "windows-1252/fffd", False),
        ("utf-8", "windows-1251/fffd", True),
        ("utf-8", "windows-1252/ignore", False),
        ("utf-8", "cp932/surrogateescape", False),
        ("windows-1252", "utf-8/surrogateescape", True),
    ],
)
def test_lossless(written: str, read: str, *, lossless: bool) -> None:
    assert misread(written, read).lossless is lossless
