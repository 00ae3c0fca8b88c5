"""The command line.

Theory of operation. :mod:`.table` describes commands and flags as data, :mod:`.parser` reads a
command line by it, :mod:`.commands` does the work, and :mod:`.app` is all around it: errors
become one line each, statuses become exit statuses, and :mod:`.streams` carries bytes.

Standard output carries data only; whatever is said about it goes to standard error.
"""

from mojifix.cli.app import main

__all__ = ["main"]
