"""Titles with surnames that are only ever called: "Good morning, Mrs. Hale," said to whom narration names Lucy alone.

Whoever is called so is about. So it is the only one in these scenes whom narration calls by a given name and who has no
surname yet, other than the one who calls; who has a surname by now cannot have another.
"""

from __future__ import annotations

from collections.abc import Mapping

from unspoken.layers.mentions import Cast
from unspoken.stages.cast.evidence import Evidence
from unspoken.stages.cast.names import name_type
from unspoken.stages.cast.relations import SHORT
from unspoken.stages.mentions.given import given_names


def formal(names: tuple[str, ...]) -> bool:
    """Whether somebody is called by a title and a surname, and by no given name."""
    types = [t for n in names if (t := name_type(n)).words]
    last = {t.last for t in types if t.titles and t.last not in given_names()}
    return len(last) == 1 and all(t.given is None and t.last in last for t in types)


def bare(names: tuple[str, ...]) -> bool:
    """Whether nothing tells the surname of somebody."""
    types = [name_type(n) for n in names if not n[0].islower()]
    return bool(types) and not any(t.titles or t.given for t in types)


def surnames(e: Evidence, callers: Mapping[int, str | None]) -> dict[str, str]:
    """Members who are only called, each with the one who is called so.

    Args:
        e: the evidence.
        callers: who calls, by mention.
    """
    if len(e.text) >= SHORT or any(m.narrator for m in e.cast.members):
        return {}
    about = _about(e)
    open_: dict[str, set[str]] = {}
    for member in e.cast.members:
        if member.id.startswith("n") and member.kind == "person" and formal(member.names):
            sets = [_fitting(e.cast, member.pronouns, about.get(e.scene[i], {})) - {callers[i]}
                    for i in callers if e.cast.link[i] == member.id]  # fmt: skip
            if sets and not any(member.id in told for told in about.values()):
                open_[member.id] = set.intersection(*sets)
    return _alone(open_)


def _alone(open_: Mapping[str, set[str]]) -> dict[str, str]:
    """Each with the only one whom it can mean, those left out who are meant by another."""
    out: dict[str, str] = {}
    while found := {m: fits for m, fits in open_.items() if m not in out and len(fits - {*out.values()}) == 1}:
        member = next(iter(found))
        out[member] = next(iter(found[member] - {*out.values()}))
    return {member: who for member, who in out.items() if who.startswith("n")}


def _about(e: Evidence) -> Mapping[int, Mapping[str, int]]:
    """By scene, whom the narration names, or calls by a noun that is not one for somebody's kin."""
    kin = {r.member for r in e.cast.relations}
    out: dict[int, dict[str, int]] = {}
    for i in e.narrated():
        m, member = e.mentions[i], e.cast.link[i]
        if member is None or m.form == "pronoun" or member in kin or e.text[m.start : m.end].isupper():
            continue
        if m.form == "name" or e.text[m.start : m.end].lower().startswith("the "):
            scene = out.setdefault(e.scene[i], {})
            scene[member] = scene.get(member, 0) + 1
    return out


def _fitting(cast: Cast, pronouns: str | None, about: Mapping[str, int]) -> set[str]:
    """Who of those about can be called so; all of them, where one may be somebody without a name."""
    fits = {m.id: m.names for m in cast.members if m.id in about and m.pronouns == pronouns and m.kind == "person"}
    return {who for who, names in fits.items() if who.startswith("r") or bare(names)}
