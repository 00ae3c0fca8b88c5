"""The very first look at a text: it may find more than there is, but misses nothing."""

from __future__ import annotations

import pytest

from mojifix.kernel import Look, kinds, plain
from mojifix.kernel.bits import CONTROLS, FORMS, LEFT, SPELLED, WIDE

SHOWS = ["a\x00b", r"\u00c3\u00a9", "&Atilde;&copy;", "itaEUR(TM)s", "cafA(c)", "it’s;&"]


@pytest.mark.parametrize("text", ["", "a plain line\n", "C:\\new, (a) E U\x7f", "x" * 1000])
def test_most_text_is_plain(text: str) -> None:
    assert plain(text)
    assert not Look("β", "Ã")(text)


@pytest.mark.parametrize("text", SHOWS)
def test_what_may_spell_damage_is_not(text: str) -> None:
    assert not plain(text)
    assert Look("β", "Ã")(text)
    assert not plain("x" * 333 + text)


@pytest.mark.parametrize("other", ["é", "’", "\U0001f600", None, b"bytes", 3])
def test_nor_is_what_is_not_ascii_or_no_text(other: object) -> None:
    assert not plain(other)


@pytest.mark.parametrize(
    "text", ["Mistralβs", "’Mistralβs", "\U0001f600 aβb", "Ã", "\ud83d", "x\udc80"]
)
def test_letters_in_the_place_of_others_are_seen(text: str) -> None:
    assert Look("β", "Ã")(text)


@pytest.mark.parametrize(
    ("text", "bits"),
    [
        ("a & b;&", SPELLED),
        ("a & b; c", 0),
        ("a\x00", FORMS),
        ("é\udc80", FORMS | WIDE),
        ("it\x92s", CONTROLS),
        ("it’s", 0),
        ("ữ", WIDE),
        ("漢", WIDE),
        ("\u2e7f\U0001f600", 0),
        ("\u0fff\xa0\x7f", 0),
        ("Mistralβs Ã", LEFT),
        ("Mistralβs \x80 ;& \U0001f600漢\x00", SPELLED | FORMS | CONTROLS | WIDE | LEFT),
    ],
)
def test_all_that_there_is_is_told(text: str, bits: int) -> None:
    assert Look("β", "Ã")(text) == bits


@pytest.mark.parametrize("text", ["β", "a β", "aβ", "βa", "TGF-β1", "ελβελ", "déjà", "’", "猫"])
def test_letters_elsewhere_are_not(text: str) -> None:
    assert not Look("β", "Ã")(text) & LEFT


def test_letters_are_below_the_end_of_the_table() -> None:
    with pytest.raises(ValueError, match="U\\+0FFF"):
        Look("猫", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ""),
        ("ASCII\x7f", ""),
        ("\x80été à la fête", "\x80éàê"),
        ("ż\ud800é\uffffż", "ż\ud800é\uffff"),
        ("😀é\U0010ffff😀", "😀é\U0010ffff"),
    ],
)
def test_each_kind_is_told_once_in_order(text: str, found: str) -> None:
    assert kinds(text) == found
