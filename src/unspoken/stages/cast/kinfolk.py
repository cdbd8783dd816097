"""Kin among those in view: whom "her mother" may mean before any name tells."""

from __future__ import annotations

from dataclasses import dataclass

from unspoken.stages.cast.distinct import WIVES
from unspoken.stages.cast.members import Members
from unspoken.stages.cast.names import name_type
from unspoken.stages.cast.relations import PARENTS, TITLED, Kinship
from unspoken.stages.mentions.nominals import nouns

COUPLE = frozenset(("husband", "wife"))
YOUNG = frozenset(("son", "daughter", "grandson", "granddaughter", "nephew", "niece"))  # seldom called by title alone


@dataclass(frozen=True)
class Kinfolk:
    """Who there is, who is whose kin so far, and whether many people are about, as in a long text."""

    members: Members
    kin: Kinship
    many: bool

    def in_view(self, owner: str, gender: str | None, kin: str, banned: frozenset[str] = frozenset()) -> str | None:
        """Somebody in view without a relation to the owner yet: the only one of one surname (a parent with a title),
        or, in a text of few people and for kin that narration mostly calls by name, the one whom it has just spoken
        of."""
        parent, view, alike = kin in PARENTS, self.members.view, list[str]()
        surnames = {name.split()[-1] for name in self._names(owner)}
        related = {owner, *banned, *(self.members.one(kin) or kin for kin in self.kin.of.get(owner, set()))}
        for member in view.activation:
            names = self._names(member)
            fits = member not in related and view.gender.get(member) in (gender, None)
            titled = any(name.split()[0] in TITLED for name in names)
            old = kin in YOUNG and all(name_type(name).titles for name in names)
            if (
                fits
                and (titled or not (self.many and parent))
                and not old
                and surnames & {n.split()[-1] for n in names}
            ):
                alike.append(member)
        if alike and kin in COUPLE and self.many and not self._married(alike[0] if kin == "wife" else owner):
            return None
        if alike:
            return alike[0] if len(alike) == 1 or not self.many else None
        return None if self.many or parent or gender is None else self._just_told(related, gender)

    def _married(self, woman: str) -> bool:
        """Whether a woman bears her surname as a wife does: "Nancy Hale" has it of her father."""
        return any(name_type(name).titles & WIVES for name in self._names(woman))

    def _just_told(self, related: set[str], gender: str) -> str | None:
        view, by_id = self.members.view, self.members.by_id
        others = (m for m in view.activation if self._is_kin(m))
        seen, share = view.choose(gender, "object", frozenset((*related, *others)), floor=0.3)
        if seen is not None and share > 0.7 and view.gender.get(seen) == gender and seen in by_id:
            return seen if by_id[seen].noun is None else None
        return None

    def _is_kin(self, member: str) -> bool:
        """Whether a term of kinship made the member."""
        noun = nouns().get(self.members.by_id[member].noun or "")
        return noun is not None and noun.kin

    def _names(self, member: str) -> list[str]:
        return list(self.members.by_id[member].names) if member in self.members.by_id else []
