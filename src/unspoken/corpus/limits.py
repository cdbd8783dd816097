"""A time limit for a piece of work, from within."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

AGAIN = 1.0  # seconds until the alarm is rung once more, in case it rang where nothing may be raised


class TimeIsUp(BaseException):
    """Work took too long. No `Exception`, so that nobody who expects broken files takes it for one."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Stop what is done here after so many seconds; 0: never.

    Only in the main thread of a system that has SIGALRM, and only where Python code runs: what hangs within a library
    has to be stopped from without.

    Raises:
        TimeIsUp: it took longer.
    """
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise TimeIsUp
