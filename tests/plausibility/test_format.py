"""The model's file: what was written is read, and what is no model says so."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from mojifix.errors import ModelFileError
from mojifix.plausibility.format import MAGIC, VERSION, read, write

ARRAYS = {
    "bytes": array("B", [1, 2, 255]),
    "shorts": array("H", [65535, 7]),
    "words": array("I", [4294967295, 0, 9]),
    "none": array("I"),
}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "model.bin"
    write(path, {"lanes": ["é", "*"]}, ARRAYS)
    return path


def test_what_was_written_is_read(model: Path) -> None:
    file = read(model)
    assert file.meta == {"lanes": ["é", "*"]}
    assert {name: list(view) for name, view in file.arrays.items()} == {
        name: list(values) for name, values in ARRAYS.items()
    }


def test_arrays_are_read_only(model: Path) -> None:
    with pytest.raises(TypeError):
        read(model).arrays["bytes"][0] = 9


def test_arrays_are_aligned(model: Path) -> None:
    data = model.read_bytes()
    header = int.from_bytes(data[len(MAGIC) + 1 : len(MAGIC) + 5], "little")
    assert (len(MAGIC) + 5 + header) % 8 == 0
    assert len(data) % 8 == 0


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="cannot be read") as caught:
        read(tmp_path / "nowhere.bin")
    assert caught.value.where == str(tmp_path / "nowhere.bin")
    assert "reinstall" in caught.value.remedy


def test_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.bin"
    path.touch()
    with pytest.raises(ModelFileError, match="cannot be read"):
        read(path)


@pytest.mark.parametrize("data", [b"M", MAGIC, b"NOTAMODEL" * 9, MAGIC.lower() + bytes(40)])
def test_not_a_model(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(data)
    with pytest.raises(ModelFileError, match="not a mojifix plausibility model"):
        read(path)


def test_other_version(model: Path) -> None:
    data = bytearray(model.read_bytes())
    data[len(MAGIC)] = VERSION + 1
    model.write_bytes(data)
    with pytest.raises(ModelFileError, match=rf"model version {VERSION + 1}, expected {VERSION}"):
        read(model)


def test_truncated_anywhere(model: Path) -> None:
    data = model.read_bytes()
    # The last array is empty, the one before it is padded by four bytes.
    for length in range(len(data) - 4):
        model.write_bytes(data[:length])
        with pytest.raises(ModelFileError):
            read(model)


@pytest.mark.parametrize(
    ("old", "new"), [(b'"arrays"', b'"errays"'), (b'["I"', b'["?"'), (b"{", b"[")]
)
def test_damaged_header(model: Path, old: bytes, new: bytes) -> None:
    data = model.read_bytes()
    assert old in data
    model.write_bytes(data.replace(old, new, 1))
    with pytest.raises(ModelFileError, match="damaged"):
        read(model)


def test_header_without_settings(model: Path) -> None:
    model.write_bytes(model.read_bytes().replace(b'"meta"', b'"mete"', 1))
    with pytest.raises(ModelFileError, match="damaged"):
        read(model)
