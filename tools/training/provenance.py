"""What a model was made of, so that anyone can tell whether it is still the same."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, NamedTuple

from mojifix.plausibility.format import planes
from mojifix.plausibility.format import read as read_model

AUGMENTATION = (
    "For the statistics of shapes (letters are counted from the sources alone), of the first 6000 "
    "lines of each language: every ninth also in capitals, every 23rd in title case; lines with "
    "straight quotes also with typographic ones, outside of English with the pairs of CLDR in "
    "turn; at every 40th line an emoji with its English "
    "label; at every 25th line a sign in a frame, with a word of that line. Signs are generated "
    "from properties of the Unicode character database and from tables of typographic roles, "
    "frames say in general where a role stands (tools/training/signs.py); no text is quoted."
)
"""In words, what ``augmentation`` adds."""


class Counted(NamedTuple):
    """A source, and how much was counted in it."""

    path: Path
    lines: int
    words: int
    letters: int


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def content_sha256(model: Path) -> str:
    """The SHA-256 of what a model says: zlib may deflate it otherwise elsewhere."""
    file = read_model(model)
    digest = hashlib.sha256(json.dumps(file.meta, sort_keys=True).encode())
    for name, values in sorted(file.arrays.items()):
        digest.update(f"\n{name} {values.format} {len(values)}\n".encode())
        digest.update(planes(values))
    return digest.hexdigest()


def write(path: Path, model: Path, sources: Iterable[Counted], emoji: Path | None) -> None:
    """Describe a model by its sources, as JSON."""
    provenance: dict[str, Any] = {
        "model_sha256": sha256(model),
        "content_sha256": content_sha256(model),
        "model_bytes": model.stat().st_size,
        "trained": datetime.now(timezone.utc).date().isoformat(),
        "unicode": unicodedata.unidata_version,
        "augmentation": AUGMENTATION,
        "sources": [
            {
                "file": source.path.name,
                "lines": source.lines,
                "words": source.words,
                "letters": source.letters,
                "sha256": sha256(source.path),
            }
            for source in sources
        ],
    }
    if emoji is not None:
        provenance["emoji"] = {"file": emoji.name, "sha256": sha256(emoji)}
    text = json.dumps(provenance, indent=1, ensure_ascii=True) + "\n"
    path.write_text(text, encoding="utf-8")


def read(path: Path) -> dict[str, Any]:
    """The description that stands beside a model."""
    stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return stored
