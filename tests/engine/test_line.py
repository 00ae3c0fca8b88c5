"""What a line may have been."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.channels.misread import misread
from mojifix.engine.line import Line


def test_forms_of_one_word_are_hardly_further_witnesses() -> None:
    once = Line("Er ist ein Diätologe aus Wien, sagt er.").originals(thin=False)
    again = Line("Diätologe, Diätologin, Diätologe, Diätologin").originals(thin=False)
    assert max((o.gain for o in again), default=0.0) < 2 * max((o.gain for o in once), default=9.0)


def test_letters_that_look_like_others_are_no_damage() -> None:
    assert Line("Nаdzоrnik visоkоgrаdnjе").originals() == []


def test_letters_that_show_are_no_damage() -> None:
    assert Line("the nΞxt bΘok").originals() == []
    assert Line("FaceBΘΘk and GΘΘgle").originals() == []


def test_letters_that_only_look_like_others_are_damage_where_it_reads_far_better() -> None:
    """No letter looks like what æ becomes."""
    text = "Jeg går på kino så ofte jeg får lov, og æren er vår."
    originals = Line(misread("windows-1252", "windows-1251").damage(text)).originals()
    assert originals[0].text == text


def test_of_two_originals_a_sentence_is_the_one_with_a_capital() -> None:
    text = "Я пишу письмо бабушке."
    best, other = Line(misread("windows-1251", "koi8-r").damage(text)).originals()[:2]
    assert (best.text, other.text) == (text, text.replace("Я", "я"))
    assert best.gain > other.gain  # A small letter by itself would be the likelier one.


@pytest.mark.parametrize(
    "text", ['"Bīr el Maksūr",', "Jalāl ad-Dīn Rūmī", "Sūrat al-Baqara", "Rāmāyana", "Kyūshū"]
)
def test_romanized_names_are_no_damage(text: str) -> None:
    assert mojifix.fix(text) == text


def test_codes_tell_no_language() -> None:
    for text in ("3448|Maracanã - PA", "escrivã\t[CAT=nc,G=f", "183329|Tarumã - SP"):
        assert mojifix.fix(text) == text
    assert mojifix.fix("Comuna Cãlui") == "Comuna Călui"


@pytest.mark.parametrize(
    ("text", "original"),
    [
        ("Divisi¢n", "División"),  # and no apostrophe of a Greek page
        ("Otázka: Dobrý deò, aké zmeny sa plánujú?", "Otázka: Dobrý deň, aké zmeny sa plánujú?"),
    ],
)
def test_a_usual_word_is_likelier_than_its_letters(text: str, original: str) -> None:
    assert mojifix.fix(text) == original
