"""How likely are people to have written this?"""

from __future__ import annotations

from pathlib import Path

import pytest

from mojifix.errors import ModelFileError
from mojifix.plausibility.chars import FIRST_OTHER
from mojifix.plausibility.model import CAPITAL, FOREIGN, LATIN, Plausibility, Profile, load
from mojifix.plausibility.shapes import BREAK
from mojifix.plausibility.tokens import Word

SENTENCES = {
    "en": "The little boat left the harbor before anybody was awake.",
    "de": "Das kleine Schiff verließ den Hafen, bevor jemand wach war.",
    "fr": "Le petit bateau a quitté le port avant que tout le monde soit réveillé.",
    "pl": "Mała łódka wypłynęła z portu, zanim ktokolwiek się obudził.",
    "fi": "Pieni vene lähti satamasta ennen kuin kukaan oli hereillä.",
}


def profile(text: str) -> Profile:
    model = load()
    return model.profile(model.totals(model.tokens(text), {}))


def cost(text: str) -> int:
    model = load()
    return model.cost(model.tokens(text), profile(text))


@pytest.mark.parametrize("language", SENTENCES)
def test_language(language: str) -> None:
    model = load()
    assert model.language(profile(SENTENCES[language])) == language


def test_language_of_another_script_and_of_none() -> None:
    model = load()
    russian = profile("Маленькая лодка вышла из гавани, когда все ещё спали.")
    assert model.language(russian, model.table["я"].cls) == "ru"
    assert model.language(russian) == "*"
    assert model.language(profile("12 + 34")) == "*"


def test_same_text_same_score() -> None:
    other = Plausibility()
    # Another order of texts fills the caches in another order.
    scores = {}
    for text in reversed(SENTENCES.values()):
        tokens = other.tokens(text)
        scores[text] = other.cost(tokens, other.profile(other.totals(tokens, {})))
    assert scores == {text: cost(text) for text in SENTENCES.values()}
    assert scores == {text: cost(text) for text in SENTENCES.values()}


@pytest.mark.parametrize("text", [SENTENCES["de"], SENTENCES["fr"], SENTENCES["pl"]])
def test_damage_costs(text: str) -> None:
    assert cost(text.encode().decode("cp1252", "replace")) > cost(text) + 16 * 10


def test_foreign_word_costs_no_more_than_its_price() -> None:
    model = load()
    english = profile(SENTENCES["en"])
    for text in ("boat", "jääkaappi", "źdźbło", "boat漢"):
        for word in model.tokens(text):
            assert isinstance(word, Word)
            least = model.scripts[word.script].word(word.folded)[1]
            assert least <= model.word_cost(word, english) <= least + FOREIGN
    home, foreign = model.tokens("boat źdźbło")[::2]
    assert isinstance(home, Word)
    assert isinstance(foreign, Word)
    assert model.word_cost(home, english) < model.word_cost(foreign, english)


def test_breaks_are_paid_for() -> None:
    model = load()
    english = profile(SENTENCES["en"])
    plain, broken = model.tokens("harbor har\u00adbor")[::2]
    assert isinstance(plain, Word)
    assert isinstance(broken, Word)
    assert model.word_cost(broken, english) - model.word_cost(plain, english) == 2 * BREAK


def test_ends_are_paid_for_where_the_text_ends() -> None:
    model = load()
    tokens = model.tokens("boat, boat")
    costs = {
        (left, right): model.cost(tokens, profile("boat"), left=left, right=right)
        for left in (False, True)
        for right in (False, True)
    }
    assert costs[True, True] > costs[False, True] > costs[False, False]
    assert costs[True, True] - costs[False, True] == costs[True, False] - costs[False, False]


def test_empty_text() -> None:
    model = load()
    assert model.cost([], profile(""), left=False, right=False) == 0


def test_totals_add_up() -> None:
    model = load()
    one, two = (model.tokens(SENTENCES[name]) for name in ("en", "fr"))
    both = model.totals(two, model.totals(one, {}))
    assert both == {LATIN: model.totals(one, {})[LATIN] + model.totals(two, {})[LATIN]}


def test_inventory() -> None:
    model = load()
    usual = model.inventory
    assert {"é", "É", "’", "я", "Я", "ω"} <= usual.keys()
    assert usual["É"] == usual["é"] + CAPITAL
    assert usual["e"] < usual["é"]
    assert not {"漢", "한"} & usual.keys()
    assert any(model.table[char].cls >= FIRST_OTHER for char in usual)


def test_unknown_language_has_the_marks_of_all() -> None:
    assert load().marks("tlh") == load().marks("*")
    assert load().marks("de") != load().marks("*")


def test_loaded_once() -> None:
    assert load() is load()


def test_missing_model(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="cannot be read"):
        Plausibility(tmp_path / "model.bin")


def test_a_character_is_of_the_inventory_without_reading_all_of_it() -> None:
    model = load()
    assert {char for char in map(chr, range(0x20000)) if model.has(char)} == set(model.inventory)
