"""What can go wrong, said so that the reader knows what, where, and what to do.

Every error that mojifix raises on purpose is a :class:`MojifixError`, except the two that
Python itself would raise for a wrong argument: ``TypeError`` (not a str) and ``ValueError``
(a value outside its domain), which the children below also are where it fits.
"""

from __future__ import annotations


class MojifixError(Exception):
    """The parent of all errors that mojifix raises on purpose.

    ``what`` went wrong, ``where`` (a path, an offset, a name; may be empty), and
    ``remedy``: what the reader can do about it (may be empty).
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(what, where, remedy)

    def __str__(self) -> str:
        message = f"{self.where}: {self.what}" if self.where else self.what
        return f"{message} ({self.remedy})" if self.remedy else message


class ChannelError(MojifixError, ValueError):
    """A channel refuses: the text cannot have passed through it, or its name is unknown."""


class ReplayError(MojifixError, ValueError):
    """A span's chain does not lead from the repaired text back to the damaged text."""


class ModelFileError(MojifixError):
    """The plausibility model's file is missing, truncated, or of another version."""


class InputError(MojifixError, OSError):
    """A file or stream cannot be read as text, or cannot be written."""
