"""Collecting the usual words of each language."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from mojifix.plausibility.format import read
from mojifix.plausibility.model import load
from mojifix.plausibility.words import UsualWords
from tools.training.usual import train


def corpus(folder: Path, **lines: list[str]) -> Path:
    for language, texts in lines.items():
        with lzma.open(folder / f"{language}.tsv.xz", "wt", encoding="utf-8") as file:
            file.writelines(f"own\t{text}\n" for text in texts)
    return folder


def test_common_words_beyond_ascii_are_kept(tmp_path: Path) -> None:
    lines = ["Déjà vu, déjà LÀ, déjà bien là.", "Là, là et déjà à table."]
    folder = corpus(tmp_path, fr=[*lines, "à à à à rêver bien bien bien"], de=["ja"])
    file = tmp_path / "words.bin"
    file.write_bytes(train(folder))
    words = UsualWords(load(), file)
    # Too rare (rêver), one letter (à), and ASCII (bien) are left out.
    assert words.of("fr").keys() == {"déjà", "là"}
    assert words.of("de") == {}
    assert train(folder) == file.read_bytes()


def test_accents_are_counted(tmp_path: Path) -> None:
    words = ["mamá", "mama", "bajó", "bajo", "café", "cama", "vivió"]
    file = tmp_path / "words.bin"
    file.write_bytes(train(corpus(tmp_path, es=[" ".join(words)] * 400, de=["Bäume"] * 3_000)))
    none, one, two = read(file).meta["accents"]["es"][1]
    assert (none, one) == (0, 0)
    assert two > 0
    assert "de" not in read(file).meta["accents"]


def test_no_corpora(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="tsv"):
        train(tmp_path)
