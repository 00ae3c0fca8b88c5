from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mojifix
from mojifix import MojifixError
from tests.properties import laws
from tests.properties.strategies import LAWS, hostile, long_line, texts
from tests.steps import steps

ANYTHING = st.text(st.characters(exclude_categories=()))

FAMILIES: dict[str, Callable[[int], str]] = {
    "clean": lambda n: long_line(n, 1, share=0.0),
    "damaged": lambda n: long_line(n, 2, share=1.0),
    "mixed": lambda n: long_line(n, 3, share=0.3),
    "Ã": lambda n: "Ã" * n,
    "Ãƒ": lambda n: "Ãƒ" * (n // 2),
    "Ã©": lambda n: "Ã©" * (n // 2),
    "â€": lambda n: "â€" * (n // 2),
    "Ã\xa0 ": lambda n: "Ã\xa0 " * (n // 3),
    "β": lambda n: "itβs " * (n // 5),
    "Ð": lambda n: "Ð" * n,
    "fffd": lambda n: "\ufffd" * n,
    "?": lambda n: "a??b " * (n // 5),
    "c1": lambda n: "\x80\x99" * (n // 2),
    "surrogates": lambda n: "\udce2\udc80\udc99" * (n // 3),
    "escapes": lambda n: "\\u00c3\\u00a9" * (n // 12),
    "entities": lambda n: "&Atilde;&copy;" * (n // 14),
    "han": lambda n: "縺ゅ" * (n // 2),
    "gbk": lambda n: "涓枃" * (n // 2),
    "nul": lambda n: "a\x00b\x00" * (n // 4),
    "box": lambda n: "├®" * (n // 2),
    "word of losses": lambda n: "aâ" * (n // 2),
    "word of marks": lambda n: "xâ€" * (n // 3),
    "word of both": lambda n: "aÃ³Ã" * (n // 4),
    "words of losses": lambda n: ("aâ" * 12 + " ") * (n // 25),
}


@LAWS
@given(texts())
def test_every_text_gives_a_result(text: str) -> None:
    laws.total(text)


@LAWS
@given(hostile())
def test_hostile_text_gives_a_result(text: str) -> None:
    laws.total(text)


@LAWS
@given(ANYTHING)
def test_any_str_gives_a_result(text: str) -> None:
    laws.total(text)


@pytest.mark.parametrize("wrong", [None, 1, b"bytes", bytearray(b"x"), ["text"], object()])
def test_what_is_not_a_str_is_a_type_error_that_says_so(wrong: Any) -> None:
    for function in (mojifix.fix, mojifix.repair, mojifix.detect):
        with pytest.raises(TypeError, match="str"):
            function(wrong)


@LAWS
@given(st.text(), st.text())
def test_damage_gives_text_or_says_why_not(text: str, step: str) -> None:
    try:
        assert isinstance(mojifix.damage(text, step), str)
    except MojifixError as error:
        assert str(error)  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "\ufffd" * 50, " ", "\n", "\xa0"])
def test_what_holds_nothing_stays(text: str) -> None:
    assert mojifix.fix(text) is text


@pytest.mark.parametrize("family", FAMILIES)
def test_ten_thousand_code_points_on_one_line(family: str) -> None:
    text = FAMILIES[family](10_000)
    laws.total(text)
    laws.replay(text)


# What is made of sentences is timed by bench.speed, with new sentences for each length: here the
# longer text would meet the sentences of the shorter one, whose costs are remembered.
@pytest.mark.slow
@pytest.mark.parametrize("family", sorted(FAMILIES.keys() - {"clean", "damaged", "mixed"}))
def test_work_grows_linearly(family: str) -> None:
    make = FAMILIES[family]
    mojifix.repair(make(500))  # what loads once is not counted
    short, long = (make(length) for length in (3_000, 30_000))
    # Ten times the length: measured are 5 to 13.6 times, and quadratic work would be a hundred.
    assert steps(lambda: mojifix.repair(long)) <= 15 * steps(lambda: mojifix.repair(short)) + 1_000


@pytest.mark.parametrize("family", [name for name in FAMILIES if name.startswith("word")])
def test_words_of_losses_are_bearable(family: str) -> None:
    text = FAMILIES[family](1_000)
    mojifix.repair(text[:100])  # what loads once is not counted
    # Measured are 120 to 850 calls a code point, 240 to 3,260 in Python alone. It was 6,300 to
    # 63,000 when each choice of each place was asked with all of its word around it.
    assert steps(lambda: mojifix.repair(text)) <= 5_000 * len(text)
