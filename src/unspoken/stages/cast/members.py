"""The members of the cast while a text is read: who there is, of which gender, and who turned out to be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from unspoken import resources
from unspoken.layers.characters import Kind, Pronouns
from unspoken.layers.mentions import Cast, Member, Relation
from unspoken.stages.cast.relations import Kinship
from unspoken.stages.cast.salience import View
from unspoken.stages.mentions.names import titles

PRONOUN: dict[str | None, Pronouns | None] = {"m": "he", "f": "she", "n": "it", None: None}

DOUBT = 2.0  # log odds of one gender from which somebody of the other is hardly meant


@dataclass
class Named:
    """A member of the cast while it grows. ``noun``: the common noun that made it, where no name did; ``leaning``: the
    log odds that the bearer of the name is a woman."""

    id: str
    names: tuple[str, ...]
    kind: Kind
    gender: str | None
    noun: str | None = None
    leaning: float = 0.0

    def fits(self, gender: str | None) -> bool:
        """Whether the bearer may be of a gender, by all that tells of the name."""
        against = self.leaning * (1 if gender == "m" else -1)
        return not gender or self.gender == gender or (self.gender is None and against < DOUBT)


class Members:
    """Who there is, by id, and who is in view; an id begins with n (named), r (by a noun) or u (by pronouns alone)."""

    def __init__(self, named: Iterable[Named]) -> None:
        self.by_id = {m.id: m for m in named}
        self.view = View({m.id: m.gender for m in self.by_id.values()})
        self.epithets: dict[str, tuple[str, int]] = {}  # who was last called old, young, little, and in which sentence
        self._into: dict[str, str] = {}

    def called(self, words: Iterable[str], gender: str | None, since: int) -> str | None:
        """Whom "the old man" means, where narration calls somebody old as it names him ("old Denzil")."""
        found = (self.epithets[word] for word in words if word in self.epithets)
        return next((who for who, at in found if at >= since and self.view.gender.get(who) == gender), None)

    def titled(self) -> Mapping[str, set[str]]:
        """Who bears each title."""
        out: dict[str, set[str]] = defaultdict(set)
        short = resources.table("people.toml")["short_titles"]
        for m in self.by_id.values():
            for name in m.names:
                for n, word in enumerate(name.lower().split()[:-1]):
                    title = short.get(word.rstrip("."), word.rstrip("."))
                    if n == 0 or title in titles():  # "Comrade Major Petrov"
                        out[title].add(m.id)
        return out

    def add(self, letter: str, name: str, kind: Kind, gender: str | None, noun: str | None = None) -> str:
        """Somebody new, called so; returns the id."""
        member = Named(f"{letter}{len(self.by_id)}", (name,), kind, gender, noun)
        self.by_id[member.id] = member
        self.view.gender[member.id] = gender
        return member.id

    def tell(self, member: str, gender: str | None) -> None:
        """A word tells the gender of somebody of whom nothing told it before."""
        if gender and member in self.by_id and self.view.gender.get(member) is None:
            self.view.gender[member] = self.by_id[member].gender = gender

    def nameless(self, member: str | None) -> Named | None:
        """The member, if it has no name and is nobody else so far."""
        return self.by_id.get(member) if member is not None and member[0] in "ru" and member not in self._into else None

    def join(self, nameless: str, member: str) -> None:
        """Somebody without a name is the bearer of one."""
        self._into[nameless] = member
        self.view.rename(nameless, member)
        self.tell(member, self.by_id[nameless].gender)

    def one(self, member: str | None) -> str | None:
        """Who a member turned out to be."""
        return self._into.get(member, member) if member is not None else None

    def cast(self, link: Sequence[str | None], confidence: Sequence[float], kin: Kinship, narrator: bool) -> Cast:
        """The cast in the end: who is left, whom each mention means, and who is whose kin."""
        members = [Member("narrator", (), "person", None, True)] if narrator else []
        members += [
            Member(m.id, m.names, m.kind, PRONOUN[m.gender], False)
            for m in self.by_id.values()
            if m.id not in self._into
        ]
        relations = (
            Relation(self.one(owner), relation, self._into.get(member, member))
            for (owner, relation), member in kin.relations.items()
        )
        return Cast(tuple(members), tuple(map(self.one, link)), tuple(confidence), tuple(relations))
