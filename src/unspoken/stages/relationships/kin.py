"""Kinship: which relation each pair of kin stands in, and what follows from others' relations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from unspoken import resources
from unspoken.layers.characters import Character
from unspoken.layers.relationships import RelationshipKind
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.ties.roles import compositions, kin_inverses, role_words
from unspoken.stages.relationships.ties.tie import CALLED, Tie

FAINT = 0.2  # share of the strongest tie of either below which a tie counts as a slip
MANY = 8.0  # the least weight of a strongest tie beside which others may be slips: a short story tells of kin once
PLAIN = 5.0  # weight from which a tie is no slip, however strong others are
CLOSE = 2  # ties of blood, of whatever relation, from which two are of one blood, love or no love
BLOOD = frozenset(resources.table("relationship_roles.toml")["blood"]["relations"].split())
SURE = CALLED  # a relation is composed with others only from this weight on
DECAY = 0.75  # what follows is less sure than what was told
OFTEN = 2.0  # a spouse told of so many times more often is the spouse
ROUNDS = 2  # as far as a story asks: a cousin is two steps away
RELATIVE = "relative"
WIDOWED = frozenset(("widow", "widower"))  # of the dead one, whose kin are theirs by marriage


@dataclass(frozen=True)
class Kinship:
    """``other`` is the ``relation`` of ``owner``, told in words or implied by the kinship of the pairs ``through``."""

    owner: str
    other: str
    relation: str
    weight: float
    through: tuple[Pair, ...] = ()

    @property
    def told(self) -> bool:
        """Whether words tell it."""
        return not self.through

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

    Where the words tell different relations of one pair, the one told most often counts, less the others.
    """
    votes: dict[Pair, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for tie in ties:
        told_as = "spouse" if tie.relation in WIDOWED else tie.relation
        if told_as in kin_inverses() or told_as == RELATIVE:
            pair, relation = _in_order(tie.owner, tie.other, told_as)
            votes[pair][relation] += tie.weight
    told = {}
    for pair, counts in votes.items():
        best = max(counts, key=lambda r: (counts[r], r))
        rest = sum(w for r, w in counts.items() if r not in (best, RELATIVE))
        told[pair] = Kinship(*pair, best, max(counts[best] - rest, 0.5 * counts[best]))
    return _closed(_consistent(_outstanding(told)))


def of_one_blood(ties: Iterable[Tie], kin: Mapping[Pair, Kinship]) -> frozenset[Pair]:
    """Pairs of near kin, those included that other kin outweigh, or of whom the words tell different relations.

    One word of blood is enough where no word tells of love; it may be a slip where one does.

    Args:
        ties: all that the words tell.
        kin: the kinship of pairs that are kin.
    """
    blood, love = Counter[Pair](), Counter[Pair]()
    for tie in ties:
        if tie.relation in BLOOD:
            blood[pair_of(tie.owner, tie.other)] += 1
        elif tie.kind == "romance":
            love[pair_of(tie.owner, tie.other)] += 1
    told = {pair for pair, count in blood.items() if count >= CLOSE or not love[pair]}
    wed = {pair for pair, kinship in kin.items() if kinship.relation == "spouse"}
    return frozenset(told - wed | {pair for pair, kinship in kin.items() if kinship.relation in BLOOD})


def _outstanding(told: dict[Pair, Kinship]) -> dict[Pair, Kinship]:
    """Without kin that are hardly told beside the kin that are told often: slips of pronouns and of speakers."""
    strongest: dict[str, float] = defaultdict(float)
    for kinship in told.values():
        for who in (kinship.owner, kinship.other):
            strongest[who] = max(strongest[who], kinship.weight)
    beside = {pair: max(strongest[k.owner], strongest[k.other]) for pair, k in told.items()}
    return {p: k for p, k in told.items() if beside[p] < MANY or k.weight >= min(PLAIN, FAINT * beside[p])}


def _consistent(told: dict[Pair, Kinship]) -> dict[Pair, Kinship]:
    """Without marriages that others outweigh: nobody has two spouses of whom one is named far more often, or is
    married to the spouse of a parent."""
    spouses: dict[str, dict[str, float]] = defaultdict(dict)
    parents: dict[str, set[str]] = defaultdict(set)
    for k in told.values():
        if k.relation == "spouse":
            spouses[k.owner][k.other] = spouses[k.other][k.owner] = k.weight
        elif k.relation in ("parent", "child"):
            child, parent = (k.owner, k.other) if k.relation == "parent" else (k.other, k.owner)
            parents[child].add(parent)

    def outweighed(k: Kinship) -> bool:
        for one, other in ((k.owner, k.other), (k.other, k.owner)):
            rivals = {who: w for who, w in spouses[other].items() if who != one}
            if any(w >= OFTEN * k.weight or (who in parents[one] and w >= k.weight) for who, w in rivals.items()):
                return True
        return False

    return {pair: k for pair, k in told.items() if k.relation != "spouse" or not outweighed(k)}


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
            for middle, first, w1 in sorted(of[owner]):
                for other, second, w2 in sorted(of[middle]):
                    relation = rules.get((first, second))
                    pair, relation = _in_order(owner, other, relation) if relation else ((owner, owner), None)
                    if relation and other != owner and pair not in known:
                        links = (pair_of(owner, middle), pair_of(middle, other))
                        known[pair] = Kinship(*pair, relation, min(w1, w2) * DECAY, links)
    return known
