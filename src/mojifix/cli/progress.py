"""A progress bar on the terminal, for what takes longer than a moment."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType

from mojifix.report.safe import cells, clip, safe

PATIENCE = 0.5
"""Seconds before anything is shown: what is done by then needs no bar."""

PAUSE = 0.1
"""Seconds between two looks of the bar."""

BAR = 24
"""Columns of the bar itself."""


_MEGABYTE = 1_000_000


class Progress:
    """Counts ``total`` files on standard error, if that is a terminal and ``wanted``.

    A file by itself is shown only if it is large, by the bytes that are done.
    """

    def __init__(self, total: int, *, width: int, wanted: bool = True) -> None:
        self._total = total
        self._width = width
        self._done = 0
        self._next = monotonic() + PATIENCE
        self._shown = False
        self._name = ""
        self._on = wanted and sys.stderr is not None and sys.stderr.isatty()

    def at(self, name: str) -> None:
        """Say which file is next."""
        self._done += 1
        self._name = name
        if self._total > 1 and self._due():
            self._show(self._done - 1, self._total, f"{self._done:,}/{self._total:,}")

    def within(self, done: int, size: int) -> None:
        """Say how many bytes of the file are done."""
        if size and self._due():
            of = f"{done / _MEGABYTE:,.0f}/{size / _MEGABYTE:,.0f} MB"
            files = f"{self._done:,}/{self._total:,} " if self._total > 1 else ""
            self._show(done, size, files + of)

    def _due(self) -> bool:
        if not self._on or monotonic() < self._next:
            return False
        self._next = monotonic() + PAUSE
        return True

    def _show(self, done: int, total: int, said: str) -> None:
        filled = BAR * min(done, total) // total
        head = f"[{'#' * filled}{'.' * (BAR - filled)}] {said} "
        room = max(0, self._width - cells(head) - 1)
        self._write("\r\x1b[K" + head + clip(safe(self._name), room, left=True))
        self._shown = True

    def hide(self) -> None:
        """Make room for a message."""
        if self._shown:
            self._write("\r\x1b[K")
            self._shown = False

    def stop(self) -> None:
        """Show nothing any more."""
        self.hide()
        self._on = False

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.hide()

    def _write(self, text: str) -> None:
        encoding = sys.stderr.encoding or "utf-8"
        try:
            sys.stderr.buffer.write(text.encode(encoding, "backslashreplace"))
            sys.stderr.flush()
        except OSError:
            self._on = False
