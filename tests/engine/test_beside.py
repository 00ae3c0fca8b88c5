"""What stands beside a place, and was not damaged as the place was."""

from __future__ import annotations

from mojifix.engine.beside import WITHIN, letters_beside, shown, spared, untouched


def beside(text: str, seen: str = "â", reader: str = "iso-8859-1") -> list[int]:
    """What stands beside each place where ``seen`` stands."""
    places = [(at, at + len(seen)) for at in range(len(text)) if text.startswith(seen, at)]
    return list(untouched(text, places, shown(reader)))


def test_ascii_says_nothing() -> None:
    assert beside("I think itâs fine.") == [0]


def test_an_intact_letter_on_either_side_speaks_against_it() -> None:
    assert beside("Beyoncé says itâs fine.") == [1]
    assert beside("Beyoncé says itâs fine, más o menos.") == [2]


def test_what_the_reader_may_have_left_says_nothing() -> None:
    assert beside("Ã says itâs fine. Â£5") == [0]


def test_places_do_not_speak_against_each_other() -> None:
    assert beside("Itâs more than that, isnât it?") == [0, 0]
    assert beside("Itâs more than thát, isnât it?") == [1, 1]


def test_other_lines_say_nothing() -> None:
    assert beside("Beyoncé\nsays itâs fine.\nMás") == [0]


def test_what_a_step_made_of_what_the_reader_shows_is_its_work_too() -> None:
    assert "ã" not in shown("windows-1252")
    assert "ã" in shown("windows-1252", "lower-case")


def test_letters_that_were_spared_speak_against_damage_of_the_whole() -> None:
    left = shown("iso-8859-1")
    assert spared("itâs âwellâ ÃÂ", left) == spared("itâs “well”", left) == 0.0
    assert 0.0 < spared("itâs žluť", left) < spared("itâs žluťoučký kůň", left)


def test_a_letter_of_the_same_word_counts_for_more() -> None:
    assert beside("y linâña") == [WITHIN]
    assert beside("y linâ ña") == [1]


def test_letters_beside() -> None:
    text = "kɔ ƒãa be, ɖe"
    assert list(letters_beside(text, [(3, 5)])) == ["ɔɖ"]
    assert list(letters_beside(text, [(1, 2), (3, 5)])) == ["", "ɖ"]
    assert list(letters_beside("— ƒãa\nɖe", [(2, 4)])) == [""]
