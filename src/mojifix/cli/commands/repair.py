"""``mojifix repair``: repaired text, a diff or JSON to standard output, one line about it."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from mojifix.cli.commands.common import config, siblings
from mojifix.cli.status import DAMAGE_FOUND, OK
from mojifix.cli.streams import Streams
from mojifix.detect import detect
from mojifix.files import read
from mojifix.repair import repair
from mojifix.report import jsonl
from mojifix.report.diff import diff, painted
from mojifix.report.summary import left_alone, summary

if TYPE_CHECKING:
    from mojifix.model import Repair, Verdict
    from mojifix.siblings import Siblings


def run(arguments: Namespace, streams: Streams) -> int:
    """Repair one document. Raises ``InputError`` where it cannot be read or written."""
    settings = config(arguments)
    document = read(arguments.FILE)
    witnesses = siblings(arguments)
    result = repair(document.text, siblings=witnesses, config=settings)
    verdict = _asked(result, witnesses)
    if arguments.json:
        streams.data(jsonl.dump(jsonl.repaired(document.name, result, verdict)).encode())
    elif not arguments.diff:
        if streams.on_terminal:
            streams.view(result.text)
        else:
            streams.data(document.encode(result.text))
    elif streams.for_people:
        streams.report(painted(diff(document.name, result)))
    else:
        streams.data("".join(diff(document.name, result)).encode())
    left = left_alone(detect(document.text, config=settings), result)
    streams.message(summary(document.name, result, len(left), verdict))
    return DAMAGE_FOUND if arguments.diff and result.changed else OK


def _asked(result: Repair, witnesses: Siblings | None) -> Verdict | None:
    if witnesses is None:
        return None
    from mojifix.verify import verify  # most runs have no use for it

    return verify(result, witnesses)
