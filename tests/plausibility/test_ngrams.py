"""Letters: words in all languages of a script at once."""

from __future__ import annotations

import pytest

from mojifix.plausibility.model import LANE, LATIN, load
from mojifix.plausibility.ngrams import STRANGE, UNKNOWN, Lanes, Strange


@pytest.fixture
def latin() -> Lanes:
    lanes = load().scripts[LATIN]
    assert isinstance(lanes, Lanes)
    return lanes


def cost(lanes: Lanes, word: str, language: str) -> int:
    return lanes.unpack(lanes.word(word)[0])[lanes.names.index(language)]


def test_one_lane_for_each_language(latin: Lanes) -> None:
    vector, least = latin.word("window")
    costs = latin.unpack(vector)
    assert len(costs) == latin.width == len(latin.names)
    assert least == min(costs)
    assert [vector >> 32 * i & LANE for i in range(latin.width)] == list(costs)


@pytest.mark.parametrize(
    ("word", "own", "other"),
    [
        ("weather", "en", "fi"),
        ("geschichten", "de", "it"),
        ("yhdessä", "fi", "en"),
        ("wszystko", "pl", "es"),
        ("années", "fr", "en"),
    ],
)
def test_words_cost_less_at_home(latin: Lanes, word: str, own: str, other: str) -> None:
    assert cost(latin, word, own) < cost(latin, word, other)


def test_words_cost_less_than_the_same_letters_in_disorder(latin: Lanes) -> None:
    assert cost(latin, "thinking", "en") + 100 < cost(latin, "kgnhniti", "en")


def test_unknown_letter_costs_the_same_everywhere(latin: Lanes) -> None:
    known = latin.unpack(latin.word("a")[0])
    unknown = latin.unpack(latin.word("漢")[0])
    assert min(unknown) >= UNKNOWN
    assert min(unknown) > max(known)


def test_costs_stay_in_their_lanes(latin: Lanes) -> None:
    costs = latin.unpack(latin.word("漢" * 4096)[0])
    assert all(UNKNOWN * 4096 <= one < 1 << 30 for one in costs)


def test_what_was_met_before_changes_nothing() -> None:
    lanes = load().scripts[LATIN]
    assert isinstance(lanes, Lanes)
    first = lanes.word("reading")
    lanes._words.clear()
    assert lanes.word("reading") == first


def test_letters_have_their_least_cost(latin: Lanes) -> None:
    letters = latin.letters
    assert "\0" not in letters
    assert letters["e"] < letters["q"] < UNKNOWN


def test_script_without_training_text() -> None:
    strange = Strange()
    assert strange.word("xyz") == (3 * STRANGE, 3 * STRANGE)
    assert list(strange.unpack(3 * STRANGE)) == [3 * STRANGE]
    assert strange.names == ["*"]
