"""The compiled kernel and the Python one say the same of every text."""

from __future__ import annotations

from array import array
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from mojifix.kernel import Door, Look, Scanner, kinds, plain, sums, weigh
from mojifix.kernel.door import Door as PythonDoor
from mojifix.kernel.grams import Grams as PythonGrams
from mojifix.kernel.look import Look as PythonLook
from mojifix.kernel.look import kinds as python_kinds
from mojifix.kernel.look import plain as python_plain
from mojifix.kernel.scanner import Scanner as PythonScanner
from mojifix.kernel.weights import NEVER
from mojifix.kernel.weights import sums as python_sums
from mojifix.kernel.weights import weigh as python_weigh
from mojifix.plausibility.model import load
from mojifix.plausibility.ngrams import Lanes
from mojifix.plausibility.oddity import policy_of, scanner
from mojifix.plausibility.tokens import tokenize

from .strategies import LAWS, texts


@cache
def in_python() -> PythonScanner:
    model = load()
    grams = {
        script: PythonGrams(*lanes.tables)
        for script, lanes in model.scripts.items()
        if isinstance(lanes, Lanes)
    }
    return PythonScanner(policy_of(model)._replace(grams=grams.get))


@cache
def chosen() -> Scanner:
    return scanner()


@LAWS
@given(texts())
def test_scans_are_equal(text: str) -> None:
    assert chosen().scan(text, 0, len(text)) == in_python().scan(text, 0, len(text))


@LAWS
@given(texts())
def test_they_find_the_same_texts_odd(text: str) -> None:
    assert chosen().odd(text) == in_python().odd(text)


@LAWS
@given(texts())
def test_the_same_texts_pass_the_door(text: str) -> None:
    assert chosen().stirs(text) == in_python().stirs(text)
    looks = Look("âβт", "Ã"), PythonLook("âβт", "Ã")
    assert Door(looks[0], chosen())(text) == PythonDoor(looks[1], in_python())(text)


@LAWS
@given(st.text("aB «»‘’“”–—…´\n", max_size=24))
def test_quiet_signs_stir_alike(text: str) -> None:
    assert chosen().stirs(text) == in_python().stirs(text)


@LAWS
@given(texts(), st.integers(-1, 400), st.text("éжâ’ß", max_size=3), st.text("áя“ss", min_size=3))
def test_they_find_the_same_texts_odder(text: str, most: int, seen: str, originals: str) -> None:
    seen = "".join(dict.fromkeys(seen))
    arguments = text, most, seen, originals[: len(seen)]
    assert chosen().odder(*arguments) == in_python().odder(*arguments)


@LAWS
@given(texts())
def test_they_find_the_same_languages(text: str) -> None:
    assert chosen().lanes(text) == in_python().lanes(text)


@LAWS
@given(texts())
def test_first_looks_are_equal(text: str) -> None:
    for form in (text, ascii(text), ascii(text)[1:-1].replace("\\\\", "")):
        assert plain(form) == python_plain(form)
    assert Look("âβт", "Ã")(text) == PythonLook("âβт", "Ã")(text)
    assert kinds(text) == python_kinds(text)


@LAWS
@given(st.text("aAcCEURuz(;&?\\\\ \x00é€漢", max_size=12))
def test_what_spells_damage_is_seen_by_both(text: str) -> None:
    assert plain(text) == python_plain(text)
    assert Look("β", "Ã")(text) == PythonLook("β", "Ã")(text)


@LAWS
@given(texts(), st.integers(0, 20), st.integers(0, 60))
def test_characters_weigh_the_same(text: str, start: int, end: int) -> None:
    weights = bytes(i % 251 % 7 for i in range(0x10000))
    assert weigh(weights, text, start, end) == python_weigh(weights, text, start, end)


@LAWS
@given(
    st.lists(st.tuples(st.integers(0, 255), st.integers(0, 999)), max_size=9), st.integers(0, 9_999)
)
def test_bytes_weigh_the_same(weighed: list[tuple[int, int]], most: int) -> None:
    data, counts = bytes(b for b, _ in weighed), array("I", [n for _, n in weighed]).tobytes()
    tables = bytes(range(256)) + bytes(256) + bytes(NEVER - i for i in range(256)) + b"\7" * 256
    assert sums(tables, data, counts, most) == python_sums(tables, data, counts, most)


@LAWS
@given(texts())
def test_words_cost_the_same(text: str) -> None:
    for script, lanes in load().scripts.items():
        if isinstance(lanes, Lanes):
            grams = in_python().grams(script)
            assert grams is not None
            assert lanes.grams.word(text) == grams.word(text)


@LAWS
@given(texts())
def test_tokens_are_equal(text: str) -> None:
    assert load().tokens(text) == tokenize(text, load().table)


@LAWS
@given(st.text("aA1\u0301\u00ad §жé", max_size=12))
def test_tokens_of_words_and_signs_are_equal(text: str) -> None:
    assert load().tokens(text) == tokenize(text, load().table)
