"""Text that is UTF-8 misread from beginning to end needs no language model."""

from __future__ import annotations

import pytest

from mojifix import damage
from mojifix.channels.misread import misread
from mojifix.engine.sure import chain_of, peel

TEXT = "Hier soir, après le dîner, où étais-tu parti ? Ça va, naïf garçon."
ONE = damage(TEXT, "utf-8>windows-1252")
CP1252 = misread("utf-8", "windows-1252")


def test_one_layer() -> None:
    assert peel(ONE) == (CP1252, TEXT)
    assert chain_of(ONE, 3) == ((CP1252,), TEXT)


def test_layers_first_damage_first() -> None:
    twice = damage(ONE, "utf-8>cp850")
    found = chain_of(twice, 3)
    assert found is not None
    assert found[1] == TEXT
    assert [step.name for step in found[0]] == ["utf-8>windows-1252", "utf-8>cp850"]
    less = chain_of(twice, 1)
    assert less is not None
    assert less[1] == ONE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        TEXT,
        "cafÃ©",  # one letter is no proof
        "Ã©" * 100,  # nor is the same one again and again
        f"{ONE} é",
        f"{ONE} β",
        ONE[: ONE.index("Ã") + 1] + ONE,
    ],
)
def test_long_road(text: str) -> None:
    assert chain_of(text, 3) is None


def test_nothing_worse_may_appear() -> None:
    harmful = misread("utf-8", "iso-8859-1").damage(f"{TEXT}\u202e")
    assert peel(harmful) is None
    assert peel(misread("utf-8", "iso-8859-1").damage(TEXT)) is not None


def test_where_readers_disagree_the_one_that_makes_sense_is_taken() -> None:
    quoted = "“Don’t,” she said — “it’s €5…”"
    assert peel(damage(quoted, "utf-8>windows-1252")) == (CP1252, quoted)
    found = peel(damage(quoted, "utf-8>iso-8859-16"))
    assert found is not None
    assert found[1] == quoted


def test_one_character_is_enough_where_all_that_is_odd_goes_away() -> None:
    text = "The mayor’s plan isn’t dead."
    assert peel(damage(text, "utf-8>windows-1252")) == (CP1252, text)


def test_originals_of_unknown_scripts_are_not_sure() -> None:
    assert peel("5 ¬£ and 3 ¬£") is None  # Syriac, through cp864


def test_a_letter_of_an_unknown_script_is_no_doubt() -> None:
    original = "彼は新しいＣＤを買いに行きました。"
    found = peel(damage(original, "utf-8>windows-1252"))
    assert found is not None
    assert found[1] == original


def test_a_rare_sign_is_a_reason_to_doubt_a_short_text_only() -> None:
    rare = "Más información 㤤 aquí, mañana también. "
    for text, sure in ((rare, False), (rare * 8, True)):
        seen = text.encode().decode("cp1252")
        assert (peel(seen) is not None) is sure
