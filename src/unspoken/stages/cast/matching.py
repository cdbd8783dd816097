"""Which ways to write a name mean one person: full names, bare ones, titled ones, initials, short forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from unspoken import resources
from unspoken.stages.cast.distinct import (
    RANKS,
    Company,
    another_lady,
    apart,
    callings,
    father,
    husbands_name,
    mother,
    other_calling,
    other_office,
    other_rank,
    sisters,
    younger,
)
from unspoken.stages.cast.genders import Told
from unspoken.stages.cast.names import NameType, Person, name_type, same_given
from unspoken.stages.mentions.given import given_names, petted
from unspoken.stages.mentions.names import kin_terms, titles

LONG = 4  # letters of the stem of a fond form that is a name of its own too
CLIPPED = 3  # letters at least that are left of a given name
RARE = 20  # times that a name is said for one of another that shares a word with it, from which that is hardly one
OFTEN = 3  # names from which somebody is more than named in passing
POLITE = RANKS[0] | RANKS[1] | {"ms", "miss"}
BEFORE_GIVEN = frozenset(("miss", "master", "aunt", "uncle", "cousin", "brother", "sister"))


def persons(
    seen: Sequence[tuple[str, int]],
    told: Told,
    company: Company,
    pets: Mapping[NameType, NameType] | None = None,
) -> dict[NameType, list[Person]]:
    """Gather names into persons.

    Args:
        seen: every name mention: as written, and its offset.
        told: what the pronouns tell of the names.
        company: where two types of name stand together, which one person's seldom do.
        pets: of names that are only called, the whole names that they are short for.

    Returns:
        The persons (places too: kinds are told apart elsewhere) whom each type can mean, the likeliest first.
    """
    single: dict[NameType, Person] = {}
    for surface, offset in seen:
        kind = name_type(surface)
        if not kind.words:
            continue
        person = single.setdefault(kind, Person([kind], first=offset))
        person.surfaces[surface] += 1
    for surface in dict.fromkeys(surface for surface, _ in seen):
        if (kind := name_type(surface)).words:
            single[kind].votes.update(told.votes.get(surface, {}))
            single[kind].leaning = max(single[kind].leaning, told.odds.get(surface, 0.0), key=abs)
    families, juniors, titled = _families(single), younger(single), callings(single)
    for kind, person in single.items():
        person.junior, person.calling = kind in juniors, kind in titled
        person.family = not kind.titles and not kind.given and kind.last in families
    out: list[Person] = []
    owner: dict[NameType, list[Person]] = {}
    short = pets or {}
    for kind, person in sorted(single.items(), key=_order):
        if kind in short:
            continue
        homes = _homes(kind, person, out, company)
        if not homes:
            out.append(person)
            homes = [person]
        elif len(homes) == 1:
            homes[0].absorb(person)
        owner[kind] = homes
    for kind, whole in short.items():
        homes = owner[kind] = owner.get(whole, [single[kind]])
        if len(homes) == 1 and homes[0] is not single[kind]:
            homes[0].surfaces.update(single[kind].surfaces)
    return owner


def _families(single: Mapping[NameType, Person]) -> set[str]:
    """Words that are surnames in this text and nobody's given name, but for what is no name ("made Hale Mayor")."""
    last, given = Counter[str](), Counter[str]()
    givens = {kind.given for kind in single} - {kind.last for kind in single if kind.given}
    for kind, person in single.items():
        by_given = not kind.given and kind.titles & BEFORE_GIVEN and kind.last in givens  # "Master Ned", Ned Hale
        last[kind.last] += person.count if (kind.given or kind.titles) and not by_given else 0
        given[kind.last if by_given else kind.given or ""] += person.count
    return {word for word, n in last.items() if n > given[word] * RARE}


def _not_rare(people: Iterable[Person], among: Iterable[Person]) -> list[Person]:
    """Those of some people who are not named hardly ever beside the foremost of others."""
    most = max((p.count for p in among), default=0)
    return [p for p in people if p.count * RARE >= most]


def _order(item: tuple[NameType, Person]) -> tuple[int, int, int]:
    """Full names first, then given names (nearly always one person's), titled ones, bare surnames, initials."""
    kind, person = item
    if all(len(word) == 1 for word in kind.words):
        rank = 4
    elif _is_office(kind) or person.family:
        rank = 3
    elif len(kind.words) > 1:
        rank = 0 if len(kind.words[0]) > 1 and len(kind.last) > 1 else 3
    else:
        rank = 2 if kind.titles else 1
    return rank, -person.count, person.first


