"""A limit of time for each law: what never ends must fail, and not hold up all other tests."""

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

SECONDS = 45
"""Many times what a law takes; an engine whose time explodes needs minutes."""


@pytest.fixture(autouse=True)
def limit(request: pytest.FixtureRequest) -> Iterator[None]:
    if request.node.get_closest_marker("fuzz") or not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        pytest.fail(f"not done after {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
