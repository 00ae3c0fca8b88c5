"""Which files a command line means."""

from __future__ import annotations

import os
import sys
from argparse import Namespace

from mojifix.cli.parser import UsageError
from mojifix.cli.table import PROGRAM
from mojifix.errors import InputError
from mojifix.files.read import STDIN, read_file
from mojifix.files.walk import Chosen, Patterns, walk


def chosen(arguments: Namespace) -> list[Chosen]:
    """The files, each once. Raises ``UsageError`` where none was named, ``InputError`` else."""
    paths = [*arguments.PATH, *_listed(arguments)]
    if not paths and not arguments.files_from:
        raise UsageError(
            f"{PROGRAM} {arguments.command.name}",
            "PATH is missing: name files or folders, or - for standard input",
        )
    exclude = list(arguments.exclude or ())
    if getattr(arguments, "backup", None):
        exclude.append(f"*{arguments.backup}")  # or the next run would repair the backups
    patterns = Patterns(tuple(arguments.include or ()), tuple(exclude), arguments.force_exclude)
    return list(walk(paths, patterns))


def _listed(arguments: Namespace) -> list[str]:
    """The paths of ``--files-from``, as bytes that the operating system understands."""
    name = arguments.files_from
    if not name:
        return []
    if name == STDIN and STDIN in arguments.PATH:
        raise InputError(
            "can't hold both the paths and the text", where="standard input", remedy="use a file"
        )
    if name == STDIN:
        if sys.stdin is None:
            raise InputError("is closed", where="standard input", remedy="give it a file or a pipe")
        data = sys.stdin.buffer.read()
    else:
        data = read_file(name)
    lines = data.split(b"\0") if arguments.null else data.replace(b"\r\n", b"\n").split(b"\n")
    return [os.fsdecode(line) for line in lines if line]
