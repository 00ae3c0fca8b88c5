import pytest
from hypothesis import given
from hypothesis import strategies as st

import mojifix
from bench.damage import UTF8_AS, repeat
from tests.properties import laws
from tests.properties.strategies import FEW, LAWS, sentences, texts


@LAWS
@given(texts())
def test_a_second_repair_finds_nothing(text: str) -> None:
    laws.idempotence(text)


@pytest.mark.parametrize("layers", [1, 2, 3])
@FEW
@given(sentence=st.sampled_from(sentences()))
def test_layers_are_peeled_in_one_call(sentence: str, layers: int) -> None:
    damaged = repeat(UTF8_AS["windows-1252"], layers)(sentence)
    assert damaged is not None
    assert mojifix.fix(damaged) == mojifix.fix(mojifix.fix(damaged))
