"""Marks that ask to leave alone what stands there on purpose."""

from __future__ import annotations

from mojifix.files import Document
from mojifix.files.mend import mend, suspects

DAMAGED = "La cafeterÃ­a estÃ¡ en EspaÃ±a.\n"
CLEAN = "La cafetería está en España.\n"


def mended(text: str) -> str:
    return mend(Document("a", text.encode())).text


def test_a_line() -> None:
    marked = DAMAGED[:-1] + " # mojifix: ignore\n"
    assert mended(DAMAGED + marked + DAMAGED) == CLEAN + marked + CLEAN
    document = Document("a", (DAMAGED + marked).encode())
    assert all(finding.end <= len(DAMAGED) for finding in suspects(document))


def test_line_ends_of_all_kinds() -> None:
    for end in ("\n", "\r\n", "\r"):
        text = f"{DAMAGED[:-1]}{end}{DAMAGED[:-1]} mojifix: ignore{end}{DAMAGED[:-1]}"
        assert mended(text).split(end)[::2] == [CLEAN[:-1]] * 2
        assert mended(text).split(end)[1] == text.split(end)[1]


def test_a_file() -> None:
    text = DAMAGED + "<!-- mojifix: ignore-file -->\n" + DAMAGED
    assert mended(text) == text
    assert suspects(Document("a", text.encode())) == ()


def test_a_line_in_another_encoding() -> None:
    line = "Le garçon a été très étonné."
    data = f"{line}\n".encode() + f"{line} mojifix: ignore\n{line}\n".encode("latin-1")
    document = Document("a", data)
    repair = mend(document)
    expected = f"{line}\n".encode() + f"{line} mojifix: ignore\n".encode("latin-1")
    assert document.written(repair) == expected + f"{line}\n".encode()
