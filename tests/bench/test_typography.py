import random

import pytest

from bench.corpus import load_fixtures
from bench.typography import curl, typeset


@pytest.mark.parametrize(
    ("plain", "curled"),
    [
        ("It's done.", "It’s done."),
        ('"Stop," he said.', "“Stop,” he said."),
        ("Wait...", "Wait…"),
        ("One - or two.", "One – or two."),
        ('An inch is 1".', 'An inch is 1".'),
    ],
)
def test_curl(plain: str, curled: str) -> None:
    assert curl(plain) == curled


def test_typeset_always_finds_something_to_set() -> None:
    rng = random.Random(1)
    for sentence in load_fixtures().sentences["en"]:
        assert not typeset(sentence, rng).isascii()
