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

Kind = Literal["switch", "value", "values", "list", "optional"]


def probability(text: str) -> float:
    """Parse a number from 0 to 1. Raises ``ValueError`` for anything else."""
    number = float(text)
    if not 0.0 <= number <= 1.0:
        raise ValueError(text)
    return number


def names(text: str) -> tuple[str, ...]:
    """Parse names between commas. Raises ``ValueError`` where there is none."""
    found = tuple(name.strip() for name in text.split(",") if name.strip())
    if not found:
        raise ValueError(text)
    return found


def jobs(text: str) -> int:
    """Parse a number of processes; 0 means as many as there are processors."""
    number = int(text)
    if not 0 <= number <= 1024:
        raise ValueError(text)
    return number


def suffix(text: str) -> str:
    """Parse a suffix of file names. Raises ``ValueError`` where it would lead elsewhere."""
    if not text or "/" in text or "\0" in text:
        raise ValueError(text)
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """An option, or a positional argument where ``name`` does not begin with a dash."""

    name: str
    help: str
    kind: Kind = "value"
    """A switch takes no value, ``values`` takes one or
    more and may be repeated, ``list`` takes one and may be repeated, and ``optional`` may be given
    with a value (after an equals sign) or without, which means ``const``."""
    short: str = ""
    """One letter, with its dash."""
    const: str = ""
    required: bool = True
    """Of a positional argument."""
    configurable: bool = False
    """May be set in ``[tool.mojifix]``, under its name without the dashes."""
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
PATHS = Flag(
    name="PATH",
    kind="values",
    required=False,
    help="files, folders to walk, or - for standard input",
)
AGAINST = Flag(
    name="--against",
    kind="values",
    metavar="PATH",
    help="siblings: known-good files or folders about the same thing; give them after the others",
)
JSON = Flag(name="--json", kind="switch", help="print JSON Lines, for programs")
SARIF = Flag(
    name="--sarif",
    kind="switch",
    excludes=("--json",),
    help="print a SARIF log, for code scanning",
)
MIN_CONFIDENCE = Flag(
    name="--min-confidence",
    metavar="P",
    parse=probability,
    domain="a number from 0 to 1",
    configurable=True,
    help="leave alone what is less certain than P, from 0 to 1 (default: 0.9)",
)
LOSSY = Flag(
    name="--lossy",
    choices=("repair", "report", "off"),
    configurable=True,
    help="damage that lost information: repair it (the default), only report it, or ignore it",
)
CHANNELS = Flag(
    name="--channels",
    metavar="NAME,...",
    parse=names,
    domain="a list of channels between commas",
    configurable=True,
    help="look only for damage whose every step is one of these channels",
)
FORMAT = Flag(
    name="--format",
    choices=("auto", "text", "csv", "tsv", "json", "jsonl"),
    configurable=True,
    help="how the text is structured; auto (the default) goes by the file's name",
)
COLOR = Flag(
    name="--color",
    choices=("auto", "always", "never"),
    default="auto",
    help="color for people; auto (the default) means on a terminal, unless NO_COLOR is set",
)
QUIET = Flag(name="--quiet", short="-q", kind="switch", help="say nothing but errors")
VERBOSE = Flag(
    name="--verbose",
    short="-v",
    kind="switch",
    excludes=("--quiet",),
    help="also name the files that are clean, binary or skipped",
)
ISOLATED = Flag(
    name="--isolated",
    kind="switch",
    help="ignore mojifix.toml and pyproject.toml",
)
STDIN_FILENAME = Flag(
    name="--stdin-filename",
    metavar="NAME",
    help="the name to give to standard input in messages, and to guess its format from",
)
INCLUDE = Flag(
    name="--include",
    kind="list",
    metavar="PATTERN",
    configurable=True,
    help="in folders, take only what matches, as in .gitignore; may be repeated",
)
EXCLUDE = Flag(
    name="--exclude",
    kind="list",
    metavar="PATTERN",
    configurable=True,
    help="in folders, leave out what matches, as in .gitignore; may be repeated",
)
FORCE_EXCLUDE = Flag(
    name="--force-exclude",
    kind="switch",
    configurable=True,
    help="apply the patterns to paths that are given by name too",
)
FILES_FROM = Flag(
    name="--files-from",
    metavar="FILE",
    help="read more paths from FILE, one a line, or from standard input with -",
)
NULL = Flag(
    name="--null",
    short="-0",
    kind="switch",
    help="paths in --files-from end at NUL, not at line ends (find -print0)",
)
JOBS = Flag(
    name="--jobs",
    short="-j",
    metavar="N",
    parse=jobs,
    domain="a number of processes from 0 to 1024",
    default=1,
    configurable=True,
    help=(
        "work on N files at once, or on N parts of one that is large; 0 means one for each"
        " processor (default: 1)"
    ),
)
SELECTION = (INCLUDE, EXCLUDE, FORCE_EXCLUDE, FILES_FROM, NULL, JOBS)
JUDGMENT = (MIN_CONFIDENCE, LOSSY, CHANNELS, FORMAT)
SPEECH = (ISOLATED, COLOR, QUIET, VERBOSE)

