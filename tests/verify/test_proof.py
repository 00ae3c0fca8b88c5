from __future__ import annotations

import pytest

from mojifix.channels import parse
from mojifix.verify import proof
from mojifix.verify.proof import DEEP, KNOWN, USUAL, Prover


@pytest.mark.parametrize(
    ("damaged", "repaired", "chain"),
    [
        ("Ã©", "é", "utf-8>windows-1252"),
        ("β", "’", "utf-8>iso-8859-7 · drop-c1"),
        ("Β ", "\u00a0", "utf-8>windows-1253 · nbsp-to-space"),
        ("鈥檛", "’t", "utf-8>gb18030"),
        ("Ð¼Ð¸Ñ€", "мир", "utf-8>windows-1252"),
        ("ðº", "😺", "utf-8>iso-8859-1 · drop-c1"),
        ("â€TM", "’", "utf-8>windows-1252 · nfkc"),
        ("aEUR(TM)", "’", "utf-8>windows-1252 · ascii-transliterate"),
        ("ã©", "é", "utf-8>windows-1252 · lower-case"),
        (r"\u00c3\u00a9", "é", "utf-8>windows-1252 · json-escapes"),
        ("?", "é", "ascii/question"),
        ("�", "’", "ascii/fffd"),
    ],
)
def test_one_layer(damaged: str, repaired: str, chain: str) -> None:
    found = Prover().prove(damaged, repaired, USUAL)
    assert str(found) == chain
    assert found is not None
    assert found.damage(repaired) == damaged


@pytest.mark.parametrize(
    ("damaged", "repaired", "chain"),
    [
        ("Ã¢â‚¬â„¢", "’", "utf-8>windows-1252 · utf-8>windows-1252"),
        ("ã¢â‚¬â„¢", "’", "utf-8>windows-1252 · utf-8>windows-1252 · lower-case"),
        ("Ž", "é", "mac-roman>windows-1252"),
        ("ï¿½", "é", "ascii/fffd · utf-8>windows-1252"),
        ("\x92", "’", "windows-1252>iso-8859-1"),
        ("РџСЂРёРІРµС‚", "Привет", "utf-8>windows-1251"),
        ("оПХБЕР", "Привет", "windows-1251>koi8-r"),
    ],
)
def test_deep(damaged: str, repaired: str, chain: str) -> None:
    found = Prover().prove(damaged, repaired)
    assert str(found) == chain
    assert found is not None
    assert found.damage(repaired) == damaged


def test_three_layers() -> None:
    chain = parse(*["utf-8>windows-1252"] * 3)
    assert Prover().prove(chain.damage("é"), "é") == chain


def test_a_legacy_layer_on_top_of_utf_8() -> None:
    chain = parse("utf-8>windows-1252", "mac-roman>windows-1252")
    damaged = chain.damage("’")
    found = Prover().prove(damaged, "’")
    assert found is not None
    assert found.damage("’") == damaged


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        ("it's", "it’s"),
        ("naive", "naïve"),
        ("hello", "Hello"),
        ("ﬁ", "fi"),
        ("1/2", "½"),
        ("&eacute;", "é"),
        ("Ｆｕｌｌ", "Full"),
        ("word", "another"),
        ("Zürich", "Genf"),
        ("What?", "What"),
    ],
)
def test_what_people_write_on_purpose_has_no_proof(damaged: str, repaired: str) -> None:
    assert Prover().prove(damaged, repaired) is None


def test_what_proved_one_stretch_comes_first_for_the_next() -> None:
    prover = Prover()
    assert prover.prove("β", "’", KNOWN) is None
    chain = prover.prove("β", "’")
    assert prover.prove("β", "“", KNOWN) is chain
    assert str(prover.prove("Ξ²", "β")) == "utf-8>iso-8859-7"


def test_known_chains_may_be_given() -> None:
    chain = parse("koi8-r>windows-1251")
    assert Prover([chain]).prove(chain.damage("да"), "да", KNOWN) is chain


def test_a_failed_search_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    prover = Prover()
    assert prover.prove("Zürich", "Genf", USUAL) is None
    assert prover.prove("Zürich", "Genf", DEEP) is None
    monkeypatch.setattr(proof, "run", None)
    assert prover.prove("Zürich", "Genf", DEEP) is None


def test_the_search_has_a_budget() -> None:
    prover = Prover()
    for n in range(1000):
        assert prover.prove(f"Zür{n}", f"Gen{n}") is None
    assert prover._runs < proof._MOST_RUNS_IN_ALL + 2 * proof._MOST_RUNS
    assert prover.prove("Ã©", "é") is not None


@pytest.mark.parametrize("text", ["\ud800", "a" * 5000 + "é", "\x00", ""])
def test_hostile_stretches(text: str) -> None:
    assert Prover().prove(text + "!", text) is None
