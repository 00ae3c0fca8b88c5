"""``python -m bench.plots``: the pages docs/mojibench.md and docs/speed.md, with their plots.

Both are made of what other benches wrote as JSON, and of nothing else, so a page says what was
measured::

    python -m bench.quality --engines mojifix,ftfy,plsfix,chardet --json quality.json
    python -m bench.speed --json speed.json
    python -m bench.plots --quality quality.json --speed speed.json
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.report import table
from bench.sections import TABLES

DOCS = Path(__file__).resolve().parent.parent / "docs"
PLOTS = DOCS / "plots"
FEWEST = 4
"""Cases that a language must have of a section to be worth a cell."""
QUALITY = """\
How much of real and of made damage is repaired exactly, and how much clean text is left alone. Made
by `make quality` and `python -m bench.plots`; how text is drawn, damaged and judged stands in
`bench/`. All text is development text, on which nothing was trained (`tools/check_overlap.py`);
constants of the engine were chosen while looking at such text: unseen text is the harder test."""
DETECTOR = "chardet detects bytes: it is asked where they can be had back, and told the reader."
SPEED = """\
Medians of ratios paired in one run, on the same rows; made by `make bench` and
`python -m bench.plots`. `decode` is `bytes.decode` of the same text: no tool reads text faster than
that. mojifix looks for many times more kinds of damage than the others, and nothing of it is
switched off here."""
INK = ("#1f5fa8", "#c8641e", "#4f8a3a", "#8a8a8a")


def main() -> None:
    """Write the pages that there is JSON for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quality", type=Path, metavar="FILE", help="JSON of bench.quality")
    parser.add_argument("--speed", type=Path, metavar="FILE", help="JSON of bench.speed")
    chosen = parser.parse_args()
    PLOTS.mkdir(exist_ok=True)
    if chosen.quality:
        page = quality_page(json.loads(chosen.quality.read_text("utf-8")))
        (DOCS / "mojibench.md").write_text(page, "utf-8")
    if chosen.speed:
        page = speed_page(json.loads(chosen.speed.read_text("utf-8")))
        (DOCS / "speed.md").write_text(page, "utf-8")


