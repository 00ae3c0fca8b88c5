"""From a folder of corpora to a model and its provenance."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from mojifix.plausibility import format as model_format
from mojifix.plausibility.chars import CharTable

from . import provenance
from .characters import character_tables
from .counting import SUFFIX, count, labels_of
from .lanes import pack_scripts
from .marks import pack_marks
from .shapes import habits_of, pack_changes, pack_shapes

MODEL = "model.bin"
PROVENANCE = "provenance.json"
EMOJI = "emoji_en.txt.xz"


def train(corpora: Path, out: Path, leave_out: int = 0) -> None:
    """Train from the corpora and write ``model.bin`` and ``provenance.json`` into ``out``.

    Each ``leave_out``-th line is not looked at, for ``tools/measure_plausibility.py`` to measure.
    Raises ``FileNotFoundError`` when ``corpora`` holds no training text.
    """
    paths = sorted(corpora.glob(f"*{SUFFIX}"))
    if not paths:
        raise FileNotFoundError(
            f"{corpora}: no *{SUFFIX} here; give the folder of the training text"
        )
    emoji = corpora / EMOJI if (corpora / EMOJI).exists() else None
    characters = character_tables()
    scripts = characters.scripts
    table = CharTable(characters.starts, characters.classes, characters.folds)
    counts = count(paths, table, labels_of(emoji) if emoji else [], leave_out)
    arrays = characters.arrays()
    packed = pack_scripts(scripts, counts.sources, arrays)
    habits = habits_of(scripts)
    shapes = pack_shapes(counts.pairs, counts.sightings, characters, table, habits, arrays)
    pack_changes(counts.changes, scripts, arrays)
    meta = {
        "scripts": packed,
        "script_names": scripts,
        "habits": habits,
        "shapes": shapes,
        "unicode": unicodedata.unidata_version,
        "marks": pack_marks({source.language: source.marks for source in counts.sources}),
    }
    out.mkdir(parents=True, exist_ok=True)
    model_format.write(out / MODEL, meta, arrays)
    sources = [
        provenance.Counted(path, source.lines, source.size, source.letters)
        for path, source in zip(paths, counts.sources, strict=True)
    ]
    provenance.write(out / PROVENANCE, out / MODEL, sources, emoji)
