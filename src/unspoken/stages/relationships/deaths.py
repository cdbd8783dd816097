"""Deaths, and which relationships they end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.stages.relationships.happenings import Happening
from unspoken.stages.relationships.pairs import Pair
from unspoken.stages.relationships.people import People

TABLE = "relationship_verbs.toml"
UNNAMED = 0.6  # how sure a death is that is told by a breath that stops


def last_breaths(people: People, clauses: Sequence[Clause]) -> Iterator[Happening]:
    """ "The breathing stopped": the only one in the scene who was said to be dying has died."""
    table = resources.table(TABLE)["last_breath"]
    breath, dying = re.compile(table["pattern"], re.I), re.compile(table["dying"], re.I)
    matches = [m for m in breath.finditer(people.text) if people.voice(m.start()) is None]
    if not matches:
        return
    doomed = {
        who
        for clause in clauses
        if not clause.negated and dying.search(people.text, clause.start, clause.end)
        for who in people.meant(clause.subject)[:1]
        if people.is_person(who)
    }
    for match in matches:
        scene = people.scene(match.start())
        here = doomed & set(scene.present) if scene else set()
        if len(here) == 1:
            (who,) = here
            yield Happening("die", who, who, False, match.start(), match.end(), UNNAMED)


def bereaved(deaths: Iterable[Happening], kinds: Mapping[Pair, Sequence[str]]) -> Iterator[Happening]:
    """Each death as an event of the relationships that it ends: the marriage first, else of kin and friends.

    Args:
        deaths: happenings with ``actor`` the one who dies, once a person.
        kinds: the kinds of every relationship.
    """
    near: dict[str, list[Pair]] = defaultdict(list)
    for pair, of in kinds.items():
        if set(of) & {"romance", "family", "friendship"}:
            for who in pair:
                near[who].append(pair)
    dead: set[str] = set()
    for death in sorted(deaths, key=lambda d: d.start):
        if death.actor in dead:
            continue
        dead.add(death.actor)
        pairs = near[death.actor]
        loved = [p for p in pairs if "romance" in kinds[p]]
        for pair in loved or pairs:
            other = pair[1] if pair[0] == death.actor else pair[0]
            yield replace(death, other=other)
