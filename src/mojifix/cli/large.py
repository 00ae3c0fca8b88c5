"""The work on one large file, which is never in memory as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from mojifix.cli.task import Outcome, Seen, Sink, Task
from mojifix.files import STDIN, Document
from mojifix.files.cuts import LARGE
from mojifix.files.large import Large, open_large, spooled
from mojifix.files.read import stdin_stream, told
from mojifix.files.replace import replace
from mojifix.files.stream import Stream
from mojifix.report.summary import counted


def run_large(
    task: Task, path: str, outcome: Outcome, seen: Seen, sink: Sink
) -> tuple[bool, Document | None]:
    """Do the task if the file is large and UTF-8; else say what was read of it, if anything.

    Raises ``InputError`` and what ``sink`` raises.
    """
    found = _from_stdin(task.stdin_name) if path == STDIN else open_large(path)
    if not isinstance(found, Large):
        return False, found
    try:
        survey = found.survey()
        stream = Stream(
            found,
            survey,
            config=task.config,
            jobs=task.jobs,
            keep=task.journal is not None,
            seen=lambda done: seen(done, found.size),
        )
        if not survey.utf_8 or found.size - len(stream.mark) < LARGE:
            return False, _document(found) if path == STDIN else None
        _do(task, stream, outcome, sink)
    finally:
        found.close()
    return True, None


def _from_stdin(name: str) -> Document | Large:
    stream = stdin_stream()
    with told(name):
        first = stream.read(LARGE)
        return Document(name, first) if len(first) < LARGE else spooled(first, stream, name)


def _document(found: Large) -> Document:
    return Document(found.name, b"".join(found.reads()))


def _do(task: Task, stream: Stream, outcome: Outcome, sink: Sink) -> None:
    pieces = stream.chunks()
    outcome.changed = pieces is not None
    if task.mode == "write":
        sink(stream.large.reads() if pieces is None else pieces)
    elif pieces is not None and task.mode == "in-place":
        _replace(task, stream, pieces)
    elif pieces is not None:
        for _ in pieces:
            pass  # they are counted
    outcome.spans = stream.tally.chains.total()
    if task.mode == "write" or outcome.changed or task.verbose:
        outcome.said = counted(outcome.name, stream.tally.chains, stream.tally.confidence)


def _replace(task: Task, stream: Stream, pieces: Iterable[bytes]) -> None:
    after = sha256()

    def summed() -> Iterator[bytes]:
        for piece in pieces:
            after.update(piece)
            yield piece

    def remember() -> None:
        if task.journal is not None:
            from mojifix.files import journal  # hashlib and json, for those who ask

            entry = journal.record_of_stream(
                stream.large, after.digest(), stream.mark, stream.tally.places
            )
            journal.append(task.journal, entry)

    replace(
        stream.large,
        summed(),
        break_links=task.break_links,
        backup=task.backup,
        before=remember,
    )
