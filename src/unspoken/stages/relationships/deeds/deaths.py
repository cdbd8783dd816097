"""Deaths, and which relationships they end."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.mentions import Mention
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.deeds.told import real
from unspoken.stages.relationships.deeds.verbs import dies
from unspoken.stages.relationships.kin import Kinship
from unspoken.stages.relationships.pairs import Pair
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.ties.possessives import owners, role_of
from unspoken.stages.relationships.ties.roles import Role

TABLE = "relationship_verbs.toml"
JUST_BEFORE = 400  # code points
LAST_WORDS = 200  # code points behind a death
CLOSE = frozenset(("family", "romance", "friendship"))  # kinds in which one is bereaved wherever one is
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


def kin_died(
    people: People, mentions: Sequence[Mention], clauses: Sequence[Clause], kin: Mapping[Pair, Kinship]
) -> Iterator[Happening]:
    """ "Their mother had died in May": who it is follows from whose only mother is told of elsewhere."""
    starting = {m.start: m for m in mentions if m.owner is not None}
    for i, clause in enumerate(clauses):
        mention = starting.get(clause.subject.start) if clause.subject else None
        if mention is None or clause.quotation is not None or people.meant(clause.subject):
            continue
        role = role_of(people, mention)
        if role is None or not dies(people, clause) or not real(i, clauses):
            continue
        scene = people.scene(clause.start)
        whose = owners(people, mentions[mention.owner or 0], role)[:1] or (scene.present if scene else ())
        found = {w for o in whose for w in _kin_of(o, role, kin) if people.characters[w].pronouns == role.pronouns}
        for who in found if len(found) == 1 else ():
            yield Happening("die", who, who, False, clause.start, clause.end, UNNAMED)


def _kin_of(owner: str, role: Role, kin: Mapping[Pair, Kinship]) -> set[str]:
    """Who is what the role says to somebody; a parent may be known only as the other parent's wife or husband."""
    found = _related(owner, role.relation, role.inverse, kin)
    if role.relation == "parent":
        found |= {who for parent in found for who in _related(parent, "spouse", "spouse", kin)}
    return found


def _related(owner: str, relation: str, inverse: str, kin: Mapping[Pair, Kinship]) -> set[str]:
    after = {k.other for k in kin.values() if (k.owner, k.relation) == (owner, relation)}
    return after | {k.owner for k in kin.values() if (k.other, k.relation) == (owner, inverse)}


def followed(people: People, clauses: Sequence[Clause], deaths: Sequence[Happening]) -> Iterator[Happening]:
    """ "She followed him in August": who follows the dead, whose death was told just before, has died."""
    soon = re.compile(resources.table(TABLE)["followed"]["pattern"], re.I)
    for clause in clauses:
        if clause.lemma != "follow" or clause.negated or clause.modal or clause.quotation is not None:
            continue
        who, dead = people.meant(clause.subject), people.meant(clause.object)
        near = {d.actor for d in deaths if 0 < clause.start - d.start <= JUST_BEFORE}
        if len(who) == 1 and who != dead and near & set(dead) and soon.search(people.text, clause.start, clause.end):
            yield Happening("die", who[0], who[0], False, clause.start, clause.end, UNNAMED)


def final(deaths: Iterable[Happening], people: People) -> list[Happening]:
    """The first death of each that holds: the dead do not speak afterwards, flashbacks apart, but for last words that
    are told just behind it ("He died at six. He said her name once")."""
    out: dict[str, Happening] = {}
    for death in sorted(deaths, key=lambda d: d.start):
        if people.last_word(death.actor) < death.start + LAST_WORDS:
            out.setdefault(death.actor, death)
    return list(out.values())


def bereaved(
    deaths: Sequence[Happening], kinds: Mapping[Pair, Sequence[str]], people: People, near: Collection[Pair] = ()
) -> Iterator[Happening]:
    """Each death as an event of every relationship that it ends, but of mere acquaintance. In a work of many people the
    dead lose nobody, and it touches those who are not there only if they are kin, lovers or friends.

    Args:
        deaths: happenings with ``actor`` the one who dies, once a person.
        kinds: the kinds of every relationship.
        people: has who is there.
        near: pairs who have to do with each other whatever their kind.
    """
    ended = {pair for pair, of in kinds.items() if of and tuple(of) != ("acquaintance",)}
    dead = {death.actor: death.start for death in deaths}
    for death in deaths:
        for pair in sorted(ended | set(near)):
            other = pair[1] if pair[0] == death.actor else pair[0]
            if death.actor not in pair:
                continue
            lost = bool(CLOSE & set(kinds.get(pair, ()))) or _there(people, other, death)
            if not people.crowded or (lost and dead.get(other, death.start) >= death.start):
                yield replace(death, other=other)


def _there(people: People, who: str, death: Happening) -> bool:
    """Whether somebody is in the scene that tells a death."""
    scene = people.scene(death.start)
    return scene is not None and who in scene.present


def from_the_grave(people: People) -> Iterator[Happening]:
    """ "When you read this I am dead": who wrote it has died when it is read."""
    pattern = re.compile(resources.table(TABLE)["last_words"]["pattern"], re.I)
    for voice in people.voices.records:
        if voice.written and (voice.hearers or voice.readers):
            for match in itertools.islice(pattern.finditer(people.text, voice.start, voice.end), 1):
                yield Happening("die", voice.speaker, voice.speaker, False, match.start(), match.end(), UNNAMED)
