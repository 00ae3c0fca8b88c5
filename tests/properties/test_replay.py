import pytest
from hypothesis import given

from mojifix import ReplayError
from tests.properties import laws
from tests.properties.strategies import FEW, LAWS, damaged, hostile, texts


@LAWS
@given(texts())
def test_every_repair_replays(text: str) -> None:
    laws.replay(text)


@LAWS
@given(hostile())
def test_hostile_text_replays(text: str) -> None:
    laws.replay(text)


@FEW
@given(damaged())
def test_a_span_takes_its_alternatives_and_nothing_else(text: str) -> None:
    repair = laws.replay(text)
    for index, span in enumerate(repair.spans):
        for other in span.alternatives:
            changed = repair.replace(index, other)
            assert changed.replay() == text
            assert changed.spans[index].text == other
        with pytest.raises(ReplayError):
            repair.replace(index, span.text + "x")
