"""Settings in ``mojifix.toml`` or in ``[tool.mojifix]`` of the nearest ``pyproject.toml``.

A key is the name of a flag without its dashes, and its value is checked as the flag's is. What is
given on the command line goes first.
"""

from __future__ import annotations

import os
from argparse import Namespace
from typing import Any

from mojifix.cli.table import COMMANDS, Flag
from mojifix.errors import InputError

OWN = "mojifix.toml"
SHARED = "pyproject.toml"

FLAGS: dict[str, Flag] = {
    flag.name.lstrip("-"): flag
    for command in COMMANDS
    for flag in command.flags
    if flag.configurable
}
"""The keys that there are."""


def apply(arguments: Namespace) -> None:
    """Put the settings in the place of what was not given. Raises ``InputError``."""
    flags = {flag.name for flag in arguments.command.flags}
    if arguments.command.name in ("damage", "channels", "completion") or arguments.isolated:
        return
    found = _nearest(os.getcwd())
    if found is None:
        return
    path, table = found
    for key, value in table.items():
        flag = FLAGS.get(key)
        if flag is None:
            raise _wrong(path, f"unknown key {key!r}", f"keys are {', '.join(sorted(FLAGS))}")
        checked = _checked(path, flag, value)
        if flag.name in flags and flag.name not in arguments.given:
            setattr(arguments, flag.attribute, checked)


def _nearest(folder: str) -> tuple[str, dict[str, Any]] | None:
    """The settings of the closest folder that has any, from here up."""
    while True:
        own = os.path.join(folder, OWN)
        shared = os.path.join(folder, SHARED)
        if (data := _read(own)) is not None:
            return own, _parsed(own, data)
        # Most have no word of mojifix in them; parsing takes longer than looking.
        if (data := _read(shared)) is not None and b"mojifix" in data:
            table = _parsed(shared, data).get("tool", {}).get("mojifix")
            if isinstance(table, dict):
                return shared, table
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _wrong(path, f"cannot be read: {error.strerror}", "or give --isolated") from error


def _parsed(path: str, data: bytes) -> dict[str, Any]:
    import sys

    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        parsed: dict[str, Any] = tomllib.loads(data.decode())
    except ValueError as error:
        raise _wrong(path, f"is no TOML: {error}", "correct it, or give --isolated") from error
    return parsed


def _checked(path: str, flag: Flag, value: object) -> object:
    key = flag.name.lstrip("-")
    if flag.kind == "switch":
        if isinstance(value, bool):
            return value
        raise _wrong(path, f"{key} must be true or false", "correct it")
    if flag.kind == "list" or isinstance(value, list):
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise _wrong(path, f"{key} must be a list of strings", "correct it")
        if flag.kind == "list":
            return value
        value = ",".join(value)
    if flag.choices and value not in flag.choices:
        raise _wrong(path, f"{key} must be one of {', '.join(flag.choices)}", "correct it")
    domain = flag.domain or "a string"
    wrong = _wrong(path, f"{key} = {value!r} is not {domain}", "correct it")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise wrong
    try:
        return flag.parse(str(value))
    except ValueError:
        raise wrong from None


def _wrong(path: str, what: str, remedy: str) -> InputError:
    return InputError(what, where=path, remedy=remedy)
