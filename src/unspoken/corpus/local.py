"""The engine of one machine: worker processes, each with its own models, and a thread that speaks to each."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from unspoken.corpus.process import Process
from unspoken.corpus.run import Engine, Todo
from unspoken.corpus.work import Settings, Work, failed, pack

LOOK = 0.25  # seconds between two looks at the workers
Answer = tuple[int, bytes]


@dataclass(frozen=True)
class Bounds:
    """How workers are used. ``memory``: megabytes at which a worker is stopped while it reads (0: no bound);
    ``works`` and ``held``: after so many works, or when it holds so many megabytes, another takes its place."""

    workers: int
    threads: int = 1
    memory: float = 4000
    works: int = 1000
    held: float = 1500


def engine(bounds: Bounds) -> Engine:
    """What reads works by workers on this machine. A long work keeps one of them, and no other work waits for it."""
    return partial(_read, bounds)


def _read(bounds: Bounds, todo: Todo, settings: Settings) -> Iterator[Answer]:
    crew = _Crew(bounds, todo, settings)
    threads = [threading.Thread(target=crew.work, daemon=True) for _ in range(bounds.workers)]
    threads.append(threading.Thread(target=crew.watch, daemon=True))
    try:
        for thread in threads:
            thread.start()
        yield from crew.answers()
    finally:
        crew.stop()
        for thread in threads:
            thread.join()


class _Crew:
    """What the threads share: works to be read, records that were made. Few of either are held at a time."""

    def __init__(self, bounds: Bounds, todo: Todo, settings: Settings) -> None:
        self._bounds, self._todo, self._settings = bounds, todo, settings
        self._lock, self._turn, self._over = threading.Lock(), threading.Lock(), threading.Event()
        self._made: queue.Queue[Answer | BaseException | None] = queue.Queue(2 * bounds.workers)
        self._processes: set[Process] = set()

    def answers(self) -> Iterator[Answer]:
        """Records as they come, until no worker is at work any more.

        Raises:
            UnspokenError: works cannot be had, or workers cannot be started.
        """
        working = self._bounds.workers
        while working:
            made = self._made.get()
            if isinstance(made, BaseException):
                raise made
            if made is None:
                working -= 1
            else:
                yield made

    def work(self) -> None:
        """Hand works to one worker, and to another when that is worn or gone."""
        process: Process | None = None
        try:
            while not self._over.is_set() and (item := self._next()) is not None:
                number, work = item
                process = process or self._begin()
                answer = process.ask(work)
                if self._over.is_set():
                    return
                if isinstance(answer, str):
                    # the next worker first: where all are being killed, none comes, and the work has not failed
                    process = self._replaced(process)
                    answer = pack(failed(work, answer))
                elif process.works >= self._bounds.works or process.held() > self._bounds.held:
                    self._end(process)
                    process = None
                self._put((number, answer))
            self._put(None)
        except BaseException as error:
            self._put(error)
        finally:
            if process:
                self._end(process)

    def watch(self) -> None:
        """Look at all workers again and again."""
        while not self._over.wait(LOOK):
            with self._lock:
                processes = [*self._processes]
            for process in processes:
                process.watch(self._bounds.memory)

    def stop(self) -> None:
        """Kill all workers, and let nobody wait."""
        self._over.set()
        with self._lock:
            for process in self._processes:
                process.kill()

    def _next(self) -> tuple[int, Work] | None:
        with self._turn:
            return next(self._todo, None)

    def _begin(self) -> Process:
        process = Process(self._settings, self._bounds.threads)
        with self._lock:
            self._processes.add(process)
            if self._over.is_set():
                process.kill()
        return process

    def _replaced(self, process: Process) -> Process:
        self._end(process)
        return self._begin()

    def _end(self, process: Process) -> None:
        with self._lock:
            self._processes.discard(process)
        process.close()

    def _put(self, made: Answer | BaseException | None) -> None:
        while not self._over.is_set():
            with suppress(queue.Full):
                self._made.put(made, timeout=LOOK)
                return
