"""The documentation: links lead somewhere, and what it describes is what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mojifix.channels import channels, parse
from mojifix.model import Finding
from mojifix.report import jsonl
from tests.mending import quoted

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_relative_links_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    broken = [t for t in targets if "://" not in t and not (page.parent / t).exists()]
    assert not broken


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "adr"
    listed = set(LINK.findall((folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("0*.md")}


def test_every_make_target_is_real() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    phony = set(re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE))
    assert targets == phony
    for page in PAGES:
        mentioned = re.findall(r"(?:`|    )make ([a-z-]+)", page.read_text(encoding="utf-8"))
        assert set(mentioned) <= targets, page


def test_every_key_of_the_json_lines_is_described() -> None:
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    repair, verdict = quoted()
    finding = Finding(0, 1, parse("drop-c1"), 0.5)
    records: list[object] = [
        jsonl.repaired("a", repair, verdict),
        jsonl.verified("a", repair, verdict),
        *jsonl.found("a", "a", [finding]),
        jsonl.channel(channels()[0]),
    ]
    keys = set()
    while records:
        record = records.pop()
        if isinstance(record, dict):
            keys |= set(record)
            records += record.values()
        elif isinstance(record, list):
            records += record
    assert {key for key in keys if f"`{key}`" not in page} <= {"bytes"}
