"""A worker seen from without: it is started, asked, watched, and stopped if it takes too much."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import msgspec

from unspoken.corpus.pipes import receive, send
from unspoken.corpus.work import Settings, Work, too_slow, unpack
from unspoken.corpus.worker import Orders
from unspoken.errors import UnspokenError
from unspoken.threads import ONE_FOR_PRODUCTS

GRACE = 10.0  # seconds beyond the limit of a work before its worker is stopped, which has its own clock
MEGABYTE = 1_000_000


class CannotWork(UnspokenError):
    """A worker that could not be started."""


class Process:
    """A worker. It is used by one thread, and watched by another.

    Args:
        settings: what it is to do with works.
        threads: how many its network may use.

    Raises:
        CannotWork: it could not be started.
    """

    def __init__(self, settings: Settings, threads: int) -> None:
        self.works = 0
        self._settings = settings
        self._since: float | None = None
        self._stopped = ""
        command = [sys.executable, "-P", "-m", "unspoken.corpus.worker"]
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                env={**os.environ, **ONE_FOR_PRODUCTS},
            )  # fmt: skip
        except OSError as error:
            raise CannotWork(f"no process can be started ({error.strerror}); try fewer --workers") from None
        first = self._answer(msgspec.msgpack.encode(Orders(settings, threads)))
        failure = unpack(first).failure if first else self._end()
        if failure:
            self.close()
            raise CannotWork(f"a worker cannot read anything ({failure}); try fewer --workers, or install anew")

    def ask(self, work: Work) -> bytes | str:
        """The packed record of a work; or why there is none, since the worker is no more."""
        self.works += 1
        self._since = time.monotonic()
        answer = self._answer(msgspec.msgpack.encode(work))
        self._since = None
        return answer if answer is not None else self._end()

    def watch(self, most: float) -> None:
        """Stop the worker if its work takes too long, or more megabytes of memory than ``most`` (0: no bound)."""
        if (since := self._since) is None:
            return
        seconds, held = self._settings.seconds, self.held()
        if seconds and time.monotonic() - since > seconds + GRACE:
            self._stop(too_slow(seconds))
        elif most and held > most:
            self._stop(f"it took more than {most:g} MB of memory")

    def held(self) -> float:
        """The megabytes of memory that it holds; 0 where the system does not tell."""
        try:
            pages = int(Path(f"/proc/{self._process.pid}/statm").read_text().split()[1])
        except (OSError, IndexError, ValueError):
            return 0.0
        return pages * os.sysconf("SC_PAGESIZE") / MEGABYTE

    def close(self) -> None:
        """End the worker, whatever it is at."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()

    def kill(self) -> None:
        """Kill it; whoever waits for its answer finds it gone."""
        self._process.kill()

    def _stop(self, reason: str) -> None:
        self._stopped = reason
        self._process.kill()

    def _answer(self, message: bytes) -> bytes | None:
        assert self._process.stdin
        assert self._process.stdout
        try:
            send(self._process.stdin, message)
            return receive(self._process.stdout)
        except OSError:
            return None

    def _end(self) -> str:
        """Why it is no more."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(GRACE)
        code = self._process.poll()
        if self._stopped:
            return self._stopped
        if code == -9:
            return "its worker was killed by the system, most likely for want of memory"
        names = {-s.value: s.name for s in signal.Signals}
        return f"its worker broke down ({names.get(code or 0, f'exit code {code}')})"
