"""Standard input, output and error, as bytes.

Python's text layer would translate line ends on some systems, and refuse or replace what the
locale's encoding does not hold. Data is bytes. Words for people are made safe for a terminal
before they come here (:mod:`mojifix.report.lines`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from mojifix.cli.table import PROGRAM
from mojifix.errors import InputError
from mojifix.report.lines import Line, render
from mojifix.report.safe import view

MAX_WIDTH = 100
"""Columns at most: longer lines are hard to read, however wide the terminal is."""


class OutputClosedError(Exception):
    """Nobody reads standard output any more (``mojifix ... | head``)."""


class Streams:
    """Where a command writes. ``color`` is what the user asked for: auto, always or never."""

    def __init__(self, color: str = "auto") -> None:
        self._color = color

    @property
    def on_terminal(self) -> bool:
        """True where standard output is a terminal, so that a person looks at it."""
        return _is_terminal(sys.stdout)

    @property
    def for_people(self) -> bool:
        """True where standard output is a terminal, or colors were asked for."""
        return self.on_terminal or self._color == "always"

    @property
    def width(self) -> int:
        """Columns for reports: the terminal's, or COLUMNS, or 80."""
        columns = 80
        if self.on_terminal or os.environ.get("COLUMNS"):
            from shutil import get_terminal_size  # 3 ms, and hooks have no terminal

            columns = get_terminal_size((80, 24)).columns
        return max(40, min(columns, MAX_WIDTH))

    def data(self, data: bytes) -> None:
        """Write bytes to standard output, exactly.

        Raises ``OutputClosedError`` when the reader is gone, ``InputError`` for other failures.
        """
        with _reported(sys.stdout) as stream:
            stream.buffer.write(data)
            stream.flush()

    def report(self, lines: Iterable[Line]) -> None:
        """Write words for people to standard output. Raises what :meth:`data` raises."""
        text = render(lines, color=self._colored(sys.stdout))
        self.data(text.encode(_encoding(sys.stdout), "backslashreplace"))

    def view(self, text: str) -> None:
        """Show running text to a person. Raises what :meth:`data` raises."""
        self.data(view(text).encode(_encoding(sys.stdout), "backslashreplace"))

    def error(self, message: str) -> None:
        """Say what went wrong, in one line on standard error."""
        self.message([("error: ", "bad"), message])

    def message(self, line: Line) -> None:
        """Write one line for people to standard error, with the program's name in front."""
        if sys.stderr is None:
            return
        text = render([[f"{PROGRAM}: ", *line]], color=self._colored(sys.stderr))
        try:
            sys.stderr.buffer.write(text.encode(_encoding(sys.stderr), "backslashreplace"))
            sys.stderr.flush()
        except OSError:
            # There is nobody left to tell.
            _let_go(sys.stderr)

    def _colored(self, stream: TextIO | None) -> bool:
        if self._color != "auto":
            return self._color == "always"
        # https://no-color.org: set and not empty, whatever the value.
        return (
            _is_terminal(stream)
            and not os.environ.get("NO_COLOR")
            and os.environ.get("TERM") != "dumb"
        )


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _encoding(stream: TextIO | None) -> str:
    # A terminal shows what its locale says. Anything else gets UTF-8, so that output is the same
    # everywhere.
    return (stream.encoding if stream is not None and stream.isatty() else None) or "utf-8"


@contextmanager
def _reported(stream: TextIO | None) -> Iterator[TextIO]:
    if stream is None:
        raise InputError("is closed", where="standard output", remedy="redirect it to a file")
    try:
        yield stream
    except BrokenPipeError as error:
        _let_go(stream)
        raise OutputClosedError from error
    except OSError as error:
        _let_go(stream)
        raise InputError(
            f"cannot be written: {error.strerror or error}",
            where="standard output",
            remedy="check the disk and try again",
        ) from error


def _let_go(stream: TextIO) -> None:
    """Point the stream to nowhere, or Python would fail once more when it flushes it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, stream.fileno())
    finally:
        os.close(nowhere)
