"""Repair, from the outside."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import mojifix
from mojifix import Config
from mojifix.engine.decide import CERTAIN
from tests.steps import steps

FIXTURES = Path(__file__).parents[1] / "fixtures"
FRENCH = "Hier soir, après le dîner, nous avons parlé des livres préférés de ma mère."
GERMAN = "Die Straße führt über die Brücke zum schönen alten Gärtnerhaus."
RUSSIAN = "Чай давно остыл, пока соседка искала очки на кухне."
CZECH = "Příliš žluťoučký kůň běžel přes louku a děti se smály."
CLEAN = [
    *(
        FRENCH,
        GERMAN,
        RUSSIAN,
        CZECH,
        "",
        "plain ASCII",
        "naïve café",
        "“Don’t,” she said — twice.",
    ),
    *("TGF-β and β-carotene in the plasma", "Η β-καροτίνη και ο ήλιος", "猫が窓のそばで寝ている。"),
    *("\ud800", "Å²", "10 € à Gdańsk"),
]


def article(number: int) -> str:
    (path,) = (FIXTURES / "articles").glob(f"{number:03d}_*.txt")
    return path.read_bytes().decode()


SIBLINGS = [article(number) for number in (0, 2, 3, 4)]


def utf8_read_as(read: str, text: str, times: int = 1) -> str:
    return mojifix.damage(text, *[f"utf-8>{read}"] * times)


def expected_places() -> list[dict[str, Any]]:
    path = FIXTURES / "siblings" / "article_001.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("siblings", [None, SIBLINGS], ids=["alone", "with siblings"])
def test_article_comes_back_in_all_42_places(siblings: list[str] | None) -> None:
    text = article(1)
    repair = mojifix.repair(text, siblings=siblings)
    assert Counter(span.text for span in repair.spans) == {"’": 28, "”": 7, "“": 6, "\xa0": 1}
    assert [(span.start, span.end, span.text) for span in repair.spans] == [
        (place["start"], place["end"], place["text"]) for place in expected_places()
    ]
    assert repair.replay() == text
    assert not set("βΒ") & set(repair.text)


def test_article_names_its_damage() -> None:
    places = expected_places()
    for span, place in zip(mojifix.repair(article(1)).spans, places, strict=True):
        assert next(step.name for step in span.chain) == "utf-8>iso-8859-7"
        assert set(place["chain"]) <= {step.name for step in span.chain}


@pytest.mark.parametrize("number", [0, 2, 3, 4])
def test_siblings_stay(number: int) -> None:
    text = article(number)
    others = [article(other) for other in range(5) if other != number]
    assert mojifix.repair(text, siblings=others).text is text
    assert mojifix.fix(text) is text


@pytest.mark.parametrize("value", [b"bytes", None, 7, ["list"], bytearray(b"x")])
def test_only_str(value: Any) -> None:
    for call in (mojifix.repair, mojifix.fix):
        with pytest.raises(TypeError, match=f"str, not {type(value).__name__}"):
            call(value)


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_is_the_same_object(text: str) -> None:
    assert mojifix.fix(text) is text
    repair = mojifix.repair(text, siblings=SIBLINGS[:1])
    assert repair.text is text
    assert not repair.changed


@pytest.mark.parametrize("read", ["windows-1252", "windows-1251", "cp850", "mac-roman", "koi8-r"])
@pytest.mark.parametrize("text", [FRENCH, GERMAN, RUSSIAN])
def test_misread_text_comes_back(text: str, read: str) -> None:
    damaged = utf8_read_as(read, text)
    repair = mojifix.repair(damaged)
    assert repair.text == text == mojifix.fix(damaged)
    assert repair.replay() == damaged
    assert all(span.lossless for span in repair.spans)


@pytest.mark.parametrize("times", [1, 2, 3])
def test_layers(times: int) -> None:
    damaged = utf8_read_as("windows-1252", FRENCH, times)
    repair = mojifix.repair(damaged)
    assert repair.text == FRENCH
    assert {len(span.chain) for span in repair.spans} == {times}


def test_layers_of_two_readers() -> None:
    damaged = utf8_read_as("cp850", utf8_read_as("windows-1252", FRENCH))
    repair = mojifix.repair(damaged)
    assert repair.text == FRENCH
    assert {str(span.chain) for span in repair.spans} == {"utf-8>windows-1252 · utf-8>cp850"}


def test_max_layers() -> None:
    damaged = utf8_read_as("windows-1252", FRENCH, 2)
    spans = mojifix.repair(damaged, config=Config(max_layers=1)).spans
    assert {len(span.chain) for span in spans} <= {1}


@pytest.mark.parametrize("joint", ["\n", " "])
def test_partial_damage(joint: str) -> None:
    damaged = CZECH + joint + utf8_read_as("windows-1250", CZECH)
    repair = mojifix.repair(damaged)
    assert repair.text == CZECH + joint + CZECH
    assert all(span.start > len(CZECH) for span in repair.spans)


def test_two_kinds_of_damage() -> None:
    damaged = utf8_read_as("windows-1252", GERMAN) + "\n" + utf8_read_as("windows-1251", RUSSIAN)
    repair = mojifix.repair(damaged)
    assert repair.text == GERMAN + "\n" + RUSSIAN
    border = damaged.index("\n")
    chains = {(span.start > border, str(span.chain)) for span in repair.spans}
    assert chains == {(False, "utf-8>windows-1252"), (True, "utf-8>windows-1251")}


def test_min_confidence_only_drops_spans() -> None:
    text = article(1)
    before = mojifix.repair(text, config=Config(min_confidence=0.0)).spans
    assert len(before) >= 42
    for least in (0.9, 0.985, 1.0):
        spans = mojifix.repair(text, config=Config(min_confidence=least)).spans
        assert set(spans) <= set(before)
        assert all(span.confidence >= least for span in spans)
        before = spans
    assert len(before) < 42


def test_min_confidence_over_that_of_the_fast_road() -> None:
    damaged = utf8_read_as("windows-1252", f"{FRENCH} {GERMAN}")
    spans = mojifix.repair(damaged).spans
    assert {span.confidence for span in spans} == {CERTAIN}
    strict = mojifix.repair(damaged, config=Config(min_confidence=0.99999))
    assert all(span.confidence >= 0.99999 for span in strict.spans)


def test_channels() -> None:
    damaged = utf8_read_as("windows-1252", GERMAN) + "\n" + utf8_read_as("windows-1251", RUSSIAN)
    first, last = damaged.split("\n")

    def fixed(*names: str) -> str:
        config = Config(channels=names)
        assert mojifix.fix(damaged, config=config) == mojifix.repair(damaged, config=config).text
        return mojifix.fix(damaged, config=config)

    assert fixed("utf-8>windows-1252") == f"{GERMAN}\n{last}"
    assert fixed("utf-8>windows-1251") == f"{first}\n{RUSSIAN}"
    assert fixed("utf-8>windows-1252", "utf-8>windows-1251") == f"{GERMAN}\n{RUSSIAN}"
    assert fixed() == fixed("utf-8>cp850") == damaged


def test_channels_also_on_the_fast_road() -> None:
    clean = f"{FRENCH} {GERMAN}"
    damaged = utf8_read_as("windows-1252", clean)
    assert mojifix.fix(damaged, config=Config(channels=("drop-c1",))) is damaged
    assert mojifix.fix(damaged, config=Config(channels=("utf-8>windows-1252",))) == clean


@pytest.mark.parametrize("lossy", ["off", "report"])
def test_losses_are_left_alone_on_demand(lossy: Any) -> None:
    text = article(1)
    config = Config(lossy=lossy)
    assert mojifix.repair(text, config=config).text is text
    damaged = utf8_read_as("windows-1252", FRENCH)
    assert mojifix.fix(damaged, config=config) == FRENCH


def test_alternatives_replay() -> None:
    text = article(1)
    repair = mojifix.repair(text)
    span = repair.spans[0]
    assert {"‘", "–", "—"} <= set(span.alternatives)
    other = repair.replace(0, "—")
    assert other.text[span.start] == "—"
    assert other.replay() == text


def test_sibling_decides_what_neighbors_cannot() -> None:
    text = article(1)
    repair = mojifix.repair(text)
    dashed = repair.replace(0, "—")
    heard = mojifix.repair(text, siblings=[dashed.text])
    assert heard.spans[0].text == "—"
    assert "’" in heard.spans[0].alternatives
    assert heard.text == dashed.text


def test_no_siblings_is_the_same_as_none() -> None:
    text = article(1)
    assert mojifix.repair(text, siblings=[]) == mojifix.repair(text)


def test_thin_loss_is_no_baltic_letter() -> None:
    assert mojifix.fix("Mistralβs open plan") in {"Mistralβs open plan", "Mistral’s open plan"}


@pytest.mark.parametrize("char", "Ðñß")
def test_one_letter_over_and_over_proves_nothing(char: str) -> None:
    assert mojifix.fix(char * 500) == char * 500


@pytest.mark.parametrize("unit", ["Ð ", "Ã", "Ã©", "ÃÂ", "â€™", "\x80", "縺", "é"])
def test_adversary_gets_linear_time(unit: str) -> None:
    mojifix.repair(unit * 100)  # builds the tables

    def work(length: int) -> int:
        text = unit * (length // len(unit))
        return steps(lambda: mojifix.repair(text))

    few, many = work(1_000), work(4_000)
    # Four times the text: quadratic work would be sixteen times as much.
    assert many < 6 * few + 1_000


def test_ten_thousand_leads_replay() -> None:
    text = "Ð" * 10_000
    assert mojifix.repair(text).replay() == text


class Marked(str):
    """What numpy and template engines hand out."""

    __slots__ = ()


@pytest.mark.parametrize("text", ["plain", "“quoted” text", "Привет, мир", "AT&T"])
def test_a_subclass_of_str_is_a_str(text: str) -> None:
    marked = Marked(text)
    assert mojifix.fix(marked) is marked
    assert mojifix.repair(marked).text is marked
    assert not mojifix.detect(marked)
    assert mojifix.fix_many([marked])[0] is marked


def test_a_damaged_subclass_of_str_is_repaired() -> None:
    assert mojifix.fix(Marked("CafÃ© crÃ¨me")) == "Café crème"
    assert mojifix.fix_many([Marked("CafÃ© crÃ¨me")]) == ["Café crème"]


def test_what_is_under_nuls_is_found_the_first_time() -> None:
    text = "h\0a\0n\0d\0i\0:\0 \0A\0\nĶśŗĻīŗņ┤ŗ"
    once = mojifix.fix(text)
    assert once.startswith("handi: A\n")
    assert mojifix.fix(once) is once
