"""Signs that stand where they belong."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.units import at_home


@pytest.mark.parametrize(
    "text",
    [
        *("46414 kΩ 66.8¢", "18.2kΩ\xa0café 91.7Ω\xa0energy", "48.5 Å\xa0Poincaré", "4 ºC 62.5 kΩ"),
        *(
            "Fig\xa0Δt, note\xa0Δt\xa0and\xa0¹",
            "77Å²\xa0and 32.8Å²",
            "17 °C ± 3 °C",
            "½, ¾",
            "temperature¶",
        ),
        *("Table¿", "at σ²\xa0·value", "50 Nº 91667Nº"),
    ],
)
def test_clean_text_has_them(text: str) -> None:
    assert mojifix.fix(text) is text


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("10 kΩ, 48.5 Å, 5 €", "ΩÅ€"),
        ("3 cm², 5°C, § 5, 2 × 3", "²°§×"),
        ("1½ or ¾", "½¾"),
        ("בGoogle וב-USB ובUSB של Google", "בוב"),
        ("Wa³brzych, 5 z³, Ålesund, Ωmega, ºd, a½b", ""),
    ],
)
def test_where_they_stand(text: str, signs: str) -> None:
    assert "".join(text[at] for at in sorted(at_home(text))) == signs
