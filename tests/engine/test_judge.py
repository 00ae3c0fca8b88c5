"""What does each chain gain, site by site?"""

from __future__ import annotations

import pytest

import mojifix
from mojifix import damage
from mojifix.channels.misread import misread
from mojifix.engine.judge import SAME_WORD, UNHEARD, Judge, contenders
from mojifix.engine.search import _segments
from mojifix.engine.sites import Segment, Steps

FRENCH = "Hier soir, après le dîner, nous avons parlé des livres préférés de ma mère."
STEPS = (misread("utf-8", "windows-1252"),)


def segment(text: str) -> Segment:
    (only,) = _segments(text, 1, None)
    return only


def gains(text: str) -> list[dict[Steps, float]]:
    return Judge(text).gains(segment(text))


def test_damage_gains_in_every_site() -> None:
    found = gains(damage(FRENCH, "utf-8>windows-1252"))
    assert len(found) == 5
    assert all(site[STEPS] > 20 for site in found)


def test_right_chain_gains_most() -> None:
    found = gains(damage("Вчера мы гуляли у реки.", "utf-8>windows-1251"))
    right = (misread("utf-8", "windows-1251"),)
    for site in found:
        assert all(gain <= site[right] for gain in site.values())


def test_clean_look_alikes_lose() -> None:
    found = gains("Vi bor i små «SMÅ» hus")
    assert found
    assert all(gain < 0 for site in found for gain in site.values())


def test_signs_alone_gain_less() -> None:
    alone, word = gains("one â€” two")[0][STEPS], gains("one twoâ€” two")[0][STEPS]
    assert alone < word


def test_letters_beside_letters_of_the_same_word_are_no_damage() -> None:
    text = "la mer Ã©é du nord"
    (part,) = _segments(text, 1, None)
    pieces = part.sites[0].pieces(STEPS)
    assert Judge(text)._spared(pieces, (), {}) == SAME_WORD
    apart = text.replace("é", "t")
    assert Judge(apart)._spared(pieces, (), {}) == 0.0


def test_chains_that_leave_damage_are_no_contenders() -> None:
    part = segment(damage("наше новое село", "utf-8>windows-1251"))
    chains = contenders(part)
    assert (misread("utf-8", "windows-1251"),) in chains
    assert len(chains) < len(part.steps())


def test_look_alikes_in_clean_text_leave_no_contender_out() -> None:
    clean = "Самият клип ще бъде достъпен на сайта, когато бялото население очаква поета."
    damaged = damage("Чаят е топъл.", "utf-8>cp437")
    assert (misread("utf-8", "cp437"),) in contenders(segment(f"{clean} {damaged} {clean}"))


def test_a_reading_cannot_choose_a_language_for_itself() -> None:
    # As windows-1250 it would be "ürene", which is cheap in languages that have nothing else here.
    found = gains("Alle " + damage("årene", "utf-8>iso-8859-2") + " var borte")
    right, other = (misread("utf-8", "iso-8859-2"),), (misread("utf-8", "windows-1250"),)
    assert found[0][right] > found[0][other]


def test_letters_that_nobody_writes_cost_more() -> None:
    judge, (site,) = Judge(""), segment("Isra\u0102\u00abl").sites
    unheard = judge._unheard(site.pieces((misread("utf-8", "cp852"),)))
    assert unheard == UNHEARD
    assert judge._unheard(site.pieces((misread("utf-8", "windows-1250"),))) == 0.0


def test_a_cyrillic_letter_stands_beside_latin_ones_where_there_are_words_of_them() -> None:
    judge, (site,) = Judge("aqlarnıñ"), segment("aqlarnıñ").sites
    pieces = site.pieces((misread("utf-8", "cp850"),))
    assert judge._spared(pieces, ["aqlarnդ"], {}) == SAME_WORD
    assert judge._spared(pieces, ["aqlarnդ", "բարեւ"], {}) == 0.0


@pytest.mark.parametrize("text", ["Я‡ знаю, что это тот", "the Ïƒ test", "100 Ï‡ of it"])
def test_a_digit_or_sign_of_another_script_is_no_reading(text: str) -> None:
    assert not any(char.isdecimal() or char in "؟٪" for char in mojifix.fix(text) if char > "\x7f")
