"""How odd is a text?"""

from __future__ import annotations

from mojifix import damage
from mojifix.engine.oddness import odd, odder, oddness

CLEAN = "La cafetería está en España.\nEl niño come una piña."


def test_ordinary_text_is_not_odd() -> None:
    assert not odd(CLEAN)
    assert not odd("plain")
    assert oddness(CLEAN) == 0.0


def test_each_line_counts() -> None:
    line = damage("El niño come una piña.", "utf-8>windows-1252")
    assert odd(f"{CLEAN}\n{line}")
    assert oddness(f"{line}\n{line}") == 2 * oddness(line) > 0.0


def test_odder_than_so_much() -> None:
    text = damage("El niño come una piña.\n", "utf-8>windows-1252") * 3
    amount = oddness(text)
    assert odder(text, -1.0)
    assert odder(text, amount - 1.0)
    assert not odder(text, amount)
    assert odder(CLEAN, -1.0)
    assert not odder(CLEAN, 0.0)
