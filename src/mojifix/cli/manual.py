r"""The table of flags as a page for ``man``: ``python -m mojifix.cli.manual > docs/mojifix.1``.

Written in the macros of man(7), those that groff and mandoc have in common. Texts are escaped, so
that a backslash, a hyphen, or a line that begins with a dot is printed as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from mojifix import __version__
from mojifix.cli.reference import usage, written
from mojifix.cli.table import COMMANDS, PROGRAM, STATUSES, SUMMARY, Command, Flag


def manual() -> str:
    """Write the page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield r".\" Made by `make docs` from src/mojifix/cli/table.py; do not edit."
    yield f'.TH {PROGRAM.upper()} 1 "" "{PROGRAM} {__version__}" "User Commands"'
    yield ".SH NAME"
    yield escaped(f"{PROGRAM} - {SUMMARY[0].lower()}{SUMMARY[1:].rstrip('.')}")
    yield ".SH SYNOPSIS"
    yield ".nf"
    for command in COMMANDS:
        places = [escaped(written(flag)) for flag in command.flags if flag.positional]
        yield " ".join((rf"\fB{PROGRAM} {command.name}\fR [option ...]", *places))
    yield ".fi"
    yield ".SH DESCRIPTION"
    yield escaped(SUMMARY)
    yield ".SH COMMANDS"
    for command in COMMANDS:
        yield from _command(command)
    yield ".SH EXIT STATUS"
    yield escaped("Each command says what 0 and 1 mean.")
    for number, meaning in STATUSES:
        yield ".TP"
        yield rf"\fB{number}\fR"
        yield escaped(meaning)
    yield ".SH FILES"
    yield ".TP"
    yield r"\fBmojifix.toml\fR, \fBpyproject.toml\fR"
    yield escaped(
        "Settings, in the nearest folder from here up that has any; in pyproject.toml in the table"
        " [tool.mojifix]. A key is the name of a flag without its dashes."
    )


def _command(command: Command) -> Iterator[str]:
    yield f'.SS "{PROGRAM} {command.name}"'
    yield escaped(f"{command.summary[0].upper()}{command.summary[1:]}. {command.details}")
    yield ".PP"
    yield escaped(usage(command))
    for flag in command.flags:
        yield from _flag(flag)
    yield ".PP"
    yield escaped(f"Exit status: {command.status}")
    yield ".PP"
    yield "Examples:"
    yield ".PP"
    yield ".nf"
    for example in command.examples:
        yield escaped(f"    {example}")
    yield ".fi"


def _flag(flag: Flag) -> Iterator[str]:
    yield ".TP"
    yield rf"\fB{escaped(written(flag))}\fR"
    yield escaped(flag.help)


def escaped(text: str) -> str:
    r"""Write text so that roff prints it as it is.

    >>> print(escaped(".profile's --json \\u00e9"))
    \&.profile\(aqs \-\-json \eu00e9
    """
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    text = text.replace("`", r"\(ga").replace("^", r"\(ha").replace("~", r"\(ti")
    return rf"\&{text}" if text.startswith((".", r"\(aq")) else text


if __name__ == "__main__":
    sys.stdout.write(manual())
