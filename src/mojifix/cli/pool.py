"""Files one after the other, or several at once; outcomes always in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from mojifix.cli.progress import Progress
from mojifix.cli.task import Outcome, Sink, Task
from mojifix.cli.work import run
from mojifix.files.walk import Chosen

CHUNK = 16
"""Files that a process takes at once: handing over costs as much as a small file."""


def outcomes(
    task: Task, files: list[Chosen], jobs: int, progress: Progress, sink: Sink
) -> Iterator[Outcome]:
    """Do the task with each file. A file alone may be worked on by several processes, if large."""
    if len(files) == 1:
        task = replace(task, jobs=jobs)
    jobs = min(jobs or os.cpu_count() or 1, -(-len(files) // 2))
    with progress:
        if jobs <= 1:
            for one in files:
                progress.at(one.path)
                yield run(task, one, progress.within, sink)
            return
        from mojifix.files.workers import processes

        chunk = max(1, min(CHUNK, len(files) // (4 * jobs)))
        with processes(jobs) as pool:
            try:
                done = pool.map(partial(run, task), files, chunksize=chunk)
                for one, outcome in zip(files, done, strict=True):
                    progress.at(one.path)
                    yield outcome
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise
