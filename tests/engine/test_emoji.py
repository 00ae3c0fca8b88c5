"""Emoji that lost bytes: restored where one is out of all proportion likely, else left alone."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.channels import parse
from mojifix.engine.emoji import emoji, emoji_spans, outside_emoji
from mojifix.model import Span


@pytest.mark.parametrize(
    ("text", "original"),
    [
        ("I â¤ï¸ you", "I ❤️ you"),
        ("I â\ufffd¤ï¸\ufffd you", "I ❤️ you"),
        ("âš ï¸ Podem participar", "⚠️ Podem participar"),
        ("âš ï¸\ufffd Podem participar", "⚠️ Podem participar"),
        ("âš\xa0ï¸ Podem participar", "⚠️ Podem participar"),
        ("Thanks â˜€ï¸", "Thanks ☀️"),
        ("ðŸ™ for all", "🙏 for all"),
        ("ðŸ¤·â€â™€ï¸ who knows", "🤷‍♀️ who knows"),
        ("1ï¸âƒ£ first", "1️⃣ first"),
        ("ðŸ³ï¸â€ðŸŒˆ itâ€™s here", "🏳️‍🌈 it’s here"),
        ("ðŸ‘¨â€ðŸ‘©â€ðŸ‘§ at home", "👨‍👩‍👧 at home"),
        ("I âŒ you, itâ€™s great", "I ❌ you, it’s great"),
        ("I â¤ you, itâ€™s great", "I ❤ you, it’s great"),
        ("Thanks âœ…", "Thanks ✅"),
        ("âž¡ next", "➡ next"),
    ],
)
def test_what_only_one_can_have_left_is_restored(text: str, original: str) -> None:
    repair = mojifix.repair(text)
    assert repair.text == original
    assert all(text[span.start : span.end] == span.chain.damage(span.text) for span in repair.spans)


@pytest.mark.parametrize(
    "text",
    [
        "Thanks ðŸ˜",  # 😁 😍 😏 😐 😝
        "Thanks so much for that ðŸ˜ðŸ˜",
        "Thanks ðŸ‘",  # 👍 👏
        "Thanks so much for that ðŸ‘ðŸ½",
        "Thanks âœï¸",  # ✍️ ✏️ ✝️
        "Thanks âï¸",
        "Thanks â\xa0ï¸",
        "Thanks ðŸ³",  # 🏳 🍳 🐳
    ],
)
def test_what_several_can_have_left_is_nothing_else_either(text: str) -> None:
    assert mojifix.fix(text) is text


@pytest.mark.parametrize(
    "text", ["naïve façade", "it is ðŸ˜‚ whole", "a Ÿ and a ð", "“so”😂", "ﷺ ï, ¸", "là…"]
)
def test_what_is_whole_is_not_of_interest_here(text: str) -> None:
    assert emoji_spans(text) == ()


def test_what_is_left_of_emoji_was_no_letters() -> None:
    text = "so ðŸ˜ðŸ˜ itâ€™s"
    inside = Span(3, 9, "ЁЯШЁЯШ", parse("cp866>windows-1252"), 1.0)
    outside = Span(12, 15, "’", parse("utf-8>windows-1252"), 1.0)
    assert outside_emoji(text, (inside, outside)) == (outside,)
    assert outside_emoji(text[10:], (outside,)) == (outside,)


def test_the_list_is_that_of_unicode() -> None:
    assert {"❤", "☺", "⭐", "㊙"} <= emoji()
    assert emoji().isdisjoint("★♪≤⁊⌠◘0#©")
