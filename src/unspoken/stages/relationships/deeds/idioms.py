"""What set phrases say that the subject of a clause does to somebody in the phrase: "had a row with Ann"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unspoken.layers.clauses import Clause
from unspoken.stages.prefilter import compiled
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.ties.idioms import found

NEAR = 600  # code points before a deed that may tell what it is part of: a ring is put on at a wedding


def deeds_told(people: People, i: int, clauses: Sequence[Clause]) -> Iterator[Happening]:
    """What the subject of clause ``i`` does to another."""
    for row, one, other, start, end in found(people, i, clauses, "deed"):
        if row.get("few", False) and people.crowded:  # lovers give hands to greet and to part, in a novel often
            continue
        if "near" in row and not compiled(row["near"]).search(people.text, max(0, start - NEAR), end):
            continue
        if row.get("victim", False):
            yield Happening(row["type"], other, other, False, start, end, row["confidence"])
            continue
        mutual, lovers = row.get("mutual", False), row.get("lovers", False)
        sure = row["confidence"]
        yield Happening(row["type"], one, other, mutual, start, end, sure, row.get("kind"), lovers=lovers)
