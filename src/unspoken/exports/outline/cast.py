"""The people: who they are to each other, how much they speak, what else they are called."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from unspoken.exports.outline.guide import Guide, printable
from unspoken.exports.outline.limits import Limits, Part
from unspoken.exports.outline.phrases import listed, possessive, wording
from unspoken.layers.characters import Character
from unspoken.layers.relationships import Relationship

MOST_TIES, MOST_ALIASES = 4, 5


@dataclass(frozen=True)
class Person:
    """A character as it is introduced: ``share`` is of all words spoken aloud, in [0, 1]."""

    id: str
    name: str
    remark: str | None
    ties: tuple[str, ...]
    aliases: tuple[str, ...]
    share: float
    scenes: int
    mentions: int
    first: int


def cast(guide: Guide, limits: Limits) -> tuple[Part[Person], float]:
    """The people, most important first, and the share of speech whose speaker is not known."""
    spoken = _words_spoken(guide)
    total = sum(spoken.values()) or 1
    seen = Counter(id for scene in guide.story.scenes for id in scene.present)
    by_person = _ties(guide)
    ranked = sorted(guide.story.characters, key=lambda c: (-_weight(c, spoken), c.first, c.id))
    people = tuple(
        Person(
            c.id, guide.name(c.id), _remark(c), tuple(by_person.get(c.id, ())), _aliases(c, guide.name(c.id)),
            spoken[c.id] / total, seen[c.id], len(c.mentions), c.first,
        )
        for c in ranked[: limits.people]
    )  # fmt: skip
    return Part(people, len(ranked) - len(people)), spoken[None] / total


def _weight(character: Character, spoken: Counter[str | None]) -> float:
    return len(character.mentions) + spoken[character.id] / 8 + (10_000_000 if character.narrator else 0)


def _words_spoken(guide: Guide) -> Counter[str | None]:
    spoken: Counter[str | None] = Counter()
    for quote in guide.story.quotes:
        if quote.kind == "speech":
            spoken[quote.speaker] += sum(len(guide.story.text[p.start : p.end].split()) for p in quote.parts)
    return spoken


def _remark(character: Character) -> str | None:
    kind = {"animal": "an animal", "group": "a group", "supernatural": "not of this world"}.get(character.kind)
    remarks = [character.pronouns, kind, "tells the story" if character.narrator else None]
    return ", ".join(r for r in remarks if r) or None


def speech(share: float) -> str:
    """How much somebody speaks, in words."""
    if share >= 0.005:
        return f"speaks {share:.0%} of all that is said"
    return "hardly speaks" if share else "says nothing"


def _aliases(character: Character, name: str) -> tuple[str, ...]:
    aliases = {printable(a).casefold(): printable(a) for a in reversed(character.aliases)}
    aliases.pop(name.casefold(), None)
    return tuple(a for a in reversed(aliases.values()) if a)[:MOST_ALIASES]


def _ties(guide: Guide) -> dict[str, list[str]]:
    """What each is to the others, ties in which most happens first; acquaintances only where there are no others."""
    close: dict[str, list[str]] = defaultdict(list)
    loose: dict[str, list[str]] = defaultdict(list)
    for relationship in sorted(guide.story.relationships, key=lambda r: -len(r.events) * 3 - len(r.timeline)):
        ties = loose if relationship.kinds[:1] in ((), ("acquaintance",)) and not relationship.role else close
        for me, (id, other) in enumerate((relationship.pair, relationship.pair[::-1])):
            ties[id].append(guide.name(other) if ties is loose else _tie(relationship, me, guide.name(other)))
    known = {id: [f"acquainted with {listed(names[:MOST_TIES])}"] for id, names in loose.items()}
    return {id: close[id][:MOST_TIES] or known[id] for id in {*close, *known}}


def _tie(relationship: Relationship, me: int, other: str) -> str:
    if relationship.role and (role := relationship.role[me]):
        return f"{possessive(other)} {printable(role)}"
    kind = relationship.kinds[0] if relationship.kinds else "acquaintance"
    phrase = wording()["tie"][kind]
    if kind == "romance":
        statuses = [m.status for m in relationship.timeline if m.status]
        phrase = wording()["romance"].get(statuses[-1] if statuses else None, phrase)
    return str(phrase.format(other=other, others=possessive(other)))
