"""``unspoken corpus IN... --out FOLDER``"""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unspoken.cli.options import Debug, Quiet, Recipe, SpeakerThreshold, recipe_named

if TYPE_CHECKING:
    from unspoken.corpus.manifest import Totals
    from unspoken.corpus.run import Engine, Job

FEW = 5  # failures that are named; the table has all

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="IN", help="Files, folders, patterns in quotes, ZIP archives; tables with id and text."),
]
Out = Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where the data set is made; it has to be empty.")]
Json = Annotated[bool, typer.Option("--json", help="Write the whole model of each work too.")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with what an interrupted run left in the folder.")]
Workers = Annotated[
    int | None, typer.Option("--workers", min=1, metavar="N", help="Processes that read; usually one a processor.")
]
Part = Annotated[int, typer.Option("--part", min=1, metavar="N", help="Works in a part of the data set.")]
Seconds = Annotated[int, typer.Option("--seconds", min=0, metavar="N", help="The longest time for a work; 0: any.")]
Memory = Annotated[
    int, typer.Option("--memory", min=0, metavar="MB", help="The most memory for one of the processes; 0: any.")
]


class EngineName(StrEnum):
    """What reads the works."""

    LOCAL = "local"
    RAY = "ray"


Reads = Annotated[EngineName, typer.Option("--engine", help="What reads: processes of this machine, or Ray Data.")]
Address = Annotated[
    str | None, typer.Option("--address", metavar="WHERE", help="A cluster of Ray, or auto; usually this machine.")
]


def corpus(
    inputs: Inputs,
    out: Out,
    json: Json = False,
    resume: Resume = False,
    workers: Workers = None,
    part: Part = 500,
    seconds: Seconds = 1800,
    memory: Memory = 4000,
    engine: Reads = EngineName.LOCAL,
    address: Address = None,
    recipe: Recipe = None,
    speaker_threshold: SpeakerThreshold = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Read many works, and make one data set of them.

    Writes Parquet, a folder for each table. What was killed goes on with --resume, and makes the same bytes.
    """
    from unspoken.corpus.run import Job
    from unspoken.corpus.work import Settings

    settings = Settings(recipe_named(recipe), speaker_threshold, json, seconds)
    job = Job(tuple(inputs), out, settings, part, resume)
    raise typer.Exit(_made(job, _engine(engine, address, workers, memory), quiet, debug))


def _engine(name: EngineName, address: str | None, workers: int | None, memory: int) -> Engine:
    """What reads the works; on a cluster, as many processes as it has room for, unless their number is given."""
    from unspoken.corpus import local

    if name is EngineName.RAY:
        from unspoken.corpus import ray

        alone = 0 if address else _processors()
        return ray.engine(local.Bounds(workers or alone, memory=memory), address)
    if address:
        raise typer.BadParameter("only --engine ray has an address", param_hint="--address")
    return local.engine(local.Bounds(workers or _processors(), memory=memory))


def _made(job: Job, engine: Engine, quiet: bool, debug: bool) -> int:
    """Make the data set; gives the exit code."""
    from unspoken.cli import terminal
    from unspoken.cli.pace import Pace
    from unspoken.cli.work import BAD, INTERRUPTED, OURS, fault
    from unspoken.corpus.run import run
    from unspoken.errors import BadOutput, UnspokenError

    try:
        with Pace(wanted=not quiet) as pace:
            totals = run(job, engine, pace)
    except KeyboardInterrupt:
        terminal.remark("", f"stopped; go on with --resume --out {job.out}")
        return INTERRUPTED
    except UnspokenError as error:
        begun = (
            isinstance(error, BadOutput)
            and "cannot be written" in str(error)
            and os.path.exists(job.out / "manifest.json")
        )
        terminal.remark("", f"{error}; what is done is kept, go on with --resume" if begun else str(error))
        return BAD
    except Exception as error:
        fault("", error, debug=debug)
        return OURS
    return _told(job, totals, quiet)


def _told(job: Job, totals: Totals, quiet: bool) -> int:
    from unspoken.cli import terminal
    from unspoken.cli.work import BAD, GOOD
    from unspoken.corpus.run import failures

    for work, reason in failures(job.out, FEW) if totals.failures else ():
        terminal.remark(work, reason)
    if totals.failures:
        terminal.remark("", f"{totals.failures} of {totals.works} works could not be read; see {job.out / 'failures'}")
    if not quiet:
        terminal.remark("", f"{totals.works} works, {totals.words:,} words in {job.out}")
    return BAD if totals.failures else GOOD


def _processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
