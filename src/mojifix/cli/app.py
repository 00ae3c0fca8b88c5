"""The command line's frame: from arguments to an exit status, whatever happens in between."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from mojifix.cli.parser import UsageError, parse
from mojifix.cli.settings import apply
from mojifix.cli.status import ERROR, INTERRUPTED, OUTPUT_CLOSED
from mojifix.cli.streams import OutputClosedError, Streams
from mojifix.errors import MojifixError


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (by default the process's own) and return its exit status.

    Prints errors as one line on standard error and does not raise.
    """
    streams = Streams()
    try:
        arguments = parse(sys.argv[1:] if argv is None else argv)
        streams = Streams(getattr(arguments, "color", "auto"))
        apply(arguments)
        return _runner(arguments.command.run)(arguments, streams)
    except SystemExit as done:
        # --help and --version; argparse has printed them.
        return done.code if isinstance(done.code, int) else 0
    except UsageError as error:
        streams.error(f"{error} (try: {error.program} --help)")
    except MojifixError as error:
        streams.error(str(error))
    except OutputClosedError:
        return OUTPUT_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except MemoryError:
        streams.error("not enough memory (give it smaller files)")
    return ERROR


def _runner(target: str) -> Callable[[Namespace, Streams], int]:
    module, _, function = target.partition(":")
    return cast("Callable[[Namespace, Streams], int]", getattr(import_module(module), function))
