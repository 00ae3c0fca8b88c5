"""Generate what browsers decode otherwise than Python: ``src/mojifix/channels/whatwg.py``.

    python tools/build_tables.py INDEXES [--check]

INDEXES is a checkout of https://github.com/whatwg/encoding, whose ``index-*.txt`` files are the
normative tables of the Encoding Standard. The module gets the codes on which the standard and
our catalogue differ; ``tests/channels/whatwg.json`` gets a digest of every row of every index, so
that the tests can check each code without the indexes. ``--check`` writes nothing and fails
when the files would change.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from mojifix.channels.multibyte import ADDITIONS

ROOT = Path(__file__).resolve().parent.parent
MODULE = ROOT / "src/mojifix/channels/whatwg.py"
DIGESTS = ROOT / "tests/channels/whatwg.json"

PAGES = {
    **{f"windows-{n}": (f"windows-{n}", f"cp{n}") for n in (874, *range(1250, 1259))},
    **{f"iso-8859-{n}": (f"iso-8859-{n}",) * 2 for n in (*range(2, 9), 10, 13, 14, 15, 16)},
    "koi8-r": ("koi8-r", "koi8-r"),
    "koi8-u": ("koi8-u", "koi8-u"),
    "cp866": ("ibm866", "cp866"),
    "mac-roman": ("macintosh", "mac-roman"),
    "mac-cyrillic": ("x-mac-cyrillic", "mac-cyrillic"),
}
"""By name in our catalogue: the index, and Python's codec."""

CODES = {
    "big5hkscs": "big5hkscs",
    "cp949": "cp949",
    "cp932": "cp932",
    "euc-jp": "euc-jp",
    "gb18030": "gb18030",
}
"""By name in our catalogue: Python's codec."""

HEADER = '''"""What browsers decode otherwise than Python's codecs. Made by tools/build_tables.py.

Source: the index files of the WHATWG Encoding Standard
(https://github.com/whatwg/encoding, commit {commit}).
"""

from __future__ import annotations

'''


def main() -> int:
    """Write the generated files, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("indexes", type=Path, help="a checkout of whatwg/encoding")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on a difference")
    arguments = parser.parse_args()
    made = {
        MODULE: module_text(arguments.indexes),
        DIGESTS: json.dumps(digests(arguments.indexes), indent=1, sort_keys=True) + "\n",
    }
    if arguments.check:
        stale = [path for path, text in made.items() if path.read_text("utf-8") != text]
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not what this tool makes of {arguments.indexes}")
        return 1 if stale else 0
    for path, text in made.items():
        path.write_text(text, "utf-8")
    return 0


def module_text(indexes: Path) -> str:
    """The source of the generated module."""
    commit = subprocess.run(
        ["git", "-C", str(indexes), "rev-parse", "HEAD"], check=True, capture_output=True, text=True
    ).stdout.strip()
    lines = [HEADER.format(commit=commit), "PAGES: dict[str, dict[int, str]] = {\n"]
    for name, (index, python) in PAGES.items():
        different = page_differences(read_page(indexes, index), python)
        inner = ", ".join(f"0x{byte:02X}: {char!a}" for byte, char in different.items())
        lines.append(f"    {name!r}: {{{inner}}},\n".replace("'", '"'))
    lines.append('}\n"""Pages that browsers decode: where a byte is defined differently."""\n\n')
    lines.append("CODES: dict[str, str] = {\n")
    for name, python in CODES.items():
        codes = code_differences(read_codes(indexes, name), python)
        words = [
            f"{code.hex()}={'+'.join(f'{ord(char):X}' for char in text)}"
            for code, text in codes.items()
        ]
        parts = [f'        "{line}"\n' for line in wrapped(words)]
        if len(parts) > 1:
            lines += [f'    "{name}": (\n', *parts, "    ),\n"]
        else:
            lines.append(f'    "{name}": {"".join(parts).strip() or EMPTY},\n')
    lines.append('}\n"""Codes of several bytes that decode differently: bytes=code point."""\n')
    return "".join(lines)


EMPTY = '""'


def wrapped(words: list[str], width: int = 88) -> Iterator[str]:
    """The words in lines, each ending with a blank."""
    line = ""
    for word in words:
        if len(line) + len(word) + 1 > width:
            yield line
            line = ""
        line += word + " "
    if line:
        yield line


def page_differences(page: Mapping[int, str], python: str) -> dict[int, str]:
    """Bytes that the standard defines and Python's codec defines otherwise or not at all.

    C1 controls in the holes of Windows pages are left out: that is a rule, not a table.
    """
    return {
        byte: char
        for byte, char in page.items()
        if char != bytes((byte,)).decode(python, "replace") and char != chr(byte)
    }


def code_differences(codes: Mapping[bytes, str], python: str) -> dict[bytes, str]:
    """The same for codes of several bytes, beyond the additions that the catalogue has."""
    added = ADDITIONS[python]() if python in ADDITIONS else {}
    return {
        code: text
        for code, text in sorted(codes.items())
        if len(code) > 1 and text != (added.get(code) or code.decode(python, "replace"))
    }


def digests(indexes: Path) -> dict[str, dict[str, str]]:
    """By codec and first byte: the SHA-256 (first 16 digits) of ``code=text`` lines."""
    found: dict[str, dict[str, str]] = {}
    for name, (index, _) in PAGES.items():
        page = read_page(indexes, index)
        found[name] = {"": digest({bytes((byte,)): char for byte, char in page.items()})}
    for name in CODES:
        rows: dict[str, dict[bytes, str]] = {}
        for code, text in read_codes(indexes, name).items():
            rows.setdefault(code[:1].hex(), {})[code] = text
        found[name] = {lead: digest(row) for lead, row in rows.items()}
    return found


def digest(codes: Mapping[bytes, str]) -> str:
    """One digest for a set of codes, whatever their order."""
    lines = [f"{code.hex()}={text}\n" for code, text in sorted(codes.items())]
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:16]


def read_index(indexes: Path, name: str) -> dict[int, str]:
    """An index file: pointers and their characters."""
    found = {}
    for line in (indexes / f"index-{name}.txt").read_text("utf-8").split("\n"):
        if line.strip() and not line.startswith("#"):
            pointer, char = line.split()[:2]
            found[int(pointer)] = chr(int(char, 16))
    return found


def read_page(indexes: Path, name: str) -> dict[int, str]:
    """A single-byte index by byte."""
    return {pointer + 0x80: char for pointer, char in read_index(indexes, name).items()}


def read_codes(indexes: Path, name: str) -> dict[bytes, str]:
    """A multi-byte index by bytes, as the standard's decoder computes pointers (chapters 10-13)."""
    return _READERS[name](indexes)


