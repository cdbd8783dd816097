"""From a signature, greeting or handle to the character who bears it."""

from __future__ import annotations

from collections.abc import Sequence

from unspoken.layers.characters import Character
from unspoken.stages.cast.names import NameType, name_type, same_given


class Directory:
    """Characters by all their names, the most mentioned first."""

    def __init__(self, characters: Sequence[Character]) -> None:
        self._names = [(c.id, name_type(n)) for c in characters for n in (c.name, *c.aliases)]

    def who(self, written: str) -> str | None:
        """The one character whom a name or initials can mean; exact names go before what only may fit."""
        wanted = name_type(written.strip("@ ,.;:!—-").replace(".", ". "))
        if not wanted.words:
            return None
        known = [
            (c, n) for c, n in self._names if not (wanted.titles and n.titles and wanted.titles.isdisjoint(n.titles))
        ]
        exact = list(dict.fromkeys(c for c, n in known if n.words == wanted.words))
        if exact:
            return exact[0]
        fits_it = [(c, n) for c, n in known if fits(wanted, n)]
        whole = [c for c, n in fits_it if len(n.words[0]) > 1] if len(wanted.words) == 1 else []
        fitting = list(dict.fromkeys(whole or [c for c, _ in fits_it]))
        return fitting[0] if len(fitting) == 1 else None


def fits(wanted: NameType, name: NameType) -> bool:
    """Whether what is written can stand for a name: a part of it, its initials, a short form."""
    if not name.words or name.words[0] in ("a", "an", "the"):
        return False
    if len(wanted.words) == 1:
        word = wanted.words[0]
        if len(word) == 1:
            return name.words[0][0] == word
        return word in name.words or same_given(word, name.words[0])
    if len(wanted.words) > len(name.words):
        return all(len(w) == 1 for w in wanted.words[:-1]) and wanted.last == name.last and len(name.words) == 1
    pairs = zip(wanted.words, (*name.words[: len(wanted.words) - 1], name.last), strict=True)
    return all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in pairs)
