"""The one table of commands and flags.

Theory of operation. A command line is described here as data and nowhere else: the parser
(:mod:`mojifix.cli.parser`), the help, and the reference page (:mod:`mojifix.cli.reference`) are
made from it. A command names the function that runs it, so that ``--help`` loads no engine.

To add a flag: describe it once, add it to the commands that take it, read it in their ``run``.
All texts are ASCII, since help is printed on terminals of any encoding.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["switch", "value", "values"]


def probability(text: str) -> float:
    """Parse a number from 0 to 1. Raises ``ValueError`` for anything else."""
    number = float(text)
    if not 0.0 <= number <= 1.0:
        raise ValueError(text)
    return number


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """An option, or a positional argument where ``name`` does not begin with a dash."""

    name: str
    help: str
    kind: Kind = "value"
    """A switch takes no value, ``values`` takes one or more and may be repeated."""
    metavar: str = ""
    choices: tuple[str, ...] = ()
    parse: Callable[[str], object] = str
    """Raises ``ValueError`` for a value outside its domain, which ``domain`` describes."""
    domain: str = ""
    default: object = None
    excludes: tuple[str, ...] = ()
    """Names of flags that cannot be given together with this one."""

    @property
    def positional(self) -> bool:
        """True where it is told by its place on the command line."""
        return not self.name.startswith("-")

    @property
    def attribute(self) -> str:
        """The name under which ``run`` finds the value."""
        return self.name.lstrip("-").replace("-", "_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A subcommand."""

    name: str
    summary: str
    """One line."""
    details: str
    flags: tuple[Flag, ...]
    status: str
    """What the exit statuses mean; 2 is always an error."""
    examples: tuple[str, ...]
    run: str
    """``module:function``, called with the parsed arguments and the streams."""


PROGRAM = "mojifix"
SUMMARY = "Find and repair mojibake, and prove every repair by replaying the damage."

FILE = Flag(name="FILE", help="the file to read, or - for standard input")
FILES = Flag(
    name="FILE", kind="values", help="the files to read, in this order, or - for standard input"
)
AGAINST = Flag(
    name="--against",
    kind="values",
    metavar="PATH",
    help="siblings: known-good files or folders about the same thing; give them after FILE",
)
DIFF = Flag(
    name="--diff",
    kind="switch",
    help="print a unified diff in place of the repaired text",
    excludes=("--json",),
)
JSON = Flag(name="--json", kind="switch", help="print JSON Lines, for programs")
MIN_CONFIDENCE = Flag(
    name="--min-confidence",
    metavar="P",
    parse=probability,
    domain="a number from 0 to 1",
    help="leave alone what is less certain than P, from 0 to 1 (default: 0.9)",
)
LOSSY = Flag(
    name="--lossy",
    choices=("repair", "report", "off"),
    help="damage that lost information: repair it (the default), only report it, or ignore it",
)
COLOR = Flag(
    name="--color",
    choices=("auto", "always", "never"),
    default="auto",
    help="color for people; auto (the default) means on a terminal, unless NO_COLOR is set",
)
STEP = Flag(
    name="STEP",
    kind="values",
    help="a channel, or a whole chain as reports print it; the first one happens first",
)

COMMANDS = (
    Command(
        name="repair",
        summary="repair one file or standard input",
        details=(
            "Writes the repaired text to standard output and one line about it to standard error."
            " Byte order mark and line ends stay as they are; what is not repaired stays byte for"
            " byte the same. On a terminal, control characters are shown as <U+009B>; redirect"
            " the output to get the exact bytes. FILE itself is never written."
        ),
        flags=(FILE, AGAINST, DIFF, JSON, MIN_CONFIDENCE, LOSSY, COLOR),
        status="0: done, with or without repairs. 1: with --diff, something to repair.",
        examples=(
            "mojifix repair page.html > fixed.html",
            "mojifix repair article.txt --against archive/",
            "curl -s https://example.org | mojifix repair --diff -",
        ),
        run="mojifix.cli.commands.repair:run",
    ),
    Command(
        name="detect",
        summary="list damaged places",
        details=(
            "Prints a line path:line:column: message for each damaged place; lines and columns"
            " count from 1, columns in code points. Changes nothing. A file that cannot be read"
            " is reported, and the other files are still read."
        ),
        flags=(FILES, JSON, MIN_CONFIDENCE, LOSSY, COLOR),
        status="0: no damage found. 1: damage found.",
        examples=("mojifix detect *.txt", "mojifix detect --json - < rows.csv"),
        run="mojifix.cli.commands.detect:run",
    ),
    Command(
        name="verify",
        summary="repair in memory and give full account of it, with witnesses",
        details=(
            "Shows each place: what was found, what it becomes, the chain of damage, the replay"
            " that proves it, and which sibling says the same. The repair itself is made without"
            " the siblings, so that they are independent witnesses."
        ),
        flags=(FILE, AGAINST, JSON, MIN_CONFIDENCE, LOSSY, COLOR),
        status="0: every place replays and no sibling contradicts. 1: not so.",
        examples=("mojifix verify article.txt --against archive/",),
        run="mojifix.cli.commands.verify:run",
    ),
    Command(
        name="damage",
        summary="run damage forward, for tests and demonstrations",
        details="Reads text, damages it by each STEP in turn, and writes it to standard output.",
        flags=(FILE, STEP),
        status="0: done.",
        examples=("mojifix damage clean.txt 'utf-8>iso-8859-7' drop-c1 > damaged.txt",),
        run="mojifix.cli.commands.channels:damage",
    ),
    Command(
        name="channels",
        summary="list the ways in which text gets damaged",
        details="Prints the name of each channel and what it does.",
        flags=(JSON, COLOR),
        status="0: done.",
        examples=("mojifix channels | grep utf-8",),
        run="mojifix.cli.commands.channels:run",
    ),
)

ALWAYS = (
    "2: an error (wrong usage, a file that cannot be read); one line on standard error says what,"
    " where, and what to do. 130: interrupted. 141: the reader of standard output left."
)