def _gb18030(indexes: Path) -> dict[bytes, str]:
    codes = {
        bytes((pointer // 190 + 0x81, pointer % 190 + (0x40 if pointer % 190 < 0x3F else 0x41))): c
        for pointer, c in read_index(indexes, "gb18030").items()
    }
    # Of the 206 ranges of four-byte codes, the standard changed one code by hand (pointer 7457).
    codes[b"\x81\x35\xf4\x37"] = "\ue7c7"
    return codes


def _big5(indexes: Path) -> dict[bytes, str]:
    codes = {
        bytes((pointer // 157 + 0x81, pointer % 157 + (0x40 if pointer % 157 < 0x3F else 0x62))): c
        for pointer, c in read_index(indexes, "big5").items()
    }
    # The four codes that the decoder itself maps to two characters (chapter 12.1.1).
    codes |= {b"\x88\x62": "\xca\u0304", b"\x88\x64": "\xca\u030c"}
    return codes | {b"\x88\xa3": "\xea\u0304", b"\x88\xa5": "\xea\u030c"}


def _euc_kr(indexes: Path) -> dict[bytes, str]:
    index = read_index(indexes, "euc-kr")
    return {bytes((pointer // 190 + 0x81, pointer % 190 + 0x41)): c for pointer, c in index.items()}


def _shift_jis(indexes: Path) -> dict[bytes, str]:
    # Pointers 8836 to 10715 are the user-defined rows, private use from U+E000 on.
    index = {pointer: chr(0xE000 - 8836 + pointer) for pointer in range(8836, 10716)}
    index |= read_index(indexes, "jis0208")
    codes = {bytes((0xA1 + i,)): chr(0xFF61 + i) for i in range(63)} | {b"\x80": "\x80"}
    for pointer, char in index.items():
        lead, trail = divmod(pointer, 188)
        lead += 0x81 if lead < 0x1F else 0xC1
        codes[bytes((lead, trail + (0x40 if trail < 0x3F else 0x41)))] = char
    return codes


def _euc_jp(indexes: Path) -> dict[bytes, str]:
    codes = {bytes((0x8E, 0xA1 + i)): chr(0xFF61 + i) for i in range(63)}
    for pointer, char in read_index(indexes, "jis0208").items():
        if pointer < 94 * 94:  # rows that two bytes from A1 to FE can reach
            codes[bytes((pointer // 94 + 0xA1, pointer % 94 + 0xA1))] = char
    for pointer, char in read_index(indexes, "jis0212").items():
        codes[bytes((0x8F, pointer // 94 + 0xA1, pointer % 94 + 0xA1))] = char
    return codes


_READERS = {
    "big5hkscs": _big5,
    "cp949": _euc_kr,
    "cp932": _shift_jis,
    "euc-jp": _euc_jp,
    "gb18030": _gb18030,
}

if __name__ == "__main__":
    sys.exit(main())
