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
        yield f"| `{written(flag)}` | {flag.help} |"
    yield ""
    yield f"Exit status: {command.status}"
    yield ""
    for example in command.examples:
        yield f"    {example}"


def usage(command: Command) -> str:
    """Write the usage line: ``mojifix detect FILE... [--json]``."""
    parts = [written(f) if f.positional else f"[{_short(f)}]" for f in command.flags]
    return " ".join((PROGRAM, command.name, *parts))


def _short(flag: Flag) -> str:
    return written(flag).partition(", ")[2] if flag.short else written(flag)


def written(flag: Flag) -> str:
    """Write a flag as it is given: ``-o, --output FILE``."""
    if flag.positional:
        name = flag.name if not flag.choices else "{" + ",".join(flag.choices) + "}"
        name += "..." if flag.kind == "values" else ""
        return name if flag.required else f"[{name}]"
    name = f"{flag.short}, {flag.name}" if flag.short else flag.name
    if flag.kind == "switch":
        return name
    value = ",".join(flag.choices) if flag.choices else flag.metavar
    value = f"{{{value}}}" if flag.choices else value
    if flag.kind == "optional":
        return f"{name}[={value}]"
    return f"{name} {value}..." if flag.kind == "values" else f"{name} {value}"


if __name__ == "__main__":
    sys.stdout.write(reference())
