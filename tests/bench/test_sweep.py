"""What changes in text that is thought to be clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.sweep import main


def test_each_line_counts_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(
        "Le garçon dort.\nplain\nLa cafeterÃ­a estÃ¡ en EspaÃ±a.\n", encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text("Le garçon dort.\n", encoding="utf-8")
    (tmp_path / "c.po").write_text("Der Bär läuft.\n", encoding="utf-8")
    (tmp_path / "d.txt").write_bytes(b"not UTF-8: \xe9\n")
    assert main([str(tmp_path), "--ext", "txt"]) == 0
    out = capsys.readouterr().out
    assert "a.txt: " in out
    assert "utf-8>windows-1252" in out
    assert "1 of 2 lines beyond ASCII changed" in out
    assert main([str(tmp_path)]) == 0
    assert "1 of 3 lines beyond ASCII changed" in capsys.readouterr().out


def test_files_count_as_a_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Le garçon dort.\nLa forêt est là.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Il dort.\nLa cafeterÃ­a de EspaÃ±a.\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text("plain\n", encoding="utf-8")
    assert main([str(tmp_path), "--whole"]) == 0
    out = capsys.readouterr().out
    assert "b.txt: 2 spans" in out
    assert "1 of 2 files beyond ASCII changed" in out
