"""``mojifix repair``: in place, or to standard output as text, diff, JSON Lines or SARIF."""

from __future__ import annotations

import signal
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from mojifix.cli.commands.common import config
from mojifix.cli.commands.several import Report, each
from mojifix.cli.inputs import chosen
from mojifix.cli.parser import UsageError
from mojifix.cli.status import DAMAGE_FOUND, OK, TERMINATED
from mojifix.cli.streams import Streams
from mojifix.cli.table import PROGRAM
from mojifix.cli.task import Task
from mojifix.cli.work import siblings
from mojifix.files.read import STDIN, STDIN_NAME
from mojifix.files.walk import Chosen

_MODES = ("in_place", "check", "diff", "json", "sarif")
_ONLY_IN_PLACE = ("--backup", "--journal", "--break-links", "--exit-non-zero-on-fix")


def run(arguments: Namespace, streams: Streams) -> int:
    """Repair what is named; a file that cannot be repaired does not stop the others.

    Raises ``UsageError`` and ``InputError``.
    """
    mode = next((mode for mode in _MODES if getattr(arguments, mode)), "write").replace("_", "-")
    if mode != "in-place" and (wrong := arguments.given & set(_ONLY_IN_PLACE)):
        raise _usage(f"{min(wrong)} needs --in-place")
    task = _task(arguments, streams, mode)
    files = chosen(arguments)
    if mode == "in-place":
        if any(one.path == STDIN for one in files):
            raise _usage("standard input cannot be repaired in place")
        _clean(files)
    if mode == "write" and (len(files) != 1 or not files[0].named):
        if not files and arguments.files_from:
            return OK
        raise _usage(
            "only one file can go to standard output: give --in-place, --check, --diff, --json or"
            " --sarif for several"
        )
    if task.against:
        siblings(task.against)  # an error here is none of a file
    with _stoppable():
        report = each(task, files, arguments, streams, output=arguments.output)
    return _status(arguments, report)


def _task(arguments: Namespace, streams: Streams, mode: str) -> Task:
    if arguments.to is not None:
        from mojifix.decode.encodings import base

        arguments.to = base(arguments.to).name  # a name that is wrong is wrong for all files
    return Task(
        mode=mode,
        config=config(arguments),
        to=arguments.to,
        backup=arguments.backup,
        journal=arguments.journal,
        break_links=arguments.break_links,
        form=arguments.format,
        against=tuple(arguments.against or ()),
        stdin_name=arguments.stdin_filename or STDIN_NAME,
        verbose=arguments.verbose,
        painted=streams.for_people,
    )


def _status(arguments: Namespace, report: Report) -> int:
    if report.status != OK:
        return report.status
    asked = arguments.check or arguments.diff or arguments.exit_non_zero_on_fix
    return DAMAGE_FOUND if asked and report.changed else OK


def _clean(files: list[Chosen]) -> None:
    from mojifix.cli.work import folders
    from mojifix.files.replace import clean

    for folder in folders(files):
        clean(folder)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let SIGTERM unwind the stack, so that no temporary file stays behind."""

    def stop(_: int, __: FrameType | None) -> None:
        raise SystemExit(TERMINATED)

    old = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, old)


def _usage(message: str) -> UsageError:
    return UsageError(f"{PROGRAM} repair", message)
