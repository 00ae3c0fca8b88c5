"""``python -m bench.speed``: how many times faster than other tools, and how time grows.

Every round runs all engines on the same rows, in an order that rotates, and takes new rows, so
that nothing can be remembered from the round or the workload before. From each round comes one
ratio for each competitor, and reported is the median of the ratios: a machine that slows down
for a while slows down both sides. ``bytes.decode`` of the same rows stands beside it as the
limit: no tool can read text faster than it is decoded.

Examples::

    python -m bench.speed --rows 200 --rounds 3 --no-scaling
    python -m bench.speed --json speed.json --markdown speed.md
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench import corpus
from bench.corpus import Corpus
from bench.report import table
from bench.workloads import FAMILIES, Workload, column, one_line, shares, workloads

LENGTHS = (100, 1_000, 10_000, 100_000, 1_000_000)
COLUMNS = 3
"""Rounds for Arrow columns, which have many rows."""
LONG = 10_000
"""Code points from which on growth is judged."""
WARM = "Ã©tÃ© – â€œwarmâ€\x9d Ð¿Ñ\x80Ð¸Ð²ÐµÑ‚"
"""Repaired once before anything is measured, so that what loads once is not counted."""
TOO_LONG = 5.0
"""Seconds: where one length took longer, the next is left out."""
TRIES = 3
"""Texts of each length; the median counts."""

# Linux keeps the peak of the parent in a child's getrusage, so the resident size comes from /proc.
RESIDENT = """
def resident():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
    except OSError:
        return 0
"""
START = f"""{RESIDENT}
import time
a = time.perf_counter()
import mojifix
b = time.perf_counter()
mojifix.fix({"Il était déjà là, à l’été".encode().decode("cp1252", "ignore")!a})
c = time.perf_counter()
print(b - a, c - b, resident())
"""
BARE = f"{RESIDENT}\nprint(resident())"

Call = Callable[[str], object]
Make = Callable[[int, int], str]


def calls() -> dict[str, Call]:
    """The functions that are compared, mojifix first."""
    import ftfy

    import mojifix

    found: dict[str, Call] = {"mojifix": mojifix.fix, "ftfy": ftfy.fix_encoding}
    try:
        import plsfix
    except ImportError:
        print("bench.speed: without plsfix: not installed", file=sys.stderr)
    else:
        found["plsfix"] = plsfix.fix_text
    return found


def timed(call: Call, texts: Sequence[str]) -> float:
    """Seconds for all texts."""
    started = time.perf_counter()
    for text in texts:
        call(text)
    return time.perf_counter() - started


def timed_decode(encoded: Sequence[bytes]) -> float:
    """Seconds for decoding all texts from UTF-8."""
    started = time.perf_counter()
    for data in encoded:
        data.decode()
    return time.perf_counter() - started


def compare(engines: dict[str, Call], rounds: Sequence[Sequence[str]]) -> dict[str, Any]:
    """Medians: microseconds a text for each engine, and ratios to the first engine."""
    names = list(engines)
    for name in names:
        timed(engines[name], [WARM])
    times: dict[str, list[float]] = {name: [] for name in (*names, "decode")}
    for number, texts in enumerate(rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            times[name].append(timed(engines[name], texts))
        times["decode"].append(timed_decode([t.encode("utf-8", "surrogatepass") for t in texts]))
    return _medians(times, len(rounds[0]))


def compare_columns(engines: dict[str, Call], rounds: Sequence[Sequence[str]]) -> dict[str, Any]:
    """The same for Arrow columns: mojifix as a column, the others value by value."""
    import pyarrow as pa

    from mojifix.integrations.arrow import repair_array

    def mapped(call: Call) -> Callable[[Any], object]:
        return lambda array: pa.array([call(text) for text in array.to_pylist()])

    first, *others = engines
    calls: dict[str, Callable[[Any], object]] = {first: repair_array}
    calls |= {name: mapped(engines[name]) for name in others}
    times: dict[str, list[float]] = {name: [] for name in calls}
    for texts in rounds:
        array = pa.array(texts)
        for name, call in calls.items():
            started = time.perf_counter()
            call(array)
            times[name].append(time.perf_counter() - started)
    return _medians(times, len(rounds[0]))


def _medians(times: dict[str, list[float]], count: int) -> dict[str, Any]:
    mine, *others = times
    return {
        "texts": count,
        "microseconds": {k: 1e6 * statistics.median(v) / count for k, v in times.items()},
        "times faster than": {
            name: statistics.median(
                other / own for own, other in zip(times[mine], times[name], strict=True)
            )
            for name in others
        },
    }


def growth(call: Call, make: Make, lengths: Sequence[int]) -> dict[str, Any]:
    """Seconds by length, and the worst factor between one length and the next, ten times it.

    ``make(length, number)`` gives another text for each number, so that no text is seen twice.
    """
    seconds: dict[int, float] = {}
    for length in lengths:
        took = [timed(call, [make(length, number)]) for number in range(TRIES)]
        seconds[length] = statistics.median(took)
        if seconds[length] > TOO_LONG:
            break
    # Of short texts one call's own cost, and what a few of their words happen to cost, is most.
    long = [value for length, value in seconds.items() if length >= LONG]
    return {
        "seconds": seconds,
        "worst factor": max((b / a for a, b in pairwise(long)), default=None),
    }


def scaling(engines: dict[str, Call], source: Corpus, lengths: Sequence[int], seed: int) -> Any:
    """``growth`` of mojifix for all families, of the others for ordinary text."""
    result: dict[str, dict[str, Any]] = {}
    for name, call in engines.items():
        # Texts of their own for each engine would not be fair; ftfy and plsfix remember nothing.
        families: dict[str, Make] = {
            "clean": lambda n, i: one_line(source, n, f"{seed}:{i}", wrong=False),
            "damaged": lambda n, i: one_line(source, n, f"{seed}:{i}", wrong=True),
        }
        if name == "mojifix":
            families |= {family: _longer(make) for family, make in FAMILIES.items()}
        result[name] = {}
        for family, make in families.items():
            _say(f"scaling: {name}, {family}")
            result[name][family] = growth(call, make, lengths)
    return result


def _longer(make: Callable[[int], str]) -> Make:
    """An adversary's text, a little longer each time."""
    return lambda length, number: make(length + 15 * number)


