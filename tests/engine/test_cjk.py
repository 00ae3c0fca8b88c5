"""Codecs of several bytes a character, read as each other."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.cjk import cjk_spans

JAPANESE = "設定を変更するには、もう一度起動してください。"
CHINESE = "我对他的进步感到很满意，希望他继续努力。"
TAIWAN = "我對他的進步感到很滿意，希望他繼續努力。"
KOREAN = "시간이 다 되었습니다. 내일 다시 만나요."


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (JAPANESE, "cp932>gb18030"),
        (JAPANESE, "euc-jp>big5hkscs"),
        (JAPANESE, "euc-jp>cp949"),
        (CHINESE, "gb18030>big5hkscs"),
        (CHINESE, "gb18030>cp949"),
        (TAIWAN, "big5hkscs>gb18030"),
        (KOREAN, "cp949>gb18030"),
        (KOREAN, "cp949>big5hkscs"),
    ],
)
def test_lines_come_back(text: str, chain: str) -> None:
    damaged = mojifix.damage(text, chain)
    repair = mojifix.repair(f"> {damaged}\nplain text\n")
    assert repair.text == f"> {text}\nplain text\n"
    assert repair.replay() == f"> {damaged}\nplain text\n"


@pytest.mark.parametrize(
    "text",
    [JAPANESE, CHINESE, TAIWAN, KOREAN, "孙悟空", "第３回", "Café 日本", "( ﾟヮﾟ)", "", "plain"],
)
def test_clean_text_stays(text: str) -> None:
    assert [span for span in cjk_spans(text) if span.confidence > 0.5] == []
    assert mojifix.fix(text) == text


def test_utf8_is_not_taken_for_another_codec() -> None:
    for text in (JAPANESE, CHINESE, KOREAN):
        damaged = mojifix.damage(text, "utf-8>gb18030/fffd")
        assert "big5" not in str([span.chain for span in mojifix.repair(damaged).spans])
