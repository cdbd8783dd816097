"""Ties that names tell (Mr and Mrs Vale), and marriages told by their length."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from unspoken import resources
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.roles import Role, roles
from unspoken.stages.relationships.tie import OWNED, SURNAME, Tie, tie_of

HEADS = frozenset({"mr", "mrs"})


def surnames(people: People) -> Iterator[Tie]:
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
            yield tie_of(role, a, b, first, first, SURNAME * 2 if role.kind == "romance" else SURNAME)


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
            yield tie_of(roles()["spouse"], focal, other, match.start(), match.end(), OWNED)