def _homes(kind: NameType, person: Person, known: Sequence[Person], company: Company) -> list[Person]:
    """The known persons whom a type of name can mean, the most frequent first; none: it is a person of its own."""
    if _is_office(kind):
        return _foremost(p for p in known if kind.last in p.titles())
    namesakes = [
        p
        for p in known
        if any(_same(kind, person, t, p) for t in p.types)
        and not (
            person.opposed(p) or other_rank(kind, p) or other_office(kind, person, p) or other_calling(kind, person, p)
        )
    ]
    if mother(kind, known) or father(kind, namesakes):
        namesakes = [p for p in namesakes if kind.titles & p.titles() and not p.junior]
    if len(namesakes) > 1 and not kind.given:
        exact = [p for p in namesakes if kind.last in {t.words[0] for t in p.types if t.given or not t.titles}]
        exact = _not_rare(exact, namesakes)
        called = exact or namesakes
        if kind.titles:
            return _titled(kind, person, called, company)
        return _foremost(_men(namesakes)) if person.family else _bearers(person, called)
    fitting = [p for p in namesakes if not apart(kind, person, p, company)]
    if len(fitting) > 1 and kind.given:  # "R. Hale" is Ruth Hale rather than Judge Hale
        fitting = [p for p in fitting if any(same_given(kind.given, given) for given in p.givens())]
    return fitting if len(fitting) == 1 else []


def _titled(kind: NameType, person: Person, namesakes: list[Person], company: Company) -> list[Person]:
    """Whom a title and a surname that several bear mean: who has that title, the foremost, unless one sees both."""
    possible = [p for p in namesakes if not another_lady(kind, p)]
    if "miss" in kind.titles:
        possible = possible or namesakes
    borne = [p for p in possible if kind.titles & p.titles()]
    if not (borne or kind.titles & POLITE) and len([p for p in possible if _son(kind.last, p)]) > 1:
        return []  # "Squire Hale", where there are Ned Hale and Tom Hale
    best = _foremost(borne or _formal(kind, possible))
    if not borne and sisters(kind, person, best):
        return best
    return [p for p in best if not apart(kind, person, p, company)] if len(best) == 1 else []


def _formal(kind: NameType, people: list[Person]) -> list[Person]:
    """Of several men of a surname the only one whom nobody calls by a given name alone: "Mr. Hale" is Isaac Hale, where
    there is talk of Tom Hale as Tom."""
    formal = [p for p in people if not any(not (t.titles or t.given) and t.last in p.givens() for t in p.types)]
    formal = _not_rare(formal, people)
    elder = bool(kind.titles & RANKS[0]) and all(p.gender() == "m" for p in people)
    return formal if elder and len(formal) == 1 else people


def _son(surname: str, p: Person) -> bool:
    """Whether a man who is named more than in passing has a surname beside a given name."""
    return p.count >= OFTEN and p.gender() == "m" and any(t.given and t.last == surname for t in p.types)


def _men(people: list[Person]) -> list[Person]:
    """Men, if there are any: by custom a bare surname is a man's; who is followed by "she" is sorted out before."""
    return [p for p in people if p.gender() == "m"] or people


def _bearers(person: Person, namesakes: list[Person]) -> list[Person]:
    """Who may be called by a bare name: where it is by far the usual one, whoever came first needs no other."""
    namesakes = sorted(namesakes, key=lambda p: -p.count)
    usual = len(namesakes) > 1 and person.count >= 3 * max(p.count for p in namesakes)
    return [min(namesakes, key=lambda p: p.first)] if usual else namesakes


def _foremost(people: Iterable[Person]) -> list[Person]:
    """The one who is named far more often than the others, or else all, the most frequent first."""
    ranked = sorted(people, key=lambda p: -p.count)
    return ranked[:1] if len(ranked) > 1 and ranked[0].count >= 3 * ranked[1].count else ranked


def _is_office(kind: NameType) -> bool:
    """A title that stands for a name ("the Admiral")."""
    word = kind.last
    alone = len(kind.words) == 1 and not kind.titles and word in titles()
    return alone and word not in kin_terms() and not any(word in rank for rank in RANKS)


