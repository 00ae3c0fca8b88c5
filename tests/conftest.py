"""Fixtures and settings that all tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

# A fixed sequence of examples: who runs the tests to see whether a change broke something must
# not be told about something else. `make test ARGS="-m fuzz"` looks for new examples.
settings.register_profile("fixed", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("random", deadline=None, print_blob=True, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def article(root: Path) -> Path:
    """The damaged news article."""
    return root / "fixtures" / "articles" / "001_554020b47ee81eec.txt"


@pytest.fixture(scope="session")
def siblings(article: Path) -> tuple[Path, ...]:
    """The four other articles, which are clean."""
    return tuple(sorted(path for path in article.parent.glob("*.txt") if path != article))


class Ran(NamedTuple):
    """What a command left behind."""

    status: int
    out: bytes
    err: str


Shell = Callable[..., Ran]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Run ``mojifix`` as a process of its own, in a temporary folder, without a terminal."""

    def run(*arguments: str | bytes | Path, stdin: bytes = b"", env: Sequence[str] = ()) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "mojifix", *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, "COLUMNS": "80", **dict(pair.split("=", 1) for pair in env)},
            timeout=60,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr.decode())

    return run
