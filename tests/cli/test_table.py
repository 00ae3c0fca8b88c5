"""The table of flags is sound, and everything that is made from it agrees with it."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from mojifix.cli.parser import UsageError, build, parse
from mojifix.cli.reference import reference, usage
from mojifix.cli.table import ALWAYS, COMMANDS, SUMMARY, Command, Flag, probability

FLAGS = [
    pytest.param(command, flag, id=f"{command.name} {flag.name}")
    for command in COMMANDS
    for flag in command.flags
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: str(c.name))
def test_every_command_runs_something(command: Command) -> None:
    module, _, function = command.run.partition(":")
    assert callable(getattr(import_module(module), function))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: str(c.name))
def test_texts_are_ascii(command: Command) -> None:
    texts = [SUMMARY, ALWAYS, command.summary, command.details, command.status, *command.examples]
    assert all(text.isascii() for text in (*texts, *(flag.help for flag in command.flags)))


@pytest.mark.parametrize(("command", "flag"), FLAGS)
def test_every_flag_is_sound(command: Command, flag: Flag) -> None:
    assert flag.help[0].islower()
    assert not flag.help.endswith(".")
    assert flag.kind == "switch" or flag.positional or flag.metavar or flag.choices
    assert flag.parse is str or flag.domain
    assert {*flag.excludes} <= {other.name for other in command.flags}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: str(c.name))
def test_flags_of_a_command_differ(command: Command) -> None:
    assert len({flag.attribute for flag in command.flags}) == len(command.flags)


def test_help_names_every_command() -> None:
    text = build().format_help()
    assert all(command.name in text for command in COMMANDS)


def test_the_reference_page_is_up_to_date(root: Path) -> None:
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    assert page == reference(), "run: make docs"


def test_usage() -> None:
    (detect,) = (command for command in COMMANDS if command.name == "detect")
    assert usage(detect).startswith(
        "mojifix detect [PATH...] [--json] [--sarif] [--min-confidence P]"
    )


@pytest.mark.parametrize("text", ["0", "1", "0.5", "1e-3"])
def test_a_probability(text: str) -> None:
    assert probability(text) == float(text)


@pytest.mark.parametrize("text", ["-0.1", "1.1", "nan", "inf", " ", "many"])
def test_no_probability(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        probability(text)


def test_values_and_switches() -> None:
    arguments = parse(["repair", "a", "--against", "b", "c", "--diff", "--against", "d"])
    assert (arguments.PATH, arguments.against, arguments.diff) == (["a"], ["b", "c", "d"], True)
    assert (arguments.json, arguments.min_confidence, arguments.color) == (False, None, "auto")
    assert arguments.command.name == "repair"


def test_an_optional_value_never_takes_the_next_argument() -> None:
    assert parse(["repair", "-i", "--backup", "a"]).PATH == ["a"]
    assert parse(["repair", "-i", "--backup", "a"]).backup == ".bak"
    assert parse(["repair", "-i", "--backup=.old", "a"]).backup == ".old"
    assert parse(["repair", "-i", "--", "--backup"]).PATH == ["--backup"]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["mend"], "invalid choice: 'mend'"),
        (["verify"], "the following arguments are required: FILE"),
        (["verify", "--against", "a", "b"], "FILE is missing: give it before --against"),
        (["verify", "a", "b", "c"], "unrecognized arguments: c"),
        (["repair", "a", "--backup=x/y"], "'x/y' is not a suffix of file names"),
        (["repair", "a", "-j=-1"], "is not a number of processes"),
        (["repair", "a", "-i", "--check"], "--in-place and --check exclude each other"),
        (["repair", "a", "--dif"], "unrecognized arguments: --dif"),
        (["repair", "a", "--json", "--diff"], "--diff and --json exclude each other"),
        (["repair", "a", "--min-confidence", "2"], "'2' is not a number from 0 to 1"),
        (["repair", "a", "--lossy", "maybe"], "invalid choice: 'maybe'"),
        (["damage", "-"], "the following arguments are required: STEP"),
    ],
)
def test_wrong_usage(argv: list[str], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(argv)
    assert said in str(caught.value)
    assert caught.value.program.startswith("mojifix")
