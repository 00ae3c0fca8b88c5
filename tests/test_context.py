"""Columns: what a row cannot prove alone, its neighbors can."""

from __future__ import annotations

import random

import pytest

import mojifix
from mojifix import Config, Context, damage, fix_many
from mojifix.context import LONGEST, REMEMBERED


def names(text: str) -> list[str]:
    return text.split()


SWEDISH = names("""
    Göteborg Malmö Växjö Jönköping Örebro Umeå Västerås Norrköping Skellefteå
    Östersund Borlänge Södertälje Håkan Björn Åsa Märta Sjöberg Åkesson Lindström
    Sjöström Engström Hässleholm Ängelholm Trollhättan Gävle Luleå Piteå Mölndal
    Nässjö Värnamo
""")
PLAIN = names("""
    Stockholm Uppsala Lund Kalmar Anna Erik Karin Berg Holm Visby
""")
TURKISH = names("""
    Eskişehir Muğla Iğdır Kırşehir Ağrı Uşak Beşiktaş Işıklar Yıldırım Akbaş Doğan
    Şahin Kılıç Yıldız Aydın Güneş Çalışkan Özdağ Barış
""")
POLISH = names("""
    Łódź Kraków Gdańsk Wrocław Częstochowa Rzeszów Białystok Toruń Zakrzówek Żywiec
    Świdnica Wałbrzych Chełm Zamość Kołobrzeg Słupsk Poznań Włocławek Łomża Jarosław
""")
CHAINS = [
    (SWEDISH, "mac-roman>windows-1252"),
    (SWEDISH, "utf-8>windows-1252"),
    (TURKISH, "windows-1254>windows-1252"),
    (POLISH, "windows-1250>windows-1252"),
    (POLISH, "utf-8>cp437"),
]


# Damage at the ends of words only, and in short words only.
ENDS = names("André René José Noé Zoé Honoré Aimé Café Canapé Blé")
SHORT = names("Åsa Örn Åby Ås Ål Öje Hår Sjö Gås Bör Får Älg")


@pytest.mark.parametrize(
    ("rows", "chain"),
    [*CHAINS, (ENDS, "cp850>windows-1252"), (SHORT, "cp850>windows-1252")],
)
def test_a_damaged_column_comes_back_whole(rows: list[str], chain: str) -> None:
    assert fix_many([damage(row, chain) for row in rows]) == rows


@pytest.mark.parametrize(("rows", "chain"), CHAINS)
def test_a_column_of_both_comes_back_row_by_row(rows: list[str], chain: str) -> None:
    both = [damage(row, chain) if i % 2 else row for i, row in enumerate(rows)]
    assert fix_many(both) == rows


# Each of these was read otherwise once: a sign beside a letter is no word, in any number of rows.
HOURS = names("Mo–Fr Mo–Sa d–d h–h M–M d–d.M. h–h:mm A–Z S–XL y–y H–H")
MONEY = names("CN¥ E£ JP¥ L£ 5€ 50¢")
UNITS = ["μm", "μs", "μg", "{0} μm", "m²", "m³", "km²", "m/s²", "{0}/m³", "m²{0}", "μsecs", "3 kΩ"]
QUARTERS = names("Ç1 Ç2 Ç3 Ç4 İÖ MÇ")
DATES = ["d-M، E", "y-d-M، E", "MMM d – d، y", "h–h B", "ج", "ت", "ب", "dd\u200f/MM", "\u200e{0} K"]
NOTES = names("Note† Note‡ Table† Table‡ Note* Fig.¹ IFNΑ IFNΒ IFNΓ TGFΑ TGFΒ TNFΑ")
RIPUARIAN = [
    *names("Bundesstrohß Schtrohß Rääjelle! Farratwääsch Feldwääsch Sässelbahn Fluchhaaven"),
    *("Lohß Jonn!", "Schtrohß em Bou", "Wääsch för ze Rigge", "Rollwääsch om Fluchhaaven"),
    *("Övver en Söhkmaschiin", "Halldepläz om Fluchveäld"),
]
PREFIXED = [p + w for p in "בהולמש" for w in names("Google USB iPhone BBC HDMI PDF GPS NBA Excel")]


@pytest.mark.parametrize(
    "rows",
    [
        *(SWEDISH, TURKISH, POLISH, PLAIN, RIPUARIAN),
        *(HOURS, MONEY, UNITS, QUARTERS, DATES, NOTES, PREFIXED),
    ],
)
def test_a_clean_column_comes_back_as_the_same_objects(rows: list[str]) -> None:
    fixed = fix_many(rows)
    assert all(a is b for a, b in zip(fixed, rows, strict=True))


