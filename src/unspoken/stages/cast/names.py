"""Name variants as persons: titles, given names, surnames, initials, short forms.

Names come from the text: lists of given names only lend a gender and short forms where the text says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from unspoken.stages.mentions.names import given_names, long_forms, particles, titles

RANKS = (
    frozenset(("mr", "mister", "sir", "lord", "master")),
    frozenset(("mrs", "miss", "lady", "madame", "mademoiselle")),
)
SURE = 3  # votes by which a gender counts as told


@dataclass(frozen=True)
class NameType:
    """One way to write a name: the words in lower case without titles, and the titles."""

    words: tuple[str, ...]
    titles: frozenset[str]

    @property
    def given(self) -> str | None:
        return self.words[0] if len(self.words) > 1 else None

    @property
    def last(self) -> str:
        return self.words[-1]


@cache
def name_type(surface: str) -> NameType:
    """Take a name as written apart; small words inside a surname belong to it ("van der luyden")."""
    plain = _words(surface)
    heads = 0
    while heads < len(plain) - 1 and plain[heads] in titles():
        heads += 1
    return NameType(tuple(w for w in plain[heads:] if w), frozenset(plain[:heads]))


def _words(surface: str) -> list[str]:
    out, held = [], ""
    for word in surface.split():
        plain = word.strip("._*")
        held += plain.lower()
        if plain in particles():
            held += " "
        else:
            out.append(held)
            held = ""
    return [*out, held.strip()] if held else out


def same_given(a: str, b: str) -> bool:
    """Whether two given names can be one person's: equal, an initial, a known short form."""
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    short = long_forms()
    return a in short.get(b, ()) or b in short.get(a, ())


@dataclass
class Person:
    """A person while names are gathered. ``votes`` counts pronouns that followed the name."""

    types: list[NameType] = field(default_factory=list)
    surfaces: Counter[str] = field(default_factory=Counter)
    votes: Counter[str] = field(default_factory=Counter)
    first: int = 0

    @property
    def count(self) -> int:
        return self.surfaces.total()

    def givens(self) -> set[str]:
        return {t.given for t in self.types if t.given}

    def surnames(self) -> set[str]:
        return {t.last for t in self.types if t.given or t.titles}

    def gender(self) -> str | None:
        """m or f by title, by the pronouns that follow, by the given name; None where they do not tell."""
        told = {g for t in self.types for title in t.titles if (g := titles().get(title))}
        if len(told) == 1:
            return told.pop()
        listed = {given_names().get(t.words[0]) for t in self.types if t.given or not t.titles} - {None}
        votes = Counter(self.votes)
        if len(listed) == 1:
            votes[listed.pop() or ""] += SURE
        if not votes:
            return None
        (best, n), *rest = votes.most_common(2)
        return best if n >= 2 * (rest[0][1] if rest else 0) and n > 1 else None

    def absorb(self, other: Person) -> None:
        self.types.extend(t for t in other.types if t not in self.types)
        self.surfaces.update(other.surfaces)
        self.votes.update(other.votes)
        self.first = min(self.first, other.first)


Together = Callable[[NameType, NameType], int]


def persons(seen: Iterable[tuple[str, int, str | None]], together: Together) -> dict[NameType, list[Person]]:
    """Gather names into persons.

    Args:
        seen: every name mention: as written, its offset, and the gender of the pronoun that follows it or None.
        together: in how many sentences two types of name stand side by side, which one person's seldom do.

    Returns:
        The persons (places too: kinds are told apart elsewhere) whom each type can mean, the likeliest first.
    """
    single: dict[NameType, Person] = {}
    for surface, offset, vote in seen:
        kind = name_type(surface)
        if not kind.words:
            continue
        person = single.setdefault(kind, Person([kind], first=offset))
        person.surfaces[surface] += 1
        if vote:
            person.votes[vote] += 1
    out: list[Person] = []
    owner: dict[NameType, list[Person]] = {}
    for kind, person in sorted(single.items(), key=_order):
        homes = _homes(kind, person, out, together)
        if not homes:
            out.append(person)
            homes = [person]
        elif len(homes) == 1:
            homes[0].absorb(person)
        owner[kind] = homes
    return owner


