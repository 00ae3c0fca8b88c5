"""Development text in what ships is found."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from tools import check_quotations

LINE = "The ferry to the northern island leaves at 10.45 from the old pier."


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    dev = tmp_path / "shared" / "corpora" / "dev"
    dev.mkdir(parents=True)
    (dev / "en.news.txt.xz").write_bytes(lzma.compress(f"{LINE}\n".encode()))
    cases = tmp_path / "shared" / "cases"
    cases.mkdir()
    record = {"input": "Größe 12 µm", "expected": "Größe 12 µm", "chain": "utf-8>cp437"}
    (cases / "wild_dev.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    return tmp_path / "shared"


def run(shared: Path, name: str, text: str) -> int:
    root = shared.parent / "checkout"
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return check_quotations.main(["--shared", str(shared), "--root", str(root)])


def test_own_text_passes(shared: Path) -> None:
    assert run(shared, "tests/test_a.py", 'TEXT = "Nobody else has written this, I think."\n') == 0


@pytest.mark.parametrize("line", [LINE, LINE.upper(), LINE.replace("10.45", "9.15"), LINE[20:]])
def test_a_passage_is_found(shared: Path, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(shared, "tests/test_a.py", f"\nTEXT = {line!r}\n") == 1
    assert "tests/test_a.py:2: " in capsys.readouterr().out


@pytest.mark.parametrize("text", ["Größe 12 µm", "GRÖSSE 3 µm", "eine Größe 12 µm hat", "12 µm"])
def test_a_case_is_found_whole_or_in_part(shared: Path, text: str) -> None:
    assert run(shared, "tools/training/signs.py", f"SIGN = {text + ' '!r}\n") == (len(text) > 5)


def test_fixtures_are_read(shared: Path) -> None:
    record = json.dumps({"text": "Größe 12 µm", "id": "x"})
    assert run(shared, "fixtures/cases/a.jsonl", record + "\n") == 1
    assert run(shared, "fixtures/cases/a.jsonl", "{}\n") == 0
    assert run(shared, "fixtures/quality/en.txt", LINE + "\n") == 1


def test_names_of_codecs_are_no_text(shared: Path) -> None:
    assert run(shared, "tests/test_a.py", 'CHAIN = "utf-8>cp437"\n') == 0


def test_without_development_text_there_is_nothing_to_compare(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_quotations.main(["--shared", str(tmp_path)]) == 0
    assert "nothing to compare" in capsys.readouterr().out


def test_a_broken_fixture_is_an_error(shared: Path) -> None:
    assert run(shared, "fixtures/cases/a.jsonl", "{no json\n") == 2
