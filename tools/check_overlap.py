"""Prove that training text and development text share no line, and that the model is honest.

    python tools/check_overlap.py                     (../shared/corpora, and the shipped model)
    python tools/check_overlap.py --corpora DIR
    python tools/check_overlap.py --exclude bench/.cache/shared-lines.txt

Lines are compared after normalization: NFKC, case folded, all white space as one space, and
nothing at the ends. Of these, digests are compared, so that millions of lines fit in memory.
The second check reads the model's provenance: every file it names must be a training file whose
SHA-256 is the stated one, and none may be a development file. Where there are no corpora, the
checks are left out, and the script says so.

With ``--exclude`` the shared lines go to a file instead of failing the check, and the bench asks
none of the lines that it finds there. (The first 173,000 development lines share 77 with the
training text, most of them like "Na und?", or Malay sentences that Indonesian text has as well.)

Exit status: 0 all is proved; 1 an overlap or a false provenance; 2 something could not be read.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "mojifix" / "plausibility" / "data"

_BLANK = re.compile(r"\s+")


def normalized(line: str) -> str:
    """``line`` without what would hide that it is the same sentence."""
    return _BLANK.sub(" ", unicodedata.normalize("NFKC", line)).strip().casefold()


def digest(line: str) -> bytes:
    """Eight bytes that stand for a normalized line."""
    return hashlib.blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def lines(path: Path) -> Iterator[str]:
    """The texts of a corpus file: the last column of a table, or the line itself."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as stream:
        for line in stream:
            text = line.rstrip("\r\n")
            yield text.split("\t", 1)[1] if ".tsv" in path.name and "\t" in text else text


def digests(path: Path) -> Iterator[tuple[bytes, str]]:
    """Digest and text of each line that is not blank."""
    for text in lines(path):
        line = normalized(text)
        if line:
            yield digest(line), text


def overlaps(train: Path, dev: Path) -> list[tuple[str, str]]:
    """(development file, line) of every development line that is also a training line."""
    seen: dict[bytes, tuple[str, str]] = {}
    for path in sorted(dev.glob("*.xz")):
        for key, text in digests(path):
            seen.setdefault(key, (path.name, text))
    shared = {key for path in sorted(train.glob("*.xz")) for key, _ in digests(path) if key in seen}
    return sorted(seen[key] for key in shared)


def named_files(provenance: Any) -> Iterator[tuple[str, str]]:
    """Every (file name, SHA-256) that a provenance states, wherever it stands in it."""
    if isinstance(provenance, dict):
        name, sha256 = provenance.get("file"), provenance.get("sha256")
        if isinstance(name, str) and isinstance(sha256, str):
            yield name, sha256
        for key, value in provenance.items():
            if isinstance(key, str) and key.endswith(".xz") and isinstance(value, str):
                yield key, value
            else:
                yield from named_files(value)
    elif isinstance(provenance, list):
        for value in provenance:
            yield from named_files(value)


def false_claims(provenance: Any, train: Path, dev: Path) -> list[str]:
    """What in the provenance is not so: one sentence each."""
    named = [(n, s) for n, s in named_files(provenance) if n.endswith(".xz")]
    if not named:
        return ["the provenance names no training file"]
    claims = []
    for name, sha256 in named:
        path = train / Path(name).name
        if (dev / Path(name).name).exists():
            claims.append(f"{name} is development text")
        elif not path.is_file():
            claims.append(f"{name} is not among the training files")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            claims.append(f"{name} has another SHA-256 than the provenance states")
    return claims


def exclude(shared: list[tuple[str, str]], path: Path) -> int:
    """Write the shared lines for the bench to leave out. Returns the exit status."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("".join(f"{text}\n" for _, text in shared).encode("utf-8"))
    print(f"the provenance names training files; {len(shared)} shared lines are left out by {path}")
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run both checks. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpora", type=Path, default=ROOT.parent / "shared" / "corpora")
    parser.add_argument("--provenance", type=Path, default=DATA / "provenance.json")
    parser.add_argument("--exclude", type=Path, metavar="FILE", help="write shared lines there")
    options = parser.parse_args(arguments)
    train, dev = options.corpora / "train", options.corpora / "dev"
    if not (train.is_dir() and dev.is_dir()):
        print(f"check_overlap: nothing to check: no train/ and dev/ in {options.corpora}")
        return 0
    try:
        claims = false_claims(json.loads(options.provenance.read_bytes()), train, dev)
        shared = overlaps(train, dev)
    except (OSError, ValueError, lzma.LZMAError) as error:
        print(f"check_overlap: {error}", file=sys.stderr)
        return 2
    for claim in claims:
        print(f"provenance: {claim}")
    if options.exclude is not None and not claims:
        return exclude(shared, options.exclude)
    for name, text in shared[:50]:
        print(f"overlap: {name}: {text!r}")
    if claims or shared:
        print(f"{len(shared)} shared lines, {len(claims)} false claims")
        return 1
    print("training and development text share no line, and the provenance names training files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
