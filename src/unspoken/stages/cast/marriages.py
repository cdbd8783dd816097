"""Married names: "Mrs. Collins" is Charlotte Lucas, since her husband is Mr. Collins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from unspoken.stages.cast.distinct import WIVES
from unspoken.stages.cast.evidence import Evidence
from unspoken.stages.cast.names import NameType, name_type, same_given

TOLD = 2  # times that the narration has to say who is married to whom
Names = Mapping[str, tuple[NameType, ...]]


def married(e: Evidence) -> dict[str, str]:
    """Named members that are called by a husband's surname -> the wife, who has a name of her own."""
    names = {m.id: tuple(map(name_type, m.names)) for m in e.cast.members if m.id.startswith("n")}
    apart = e.together()
    out: dict[str, str] = {}
    for wife, husband in _couples(e):
        if wife in names and husband in names:
            for member in _called_after(names, wife, husband):
                if (member, wife) not in apart and member not in out.values() and wife not in out:
                    out.setdefault(member, wife)
    return out


def _couples(e: Evidence) -> Iterator[tuple[str, str]]:
    """Wife and husband, by "her husband" and "his wife" in the narration; of several the one told by far most often."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for i in e.narrated():
        m, member = e.mentions[i], e.cast.link[i]
        owner = e.cast.link[m.owner] if m.owner is not None else None
        if owner is None or member is None or owner == member:
            continue
        match e.text[m.head_start : m.head_end].lower():
            case "wife":
                told[owner][member] += 1
            case "husband":
                told[member][owner] += 1
    for husband, wives in told.items():
        (wife, times), *rest = wives.most_common(2)
        if times >= TOLD and times > 2 * (rest[0][1] if rest else 0):
            yield wife, husband


def _called_after(names: Names, wife: str, husband: str) -> Iterator[str]:
    """Who is called by the husband's surname as only his wife is."""
    surnames = {t.last for t in names[husband] if t.given or t.titles}
    given = {t.words[0] for t in names[wife] if t.words and (t.given or not t.titles)}
    his = {t.given for t in names[husband] if t.given}
    if not given or any(t.titles & WIVES and t.last in surnames for t in names[wife]):
        return
    for member, types in names.items():
        if member not in (wife, husband) and types and all(_hers(t, surnames, given, his) for t in types):
            yield member


def _hers(name: NameType, surnames: set[str], given: set[str], his: set[str]) -> bool:
    """ "Mrs. Collins", "Mrs. William Collins" or "Charlotte Collins" where Charlotte's husband is William Collins."""
    if not name.words or name.last not in surnames:
        return False
    own = name.given is not None and any(same_given(name.given, g) for g in given)
    return own or (bool(name.titles & WIVES) and name.given in (None, *his))
