"""What of a line is written for people, and what for programs.

The names of tags and keys and the places of formats are English, or no language at all, whatever
the text around them is in.
"""

from __future__ import annotations

import re

_FOR_PROGRAMS = re.compile(
    r"</?[A-Za-z][\w.:-]*(?:\s*/?>)?"  # the name of a tag
    r"|(?<=[\s\"'])[A-Za-z][\w.:-]*=(?=[\"'])"  # that of an attribute
    r"|\"[\w.:/ -]+\"(?=\s*:)"  # a key of JSON
    # the place of a format (``%ldс``)
    r"|%(?:\(\w+\))?[-+#0]*\d*(?:\.\d+)?(?:hh?|ll?|[jztL])?[A-Za-z]",
    re.ASCII,
)


def prose(line: str) -> str:
    """A line with blanks in the place of what is written for programs, which is ASCII."""
    return _FOR_PROGRAMS.sub(_blank, line)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
