from __future__ import annotations

import pytest

from mojifix.siblings.intact import is_damaged


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Mistralβs open models", "β"),
        ("βWe are thrilled", "β"),
        ("our partners globally.β\nAdditionally", "β"),
        ("Microsoft,â said Arthur Mensch", "â"),
        ("âWe are thrilled", "â"),
        ("cafÃ© noir", "Ã©"),
        ("Ã“scar", "Ã“"),
        ("itâ€™s", "â€™"),
        ("itโs", "โ"),
        ("don鈥檛t", "鈥檛"),
        ("тАЩs", "тАЩ"),
        ("don�t", "�"),
        ("caf\x8e", "\x8e"),
        ("β first, then Mistralβs", "β"),
    ],
)
def test_what_nobody_writes(text: str, stretch: str) -> None:
    assert is_damaged(text, stretch)


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("TGF-β and β-carotene, (α,β), Aβ42 and TGFβ1 signalling, β = 0.05", "β"),
        ("câine în apă", "â"),
        ("5 µm wide", "µ"),
        ("La 1º y Mª nº 5", "º"),
        ("Facebookได้รับ", "ไ"),
        ("iPhoneを使う", "を"),
        ("בFacebook", "ב"),
        ("McDoné’s", "é"),
        ("grâce à « Élysée »", "É"),
        ("plain ASCII", "β"),
        ("anything", ""),
    ],
)
def test_what_people_write(text: str, stretch: str) -> None:
    assert not is_damaged(text, stretch)


def test_only_the_first_occurrences_are_looked_at() -> None:
    assert not is_damaged("β " * 1000 + "Mistralβs", "β")
