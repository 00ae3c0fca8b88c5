"""What a model was made of, so that anyone can tell whether it is still the same."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

AUGMENTATION = (
    "every ninth of the first lines also in capitals, every 23rd in title case; English "
    "lines with straight quotes also with typographic ones; emoji with labels between lines; "
    "measures, prices and other signs around words of every 25th line"
)
"""In words, what ``augmentation`` adds."""


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write(path: Path, model: Path, sources: Iterable[tuple[Path, int]], emoji: Path | None) -> None:
    """Describe a model by its sources, files with their number of lines, as JSON."""
    provenance: dict[str, Any] = {
        "model_sha256": sha256(model),
        "model_bytes": model.stat().st_size,
        "unicode": unicodedata.unidata_version,
        "augmentation": AUGMENTATION,
        "sources": [
            {"file": source.name, "lines": lines, "sha256": sha256(source)}
            for source, lines in sources
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