def start(runs: int = 5) -> dict[str, float]:
    """What starting costs, in processes of their own: milliseconds and megabytes over Python."""
    samples = [_child(START) for _ in range(runs)]
    bare = statistics.median(_child(BARE)[0] for _ in range(runs))
    return {
        "import, ms": 1e3 * statistics.median(s[0] for s in samples),
        "first repair, ms": 1e3 * statistics.median(s[1] for s in samples),
        "resident over Python, MB": (statistics.median(s[2] for s in samples) - bare) / 1024,
    }


def _child(code: str) -> list[float]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return [float(word) for word in done.stdout.split()]


def markdown(result: dict[str, Any]) -> str:
    """All tables of a run."""
    parts = [
        "# Speed",
        f"{result['python']}, corpus {result['corpus']}, {result['rows']} rows, "  # noqa: ISC004
        f"{result['rounds']} rounds. Times faster than the other: medians of paired ratios; "
        "in brackets the bar for a build with the compiled kernel.",
        _workload_table(result["workloads"]),
    ]
    if result["shares"]:
        names = list(next(iter(result["shares"].values()))["times faster than"])
        body = [
            [f"{float(share):.0%}", f"{data['microseconds']['mojifix']:.1f}"]
            + [f"{data['times faster than'][n]:.2f}" for n in names]
            for share, data in result["shares"].items()
        ]
        header = ["share of damaged rows", "µs a row", *(f"times {n}" for n in names)]
        parts += ["## By share of damaged rows", table(header, body)]
    if result["scaling"]:
        parts += ["## Growth with length (bar: at most 12 for ten times the length)"]
        parts.append(_growth_table(result["scaling"]))
    parts += ["## Start", "; ".join(f"{k}: {v:.1f}" for k, v in result["start"].items())]
    return "\n\n".join(parts) + "\n"