def quality_page(result: Mapping[str, Any]) -> str:
    """MojiBench, as a page."""
    engines = list(result["engines"])
    _bars(
        PLOTS / "sections.svg",
        {
            name: [100 * _rate(section, name) for section in result["sections"].values()]
            for name in engines
        },
        list(result["sections"]),
        "right answers, %",
    )
    _reliability(PLOTS / "reliability.svg", result["calibration"])
    calibration = result["calibration"]
    error = calibration["expected calibration error"]
    versions = ", ".join(f"{name} {version}" for name, version in result["engines"].items())
    rows = [
        [name, str(section["mojifix"]["all"]["n"]), *(_cell(section, e) for e in engines)]
        for name, section in result["sections"].items()
    ]
    parts = [
        "# MojiBench",
        QUALITY,
        f"Engines: {versions}. Corpus: {result['corpus']}. {DETECTOR}",
        "![Right answers by section](plots/sections.svg)",
        "## Right answers, %",
        table(["section", "cases", *engines], rows),
        _explained(result),
        "## Calibration",
        "![Stated confidence, and how often it was right](plots/reliability.svg)",
        f"Expected calibration error: {error:.4f} over {calibration['spans']} spans.",
        table(
            ["confidence", "spans", "mean confidence", "right"],
            [
                [
                    f"from {bin_['from']:g}",
                    str(bin_["n"]),
                    f"{bin_['confidence']:.4f}",
                    f"{bin_['right']:.4f}",
                ]
                for bin_ in calibration["bins"]
            ],
        ),
        "## Channels and languages",
        (
            "Right answers of mojifix by language, in %, where a language has "
            f"{FEWEST} cases or more of a section; the ten worst of each section."
        ),
        *(_by_language(name, section) for name, section in result["sections"].items()),
        "## Guarantees",
        (
            f"Checked on {result['guarantees']['checked']} texts; broken: "
            f"{result['guarantees']['broken'] or 'none'}."
        ),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def speed_page(result: Mapping[str, Any]) -> str:
    """The speed of mojifix beside that of its peers, as a page."""
    found = result["workloads"]
    peers = sorted({peer for one in found.values() for peer in one["times faster than"]})
    _bars(
        PLOTS / "speed.svg",
        {
            peer: [one["times faster than"].get(peer, 0.0) for one in found.values()]
            for peer in peers
        },
        list(found),
        "times faster than (1: as fast)",
        logarithmic=True,
    )
    rows = [
        [
            name,
            f"{one['microseconds']['mojifix']:.2f}",
            *(f"{times[peer]:.2f}" if peer in times else "–" for peer in peers),
        ]
        for name, one in found.items()
        for times in (one["times faster than"],)
    ]
    return (
        "\n\n".join(
            (
                "# Speed",
                SPEED,
                "![Times faster than](plots/speed.svg)",
                table(["workload", "µs a text", *(f"times {peer}" for peer in peers)], rows),
            )
        )
        + "\n"
    )


def _rate(section: Mapping[str, Any], engine: str) -> float:
    return float(section[engine]["all"]["rate"]) if _asked(section, engine) else 0.0


def _asked(section: Mapping[str, Any], engine: str) -> bool:
    """Was there anything to ask this engine?"""
    return engine in section and section[engine]["all"]["n"] > 0


def _cell(section: Mapping[str, Any], engine: str) -> str:
    return f"{100 * _rate(section, engine):.2f}" if _asked(section, engine) else "–"


def _explained(result: Mapping[str, Any]) -> str:
    lines = [f"- **{name}**: {TABLES[name].title}" for name in result["sections"]]
    return "What the sections hold:\n\n" + "\n".join(lines)


def _by_language(name: str, section: Mapping[str, Any]) -> str:
    found = {
        lang: cell
        for lang, cell in section["mojifix"]["languages"].items()
        if cell["n"] >= FEWEST and cell["rate"] < 1.0
    }
    if not found:
        return ""
    worst = sorted(found, key=lambda lang: (found[lang]["rate"], lang))[:10]
    listed = ", ".join(f"{lang} {100 * found[lang]['rate']:.1f}" for lang in worst)
    return f"- {name}: {listed}"


def _bars(
    path: Path,
    series: Mapping[str, Sequence[float]],
    names: Sequence[str],
    label: str,
    *,
    logarithmic: bool = False,
) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 0.3 * len(names) * max(2, len(series)) / 2 + 1), layout="tight")
    axes = figure.subplots()
    height = 0.8 / len(series)
    for number, (name, values) in enumerate(series.items()):
        places = [i + height * number for i in range(len(names))]
        axes.barh(places, values, height, label=name, color=INK[number % len(INK)])
    axes.set_yticks([i + 0.4 - height / 2 for i in range(len(names))], names)
    axes.invert_yaxis()
    axes.set_xlabel(label)
    if logarithmic:
        axes.set_xscale("log")
        axes.axvline(1, color="black", linewidth=0.8)
    axes.legend(fontsize="small")
    _save(figure, path)


def _reliability(path: Path, calibration: Mapping[str, Any]) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(5, 4), layout="tight")
    axes = figure.subplots()
    bins = calibration["bins"]
    axes.plot([0.9, 1], [0.9, 1], color="black", linewidth=0.8)
    axes.plot([b["confidence"] for b in bins], [b["right"] for b in bins], "o-", color=INK[0])
    for bin_ in bins:
        axes.annotate(str(bin_["n"]), (bin_["confidence"], bin_["right"]), fontsize="small")
    axes.set_xlabel("stated confidence")
    axes.set_ylabel("share that was right")
    _save(figure, path)


def _save(figure: Any, path: Path) -> None:
    # Without a date and with a fixed seed for identifiers, the same figures give the same file.
    import matplotlib as mpl

    mpl.rcParams["svg.hashsalt"] = "mojifix"
    figure.savefig(path, metadata={"Date": None})


if __name__ == "__main__":
    main()
