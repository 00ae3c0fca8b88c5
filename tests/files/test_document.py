"""Files in, the same bytes out; and what cannot be read says so."""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path

import pytest

from mojifix.errors import InputError, MojifixError
from mojifix.files import BinaryError, read

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
    assert bool(document.reading.bom) == data.startswith(b"\xef\xbb\xbf")
    streamed = read("-", stdin=io.BytesIO(data))
    assert (streamed.name, streamed.text) == ("<stdin>", document.text)


def test_a_lone_surrogate_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    with pytest.raises(InputError, match=r"a\.txt: holds U\+D800, which no encoding .*json"):
        read(path).encode("ab\ud800")


def test_a_character_that_the_encoding_cannot_hold(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Le garçon a été très étonné.\n".encode("iso-8859-1"))
    document = read(path)
    with pytest.raises(InputError, match=r"cannot hold .* U\+03B1 α \(give --to utf-8"):
        document.encode("α")
    assert document.encode("α", "utf-8") == b"\xce\xb1"


@pytest.mark.parametrize("data", [b"\x7fELF\0\0", b"\0", b"text\n\0\0\0\0"])
def test_what_is_binary_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(
        BinaryError, match=r"looks binary: a NUL .*\(give it a text file\)"
    ) as caught:
        read(path)
    assert caught.value.where == str(path)
    with pytest.raises(BinaryError, match="<stdin>: "):
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
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
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
