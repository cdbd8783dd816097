"""The cast: who is who in the narration, from names, pronouns and common nouns, in one pass over the mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

import msgspec

from unspoken.corrections import folded
from unspoken.document import Document
from unspoken.layers.index import SpanIndex
from unspoken.layers.keys import (
    ANCHORS,
    ANTECEDENTS,
    CAST,
    EMPHASIS,
    LETTERS,
    MENTIONS,
    PARAGRAPHS,
    QUOTATIONS,
    SCENE_SPANS,
    SENTENCES,
    SIGNALS,
    SYNTAX,
    TOKENS,
)
from unspoken.layers.mentions import Cast, Mention, Relation
from unspoken.pipeline import Stage
from unspoken.stages.cast.binding import apart
from unspoken.stages.cast.company import company
from unspoken.stages.cast.epithets import epithets, sides
from unspoken.stages.cast.evidence import Evidence
from unspoken.stages.cast.genders import Genders, by_names
from unspoken.stages.cast.kinds import names_seen, what_they_are
from unspoken.stages.cast.kinship import unions
from unspoken.stages.cast.matching import persons
from unspoken.stages.cast.members import Members, Named
from unspoken.stages.cast.memory import Memory
from unspoken.stages.cast.names import Person, counted, is_family, name_type, names_place, whole
from unspoken.stages.cast.passing import passing
from unspoken.stages.cast.pets import pets
from unspoken.stages.cast.reflexives import bound
from unspoken.stages.cast.relations import SHORT
from unspoken.stages.cast.resolution import Resolver
from unspoken.stages.cast.roles import Roles
from unspoken.stages.cast.wishes import NARRATOR, corrected, joined, meaning, severed
from unspoken.stages.mentions.words import Words, words_of

FEW = 3  # paragraphs above which "I" in a single one tells nothing
FIRST, SECOND = (3, 0.12), (6, 0.3)  # how many pronouns at least, and what share of those of the narration


def find_cast(document: Document) -> Cast:
    """Resolve the mentions of the narration (and names everywhere) to members of the cast."""
    mentions, anchors = document[MENTIONS], document[ANCHORS]
    words = words_of(document)
    token_at = {offset: k for k, offset in enumerate(words.start)}
    names = _names(document.text, words, mentions, token_at)
    parted = apart(words, mentions, token_at)
    genders = Genders(mentions, dict(names), document[ANTECEDENTS], parted)
    starts = [s.start for s in document[SENTENCES]]
    sentence = [bisect_right(starts, m.start) - 1 for m in mentions]
    meant = persons(
        [(surface, mentions[i].start) for i, surface in names],
        genders.told(),
        company(document, words, names, sentence, token_at),
        pets(mentions, names),
    )
    joined(meant, anchors)
    homes: list[list[Person]] = [[]] * len(mentions)
    for i, surface in names:
        homes[i] = [] if folded(surface) in anchors.nobody else meant.get(name_type(surface), [])
    given = {i: who for i, who in anchors.meant.items() if folded(who) not in NARRATOR}
    for i, who in given.items():
        homes[i] = [meaning(who, meant, mentions[i].start)]
    owner = [people[0] if people else None for people in homes]
    what = what_they_are(words, mentions, owner, token_at, names_seen(document[SIGNALS]))
    what |= {id(homes[i][0]): "person" for i in given}
    named = _named(owner, what)
    ids = [tuple(named[id(p)].id for p in people if id(p) in named) for people in homes]
    genders_named = {n.id: n.gender for n in named.values()}
    scenes = [s.start for s in document[SCENE_SPANS]]
    told = _told(
        sentence, [(bisect_right(starts, x.start) - 1, bisect_right(starts, x.end - 1) - 1) for x in document[LETTERS]]
    )
    paragraphs = [p.start for p in document[PARAGRAPHS]]
    beside = sides(words, mentions, sentence, paragraphs)
    meant_by = epithets(document.text, mentions, ids, genders_named, beside)

    def resolved(passed: frozenset[int]) -> Cast:
        members, memory = Members(_named(owner, what).values()), Memory(document[ANTECEDENTS])
        resolver = Resolver(
            document.text,
            words,
            mentions,
            told,
            scenes,
            members,
            ids,
            token_at,
            memory,
            parted,
            frozenset(anchors.meant),
            meant_by,
            beside.speaks,
            passed,
            bound(words, mentions, token_at),
            frozenset(x.signature.start for x in document[LETTERS] if x.signature is not None),
        )
        return resolver.cast(person=_told_in(document))

    cast = resolved(frozenset())
    if len(document.text) < SHORT and (passed := passing(words, mentions, cast, token_at, beside.speaks)):
        cast = resolved(passed)
    scene = [bisect_right(scenes, m.start) for m in mentions]
    long = beside if len(document.text) >= SHORT else None
    evidence = Evidence(document.text, mentions, sentence, scene, cast, long)
    cast = united(cast, severed(unions(evidence), {m.id: m.names for m in cast.members}, anchors))
    roles = dict(Roles(replace(evidence, cast=cast), beside.speaks).named())
    cast = united(cast, severed(roles, {m.id: m.names for m in cast.members}, anchors))
    return united(cast, corrected(cast, document.text, mentions, anchors))


STAGE = Stage(
    "cast",
    "21",
    (PARAGRAPHS, EMPHASIS, MENTIONS, ANTECEDENTS, SIGNALS, TOKENS, SYNTAX, SENTENCES, QUOTATIONS, SCENE_SPANS, LETTERS,
     ANCHORS),
    CAST,
    find_cast,
)  # fmt: skip


def _told(sentence: list[int], letters: list[tuple[int, int]]) -> list[int]:
    """Sentence numbers without those that letters take up: a letter takes nobody out of the narration's view."""
    out, k, skipped = [], 0, 0
    for n in sentence:
        while k < len(letters) and letters[k][1] < n:
            skipped += letters[k][1] - letters[k][0]
            k += 1
        inside = n - letters[k][0] if k < len(letters) and letters[k][0] <= n else 0
        out.append(n - skipped - inside)
    return out


