import re

from hypothesis import given
from hypothesis import strategies as st

import mojifix
from mojifix import Config
from tests.properties import laws
from tests.properties.strategies import LAWS, damaged, hostile, texts

MARKUP = st.sampled_from(["<b>{}</b>", '{{"k": "{}"}}', '"{}","x";{}\n', "f('{}'); // {}"])


@LAWS
@given(texts())
def test_ascii_stays_unless_the_chain_says_so(text: str) -> None:
    laws.ascii_skeleton(text)


@LAWS
@given(hostile())
def test_ascii_of_hostile_text_stays(text: str) -> None:
    laws.ascii_skeleton(text)


@LAWS
@given(damaged(), MARKUP)
def test_no_markup_is_conjured(text: str, template: str) -> None:
    observed = template.replace("{}", text).replace("{{", "{").replace("}}", "}")
    fixed = mojifix.fix(observed, config=Config(channels=("utf-8>windows-1252",)))
    assert re.findall("[\x00-\x7f]", fixed) == re.findall("[\x00-\x7f]", observed)


@LAWS
@given(st.text(st.characters(max_codepoint=0x7F)))
def test_ascii_comes_back_as_the_same_object_or_by_an_escape(text: str) -> None:
    repair = mojifix.repair(text)
    if not re.search(r"\\u|\\x|&\w|&#|=[0-9A-F]|%[0-9A-F]|\?|\(|a", text):
        assert repair.text is text
