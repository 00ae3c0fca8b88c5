"""``mojifix undo``: files become what they were, by replaying the damage."""

from __future__ import annotations

from argparse import Namespace

from mojifix.cli.status import ERROR, OK
from mojifix.cli.streams import Streams
from mojifix.errors import MojifixError
from mojifix.files.journal import records, undo
from mojifix.report.lines import count


def run(arguments: Namespace, streams: Streams) -> int:
    """Undo the changes of a journal, the last one first. Raises ``InputError`` for no journal."""
    status = OK
    for entry in records(arguments.JOURNAL):
        try:
            undone = undo(entry, arguments.JOURNAL)
        except MojifixError as error:
            streams.error(str(error))
            status = ERROR
            continue
        if arguments.quiet:
            continue
        if undone.done:
            places = count(undone.places, "place")
            streams.message([(undone.name, "path"), f": restored ({places} replayed)"])
        elif arguments.verbose:
            streams.message([(undone.name, "path"), ": is as it was before"])
    return status
