"""``mojifix detect``: a line for each damaged place."""

from __future__ import annotations

from argparse import Namespace

from mojifix.cli.commands.common import config
from mojifix.cli.commands.several import each
from mojifix.cli.inputs import chosen
from mojifix.cli.status import DAMAGE_FOUND, OK
from mojifix.cli.streams import Streams
from mojifix.cli.task import Task
from mojifix.files.read import STDIN_NAME


def run(arguments: Namespace, streams: Streams) -> int:
    """List the findings of each file; a file that cannot be read does not stop the others."""
    mode = "detect-json" if arguments.json else "detect-sarif" if arguments.sarif else "detect"
    task = Task(
        mode=mode,
        config=config(arguments),
        form=arguments.format,
        stdin_name=arguments.stdin_filename or STDIN_NAME,
        verbose=arguments.verbose,
    )
    report = each(task, chosen(arguments), arguments, streams)
    if report.status != OK:
        return report.status
    return DAMAGE_FOUND if report.found else OK
