"""Whether an original's words are at home in its codec."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.homes import astray, of_few, strayed


@pytest.mark.parametrize(
    ("original", "codec", "untouched"),
    [
        ("Bērni šodien spēlējas lielā dārzā pie upes", "windows-1257", "lielas pie upes"),
        ("Děti si dnes hrají ve velké zahradě u řeky", "windows-1250", "si dnes ve u"),
        ("Çocuklar bugün büyük bahçede oynuyor, ağaçlar yeşil", "windows-1254", "oynuyor"),
        ("Les enfants jouent près de la rivière", "mac-roman", "Les enfants jouent de la"),
    ],
)
def test_words_in_a_language_of_the_codec_are_at_home(
    original: str, codec: str, untouched: str
) -> None:
    assert astray(original, {codec}, untouched) == 0.0


@pytest.mark.parametrize(
    ("original", "codec", "untouched"),
    [
        # Swahili with a letter of Latvian, French with an apostrophe of Central Europe.
        (
            "Watoto wanacheza leo karibu nā mto mkubwa",
            "windows-1257",
            "Watoto wanacheza leo karibu",
        ),
        ("Les enfants jouent aujourd’hui pres du fleuve", "cp852", "Les enfants jouent pres du"),
    ],
)
def test_words_in_another_language_are_not(original: str, codec: str, untouched: str) -> None:
    assert astray(original, {codec}, untouched) > 10.0


def test_one_of_the_codecs_is_enough() -> None:
    original, untouched = "Les enfants jouent près de la rivière", "Les enfants jouent de la"
    assert astray(original, {"cp852", "cp850"}, untouched) == 0.0


def test_words_that_were_not_touched_have_the_same_language() -> None:
    latvian = "bērni spēlējas dārzā"
    alone = astray(latvian, {"windows-1257"}, "")
    swahili = "watoto wanacheza leo nje ya nyumba"
    assert astray(f"{latvian} {swahili}", {"windows-1257"}, swahili) > alone + 10.0


def test_a_word_alone_has_to_be_a_good_one() -> None:
    assert astray("rītdienas", {"windows-1257"}, "") < 1.0
    assert astray("qzxāwvk", {"windows-1257"}, "") > 10.0


def test_other_scripts_are_not_judged() -> None:
    assert astray("Дети играют в саду", {"koi8-r"}, "") == 0.0


@pytest.mark.parametrize(
    "text",
    ['":value тадан кўп элемент бўлмаслиги керак"', "кўрсатилган бўлса, майдони тўлдирилиши шарт"],
)
def test_uzbek_was_in_no_page_of_dos_for_ukrainian(text: str) -> None:
    assert strayed(text.replace("ў", "і"), ["cp1125"]) > 10.0
    assert mojifix.fix(text) == text


def test_cyrillic_originals_are_at_home_in_the_pages_of_their_languages() -> None:
    assert strayed("Сьогодні вночі була гарна погода, і він пішов далі", ["cp1125"]) == 0.0
    assert strayed("Сегодня была хорошая погода", ["koi8-r", "windows-1251"]) == 0.0
    assert strayed("plain", ["cp866"]) == 0.0
    assert strayed("текст", ["windows-1252"]) == 0.0


def test_pages_of_a_few_languages() -> None:
    assert of_few("windows-1258", "ro")
    assert not of_few("windows-1258", "vi")
    assert not of_few("windows-1252", "ro")
    assert not of_few("koi8-r", "ru")