IN_PLACE = Flag(
    name="--in-place",
    short="-i",
    kind="switch",
    excludes=("--check", "--diff", "--json", "--sarif", "--output"),
    help="repair the files themselves, each atomically",
)
BACKUP = Flag(
    name="--backup",
    kind="optional",
    metavar="SUFFIX",
    const=".bak",
    parse=suffix,
    domain="a suffix of file names",
    help="with -i, keep the old file under its name and SUFFIX (default: .bak)",
)
JOURNAL = Flag(
    name="--journal",
    metavar="FILE",
    help="with -i, add to FILE what `mojifix undo` needs to go back",
)
BREAK_LINKS = Flag(
    name="--break-links",
    kind="switch",
    help="with -i, also replace files that have other hard links, which keep the old text",
)
EXIT = Flag(
    name="--exit-non-zero-on-fix",
    kind="switch",
    help="with -i, exit with 1 if a file was changed",
)
CHECK = Flag(
    name="--check",
    kind="switch",
    excludes=("--diff", "--json", "--sarif", "--output"),
    help="write nothing, and exit with 1 if there is something to repair",
)
DIFF = Flag(
    name="--diff",
    kind="switch",
    excludes=("--json", "--sarif", "--output"),
    help="print a unified diff in place of the repaired text",
)
OUTPUT = Flag(
    name="--output",
    short="-o",
    metavar="FILE",
    excludes=("--json", "--sarif"),
    help="write the repaired text to FILE, atomically",
)
TO = Flag(
    name="--to",
    metavar="ENCODING",
    configurable=True,
    help="write this encoding (default: each file keeps its own)",
)
STEP = Flag(
    name="STEP",
    kind="values",
    help="a channel, or a whole chain as reports print it; the first one happens first",
)
REPAIRED = Flag(
    name="REPAIRED",
    required=False,
    help="what any tool made of FILE; without it, mojifix repairs FILE in memory",
)
IN = Flag(
    name="--in",
    kind="values",
    metavar="FOLDER",
    help="where to look: folders and files",
)
LIMIT = Flag(
    name="--limit",
    metavar="N",
    parse=int,
    domain="a number",
    default=20,
    help="how many to list at most (default: 20)",
)
JOURNAL_FILE = Flag(name="JOURNAL", help="the file that was given to repair --journal")
SHELL = Flag(name="SHELL", help="bash, zsh or fish", choices=("bash", "zsh", "fish"))

