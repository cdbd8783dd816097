"""How far a run over many works is: works, words a second and the time left, in one line on standard error."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unspoken.corpus.work import Record

OFTEN, SELDOM = 0.5, 30.0  # seconds between two lines: on a terminal, where one takes the place of the other; elsewhere


class Pace:
    """Told of each work. Shows nothing where ``wanted`` is False."""

    def __init__(self, wanted: bool) -> None:
        self._wanted, self._live = wanted, sys.stderr.isatty()
        self._began = self._shown = time.monotonic()
        self._works = self._size = self._words = self._done = self._read = 0

    def __enter__(self) -> Pace:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._wanted and self._live:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def begin(self, works: int, size: int) -> None:
        """So many works and bytes are to be read."""
        self._began = time.monotonic()
        self._works, self._size = works, size

    def done(self, record: Record) -> None:
        """A work was read."""
        self._done += 1
        self._read += record.size
        self._words += record.words
        now = time.monotonic()
        if self._wanted and now - self._shown >= (OFTEN if self._live else SELDOM):
            self._shown = now
            line = self.line(now - self._began)
            sys.stderr.write(f"\r{line}\x1b[K" if self._live else f"unspoken: {line}\n")
            sys.stderr.flush()

    def line(self, seconds: float) -> str:
        """What is told after so many seconds."""
        speed = self._words / seconds if seconds else 0.0
        told = f"{self._done:,} of {self._works:,} works, {speed:,.0f} words/s"
        if not self._read:
            return told
        return f"{told}, {_clock(seconds * max(self._size - self._read, 0) / self._read)} left"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
