"""The contract of a stage, and how stages are ordered and run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from unspoken.document import Document
from unspoken.errors import BadPipeline
from unspoken.layers.keys import BREAKS, CHAPTERS, CORRECTIONS, EMPHASIS, PARAGRAPHS, Layer
from unspoken.layers.provenance import LayerRun

GIVEN: tuple[Layer[Any], ...] = (PARAGRAPHS, CHAPTERS, EMPHASIS, BREAKS, CORRECTIONS)
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
        began = time.perf_counter()
        records = stage.run(document.only(stage.reads))
        document = document.attach(stage.makes, records)
        runs.append(LayerRun(stage.makes.name, stage.name, stage.version, round(time.perf_counter() - began, 4)))
    return document, runs
