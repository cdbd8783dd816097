"""One reader of an engine that brings works in groups: a worker process, replaced when it is worn or gone."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence

import msgspec

from unspoken.corpus.local import LOOK, Answer, Bounds
from unspoken.corpus.process import Process
from unspoken.corpus.work import Settings, Work, failed, pack

MOST, WEIGHT = 8, 20_000  # works in a group, and bytes: what is read in about a second
Group = Sequence[tuple[int, Work]]


def groups(todo: Iterator[tuple[int, Work]]) -> Iterator[bytes]:
    """Works with their numbers, packed in groups: short ones together, since each group costs its way."""
    held: list[tuple[int, Work]] = []
    for item in todo:
        held.append(item)
        if len(held) == MOST or sum(work.size for _, work in held) >= WEIGHT:
            yield msgspec.msgpack.encode(held)
            held = []
    if held:
        yield msgspec.msgpack.encode(held)


def answers(packed: bytes) -> list[Answer]:
    """What a reader made of a group: packed records by number."""
    return msgspec.msgpack.decode(packed, type=list[Answer])


class Reader:
    """Reads groups of works. What a work does to the process that reads it is a failure of that work alone.

    Args:
        settings: what is to be done with works.
        bounds: how the process is used; how many workers there are is no matter here.

    Raises:
        CannotWork: no process could be started.
    """

    def __init__(self, settings: Settings, bounds: Bounds) -> None:
        self._settings, self._bounds = settings, bounds
        self._process = Process(settings, bounds.threads)
        threading.Thread(target=self._watch, daemon=True).start()

    def read(self, packed: bytes) -> bytes:
        """The records of a group of works, packed for `answers`."""
        group = msgspec.msgpack.decode(packed, type=list[tuple[int, Work]])
        return msgspec.msgpack.encode([(number, self._record(work)) for number, work in group])

    def close(self) -> None:
        """End the process; no more is read."""
        self._process.close()

    def _record(self, work: Work) -> bytes:
        answer = self._process.ask(work)
        if isinstance(answer, str):
            self._replace()
            return pack(failed(work, answer))
        if self._process.works >= self._bounds.works or self._process.held() > self._bounds.held:
            self._replace()
        return answer

    def _replace(self) -> None:
        self._process.close()
        self._process = Process(self._settings, self._bounds.threads)

    def _watch(self) -> None:
        while True:
            time.sleep(LOOK)
            self._process.watch(self._bounds.memory)
