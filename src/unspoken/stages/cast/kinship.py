"""Members that are one though their names share nothing: "her mother" and Noreen, Matty and Pell.

A part that kin play ("her mother") is one with a named member where children call that member so, or where both bear
one surname, and where no sentence has both. A name that is only ever called in speech is one with whoever is in view
beside the caller, unless that one has a given name already.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from unspoken import resources
from unspoken.layers.mentions import Cast
from unspoken.stages.cast.called import surnames
from unspoken.stages.cast.evidence import Evidence
from unspoken.stages.cast.families import hailed, returned
from unspoken.stages.cast.married import married
from unspoken.stages.cast.names import name_type
from unspoken.stages.cast.relations import KIN_BASE, SHORT
from unspoken.stages.mentions.given import given_names
from unspoken.stages.mentions.nominals import DETERMINERS

NEAR = 1200  # code points before and after a call in which people count as about
ENOUGH = 2.0
HAILED = 2.0  # what a call by name beside the words for kin weighs
SUITS = {
    **dict.fromkeys(("mother", "wife"), frozenset(("mrs", "lady"))),
    **dict.fromkeys(("father", "husband"), frozenset(("mr", "sir", "lord"))),
}
OFTEN = 5  # times that words for kin must be told to be compared with a name
SIDE, KIN = 0.9, 0.7  # log odds that they are apart, and for kin: who is in view as such mostly has a name
OWN_NAME = re.compile(r"\b(?:I am|I['’]m|[Mm]y name is) \Z")  # of whoever says it, rather than of who is in view
TELLER = 2  # mentions at most for which a narrator counts, who says "I" all the time


def unions(evidence: Evidence) -> dict[str, str]:
    """Member id -> id of the named member that it is one with."""
    found = _roles(evidence)
    calls = {i: _caller(evidence, i) for i, m in enumerate(evidence.mentions) if m.vocative and m.form == "name"}
    named = surnames(evidence, calls)
    for member, who in {**_called(evidence), **named}.items():
        one = found.get(who, who)
        own_kin = any(r.owner == one and found.get(r.member, r.member) == member for r in evidence.cast.relations)
        if one != member and not own_kin:
            found = _with(found, member, one)
    together = evidence.together()
    for miss, who in _daughters(evidence.cast):
        if miss not in found and who not in found and (miss, who) not in together:
            found = _with(found, miss, who)
    for name, who in married(evidence):
        if name not in found and who not in found:
            found = _with(found, name, who)
    for role, who in returned(evidence.cast, found, len(evidence.text) < SHORT).items():
        if (role, who) not in together:
            found = _with(found, role, who)
    return found


def _daughters(cast: Cast) -> Iterator[tuple[str, str]]:
    """ "Miss Hale" is Lucy, whom nothing gives a surname, the only daughter told of that a Mr. or Mrs. Hale has: each
    such member, and who she is."""
    types = {m.id: [name_type(n) for n in m.names] for m in cast.members if m.id.startswith("n")}
    bare = {m for m, of in types.items() if of and not any(t.given or t.titles for t in of)}
    told = [(r.owner, r.member) if r.kin == "daughter" else (r.member, r.owner) for r in cast.relations
            if r.kin in ("daughter", "mother", "father")]  # fmt: skip
    for miss, of in types.items():
        if not of or not all(t.titles == {"miss"} and not t.given for t in of):
            continue
        surnames = {t.last for t in of}
        parents = {m for m, names in types.items() if m != miss and surnames & {t.last for t in names if t.titles}}
        girls = {child for parent, child in told if parent in parents and child in bare}
        if len(girls) == 1:
            yield miss, girls.pop() or ""


def _with(found: Mapping[str, str], member: str, who: str) -> dict[str, str]:
    """The unions, and that a member is one with another, as are those then who were one with it."""
    return {**{m: who if other == member else other for m, other in found.items()}, member: who}


def _gender(cast: Cast) -> Mapping[str, str | None]:
    return {m.id: m.pronouns for m in cast.members}


def _roles(e: Evidence) -> dict[str, str]:
    gender, names = _gender(e.cast), {m.id: m.names for m in e.cast.members}
    together = e.together()
    calls = _kin_calls(e) if len(e.text) < SHORT else Counter[tuple[str, str]]()
    out: dict[str, str] = {}
    told = _told(e)
    kin = {(r.owner, r.member): r.kin for r in e.cast.relations}
    for relation in e.cast.relations:
        role = relation.member
        if not role.startswith("r") or relation.owner is None or role in out:
            continue
        scores: dict[str, float] = {}
        for member in names:
            fits = gender.get(member) is not None and gender.get(member) == gender.get(role)
            otherwise = kin.get((relation.owner, member), relation.kin) != relation.kin
            if not fits or otherwise or member in (relation.owner, "narrator") or member.startswith("r"):
                continue
            apart = _apart(e, told[role], told[member])
            if apart or (member, role) not in together:
                scores[member] = (
                    apart
                    + calls[relation.kin, member]
                    + HAILED * (member in hailed(e, role, relation.owner))
                    + _family(names, relation.owner, member, relation.kin)
                )
        best = sorted(scores.items(), key=lambda item: -item[1])[:2]
        if best and best[0][1] >= ENOUGH and (len(best) == 1 or best[0][1] > 2 * best[1][1]):
            out[role] = best[0][0]
    return out


def _told(e: Evidence) -> Mapping[str, list[int]]:
    """By member, the mentions of the narration that tell of it by a name, or by a noun if it has none."""
    out: dict[str, list[int]] = defaultdict(list)
    for i in e.narrated():
        member = e.cast.link[i]
        if member is not None and e.mentions[i].form == ("nominal" if member.startswith("r") else "name"):
            out[member].append(i)
    return out


def _apart(e: Evidence, role: list[int], member: list[int]) -> float:
    """Points for words for kin and a name that are much side by side in a long text, and hardly ever together."""
    if e.beside is None or len(role) < OFTEN:
        return 0.0
    score = e.beside.score(role, member)
    return score.total + KIN if score.apart >= SIDE else 0.0


def _kin_calls(e: Evidence) -> Counter[tuple[str, str]]:
    """For each kin term that is called, who is named in the narration of that scene, a point a call at most."""
    named: dict[int, Counter[str]] = defaultdict(Counter)
    for i in e.narrated():
        if (member := e.cast.link[i]) is not None and e.mentions[i].form == "name":
            named[e.scene[i]][member] += 1
    out: Counter[tuple[str, str]] = Counter()
    for i, m in enumerate(e.mentions):
        if m.vocative and m.form == "nominal":
            word, caller = e.text[m.head_start : m.head_end].lower(), _caller(e, i)
            for member in named[e.scene[i]]:
                out[KIN_BASE.get(word, word), member] += member != caller
    return out


def _family(names: Mapping[str, tuple[str, ...]], owner: str, member: str, kin: str) -> float:
    """Points for a shared surname, more where the title suits the kin (Mrs for a mother, Mr for a father)."""
    couple = kin in ("wife", "husband")  # who share a surname with a title: the mother of a Mr. Hale may be a Mrs. Reed
    surnames = {t.last for n in names.get(owner, ()) if (t := name_type(n)).given or (couple and t.titles)}
    types = [name_type(n) for n in names[member]]
    if not any(t.last in surnames for t in types if t.given or t.titles):
        return 0.0
    return 2.5 if any(t.titles & SUITS.get(kin, frozenset()) for t in types) else 0.0


def _called(e: Evidence) -> dict[str, str]:
    told = {e.cast.link[i] for i in e.narrated()}
    gender, names = _gender(e.cast), {m.id: m.names for m in e.cast.members}
    votes = defaultdict[str, Counter[str]](Counter)
    own = {e.cast.link[i] for i, m in enumerate(e.mentions) if OWN_NAME.search(e.text[max(0, m.start - 24) : m.start])}
    for i, m in enumerate(e.mentions):
        member = e.cast.link[i]
        if m.vocative and m.form == "name" and member is not None and member not in told | own:
            votes[member].update(_beside(e, i, member, gender, names))
    out: dict[str, str] = {}
    for member, about in votes.items():
        ((best, n), *rest) = about.most_common(2) or [("", 0)]
        if best == "narrator" and len(e.text) >= SHORT:
            continue  # who answers tells, once it is known who speaks
        if best and n >= 2 and n > 1.5 * (rest[0][1] if rest else 0) and best not in out.values():
            out[member] = best
    return out


def _beside(
    e: Evidence, i: int, called: str, gender: Mapping[str, str | None], names: Mapping[str, tuple[str, ...]]
) -> Counter[str]:
    """Who is in the narration around a call, but for those who can not be the one called."""
    out: Counter[str] = Counter()
    lower = upper = i
    at = e.mentions[i].start
    while lower > 0 and at - e.mentions[lower - 1].start < NEAR and e.scene[lower - 1] == e.scene[i]:
        lower -= 1
    while upper + 1 < len(e.mentions) and e.mentions[upper + 1].start - at < NEAR and e.scene[upper + 1] == e.scene[i]:
        upper += 1
    caller = _caller(e, i)
    spoken_of = {
        e.cast.link[k] for k in range(lower, upper + 1) if e.mentions[k].quotation and not e.mentions[k].vocative
    }
    for k in range(lower, upper + 1):
        member = e.cast.link[k]
        if (
            member is None
            or member in spoken_of
            or e.mentions[k].quotation
            or e.mentions[k].letter
            or member in (caller, called)
        ):
            continue
        known = gender.get(called), gender.get(member)
        fits = (None in known or known[0] == known[1]) and not _two_surnames(names[called], names[member])
        if fits and not has_given(names[member]):
            out[member] += 1
    if "narrator" in out:
        out["narrator"] = min(out["narrator"], TELLER)
    return out


def _two_surnames(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether both have a title and a surname, and these differ."""
    one, other = ({t.last for n in names if (t := name_type(n)).titles} for names in (a, b))
    return bool(one and other) and not one & other


def _caller(e: Evidence, i: int) -> str | None:
    """Who calls: the one who stands beside a verb of saying next to the quotation, else who acts nearest to it."""
    quotation, say = e.mentions[i].quotation, resources.words("speech.toml", "say")
    around = [*range(i + 1, min(len(e.mentions), i + 12)), *range(i - 1, max(-1, i - 12), -1)]
    near: list[str] = []
    for k in around:
        m = e.mentions[k]
        between = e.text[min(m.end, e.mentions[i].end) : max(m.start, e.mentions[i].start)]
        if m.quotation == quotation or m.quotation is not None or "\n\n" in between or e.cast.link[k] is None:
            continue
        beside = e.text[max(0, m.start - 14) : m.end + 14].lower().split()
        member = e.cast.link[k] or ""
        if any(word.strip(".,") in say for word in beside):
            return member
        near.append(member)
    return near[0] if near else None


def has_given(names: tuple[str, ...]) -> bool:
    """Whether a member is called by a given name already."""
    types = [name_type(n) for n in names if n[0].isupper() and n.split()[0].lower() not in DETERMINERS]
    return any(
        (t.given and len(t.given) > 1) or (not t.titles and t.words and t.words[0] in given_names()) for t in types
    )
