import json
from pathlib import Path
from typing import Any

import pytest

from bench import corpus, quality
from bench.engines import Answer, Engine
from bench.sections import SECTIONS, TABLES


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that repairs nothing, and one that breaks everything."""

    def idle() -> Engine:
        return Engine("idle", "1", lambda case: Answer(case.input), cached=False)

    def rash() -> Engine:
        return Engine("rash", "1", lambda case: Answer(case.input + "!"), cached=False)

    monkeypatch.setattr(quality, "ENGINES", {"idle": idle, "rash": rash})


def run(tmp_path: Path, *arguments: str) -> dict[str, Any]:
    out = tmp_path / "out.json"
    common = ["--fixtures", "--limit", "1", "--json", str(out), "--quiet"]
    assert quality.main([*common, *arguments]) == 0
    result: dict[str, Any] = json.loads(out.read_bytes())
    return result


@pytest.mark.usefixtures("engines")
def test_every_section_runs_on_the_fixtures(tmp_path: Path) -> None:
    sections = run(tmp_path)["sections"]
    assert set(sections) <= set(TABLES)
    for name, table in sections.items():
        idle, rash = table["idle"]["all"], table["rash"]["all"]
        assert idle["n"] > 0
        wanted = idle["n"] if TABLES[name].leave_alone else 0
        assert idle["right"] == wanted
        if not name.endswith("-clean"):
            assert rash["right"] == 0


@pytest.mark.usefixtures("engines")
def test_false_changes_are_listed(tmp_path: Path) -> None:
    result = run(tmp_path, "--sections", "clean", "--engines", "rash")
    changes = result["false changes"]["rash"]
    assert len(changes) == result["sections"]["clean"]["rash"]["all"]["n"]


@pytest.mark.usefixtures("engines")
def test_an_unknown_section_is_refused() -> None:
    with pytest.raises(SystemExit, match="no section 'nonsense'"):
        quality.main(["--sections", "nonsense"])


def test_the_same_seed_asks_the_same_questions() -> None:
    source = corpus.load_fixtures()
    for generate in SECTIONS.values():
        assert [c.input for c in generate(source, 1, 7)] == [
            c.input for c in generate(source, 1, 7)
        ]


def test_no_case_of_damage_is_without_damage() -> None:
    source = corpus.load_fixtures()
    for generate in SECTIONS.values():
        for case in generate(source, 1, 1):
            if case.wanted is None:
                assert (case.input == case.expected) == (case.kind == "leave-alone")
