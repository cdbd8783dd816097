"""What is done by saying it, where the narration reports what was said: "I told him that I was sorry"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.people import People

TABLE = "relationship_acts.toml"
REACH = 90  # code points behind the verb that tell what was said


@cache
def sayings() -> tuple[tuple[str, re.Pattern[str], str | None, float], ...]:
    """What may be said so: type, pattern, kind, confidence."""
    rows = resources.table(TABLE)["reported"]["act"]
    return tuple((r["type"], re.compile(r["pattern"], re.I), r.get("kind"), r["confidence"]) for r in rows)


def reported(people: People, clause: Clause) -> Iterator[Happening]:
    """The acts that a clause of telling reports, to the one who is told, or to the only other who is there."""
    if clause.lemma not in resources.table(TABLE)["reported"]["lemmas"].split() or clause.quotation is not None:
        return
    actor = people.meant(clause.subject)
    if len(actor) != 1:
        return
    for type_, pattern, kind, sure in sayings():
        said = pattern.match(people.text, clause.end, clause.end + REACH)
        other = _told(people, clause, actor[0]) if said else None
        if said and other and other != actor[0] and people.is_person(other) and people.is_person(actor[0]):
            yield Happening(type_, actor[0], other, False, clause.start, said.end(), sure, kind)


def _told(people: People, clause: Clause, actor: str) -> str | None:
    if clause.object is not None:
        return next(iter(people.meant(clause.object)), None)
    scene = people.scene(clause.start)
    others = [who for who in scene.present if who != actor and people.is_person(who)] if scene else []
    return others[0] if len(others) == 1 else None
