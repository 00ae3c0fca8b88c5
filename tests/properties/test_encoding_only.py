import unicodedata
from typing import Literal

import pytest
from hypothesis import given

import mojifix
from tests.properties import laws
from tests.properties.strategies import FEW, LAWS, clean, texts

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]


@LAWS
@given(texts())
def test_every_change_undoes_a_misreading(text: str) -> None:
    laws.encoding_only(text)


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@FEW
@given(text=clean())
def test_normalized_text_stays_normalized(text: str, form: Form) -> None:
    normal = unicodedata.normalize(form, text)
    if mojifix.fix(text) == text:
        assert mojifix.fix(normal) == normal


@pytest.mark.parametrize(
    "text",
    [
        "ﬁrst ﬂight",
        "ＦＵＬＬ　ＷＩＤＴＨ ｶﾀｶﾅ",
        "“curly” ‘quotes’ – and — dashes…",
        "&eacute; &amp; &#233; &lt;b&gt;",
        "\\u00e9 and \\xe9 and %C3%A9",
        "Cafe\u0301 A\u030a",
        "line\r\nline\rline\u2028line\u2029",
        "\x1b[31mred\x1b[0m",
        "\ufeffwith a mark",
        "Ⅳ ㎏ ½ ² ™",
    ],
)
def test_what_other_fixers_tidy_stays(text: str) -> None:
    assert mojifix.fix(text) is text
