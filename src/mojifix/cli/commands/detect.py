"""``mojifix detect``: a line for each damaged place."""

from __future__ import annotations

from argparse import Namespace

from mojifix.cli.commands.common import config
from mojifix.cli.status import DAMAGE_FOUND, ERROR, OK
from mojifix.cli.streams import Streams
from mojifix.detect import detect
from mojifix.errors import InputError
from mojifix.files import read
from mojifix.report import jsonl
from mojifix.report.listing import listing


def run(arguments: Namespace, streams: Streams) -> int:
    """List the findings of each file; a file that cannot be read does not stop the others."""
    settings = config(arguments)
    status = OK
    for path in arguments.FILE:
        try:
            document = read(path)
        except InputError as error:
            streams.error(str(error))
            status = ERROR
            continue
        findings = detect(document.text, config=settings)
        if findings and status == OK:
            status = DAMAGE_FOUND
        if arguments.json:
            records = jsonl.found(document.name, document.text, findings)
            streams.data(jsonl.lines(records).encode())
        else:
            streams.report(listing(document.name, document.text, findings))
    return status
