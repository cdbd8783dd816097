"""One tie between two people, as some words tell it."""

from __future__ import annotations

from dataclasses import dataclass

from unspoken.layers.characters import Pronouns
from unspoken.layers.relationships import RelationshipKind, Status
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.ties.roles import Role

OWNED, CALLED, SURNAME = 1.0, 0.7, 0.5  # how far each way of telling is to be believed


@dataclass(frozen=True)
class Tie:
    """``other`` is the ``relation`` of ``owner``: (Fen, Noreen, parent)."""

    owner: str
    other: str
    kind: RelationshipKind
    relation: str
    inverse: str
    status: Status | None
    start: int
    end: int
    weight: float
    pronouns: Pronouns | None = None  # that the word asks for: a mother is "she"

    def possible(self, people: People) -> bool:
        """Whether it can be: of two persons, and a "he" is nobody's mother, whatever was resolved."""
        if self.owner == self.other or not (people.is_person(self.owner) and people.is_person(self.other)):
            return False
        found = people.characters[self.other].pronouns
        return self.pronouns is None or found not in ("he", "she") or found == self.pronouns


def tie_of(role: Role, owner: str, other: str, start: int, end: int, weight: float) -> Tie:
    """The tie that a role noun tells: ``other`` is ``owner``'s ``role``."""
    return Tie(owner, other, role.kind, role.relation, role.inverse, role.status, start, end, weight, role.pronouns)
