import json
import subprocess
from pathlib import Path

import pytest

from bench import ftfy_suite

CASES = [
    {"label": "curly", "original": "itâ€™s", "fixed": "it's", "expect": "pass"}
    | {"fixed-encoding": "it’s"},
    {"label": "known", "original": "déjà", "fixed": "déjà", "expect": "fail"},
]  # fmt: skip


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "tests" / "test-cases"
    folder.mkdir(parents=True)
    (folder / "some.json").write_text(json.dumps(CASES), encoding="utf-8")
    return tmp_path


def test_cases_of_a_checkout(checkout: Path) -> None:
    assert ftfy_suite.read_cases(checkout) == CASES


def test_cases_of_a_git_directory(checkout: Path) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for arguments in (["init", "-q"], ["add", "."], [*identity, "commit", "-q", "-m", "x"]):
        subprocess.run(["git", "-C", str(checkout), *arguments], check=True)
    assert ftfy_suite.read_cases(checkout / ".git") == CASES


def test_a_folder_without_cases_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ftfy_suite.main([str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_the_encoding_step_is_what_is_wanted() -> None:
    assert [ftfy_suite.wanted(case) for case in CASES] == ["it’s", "déjà"]


def test_the_suite_counts_both_kinds(checkout: Path, tmp_path: Path) -> None:
    out = tmp_path / "answers.json"
    assert ftfy_suite.main([str(checkout), "--json", str(out)]) == 0
    rows = json.loads(out.read_bytes())
    assert [row["expect"] for row in rows] == ["pass", "fail"]
    assert [row["verdicts"]["ftfy"] for row in rows] == ["right", "right"]


LOST = {"label": "lost", "original": "x", "fixed": "x", "fixed-encoding": "a\ufffdb.\ufffd"}


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("a\ufffdb.\ufffd", "right"),
        ("aéb.ß", "restored"),
        ("aéb.\ufffd", "restored"),
        ("aéb!ß", "wrong"),
        ("aééb.ß", "wrong"),
        ("ab.ß", "wrong"),
        ("aéb.ß!", "wrong"),
    ],
)
def test_only_what_was_lost_may_differ(answer: str, verdict: str) -> None:
    assert ftfy_suite.verdict(LOST, answer) == verdict


def test_other_fixes_are_not_asked_for() -> None:
    case = {"label": "quotes", "original": "x", "fixed": '"x" y'}
    assert ftfy_suite.verdict(case, "“x” y") == "right"
    assert ftfy_suite.verdict(case, "“x” z") == "wrong"
    assert ftfy_suite.verdict(case | {"fixed-encoding": '"x" y'}, "“x” y") == "wrong"
