"""One sign by itself in text that is clean otherwise."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.lone import lone_spans


@pytest.mark.parametrize(
    ("text", "original"),
    [
        ("Thanks âœ…", "Thanks ✅"),
        ("â–\xa0 First item of the list", "■ First item of the list"),
        ("â—† First item of the list", "◆ First item of the list"),
        ("Price: 20â–² per month", "Price: 20▲ per month"),
        ("ï»¿A line", "\ufeffA line"),
        ("‚ñ∂ First item", "▶ First item"),
        ("Γùå First item", "◆ First item"),
        ("в—Џ First item", "● First item"),
        ("3 Ã— 4", "3 × 4"),
        ("5 Î¼m long, 3 ÂµL", "5 μm long, 3 µL"),
        ("TGF-Î² and Î³-rays", "TGF-β and γ-rays"),
        ("NÂº 5", "Nº 5"),
        ("the Ïƒ-test", "the σ-test"),
        ("TNFÎ±, IL-1Î², NF-ÎºB, IL2RÎ³cKO, AÎ²42", "TNFα, IL-1β, NF-κB, IL2RγcKO, Aβ42"),
        ("$Ì¶6Ì¶3Ì¶ now", "$̶6̶3̶ now"),
        ("┬┐que diferencia hay?", "¿que diferencia hay?"),
        ("x â‰  y", "x ≠ y"),
        ("╬╝ REUTERS", "μ REUTERS"),
        ("TGF-Œ≤ of Œº", "TGF-β of μ"),
        ("â† Back", "← Back"),
        ("â¢ First item", "• First item"),
        ("20â¬ or â¬30", "20€ or €30"),
        ("âž¡ next", "➡ next"),
        ("â‘¡ (dpa / ap)", "② (dpa / ap)"),
    ],
)
def test_it_is_restored(text: str, original: str) -> None:
    repair = mojifix.repair(text)
    assert repair.text == original
    assert all(text[s.start : s.end] == s.chain.damage(s.text) for s in repair.spans)


@pytest.mark.parametrize(
    "text",
    [
        "aâœ…",  # a part of a word
        "«\xa0â\xa0»",
        "“â”…",
        "the letters â, ê, î",
        "â–",
        "âœ",
        "là…",
        "⟨Â²⟩ of an operator, Î² of a spin",
        "DISTÂ° and MANHÃ—",
        "«Î»",
        "Î” and Ã”",
        "A COBORÎ² la vale",
        "COSÌ² FAN TUTTE",
        "RÎ·DE",
        "├──┬┐",
        "├──┬┐a",
        "x ¬≤ y",
        "√∑ and ¬∞",
    ],
)
def test_what_may_be_a_letter_and_marks_is_not(text: str) -> None:
    assert lone_spans(text) == ()
