"""``mojifix damage`` and ``mojifix channels``: the forward direction."""

from __future__ import annotations

from argparse import Namespace

from mojifix.channels import channels, parse
from mojifix.cli.status import OK
from mojifix.cli.streams import Streams
from mojifix.files import read
from mojifix.report import jsonl
from mojifix.report.listing import catalogue


def damage(arguments: Namespace, streams: Streams) -> int:
    """Damage one document. Raises ``ChannelError`` for an unknown step or one that refuses."""
    chain = parse(*arguments.STEP)
    document = read(arguments.FILE)
    text = chain.damage(document.text)
    if streams.on_terminal:
        streams.view(text)
    else:
        streams.data(document.encode(text))
    return OK


def run(arguments: Namespace, streams: Streams) -> int:
    """List the channels."""
    known = channels()
    if arguments.json:
        streams.data(jsonl.lines([jsonl.channel(one) for one in known]).encode())
    else:
        streams.report(catalogue(known))
    return OK
