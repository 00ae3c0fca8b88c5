"""Legacy codecs read as each other: what comes back, and what must not change."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.channels.misread import misread
from mojifix.engine.known import Share
from mojifix.engine.legacy import legacy_spans, with_legacy
from mojifix.engine.strange import strangeness

RUSSIAN = "Вчера вечером мы долго гуляли по набережной и говорили о новых книгах."
TURKISH = "Çocuklar akşam yemeğinden sonra bahçede oynadılar, sonra uyumaya gittiler."
POLISH = "Wczoraj wieczorem zjedliśmy kolację, a potem długo rozmawialiśmy o książkach."
GREEK = "Χθες το βράδυ περπατήσαμε στην παραλία και μιλήσαμε για καινούργια βιβλία."
FRENCH = "Hier soir, après le dîner, nous avons parlé des livres préférés de ma mère."
JAPANESE = "昨日の夜は友達と一緒に新しい本について話しました。"
CHINESE = "昨天晚上我们一起去看了一部新的电影,大家都很喜欢。"
FINNISH = "Äiti söi eilen kalaa, mutta isä jäi kotiin syömään keittoa."
NORWEGIAN = "Vi går på stranda nå, så må vi få oss noe mat etterpå."
HUNGARIAN = "A levő kérdésre később a szerző válaszolt, és mégis elégedett volt."
SWEDISH = "På gården såg vi båda hästarna, och då blev mormor också glad åt våren."
POLISH_AGAIN = "Wczoraj są tu z nami moją siostrą i moją córką, będą jeszcze długo."
BULGARIAN = "Самолетът каца утре, а цялата група чака пред хотела от сутринта."
KOREAN = "어제 저녁에 친구들과 함께 새로운 영화를 보았습니다."

DAMAGED = [
    *((RUSSIAN, "windows-1251", read) for read in ("iso-8859-1", "koi8-r", "cp866", "mac-roman")),
    *((RUSSIAN, "koi8-r", read) for read in ("windows-1251", "windows-1252", "cp437")),
    *((RUSSIAN, "cp866", read) for read in ("windows-1251", "iso-8859-1")),
    (TURKISH, "windows-1254", "windows-1252"),
    (TURKISH, "iso-8859-9", "iso-8859-1"),
    (POLISH, "windows-1250", "windows-1252"),
    (POLISH, "iso-8859-2", "windows-1252"),
    (GREEK, "windows-1253", "iso-8859-1"),
    (GREEK, "iso-8859-7", "windows-1251"),
    *((FRENCH, "windows-1252", read) for read in ("cp437", "cp850", "mac-roman")),
    (FRENCH, "mac-roman", "windows-1252"),
    (JAPANESE, "cp932", "windows-1254"),
    (JAPANESE, "euc-jp", "iso-8859-1"),
    (CHINESE, "gb18030", "iso-8859-1"),
    (KOREAN, "cp949", "windows-1252"),
    (FINNISH, "cp437", "windows-1252"),
    (FINNISH, "cp850", "windows-1254"),
    (FRENCH, "cp437", "koi8-r"),
    (NORWEGIAN, "cp437", "windows-1254"),
    (NORWEGIAN, "mac-roman", "koi8-r"),
    (HUNGARIAN, "windows-1250", "windows-1252"),
    (HUNGARIAN, "iso-8859-2", "iso-8859-1"),
    (SWEDISH, "windows-1252", "windows-1250"),
    (POLISH_AGAIN, "iso-8859-2", "windows-1250"),
    (BULGARIAN, "cp866", "windows-1252"),
    (BULGARIAN, "mac-cyrillic", "iso-8859-1"),
]


@pytest.mark.parametrize(("text", "written", "read"), DAMAGED)
def test_sentence_comes_back(text: str, written: str, read: str) -> None:
    damaged = misread(written, read).damage(text)
    repair = mojifix.repair(damaged)
    assert repair.text == text
    assert repair.replay() == damaged


@pytest.mark.parametrize(
    "text",
    [
        *(RUSSIAN, TURKISH, POLISH, GREEK, FRENCH, JAPANESE, CHINESE, KOREAN),
        *(FINNISH, NORWEGIAN, HUNGARIAN, SWEDISH, POLISH_AGAIN, BULGARIAN),
        "Hele Sverige hørte på Dvořák og Łukasz i går, og på Erdős og Şahin.",
        "Die Wähler hörten Milošević, Dvořák und Erdős über die größten Städte reden.",
        "│ имя │ возраст │\n│ Анна │ 12 │",
        "Das kostet 5 ± 2 Euro, das Stück† wiegt 3 ¢.",
        "Le urbe de Göransson es parve, ma belle.",
        "O récord do mundo é de onte.",
        "Soirée à l’opéra de Bordeaux, zioen gutunak.",
        "where the mean ða; bÞ of both ends is taken over all edges of T",
    ],
)
def test_clean_sentence_stays(text: str) -> None:
    assert mojifix.fix(text) is text
    assert mojifix.fix(text.upper()) == text.upper()


def test_lines_share_their_codecs() -> None:
    weak = "Katalin reggeltõl estig varrt."
    strong = "Az elsõ idõben a szülõk erõsen õrizték a nõk emlékét.\nA felnõttek késõbb jöttek."
    damaged = f"{strong}\n{weak}"
    repaired = mojifix.fix(damaged)
    assert repaired.splitlines()[-1] == "Katalin reggeltől estig varrt."


def test_spans_are_tight_and_replay() -> None:
    damaged = misread("windows-1254", "windows-1252").damage(TURKISH)
    spans = legacy_spans(damaged)
    assert [span.text for span in spans] == ["ş", "ğ", "ı"]
    for span in spans:
        assert span.chain.damage(span.text) == damaged[span.start : span.end]


def test_spans_of_wide_characters_leave_ascii_alone() -> None:
    damaged = misread("gb18030", "iso-8859-1").damage("Note 7: 昨天晚上我们一起去看了电影。 (end)")
    spans = legacy_spans(damaged)
    assert [span.text for span in spans] == ["昨天晚上我们一起去看了电影。"]


def test_nothing_in_doubt_is_nothing_at_all() -> None:
    assert legacy_spans(FRENCH) == []
    assert with_legacy(FRENCH, (), []) == ()


def test_other_damage_is_kept_where_it_reads_better() -> None:
    damaged = misread("utf-8", "windows-1252").damage(FRENCH)
    assert mojifix.fix(damaged) == FRENCH
    both = damaged + "\n" + misread("windows-1251", "koi8-r").damage(RUSSIAN)
    assert mojifix.fix(both) == FRENCH + "\n" + RUSSIAN


def test_foreign_letters_are_strange_only_where_their_language_is_not() -> None:
    turkmen = "Bu ýyl ýaşaýyş jaýlary köp gurulýar."
    assert strangeness().amount(turkmen) < strangeness().amount("Bu yýl çok kar yaðdý, çýkamadýk.")


def test_lines_that_prove_nothing_alone_follow_their_neighbors() -> None:
    pair = misread("windows-1250", "windows-1252")
    thin = "A hosszú reggeli séta után hazamentünk ebédelni, és délután is ott maradt õ."
    assert mojifix.fix(thin) is thin
    strong = pair.damage("Az első időben a szülők erősen őrizték a nők emlékét, és később is.")
    assert mojifix.fix(f"{strong}\n{thin}").endswith("ott maradt ő.")


def test_clean_lines_beside_damage_stay() -> None:
    clean = "Az első időben a szülők erősen őrizték a nők emlékét, és később is."
    damaged = misread("windows-1250", "windows-1252").damage(clean)
    assert mojifix.fix(f"{damaged}\n{clean}") == f"{clean}\n{clean}"


def test_capitals_within_words_are_no_excuse_for_marks_in_them() -> None:
    # `È` within a word is as wrong as `‘`, but only the one may have been a letter.
    text = "La bibliothèque a été fermée à cause d’une réparation que des spécialistes ont exigée."
    damaged = misread("windows-1252", "mac-iceland").damage(text)
    assert "Ècial" in damaged
    assert mojifix.fix(damaged) == text


def test_no_small_letters_come_out_amid_capitals() -> None:
    # Misread, and then set in capitals: what is undone by itself is no French either.
    text = "BIBLIOTHËQUES ET SCIENTIFIQUES NE RESTENT PAS SANS RÈACTION, NI DES SOCIÈTÈS"
    assert mojifix.fix(text) is text
    street = "DIE GROßE STRAßE WAR FÜR FUßGÄNGER GESPERRT."
    assert mojifix.fix(misread("windows-1252", "cp437").damage(street)) == street


def test_where_most_lines_would_read_worse_each_has_to_prove_its_damage() -> None:
    names = "tatarčina kiribatčina sindhčina lezginčina nemčina čeština gréčtina ruština turečtina"
    clean = "\n".join(f'"{i}": "{name}",' for i, name in enumerate(names.split()))
    assert mojifix.fix(clean) == clean
    line = misread("windows-1251", "koi8-r").damage(RUSSIAN)
    rest = f"{BULGARIAN}\n{RUSSIAN}\nОна читала книгу, а дети играли в саду."
    assert mojifix.fix(f"{rest}\n{line}") == f"{rest}\n{RUSSIAN}"


def test_a_letter_that_was_spared_elsewhere_is_no_other_here() -> None:
    pair = misread("windows-1250", "windows-1254")
    known = {pair: Share(odds=6.0)}
    spared = {pair: known[pair]._replace(spared=frozenset("ş"))}
    assert [span.text for span in legacy_spans("Oraş Moldova Nouã", known)] == ["ţ", "ă"]
    assert [span.text for span in legacy_spans("Municipiul Brãila", spared)] == ["ă"]
    assert not legacy_spans("Oraş Moldova Nouã", spared)
