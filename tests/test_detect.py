"""Detect: what is damaged, without repairing it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import mojifix
from mojifix import Config
from mojifix.detect import LEAST

FRENCH = "Hier soir, après le dîner, nous avons parlé des livres préférés de ma mère."
DAMAGED = mojifix.damage(FRENCH, "utf-8>windows-1252")
(ARTICLE,) = (Path(__file__).parents[1] / "fixtures" / "articles").glob("001_*.txt")


def article() -> str:
    return ARTICLE.read_bytes().decode()


@pytest.mark.parametrize(
    "text", ["", "plain", FRENCH, "naïve café", "TGF-β in the plasma", "\ud800"]
)
def test_nothing_in_clean_text(text: str) -> None:
    assert mojifix.detect(text) == ()


@pytest.mark.parametrize("value", [b"bytes", None, 7])
def test_only_str(value: Any) -> None:
    with pytest.raises(TypeError, match=f"str, not {type(value).__name__}"):
        mojifix.detect(value)


@pytest.mark.parametrize("text", [DAMAGED, f"{FRENCH}\n{DAMAGED}"])
def test_finds_what_repair_repairs(text: str) -> None:
    spans = mojifix.repair(text).spans
    findings = mojifix.detect(text)
    assert len(findings) == FRENCH.count("è") + FRENCH.count("é") + FRENCH.count("î")
    assert [(f.start, f.end, f.chain, f.confidence, f.candidates) for f in findings] == [
        (s.start, s.end, s.chain, s.confidence, (s.text,)) for s in spans
    ]


def test_candidates_replay_best_first() -> None:
    text = article()
    findings = mojifix.detect(text)
    assert len(findings) == 42
    assert findings[0].candidates[0] == "’"
    assert len(findings[0].candidates) > 1
    for finding in findings:
        assert len(set(finding.candidates)) == len(finding.candidates)
        for candidate in finding.candidates:
            assert finding.chain.damage(candidate) == text[finding.start : finding.end]


def test_findings_are_in_order_and_likelier_than_not() -> None:
    findings = mojifix.detect(article())
    assert [f.start for f in findings] == sorted(f.start for f in findings)
    assert all(LEAST <= f.confidence <= 1.0 for f in findings)


def test_losses_are_reported_on_demand() -> None:
    text = article()
    assert mojifix.detect(text, config=Config(lossy="off")) == ()
    report = mojifix.detect(text, config=Config(lossy="report"))
    assert report == mojifix.detect(text)
    assert not mojifix.repair(text, config=Config(lossy="report")).changed


def test_min_confidence_is_no_matter_here() -> None:
    text = article()
    assert mojifix.detect(text, config=Config(min_confidence=1.0)) == mojifix.detect(text)


def test_channels() -> None:
    assert mojifix.detect(DAMAGED, config=Config(channels=("utf-8>windows-1252",)))
    assert mojifix.detect(DAMAGED, config=Config(channels=("utf-8>cp850",))) == ()


def test_finding_as_data() -> None:
    finding = mojifix.detect(DAMAGED)[0]
    assert finding.to_dict() == {
        "start": 14,
        "end": 16,
        "chain": ["utf-8>windows-1252"],
        "confidence": round(finding.confidence, 6),
        "candidates": ["è"],
    }
