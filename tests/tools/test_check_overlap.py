import hashlib
import json
import lzma
from pathlib import Path

import pytest

from tools import check_overlap


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    write(tmp_path / "train" / "fr.tsv.xz", "src\tBonjour à tous.\nsrc\tLe chat dort.\n")
    write(tmp_path / "dev" / "fr.news.txt.xz", "Un autre jour.\n")
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(lzma.compress(text.encode("utf-8")))


def provenance(corpora: Path, name: str = "fr.tsv.xz", sha256: str = "") -> str:
    path = corpora / "train" / "fr.tsv.xz"
    sha256 = sha256 or hashlib.sha256(path.read_bytes()).hexdigest()
    out = corpora / "provenance.json"
    out.write_text(json.dumps({"sources": [{"file": name, "sha256": sha256}]}), encoding="utf-8")
    return str(out)


def run(corpora: Path, *arguments: str) -> int:
    common = ["--corpora", str(corpora)]
    if "--provenance" not in arguments:
        common += ["--provenance", provenance(corpora)]
    return check_overlap.main([*common, *arguments])


def test_separate_text_and_honest_provenance_pass(corpora: Path) -> None:
    assert run(corpora) == 0


@pytest.mark.parametrize("line", ["Le chat dort.", "  LE  CHAT\u00a0DORT. ", "Ｌe chat dort."])
def test_a_shared_line_is_found_however_it_is_written(
    corpora: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(corpora / "dev" / "fr.news.txt.xz", f"Un autre jour.\n{line}\n")
    assert run(corpora) == 1
    assert "fr.news.txt.xz" in capsys.readouterr().out


def test_a_shared_line_in_another_language_counts_too(corpora: Path) -> None:
    write(corpora / "dev" / "ca.news.txt.xz", "Le chat dort.\n")
    assert run(corpora) == 1


def test_shared_lines_are_written_for_the_bench_to_leave_out(corpora: Path) -> None:
    write(corpora / "dev" / "fr.news.txt.xz", "Un autre jour.\nLe chat dort.\n")
    out = corpora / "cache" / "shared.txt"
    assert run(corpora, "--exclude", str(out)) == 0
    assert out.read_text(encoding="utf-8") == "Le chat dort.\n"


@pytest.mark.parametrize(
    ("name", "sha256", "claim"),
    [
        ("fr.tsv.xz", "0" * 64, "another SHA-256"),
        ("de.tsv.xz", "", "not among the training files"),
        ("fr.news.txt.xz", "", "development text"),
    ],
)
def test_a_false_provenance_is_named(
    corpora: Path, name: str, sha256: str, claim: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(corpora, "--provenance", provenance(corpora, name, sha256)) == 1
    assert claim in capsys.readouterr().out


def test_a_provenance_without_files_is_false(corpora: Path) -> None:
    path = corpora / "empty.json"
    path.write_text("{}", encoding="utf-8")
    assert run(corpora, "--provenance", str(path)) == 1


def test_without_corpora_there_is_nothing_to_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_overlap.main(["--corpora", str(tmp_path)]) == 0
    assert "nothing to check" in capsys.readouterr().out


def test_an_unreadable_provenance_is_an_error(corpora: Path) -> None:
    assert run(corpora, "--provenance", str(corpora / "missing.json")) == 2
