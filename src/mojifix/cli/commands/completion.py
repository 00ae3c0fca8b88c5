"""``mojifix completion``: what a shell needs to complete the command line."""

from __future__ import annotations

from argparse import Namespace

from mojifix.cli.completions import script
from mojifix.cli.status import OK
from mojifix.cli.streams import Streams


def run(arguments: Namespace, streams: Streams) -> int:
    """Print the script for one shell."""
    streams.data(script(arguments.SHELL).encode())
    return OK
