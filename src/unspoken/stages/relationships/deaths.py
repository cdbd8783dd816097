"""Deaths, and which relationships they end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.stages.relationships.happenings import Happening
from unspoken.stages.relationships.kin import Kinship
from unspoken.stages.relationships.pairs import Pair
from unspoken.stages.relationships.people import People

TABLE = "relationship_verbs.toml"
NEAR = frozenset({"parent", "child", "sibling", "grandparent", "grandchild", "pibling", "nibling"})
JUST_BEFORE = 400  # code points
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
    """The first death of each that holds: the dead do not speak afterwards, flashbacks apart."""
    last_word: dict[str, int] = {}
    for voice in people.voices.records:
        scene = people.scene(voice.start)
        if not voice.written and (scene is None or scene.mode == "linear"):
            last_word[voice.speaker] = voice.start
    out: dict[str, Happening] = {}
    for death in sorted(deaths, key=lambda d: d.start):
        if last_word.get(death.actor, -1) < death.start:
            out.setdefault(death.actor, death)
    return list(out.values())


def bereaved(
    deaths: Iterable[Happening], kinds: Mapping[Pair, Sequence[str]], kin: Mapping[Pair, Kinship]
) -> Iterator[Happening]:
    """Each death as an event of the relationships that it ends: the marriage or love first, else of near kin, friends.

    Args:
        deaths: happenings with ``actor`` the one who dies, once a person.
        kinds: the kinds of every relationship.
        kin: the kinship of pairs that are kin.
    """
    loved, near = defaultdict[str, list[Pair]](list), defaultdict[str, list[Pair]](list)
    for pair, of in kinds.items():
        kinship = kin.get(pair)
        for who in pair:
            if "romance" in of:
                loved[who].append(pair)
            elif "friendship" in of or (kinship is not None and kinship.relation in NEAR):
                near[who].append(pair)
    for death in deaths:
        for pair in loved[death.actor] or near[death.actor]:
            other = pair[1] if pair[0] == death.actor else pair[0]
            yield replace(death, other=other)
