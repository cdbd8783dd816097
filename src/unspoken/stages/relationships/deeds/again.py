"""Who meet again after long: "They had not seen each other for ten years when she walked in"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.deeds.told import imagined
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People

SURE = 0.55
WHEN = re.compile(r",? (?:when|until|till|before)\b", re.I)
EACH_OTHER = re.compile(r"\b(?:each other|one another)\b", re.I)
SOON = 600  # code points within which two who meet begin to talk


def again(people: People, clauses: Sequence[Clause]) -> Iterator[Happening]:
    """The reunions of two of whom it is told how long they have not seen each other, and who are together now.

    Args:
        people: whom the words mean, and who talks to whom.
        clauses: of the text, in order.
    """
    table = resources.table("relationship_verbs.toml")["unseen"]
    time = re.compile(table["time"], re.I)
    for clause in clauses:
        if clause.lemma not in table["lemmas"].split() or not clause.negated or clause.tense != "pluperfect":
            continue
        if clause.quotation is not None or clause.conditional or imagined(people, clause):
            continue
        pair = _two(people, clause)
        if pair is not None and time.search(people.text, clause.start, clause.end) and _met(people, clause, pair):
            yield Happening("reunite", *pair, True, clause.start, clause.end, SURE)


def _two(people: People, clause: Clause) -> Pair | None:
    who, whom = people.meant(clause.subject), people.meant(clause.object)
    mutual = EACH_OTHER.search(people.text, clause.start, clause.end)
    two = who if mutual else (*who, *whom)
    known = len(two) == 2 and two[0] != two[1] and all(people.is_person(w) for w in two)
    return pair_of(two[0], two[1]) if known else None


def _met(people: People, clause: Clause, pair: Pair) -> bool:
    """Whether they are in one scene, where it tells what ended it, or they talk soon."""
    scene = people.scene(clause.start)
    if scene is None or not set(pair) <= {n.character for n in people.named.inside(scene.start, scene.end)}:
        return False
    behind = people.voices.inside(clause.end, min(scene.end, clause.end + SOON))
    talk = any(len(v.hearers) == 1 and pair_of(v.speaker, v.hearers[0]) == pair for v in behind)
    return talk or WHEN.match(people.text, clause.end) is not None
