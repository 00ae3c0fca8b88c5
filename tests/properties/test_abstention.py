from hypothesis import given
from hypothesis import strategies as st

import mojifix
from mojifix import Config
from tests.properties import laws
from tests.properties.strategies import FEW, LAWS, texts

CONFIDENCE = st.floats(0.0, 1.0)


@LAWS
@given(texts(), CONFIDENCE, CONFIDENCE)
def test_a_higher_bar_never_adds_a_span(text: str, one: float, other: float) -> None:
    laws.abstention(text, one, other)


@FEW
@given(texts())
def test_lossy_off_leaves_lossless_spans_only(text: str) -> None:
    spans = mojifix.repair(text, config=Config(lossy="off")).spans
    assert all(span.lossless for span in spans)


@FEW
@given(texts())
def test_no_channel_means_no_span(text: str) -> None:
    repair = mojifix.repair(text, config=Config(channels=()))
    assert repair.text is text


@FEW
@given(texts())
def test_only_the_named_channels_are_looked_for(text: str) -> None:
    only = ("utf-8>windows-1252",)
    for span in mojifix.repair(text, config=Config(channels=only)).spans:
        assert {step.name for step in span.chain} <= set(only)