def _same(a: NameType, person: Person, b: NameType, other: Person) -> bool:
    """Whether two types of name can be one person's."""
    if (a.given and a.last in _houses()) or (b.given and b.last in _houses()):
        return a.words == b.words
    if a.titles and b.titles and not (a.titles & b.titles) and a.given is None and b.given is None:
        return False
    if husbands_name(a, b) or husbands_name(b, a):
        return False
    if a.given and b.given:
        return _same_last(a.last, b.last) and (same_given(a.given, b.given) or _fond(a.given, b.given))
    if a.given and not b.given:
        if b.titles or _alike(a.last, b.last):
            return _same_last(a.last, b.last) or (bool(b.titles) and b.last == a.given)
        return len(a.given) > 1 and len(a.last) == 1 and same_given(a.given, b.last)
    if b.given:
        if a.titles:
            return _alike(a.last, b.last) or same_given(b.given, a.last)
        return (
            _alike(a.last, b.last)
            or (len(b.given) > 1 and same_given(b.given, a.last) and len(a.last) > 1 and _familiar(a, b, other))
            or _clipped(a, person, b, other)
            or _initials(a, b)
        )
    if _alike(a.last, b.last):
        return True
    if len(a.last) == 1:
        return len(a.words) == 1 and a.last == b.last[0] and (not b.titles or bool(a.titles))
    return (
        _bare(a)
        and _bare(b)
        and (_rare_short(a, person, b, other) or (same_given(a.last, b.last) and _quiet(person, other)))
    )


@cache
def _houses() -> frozenset[str]:
    """Last words of names of houses and firms, which nobody has for a surname ("Amory Hotel")."""
    return frozenset(resources.table("people.toml")["places"]["houses"].split())


def _bare(kind: NameType) -> bool:
    """A given name without a title, or with one that stands before given names too ("Miss Sophia")."""
    return not kind.titles or (kind.titles <= BEFORE_GIVEN and kind.last in given_names())


def _familiar(a: NameType, b: NameType, other: Person) -> bool:
    """A pet name is not for one who always has a title (Kitty is not Lady Catherine)."""
    return a.last == b.given or not all(t.titles for t in other.types)


def _clipped(a: NameType, person: Person, b: NameType, other: Person) -> bool:
    """Whether a bare name that no list knows is the beginning of a given name that is seldom said in full: "Mirr", of
    Mirrenda Vale."""
    given = b.given or ""
    shortens = len(a.last) >= CLIPPED and given.startswith(a.last) and len(given) > len(a.last) + 1
    return shortens and a.last not in given_names() and min(person.count, other.count) <= OFTEN


def _same_last(a: str, b: str) -> bool:
    return _alike(a, b) or (1 in (len(a), len(b)) and a[0] == b[0])


def _fond(a: str, b: str) -> bool:
    """Whether of two given names with one surname the one is a fond form of the other, though no list has it: its
    beginning with an ending of such forms ("Dunsey" of Dunstan, "Cainy" of Cain)."""
    short, whole = (a, b) if a.endswith(("y", "ie")) else (b, a)
    stems = {short.removesuffix(end) for end in ("ie", "y", "ey") if short.endswith(end)}
    stems |= {stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]}
    return short not in given_names() and any(len(stem) > 2 and whole.startswith(stem) for stem in stems)


def _alike(a: str, b: str) -> bool:
    """Whether two surnames are one, the small words of one left out at times ("de Brissac", "Brissac")."""
    return a == b or ((" " in a) != (" " in b) and a.split()[-1] == b.split()[-1])


def _initials(a: NameType, b: NameType) -> bool:
    return all(len(w) == 1 for w in a.words) and tuple(w[0] for w in b.words) == a.words


def _quiet(a: Person, b: Person) -> bool:
    """One of both is rare beside the other, as a pet name is."""
    return min(a.count, b.count) * 4 <= max(a.count, b.count) or min(a.count, b.count) <= 2


def _rare_short(a: NameType, person: Person, b: NameType, other: Person) -> bool:
    """A beginning of the other name of at least three letters, with a -y or -ie or not, or that name without one
    letter, rare: a pet name that no list knows ("Hes" for Hester, "Otty" for Ottoline, "Ede" for Edie,
    "Gwennie", "Sass")."""
    x, y = sorted((a.last, b.last), key=len)
    stem = x.removesuffix("y") if x.endswith("y") else x.removesuffix("ie")
    if len(stem) >= 3 and stem != x and x not in given_names() and y.startswith(stem) and y != x:
        return min(person.count, other.count) <= 3
    if (x in petted(y) and y not in given_names()) or (x[-1:] == x[-2:-1] and len(x) > 3 and y.startswith(x[:-1])):
        return min(person.count, other.count) <= 3
    if len(stem) >= LONG and stem != x and y.startswith(stem) and len(y) > len(stem) + 1:
        alike = given_names().get(stem) == given_names().get(x)  # "Annie" may be Annabel, as she may be Ann
        return alike and min(person.count, other.count) <= OFTEN + 1
    less = x[:2] == y[:2] and x not in given_names() and x in {y[:k] + y[k + 1 :] for k in range(2, len(y))}
    return len(x) >= 3 and x != y and (y.startswith(x) or less) and min(person.count, other.count) <= 3
