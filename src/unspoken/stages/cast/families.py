"""Kin who are one: a relation told one way round holds the other way round too.

"His elder daughter" is Hester where he calls her so as he sees her; then Hester's "her father" is he, and of two whom
the narration calls Hester's father there is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from unspoken.layers.characters import Pronouns
from unspoken.layers.mentions import Cast
from unspoken.stages.cast.evidence import Evidence
from unspoken.stages.cast.relations import SHORT

_BACK: tuple[tuple[str, dict[Pronouns, str]], ...] = (
    ("daughter son", {"he": "father", "she": "mother"}),
    ("father mother", {"he": "son", "she": "daughter"}),
    ("brother sister", {"he": "brother", "she": "sister"}),
    ("uncle aunt", {"he": "nephew", "she": "niece"}),
    ("nephew niece", {"he": "uncle", "she": "aunt"}),
    ("grandfather grandmother", {"he": "grandson", "she": "granddaughter"}),
    ("grandson granddaughter", {"he": "grandfather", "she": "grandmother"}),
    ("husband", {"she": "wife"}),
    ("wife", {"he": "husband"}),
)
BACK = {(kin, who): other for kins, back in _BACK for kin in kins.split() for who, other in back.items()}
ONE = frozenset(("father", "mother", "husband", "wife"))  # of whom somebody has one, as a rule
CALL = 80  # code points between the words for kin and a call that shows who is meant
FEW = 6  # mentions on either side among which that call is


def returned(cast: Cast, into: Mapping[str, str], short: bool) -> dict[str, str]:
    """Which members for kin are somebody known, by relations told the other way round.

    Args:
        cast: whom the narration tells of, and who is whose kin.
        into: what is one already.
        short: whether so few people are about that somebody's sister means the one who is known.

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
        for role, who in _mutual(told, gender, named) if short else ():
            if one(role) not in (one(who), *named):
                out[one(role)] = one(who)
        for owner, members in _kin(told, gender, short):
            bearers = [m for m in members if m in named]
            if len(bearers) > 1:
                continue  # two sisters
            best = one((bearers or members)[0])
            for role in map(one, members):
                fits = None in (gender.get(role), gender.get(best)) or gender[role] == gender[best]
                if role not in named and fits and one(role) not in (best, one(owner)):
                    out[role] = best
    return {member: one(member) for member in out}


def _kin(
    told: list[tuple[str, str, str]], gender: Mapping[str, Pronouns | None], short: bool
) -> Iterator[tuple[str, list[str]]]:
    """All who are told to be somebody's mother, sister, ..., the relations turned round too; where that is one."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    turned = ((m, back, o) for o, kin, m in told if (back := _back(kin, gender.get(o))) is not None)
    for owner, kin, member in [*told, *turned]:
        found.setdefault((owner, kin), {})[member] = None
    yield from ((owner, [*members]) for (owner, kin), members in found.items() if kin in ONE or short)


def _back(kin: str, owner: Pronouns | None) -> str | None:
    """What somebody is to their ``kin``."""
    return BACK.get((kin, owner)) if owner is not None else None


def _mutual(
    told: list[tuple[str, str, str]], gender: Mapping[str, Pronouns | None], named: set[str]
) -> Iterator[tuple[str, str]]:
    """Two without names who stand in for each other: "her brother" of one, "his sister" of the only other who has one
    are these two."""
    open_ = {(o, k, m) for o, k, m in told if m not in named}
    for owner, kin, role in sorted(open_):
        back = _back(kin, gender.get(owner))
        others = {
            (o, m) for o, k, m in open_ if k == back and o != owner and m != role and gender.get(o) == gender.get(role)
        }
        if len(others) == 1 and sum(k == kin for _, k, _ in open_) == 1:
            yield role, others.pop()[0]


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
