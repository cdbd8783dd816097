"""A data set of many works: begun or gone on with, read by an engine, written part by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Protocol

from msgspec import structs

from unspoken.corpus import manifest, spool
from unspoken.corpus.inputs import Survey, survey, works
from unspoken.corpus.lock import locked
from unspoken.corpus.manifest import Totals
from unspoken.corpus.parts import is_whole, part_file, write_part
from unspoken.corpus.work import Record, Settings, Work, unpack
from unspoken.errors import BadInput

PART = 500  # works in a part

Todo = Iterator[tuple[int, Work]]
Engine = Callable[[Todo, Settings], Iterator[tuple[int, bytes]]]  # gives packed records by number, in any order


class Listener(Protocol):
    """Who is told how far a run is."""

    def begin(self, works: int, size: int) -> None:
        """So many works and bytes are still to be read."""

    def done(self, record: Record) -> None:
        """A work was read, and its record is on the disk."""


@dataclass(frozen=True)
class Job:
    """What is to be made of what, and where. ``part`` is the number of works in a part."""

    inputs: tuple[str, ...]
    out: Path
    settings: Settings
    part: int = PART
    resume: bool = False


def run(job: Job, engine: Engine, listener: Listener) -> Totals:
    """Make a data set, or go on with one.

    A work's part follows from its place in the input alone, and a part is written when its last work is read. What is
    done at any moment is on the disk, in files that are whole; so a run that was killed can be gone on with, and makes
    the same bytes as one that was not, with any engine.

    Args:
        job: what to do.
        engine: reads the works.
        listener: is told what there is to do, and each record as it comes.

    Returns:
        What the data set holds now.

    Raises:
        BadInput: an input is no good, or is not what it was a moment ago.
        BadOutput: the folder is no good, or is full; what is in it is kept, to go on with.
    """
    given = survey(job.inputs)
    wanted = manifest.manifest(job.settings, job.part, given)
    with locked(job.out):
        found = manifest.begun(job.out, wanted, job.resume)
        spool.sweep(job.out)
        if found is None:
            manifest.write(job.out, wanted)
        if found is None or found.totals is None:
            _read(job, given, engine, listener)
            found = structs.replace(wanted, totals=_totals(job, given.works))
            manifest.write(job.out, found)
        spool.drop(job.out)
        assert found.totals is not None
        return found.totals


def _read(job: Job, given: Survey, engine: Engine, listener: Listener) -> None:
    """Read what is not yet read, and write each part when it is whole."""
    count = given.works
    sizes = {p: min(job.part, count - p * job.part) for p in range(_parts(job, count)) if not is_whole(job.out, p)}
    there = {p: spool.kept(job.out, p) for p in sizes}
    left = Counter({p: size - len(there[p]) for p, size in sizes.items()})
    listener.begin(
        *_left(job, there) if any(there.values()) or len(sizes) < _parts(job, count) else (count, given.size)
    )
    for part in [p for p in sizes if not left[p]]:
        _close(job, part)
    for number, packed in engine(_todo(job, there), job.settings):
        record, part = unpack(packed), number // job.part
        spool.keep(job.out, part, number, record)
        listener.done(record)
        left[part] -= 1
        if not left[part]:
            _close(job, part)
    if +left:
        raise BadInput(job.inputs[0], "there are fewer works than a moment ago", "leave them alone while they are read")


def _close(job: Job, part: int) -> None:
    write_part(job.out, part, lambda: spool.records(job.out, part))
    spool.drop(job.out, part)


def _todo(job: Job, there: dict[int, set[int]], data: bool = True) -> Todo:
    """The works that are still to be read, with their numbers. ``there`` has open parts, and what is kept of each."""
    for part, numbered in groupby(enumerate(works(job.inputs, data=data)), lambda pair: pair[0] // job.part):
        if part in there:
            yield from ((number, work) for number, work in numbered if number not in there[part])


def _left(job: Job, there: dict[int, set[int]]) -> tuple[int, int]:
    sizes = [work.size for _, work in _todo(job, there, data=False)]
    return len(sizes), sum(sizes)


def _parts(job: Job, count: int) -> int:
    return -(-count // job.part)


def _totals(job: Job, count: int) -> Totals:
    """Counted from the parts, whichever run wrote them."""
    import pyarrow.compute
    import pyarrow.parquet as parquet  # type: ignore[import-untyped, unused-ignore]

    failures = words = 0
    for part in range(_parts(job, count)):
        failures += parquet.read_metadata(part_file(job.out, "failures", part)).num_rows
        column = parquet.read_table(part_file(job.out, "works", part), columns=["words"])["words"]
        words += pyarrow.compute.sum(column).as_py() or 0
    return Totals(count, failures, words)


def failures(out: Path, most: int) -> Sequence[tuple[str, str]]:
    """The first works of a data set that could not be read, and why."""
    import pyarrow.parquet as parquet

    found: list[tuple[str, str]] = []
    for path in sorted((out / "failures").glob("part-*.parquet")):
        columns = parquet.read_table(path).to_pydict()
        found += zip(columns["work"], columns["failure"], strict=True)
        if len(found) >= most:
            break
    return found[:most]
