"""Surnames of people whom narration calls by the given name alone: "Mr Reed", said to Conrad, and his wife then."""

from __future__ import annotations

from collections.abc import Sequence

from unspoken.layers.mentions import Cast
from unspoken.stages.cast.names import NameType, name_type

WIVES = frozenset(("mrs", "mrs.", "lady", "madame", "frau", "signora", "señora"))


def titled(names: Sequence[str]) -> bool:
    """Whether somebody is called by titles and a surname alone."""
    types = [name_type(n) for n in names]
    return bool(types) and all(t.titles and t.given is None for t in types)


def untitled(names: Sequence[str]) -> bool:
    """Whether somebody is called by a given name alone, so that nothing tells the surname."""
    types = [name_type(n) for n in names]
    return bool(types) and all(not t.titles and t.given is None and t.words for t in types)


def wives(cast: Cast, into: dict[str, str]) -> None:
    """Add to ``into`` that "Mrs Reed" is the wife of Mr Reed, where one of a given name alone is told to be his.

    Args:
        cast: whom the narration tells of.
        into: member id -> id of the member that it is one with; "Mr Reed" may be in it.
    """
    names = {m.id: m.names for m in cast.members}
    married = {(r.owner, r.member) for r in cast.relations if r.kin in ("wife", "husband")}
    couples = {frozenset((into.get(a or "", a or ""), into.get(b, b))) for a, b in married}
    for member, called in names.items():
        types = [name_type(n) for n in called]
        if member in into or not titled(called) or not all(t.titles & WIVES for t in types):
            continue
        men = {into.get(m, m) for m, of in names.items() if m != member and _shares(of, types)}
        fits = {w for man in men for pair in couples if man in pair for w in pair - {man}}
        fits = {w for w in fits if w in names and untitled(names[w])}
        if len(men) == 1 and len(fits) == 1:
            into[member] = fits.pop()


def _shares(names: Sequence[str], types: Sequence[NameType]) -> bool:
    """Whether somebody bears the surname, and not as a wife."""
    own = [name_type(n) for n in names]
    surnames = {t.last for t in types if t.words}
    return any(t.words and t.last in surnames and (t.titles or t.given) and not t.titles & WIVES for t in own)
