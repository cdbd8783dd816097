"""Places: entities of one place gathered under its name."""

from __future__ import annotations

from collections import Counter

from unspoken.document import Document
from unspoken.layers.entities import Entity, Place
from unspoken.layers.keys import ENTITIES, PLACES
from unspoken.layers.spans import Span
from unspoken.pipeline import Stage

KINDS = ("FAC", "LOC", "GPE")


def find_places(document: Document) -> tuple[Place, ...]:
    """Places in order of appearance, each with the words that name it most often."""
    gathered: dict[str, list[Entity]] = {}
    for entity in document[ENTITIES]:
        if entity.type in KINDS and entity.cluster is not None:
            gathered.setdefault(entity.cluster, []).append(entity)
    return tuple(
        Place(f"p{n}", _name(document.text, group), tuple(Span(e.start, e.end) for e in group))
        for n, group in enumerate(gathered.values())
    )


STAGE = Stage("places", "1", (ENTITIES,), PLACES, find_places)


def _name(text: str, group: list[Entity]) -> str:
    written = Counter(" ".join(text[e.start : e.end].split()) for e in group)
    return max(written, key=lambda w: (written[w], -len(w), w))
