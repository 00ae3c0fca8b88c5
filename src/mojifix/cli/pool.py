"""Files one after the other, or several at once; outcomes always in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial

from mojifix.cli.progress import Progress
from mojifix.cli.work import Outcome, Task, run
from mojifix.files.walk import Chosen

CHUNK = 16
"""Files that a process takes at once: handing over costs as much as a small file."""


def outcomes(task: Task, files: list[Chosen], jobs: int, progress: Progress) -> Iterator[Outcome]:
    """Do the task with each file."""
    jobs = min(jobs or os.cpu_count() or 1, -(-len(files) // 2))
    with progress:
        if jobs <= 1:
            for one in files:
                progress.at(one.path)
                yield run(task, one)
            return
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        chunk = max(1, min(CHUNK, len(files) // (4 * jobs)))
        context = get_context("spawn" if os.name == "nt" else "fork")
        with ProcessPoolExecutor(
            jobs, mp_context=context, initializer=_begin, initargs=(os.getpid(),)
        ) as pool:
            try:
                done = pool.map(partial(run, task), files, chunksize=chunk)
                for one, outcome in zip(files, done, strict=True):
                    progress.at(one.path)
                    yield outcome
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise


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
