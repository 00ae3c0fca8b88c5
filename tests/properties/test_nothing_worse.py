import pytest
from hypothesis import given
from hypothesis import strategies as st

import mojifix
from bench.damage import UTF8_AS
from tests.properties import laws
from tests.properties.strategies import LAWS, hostile, texts


@LAWS
@given(texts())
def test_nothing_hostile_is_added(text: str) -> None:
    laws.nothing_worse(text)


@LAWS
@given(hostile())
def test_nothing_is_added_to_hostile_text(text: str) -> None:
    laws.nothing_worse(text)


@pytest.mark.parametrize("codec", ["windows-1252", "iso-8859-1", "windows-1251", "cp437"])
@LAWS
@given(secret=st.sampled_from(["\u202e", "\u2066", "\x85", "\x9b", "\ufdd0", "\ud800", "\uffff"]))
def test_a_hidden_control_is_not_unpacked(secret: str, codec: str) -> None:
    damaged = UTF8_AS[codec](f"déjà {secret} vu, très près")
    if damaged is not None and secret not in damaged:
        assert secret not in mojifix.fix(damaged)
