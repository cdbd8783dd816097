"""Kin who are one: a relation told one way round holds the other way round too.

"His elder daughter" is Hester where he calls her so as he sees her; then Hester's "her father" is he, and of two whom the
narration calls Hester's father there is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from unspoken.layers.mentions import Cast, Pronouns
from unspoken.stages.cast.evidence import Evidence
from unspoken.stages.cast.relations import SHORT

BACK: Mapping[str, Mapping[Pronouns | None, str]] = {
    **dict.fromkeys(("daughter", "son"), {"he": "father", "she": "mother"}),
    **dict.fromkeys(("father", "mother"), {"he": "son", "she": "daughter"}),
    **dict.fromkeys(("brother", "sister"), {"he": "brother", "she": "sister"}),
    **dict.fromkeys(("uncle", "aunt"), {"he": "nephew", "she": "niece"}),
    **dict.fromkeys(("nephew", "niece"), {"he": "uncle", "she": "aunt"}),
    **dict.fromkeys(("grandfather", "grandmother"), {"he": "grandson", "she": "granddaughter"}),
    **dict.fromkeys(("grandson", "granddaughter"), {"he": "grandfather", "she": "grandmother"}),
    "husband": {"she": "wife"},
    "wife": {"he": "husband"},
}  # fmt: skip
ONE = frozenset(("father", "mother", "husband", "wife"))  # of whom somebody has one, as a rule
CALL = 80  # code points between the words for kin and a call that shows who is meant
FEW = 6  # mentions on either side among which that call is
Known = dict[tuple[str, str], str]  # (owner, kin) -> member


def returned(cast: Cast, into: Mapping[str, str], short: bool, more: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Which members for kin are somebody known, by relations told the other way round.

    Args:
        cast: whom the narration tells of, and who is whose kin.
        into: what is one already.
        short: whether so few people are about that somebody's sister means the one who is known.
        more: who else is whose kin, (owner, kin) -> member.

    Returns:
        Member id -> id of the member that it is one with; ``into`` is not among them.
    """
    gender = {m.id: m.pronouns for m in cast.members}
    named = {m.id for m in cast.members if not m.id.startswith("r")}
    out: dict[str, str] = {}

    def one(member: str) -> str:
        while (found := out.get(member) or into.get(member)) is not None:
            member = found
        return member

    for _ in range(2):  # what is found may tell of others in turn
        told = [(one(r.owner), r.kin, one(r.member)) for r in cast.relations if r.owner is not None]
        told += [(one(owner), kin, one(member)) for (owner, kin), member in more.items()]
        known = _known(told, gender, short, named)
        for owner, kin, member in told:
            member, other = one(member), one(known.get((owner, kin), member))
            fits = None in (gender.get(member), gender.get(other)) or gender[member] == gender[other]
            if member not in named and other not in (member, one(owner)) and fits:
                out[member] = other
    return {member: one(member) for member in out}


def _known(told: list[tuple[str, str, str]], gender: Mapping[str, Pronouns | None], short: bool, named: set[str]) -> Known:
    """Who is whose kin, as far as there is one: who has a name before who has none, then the first told of."""
    known: Known = {}
    for owner, kin, member in [*told, *((m, b, o) for o, k, m in told if (b := BACK.get(k, {}).get(gender.get(o))))]:
        if (kin in ONE or short) and (known.get((owner, kin)) not in named):
            known[owner, kin] = member if member in named else known.get((owner, kin), member)
    return known


def hailed(e: Evidence, role: str, owner: str) -> Iterator[str]:
    """Who is called by name beside the words for kin: "When he saw his daughter he stopped. 'Hester, love.'" """
    if len(e.text) >= SHORT:
        return
    for i in e.narrated():
        if e.cast.link[i] == role and e.mentions[i].form == "nominal":
            near = range(max(0, i - FEW), min(len(e.mentions), i + FEW + 1))
            named = [k for k in near if e.mentions[k].form == "name" and e.cast.link[k] not in (None, owner)]
            beside = [max((k for k in named if k < i), default=None), min((k for k in named if k > i), default=None)]
            yield from (e.cast.link[k] or "" for k in beside if k is not None and _calls(e, i, k))


def _calls(e: Evidence, i: int, k: int) -> bool:
    one, other = e.mentions[i], e.mentions[k]
    return other.vocative and max(other.start - one.end, one.start - other.end) < CALL
