from __future__ import annotations

from mojifix.siblings.alignment import side
from mojifix.siblings.index import Index
from mojifix.siblings.landings import Landings
from mojifix.siblings.sources import documents

SENTENCE = "old friends of the company will reach all of the customers in Europe"


def landings(text: str, at: int, siblings: list[str], *, own: str = "") -> list[tuple[int, int]]:
    """Where the right side of a code point may begin in the siblings."""
    index = Index(documents(siblings))
    return sorted(Landings(index, own, side(text, at, index, left=False)))


def test_where_the_nearest_piece_stands() -> None:
    assert landings("β " + SENTENCE, 1, ["So the " + SENTENCE]) == [(0, 7)]


def test_a_few_words_in_common_are_enough() -> None:
    assert landings("β " + SENTENCE, 1, [SENTENCE, "our old friends of the company are here"]) == [
        (0, 0),
        (1, 4),
    ]


def test_other_passages_with_the_same_words_are_passed_over() -> None:
    other = ["The old man in the sea.", "Friends reach the company of all customers.", "old"]
    assert landings("β " + SENTENCE, 1, [*other, SENTENCE]) == [(3, 0)]


def test_the_document_itself_is_passed_over() -> None:
    text = "β " + SENTENCE
    assert landings(text, 1, [text, SENTENCE], own=text) == [(1, 0)]


def test_damage_between_may_take_more_room() -> None:
    text = "β the Ã¢â‚¬Å“companyÃ¢â‚¬Â\u009d will reach all its customers"
    assert landings(text, 1, ["the “company” will reach all its customers"]) == [(0, 0)]


def test_a_piece_that_is_too_common_is_not_looked_up() -> None:
    crowd = "the company said that " * 5000
    assert landings("β the company said that", 1, [crowd]) == []
    near = landings("β the company said that customers left", 1, [crowd + "customers left"])
    assert near == [(0, len(crowd) - 22)]
