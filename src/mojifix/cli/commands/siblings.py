"""``mojifix siblings``: the documents of an archive that are about the same thing."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from mojifix.cli.parser import UsageError
from mojifix.cli.status import DAMAGE_FOUND, OK
from mojifix.cli.streams import Streams
from mojifix.cli.table import PROGRAM
from mojifix.files import STDIN, read
from mojifix.report import jsonl
from mojifix.report.listing import siblings


def run(arguments: Namespace, streams: Streams) -> int:
    """List the siblings of one document, the closest first. Raises ``InputError``."""
    folders = getattr(arguments, "in")
    if not folders:
        raise UsageError(f"{PROGRAM} siblings", "--in FOLDER is missing: say where to look")
    document = read(arguments.FILE)
    from mojifix.siblings import Archive

    archive = Archive([Path(folder) for folder in folders])
    found = archive.about(document.text, limit=arguments.limit + 1)
    if arguments.FILE != STDIN:
        own = Path(arguments.FILE).resolve()
        found = tuple(one for one in found if Path(one.name).resolve() != own)
    found = found[: arguments.limit]
    if arguments.json:
        streams.data(
            jsonl.lines(
                [jsonl.sibling(document.name, one.name, one.score, one.words) for one in found]
            ).encode()
        )
    else:
        streams.report(siblings((one.name, one.score, one.words) for one in found))
        if not found and not arguments.quiet:
            streams.message([(document.name, "path"), ": no document is about the same thing"])
    return OK if found else DAMAGE_FOUND
