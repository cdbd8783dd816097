"""The contract of a stage, and how stages are ordered and run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from unspoken.document import Document
from unspoken.errors import BadPipeline
from unspoken.layers.keys import BREAKS, CHAPTERS, CORRECTIONS, EMPHASIS, PARAGRAPHS, PROPOSALS, Layer
from unspoken.layers.provenance import LayerRun

GIVEN: tuple[Layer[Any], ...] = (PARAGRAPHS, CHAPTERS, EMPHASIS, BREAKS, CORRECTIONS, PROPOSALS)
T = TypeVar("T")
Progress = Callable[["Stage", int, int], None]


@dataclass(frozen=True)
class Stage:
    """Reads some layers and makes exactly one.

    ``run`` takes a document that holds the layers in ``reads`` and no others, and returns the records of ``makes``. It
    keeps no state: the same document gives the same records. ``version`` changes when the records may.
    """

    name: str
    version: str
    reads: tuple[Layer[Any], ...]
    makes: Layer[Any]
    run: Callable[[Document], Any]


def ordered(stages: Iterable[Stage], given: Sequence[Layer[Any]] = GIVEN) -> list[Stage]:
    """The stages in an order in which each finds what it reads; otherwise in the order given.

    Raises:
        BadPipeline: two stages make one layer, a layer is read that nobody makes, or stages wait for each other.
    """
    waiting, done, out = list(stages), {layer.name for layer in given}, list[Stage]()
    makers = [stage.makes.name for stage in waiting]
    if twice := sorted({name for name in makers if makers.count(name) > 1}):
        raise BadPipeline(f"more than one stage makes {', '.join(twice)}; keep one")
    while waiting:
        ready = next((s for s in waiting if all(layer.name in done for layer in s.reads)), None)
        if ready is None:
            lack = {f"{s.name} needs {layer.name}" for s in waiting for layer in s.reads if layer.name not in done}
            raise BadPipeline(f"these stages cannot be ordered: {'; '.join(sorted(lack))}; add what makes those layers")
        waiting.remove(ready)
        done.add(ready.makes.name)
        out.append(ready)
    return out


def run(
    document: Document, stages: Sequence[Stage], progress: Progress | None = None
) -> tuple[Document, list[LayerRun]]:
    """Run stages over a document, each on the layers that it declared. A layer that is there already is kept.

    Args:
        document: holds at least the layers that sources make.
        stages: in any order.
        progress: called before each stage with the stage, its number and how many there are.

    Returns:
        The document with all layers, and one record a stage that ran.
    """
    runs = []
    todo = [s for s in ordered(stages) if s.makes not in document]
    for number, stage in enumerate(todo):
        if progress:
            progress(stage, number, len(todo))
        document, ran = _one(document, stage)
        runs.append(ran)
    return document, runs


def dependents(stages: Iterable[Stage], changed: Iterable[Layer[Any]]) -> list[Stage]:
    """The stages whose layers may change when some layers do, at one or more removes, in the order in which they run.

    Raises:
        BadPipeline: the stages cannot be ordered.
    """
    names, out = {layer.name for layer in changed}, []
    for stage in ordered(stages):
        if any(layer.name in names for layer in stage.reads):
            names.add(stage.makes.name)
            out.append(stage)
    return out


def rerun(
    document: Document, stages: Sequence[Stage], layer: Layer[T], records: T, progress: Progress | None = None
) -> tuple[Document, list[LayerRun]]:
    """Replace one layer of a document, and make only those layers again that come out otherwise for it.

    A stage runs again where a layer that it reads is not as it was; where its own layer comes out as before, what
    follows from that one is kept.

    Args:
        document: has all layers that the stages make.
        stages: in any order.
        layer: what to replace.
        records: what is to stand in it.
        progress: called before each stage that may have to run, as in `run`.

    Returns:
        The document, and one record for each stage that ran.

    Raises:
        BadPipeline: the stages cannot be ordered.
    """
    changed = set() if layer in document and document[layer] == records else {layer.name}
    document, runs = document.attach(layer, records), []
    todo = dependents(stages, [layer])
    for number, stage in enumerate(todo):
        if progress:
            progress(stage, number, len(todo))
        if changed.isdisjoint(read.name for read in stage.reads):
            continue
        before = document[stage.makes]
        document, ran = _one(document, stage)
        runs.append(ran)
        if document[stage.makes] != before:
            changed.add(stage.makes.name)
    return document, runs


def _one(document: Document, stage: Stage) -> tuple[Document, LayerRun]:
    """Run a stage on the layers that it declared."""
    began = time.perf_counter()
    records = stage.run(document.only(stage.reads))
    seconds = round(time.perf_counter() - began, 4)
    return document.attach(stage.makes, records), LayerRun(stage.makes.name, stage.name, stage.version, seconds)
