"""How two came to know each other, told of both: "They met because of a fire", "It was on a roof that they had met"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unspoken.layers.clauses import Clause
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.deeds.told import imagined, real
from unspoken.stages.relationships.people import People

SURE = 0.55
BOTH = frozenset({"they", "we", "the two", "the two of them", "the two of us", "both", "the pair"})
USUAL = re.compile(r"\b(?:again|as usual|every|always|often|on \w+days|halfway|by appointment|up|up with|eyes)\b", re.I)


def met(people: People, clauses: Sequence[Clause]) -> Iterator[Happening]:
    """The meeting that a scene that looks back tells of two together, where nobody else is the one whom they meet.

    Args:
        people: whom "they" mean.
        clauses: of the text, in order.
    """
    for i, clause in enumerate(clauses):
        if clause.lemma != "meet" or clause.quotation is not None or clause.subject is None:
            continue
        if not real(i, clauses) or imagined(people, clause) or _somebody(clause):
            continue
        scene = people.scene(clause.start)
        if scene is None or scene.mode != "analepsis" or USUAL.search(people.text, clause.start, clause.end):
            continue
        subject = people.text[clause.subject.start : clause.subject.end].lower()
        two = people.meant(clause.subject)
        two = two if len(two) == 2 else people.plural(clause.start, subject == "we") if subject in BOTH else ()
        if len(two) == 2 and two[0] != two[1] and all(people.is_person(who) for who in two):
            yield Happening("meet", two[0], two[1], True, clause.start, clause.end, SURE)


def _somebody(clause: Clause) -> bool:
    """Whether they meet somebody else; before its verb stands where it was ("It was on a roof that they had met")."""
    return clause.object is not None and clause.object.start > clause.verb.start
