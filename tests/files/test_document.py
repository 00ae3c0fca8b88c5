"""Files in, the same bytes out; and what cannot be read says so."""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path

import pytest

from mojifix.errors import InputError, MojifixError
from mojifix.files import read

LAYOUTS = [
    b"",
    b"\n",
    b"one\ntwo\n",
    b"one\r\ntwo\r\n",
    b"one\rtwo",
    b"mixed\nline\r\nends\r",
    "no final newline: Mistralβs".encode(),
    "\ufeffwith a mark\n".encode(),
    "\ufeff".encode(),
    "\ufeff\ufefftwo marks".encode(),
    "a mark \ufeffinside".encode(),
    "C1 \x80\x99, NEL \x85, LS \u2028, FF \x0c".encode(),
]


@pytest.mark.parametrize("data", LAYOUTS)
def test_layout_is_kept(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    document = read(path)
    assert document.name == str(path)
    assert document.encode(document.text) == data
    assert document.bom == data.startswith(b"\xef\xbb\xbf")
    assert read("-", stdin=io.BytesIO(data)) == type(document)(
        "<stdin>", document.text, document.bom
    )


def test_a_lone_surrogate_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    with pytest.raises(InputError, match=r"a\.txt: the text holds a lone surrogate .* 2 \(.*json"):
        read(path).encode("ab\ud800")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"ok\nna\xefve\n", r"not UTF-8: byte 0xEF at byte offset 5, line 2 \(convert it"),
        (b"\xef\xbb\xbfa\xff", r"not UTF-8: byte 0xFF at byte offset 4, line 1"),
        (b"cut \xe2\x80", r"not UTF-8: byte 0xE2 at byte offset 4"),
        (b"\xed\xa0\x80", r"not UTF-8: byte 0xED"),
        (b"\x7fELF\0\0", r"looks binary: a NUL at byte offset 4 \(give it a text file\)"),
        ("x".encode("utf-16"), r"is UTF-16LE, .* \(convert it first: iconv -f UTF-16LE -t UTF-8\)"),
        (b"\xfe\xff\0x", r"is UTF-16BE"),
        (b"\xff\xfe\0\0x\0\0\0", r"is UTF-32LE"),
        (b"\0\0\xfe\xff\0\0\0x", r"is UTF-32BE"),
    ],
)
def test_what_is_no_utf_8_text_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=said) as caught:
        read(path)
    assert caught.value.where == str(path)
    assert caught.value.remedy
    with pytest.raises(InputError, match="<stdin>: "):
        read("-", stdin=io.BytesIO(data))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nope: no such file \(check the path\)"):
        read(tmp_path / "nope")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is a folder \(name the files in it\)"):
        read(tmp_path)


def test_a_device() -> None:
    with pytest.raises(InputError, match=r"/dev/zero: is a device \(use - for standard input\)"):
        read("/dev/zero")


def test_a_path_through_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(InputError, match="cannot be read: Not a directory"):
        read(tmp_path / "a" / "b")


def test_a_path_that_cannot_be() -> None:
    with pytest.raises(InputError, match="is no path: it holds a NUL"):
        read("a\0b")
    with pytest.raises(InputError, match="cannot be read: File name too long"):
        read("a" * 5_000)


def test_an_unreadable_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # By hand, since root may read everything.
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (tmp_path / "a").touch()
    with pytest.raises(InputError, match=r"permission denied \(make the file readable"):
        read(tmp_path / "a")


def test_a_named_pipe_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"through a pipe\n",))
    writer.start()
    assert read(pipe).text == "through a pipe\n"
    writer.join()


def test_a_broken_stream() -> None:
    class Broken(io.BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(InputError, match="standard input: cannot be read: Input/output error"):
        read("-", stdin=Broken())


def test_a_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(MojifixError, match="standard input: is closed"):
        read("-")