def test_rows_that_are_right_are_the_same_objects_beside_damaged_ones() -> None:
    rows = [damage(row, "mac-roman>windows-1252") for row in SWEDISH] + PLAIN
    assert all(a is b for a, b in zip(fix_many(rows)[len(SWEDISH) :], PLAIN, strict=True))


def test_the_order_and_the_number_of_rows_do_not_matter() -> None:
    rows = [damage(row, "mac-roman>windows-1252") for row in SWEDISH] + SWEDISH[::3] + PLAIN
    first = dict(zip(rows, fix_many(rows), strict=True))
    for seed in range(3):
        shuffled = [*rows, *rows[seed::2]]
        random.Random(seed).shuffle(shuffled)
        assert fix_many(shuffled) == [first[row] for row in shuffled]


def test_fixing_again_changes_nothing() -> None:
    rows = [damage(row, "mac-roman>windows-1252") for row in SWEDISH[::2]] + SWEDISH[1::2]
    once = fix_many(rows)
    assert fix_many(once) == once


def test_two_strange_rows_are_no_damaged_column() -> None:
    rows = [*PLAIN, "Šimek", "Žižka"]
    assert fix_many(rows) == rows


@pytest.mark.parametrize(
    "names",
    [
        "Bandō,Bunkyō,Chiryū,Chōfu,Chōshi,Chūō,Daitō,Fuchū,Gamagōri,Gobō,Kōbe,Kyōto,Ōsaka",
        "Āgaro,Batī,Burē,Butajīra,Debre Sīna,Dembī Dolo,Desē,Dīla,Gorē,Lalībela,Robīt,Mendī",
    ],
)
def test_macrons_of_places_are_as_they_were_written(names: str) -> None:
    rows = names.split(",")
    assert fix_many(rows) == rows


@pytest.mark.parametrize(
    "column",
    [
        # A third would read better in ë, which other pages have in the place of ė.
        """
        Girstautė Girstė Gitė Gytė Gluosnė Gotautė Gotė Gražina Gražyna Gražvyda Grėtė Grytė Gustė
        Henrietė Ievutė Ignė Ilzė Imantė Indrė Ingė Iridė Irmantė Irmutė Irtautė Irutė Izabelė Janė
        Jaunė Jaunutė Jogailė Jogilė Jogintė Jomantė Jomilė Jonė Jorė Jorigė Jorūnė
        """,
        """
        Artù Bakù Cefalù Corfù Gesù Marilù Perù Temù Traù barbablù capitribù capotribù caribù
        caucciù emù fisciù grisù ingiù insù marabù menù nandù perlopiù ragù servitù sovrappiù
        """,
    ],
)
def test_words_in_one_letter_are_as_they_were_written(column: str) -> None:
    rows = names(column)
    assert fix_many(rows) == rows


def test_letters_that_no_damage_leaves_are_not_made() -> None:
    # Mac Roman has a ligature and a soft hyphen where windows-1252 has these two letters.
    rows = [damage(row, "mac-roman>windows-1252") for row in SWEDISH]
    assert fix_many([*rows, "Staßfurt", "Alÿs"])[-2:] == ["Staßfurt", "Alÿs"]


def test_the_settings_reach_the_rows() -> None:
    rows = [damage(row, "mac-roman>windows-1252") for row in SWEDISH]
    assert fix_many(rows, config=Config(channels=("utf-8>windows-1252",))) == rows
    assert fix_many(rows, config=Config(min_confidence=1.0)) == rows


def test_a_context_knows_what_it_was_told() -> None:
    damaged = damage("Strömsund", "mac-roman>windows-1252")
    context = Context()
    assert context.fix(damaged) == mojifix.fix(damaged)
    context.learn(damage(row, "mac-roman>windows-1252") for row in SWEDISH)
    repair = context.repair(damaged)
    assert repair.text == "Strömsund"
    assert repair.replay() == damaged
    assert [str(span.chain) for span in repair.spans] == ["mac-roman>windows-1252"]


def test_a_context_keeps_a_bounded_number_of_rows_in_any_order() -> None:
    texts = [f"é{i}" for i in range(REMEMBERED + 500)]
    kept = []
    for order in (texts, texts[::-1]):
        context = Context()
        context.learn(order)
        context.learn(["é" * (LONGEST + 1), "plain"])
        assert len(context._kept) == len(context._rows) == REMEMBERED
        kept.append(context._kept)
    assert kept[0] == kept[1]


@pytest.mark.parametrize("call", [fix_many, Context().learn])
def test_one_text_or_bytes_are_refused(call: object) -> None:
    assert callable(call)
    with pytest.raises(TypeError, match="several texts"):
        call("text")
    with pytest.raises(TypeError, match="repairs str, not bytes"):
        call([b"bytes"])


def test_an_empty_column() -> None:
    assert fix_many([]) == []
    assert fix_many(["", ""]) == ["", ""]
