"""The table of flags as an argparse parser."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from mojifix import __version__
from mojifix.cli.table import ALWAYS, COMMANDS, PROGRAM, SUMMARY, Command, Flag


class UsageError(Exception):
    """The command line is wrong; the message says how, ``program`` where to get help."""

    def __init__(self, program: str, message: str) -> None:
        self.program = program
        super().__init__(message)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        # argparse would print the message, with the user's arguments in it, to the terminal.
        raise UsageError(self.prog, message)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Parse a command line.

    Raises ``UsageError``, and ``SystemExit(0)`` after ``--help`` and ``--version``.
    """
    argv = _completed(argv)
    try:
        namespace = build(argv[0] if argv else None).parse_args(argv)
    except UsageError as error:
        if "required: FILE" in str(error) and "--against" in argv:
            # An option that takes several values takes all that follow.
            raise UsageError(error.program, "FILE is missing: give it before --against") from error
        raise
    command: Command = namespace.command
    namespace.given = {
        flag.name for flag in command.flags if getattr(namespace, flag.attribute) != default(flag)
    }
    for flag in command.flags:
        if flag.name in namespace.given and namespace.given & set(flag.excludes):
            other = min(namespace.given & set(flag.excludes))
            raise UsageError(
                f"{PROGRAM} {command.name}", f"{flag.name} and {other} exclude each other"
            )
    return namespace


def _completed(argv: Sequence[str]) -> list[str]:
    """Give flags with an optional value theirs; argparse would take the next argument for it."""
    consts = {f.name: f.const for c in COMMANDS for f in c.flags if f.kind == "optional"}
    end = list(argv).index("--") if "--" in argv else len(argv)
    return [
        f"{arg}={consts[arg]}" if arg in consts and i < end else arg for i, arg in enumerate(argv)
    ]


def build(only: str | None = None) -> argparse.ArgumentParser:
    """Make the parser of the whole table, or where ``only`` names a command, of that one.

    A parser for each command costs a millisecond, which a hook pays for each of its processes.
    """
    wanted = [command for command in COMMANDS if command.name == only] or COMMANDS
    parser = _Parser(prog=PROGRAM, description=SUMMARY, epilog=ALWAYS, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=_Parser
    )
    for command in wanted:
        sub = commands.add_parser(
            command.name,
            help=command.summary,
            description=f"{command.summary[0].upper()}{command.summary[1:]}. {command.details}",
            epilog=_epilog(command),
            formatter_class=_Formatter,
            allow_abbrev=False,
        )
        sub.set_defaults(command=command)
        for flag in command.flags:
            _add(sub, flag)
    return parser


def _add(parser: argparse.ArgumentParser, flag: Flag) -> None:
    name = flag.attribute if flag.positional else flag.name
    names = [flag.short, name] if flag.short else [name]
    metavar = flag.metavar or (flag.name if flag.positional else None)
    options: dict[str, Any] = {"help": flag.help}
    if flag.kind == "switch":
        options["action"] = "store_true"
    else:
        options |= {"metavar": metavar, "default": default(flag)}
        if flag.kind == "values":
            options["nargs"] = "+" if flag.required else "*"
            options["action"] = "store" if flag.positional else "extend"
        elif flag.kind == "list":
            options["action"] = "append"
        else:
            options |= {"choices": flag.choices or None, "type": _typed(flag)}
            if flag.positional and not flag.required:
                options["nargs"] = "?"
    if flag.choices and flag.positional:
        options["metavar"] = flag.name
    parser.add_argument(*names, **options)


def default(flag: Flag) -> object:
    """What the parser gives for a flag that is not there."""
    if flag.kind == "switch":
        return False
    if flag.positional and flag.kind == "values" and not flag.required:
        return []
    return flag.default


def _typed(flag: Flag) -> Callable[[str], object]:
    def parse_value(text: str) -> object:
        try:
            return flag.parse(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} is not {flag.domain}") from None

    return parse_value


class _Formatter(argparse.HelpFormatter):
    """Keeps the lines of the epilog, and wraps everything else."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        fill = super()._fill_text
        return "\n".join(
            line if line.startswith("  ") else fill(line, width, indent)
            for line in text.splitlines()
        )


def _epilog(command: Command) -> str:
    examples = "".join(f"\n  {example}" for example in command.examples)
    return f"examples:{examples}\n\nexit status: {command.status} {ALWAYS}"
