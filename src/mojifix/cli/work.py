"""The work on one file: what any process can do by itself, and hand back in one piece."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mojifix.config import Config
from mojifix.errors import MojifixError
from mojifix.files import STDIN, STDIN_NAME, BinaryError, Document, read
from mojifix.files.mend import format_of, mend, suspects
from mojifix.files.read import read_source
from mojifix.files.replace import replace
from mojifix.files.walk import Chosen
from mojifix.report.lines import Line

if TYPE_CHECKING:
    from mojifix.decode.model import Decoded
    from mojifix.model import Verdict
    from mojifix.siblings import Siblings


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


_SIBLINGS: dict[tuple[str, ...], Siblings] = {}


def run(task: Task, one: Chosen) -> Outcome:
    """Do the task with one file; an error is an outcome."""
    name = task.stdin_name if one.path == STDIN else one.path
    outcome = Outcome(name)
    try:
        if task.mode == "in-place":
            _in_place(task, one, outcome)
        else:
            document = read(one.path, stdin_name=task.stdin_name)
            _look(task, document, outcome)
    except BinaryError as error:
        # Where the text itself is asked for, there must be one.
        if task.mode == "write":
            outcome.error = str(error)
        else:
            outcome.skipped = error.what
    except MojifixError as error:
        outcome.error = str(error)
    return outcome


def _in_place(task: Task, one: Chosen, outcome: Outcome) -> None:
    source = read_source(one.path)
    document = Document(one.path, source.data)
    repair, verdict = _mended(task, document)
    new = document.written(repair, task.to)
    outcome.spans = len(repair.spans)
    if new == source.data:
        if task.verbose:
            _say(task, document, repair, verdict, outcome)
        return

    def remember() -> None:
        if task.journal is not None:
            from mojifix.files import journal  # hashlib and json, for those who ask

            journal.append(task.journal, journal.record(source, repair, new, task.to))

    replace(source, new, break_links=task.break_links, backup=task.backup, before=remember)
    outcome.changed = True
    _say(task, document, repair, verdict, outcome)


def _look(task: Task, document: Document, outcome: Outcome) -> None:
    if task.mode in ("detect", "detect-json", "detect-sarif"):
        _detect(task, document, outcome)
        return
    repair, verdict = _mended(task, document)
    new = document.written(repair, task.to)
    outcome.changed = repair.changed or new != document.data
    outcome.spans = len(repair.spans)
    if task.mode == "json":
        from mojifix.report import jsonl

        outcome.data = jsonl.dump(jsonl.repaired(document.name, repair, verdict)).encode()
    elif task.mode == "sarif":
        from mojifix.report import sarif

        outcome.records = list(sarif.results_of_repair(document.name, repair))
    elif task.mode == "diff":
        from mojifix.report.diff import diff, painted

        if task.painted:
            outcome.lines = list(painted(diff(document.name, repair)))
        else:
            outcome.data = "".join(diff(document.name, repair)).encode("utf-8", "surrogateescape")
    elif task.mode == "write":
        outcome.data = new
    if task.mode == "write" or outcome.changed or task.verbose:
        _say(task, document, repair, verdict, outcome)


def _detect(task: Task, document: Document, outcome: Outcome) -> None:
    form = format_of(document.name, task.form)
    findings = suspects(document, config=task.config, form=form)
    text = document.reading.original
    outcome.found = bool(findings)
    if task.mode == "detect-json":
        from mojifix.report import jsonl

        outcome.data = jsonl.lines(jsonl.found(document.name, text, findings)).encode()
    elif task.mode == "detect-sarif":
        from mojifix.report import sarif

        outcome.records = list(sarif.results_of_findings(document.name, text, findings))
    elif findings:
        from mojifix.report.listing import listing

        outcome.lines = list(listing(document.name, text, findings))


def _mended(task: Task, document: Document) -> tuple[Decoded, Verdict | None]:
    form = format_of(document.name, task.form)
    if not task.against:
        return mend(document, config=task.config, form=form), None
    witnesses = siblings(task.against)
    repair = mend(document, config=task.config, form=form, siblings=witnesses)
    from mojifix.verify import verify

    return repair, verify(repair, witnesses)


def siblings(paths: tuple[str, ...]) -> Siblings:
    """Read the siblings, once for each process. Raises ``InputError`` where there is no text."""
    found = _SIBLINGS.get(paths)
    if found is None:
        from mojifix.cli.commands.common import siblings_of

        found = _SIBLINGS.setdefault(paths, siblings_of(paths))
    return found


def _say(
    task: Task,
    document: Document,
    repair: Decoded,
    verdict: Verdict | None,
    outcome: Outcome,
) -> None:
    from mojifix.report.summary import left_alone, summary

    left = 0
    if task.mode in ("write", "diff", "json") or task.verbose:
        form = format_of(document.name, task.form)
        found = suspects(document, config=task.config, form=form)
        left = len(left_alone(found, repair))
    outcome.said = summary(document.name, repair, left, verdict, to=_converted(task, document))


def _converted(task: Task, document: Document) -> str:
    if task.to is None:
        return ""
    from mojifix.decode.encodings import base

    to = base(task.to).name
    return "" if to == document.reading.encoding else to


def folders(files: list[Chosen]) -> set[str]:
    """The folders in which files are replaced: links lead to where the file is."""
    return {os.path.dirname(os.path.realpath(one.path)) for one in files}
