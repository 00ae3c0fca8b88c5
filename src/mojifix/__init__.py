r"""Find and repair mojibake, and prove every repair by replaying the damage.

>>> import mojifix
>>> mojifix.damage("voilà", "utf-8>windows-1252")
'voilÃ\xa0'

Theory of operation. This module is the public face and nothing else. It holds no code that
works, and loads the module behind a name when the name is first used (PEP 562), so that
``import mojifix`` costs next to nothing: command line tools and hooks start it thousands of
times, most often to find that there is nothing to do.

Some public functions share their name with the module they live in (``repair``, ``channels``).
The function wins: ``mojifix.repair`` is always the function, also after something has imported
the module. The module's other names are had with ``from mojifix.repair import ...``.
"""

from __future__ import annotations

import sys
from types import ModuleType

# Type checkers take this name for true. Importing it from typing would cost 8 ms, a third of
# it for the re module.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from mojifix.channels import channels, damage
    from mojifix.config import Config
    from mojifix.context import Context, fix_many
    from mojifix.decode import decode
    from mojifix.detect import detect
    from mojifix.errors import (
        ChannelError,
        InputError,
        ModelFileError,
        MojifixError,
        ReplayError,
    )
    from mojifix.model import (
        Chain,
        Channel,
        Finding,
        Repair,
        Span,
        SpanVerdict,
        Status,
        Strength,
        Verdict,
    )
    from mojifix.repair import fix, repair
    from mojifix.siblings import Siblings
    from mojifix.verify import verify

__version__ = "0.1.0"

__all__ = [
    "Chain",
    "Channel",
    "ChannelError",
    "Config",
    "Context",
    "Finding",
    "InputError",
    "ModelFileError",
    "MojifixError",
    "Repair",
    "ReplayError",
    "Siblings",
    "Span",
    "SpanVerdict",
    "Status",
    "Strength",
    "Verdict",
    "channels",
    "damage",
    "decode",
    "detect",
    "fix",
    "fix_many",
    "repair",
    "verify",
]

_NAMES_OF = {
    "mojifix.channels": ("channels", "damage"),
    "mojifix.config": ("Config",),
    "mojifix.context": ("Context", "fix_many"),
    "mojifix.decode": ("decode",),
    "mojifix.detect": ("detect",),
    "mojifix.errors": (
        "ChannelError",
        "InputError",
        "ModelFileError",
        "MojifixError",
        "ReplayError",
    ),
    "mojifix.model": (
        "Chain",
        "Channel",
        "Finding",
        "Repair",
        "Span",
        "SpanVerdict",
        "Status",
        "Strength",
        "Verdict",
    ),
    "mojifix.repair": ("fix", "repair"),
    "mojifix.siblings": ("Siblings",),
    "mojifix.verify": ("verify",),
}
_HOME = {name: module for module, names in _NAMES_OF.items() for name in names}


if not TYPE_CHECKING:  # or a type checker would believe every name

    def __getattr__(name: str) -> object:
        """Load the module behind a public name, once."""
        home = _HOME.get(name)
        if home is None:
            raise AttributeError(f"module 'mojifix' has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(home), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *_HOME})


class _Face(ModuleType):
    """A package whose public names outrank its submodules.

    The import system binds a submodule to its parent under its own name, whenever and by whom
    it is imported first. Without this, ``mojifix.repair`` would be a function or a module
    depending on what ran before.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
