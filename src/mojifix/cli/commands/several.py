"""One task for several files: outcomes to the streams, and what they sum up to."""

from __future__ import annotations

from argparse import Namespace
from codecs import getincrementaldecoder
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mojifix.cli.pool import outcomes
from mojifix.cli.progress import Progress
from mojifix.cli.status import ERROR, OK
from mojifix.cli.streams import Streams
from mojifix.cli.task import Outcome, Sink, Task
from mojifix.files.walk import Chosen
from mojifix.report.lines import Line, count


@dataclass(slots=True)
class Report:
    """Counts of files."""

    changed: int = 0
    found: int = 0
    clean: int = 0
    skipped: int = 0
    failed: int = 0
    places: int = 0

    @property
    def status(self) -> int:
        """``ERROR`` where a file failed, else ``OK``."""
        return ERROR if self.failed else OK


def each(
    task: Task,
    files: Sequence[Chosen],
    arguments: Namespace,
    streams: Streams,
    *,
    output: str | None = None,
) -> Report:
    """Do the task with each file, and say what became of it. Raises what streams raise."""
    report = Report()
    wanted = not arguments.quiet
    progress = Progress(len(files), width=streams.width, wanted=wanted)
    records: list[dict[str, object]] = []
    sink = _sink(streams, output, progress)
    for one, outcome in zip(
        files, outcomes(task, list(files), arguments.jobs, progress, sink), strict=True
    ):
        progress.hide()
        _count(report, outcome)
        records += outcome.records
        if outcome.error:
            streams.error(outcome.error)
            continue
        _show(outcome, streams)
        if outcome.skipped and not arguments.quiet and (one.named or arguments.verbose):
            streams.message([(outcome.name, "path"), ": skipped: ", outcome.skipped])
        if outcome.said and not arguments.quiet:
            streams.message(outcome.said)
    if task.mode.endswith("sarif"):
        from mojifix.report import sarif

        streams.data(sarif.log(records).encode())
    if wanted and len(files) > 1 and not task.mode.startswith("detect"):
        streams.message(_summed(task, report))
    return report


def _count(report: Report, outcome: Outcome) -> None:
    report.failed += bool(outcome.error)
    report.skipped += bool(outcome.skipped)
    report.changed += outcome.changed
    report.found += outcome.found
    report.places += outcome.spans
    report.clean += not (outcome.error or outcome.skipped or outcome.changed)


def _show(outcome: Outcome, streams: Streams) -> None:
    if outcome.data:
        streams.data(outcome.data)
    elif outcome.lines:
        streams.report(outcome.lines)


def _sink(streams: Streams, output: str | None, progress: Progress) -> Sink:
    """Where the repaired text of a file goes."""

    def sink(pieces: Iterable[bytes]) -> None:
        if output is not None:
            from mojifix.files.replace import write_new

            write_new(output, pieces)
        elif streams.on_terminal:
            progress.stop()  # it would be drawn into the text
            decoder = getincrementaldecoder("utf-8")("replace")
            for piece in pieces:
                streams.view(decoder.decode(piece))
            streams.view(decoder.decode(b"", final=True))
        else:
            for piece in pieces:
                streams.data(piece)

    return sink


def _summed(task: Task, report: Report) -> Line:
    verb = "repaired" if task.mode == "in-place" else "to repair"
    parts = [
        f"{count(report.changed, 'file')} {verb} ({count(report.places, 'place')})",
        f"{report.clean:,} clean",
    ]
    if report.skipped:
        parts.append(f"{report.skipped:,} skipped")
    if report.failed:
        parts.append(f"{report.failed:,} failed")
    return [", ".join(parts)]
