"""``mojifix verify``: repair in memory, then the full account of it."""

from __future__ import annotations

from argparse import Namespace

from mojifix.cli.commands.common import config, siblings
from mojifix.cli.status import DAMAGE_FOUND, OK
from mojifix.cli.streams import Streams
from mojifix.detect import detect
from mojifix.files import read
from mojifix.repair import repair
from mojifix.report import jsonl
from mojifix.report.summary import left_alone
from mojifix.report.terminal import account
from mojifix.verify import verify


def run(arguments: Namespace, streams: Streams) -> int:
    """Verify the repair of one document. Raises ``InputError`` where it cannot be read."""
    settings = config(arguments)
    document = read(arguments.FILE)
    witnesses = siblings(arguments)
    # Without the siblings: whoever helped to decide is no independent witness.
    result = repair(document.text, config=settings)
    verdict = verify(result, witnesses)
    if arguments.json:
        streams.data(jsonl.dump(jsonl.verified(document.name, result, verdict)).encode())
    else:
        left = left_alone(detect(document.text, config=settings), result)
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
