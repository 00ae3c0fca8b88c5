"""Processes that work for this one, and end with it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor


def processes(number: int) -> ProcessPoolExecutor:
    """A pool of processes that leave Ctrl-C to the first one."""
    from concurrent.futures import ProcessPoolExecutor  # most runs need one process
    from multiprocessing import get_context

    return ProcessPoolExecutor(
        number,
        mp_context=get_context("spawn" if os.name == "nt" else "fork"),
        initializer=_begin,
        initargs=(os.getpid(),),
    )


def _begin(parent: int) -> None:
    """What a process does first."""
    import signal
    import threading

    # Ctrl-C goes to all processes of a terminal; the first one tells the others when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    """End with the first process, which may be killed and then cannot say so."""
    from time import sleep

    while os.getppid() == parent:
        sleep(0.2)
    os._exit(1)
