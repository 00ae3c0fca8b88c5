"""Write the tables of single-byte codecs: ``src/mojifix/channels/pages.py``.

    python tools/build_pages.py [--check]

They are those of Python's own codecs, of which each is a module: to import 54 of them takes longer
than all else that the first repair does. ``--check`` writes nothing and fails when the file would
change.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mojifix.channels.catalogue import ROWS

KINDS = ("table", "sloppy")
"""Of rows that have a table in Python."""
MODULE = Path(__file__).resolve().parent.parent / "src/mojifix/channels/pages.py"
HEADER = '''"""What Python's single-byte codecs make of each byte. Made by tools/build_pages.py.

By Python's name of the codec: the characters of all bytes, or of those from 128 on where the others
are ASCII; U+FFFD where there is none.
"""

from __future__ import annotations

# fmt: off
PAGES = {
'''


def module_text() -> str:
    """The source of the generated module."""
    names = sorted({row.source for row in ROWS if row.kind in KINDS})
    lines = [HEADER]
    for name in names:
        chars = bytes(range(256)).decode(name, "replace")
        first = 128 if chars[:128].isascii() else 0
        lines.append(f"    {name!r}:\n".replace("'", '"'))
        for at in range(first, 256, 16):
            part = "".join(f"\\u{ord(char):04x}" for char in chars[at : at + 16])
            lines.append(f'    "{part}"' + (",\n" if at == 240 else "\n"))
    return "".join(lines) + "}\n"


def main() -> int:
    """Write the file, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail on a difference")
    arguments = parser.parse_args()
    text = module_text()
    if not arguments.check:
        MODULE.write_text(text, "utf-8")
    elif MODULE.read_text("utf-8") != text:
        print(f"{MODULE.name} is not what this tool makes")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
