"""Training: the same input gives the same model, and provenance tells models apart."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from mojifix.plausibility.model import LATIN, Plausibility
from tools.training import provenance
from tools.training.build import MODEL, PROVENANCE, train

LINES = {
    "en": ["The little boat left the harbor at dawn.", "Nobody saw the boat, said the baker."],
    "de": ["Das kleine Schiff verließ den Hafen.", "Niemand sah das Schiff, sagte die Bäckerin."],
    "ru": ["Маленькая лодка вышла из гавани.", "Никто не видел лодку."],
}


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "train"
    folder.mkdir()
    for language, lines in LINES.items():
        text = "".join(f"own\t{line}\n" for line in lines * 30)
        (folder / f"{language}.tsv.xz").write_bytes(lzma.compress(text.encode()))
    return folder


def test_training_again_gives_the_same_bytes(corpora: Path, tmp_path: Path) -> None:
    train(corpora, tmp_path / "one")
    train(corpora, tmp_path / "two")
    one, two = tmp_path / "one" / MODEL, tmp_path / "two" / MODEL
    assert one.read_bytes() == two.read_bytes()
    model = Plausibility(one)
    words = model.tokens("das Schiff")
    assert model.language(model.profile(model.totals(words, {})), LATIN) == "de"


def test_provenance_counts_its_sources(corpora: Path, tmp_path: Path) -> None:
    train(corpora, tmp_path)
    stored = json.loads((tmp_path / PROVENANCE).read_text(encoding="utf-8"))
    german = stored["sources"][0]
    assert german["file"] == "de.tsv.xz"
    assert german["lines"] == 60
    assert german["words"] == 30 * (6 + 7)
    assert stored["model_sha256"] == provenance.sha256(tmp_path / MODEL)
    assert stored["content_sha256"] == provenance.content_sha256(tmp_path / MODEL)


def test_other_text_is_another_model(corpora: Path, tmp_path: Path) -> None:
    train(corpora, tmp_path / "one")
    train(corpora, tmp_path / "two", leave_out=2)
    digests = [provenance.content_sha256(tmp_path / name / MODEL) for name in ("one", "two")]
    assert digests[0] != digests[1]


def test_no_text_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no \*\.tsv\.xz here"):
        train(tmp_path, tmp_path)
