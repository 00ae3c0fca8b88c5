"""What several commands do alike."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from mojifix.config import Config
from mojifix.errors import InputError

if TYPE_CHECKING:
    from mojifix.siblings import Siblings


def config(arguments: Namespace) -> Config:
    """Make the settings from the flags that were given, the defaults for the others.

    Raises ``ChannelError`` for the name of a channel that there is not.
    """
    given: dict[str, Any] = {
        name: getattr(arguments, name)
        for name in ("min_confidence", "lossy", "channels")
        if getattr(arguments, name, None) is not None
    }
    if "channels" in given:
        from mojifix.channels import channel  # most runs name none

        given["channels"] = tuple(channel(name).name for name in given["channels"])
    return Config(**given)


def siblings(arguments: Namespace) -> Siblings | None:
    """Read the siblings that ``--against`` names; None where there is no ``--against``.

    Raises what :func:`siblings_of` raises.
    """
    return siblings_of(arguments.against) if arguments.against else None


def siblings_of(paths: Sequence[str]) -> Siblings:
    """Read siblings.

    Raises ``InputError`` for a path that cannot be read, and where no text is found.
    """
    from pathlib import Path

    from mojifix.siblings import Siblings  # most runs have no use for it

    found = Siblings([Path(name) for name in paths])
    if not len(found):
        raise InputError(
            "holds no text to compare with",
            where=" ".join(paths),
            remedy="name known-good files or folders after --against",
        )
    return found
