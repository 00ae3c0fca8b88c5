"""The text that the bench damages: the development corpora, or the fixtures where they are not.

Everything is drawn by seed, so that two runs with the same arguments ask the same questions.
"""

from __future__ import annotations

import functools
import json
import lzma
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
EXCLUDED = ROOT / "bench" / ".cache" / "shared-lines.txt"
Item = TypeVar("Item")

SENTENCE = 160
"""Sentences are cut at this many code points, as the bars of the project are."""


@dataclass(frozen=True)
class Corpus:
    """Sentences by language and collected cases by name."""

    name: str
    sentences: dict[str, list[str]]
    collected: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def languages(self) -> list[str]:
        """All languages, sorted."""
        return sorted(self.sentences)

    def sample(self, lang: str, purpose: str, limit: int | None, seed: int) -> list[str]:
        """Up to ``limit`` sentences of ``lang``; another ``purpose`` draws others."""
        return draw(self.sentences.get(lang, []), f"{seed}:{lang}:{purpose}", limit)


def draw(pool: Sequence[Item], key: str, limit: int | None) -> list[Item]:
    """Up to ``limit`` of ``pool`` in an order that ``key`` decides; all of it for None."""
    if limit is None or limit >= len(pool):
        return list(pool)
    return random.Random(key).sample(pool, limit)


def read_lines(path: Path) -> list[str]:
    """The non-empty lines of a text file, ``.xz`` or plain."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    return [line for line in (raw.strip("\r") for raw in text.split("\n")) if line.strip()]


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file, ``.xz`` or plain."""
    return [json.loads(line) for line in read_lines(path)]


def cut(line: str) -> str:
    """``line`` as a sentence: at most 160 code points, no blanks around it."""
    return line.strip()[:SENTENCE].strip()


def _excluded() -> frozenset[str]:
    """Lines that the training text has too, as ``tools/check_overlap.py --exclude`` found them."""
    return frozenset(read_lines(EXCLUDED)) if EXCLUDED.is_file() else frozenset()


def _sentences(folder: Path, excluded: frozenset[str] = frozenset()) -> dict[str, list[str]]:
    by_language: dict[str, dict[str, None]] = {}
    for path in sorted(folder.glob("*.txt*")):
        lines = by_language.setdefault(path.name.split(".")[0], {})
        for line in read_lines(path):
            if line not in excluded:
                lines.setdefault(cut(line))
    return {lang: list(lines) for lang, lines in by_language.items()}


def _collected(folder: Path) -> dict[str, list[dict[str, Any]]]:
    found = {}
    for path in sorted(folder.glob("*.jsonl*")):
        found[path.name.split(".")[0].removesuffix("_dev")] = read_jsonl(path)
    return found


@functools.cache
def load(shared: Path = SHARED) -> Corpus:
    """The development corpora where ``shared`` has them, the fixtures where not."""
    dev = shared / "corpora" / "dev"
    if dev.is_dir():
        return Corpus("dev", _sentences(dev, _excluded()), _collected(shared / "cases"))
    return load_fixtures()


def load_fixtures() -> Corpus:
    """The small corpus inside the repository."""
    cases = _collected(ROOT / "fixtures" / "cases")
    records = [_as_collected(name, r) for name, found in cases.items() for r in found]
    short = read_jsonl(ROOT / "fixtures" / "quality" / "short.jsonl")
    return Corpus(
        "fixtures", _sentences(ROOT / "fixtures" / "quality"), {"wild": records, "short": short}
    )


def _as_collected(file: str, record: dict[str, Any]) -> dict[str, Any]:
    return record | {"input": record["text"], "family": f"fixtures/{file}"}