def _names(
    text: str, words: Words, mentions: tuple[Mention, ...], token_at: Mapping[int, int]
) -> list[tuple[int, str]]:
    """Mentions by name, with the name as written; without those of families, peoples and places."""
    names = [(i, m) for i, m in enumerate(mentions) if m.form == "name" and not names_place(text, m.end)]
    at, spans = zip(*names, strict=True) if names else ((), ())
    found = list(zip(at, whole([text[m.start : m.end] for m in spans]), strict=True))
    before = {i: words.text[max(0, token_at[mentions[i].start] - 1)] for i, _ in found}
    known = {surface.split()[-1].lower() for _, surface in found}
    known |= {surface.split()[-1].lower()[:-1] for i, surface in found if counted(surface, before[i])}
    return [(i, surface) for i, surface in found if not is_family(surface, before[i], known)]


def united(cast: Cast, into: dict[str, str]) -> Cast:
    """The cast with members merged into others; names are kept."""
    if not into:
        return cast
    gained: dict[str, tuple[str, ...]] = {}
    for m in cast.members:
        if m.id in into:
            gained[into[m.id]] = (*gained.get(into[m.id], ()), *m.names)
    pronouns = {into[m.id]: m.pronouns for m in cast.members if m.id in into}
    members = tuple(
        msgspec.structs.replace(
            m,
            names=(*m.names, *gained.get(m.id, ())),
            pronouns=m.pronouns or by_names(gained.get(m.id, ())) or pronouns.get(m.id),
        )
        for m in cast.members
        if m.id not in into
    )
    relations = tuple(
        Relation(into.get(r.owner, r.owner) if r.owner else None, r.kin, into.get(r.member, r.member))
        for r in cast.relations
    )
    return Cast(
        members, tuple(into.get(k, k) if k is not None else None for k in cast.link), cast.confidence, relations
    )


def _named(owner: list[Person | None], what: Mapping[int, str]) -> dict[int, Named]:
    """Members for the names that name a being, in order of appearance."""
    out: dict[int, Named] = {}
    for person in owner:
        if person is None or id(person) in out:
            continue
        kind = what[id(person)]
        if kind in ("person", "animal"):
            names = tuple(name for name, _ in person.surfaces.most_common())
            out[id(person)] = Named(
                f"n{len(out)}",
                names,
                "animal" if kind == "animal" else "person",
                person.gender(),
                leaning=person.leaning,
            )
    return out


def _told_in(document: Document) -> int | None:
    """The grammatical person, 1 or 2, of somebody in the story whom the narration follows as "I" or as "you"; None: it
    has nobody so. Often enough, in several paragraphs, and not in italics, which are thoughts and writing."""
    italics, starts = SpanIndex(document[EMPHASIS]), [p.start for p in document[PARAGRAPHS]]
    told = [
        m for m in document[MENTIONS]
        if m.form == "pronoun" and not (m.plural or m.quotation or m.letter or italics.at(m.start))
    ]  # fmt: skip
    others = sum(m.person == 3 for m in told)
    for person, (least, share) in enumerate((FIRST, SECOND), start=1):
        own = [m for m in told if m.person == person]
        spread = len({bisect_right(starts, m.start) for m in own}) > 1 or len(starts) <= FEW
        if len(own) >= least and len(own) > share * (len(own) + others) and spread:
            return person
    return None
