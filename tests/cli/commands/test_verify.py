"""``mojifix verify``: the account that ``make demo`` shows."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Shell

DAMAGED = "La cafeterÃ­a estÃ¡ en EspaÃ±a.\n".encode()


def test_the_article_of_the_demo(shell: Shell, article: Path, siblings: tuple[Path, ...]) -> None:
    ran = shell("verify", article, "--against", *siblings)
    text = ran.out.decode()
    assert (ran.status, ran.err) == (0, "")
    assert "42 damaged places" in text
    assert "’ → β<U+0080><U+0099> → β" in text
    assert "42 of 42 places proved; run again, the damage gives back the file" in text
    assert re.search(r"siblings: \d+ corroborated \(.*\d+ unattested\n  ok\n$", text)
    assert "contradicted" not in text
    # A path may be longer than the terminal is wide; nothing else is.
    assert all(len(line) <= 80 for line in text.splitlines()[1:])


def test_a_folder_with_the_file_in_it(
    shell: Shell, article: Path, siblings: tuple[Path, ...]
) -> None:
    ran = shell("verify", article, "--against", article.parent)
    others = shell("verify", article, "--against", *siblings)
    assert ran.status == 0
    assert ran.out.partition(b"Verdict")[2] == others.out.partition(b"Verdict")[2]


def test_without_siblings_the_replay_is_the_proof(shell: Shell) -> None:
    ran = shell("verify", "-", stdin=DAMAGED)
    text = ran.out.decode()
    assert ran.status == 0
    assert "3 of 3 places proved" in text
    assert "siblings:" not in text


def test_a_sibling_that_contradicts(shell: Shell, article: Path, tmp_path: Path) -> None:
    wrong = article.read_text(encoding="utf-8").replace(
        "highlighted Mistralβs", "highlighted Mistral”s"
    )
    (tmp_path / "b").write_text(wrong.replace("β", "’"), encoding="utf-8")
    ran = shell("verify", article, "--against", "b")
    text = ran.out.decode()
    assert ran.status == 1
    assert "highlighted Mistral[β → ’]s" in text
    assert "b has ” instead: «" in text
    assert text.endswith("\n  not ok\n")


def test_clean_text(shell: Shell) -> None:
    ran = shell("verify", "-", stdin=b"clean\n")
    assert ran.status == 0
    assert ran.out.endswith(b"  no damage found\n  ok\n")


def test_json(shell: Shell, article: Path, siblings: tuple[Path, ...]) -> None:
    ran = shell("verify", "--json", article, "--against", *siblings)
    record = json.loads(ran.out)
    assert (ran.status, record["type"], record["ok"], record["replays"]) == (
        0,
        "verdict",
        True,
        True,
    )
    names = {
        span["verdict"]["sibling"]["text"] for span in record["spans"] if span["verdict"]["sibling"]
    }
    assert names <= {str(path) for path in siblings}
    assert len(record["spans"]) == 42


@pytest.mark.parametrize("columns", ["40", "80", "100"])
def test_the_terminal_says_how_wide_it_is(shell: Shell, columns: str) -> None:
    ran = shell("verify", "-", stdin=DAMAGED * 9, env=[f"COLUMNS={columns}"])
    places = ran.out.decode().partition("Place by place")[2].splitlines()
    assert max(map(len, places[:27])) <= int(columns)
