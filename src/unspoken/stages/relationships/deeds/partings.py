"""Who comes to be with whom, and who is left without whom: "She stood beside him", "He sailed without her"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.deeds.told import imagined, real
from unspoken.stages.relationships.people import People

JOINED, PARTED = "joined", "parted"
SURE = 0.5
TAIL = 60  # code points after a clause that may say how long somebody is watched


def partings(people: People, clauses: Sequence[Clause]) -> Iterator[Happening]:
    """Where two come together, and where they part, as the narration tells it; types that are no events.

    Args:
        people: whom the words mean.
        clauses: of the text, in order.
    """
    for i, clause in enumerate(clauses):
        if clause.quotation is not None or imagined(people, clause):
            continue
        if clause.negated:
            yield from _missed(people, clause)
        elif real(i, clauses) and clause.tense != "pluperfect":
            yield from _by_verb(people, clause)


def _by_verb(people: People, clause: Clause) -> Iterator[Happening]:
    table, who = resources.table("relationship_verbs.toml")["contact"], people.meant(clause.subject)
    words = people.text[clause.start : clause.end + TAIL].split("\n")[0]
    if len(who) == 2 and clause.lemma in table["places"].split() and _matches("both", words[: -TAIL or None]):
        yield _made(JOINED, who[0], who[1], clause)
    for o in clause.obliques if len(who) == 1 else ():
        other = next(iter(people.meant(Span(o.start, o.end))), None)
        if other in (None, who[0]):
            continue
        if o.preposition in table["beside"].split() and clause.lemma in table["places"].split():
            yield _made(JOINED, who[0], other or "", clause)
        if o.preposition == "without" and clause.lemma in table["goes"].split():
            yield _made(PARTED, who[0], other or "", clause)
    if len(who) == 1 and clause.object is not None:
        yield from _done_to(people, clause, who[0], words)


def _done_to(people: People, clause: Clause, who: str, words: str) -> Iterator[Happening]:
    table, thing = resources.table("relationship_verbs.toml")["contact"], clause.object
    other = next(iter(people.meant(thing)), None)
    if other not in (None, who) and clause.lemma in table["fetches"].split() and _matches("aboard", words):
        yield _made(JOINED, who, other or "", clause)
    if clause.lemma == "watch" and thing is not None and _matches("lasts", words):
        owner = other or _owner(people, thing)
        if owner not in (None, who):
            yield _made(PARTED, who, owner or "", clause)


def _owner(people: People, thing: Span) -> str | None:
    """Whose something it is ("her lights")."""
    first = next(iter(people.named.inside(thing.start, thing.end)), None)
    return first.character if first is not None and first.start == thing.start else None


def _missed(people: People, clause: Clause) -> Iterator[Happening]:
    """ "She had not come", for the one who waits, through whose eyes it is told; "He never saw her again"."""
    table, who = resources.table("relationship_verbs.toml")["contact"], people.meant(clause.subject)
    if len(who) != 1 or clause.modal or clause.conditional or clause.question or clause.governor is not None:
        return
    again = people.text[clause.start : clause.end].rstrip(" .,;!").endswith("again")
    if clause.lemma in ("see", "meet") and again:
        for other in people.meant(clause.object)[:1]:
            yield _made(PARTED, who[0], other, clause)
    scene = people.scene(clause.start)
    waits = scene.focal if scene is not None else None
    if clause.lemma in table["arrives"].split() and clause.tense == "pluperfect" and waits not in (None, who[0]):
        yield _made(PARTED, waits or "", who[0], clause)


def _made(type_: str, actor: str, other: str, clause: Clause) -> Happening:
    return Happening(type_, actor, other, True, clause.start, clause.end, SURE)


def _matches(name: str, words: str) -> bool:
    return _pattern(name).search(words) is not None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(resources.table("relationship_verbs.toml")["contact"][name], re.IGNORECASE)
