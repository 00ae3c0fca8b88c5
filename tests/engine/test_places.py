"""Places that may have suffered a loss."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mojifix.engine.losses import Reading
from mojifix.engine.places import LINE, SENTENCE, TORN, places_of
from mojifix.engine.undo import Piece
from mojifix.plausibility.model import load

Stretch = tuple[int, int]


class Counted(list[Stretch]):
    """Stretches that count how often all of them are gone through."""

    rounds = 0

    def __iter__(self) -> Iterator[Stretch]:
        self.rounds += 1
        return super().__iter__()


def test_the_doubtful_ones_are_those_worth_it() -> None:
    text = "itβs one, itβs two, itβs three"
    places = places_of(text, [(0, 5), (20, 24)], load())
    assert [(place.text.strip(), place.doubtful) for place in places] == [
        ("itβs", True),
        ("itβs", False),
        ("itβs", True),
    ]


def test_sentences_begin_with_capitals() -> None:
    text = "Ã tarde. Ã azul, Ã noite"
    places = places_of(text, [], load())
    assert [place.opening for place in places] == [LINE, SENTENCE, 0]


def test_no_place_goes_through_all_stretches() -> None:
    word = "itβs "
    worth = Counted((i, i + len(word)) for i in range(0, 60 * len(word), len(word)))
    assert len(places_of(60 * word, worth, load())) > 10
    assert worth.rounds == 1


@pytest.mark.parametrize(
    ("text", "torn"),
    [("of course â this is it", 0), ("of courseâthis is it", 0), ("and xqkwzâvprtk is it", 1)],
)
def test_a_dash_does_not_tear_apart_what_is_no_two_words(text: str, torn: int) -> None:
    place = places_of(text, [], load())[0]
    at = place.text.index("â")
    read = place.text.replace("â", "—")
    reading = Reading(0, read, (Piece(at, at + 1, "—"),))
    assert place._torn(reading) == TORN * torn
