"""The engine of a cluster: works flow through Ray Data, from this process to readers on all machines and back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from msgspec import structs

from unspoken.corpus.cluster import NoCluster, connected
from unspoken.corpus.local import Answer, Bounds
from unspoken.corpus.reader import Reader, answers, groups
from unspoken.corpus.run import Engine, Todo
from unspoken.corpus.work import Settings, Work
from unspoken.errors import UnspokenError
from unspoken.sources import LARGEST_FILE

SHARE = 1  # of a processor, for what brings works as for each reader
AHEAD = 4  # groups on their way, for each reader
LOOK = 0.25  # seconds between two looks whether all is over
FIRST = b""  # in the queue; what was taken after it is not there again


def engine(bounds: Bounds, address: str | None = None) -> Engine:
    """What reads works by Ray Data.

    Args:
        bounds: how readers are used; no ``workers``: as many as the cluster has room for.
        address: of the cluster; None: Ray is started on this machine, and stopped after.
    """
    return partial(_read, bounds, address)


def _read(bounds: Bounds, address: str | None, todo: Todo, settings: Settings) -> Iterator[Answer]:
    with connected(address, bounds.workers) as workers:
        feed = _Feed(todo, AHEAD * workers)
        try:
            for row in _rows(feed.queue, workers, settings, bounds):
                yield from answers(row)
                feed.arrived()
        except UnspokenError:
            raise
        except Exception as error:
            told = " ".join(str(error).split())[-300:]
            raise NoCluster(f"Ray broke down ({type(error).__name__}: {told}); go on with --resume") from None
        finally:
            feed.stop()
    if feed.fault:
        raise feed.fault


class _Feed:
    """A thread of this process that puts works into a queue which the cluster can read, and not too many."""

    def __init__(self, todo: Todo, most: int) -> None:
        self.queue: Any = import_module("ray.util.queue").Queue(
            actor_options={"num_cpus": 0, "scheduling_strategy": _here()}
        )
        self.fault: BaseException | None = None
        self._todo, self._room, self._over = todo, threading.Semaphore(most), threading.Event()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def arrived(self) -> None:
        """The records of a group are here; there is room for another."""
        self._room.release()

    def stop(self) -> None:
        """Put no more, and have done."""
        self._over.set()
        self._thread.join()

    def _work(self) -> None:
        try:
            self.queue.put(FIRST)
            for group in groups((number, _filled(work)) for number, work in self._todo):
                while not self._room.acquire(timeout=LOOK):
                    if self._over.is_set():
                        return
                self.queue.put(group)
        except BaseException as error:
            self.fault = error
        finally:
            if not self._over.is_set():
                with suppress(Exception):  # a queue that is lost is told of by who takes from it
                    self.queue.put(None)


def _filled(work: Work) -> Work:
    """A work with the bytes of its file, for other machines may not have it. What cannot be had, the reader tells."""
    if work.path is None or work.fault or work.size > LARGEST_FILE or Path(work.path).name != work.name:
        return work
    try:
        return structs.replace(work, data=Path(work.path).read_bytes())
    except OSError:
        return work


def _rows(queue: Any, workers: int, settings: Settings, bounds: Bounds) -> Iterator[bytes]:
    """What readers made of the groups in a queue, as it comes."""
    data: Any = import_module("ray.data")
    context = data.DataContext.get_current().copy()
    context.enable_progress_bars = context.print_on_execution_start = False
    context.target_max_block_size = 1  # bytes: each group goes on at once, without others
    with data.DataContext.current(context):
        brought = data.from_items([0]).map_batches(
            _bring, fn_kwargs={"queue": queue}, batch_size=None, num_cpus=SHARE,
            compute=data.TaskPoolStrategy(size=1),  # unlike the readers, lest it become one of them
        )  # fmt: skip
        made = brought.map_batches(
            _Actor, fn_constructor_kwargs={"settings": settings, "bounds": bounds}, batch_size=None,
            batch_format="pyarrow", num_cpus=SHARE,
            compute=data.ActorPoolStrategy(size=workers, max_tasks_in_flight_per_actor=2),
        )  # fmt: skip
        for batch in made.iter_batches(batch_size=None, batch_format="pyarrow", prefetch_batches=0):
            yield from batch["group"].to_pylist()


def _here() -> Any:
    """This machine, if it has room."""
    ray: Any = import_module("ray")
    strategies: Any = import_module("ray.util.scheduling_strategies")
    return strategies.NodeAffinitySchedulingStrategy(ray.get_runtime_context().get_node_id(), soft=True)


def _bring(_: Any, queue: Any) -> Iterator[Any]:
    if queue.get() != FIRST:
        raise RuntimeError("the process that brings the works was lost")
    while (group := queue.get()) is not None:
        yield _block([group])


class _Actor:
    def __init__(self, settings: Settings, bounds: Bounds) -> None:
        self._reader = Reader(settings, bounds)

    def __call__(self, block: Any) -> Any:
        return _block([self._reader.read(group) for group in block["group"].to_pylist()])


def _block(groups: list[bytes]) -> Any:
    """Bytes as Ray Data carries them whole; arrays of numpy would lose zeros at their ends."""
    import pyarrow

    return pyarrow.table({"group": pyarrow.array(groups, pyarrow.large_binary())})
