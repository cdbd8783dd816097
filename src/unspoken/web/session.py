"""The session: one story, how far its reading is, and the one thread that reads it.

What is seen from other threads (the state, the edition) is a frozen record that the reading thread puts in place of the
one before, so that no lock is needed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Literal, Protocol

import msgspec

from unspoken.errors import UnspokenError
from unspoken.pipeline import Stage
from unspoken.web.edition import Edition, edited
from unspoken.web.work import Work

FAULT = "a fault of ours; the terminal says more"
STOPPED = "the program was stopped"


class State(msgspec.Struct, frozen=True):
    """What the page is told: how far the reading is, and which edition of the story it can have.

    ``done`` of ``total`` are hundredths of the time that is expected, or stages where none is.
    """

    status: Literal["reading", "ready", "failed"] = "reading"
    stage: str | None = None
    done: int = 0
    total: int = 0
    error: str | None = None
    revision: int = 0
    correctable: bool = False
    why_not: str | None = None


class Pace(Protocol):
    """Tells how much of a first reading is done at a moment."""

    def begin(self, layer: str, now: float) -> None:
        """The layer before is made, and this one is begun."""

    def done(self, now: float) -> float:
        """The part that is done, in [0, 1]."""


class Stopped(UnspokenError):
    """The server stops: nothing more is read."""


class Session:
    """A story that is being read, and read again when it is corrected."""

    def __init__(self, work: Work, tell: Callable[[Exception], None], pace: Pace | None = None) -> None:
        """Make a session; `start` begins to read.

        Args:
            work: what to read.
            tell: what to do with an error in reading besides showing it on the page.
            pace: what to expect of the first reading, which takes longer than those after corrections.
        """
        self.work = work
        self.stopped = False
        self.edition: Edition | None = None
        self._state = State(correctable=work.why_not is None, why_not=work.why_not)
        self._tell, self._pace = tell, pace
        self._jobs: SimpleQueue[tuple[Callable[[], None], Future[State]] | None] = SimpleQueue()
        self._open: list[Future[State]] = []
        self._thread = Thread(target=self._run, name="reading", daemon=True)

    @property
    def state(self) -> State:
        """What the page is told now."""
        state, pace = self._state, self._pace
        if pace is None or state.status != "reading" or self.edition is not None:
            return state
        return msgspec.structs.replace(state, done=int(100 * pace.done(time.monotonic())), total=100)

    def start(self) -> Future[State]:
        """Begin to read, in the thread of this session.

        Returns:
            The state when the story has been read, or the error.
        """
        first = self.change(lambda: None)
        self._thread.start()
        return first

    def change(self, change: Callable[[], None]) -> Future[State]:
        """Change the corrections and read again, after all changes asked for before.

        Args:
            change: changes them; runs in the thread of this session, so that changes do not cross.

        Returns:
            The state when the story has been read, or the error of the change; a change that fails is no failure of
            the session, which keeps the edition it has.
        """
        future: Future[State] = Future()
        self._open = [f for f in self._open if not f.done()] + [future]
        self._jobs.put((change, future))
        if self.stopped:
            _settle(future, Stopped(STOPPED))
        return future

    def stop(self, seconds: float = 0) -> bool:
        """Stop: who waits for a change is told so, and the reading ends with the stage that runs now.

        Args:
            seconds: how long to wait for that.

        Returns:
            Whether the thread has ended.
        """
        self.stopped = True
        self._jobs.put(None)
        for future in self._open:
            _settle(future, Stopped(STOPPED))
        if self._thread.ident is not None and seconds:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None and not self.stopped:
            change, future = job
            before = self._state
            try:
                change()
                self._read()
                _settle(future, self._state)
            except Stopped:
                return
            except Exception as error:
                self._fail(error, before)
                _settle(future, error)

    def _read(self) -> None:
        self._set(status="reading", stage=None, done=0, total=0, error=None)
        story = self.work.read(self._progress)
        self.edition = edited(story, self.work.stem, self._state.revision + 1)
        self._set(status="ready", stage=None, done=0, total=0, revision=self.edition.revision)

    def _progress(self, stage: Stage, done: int, total: int) -> None:
        if self.stopped:
            raise Stopped(STOPPED)
        if self._pace is not None:
            self._pace.begin(stage.makes.name, time.monotonic())
        self._set(stage=stage.makes.name, done=done, total=total)

    def _fail(self, error: Exception, before: State) -> None:
        """Where there is an edition, it stays; otherwise there is nothing to show but the error."""
        if self.edition is not None:
            self._state = before
        else:
            self._set(status="failed", stage=None, error=str(error) if isinstance(error, UnspokenError) else FAULT)
        if self.edition is None or not isinstance(error, UnspokenError):
            self._tell(error)

    def _set(self, **changes: object) -> None:
        self._state = msgspec.structs.replace(self._state, **changes)


def _settle(future: Future[State], outcome: State | Exception) -> None:
    with suppress(InvalidStateError):  # it was settled when the session stopped
        if isinstance(outcome, Exception):
            future.set_exception(outcome)
        else:
            future.set_result(outcome)
