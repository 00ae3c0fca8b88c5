"""All laws on new random texts: ``pytest -m fuzz``."""

import pytest
from hypothesis import given, settings

from tests.properties import laws
from tests.properties.strategies import texts

pytestmark = pytest.mark.fuzz


@settings(max_examples=20_000, deadline=None)
@given(texts())
def test_all_laws(text: str) -> None:
    for law in laws.ALL:
        law(text)
