"""How much work a call is, counted instead of timed.

A clock shows what else the machine is doing, and what the tests before have left for the garbage
collector: half a second of it once failed a test that takes 50 ms. ``bench.speed`` times how
long texts scale.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(function: Callable[[], Any]) -> int:
    """Count the functions that ``function`` calls, those written in C among them."""
    count = 0

    def calls(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    collects = gc.isenabled()
    gc.disable()  # its callbacks are calls too
    sys.setprofile(calls)
    try:
        function()
    finally:
        sys.setprofile(before)
        if collects:
            gc.enable()
    return count
