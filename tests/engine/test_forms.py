"""The forms of UTF-16 that text is left in."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.forms import form_spans

ENGLISH = "The “old” harbor’s café is open"
RUSSIAN = "Привет, как дела сегодня?"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (ENGLISH, "utf-16-le>iso-8859-1"),
        (ENGLISH, "utf-16-be>iso-8859-1"),
        (f"\ufeff{ENGLISH}", "utf-16-le>windows-1252"),
        (RUSSIAN, "utf-16-le>iso-8859-1"),
        (ENGLISH, "utf-16-le>utf-16-be"),
        (RUSSIAN, "utf-16-le>utf-16-be"),
        ("Bush hid the facts", "utf-8>utf-16-le"),
        ("this app can break", "utf-8>utf-16-be"),
        ("Grüße aus dem Süden", "utf-8>ascii/surrogateescape"),
        ("Grüße 😀 aus dem Süden 👍🏽", "surrogate-pairs"),
    ],
)
def test_forms_are_undone(text: str, chain: str) -> None:
    damaged = mojifix.damage(text, chain)
    repair = mojifix.repair(damaged)
    assert repair.text == text
    assert repair.replay() == damaged
    assert all(span.lossless and span.confidence > 0.99 for span in repair.spans)
    assert mojifix.fix(damaged, config=mojifix.Config(lossy="off")) == text


def test_mojibake_under_a_form() -> None:
    text = "The old harbor’s café is open"
    damaged = mojifix.damage(mojifix.damage(text, "utf-8>windows-1252"), "utf-16-le>iso-8859-1")
    assert mojifix.fix(damaged) == text


def test_part_of_a_text() -> None:
    damaged = mojifix.damage(ENGLISH, "utf-16-le>iso-8859-1")
    assert mojifix.fix(f"{ENGLISH}\n{damaged}") == f"{ENGLISH}\n{ENGLISH}"


@pytest.mark.parametrize(
    "text",
    [
        "plain \x00 with one NUL",
        "abc\x00def\x00ghi\x00jkl\x00",
        "\x00" * 8,
        "\x00\x01\x02\x03\x00\x01\x02\x03",
        "中文字符测试一下今天天气",
        "日本語のテキストを読む",
        "한국어 텍스트입니다",
        "ภาษาไทยง่ายนิดเดียว",
        "(ʘ‿ʘ) ٩(•̤̀ᵕ•̤́๑)ᵒᵏᵎᵎᵎᵎ =͟͟͞͞ ﾍ( ´Д`)ﾉ",
        "a\u202a\u202c\u202a\u202cb \u2060\u2061\u2062\u2063\u2064",
        "\ud83d alone",
        "\udcff\udcfe",
        "",
    ],
)
def test_other_text_stays(text: str) -> None:
    assert form_spans(text) == ()
    assert mojifix.fix(text) == text


def test_no_control_is_brought_in() -> None:
    damaged = mojifix.damage("a\x1b[31mb\x07c\x01d", "utf-16-le>iso-8859-1")
    assert form_spans(damaged) == ()


@pytest.mark.parametrize("text", ["plain", "é", "ж", "漢", "\ud7ff", "\ue000"])
def test_ordinary_characters_are_no_sign(text: str) -> None:
    assert form_spans(text) == ()
