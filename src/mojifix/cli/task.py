"""What is to be done with each file, and what became of it: goes from process to process."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from mojifix.config import Config
from mojifix.files import STDIN_NAME
from mojifix.report.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be done with each file."""

    mode: str
    """``write``, ``in-place``, ``check``, ``diff``, ``json``, ``sarif``, ``detect`` …"""
    config: Config
    to: str | None = None
    backup: str | None = None
    journal: str | None = None
    break_links: bool = False
    form: str | None = None
    against: tuple[str, ...] = ()
    stdin_name: str = STDIN_NAME
    verbose: bool = False
    painted: bool = False
    """A diff is looked at by a person."""
    jobs: int = 1
    """Processes for one large file; 0 means one for each processor."""


Seen = Callable[[int, int], None]
"""Is told how many bytes of a large file are done, and of how many."""
Sink = Callable[[Iterable[bytes]], None]
"""Takes the repaired text, where it goes to standard output or to another file."""


@dataclass(slots=True)
class Outcome:
    """What became of a file."""

    name: str
    changed: bool = False
    """There was something to repair, or to convert."""
    found: bool = False
    data: bytes = b""
    """For standard output, exactly."""
    lines: list[Line] = field(default_factory=list)
    """For standard output, for people."""
    said: Line | None = None
    """For standard error."""
    error: str = ""
    skipped: str = ""
    """Why it was not looked at."""
    spans: int = 0
    records: list[dict[str, object]] = field(default_factory=list)
    """SARIF results."""
