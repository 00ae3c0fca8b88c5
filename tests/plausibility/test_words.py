"""The usual words of each language."""

from __future__ import annotations

import pytest

from mojifix.plausibility.model import load
from mojifix.plausibility.words import usual_words


def difference(text: str) -> int:
    model = load()
    tokens = model.tokens(text)
    return usual_words().difference(tokens, model.profile(model.totals(tokens, {})))


@pytest.mark.parametrize(
    ("language", "word"),
    [("ru", "это"), ("fr", "déjà"), ("tr", "için"), ("el", "είναι"), ("pl", "się"), ("cs", "že")],
)
def test_languages_have_their_words(language: str, word: str) -> None:
    assert 0 < usual_words().of(language)[word] < 255


def test_every_word_is_folded_and_has_a_letter_beyond_ascii() -> None:
    model = load()
    for language in ("ru", "fr", "el", "vi"):
        for word in usual_words().of(language):
            (token,) = model.tokens(word)
            assert token == token._replace(folded=word)  # type: ignore[union-attr]
            assert len(word) > 1
            assert not word.isascii()


def test_unknown_language_has_none() -> None:
    assert usual_words().of("*") == {}


def test_usual_words_cost_less_than_their_letters() -> None:
    assert difference("Это только начало.") < 0
    assert difference("Это только начало.") < difference("Сто только начало.")
    assert difference("ЭТО ТОЛЬКО НАЧАЛО.") == difference("Это только начало.")


def test_ascii_words_cost_what_they_do() -> None:
    assert difference("the mayor and the council were asleep") == 0


def test_a_letter_by_itself_is_no_usual_word() -> None:
    assert difference("The mayor т and the council т were asleep") == 0