COMMANDS = (
    Command(
        name="repair",
        summary="repair files or standard input",
        details=(
            "One input goes to standard output, repaired, or to -o FILE; with -i, files are"
            " repaired in place, each atomically: whatever fails, it is the old file or the new"
            " one. Byte order mark, line ends and encoding stay as they are, what is not repaired"
            " stays byte for byte the same, and a file with nothing to repair is not touched."
            " Folders are walked as .gitignore says; binary files are skipped by their content,"
            " lines with `mojifix: ignore` and files with `mojifix: ignore-file` in them by wish."
            " On a terminal, control characters are shown as <U+009B>; redirect the output to get"
            " the exact bytes."
        ),
        flags=(
            PATHS,
            IN_PLACE,
            BACKUP,
            JOURNAL,
            BREAK_LINKS,
            EXIT,
            CHECK,
            DIFF,
            JSON,
            SARIF,
            OUTPUT,
            TO,
            AGAINST,
            *JUDGMENT,
            *SELECTION,
            STDIN_FILENAME,
            *SPEECH,
        ),
        status=(
            "0: done, with or without repairs. 1: with --check or --diff, something to repair;"
            " with --exit-non-zero-on-fix, something repaired."
        ),
        examples=(
            "mojifix repair page.html > fixed.html",
            "mojifix repair -i --backup --journal undo.jsonl archive/",
            "mojifix repair --check --exclude 'vendor/' .",
            "git ls-files -z | mojifix repair -i -0 --files-from -",
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
        flags=(PATHS, JSON, SARIF, *JUDGMENT, *SELECTION, STDIN_FILENAME, *SPEECH),
        status="0: no damage found. 1: damage found.",
        examples=("mojifix detect *.txt", "mojifix detect --json - < rows.csv"),
        run="mojifix.cli.commands.detect:run",
    ),
    Command(
        name="verify",
        summary="give full account of a repair, with witnesses",
        details=(
            "Shows each place: what was found, what it becomes, the chain of damage, the replay"
            " that proves it, and which sibling says the same. With REPAIRED, the repair is that of"
            " any tool, and each of its edits has to be proved. Without, mojifix repairs FILE in"
            " memory, and without the siblings, so that they are independent witnesses."
        ),
        flags=(FILE, REPAIRED, AGAINST, JSON, MIN_CONFIDENCE, LOSSY, CHANNELS, *SPEECH),
        status="0: every place replays and no sibling contradicts. 1: not so.",
        examples=(
            "mojifix verify article.txt --against archive/",
            "mojifix verify damaged.txt repaired.txt --against archive/",
        ),
        run="mojifix.cli.commands.verify:run",
    ),
    Command(
        name="siblings",
        summary="find documents about the same thing",
        details=(
            "Lists the documents of FOLDER that have rare words in common with FILE, the closest"
            " first, each with its score from 0 to 1. They are what --against asks for."
        ),
        flags=(FILE, IN, LIMIT, JSON, *SPEECH),
        status="0: some were found. 1: none.",
        examples=("mojifix siblings article.txt --in archive/",),
        run="mojifix.cli.commands.siblings:run",
    ),
    Command(
        name="undo",
        summary="go back to what files were before repair -i --journal",
        details=(
            "Runs the damage of each repaired place again, which gives back the old file byte for"
            " byte, and replaces the file atomically. A file that was changed since is left alone"
            " and reported; the others are still restored."
        ),
        flags=(JOURNAL_FILE, *SPEECH),
        status="0: all files are as they were.",
        examples=("mojifix undo undo.jsonl",),
        run="mojifix.cli.commands.undo:run",
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
    Command(
        name="completion",
        summary="print a completion script for a shell",
        details="The script completes commands, flags and their values; file names by the shell.",
        flags=(SHELL,),
        status="0: done.",
        examples=("mojifix completion bash > /etc/bash_completion.d/mojifix",),
        run="mojifix.cli.commands.completion:run",
    ),
)

STATUSES = (
    (
        2,
        (
            "an error (wrong usage, a file that cannot be read or written); one line on standard"
            " error says what, where, and what to do, and the other files are still looked at."
        ),
    ),
    (130, "interrupted."),
    (141, "the reader of standard output left."),
)
"""Exit statuses that mean the same for all commands."""

ALWAYS = " ".join(f"{number}: {meaning}" for number, meaning in STATUSES)
