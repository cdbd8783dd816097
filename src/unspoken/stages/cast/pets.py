"""Pet names that no list knows: what somebody is only ever called, which begins or ends a name of the narration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from unspoken import resources
from unspoken.layers.mentions import Mention
from unspoken.stages.cast.names import NameType, name_type

BEGINS, ENDS, LONG = 2, 3, 4  # letters at least of what begins ("Ko", Kojo) or ends ("Etta", Marietta) a name; at most
MORE = 2  # calls at least for each time that somebody is told of by a pet name, as they see it who call so
STEM = 3  # letters at least of a name to which an ending of pet names is added
FATHERS = ("s", "son", "sen", "sson")  # Johnson is nobody whom people call John


def pets(mentions: Sequence[Mention], names: Sequence[tuple[int, str]]) -> Mapping[NameType, NameType]:
    """Which ways to write a name are short for which others, whatever gender lists give them ("Dan", of Danuta).

    Args:
        mentions: all mentions.
        names: those by name (their index), as written.

    Returns:
        Of a name that people are called or written to by, and hardly ever told or spoken of by, the one name that
        begins or ends so, given name of somebody told of; a name short for several is left out.
    """
    called, told = Counter[NameType](), Counter[NameType]()
    spoken: set[NameType] = set()
    for i, surface in names:
        m, kind = mentions[i], name_type(surface)
        (called if m.vocative or m.letter else told)[kind] += 1
        if not m.letter:
            spoken.add(kind)
    surnames = {t.last for t in spoken if t.given or t.titles}
    whole = {t for t in spoken if t.words and not t.titles and (t.given or t.last not in surnames) and not _place(t)}
    only = [kind for kind, n in called.items() if MORE * told[kind] <= n and _bare(kind)]
    fitting = {kind: [t for t in whole if _short(kind.last, t.words[0])] for kind in only}
    return {kind: min(found, key=_length) for kind, found in fitting.items() if len({t.words[0] for t in found}) == 1}


def _bare(kind: NameType) -> bool:
    return not kind.titles and len(kind.words) == 1


def _place(kind: NameType) -> bool:
    """Whether a name is of a street, a house, a county."""
    places = resources.table("people.toml")["places"]
    return kind.given is not None and kind.last in f"{places['houses']} {places['nouns']}".split()


def _length(kind: NameType) -> tuple[int, tuple[str, ...]]:
    return len(kind.words), kind.words


def _short(pet: str, name: str) -> bool:
    """Whether a name is the beginning or the end of another, or its beginning with an ending of pet names ("Danka")."""
    begins = BEGINS <= len(pet) <= LONG and name.startswith(pet) and name[len(pet) :] not in FATHERS
    return pet != name and (begins or (len(pet) >= ENDS and name.endswith(pet)) or _fond(pet, name))


def _fond(pet: str, name: str) -> bool:
    stems = (pet.removesuffix(end) for end in resources.table("people.toml")["pets"]["endings"].split())
    return any(STEM <= len(stem) < len(pet) and name.startswith(stem) and len(name) > len(pet) for stem in stems)
