"""Lines in which no legacy damage is looked for."""

from __future__ import annotations

import pytest

import mojifix
from mojifix.engine.searched import is_row, searched


@pytest.mark.parametrize(
    "line",
    [
        "$Ì¶5Ì¶9Ì¶",  # UTF-8 as windows-1252 shows it
        "5 ¬£ and 3 ¬£",  # as mac-roman
        'chars = "ÀÁÂÃÄÅÆÇÈÉÊË"',  # a row of a table
        "! UPP  ßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞÿ",  # of which not all are in order
        "ΑA,ΒB,ΓG,ΔD,ΕE,ΖZ,ΗH,ΘU,ΙI",  # with others between them
        "ÇüéâäàåçêëèïîìÄÅ",  # of cp437, in the order of its bytes
        "└ ┴ ┬ ├ ─ ┼ ã Ã ╚ ╔",  # of cp850
        '"also": "[áàâ éèê íìî óòô úùû]"',  # letters with all their accents
        "3 : '1а1б1в1г1д1е1ж1з1и1й'",  # patterns for hyphenation
        ".вй2б8",  # one of them in a line
        "ъ1",
        "SFX N   ь    ях           [^жшщч]ь",  # a rule of a spelling dictionary
        "MAP خحج",
        "————————————————",
        "צ׳אד",
        "├─┼┤│ ┌─┬┐│ └─┴┘ ╔╗",
        "║клуб║дом║",
        "\\n│   1,\\n│   2",
        "מנכ״ל החברה וג׳ו",
    ],
)
def test_what_they_show_was_something_else(line: str) -> None:
    assert not searched(line)


@pytest.mark.parametrize(
    "line",
    [
        "Bu yýl çok kar yaðdý.",
        "Âå÷åð âå÷åðîì",
        "ÀÁÂÃ is no list",
        "Kdyľ je dokáľe",
        "Âå÷åðîì 2",
        "А123ВС",
        "MAP grˆﬂer als fr¸her",
        "SFX Grˆﬂe",
        "Ôîòî1Âèäåî",
        "צ׳אד é",
        "׳אד",
    ],
)
def test_other_lines_are_searched(line: str) -> None:
    assert searched(line)


def test_rows_of_tables() -> None:
    """Words may touch the lines: through KOI8-R, ``¡`` shows as ``б║``."""
    assert is_row("║ б║ в ║")
    assert is_row("  │name│ é│")
    assert not is_row("б║ в ║")
    assert not is_row("║Ã©tÃ©║")
    assert mojifix.fix("║ б║ в ║") == "║ б║ в ║"
