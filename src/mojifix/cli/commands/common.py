"""What several commands do alike."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from mojifix.config import Config
from mojifix.errors import InputError

OK = 0
DAMAGE_FOUND = 1
ERROR = 2


def config(arguments: Namespace) -> Config:
    """Make the settings from the flags that were given, the defaults for the others."""
    given: dict[str, Any] = {
        name: getattr(arguments, name)
        for name in ("min_confidence", "lossy")
        if getattr(arguments, name) is not None
    }
    return Config(**given)


def siblings(arguments: Namespace) -> list[Path]:
    """Take the siblings that ``--against`` names, without FILE itself, which is no witness.

    Raises ``InputError`` for a path that does not exist.
    """
    paths = []
    for name in arguments.against or ():
        path = Path(name)
        try:
            path.stat()
        except OSError as error:
            raise InputError(
                error.strerror or str(error), where=name, remedy="check the path after --against"
            ) from error
        paths.append(path)
    return paths
