"""What corrections wish of the cast: names joined, kept apart, or no person's; single mentions that mean somebody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from unspoken.corrections import folded
from unspoken.layers.corrections import Anchors
from unspoken.layers.index import Spanned
from unspoken.layers.mentions import Cast, Mention
from unspoken.stages.cast.names import NameType, Person, name_type

NARRATOR = frozenset(("i", "narrator"))


def kept_apart(anchors: Anchors) -> frozenset[frozenset[NameType]]:
    """Pairs of types of name that no one person bears."""
    return frozenset(
        frozenset(pair) for group in anchors.apart for pair in combinations([name_type(n) for n in group], 2)
    )


def joined(owner: dict[NameType, list[Person]], anchors: Anchors) -> None:
    """Make one person, in place, of those whose names are to be one's."""
    for group in anchors.same:
        types = [t for name in group if (t := name_type(name)) in owner]
        people = list({id(p): p for t in types for p in owner[t][:1]}.values())
        for other in people[1:]:
            people[0].absorb(other)
            for homes in owner.values():
                homes[:] = {id(q): q for p in homes for q in [people[0] if p is other else p]}.values()
        for t in types:
            owner[t] = people[:1]


def meaning(who: str, owner: dict[NameType, list[Person]], offset: int) -> Person:
    """The one whom a name means, or a new one."""
    kind = name_type(who)
    homes = owner.setdefault(kind, [])
    if not homes:
        homes.append(Person([kind], Counter({who: 1}), first=offset))
    return homes[0]


class Called:
    """Whom each name means in a cast: who is meant by it most often, or bears it."""

    def __init__(self, text: str, mentions: Sequence[Spanned], members: Iterable[tuple[str, Sequence[str]]],
                 link: Sequence[str | None]) -> None:  # fmt: skip
        meant: dict[str, Counter[str]] = defaultdict(Counter)
        for m, member in zip(mentions, link, strict=True):
            if member is not None:
                meant[folded(text[m.start : m.end])][member] += 1
        self._meant = {name: counted.most_common(1)[0][0] for name, counted in meant.items()}
        for member, names in members:
            for name in names:
                self._meant.setdefault(folded(name), member)

    def __call__(self, name: str) -> str | None:
        """The member that a name, folded or as written, means."""
        name = folded(name)
        found = self._meant.get(name)
        return self._meant.get("i") if found is None and name in NARRATOR else found


def merged(groups: Sequence[Sequence[str]], called: Called, narrator: str | None) -> dict[str, str]:
    """Member id -> the one that it is to be one with."""
    into: dict[str, str] = {}
    for group in groups:
        found = dict.fromkeys(m for name in group if (m := called(name)) is not None)
        members = sorted({into.get(m, m) for m in found}, key=lambda m: (m != narrator, m[:1] != "n"))
        into |= dict.fromkeys(members[1:], members[0])
        into = {a: members[0] if b in members else b for a, b in into.items()}
    return into


def severed(into: Mapping[str, str], names: Mapping[str, Sequence[str]], anchors: Anchors) -> dict[str, str]:
    """What is left of unions without those of two whose names are to be kept apart."""
    if not anchors.apart:
        return dict(into)
    own = {member: {folded(n) for n in written} for member, written in names.items()}

    def apart(a: str, b: str) -> bool:
        return any(
            x != y
            for group in anchors.apart
            for x in own.get(a, set()) & {*group}
            for y in own.get(b, set()) & {*group}
        )

    return {a: b for a, b in into.items() if not apart(a, b)}


def corrected(cast: Cast, text: str, mentions: Sequence[Mention], anchors: Anchors) -> dict[str, str]:
    """The unions that corrections ask for in a cast."""
    if not anchors.same:
        return {}
    narrator = next((m.id for m in cast.members if m.narrator), None)
    called = Called(text, mentions, ((m.id, m.names) for m in cast.members), cast.link)
    return merged(anchors.same, called, narrator)
