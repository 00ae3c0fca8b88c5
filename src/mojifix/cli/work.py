"""The work on one file: what any process can do by itself, and hand back in one piece."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mojifix.cli.task import Outcome, Seen, Sink, Task
from mojifix.decode.encodings import BASE
from mojifix.errors import MojifixError
from mojifix.files import STDIN, BinaryError, Document, read
from mojifix.files.cuts import LARGE
from mojifix.files.fields import in_utf8
from mojifix.files.mend import TEXT, format_of, mend, suspects
from mojifix.files.read import read_source, size_of
from mojifix.files.replace import replace
from mojifix.files.walk import Chosen

if TYPE_CHECKING:
    from mojifix.decode.model import Decoded
    from mojifix.model import Verdict
    from mojifix.siblings import Siblings


_SIBLINGS: dict[tuple[str, ...], Siblings] = {}


def run(
    task: Task, one: Chosen, seen: Seen = lambda *_: None, sink: Sink = lambda _: None
) -> Outcome:
    """Do the task with one file; an error is an outcome."""
    name = task.stdin_name if one.path == STDIN else one.path
    outcome = Outcome(name)
    try:
        document = None
        if _may_stream(task, one.path, name):
            from mojifix.cli.large import run_large  # hardly any file is

            done, document = run_large(task, one.path, outcome, seen, sink)
            if done:
                return outcome
        if task.mode == "in-place":
            _in_place(task, one, outcome)
        else:
            document = document or read(one.path, stdin_name=task.stdin_name)
            _look(task, document, outcome, sink)
    except BinaryError as error:
        # Where the text itself is asked for, there must be one.
        if task.mode == "write":
            outcome.error = str(error)
        else:
            outcome.skipped = error.what
    except MojifixError as error:
        outcome.error = str(error)
    return outcome


def _may_stream(task: Task, path: str, name: str) -> bool:
    """Is the file perhaps large, and the task one for which it need not be in memory?"""
    if task.mode not in ("write", "in-place", "check") or task.against:
        return False
    if task.to not in (None, BASE) or format_of(name, task.form) != TEXT:
        return False
    return path == STDIN or size_of(path) >= LARGE


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


def _look(task: Task, document: Document, outcome: Outcome, sink: Sink) -> None:
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
            outcome.data = in_utf8("".join(diff(document.name, repair)))
    elif task.mode == "write":
        sink([new])
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
