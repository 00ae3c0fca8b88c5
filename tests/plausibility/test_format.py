"""The model's file: what was written is read, and what is no model says so."""

from __future__ import annotations

import zlib
from array import array
from pathlib import Path

import pytest

from mojifix.errors import ModelFileError
from mojifix.plausibility.format import MAGIC, VERSION, planes, read, write

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


def test_arrays_keep_their_types(model: Path) -> None:
    formats = {name: view.format for name, view in read(model).arrays.items()}
    assert formats == {name: values.typecode for name, values in ARRAYS.items()}


def test_sorted_keys_and_zeros_take_little_room(tmp_path: Path) -> None:
    arrays = {"key": array("I", range(0, 400_000, 8)), "none": array("I", [0] * 100_000)}
    write(tmp_path / "model.bin", {}, arrays)
    assert (tmp_path / "model.bin").stat().st_size < 10_000


def test_planes_are_the_same_on_every_machine() -> None:
    assert planes(array("I", [0x04030201, 0x14131211])) == bytes.fromhex("0111021203130414")
    assert planes(array("H", [0x0201])) == b"\x01\x02"


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
    for length in range(len(data)):
        model.write_bytes(data[:length])
        with pytest.raises(ModelFileError):
            read(model)


def header_of(data: bytes) -> tuple[bytes, bytes]:
    """The header, inflated, and what follows it."""
    lead = len(MAGIC) + 5
    end = lead + int.from_bytes(data[lead - 4 : lead], "little")
    return zlib.decompress(data[lead:end]), data[end:]


def with_header(header: bytes, rest: bytes) -> bytes:
    packed = zlib.compress(header)
    return MAGIC + bytes([VERSION]) + len(packed).to_bytes(4, "little") + packed + rest


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"arrays"', b'"errays"'),
        (b'"meta"', b'"mete"'),
        (b'["I"', b'["?"'),
        (b"{", b"["),
        (b'["B", 3', b'["B"'),
    ],
)
def test_damaged_header(model: Path, old: bytes, new: bytes) -> None:
    header, rest = header_of(model.read_bytes())
    assert old in header
    model.write_bytes(with_header(header.replace(old, new, 1), rest))
    with pytest.raises(ModelFileError, match="damaged"):
        read(model)


def test_damaged_array(model: Path) -> None:
    data = bytearray(model.read_bytes())
    data[-12] ^= 0xFF
    model.write_bytes(data)
    with pytest.raises(ModelFileError, match="damaged"):
        dict(read(model).arrays)


@pytest.mark.parametrize("count", [2, 4])
def test_array_of_another_length(model: Path, count: int) -> None:
    header, rest = header_of(model.read_bytes())
    model.write_bytes(with_header(header.replace(b'["B", 3', b'["B", %d' % count), rest))
    with pytest.raises(ModelFileError, match="bytes: truncated"):
        read(model).arrays["bytes"]
