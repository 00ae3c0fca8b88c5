"""The house rules that a machine can check: who may import whom, and what importing costs."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import median

import pytest

ROWS = (
    {"errors"},
    {"config", "model"},
    {"kernel"},
    {"channels", "plausibility"},
    {"siblings"},
    {"engine"},
    {"detect"},
    {"repair"},
    {"context"},
    {"verify"},
    {"decode"},
    {"files"},
    {"integrations"},
    {"report"},
    {"cli"},
    {"__main__"},
)
"""A module imports only from rows above its own, and within its own package."""

SOURCE = Path(__file__).parents[1] / "src" / "mojifix"
IMPORT_BUDGET = 0.060
"""Seconds for ``import mojifix`` on top of bare Python."""


def modules() -> dict[str, Path]:
    found = {}
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(name: str, path: Path, known: set[str]) -> Iterator[str]:
    """Yield the modules of mojifix that a module imports, wherever in the file it does so."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, base]).rstrip(".")
            for alias in node.names:
                if f"{base}.{alias.name}" in known:
                    yield f"{base}.{alias.name}"
                elif base in known:
                    yield base


def graph() -> dict[str, set[str]]:
    """Which module imports which. The public face is left out: it names all, and loads lazily."""
    paths = modules()
    edges = {name: set(imported(name, path, set(paths))) for name, path in paths.items()}
    del edges["mojifix"]
    return {name: {to for to in targets if to != "mojifix"} for name, targets in edges.items()}


GRAPH = graph()


def room(name: str) -> str:
    return name.split(".")[1]


def reach(start: str) -> set[str]:
    """Everything that is loaded when a room of the house is entered."""
    seen: set[str] = set()
    todo = [name for name in GRAPH if room(name) == start]
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += GRAPH[name]
    return {room(name) for name in seen}


def test_every_room_has_a_row() -> None:
    assert {room(name) for name in GRAPH} <= set.union(*ROWS)


def test_the_rows_speak_of_rooms_that_exist_or_are_designed() -> None:
    assert len(set.union(*ROWS)) == sum(map(len, ROWS))


@pytest.mark.parametrize("name", sorted(GRAPH))
def test_imports_point_upwards(name: str) -> None:
    row = {room: i for i, rooms in enumerate(ROWS) for room in rooms}
    wrong = [
        target
        for target in GRAPH[name]
        if room(target) != room(name) and row[room(target)] >= row[room(name)]
    ]
    assert not wrong


def test_there_are_no_cycles() -> None:
    try:
        TopologicalSorter(GRAPH).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(reversed(error.args[1])))


def test_a_cycle_would_be_seen() -> None:
    with pytest.raises(CycleError):
        TopologicalSorter({**GRAPH, "mojifix.errors": {"mojifix.model"}}).prepare()


def test_channels_and_plausibility_know_nothing_of_each_other() -> None:
    assert "plausibility" not in reach("channels")
    assert "channels" not in reach("plausibility")


def test_the_verifier_shares_no_decision_code_with_the_engine() -> None:
    assert not reach("verify") & {"plausibility", "engine", "detect", "repair"}


def test_the_public_face_imports_only_when_asked() -> None:
    code = "import mojifix, sys; print(*(m for m in sys.modules if m.startswith('mojifix')))"
    assert python(code).split() == ["mojifix"]


@pytest.mark.parametrize("heavy", ["ftfy", "chardet", "re", "dataclasses", "inspect", "argparse"])
def test_the_public_face_loads_nothing_heavy(heavy: str) -> None:
    # Without the site module, which may load anything (editable installs do).
    code = (
        f"import sys; sys.path.insert(0, {str(SOURCE.parent)!r}); "
        f"import mojifix; print({heavy!r} in sys.modules)"
    )
    assert python(code, "-S", "-I") == "False"


def test_importing_stays_within_its_budget() -> None:
    code = (
        "from time import perf_counter as now; start = now(); import mojifix; print(now() - start)"
    )
    assert median(float(python(code)) for _ in range(7)) <= IMPORT_BUDGET


def python(code: str, *options: str) -> str:
    done = subprocess.run(
        [sys.executable, *options, "-c", code], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
