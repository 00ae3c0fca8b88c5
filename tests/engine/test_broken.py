"""UTF-8 that a reader of several bytes a character broke here and there."""

from __future__ import annotations

import re

import pytest

import mojifix
from mojifix.engine import broken as module
from mojifix.engine.broken import FRUITLESS, broken, broken_spans
from mojifix.model import Span

BROKEN = (
    ("第一次打开文件时出错，请检查路径是否正确。", "utf-8>gb18030/question"),
    ("布尔值", "utf-8>gb18030/windows"),
    ("設定を変更するには再起動してください。", "utf-8>cp932/windows"),
    ("このクラスの総使用画像数", "utf-8>cp932/web"),
)


@pytest.mark.parametrize(("text", "chain"), BROKEN)
def test_lines_come_back_whole(text: str, chain: str) -> None:
    damaged = mojifix.damage(text, chain)
    assert broken(damaged)
    (span,) = broken_spans(f"# {damaged}")
    assert span.text == text
    assert span.confidence > 0.9
    assert span.chain.damage(span.text) == damaged
    assert mojifix.fix(damaged) == text


@pytest.mark.parametrize(
    "text",
    [
        "你好吗? 我们在这里。什么?",
        "これは何ですか? 本・雑誌・新聞。",
        "어디에 있습니까? 여기?",
        "Qu'est-ce que c'est ? Né? é",
        "問題は�です",
        "",
    ],
)
def test_clean_text_is_not_read_so(text: str) -> None:
    assert broken_spans(text) == []


def test_where_nothing_is_liked_best_nothing_is_sure() -> None:
    # Three marks of quotation are as likely.
    text = "added 鈥渦ncontrolled complexity,鈥?which leads naturally into Section 3鈥檚 end"
    assert all(span.confidence < 0.9 for span in broken_spans(text))


def test_many_lines_in_vain_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def read(core: re.Match[str], _: str) -> list[Span]:
        tried.append(core.start())
        return []

    monkeypatch.setattr(module, "_read", read)
    assert broken_spans("鍊甯? 甯鍊\n" * 200) == []
    assert len(set(tried)) == FRUITLESS
