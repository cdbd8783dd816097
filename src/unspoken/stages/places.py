"""Places: entities of one place gathered under its name."""

from __future__ import annotations

from collections import Counter

from unspoken.document import Document
from unspoken.layers.entities import Entity, Place
from unspoken.layers.keys import ENTITIES, PLACES
from unspoken.layers.spans import Span
from unspoken.pipeline import Stage
from unspoken.stages.called import POINTING

KINDS = ("FAC", "LOC", "GPE")
LONGEST = 6  # words; what is longer tells of a place, and is no name for it


def find_places(document: Document) -> tuple[Place, ...]:
    """Places in order of appearance, each with the words that name it most often."""
    gathered: dict[str, list[Entity]] = {}
    for entity in document[ENTITIES]:
        short = len(document.text[entity.start : entity.end].split()) <= LONGEST
        if entity.type in KINDS and entity.cluster is not None and short:
            gathered.setdefault(entity.cluster, []).append(entity)
    return tuple(
        Place(f"p{n}", _name(document.text, group), tuple(Span(e.start, e.end) for e in group))
        for n, group in enumerate(gathered.values())
    )


STAGE = Stage("places", "3", (ENTITIES,), PLACES, find_places)


def _name(text: str, group: list[Entity]) -> str:
    """The most frequent words that are no mere pointer ("it", "there"), if there are any others."""
    naming = [e for e in group if e.form != "PRON" and text[e.start : e.end].lower() not in POINTING]
    written = Counter(" ".join(text[e.start : e.end].split()) for e in naming or group)
    return max(written, key=lambda w: (written[w], -len(w), w))
