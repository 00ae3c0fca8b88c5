"""Going back by replaying the damage, and only where nothing else happened since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mojifix.errors import InputError
from mojifix.files import Document
from mojifix.files.journal import append, record, records, undo
from mojifix.files.mend import mend
from mojifix.files.read import read_source
from mojifix.files.replace import ReplaceError, replace

FRENCH = "Le garçon a été très étonné.\n"
CASES = {
    "plain": ("cafÃ© et thÃ©\r\n".encode(), None),
    "mark": (b"\xef\xbb\xbf" + "cafÃ©".encode(), None),
    "mixed": (FRENCH.encode() + FRENCH.encode("latin-1") + "cafÃ©\n".encode(), None),
    "utf-16": ("\ufeffLe cafÃ© est trÃ¨s bon.\n".encode("utf-16-le"), None),
    "half": ("\ufeffLe cafÃ© est trÃ¨s bon.\n".encode("utf-16-le") + b"x", None),
    "converted": ((FRENCH * 2).encode("latin-1"), "utf-8"),
    "converted with a mark": (("\ufeff" + FRENCH).encode("utf-16-be"), "utf-8"),
}


def repaired(path: Path, journal: Path, to: str | None = None) -> None:
    source = read_source(str(path))
    document = Document(str(path), source.data)
    repair = mend(document)
    new = document.written(repair, to)
    assert new != source.data
    append(str(journal), record(source, repair, new, to))
    replace(source, new)


@pytest.mark.parametrize("case", CASES)
def test_it_comes_back(tmp_path: Path, case: str) -> None:
    data, to = CASES[case]
    path, journal = tmp_path / "a", tmp_path / "journal"
    path.write_bytes(data)
    repaired(path, journal, to)
    assert path.read_bytes() != data
    (entry,) = records(str(journal))
    assert undo(entry).done
    assert path.read_bytes() == data
    assert not undo(entry).done


def test_it_is_refused_after_another_change(tmp_path: Path) -> None:
    path, journal = tmp_path / "a", tmp_path / "journal"
    path.write_bytes(CASES["plain"][0])
    repaired(path, journal)
    path.write_bytes(path.read_bytes() + b"more")
    now = path.read_bytes()
    with pytest.raises(ReplaceError, match="was changed since it was repaired"):
        undo(records(str(journal))[0])
    assert path.read_bytes() == now


@pytest.mark.parametrize(
    "harm",
    [
        {"spans": []},
        {"spans": [{"at": 1, "text": {"text": "x"}, "chain": ["drop-c1"]}]},
        {"spans": [{"at": 3, "text": {"text": "é"}, "chain": ["no such channel"]}]},
        {"encoding": "utf-16-le"},
    ],
)
def test_a_damaged_journal_harms_nothing(tmp_path: Path, harm: dict[str, object]) -> None:
    path, journal = tmp_path / "a", tmp_path / "journal"
    path.write_bytes(CASES["plain"][0])
    repaired(path, journal)
    now = path.read_bytes()
    with pytest.raises(InputError, match="does not come back"):
        undo({**records(str(journal))[0], **harm})
    assert path.read_bytes() == now


def test_the_last_change_comes_first_and_a_torn_record_is_none(tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    append(str(journal), {"type": "change", "n": 1})
    with journal.open("ab") as file:
        file.write(b'{"type":"chan')
    append(str(journal), {"type": "change", "n": 2})
    with journal.open("ab") as file:
        file.write(b'{"type"')
    assert [entry["n"] for entry in records(str(journal))] == [2, 1]


@pytest.mark.parametrize(
    "data", [b"hello\nworld\n", b"[]\n", json.dumps({"a": 1}).encode() + b"\n"]
)
def test_what_is_no_journal(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    with pytest.raises(InputError, match="is no journal"):
        records(str(tmp_path / "a"))


def test_a_journal_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="so nothing is replaced"):
        append(str(tmp_path / "no" / "folder"), {})
