"""The table of flags as a page of documentation: ``python -m mojifix.cli.reference``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from mojifix.cli.table import ALWAYS, COMMANDS, PROGRAM, SUMMARY, Command, Flag


def reference() -> str:
    """Write the reference page in Markdown."""
    lines = [
        f"# `{PROGRAM}` on the command line",
        "",
        "<!-- Made by `make docs` from src/mojifix/cli/table.py; do not edit. -->",
        "",
        SUMMARY,
        "",
        "| command | what it does |",
        "|---|---|",
        *(f"| [`{c.name}`](#{PROGRAM}-{c.name}) | {c.summary} |" for c in COMMANDS),
        "",
        f"Exit status: each command says what 0 and 1 mean. {ALWAYS}",
    ]
    for command in COMMANDS:
        lines += _section(command)
    return "\n".join(lines) + "\n"


def _section(command: Command) -> Iterator[str]:
    yield ""
    yield f"## `{PROGRAM} {command.name}`"
    yield ""
    yield f"    {usage(command)}"
    yield ""
    yield f"{command.summary[0].upper()}{command.summary[1:]}. {command.details}"
    yield ""
    yield "| argument | meaning |"
    yield "|---|---|"
    for flag in command.flags:
        yield f"| `{_written(flag)}` | {flag.help} |"
    yield ""
    yield f"Exit status: {command.status}"
    yield ""
    for example in command.examples:
        yield f"    {example}"


def usage(command: Command) -> str:
    """Write the usage line: ``mojifix detect FILE... [--json]``."""
    parts = [_written(flag) if flag.positional else f"[{_written(flag)}]" for flag in command.flags]
    return " ".join((PROGRAM, command.name, *parts))


def _written(flag: Flag) -> str:
    if flag.positional:
        return f"{flag.name}..." if flag.kind == "values" else flag.name
    if flag.kind == "switch":
        return flag.name
    value = ",".join(flag.choices) if flag.choices else flag.metavar
    value = f"{{{value}}}" if flag.choices else value
    return f"{flag.name} {value}..." if flag.kind == "values" else f"{flag.name} {value}"


if __name__ == "__main__":
    sys.stdout.write(reference())
