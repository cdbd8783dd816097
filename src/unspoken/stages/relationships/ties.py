"""What the words say two people are to each other: "her aunt", "Mum", "you're my understudy", Mr and Mrs Vale."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unspoken import resources
from unspoken.layers.characters import Pronouns
from unspoken.layers.clauses import Clause
from unspoken.layers.index import SpanIndex
from unspoken.layers.mentions import Mention
from unspoken.layers.relationships import RelationshipKind, Status
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.roles import TABLE, Role, roles, unreal

OWNED, CALLED, SURNAME = 1.0, 0.7, 0.5  # how far each way of telling is to be believed
HEADS = frozenset({"mr", "mrs"})


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


def ties(people: People, mentions: Sequence[Mention], clauses: Sequence[Clause]) -> list[Tie]:
    """All ties that the words tell, in text order."""
    found = [*_owned(people, mentions), *_called(people, mentions), *_stated(people, mentions, clauses)]
    found += [*_surnames(people), *marriages(people)]
    possible = (t for t in found if _possible(people, t))
    return sorted(possible, key=lambda t: (t.start, t.end, t.owner, t.other))


def _possible(people: People, tie: Tie) -> bool:
    """Whether a tie can be: of two persons, and a "he" is nobody's mother, whatever was resolved."""
    if tie.owner == tie.other or not (people.is_person(tie.owner) and people.is_person(tie.other)):
        return False
    found = people.characters[tie.other].pronouns
    return tie.pronouns is None or found not in ("he", "she") or found == tie.pronouns


def _tie(owner: str, other: str, role: Role, start: int, end: int, weight: float) -> Tie:
    return Tie(owner, other, role.kind, role.relation, role.inverse, role.status, start, end, weight, role.pronouns)


def _head(people: People, mention: Mention) -> Role | None:
    return roles().get(people.text[mention.head_start : mention.head_end].lower())


def _owned(people: People, mentions: Sequence[Mention]) -> Iterator[Tie]:
    """Role nouns with a possessor."""
    for mention in mentions:
        if mention.owner is None or (role := _head(people, mention)) is None:
            continue
        other = people.at(mention.start, mention.end)
        possessor = mentions[mention.owner]
        owner = people.at(possessor.start, possessor.end)
        if owner and other:
            yield _tie(owner, other, role, mention.start, mention.end, OWNED)


def _called(people: People, mentions: Sequence[Mention]) -> Iterator[Tie]:
    """Kin called by what they are, without a possessor: the speaker's, or the narrator's, or that of the one whose
    eyes the narration looks through."""
    address = resources.table(TABLE)["address"]["words"].split()
    for mention in mentions:
        word = people.text[mention.head_start : mention.head_end]
        bare = mention.owner is None and mention.end - mention.start == len(word)
        if not bare or not word[:1].isupper() or word.lower() not in address:
            continue
        voice, scene = people.voice(mention.start), people.scene(mention.start)
        owner = voice.speaker if voice else people.narrator or (scene.focal if scene else None)
        other = people.at(mention.start, mention.end)
        if other is None and mention.vocative and voice and len(voice.hearers) == 1:
            other = voice.hearers[0]
        if owner and other:
            yield _tie(owner, other, roles()[word.lower()], mention.start, mention.end, CALLED)


def _stated(people: People, mentions: Sequence[Mention], clauses: Sequence[Clause]) -> Iterator[Tie]:
    """Role nouns in the predicate: "She was his sister"."""
    owned = SpanIndex(m for m in mentions if m.owner is not None and _head(people, m) is not None)
    for clause in clauses:
        if clause.complement is None or clause.negated or clause.conditional or clause.question or clause.modal:
            continue
        if clause.governor is not None and clauses[clause.governor].lemma in unreal():
            continue
        subject = people.meant(clause.subject)
        for mention in owned.inside(clause.complement.start, clause.complement.end)[:1]:
            role, possessor = _head(people, mention), mentions[mention.owner or 0]
            owner = people.at(possessor.start, possessor.end)
            if role and owner and len(subject) == 1:
                yield _tie(owner, subject[0], role, clause.start, mention.end, OWNED)


def _surnames(people: People) -> Iterator[Tie]:
    """Mr and Mrs of one name are married; others of one surname are of one family, as far as nothing else is told."""
    families: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for character in people.characters.values():
        words = {tuple(n.replace(".", "").split()) for n in (character.name, *character.aliases)}
        full = {w for w in words if len(w) > 1 and w[-1][:1].isupper()}
        for surname in sorted({w[-1].lower() for w in full}):
            titles = {w[0].lower() for w in full if w[-1].lower() == surname} & HEADS
            families[surname].append((character.id, min(titles, default="")))
    for members in families.values():
        if 1 < len(members) <= 6:
            yield from _family(people, members)


def _family(people: People, members: list[tuple[str, str]]) -> Iterator[Tie]:
    husbands, wives = ([c for c, t in members if t == title] for title in ("mr", "mrs"))
    couple = (husbands[0], wives[0]) if len(husbands) == len(wives) == 1 else None
    relative = Role("relative", "family", "relative", "relative")
    for i, (a, _) in enumerate(members):
        for b, _ in members[i + 1 :]:
            role = roles()["spouse"] if couple and {a, b} == set(couple) else relative
            first = max(people.characters[a].first, people.characters[b].first)
            yield _tie(a, b, role, first, first, SURNAME * 2 if role.kind == "romance" else SURNAME)


def marriages(people: People) -> Iterator[Tie]:
    """ "Forty years of marriage", in narration: of the person named last and the one whose eyes we see through."""
    pattern = re.compile(resources.table("relationship_verbs.toml")["marriage"]["pattern"], re.I)
    for match in pattern.finditer(people.text):
        scene = people.scene(match.start())
        if scene is None or people.voice(match.start()) is not None:
            continue
        focal = people.narrator if scene.person == "first" else scene.focal
        other = people.named_last(match.start(), skip=focal)
        if focal and other and people.is_person(focal):
            yield _tie(focal, other, roles()["spouse"], match.start(), match.end(), OWNED)
