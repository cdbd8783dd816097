"""One tie between two people, as some words tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from unspoken.layers.characters import Pronouns
from unspoken.layers.relationships import RelationshipKind, Status
from unspoken.stages.relationships.pairs import Pair, pair_of
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
    faint: bool = False  # it tells nothing alone: whose it is may be a slip
    guess: bool = False  # nor with others of its kind: whom its words mean is a guess
    sure: float = 1.0  # whom they mean, as far as that was told

    def possible(self, people: People) -> bool:
        """Whether it can be: of two persons, and a "he" is nobody's mother, whatever was resolved."""
        if self.owner == self.other or not (people.is_person(self.owner) and people.is_person(self.other)):
            return False
        found = people.characters[self.other].pronouns
        return self.pronouns is None or found not in ("he", "she") or found == self.pronouns


def tie_of(role: Role, owner: str, other: str, start: int, end: int, weight: float, faint: bool = False) -> Tie:
    """The tie that a role noun tells: ``other`` is ``owner``'s ``role``."""
    told = (role.kind, role.relation, role.inverse, role.status)
    return Tie(owner, other, *told, start, end, weight, role.pronouns, faint)


def borne_out(ties: Sequence[Tie]) -> set[tuple[Pair, RelationshipKind]]:
    """Pairs with a kind that one phrase tells plainly, or two faintly; a phrase may be read as more than one tie, and a
    guess tells nothing beside however many others."""
    plain = {_told(tie) for tie in ties if not (tie.faint or tie.guess)}
    phrases = {(*_told(tie), tie.end) for tie in ties if tie.faint and not tie.guess}
    faintly = Counter((pair, kind) for pair, kind, _ in phrases)
    return plain | {key for key, count in faintly.items() if count > 1}


def _told(tie: Tie) -> tuple[Pair, RelationshipKind]:
    return pair_of(tie.owner, tie.other), tie.kind