def _order(item: tuple[NameType, Person]) -> tuple[int, int, int]:
    """Full names first, then bare ones (a given name is nearly always one person's), titled ones, initials."""
    kind, person = item
    if all(len(word) == 1 for word in kind.words):
        rank = 4
    elif len(kind.words) > 1:
        rank = 0 if len(kind.words[0]) > 1 and len(kind.last) > 1 else 3
    else:
        rank = 2 if kind.titles else 1
    return rank, -person.count, person.first


def _homes(kind: NameType, person: Person, known: Sequence[Person], together: Together) -> list[Person]:
    """The known persons whom a type of name can mean, the most frequent first; none: it is a person of its own."""
    gender = person.gender()
    fitting = [
        p
        for p in known
        if any(_same(kind, person, t, p) for t in p.types)
        and not (gender and p.gender() and gender != p.gender())
        and not _other_rank(kind, p)
        and not _apart(kind, person, p, together)
    ]
    if len(fitting) > 1 and not kind.given:
        exact = [p for p in fitting if kind.last in {t.words[0] for t in p.types if t.given or not t.titles}]
        fitting = exact or fitting
    fitting.sort(key=lambda p: -p.count)
    if len(fitting) > 1 and (kind.given or kind.titles):
        return fitting[:1] if fitting[0].count >= 3 * fitting[1].count and not kind.given else []
    return fitting


def _other_rank(kind: NameType, other: Person) -> bool:
    """Titles that one person does not bear both of (Sir and Mr, Mrs and Miss)."""
    borne = {title for t in other.types for title in t.titles}
    return any(kind.titles & group and borne & group and not kind.titles & borne for group in RANKS)


def _apart(kind: NameType, person: Person, other: Person, together: Together) -> bool:
    """Whether sentences that name both show two people."""
    both = sum(together(kind, t) for t in other.types)
    return both >= 2 and both >= 0.03 * min(person.count, other.count)


def _same(a: NameType, person: Person, b: NameType, other: Person) -> bool:
    """Whether two types of name can be one person's."""
    if a.titles and b.titles and not (a.titles & b.titles) and a.given is None and b.given is None:
        return False
    if a.given and b.given:
        return _same_last(a.last, b.last) and same_given(a.given, b.given)
    if a.given and not b.given:
        if b.titles or b.last == a.last:
            return _same_last(a.last, b.last) or (bool(b.titles) and b.last == a.given)
        return len(a.given) > 1 and len(a.last) == 1 and same_given(a.given, b.last)
    if b.given:
        if a.titles:
            return a.last == b.last or same_given(b.given, a.last)
        return (
            a.last == b.last
            or (len(b.given) > 1 and same_given(b.given, a.last) and len(a.last) > 1)
            or _initials(a, b)
        )
    if a.last == b.last:
        return True
    if len(a.last) == 1:
        return len(a.words) == 1 and a.last == b.last[0] and not b.titles
    return (
        not a.titles
        and not b.titles
        and (_rare_short(a, person, b, other) or (same_given(a.last, b.last) and _quiet(person, other)))
    )


def _same_last(a: str, b: str) -> bool:
    return a == b or (1 in (len(a), len(b)) and a[0] == b[0])


def _initials(a: NameType, b: NameType) -> bool:
    return all(len(w) == 1 for w in a.words) and tuple(w[0] for w in b.words) == a.words


def _quiet(a: Person, b: Person) -> bool:
    """One of both is rare beside the other, as a pet name is."""
    return min(a.count, b.count) * 4 <= max(a.count, b.count) or min(a.count, b.count) <= 2


def _rare_short(a: NameType, person: Person, b: NameType, other: Person) -> bool:
    """A beginning of the other name of at least three letters, rare: a pet name that no list knows."""
    x, y = sorted((a.last, b.last), key=len)
    return len(x) >= 3 and x != y and y.startswith(x) and min(person.count, other.count) <= 3
