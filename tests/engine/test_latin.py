"""Is a line in Latin?"""

from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.latin import is_latin, mostly_latin

LATIN = [
    "Filiæ reginæ in silvâ ambulabant et rosas albas puellæ dederunt.",
    "Vita est brevis, ut exempli causâ dicam, si eam in magnâ parte perdimus.",
    "Mensæ rotundæ, sellæ parvæ, fenestræ altæ in villâ nostrâ sunt.",
]


@pytest.mark.parametrize("line", LATIN)
def test_latin(line: str) -> None:
    assert is_latin(line)
    assert mojifix.fix(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "The committee will meet again on Thursday to discuss the budget.",
        "Acum cum sunt aici, nu mai plec nicăieri.",
        "Il est à la plage et non à la maison.",
        "Non so cosa dire di questo libro.",
        "Alumni et al.",
        "",
    ],
)
def test_no_latin(line: str) -> None:
    assert not is_latin(line)


def test_a_text_is_latin_though_not_every_line_shows_it() -> None:
    lines = [*LATIN, "Perfidiæ primus, Marcus invidiæ.", "Vires a cœlo colligit Marcus."]
    text = "\n".join(lines)
    assert mostly_latin(text)
    assert mojifix.fix(text) == text
    assert not mostly_latin("\n".join([LATIN[0], *["Nothing of it here."] * 20]))
