"""What several commands do alike."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mojifix.config import Config
from mojifix.errors import InputError

if TYPE_CHECKING:
    from mojifix.siblings import Siblings


def config(arguments: Namespace) -> Config:
    """Make the settings from the flags that were given, the defaults for the others."""
    given: dict[str, Any] = {
        name: getattr(arguments, name)
        for name in ("min_confidence", "lossy")
        if getattr(arguments, name) is not None
    }
    return Config(**given)


def siblings(arguments: Namespace) -> Siblings | None:
    """Read the siblings that ``--against`` names; None where there is no ``--against``.

    Raises ``InputError`` for a path that cannot be read, and where no text is found.
    """
    if not arguments.against:
        return None
    from mojifix.siblings import Siblings  # most runs have no use for it

    found = Siblings([Path(name) for name in arguments.against])
    if not len(found):
        raise InputError(
            "holds no text to compare with",
            where=" ".join(arguments.against),
            remedy="name known-good files or folders after --against",
        )
    return found
