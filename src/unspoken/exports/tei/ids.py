"""Names for records as XML has them: unique in the whole file, and the story's own ids wherever these will do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from unspoken.story import Story

Key = tuple[str, str]
Ids = Mapping[Key, str]
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")  # without a dot: a dot marks the names that the export itself makes


def ids_of(story: Story) -> Ids:
    """The ``xml:id`` of each record, by its kind and its id in the story."""
    made: dict[Key, str] = {}
    taken: set[str] = set()
    for kind, raws in _records(story):
        for number, raw in enumerate(raws, start=1):
            if (kind, raw) not in made:
                plain = _NAME.fullmatch(raw) and raw not in taken
                made[kind, raw] = raw if plain else f"{kind}.{number}"
                taken.add(raw)
    return made


def pointer(ids: Ids, kind: str, raw: str | None) -> str | None:
    """``#c1``, or None where there is no such record."""
    found = ids.get((kind, raw)) if raw is not None else None
    return f"#{found}" if found else None


def pointers(ids: Ids, kind: str, raws: Iterable[str | None]) -> str | None:
    """Several pointers as one attribute; None where there are none."""
    found = [made for raw in dict.fromkeys(raws) if (made := pointer(ids, kind, raw))]
    return " ".join(found) or None


def _records(story: Story) -> Iterator[tuple[str, list[str]]]:
    yield "person", [c.id for c in story.characters]
    yield "place", [p.id for p in story.places]
    yield "chapter", [c.id for c in story.chapters]
    yield "scene", [s.id for s in story.scenes]
    yield "document", [d.id for d in story.documents]
    yield "quote", [q.id for q in story.quotes]
    yield "relationship", [r.id for r in story.relationships]
    yield "feeling", [f.id for f in story.feelings]
    yield "attitude", [a.id for a in story.attitudes]
    yield "belief", [b.id for b in story.beliefs]
    yield "gap", [g.id for g in story.gaps]
