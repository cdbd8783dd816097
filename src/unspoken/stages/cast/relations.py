"""Who is whose mother, brother, ..., as the narration goes along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from unspoken.layers.characters import Character

KIN_BASE = {
    **dict.fromkeys(["dad", "daddy", "papa", "pa", "pop", "dada"], "father"),
    **dict.fromkeys(["mum", "mam", "mummy", "mama", "mamma", "mom", "mommy", "ma"], "mother"),
    **dict.fromkeys(["auntie", "aunty"], "aunt"),
    **dict.fromkeys(["grandma", "gran", "granny", "nan", "nana", "nanna"], "grandmother"),
    **dict.fromkeys(["grandpa", "granddad", "grandad", "gramps"], "grandfather"),
    **dict.fromkeys([f"great-{word}" for word in ("grandma", "gran", "granny", "nan")], "great-grandmother"),
    **dict.fromkeys([f"great-{word}" for word in ("grandpa", "granddad", "grandad")], "great-grandfather"),
}
TITLED = frozenset(("Mr", "Mr.", "Mrs", "Mrs.", "Sir", "Lady", "Lord"))  # of parents, as a rule
SHORT = 60_000  # code points of a text in which so few people are about that a kin term mostly means one of them
CROWD = 20  # people with names in a work, from which it is a novel: of the next who is told of less is sure
PARENTS = frozenset(("mother", "father", "grandmother", "grandfather", "great-grandmother", "great-grandfather"))


@dataclass
class Kinship:
    """``relations``: (owner, kin) -> member; ``first``, ``latest``: the first of each kin, and the one last told of;
    ``of``: all kin of an owner."""

    relations: dict[tuple[str | None, str], str] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)
    latest: dict[str, str] = field(default_factory=dict)
    of: dict[str, set[str]] = field(default_factory=dict)

    def add(self, owner: str | None, kin: str, member: str) -> None:
        """From here on ``member`` is the owner's ``kin``."""
        self.relations[owner, kin] = member
        self.first.setdefault(kin, member)
        self.latest[kin] = member
        if owner is not None:
            self.of.setdefault(owner, set()).add(member)


def crowded(characters: Iterable[Character]) -> bool:
    """Whether so many people with names are about, as in a novel, that claims need to be surer of who is meant."""
    named = (c for c in characters if c.kind == "person" and any(m.form == "name" for m in c.mentions))
    return sum(1 for _ in named) > CROWD