def _workload_table(found: dict[str, Any]) -> str:
    names = list(next(iter(found.values()))["times faster than"])
    body = []
    for name, data in found.items():
        cells = [name, f"{data['microseconds']['mojifix']:.2f}"]
        for other in names:
            bar = data["bars"].get(other)
            times = data["times faster than"].get(other)
            cells.append("-" if times is None else f"{times:.2f}" + (f" [{bar:g}]" if bar else ""))
        body.append(cells)
    return table(["workload", "µs a text", *(f"times {n}" for n in names)], body)


def _growth_table(found: dict[str, Any]) -> str:
    lengths = sorted({int(n) for e in found.values() for f in e.values() for n in f["seconds"]})
    body = [
        [
            f"{engine}: {family}",
            *(_milliseconds(data["seconds"], length) for length in lengths),
            "-" if data["worst factor"] is None else f"{data['worst factor']:.1f}",
        ]
        for engine, families in found.items()
        for family, data in families.items()
    ]
    return table(["ms by code points", *map(str, lengths), "worst factor"], body)


def _milliseconds(seconds: dict[int, float], length: int) -> str:
    return f"{1e3 * seconds[length]:.2f}" if length in seconds else "-"


def _say(message: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{message}")
        sys.stderr.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.speed", description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=600, help="rows of a workload (default: 600)")
    parser.add_argument(
        "--column", type=int, default=20_000, help="rows of an Arrow column (default: 20,000)"
    )
    parser.add_argument("--rounds", type=int, default=5, help="rounds (default: 5)")
    parser.add_argument("--longest", type=int, default=LENGTHS[-1], help="code points, scaling")
    parser.add_argument("--no-scaling", action="store_true", help="workloads only")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shared", type=Path, default=corpus.SHARED, help="where corpora/ is")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--markdown", type=Path, metavar="FILE")
    return parser


def _column(engines: dict[str, Call], rounds: Sequence[Workload]) -> dict[str, Any]:
    work = rounds[0]
    _say(f"rows: {work.name}")
    found = compare_columns(engines, [w.texts for w in rounds])
    return found | {"bars": {"plsfix": work.plsfix, "ftfy": work.ftfy}}


def _measure(engines: dict[str, Call], rounds: Sequence[Workload]) -> dict[str, Any]:
    work = rounds[0]
    _say(f"rows: {work.name}")
    bars = {"plsfix": work.plsfix, "ftfy": work.ftfy, "decode": work.decode}
    return compare(engines, [w.texts for w in rounds]) | {"bars": bars}


def main(arguments: list[str] | None = None) -> int:
    """Measure and write the reports. Returns the exit status."""
    options = _parser().parse_args(arguments)
    source = corpus.load(options.shared)
    engines = calls()
    seeds = [f"{options.seed}:{number}" for number in range(options.rounds)]
    found = list(zip(*(workloads(source, options.rows, s) for s in seeds), strict=True))
    result: dict[str, Any] = {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "versions": {n: importlib.metadata.version(n) for n in engines if n != "mojifix"},
        "corpus": source.name,
        "rows": options.rows,
        "rounds": options.rounds,
        "workloads": {rounds[0].name: _measure(engines, rounds) for rounds in found},
        "shares": {},
        "scaling": {},
        "start": start(),
    }
    if options.column:
        rounds = [column(source, options.column, seed) for seed in seeds[:COLUMNS]]
        result["workloads"][rounds[0].name] = _column(engines, rounds)
    if not options.no_scaling:
        lengths = [n for n in LENGTHS if n <= options.longest]
        mixed = [shares(source, options.rows, seed) for seed in seeds]
        result["shares"] = {
            share: compare(engines, [texts[share] for texts in mixed]) for share in mixed[0]
        }
        result["scaling"] = scaling(engines, source, lengths, options.seed)
    _say("")
    text = markdown(result)
    if options.json:
        options.json.write_text(json.dumps(result, indent=1), encoding="utf-8")
    if options.markdown:
        options.markdown.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
