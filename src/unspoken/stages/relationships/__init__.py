"""Relationships: of what kind they are, what happens to them, and how they stand from scene to scene."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from unspoken.document import Document
from unspoken.layers.clauses import Clause
from unspoken.layers.corrections import Strikes
from unspoken.layers.feelings import Feeling
from unspoken.layers.keys import (
    ATTITUDES,
    CHARACTERS,
    CLAUSES,
    DOCUMENTS,
    FEELINGS,
    MENTIONS,
    QUOTES,
    RELATIONSHIPS,
    SCENES,
    STRIKES,
)
from unspoken.layers.relationships import EventType, Relationship, RelationshipEvent, RelationshipKind
from unspoken.layers.scenes import Scene
from unspoken.pipeline import Stage
from unspoken.stages.cast.relations import SHORT
from unspoken.stages.relationships.company import conversing, first_talk
from unspoken.stages.relationships.course import Push, timeline
from unspoken.stages.relationships.deeds.again import again
from unspoken.stages.relationships.deeds.deaths import bereaved, final, followed, from_the_grave, kin_died, last_breaths
from unspoken.stages.relationships.deeds.happenings import Happening, first_meetings, once_a_scene
from unspoken.stages.relationships.deeds.heard import well_heard
from unspoken.stages.relationships.deeds.meetings import met
from unspoken.stages.relationships.deeds.partings import partings
from unspoken.stages.relationships.deeds.quarrels import quarrels
from unspoken.stages.relationships.deeds.reunions import reunions
from unspoken.stages.relationships.deeds.speech import spoken
from unspoken.stages.relationships.deeds.touch import kisses, pardons
from unspoken.stages.relationships.deeds.verbs import narrated, silences
from unspoken.stages.relationships.deeds.vows import CLASP, newly_wed, taken
from unspoken.stages.relationships.grounds import Grounds, grounds
from unspoken.stages.relationships.kin import Kinship, kinships, of_one_blood
from unspoken.stages.relationships.kinds import Weights, ranked, weigh
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.pushes import pushes
from unspoken.stages.relationships.status import Change, Signal, changes
from unspoken.stages.relationships.ties import ties
from unspoken.stages.relationships.ties.roles import role_words
from unspoken.stages.relationships.ties.standings import standings
from unspoken.stages.relationships.ties.tie import Tie
from unspoken.stages.relationships.wrong import (
    deed,
    standing_deeds,
    standing_kinds,
    standing_pairs,
    standing_ties,
    tied,
)
from unspoken.stages.struck import Seen, happened, relationship

TYPES = frozenset(get_args(EventType))
# Deeds that only mend what is broken, or tell a kind and nothing more.
SLIGHT = frozenset(
    ["embrace", "handshake", "return", "taken", "begins", "lovers", "dumped", "works", "teaches", "serves", CLASP]
)
Kinds = tuple[RelationshipKind, ...]


@dataclass(frozen=True)
class Evidence:
    """All that was found, by pair."""

    ties: dict[Pair, list[Tie]]
    kin: dict[Pair, Kinship]
    happenings: dict[Pair, list[Happening]]
    pushes: dict[Pair, list[Push]]
    weights: Weights
    talk: set[Pair]
    strikes: Strikes
    partings: dict[Pair, list[Happening]]
    grounds: Grounds


def make_relationships(document: Document) -> tuple[Relationship, ...]:
    """Pairs of people with evidence of what they are to each other.

    Returns:
        Relationships in the order in which the second of each pair appears. A pair of which no word, deed or talk
        tells anything has none; two who talk, or between whom something happens, have one of no kind where nothing
        tells the kind. Every event and every status rests on a span. What a correction strikes out counts for nothing.
    """
    people = People(document)
    evidence = _gather(document, people)
    pairs = dict.fromkeys(
        [*evidence.weights, *sorted(evidence.happenings), *sorted(evidence.talk), *_few(evidence, people)]
    )
    known = (pair for pair in pairs if all(who in people.characters and people.is_known(who) for who in pair))
    told = [(pair, ranked(evidence.weights.get(pair, {}))) for pair in known]
    told = [(pair, kinds) for pair, kinds in told if kinds or _concerned(pair, evidence, people)]
    told.sort(key=lambda entry: _appearance(people, entry[0]))
    return tuple(
        _relationship(f"r{number}", _cast_order(people, pair), kinds, evidence, people)
        for number, (pair, kinds) in enumerate(told, 1)
    )


STAGE = Stage(
    "relationships",
    "16",
    (CLAUSES, MENTIONS, CHARACTERS, QUOTES, SCENES, DOCUMENTS, FEELINGS, ATTITUDES, STRIKES),
    RELATIONSHIPS,
    make_relationships,
)


def _concerned(pair: Pair, evidence: Evidence, people: People) -> bool:
    """Whether two of whom nothing tells the kind have to do with each other at all."""
    persons = all(people.is_person(who) for who in pair) and pair[0] != pair[1]
    deeds = (h.type for h in evidence.happenings.get(pair, ()))
    concerned = any(type_ not in SLIGHT for type_ in deeds) or pair in evidence.talk
    return persons and (concerned or pair in _few(evidence, people))


def _few(evidence: Evidence, people: People) -> Sequence[Pair]:
    """Pairs with names who part or come together in a text in which few people are about."""
    if len(people.text) >= SHORT:
        return []
    return [pair for pair in sorted(evidence.partings) if all(people.has_name(who, 1) for who in pair)]


def seen_in(document: Document) -> Iterator[Seen]:
    """What corrections may strike out: all ties, deeds and relationships that are found."""
    people, clauses = People(document), document[CLAUSES]
    yield from map(tied, ties(people, document[MENTIONS], clauses))
    yield from map(deed, _deeds(people, clauses, document[FEELINGS]))
    for record in make_relationships(document):
        yield relationship(record)
        yield from (happened(record, event) for event in record.events)


def _deeds(people: People, clauses: Sequence[Clause], feelings: Sequence[Feeling]) -> list[Happening]:
    """All that the narration tells of two, before any is struck out."""
    told = [*narrated(people, clauses), *silences(people, clauses), *quarrels(people, feelings, clauses)]
    told += [*met(people, clauses), *standings(people, clauses), *again(people, clauses), *kisses(people)]
    return told


def _gather(document: Document, people: People) -> Evidence:
    clauses, feelings, attitudes = document[CLAUSES], document[FEELINGS], document[ATTITUDES]
    strikes = document[STRIKES]
    found = standing_ties(ties(people, document[MENTIONS], clauses), strikes)
    kin = kinships(found)
    wed = {pair for pair, kinship in kin.items() if kinship.relation == "spouse"}
    found = [t for t in found if t.relation != "spouse" or pair_of(t.owner, t.other) in wed]
    deeds = standing_deeds(_deeds(people, clauses, feelings), strikes)
    lovers = frozenset(h.pair for h in deeds if h.kind == "romance" and not h.lovers) | frozenset(
        pair_of(t.owner, t.other) for t in found if t.kind == "romance"
    )
    deeds = [h for h in deeds if not h.lovers or h.pair in lovers]
    deeds += standing_deeds(well_heard(spoken(people, lovers, deeds), people), strikes)
    deeds += taken(deeds)
    deeds += standing_deeds(pardons(deeds, people), strikes)
    deeds += standing_deeds(newly_wed(people, found), strikes)
    near = of_one_blood(found, kin)
    deeds = [h for h in deeds if not (h.kind == "romance" and h.pair in near)]
    unnamed = [*last_breaths(people, clauses), *from_the_grave(people)]
    unnamed += kin_died(people, document[MENTIONS], clauses, kin)
    died = [*(h for h in deeds if h.type == "die"), *standing_deeds(unnamed, strikes)]
    died += standing_deeds(followed(people, clauses, died), strikes)
    deaths = final(died, people)
    deeds = once_a_scene(first_meetings((h for h in deeds if h.type != "die"), people, kin.keys() - wed), people)
    weights = standing_kinds(weigh(people, found, kin, deeds, feelings, attitudes), strikes)
    talk, words = standing_pairs(conversing(people), strikes), grounds(people, found, kin, deeds, feelings)
    few = talk | {h.pair for h in deeds} if len(people.text) < SHORT else set()
    deeds += bereaved(deaths, {pair: ranked(of) for pair, of in weights.items()}, people, few)
    by_pair = _by_pair(sorted(deeds, key=lambda h: (h.start, h.end)))
    tied: dict[Pair, list[Tie]] = defaultdict(list)
    for tie in found:
        tied[pair_of(tie.owner, tie.other)].append(tie)
    parted = _by_pair([*partings(people, clauses)])
    pushed = pushes(feelings, attitudes, deeds, document[SCENES])
    return Evidence(tied, kin, by_pair, pushed, weights, talk, strikes, parted, words)


def _relationship(id_: str, pair: Pair, kinds: Kinds, evidence: Evidence, people: People) -> Relationship:
    key = pair_of(*pair)
    happenings, pushed = evidence.happenings.get(key, []), evidence.pushes.get(key, [])
    signals = [*_signals(evidence.ties.get(key, []), happenings, pushed), *_peace(first_talk(people, key))]
    course = changes(next(iter(kinds), None), sorted(signals, key=lambda s: (s.start, s.end, s.type)))
    shared = {scene.id: scene for who in pair for scene in people.scenes_of.get(who, ())}
    moments = timeline(
        pair, sorted(shared.values(), key=lambda s: s.start), course, pushed, people, evidence.partings.get(key, ())
    )
    again = [*_reunions(pair, course), *reunions(key, kinds[:1] == ("romance",), happenings, people)]
    events = _events([*happenings, *standing_deeds(again, evidence.strikes)], people)
    weight = evidence.weights[key][kinds[0]] if kinds else 0.0
    roles = _roles(pair, kinds[0], evidence, people) if kinds else None
    confidence = round(min(0.9, 0.35 + 0.15 * weight), 3)
    words = evidence.grounds.get((key, kinds[0])) if kinds else None
    return Relationship(id_, pair, kinds, roles, moments, events, confidence, words)


def _signals(ties_: Iterable[Tie], happenings: Iterable[Happening], pushed: Iterable[Push]) -> list[Signal]:
    """Evidence for a status, in text order."""
    out = [Signal(t.status, None, t.start, t.end) for t in ties_ if t.status]
    out += [Signal("friends", None, t.start, t.end) for t in ties_ if t.kind == "friendship" and not t.status]
    out += [Signal(h.type, None if h.mutual else h.actor, h.start, h.end, h.confidence) for h in happenings]
    deeds = {(h.start, who) for h in happenings for who in h.pair}
    out += [
        Signal("feeling", p.who, p.start, p.start, p.valence)
        for p in pushed
        if p.valence is not None and (p.start, p.who) not in deeds
    ]
    return out


def _peace(scene: Scene | None) -> list[Signal]:
    """That two talk in a scene; if nothing came between them in it, they were at peace."""
    return [Signal("peace", None, scene.end - 1, scene.end)] if scene else []


def _reunions(pair: Pair, course: Iterable[Change]) -> list[Happening]:
    """What was broken off and is whole again is a reunion."""
    return [
        Happening("reunite", *pair, True, c.signal.start, c.signal.end, 0.6)
        for c in course
        if c.mends and c.signal.type != "reunite"
    ]


def _events(happenings: Iterable[Happening], people: People) -> tuple[RelationshipEvent, ...]:
    """What happens in the scenes that tell it; what lies before them ("they had quarrelled") is no event of theirs."""
    out = []
    for h in once_a_scene((h for h in happenings if h.type in TYPES and not h.before), people):
        if scene := people.scene(h.start):
            actor = None if h.mutual else h.actor
            out.append(RelationshipEvent(h.type, scene.id, h.start, h.end, actor, h.confidence))  # type: ignore[arg-type]
    return tuple(out)


def _roles(
    pair: Pair, main: RelationshipKind, evidence: Evidence, people: People
) -> tuple[str | None, str | None] | None:
    """What each is to the other, by kinship or else by the word that is used most surely."""
    key = pair_of(*pair)
    kinship = evidence.kin.get(key)
    if kinship is not None and kinship.kind == main:
        first, second = kinship.roles(people.characters)
        found = (first, second) if kinship.owner == pair[0] else (second, first)
        return None if found == (None, None) else found
    of_kind = [t for t in evidence.ties.get(key, []) if t.kind == main]
    best = max(of_kind, key=lambda t: (t.weight, -t.start), default=None)
    if best is None or best.relation == "relative":
        return None
    other = role_words(best.relation, people.characters.get(best.other))
    owner = role_words(best.inverse, people.characters.get(best.owner))
    return (owner, other) if best.owner == pair[0] else (other, owner)


def _by_pair(happenings: Sequence[Happening]) -> dict[Pair, list[Happening]]:
    out: dict[Pair, list[Happening]] = defaultdict(list)
    for happening in happenings:
        out[happening.pair].append(happening)
    return out


def _appearance(people: People, pair: Pair) -> tuple[int, int, Pair]:
    first, second = sorted(people.characters[who].first for who in pair)
    return (second, first, pair)


def _cast_order(people: People, pair: Pair) -> Pair:
    a, b = pair
    first, second = ((people.characters[who].first, who) for who in (a, b))
    return (a, b) if first <= second else (b, a)
