"""Of what kind a relationship is: ties in words, kinship, and what happens, weighed together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from unspoken.layers.feelings import Attitude, Feeling
from unspoken.layers.relationships import RelationshipKind
from unspoken.stages.cast.relations import SHORT
from unspoken.stages.mentions.names import kin_terms
from unspoken.stages.relationships.company import acquainted, called_by_office, conversing, few_who_talk, friends
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.kin import Kinship, of_one_blood
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.ties.roles import kin_inverses
from unspoken.stages.relationships.ties.tie import Tie, borne_out

Weights = dict[Pair, dict[RelationshipKind, float]]

TOLD = 0.5  # the least weight at which a kind is told
KNOWN = 0.5  # the weight of an acquaintance: any other kind goes before it

SHOWS: dict[str, tuple[RelationshipKind, float]] = {
    "kiss": ("romance", 0.6),
    "couple": ("romance", 1.0),
    "marry": ("romance", 1.5),
    "divorce": ("romance", 1.5),
    "break_up": ("romance", 1.0),
    "lovers": ("romance", 1.0),
    "dumped": ("romance", 1.0),
    "works": ("work", 1.0),
    "teaches": ("school", 1.0),
    "serves": ("service", 1.0),
    "befriend": ("friendship", 1.2),
}
FELT, FELT_MOST = 0.2, 0.9  # each feeling of a kind, and all of them: less than a kiss
LOVES = 0.6  # the intensity of a love that may be of lovers: to like is less
LIPS = re.compile(
    r"\b(?:lips|mouth)\b|\b(?:each other|one another)\b|\b(?:passionate|hungri|fierce|greed|wild|ardent)ly\b", re.I
)
NEAR = 1.0  # the weight of words for two who are always together
BEYOND = 25  # code points after a deed that may still say what was kissed
ALONE = 0.3  # and all of them where only one of the two feels so: no kind by itself


def weigh(
    people: People,
    ties: Sequence[Tie],
    kin: Mapping[Pair, Kinship],
    happenings: Iterable[Happening],
    feelings: Iterable[Feeling],
    attitudes: Iterable[Attitude],
) -> Weights:
    """The weight of each kind for every pair with evidence."""
    weights: Weights = defaultdict(lambda: defaultdict(float))
    few, firm = len(people.text) < SHORT, borne_out(ties)
    for tie in ties:
        if tie.kind == "acquaintance" and not (people.has_name(tie.owner) and people.has_name(tie.other)):
            continue  # a neighbour of whom no more is known sits beside somebody at table
        if (pair_of(tie.owner, tie.other), tie.kind) not in firm:
            continue
        if tie.relation not in kin_inverses():  # kin are weighed below, when their contradictions are settled
            weights[pair_of(tie.owner, tie.other)][tie.kind] += tie.weight
    for pair, kinship in kin.items():
        if kinship.told and (pair, kinship.kind) not in firm:
            continue
        if not kinship.told and (people.crowded or not ((few or people.share_a_scene(*pair)) and _alike(people, pair))):
            continue  # what merely follows would fill a family novel with cousins: of such claims, one in ten was right
        weights[pair][kinship.kind] = max(weights[pair][kinship.kind], kinship.weight)
        if kinship.relation == "spouse":
            weights[pair]["family"] = max(weights[pair]["family"], 0.5 * kinship.weight)
    talking = conversing(people)
    for h in happenings:
        if h.type == "meet" and h.pair in talking:
            weights[h.pair]["acquaintance"] = KNOWN
        kind, weight = kind_shown(h)
        if kind is not None and not _only_fond(people, h):
            weights[h.pair][kind] += weight * h.confidence
    for (pair, kind), weight in _felt(feelings, attitudes).items():
        weights[pair][kind] += weight
    akin = {pair_of(tie.owner, tie.other) for tie in ties if tie.kind == "family"}
    for pair in acquainted(people) - akin:
        weights[pair]["acquaintance"] += KNOWN
    for pair, kind in called_by_office(people):
        weights[pair][kind] = max(weights[pair][kind], TOLD)
    for pair in friends(people) - akin:
        if _little_told(weights[pair]) and (few or not weights[pair].get("romance")):
            weights[pair]["friendship"] += TOLD
    for pair in few_who_talk(people) - akin:
        if _little_told(weights[pair]):
            weights[pair]["acquaintance"] = KNOWN
    blood = of_one_blood(ties, kin) | _called_kin(people, ties, weights)
    return {pair: _without_incest(of, pair in blood) for pair, of in weights.items() if _persons(people, pair)}


def _called_kin(people: People, ties: Iterable[Tie], pairs: Iterable[Pair]) -> set[Pair]:
    """Pairs in a work of many of whom one is known as "Aunt Ann" or "Uncle Ben", and no word says that they are lovers:
    what they feel for each other is of kin."""
    wed = {pair_of(tie.owner, tie.other) for tie in ties if tie.kind == "romance"}
    titled = {who for who, of in people.characters.items() if of.name.lower().split(" ")[0] in kin_terms()}
    return {pair for pair in pairs if people.crowded and pair not in wed and titled.intersection(pair)}


def kind_shown(deed: Happening) -> tuple[RelationshipKind | None, float]:
    """Which kind a deed shows two to be of, and how strongly."""
    kind, weight = SHOWS.get(deed.type, (None, 0.0))
    if deed.type == "close" and deed.kind == "friendship":  # "were thick as thieves"
        return "friendship", NEAR
    return ("romance", 0.6) if deed.kind == "romance" and kind != "romance" else (kind, weight)


def _only_fond(people: People, deed: Happening) -> bool:
    """Whether a kiss may be one of friends or kin, as most are in a work of many, if it is not told to be on the
    lips; a love that is told too shows what it is."""
    words = people.text[deed.start : deed.end + BEYOND]
    return people.crowded and deed.type == "kiss" and LIPS.search(words) is None


def kind_felt(feeling: Feeling) -> RelationshipKind | None:
    """Which kind a feeling speaks for: love that may be of lovers, envy of rivals."""
    if feeling.negated or feeling.hypothetical or feeling.experiencer == feeling.target:
        return None
    if feeling.emotion == "love" and feeling.channel in ("named", "speech") and feeling.intensity >= LOVES:
        return "romance"
    return "rivalry" if feeling.emotion == "jealousy" else None


def ranked(weights: Mapping[RelationshipKind, float]) -> tuple[RelationshipKind, ...]:
    """The kinds that are told, the weightiest first; an acquaintance only where hardly anything else is."""
    others = {k: w for k, w in weights.items() if k != "acquaintance"}
    told = [k for k, w in others.items() if w >= TOLD]
    if not told:
        return ("acquaintance",) if weights.get("acquaintance", 0.0) >= KNOWN and _little_told(weights) else ()
    return tuple(sorted(told, key=lambda k: (-round(weights[k], 6), k)))


def _little_told(weights: Mapping[RelationshipKind, float]) -> bool:
    """Whether nothing speaks for a kind, but that one of the two loves, hates or envies the other."""
    return max((w for kind, w in weights.items() if kind != "acquaintance"), default=0.0) <= ALONE


def _felt(feelings: Iterable[Feeling], attitudes: Iterable[Attitude]) -> dict[tuple[Pair, RelationshipKind], float]:
    """Love, hatred and envy that are named, and love that is declared where both feel it (where one declares it, that
    is a deed already); capped, since a feeling is not yet a relationship."""
    named, all_ = _sums(), _sums()
    for f in feelings:
        kind = kind_felt(f)
        if kind is None or not (f.experiencer and f.target):
            continue
        key: tuple[Pair, RelationshipKind] = (pair_of(f.experiencer, f.target), kind)
        all_[key][f.experiencer] += FELT
        named[key][f.experiencer] += FELT if f.channel != "speech" else 0.0
    for a in attitudes:
        hates = a.value == "negative" and a.emotion in ("anger", "contempt")
        if a.emotion == "love" or hates:
            for sums in (named, all_):
                sums[pair_of(a.holder, a.target), "enmity" if hates else "romance"][a.holder] += FELT
    return {
        key: min(sum(of.values()), FELT_MOST) if len(of) > 1 else min(sum(named[key].values()), ALONE)
        for key, of in all_.items()
    }


def _sums() -> dict[tuple[Pair, RelationshipKind], dict[str, float]]:
    return defaultdict(lambda: defaultdict(float))


def _without_incest(weights: dict[RelationshipKind, float], near: bool) -> dict[RelationshipKind, float]:
    """Between near kin, words of love and of friends are words of the family."""
    return {k: w for k, w in weights.items() if not (near and k in ("romance", "friendship"))}


def _alike(people: People, pair: Pair) -> bool:
    """Whether both are known by names, or neither: "his uncle" may well be the other, who has one ("my mother" is who
    she is)."""
    known = {people.has_name(who) or people.characters[who].name.lower().startswith("my ") for who in pair}
    return len(known) == 1


def _persons(people: People, pair: Pair) -> bool:
    return pair[0] != pair[1] and all(people.is_person(who) for who in pair)
