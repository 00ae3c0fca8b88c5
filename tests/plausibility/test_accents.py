"""Accents of a word: what another number of them costs."""

from __future__ import annotations

import pytest

from mojifix.plausibility.accents import accents, kind
from mojifix.plausibility.model import load
from mojifix.plausibility.tokens import Word


def word(text: str) -> Word:
    (token,) = load().tokens(text)
    assert isinstance(token, Word)
    return token


def difference(text: str) -> int:
    model = load()
    tokens = model.tokens(text)
    return accents().difference(tokens, model.profile(model.totals(tokens, {})))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("αδερφό", (2, 1)),
        ("αδεύφό", (2, 2)),
        ("για", (0, 0)),
        ("señor", (1, 0)),
        ("đề", (0, 1)),
        ("äußerst", (1, 0)),
        ("ΑΘΗΝΑ", None),
        ("ж", None),
    ],
)
def test_kind(text: str, expected: tuple[int, int] | None) -> None:
    assert kind(word(text)) == expected


def test_a_greek_word_has_one_accent() -> None:
    text = "Ο αδελφός μου έχει έναν καινούργιο {} στο σπίτι."
    assert difference(text.format("φίλο")) == 0
    assert difference(text.format("φιλο")) > 0
    assert difference(text.format("φίλό")) > 0


def test_a_spanish_word_has_no_two_accents() -> None:
    text = "La {} de mañana está cancelada, según dijo el jardinero."
    assert difference(text.format("reunión")) == difference(text.format("reunion")) == 0
    assert difference(text.format("réunión")) > 0


def test_capitals_have_dropped_them() -> None:
    assert difference("Η ΑΘΗΝΑ ΕΙΝΑΙ ΜΕΓΑΛΗ ΠΟΛΗ") == 0
