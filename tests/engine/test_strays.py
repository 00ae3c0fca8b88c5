"""What stands where it hardly belongs, and is no damage all the same."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.channels.misread import misread
from mojifix.engine.legacy import legacy_spans
from mojifix.engine.strays import is_stray
from mojifix.model import Chain, Span

PAIR = Chain((misread("cp850", "cp437"),))


def test_a_capital_of_another_script_amid_small_letters_is_evidence() -> None:
    text = PAIR.damage("As situações mudam.")
    spans = legacy_spans(text)
    assert [span.text for span in spans] == ["õ"]
    assert not is_stray(text, spans)


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("As situaçΣes mudam.", 0.95),  # It may be something else.
        ("Kosten in kΣ", 0.9999),
        ("sinσcos", 0.9999),
    ],
)
def test_a_letter_of_another_script_is_a_stray(text: str, confidence: float) -> None:
    at = next(i for i, char in enumerate(text) if "Α" <= char <= "ω")
    assert is_stray(text, [Span(at, at + 1, "õ", PAIR, confidence)])


def test_symbols_are_damage_where_they_are_parts_of_long_words() -> None:
    """Not of names such as ``invβ``, and signs not between two variables."""
    pair = Chain((misread("windows-1252", "windows-1253"),))

    def stray(text: str, chars: str) -> bool:
        places = sorted(text.index(char) for char in chars)
        return is_stray(text, [Span(at, at + 1, "é", pair, 0.95) for at in places])

    assert stray("f(invβ, xα)", "βα")
    assert stray("s÷r", "÷")
    assert not stray("cine deranjeazπ, εncepe", "πε")
    assert not stray("schön und gr÷sser als 2×3", "÷×")


def test_a_letter_of_a_script_that_the_text_has_is_at_home() -> None:
    pair = Chain((misread("windows-1252", "windows-1256"),))
    line = "Pandas وNumPy وKeras وDask وRay"
    spans = [Span(i, i + 1, "æ", pair, 0.99) for i, char in enumerate(line) if char == "و"]
    assert not is_stray(line, spans)
    assert is_stray(f"{line}\nنستخدم مكتبات", spans)


def test_points_between_syllables_are_strays() -> None:
    for text in ("dic·tion·ary", "Be·nd·iy·il·in·de·le le nto."):
        assert mojifix.fix(text) == text
    assert mojifix.fix("El p·jaro est· m·s all· del ·rbol.") == "El pájaro está más allá del árbol."
