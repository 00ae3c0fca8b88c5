"""The measure of a model: own language cheap, text in disorder dear."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from mojifix.plausibility.model import load
from tools import measure_plausibility
from tools.measure_plausibility import mean, measure, samples

LINES = ["The little boat left the harbor before anybody was awake.", "Nobody saw it leave."]


def test_order_is_cheaper_than_disorder() -> None:
    plain = measure(load(), "en", LINES)
    mixed = measure(load(), "en", ["".join(sorted(word)) for word in " ".join(LINES).split()])
    assert plain.letters == mixed.letters == 63
    assert 1 < plain.best <= plain.own < mixed.own
    assert plain.found == 1
    assert measure(load(), "fi", LINES).own > plain.own


def test_a_language_without_a_lane_is_measured_in_that_of_all() -> None:
    assert measure(load(), "tlh", LINES).own == measure(load(), "*", LINES).own


def test_mean_weighs_languages_alike() -> None:
    one, other = measure(load(), "en", LINES), measure(load(), "en", LINES[1:])
    assert mean([one, other]).own == pytest.approx((one.own + other.own) / 2, abs=1e-4)


def test_lines_that_were_left_out_are_read(tmp_path: Path) -> None:
    lines = [f"own\tline {number}\n" for number in range(10)]
    (tmp_path / "en.tsv.xz").write_bytes(lzma.compress("".join(lines).encode()))
    assert list(samples(tmp_path, 100, 5)) == [("en", ["line 4", "line 9"])]
    assert list(samples(tmp_path, 3, 0)) == [("en", ["line 0", "line 3", "line 6"])]


def test_an_empty_folder_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["measure", str(tmp_path)])
    assert measure_plausibility.main() == 2
    assert "no <language>" in capsys.readouterr().err
