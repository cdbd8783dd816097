"""Of what kind a relationship is: ties in words, kinship, and what happens, weighed together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from unspoken import resources
from unspoken.layers.feelings import Attitude, Feeling
from unspoken.layers.relationships import RelationshipKind
from unspoken.stages.relationships.calls import familiar
from unspoken.stages.relationships.happenings import Happening
from unspoken.stages.relationships.kin import Kinship
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.roles import kin_inverses
from unspoken.stages.relationships.tie import Tie

Weights = dict[Pair, dict[RelationshipKind, float]]

TOLD = 0.5  # the least weight at which a kind is told
MUCH, CALLED = 12, 1  # speeches between two, and how often each calls the other by a bare name, that make friends
TALK = 2  # speeches between two people that make them acquainted
KNOWN = 0.3  # the weight of an acquaintance: any other kind goes before it
BLOOD = frozenset(resources.table("relationship_roles.toml")["blood"]["relations"].split())

SHOWS: dict[str, tuple[RelationshipKind, float]] = {
    "kiss": ("romance", 1.0),
    "couple": ("romance", 1.0),
    "marry": ("romance", 1.5),
    "divorce": ("romance", 1.5),
    "break_up": ("romance", 1.0),
    "befriend": ("friendship", 1.2),
}
LOVE, LOVE_MOST = 0.3, 0.9  # each love felt, and all of it: by itself less than a kiss
HATE, HATE_MOST = 0.3, 0.6
ENVY, ENVY_MOST = 0.3, 0.6


def weigh(
    people: People,
    ties: Iterable[Tie],
    kin: Mapping[Pair, Kinship],
    happenings: Iterable[Happening],
    feelings: Iterable[Feeling],
    attitudes: Iterable[Attitude],
) -> Weights:
    """The weight of each kind for every pair with evidence."""
    weights: Weights = defaultdict(lambda: defaultdict(float))
    for tie in ties:
        if tie.relation not in kin_inverses():  # kin are weighed below, when their contradictions are settled
            weights[pair_of(tie.owner, tie.other)][tie.kind] += tie.weight
    for pair, kinship in kin.items():
        if not kinship.told and not people.share_a_scene(*pair):
            continue  # what merely follows, of two who never meet, would fill a family novel with cousins
        weights[pair][kinship.kind] = max(weights[pair][kinship.kind], kinship.weight)
        if kinship.relation == "spouse":
            weights[pair]["family"] = max(weights[pair]["family"], 0.5 * kinship.weight)
    for h in happenings:
        kind, weight = SHOWS.get(h.type, ("acquaintance", KNOWN))
        if h.kind == "romance" and kind != "romance":
            kind, weight = "romance", 0.8
        weights[h.pair][kind] += weight * (h.confidence if kind != "acquaintance" else 1.0)
    for pair, kind, weight in _felt(feelings, attitudes):
        weights[pair][kind] += weight
    calls = familiar(people)
    for pair, count in _talk(people).items():
        if count >= TALK:
            weights[pair]["acquaintance"] += KNOWN
        if count >= MUCH and min(calls[pair], calls[pair[::-1]]) >= CALLED and not _otherwise_told(weights[pair]):
            weights[pair]["friendship"] += TOLD
    return {pair: _without_incest(of, kin.get(pair)) for pair, of in weights.items() if _persons(people, pair)}


def ranked(weights: Mapping[RelationshipKind, float]) -> tuple[RelationshipKind, ...]:
    """The kinds that are told, the weightiest first; an acquaintance only where there is nothing else."""
    told = [k for k, w in weights.items() if w >= TOLD and k != "acquaintance"]
    if not told:
        return ("acquaintance",) if weights.get("acquaintance", 0.0) >= KNOWN else ()
    return tuple(sorted(told, key=lambda k: (-round(weights[k], 6), k)))


def _felt(feelings: Iterable[Feeling], attitudes: Iterable[Attitude]) -> list[tuple[Pair, RelationshipKind, float]]:
    """Love, hatred and envy that are named; each capped, since a feeling is not yet a relationship."""
    sums: dict[tuple[Pair, RelationshipKind], float] = defaultdict(float)
    for f in feelings:
        if f.experiencer and f.target and f.experiencer != f.target and not f.negated and not f.hypothetical:
            if f.emotion == "love" and f.channel in ("named", "speech"):
                sums[pair_of(f.experiencer, f.target), "romance"] += LOVE
            elif f.emotion == "jealousy":
                sums[pair_of(f.experiencer, f.target), "rivalry"] += ENVY
    for a in attitudes:
        if a.emotion == "love":
            sums[pair_of(a.holder, a.target), "romance"] += LOVE
        elif a.value == "negative" and a.emotion in ("anger", "contempt"):
            sums[pair_of(a.holder, a.target), "enmity"] += HATE
    most = {"romance": LOVE_MOST, "rivalry": ENVY_MOST, "enmity": HATE_MOST}
    return [(pair, kind, min(total, most[kind])) for (pair, kind), total in sums.items()]


def _talk(people: People) -> Counter[Pair]:
    return Counter(pair_of(v.speaker, hearer) for v in people.voices.records for hearer in v.hearers)


def _otherwise_told(weights: Mapping[RelationshipKind, float]) -> bool:
    """Whether there is a kind already, of which long talk makes no friendship."""
    return any(w >= TOLD for kind, w in weights.items() if kind != "acquaintance")


def _without_incest(weights: dict[RelationshipKind, float], kinship: Kinship | None) -> dict[RelationshipKind, float]:
    """Between near kin, words of love are words of the family."""
    if kinship is not None and kinship.relation in BLOOD:
        return {k: w for k, w in weights.items() if k != "romance"}
    return dict(weights)


def _persons(people: People, pair: Pair) -> bool:
    return pair[0] != pair[1] and all(people.is_person(who) for who in pair)
