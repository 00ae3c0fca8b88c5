from __future__ import annotations

import pytest

from mojifix.errors import InputError
from mojifix.siblings import index as module
from mojifix.siblings.index import Index
from mojifix.siblings.sources import documents

TEXTS = ["Microsoft’s partners", "", "the partners and the partners’ Microsoft’s", "中国经济发展"]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(documents(TEXTS))


def test_places_are_numbers_and_code_points(index: Index) -> None:
    assert list(index.places("partners")) == [(0, 12), (2, 4), (2, 21)]
    assert list(index.places("nothing")) == []


def test_trigrams_of_scripts_without_blanks(index: Index) -> None:
    assert list(index.places("国经济")) == [(3, 1)]
    assert index.rarest("经济发展")[0] in ("经济发", "济发展")
    assert index.rarest("the partners") == ("the", 0)


def test_places_need_half_of_their_neighbors(index: Index) -> None:
    near = [("microsoft", 8, 12)]
    assert list(index.places("partners", near)) == [(2, 21)]
    assert list(index.places("partners", [*near, ("and", 7, 11)])) == [(2, 4), (2, 21)]


def test_rare_pieces_say_more(index: Index) -> None:
    assert index.bits("and") > index.bits("partners") > 0
    assert index.count("partners") == 3


def test_whole_words_in_any_case(index: Index) -> None:
    assert index.word("MICROSOFT’S") == 2
    assert index.word("Microsoft") == 0
    assert list(index.word_places("microsoft’s")) == [(0, 0), (2, 31)]
    assert list(index.word_places("partner")) == []
    assert list(index.word_places("中国经济发展")) == [(3, 0)]
    assert list(index.word_places("")) == []


def test_more_than_the_places_can_say_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 30)
    with pytest.raises(InputError, match="3: more than 4 billion characters"):
        Index(documents(TEXTS))
