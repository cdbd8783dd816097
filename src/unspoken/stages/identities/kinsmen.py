"""Whose mother, brother, ... is who, as speech asks for it; and kin of whom there is only talk."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from unspoken.layers.mentions import Gender

OFTEN = 2  # times that there is talk of somebody's kin, from which they are somebody
OTHER = {"mother": ("father", "wife", "husband"), "father": ("mother", "husband", "wife")}
Key = tuple[str | None, str]


@dataclass(frozen=True)
class Kinsman:
    """Somebody known only as the ``kin`` of ``owner``, called ``name`` first."""

    owner: str
    kin: str
    name: str
    gender: Gender


@dataclass
class Kinsmen:
    """Relations by owner and kin; an owner of None is whoever tells the story or thinks it."""

    relations: dict[Key, str]
    narrator: str | None
    _told: Counter[Key] = field(default_factory=Counter)
    _first: dict[Key, Kinsman] = field(default_factory=dict)

    def of(self, owner: str, kin: str, bare: bool) -> str | None:
        """Who is somebody's kin; called so without a word of whose ("Mum"), the only one of that kin at all."""
        found = self.relations.get((owner, kin))
        if found is None and bare:
            every = {m for (_, k), m in self.relations.items() if k == kin}
            found = every.pop() if len(every) == 1 else None
        if found is None and owner == self.narrator:
            found = self.relations.get((None, kin))
        return found or self._parent(owner, kin)

    def _parent(self, owner: str, kin: str) -> str | None:
        """A mother or father whom nothing calls so: the wife of the father, the husband of the mother."""
        other, spouse, back = OTHER.get(kin, ("", "", ""))
        parent = self.relations.get((owner, other))
        if parent is None:
            return None
        married = (o for (o, k), m in self.relations.items() if m == parent and k == back)
        return self.relations.get((parent, spouse)) or next(married, None)

    def tell(self, kinsman: Kinsman) -> None:
        """Speech tells of somebody's kin whom nobody knows."""
        self._told[kinsman.owner, kinsman.kin] += 1
        self._first.setdefault((kinsman.owner, kinsman.kin), kinsman)

    def often(self) -> tuple[Kinsman, ...]:
        """Those of whom speech has told often enough, in the order of the first words for each."""
        return tuple(who for key, who in self._first.items() if self._told[key] >= OFTEN)
