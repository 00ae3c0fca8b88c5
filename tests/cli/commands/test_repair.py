"""``mojifix repair`` from the outside: bytes in, both streams and the status out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Shell

DAMAGED = "La cafeterÃ­a estÃ¡ en EspaÃ±a.\n"
CLEAN = "La cafetería está en España.\n"
SAID = "3 places repaired and replayed (3 × utf-8>windows-1252), least confidence "


def test_a_file_goes_to_standard_output(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DAMAGED.encode())
    ran = shell("repair", "a.txt")
    assert (ran.status, ran.out) == (0, CLEAN.encode())
    assert ran.err.startswith(f"mojifix: a.txt: {SAID}")
    assert ran.err.count("\n") == 1
    assert path.read_bytes() == DAMAGED.encode()


def test_standard_input(shell: Shell) -> None:
    ran = shell("repair", "-", stdin=DAMAGED.encode())
    assert (ran.status, ran.out) == (0, CLEAN.encode())
    assert ran.err.startswith(f"mojifix: <stdin>: {SAID}")


@pytest.mark.parametrize(
    "frame",
    [
        ("", ""),
        ("\ufeff", "\r\nsecond\r\n"),
        ("one\rtwo\r", "\r"),
        ("\r\n\n\r", "no end"),
        ("\x1b[31m\x9b\u202e", "c1:\x81"),
    ],
)
def test_everything_around_stays_byte_for_byte(shell: Shell, frame: tuple[str, str]) -> None:
    before, after = frame
    ran = shell("repair", "-", stdin=f"{before}{DAMAGED}{after}".encode())
    assert ran.out == f"{before}{CLEAN}{after}".encode()


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", CLEAN.encode(), b"ASCII\r\n"])
def test_clean_text_passes(shell: Shell, data: bytes) -> None:
    ran = shell("repair", "-", stdin=data)
    assert (ran.status, ran.out) == (0, data)
    assert ran.err == "mojifix: <stdin>: no damage found\n"


def test_a_diff(shell: Shell) -> None:
    ran = shell("repair", "--diff", "-", stdin=DAMAGED.encode())
    expected = f"--- <stdin>\n+++ <stdin>\n@@ -1 +1 @@\n-{DAMAGED}+{CLEAN}"
    assert (ran.status, ran.out) == (1, expected.encode())
    assert SAID in ran.err


def test_a_diff_of_clean_text_is_empty(shell: Shell) -> None:
    ran = shell("repair", "--diff", "-", stdin=CLEAN.encode())
    assert (ran.status, ran.out) == (0, b"")


def test_json(shell: Shell) -> None:
    ran = shell("repair", "--json", "-", stdin=DAMAGED.encode())
    (line,) = ran.out.splitlines()
    record = json.loads(line)
    assert ran.status == 0
    assert (record["type"], record["path"]) == ("repair", {"text": "<stdin>"})
    assert record["text"] == {"text": CLEAN}
    assert [span["found"]["text"] for span in record["spans"]] == ["Ã\xad", "Ã¡", "Ã±"]
    assert [span["column"] for span in record["spans"]] == [11, 18, 28]
    assert b"\\u00ad" in line


def test_more_confidence_is_less_repair(shell: Shell) -> None:
    left = [
        shell("repair", f"--min-confidence={p}", "-", stdin=DAMAGED.encode()).out.count(
            "Ã".encode()
        )
        for p in ("0", "0.9", "1")
    ]
    assert left == sorted(left)
    assert left[:2] == [0, 0]


def test_colors_on_request(shell: Shell) -> None:
    ran = shell("repair", "--color=always", "--diff", "-", stdin=DAMAGED.encode())
    assert f"\x1b[31m-{DAMAGED[:-1]}\x1b[0m\n".encode() in ran.out
    assert "\x1b[1m<stdin>\x1b[0m: " in ran.err


def test_siblings_are_asked(shell: Shell, article: Path, siblings: tuple[Path, ...]) -> None:
    ran = shell("repair", article, "--against", *siblings)
    assert ran.status == 0
    assert "; siblings: " in ran.err
    assert "contradicted" not in ran.err
    record = json.loads(shell("repair", article, "--json", "--against", *siblings).out)
    assert record["ok"] is True
    assert all("verdict" in span for span in record["spans"])
    assert record["text"] == {"text": ran.out.decode()}


def test_a_missing_sibling(shell: Shell) -> None:
    ran = shell("repair", "-", "--against", "nope", stdin=DAMAGED.encode())
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert ran.err.startswith("mojifix: error: nope: no such file")


def test_no_siblings_in_a_folder(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\0")
    ran = shell("repair", "-", "--against", ".", stdin=DAMAGED.encode())
    expected = (
        "mojifix: error: .: holds no text to compare with"
        " (name known-good files or folders after --against)\n"
    )
    assert (ran.status, ran.out, ran.err) == (2, b"", expected)


def test_half_a_pair_of_utf_16_is_shown_in_a_diff_too(shell: Shell, tmp_path: Path) -> None:
    text = "Il a Ã©tÃ© trÃ¨s content.\n\ud83d\n"
    data = b"\xff\xfe" + text.encode("utf-16-le", "surrogatepass")
    (tmp_path / "a.txt").write_bytes(data)
    ran = shell("repair", "--diff", "a.txt")
    assert ran.status == 1
    assert "+Il a été très content.\n" in ran.out.decode(errors="replace")
    assert (tmp_path / "a.txt").read_bytes() == data
