"""Kinship: which relation each pair of kin stands in, and what follows from others' relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from unspoken.layers.characters import Character
from unspoken.layers.relationships import RelationshipKind
from unspoken.stages.relationships.pairs import Pair
from unspoken.stages.relationships.roles import compositions, kin_inverses, role_words
from unspoken.stages.relationships.ties import Tie

SURE = 1.0  # a relation is composed with others only from this weight on
DECAY = 0.7  # what follows is less sure than what was told
ROUNDS = 2  # as far as a story asks: a cousin is two steps away
RELATIVE = "relative"


@dataclass(frozen=True)
class Kinship:
    """``other`` is the ``relation`` of ``owner``."""

    owner: str
    other: str
    relation: str
    weight: float

    @property
    def kind(self) -> RelationshipKind:
        return "romance" if self.relation == "spouse" else "family"

    def roles(self, characters: Mapping[str, Character]) -> tuple[str | None, str | None]:
        """What owner and other are to each other, in words."""
        if self.relation == RELATIVE:
            return (None, None)
        other = role_words(self.relation, characters.get(self.other))
        return (role_words(kin_inverses()[self.relation], characters.get(self.owner)), other)


def kinships(ties: Iterable[Tie]) -> dict[Pair, Kinship]:
    """The relation of every pair of kin, told or implied, by the pair in order of ids.

    Where the words tell different relations of one pair, the one told most often counts.
    """
    votes: dict[Pair, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for tie in ties:
        if tie.relation in kin_inverses() or tie.relation == RELATIVE:
            pair, relation = _in_order(tie.owner, tie.other, tie.relation)
            votes[pair][relation] += tie.weight
    told = {}
    for pair, counts in votes.items():
        best = max(counts, key=lambda r: (counts[r], r))
        told[pair] = Kinship(*pair, best, counts[best])
    return _closed(told)


def _in_order(owner: str, other: str, relation: str) -> tuple[Pair, str]:
    if owner <= other:
        return (owner, other), relation
    return (other, owner), kin_inverses().get(relation, relation)


def _closed(told: dict[Pair, Kinship]) -> dict[Pair, Kinship]:
    """What is told, and what follows: my mother's brother is my uncle."""
    known, rules = dict(told), compositions()
    for round_ in range(ROUNDS):
        of: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
        for k in known.values():
            if k.weight >= SURE * DECAY**round_ and k.relation != RELATIVE:
                of[k.owner].append((k.other, k.relation, k.weight))
                of[k.other].append((k.owner, kin_inverses()[k.relation], k.weight))
        for owner in sorted(of):
            for middle, first, w1 in of[owner]:
                for other, second, w2 in of[middle]:
                    relation = rules.get((first, second))
                    pair, relation = _in_order(owner, other, relation) if relation else ((owner, owner), None)
                    if relation and other != owner and pair not in known:
                        known[pair] = Kinship(*pair, relation, min(w1, w2) * DECAY)
    return known
