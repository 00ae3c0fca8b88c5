"""``mojifix verify``: repair in memory, or take another tool's, then the full account of it."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from mojifix.cli.commands.common import config, siblings
from mojifix.cli.status import DAMAGE_FOUND, OK
from mojifix.cli.streams import Streams
from mojifix.files import Document, read
from mojifix.files.mend import format_of, mend, suspects
from mojifix.report import jsonl
from mojifix.report.summary import left_alone
from mojifix.report.terminal import account
from mojifix.verify import verify, verify_texts

if TYPE_CHECKING:
    from mojifix.siblings import Siblings


def run(arguments: Namespace, streams: Streams) -> int:
    """Verify the repair of one document. Raises ``InputError`` where it cannot be read."""
    settings = config(arguments)
    document = read(arguments.FILE)
    witnesses = siblings(arguments)
    if arguments.REPAIRED is not None:
        return _others(document, read(arguments.REPAIRED), witnesses, arguments, streams)
    form = format_of(document.name)
    # Without the siblings: whoever helped to decide is no independent witness.
    result = mend(document, config=settings, form=form)
    verdict = verify(result, witnesses)
    if arguments.json:
        streams.data(jsonl.dump(jsonl.verified(document.name, result, verdict)).encode())
    elif not (arguments.quiet and verdict.ok):
        left = left_alone(suspects(document, config=settings, form=form), result)
        streams.report(
            account(
                document.name,
                result,
                verdict,
                left,
                asked=witnesses is not None,
                width=streams.width,
            )
        )
    return OK if verdict.ok else DAMAGE_FOUND


def _others(
    damaged: Document,
    repaired: Document,
    witnesses: Siblings | None,
    arguments: Namespace,
    streams: Streams,
) -> int:
    """Verify what any tool made of a document."""
    verdict = verify_texts(damaged.text, repaired.text, witnesses)
    if arguments.json:
        record = jsonl.compared(damaged.name, repaired.name, damaged.text, verdict)
        streams.data(jsonl.dump(record).encode())
    elif not (arguments.quiet and verdict.ok):
        from mojifix.report.comparison import comparison

        streams.report(comparison(damaged.name, damaged.text, verdict, width=streams.width))
    return OK if verdict.ok else DAMAGE_FOUND
