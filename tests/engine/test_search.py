"""From a text to the spans of misreadings that lose nothing."""

from __future__ import annotations

import pytest

from mojifix import damage, fix
from mojifix.config import Config
from mojifix.engine.search import lossless_spans
from mojifix.engine.suspects import suspects
from mojifix.model import Repair, Span

FRENCH = "Hier soir, après le dîner, nous avons parlé des livres préférés de ma mère."
DAMAGED = damage(FRENCH, "utf-8>windows-1252")


def found(text: str, layers: int = 3) -> list[Span]:
    return lossless_spans(text, Config(max_layers=layers), suspects(text).misread)


def test_spans_are_tight_sorted_and_prove_themselves() -> None:
    spans = found(DAMAGED)
    assert [span.text for span in spans] == [*"èîééééè"]
    assert Repair(DAMAGED, tuple(spans)).text == FRENCH


def test_nothing_behind_a_closed_gate() -> None:
    assert lossless_spans(DAMAGED, Config(), []) == []
    assert found(FRENCH) == []


def test_gate_is_not_trusted_once_there_is_damage() -> None:
    worth = suspects(DAMAGED).misread[:1]
    spans = lossless_spans(DAMAGED, Config(), worth)
    assert Repair(DAMAGED, tuple(spans)).text == FRENCH


def test_layers() -> None:
    twice = damage(DAMAGED, "utf-8>windows-1252")
    assert {len(span.chain) for span in found(twice, 1)} == {1}
    assert {len(span.chain) for span in found(twice, 2)} == {2}


def test_nothing_worse_is_brought_in() -> None:
    text = DAMAGED + " " + damage("\u202e", "utf-8>windows-1252")
    assert "\u202e" not in Repair(text, tuple(found(text))).text


def test_letters_within_a_word_are_no_symbol() -> None:
    assert found("Toh lii viärdásâžžân ja ohtsâžžân puoh") == []
    assert [span.text for span in found("The step isnΓÇÖt done, so 1→2 and xΓåÆ3.")] == ["’", "→"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("na\x95ve", "naïve"),
        ("Vive le Qu\x8ebec", "Vive le Québec"),
        ("rock \x92n\x92 roll", "rock ’n’ roll"),
    ],
)
def test_controls_are_letters_of_mac_os_within_words(text: str, expected: str) -> None:
    assert fix(text) == expected


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "Bu er bir {} işi ve oğlu.",
            "aqlarınıñ barışıqlıqnıñ qorulmasınıñ qadınlarnıñ aqlarnıñ başqalarnıñ insannıñ",
        ),
        (
            "Chcá {} ats̈e ndayá bëtsá ca.",
            "tojëftsonÿá contsonÿá tbojesonÿá s̈mochtsashanÿá tojanënÿanÿé s̈montsonÿá",
        ),
    ],
)
def test_lines_of_an_unknown_language_do_not_add_up(line: str, words: str) -> None:
    """In the first one, an Armenian letter for ``ıñ`` would stand beside Latin ones besides."""
    text = "\n".join(line.format(word) for word in words.split())
    assert found(text) == []


def test_a_line_that_proves_damage_is_believed_beside_others_that_were_spared() -> None:
    clean = "Żółw i gęś piją łąkową rosę, a świerszcz śpi w cieniu źdźbła."
    damaged = damage("Le père Noël a déjà été à l’école, dit Zoé.", "utf-8>mac-roman")
    spans = found(f"{clean}\n{damaged}\n{clean}")
    assert spans
    assert all(span.confidence > 0.99 for span in spans)


@pytest.mark.parametrize(
    ("text", "original"),
    [
        ("RECLAMAÃıES", "RECLAMAÇÕES"),
        ("EXPOSIÃıES", "EXPOSIÇÕES"),
        ("KSIÊ¯YC", "KSIÊ¯YC"),
        ("NALEŻˇCEGO", "NALEŻˇCEGO"),
        ("INTENSYWNOŒÆ", "INTENSYWNOŒÆ"),
        ("ESPAÃ±A", "ESPAñA"),
    ],
)
def test_no_letter_of_nobodys_comes_out_amid_capitals(text: str, original: str) -> None:
    assert fix(text) == original
