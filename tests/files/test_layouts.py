"""Byte order marks x line ends x encodings x last lines: byte-exact outside of the repairs."""

from __future__ import annotations

import codecs
import sys
from itertools import product
from pathlib import Path

import pytest

from mojifix.files import Document
from mojifix.files.mend import mend
from mojifix.files.read import read_source
from mojifix.files.replace import replace

MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
LEGACY = ("iso-8859-1", "windows-1252")
ENDS = {
    "LF": ("\n",),
    "CRLF": ("\r\n",),
    "CR": ("\r",),
    "mixed": ("\n", "\r\n", "\r", "\n\r"),
    "form feed": ("\f\n", "\n\f"),
    "vertical tab": ("\v\n",),
    "Unicode": ("\u2028", "\u2029"),
    "none": (" ",),
}
LINES = ("Le garçon a été très étonné.", "", "  la forêt\tet l’école  ", "Il a mangé une pêche.")

LAYOUTS = [
    (encoding, mark, ends, last, damaged)
    for encoding, mark, ends, last, damaged in product(
        (*MARKS, *LEGACY), (True, False), ENDS, (True, False), (True, False)
    )
    # Legacy encodings have no mark and no line ends of Unicode's, and what is UTF-8 read as
    # Latin-1, when it is written as Latin-1 again, is UTF-8: a mixed file, which the tests of
    # decode are about.
    if encoding in MARKS or not (mark or damaged or ends == "Unicode")
]


def test_there_are_more_than_a_hundred() -> None:
    sys.stdout.write(f"layouts: {len(LAYOUTS)}\n")
    assert len(LAYOUTS) >= 300
    assert sum(damaged for *_, damaged in LAYOUTS) >= 100  # with something to repair


@pytest.mark.parametrize(("encoding", "mark", "ends", "last", "damaged"), LAYOUTS)
def test_everything_else_is_the_same(
    tmp_path: Path, encoding: str, mark: bool, ends: str, last: bool, damaged: bool
) -> None:
    lines = [line.replace("’", "'") if encoding == "iso-8859-1" else line for line in LINES]
    found = [*lines]
    if damaged:
        found[2] = "le cafÃ© et le thÃ© du marchÃ©"
        lines[2] = "le café et le thé du marché"

    def laid_out(wanted: list[str]) -> bytes:
        text = "".join(line + ENDS[ends][i % len(ENDS[ends])] for i, line in enumerate(wanted))
        text = text if last else text.rstrip("\r\n\f\v\u2028\u2029 ")
        return (MARKS[encoding] if mark else b"") + text.encode(encoding)

    path = tmp_path / "a"
    path.write_bytes(laid_out(found))
    source = read_source(str(path))
    document = Document(str(path), source.data)
    repair = mend(document)
    assert repair.changed == damaged
    new = document.written(repair)
    if damaged:
        replace(source, new)
    assert path.read_bytes() == laid_out(lines)
