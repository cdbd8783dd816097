"""Married names: "Lady Orde" is Lucy Vane, of whom the narration says that Sir Piers Orde is her husband."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from unspoken.stages.cast.distinct import WIVES
from unspoken.stages.cast.evidence import Evidence
from unspoken.stages.cast.names import NameType, name_type

COUPLE = frozenset(("husband", "wife"))
TOLD = 3  # times that words for husband and wife must mean two, for one of another name to be her
LEADING = 2  # times as often as of any other whom they make his wife or her husband
FEW, TOGETHER = 2, 0.05  # sentences that may have both of her names, and what share of the rarer one


def married(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Members who bear the married name of somebody else, each with that one.

    "Mrs. Orde", "Mrs. Piers Orde" and "Lucy Orde" are Lucy Vane, where her husband is an Orde; nobody is so who stands
    beside her, or is called by another name too.
    """
    types = {m.id: [name_type(n) for n in m.names] for m in evidence.cast.members if m.id.startswith("n")}
    women = {m.id for m in evidence.cast.members if m.pronouns == "she" and m.id in types}
    mothers = _mothers(evidence)
    for (wife, man), times in _couples(evidence, women, types):
        surnames = {t.last for t in types[man] if t.given or t.titles}
        if any(t.titles & WIVES for t in types[wife]):
            continue
        others = sorted(women - mothers - {wife})
        by_given = [o for o in others if all(_takes(t, types[wife], surnames) for t in types[o])]
        by_title = [o for o in others if all(_wifes(t, types[man], surnames) for t in types[o])]
        for other in by_given + (by_title if times >= TOLD and len(by_title) == 1 else []):
            if not _beside(evidence, wife, other):
                yield other, wife


def _mothers(e: Evidence) -> set[str]:
    """Whom words for somebody's mother mean time and again: "Mrs. Orde" is the elder of two."""
    told = Counter[str]()
    for i in e.narrated():
        m, member = e.mentions[i], e.cast.link[i]
        if m.owner is not None and member is not None and e.text[m.head_start : m.head_end].lower() == "mother":
            told[member] += 1
    return {member for member, n in told.items() if n >= TOLD}


def _couples(e: Evidence, women: set[str], types: Mapping[str, object]) -> Iterator[tuple[tuple[str, str], int]]:
    """Who are husband and wife by the words of the narration, and by how many: of several each is of the one."""
    told = Counter[tuple[str, str]]()
    for i in e.narrated():
        m = e.mentions[i]
        owner, member = e.cast.link[m.owner] if m.owner is not None else None, e.cast.link[i]
        if m.form == "nominal" and e.text[m.head_start : m.head_end].lower() in COUPLE and owner and member:
            told[(owner, member) if owner in women else (member, owner)] += 1
    named = {pair: n for pair, n in told.items() if pair[0] in women and pair[1] in types and pair[1] not in women}
    for (wife, man), n in named.items():
        rivals = [k for (w, m), k in named.items() if (w == wife) != (m == man)]
        if n >= LEADING * max(rivals, default=0):
            yield (wife, man), n


def _takes(t: NameType, hers: list[NameType], surnames: set[str]) -> bool:
    """Whether a name is her given name with his surname."""
    givens = {x.given or x.last for x in hers if x.given or not x.titles}
    return t.given in givens and t.last in surnames


def _wifes(t: NameType, his: list[NameType], surnames: set[str]) -> bool:
    """Whether a name is a wife's title with his surname, with his given name or none."""
    return bool(t.titles & WIVES) and t.last in surnames and t.given in {None, *(x.given for x in his)}


def _beside(e: Evidence, wife: str, other: str) -> bool:
    """Whether sentences that have both names show two women."""
    said: dict[str, set[int]] = {wife: set(), other: set()}
    for i in e.narrated():
        member = e.cast.link[i]
        if member in (wife, other) and e.mentions[i].form == "name":
            said[member].add(e.sentence[i])
    fewer = min(len(said[wife]), len(said[other]))
    return len(said[wife] & said[other]) > max(FEW, TOGETHER * fewer)
