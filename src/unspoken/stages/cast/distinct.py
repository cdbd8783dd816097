"""What shows that two ways to write a name are of two people: titles, custom, and where both are named at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from unspoken.stages.cast.names import NameType, Person
from unspoken.stages.mentions.given import given_names
from unspoken.stages.mentions.names import by_custom, titles

RANKS = (
    frozenset(("mr", "mister", "sir", "lord", "master")),
    frozenset(("mrs", "miss", "lady", "madame", "mademoiselle")),
)
DOCTORS, MISTERS = frozenset(("dr", "doctor")), frozenset(("mr", "mister"))
CALLING, BALANCED = 5, 4  # times that somebody is called by one title, and by how much more often by another
WIVES = frozenset(("mrs", "lady", "madame", "mme"))
# who is the parent of a namesake: the kin, the titles, and the share of the namesake's names for which it is spoken of
PARENTS = (("mother", WIVES, 0.04), ("father", RANKS[0] | {"squire"}, 0.08))
# sentences with two ways to write a name from which they are of two people: so many at least, and so large a share of
# the rarer one; more where the one is a part of the other
ONCE, TWICE = (2, 0.045), (3, 0.25)
USUAL = 20  # times that somebody is named for one with a title that nobody else gives her
SELDOM = 5  # names up to which "Miss Orde" is no third beside two sisters
ADDRESSED = 0.05  # share of the names in paragraphs in which the one speaks and the other is called
Pairs = Counter[frozenset[NameType]]


@dataclass(frozen=True)
class Company:
    """In how many sentences, and in how many paragraphs of the narration, two ways to write a name stand together;
    how often who has the one says the other to somebody; and how often there is talk of a mother or father of who has
    a name."""

    sentences: Pairs
    paragraphs: Pairs
    addressed: Pairs = field(default_factory=Counter)
    parents: Counter[tuple[NameType, str]] = field(default_factory=Counter)


def another_lady(kind: NameType, p: Person) -> bool:
    """Of several women of a surname: "Miss Elliot" is not the one called "Miss Anne", a wife not one without title."""
    if kind.titles & WIVES:
        return not kind.titles & p.titles()
    return "miss" in kind.titles and any("miss" in t.titles and t.words[0] != kind.last for t in p.types)


def other_rank(kind: NameType, other: Person) -> bool:
    """Titles that one person does not bear both of (Sir and Mr, Mrs and Miss)."""
    borne = other.titles()
    return any(kind.titles & group and borne & group and not kind.titles & borne for group in RANKS)


def other_office(kind: NameType, person: Person, other: Person) -> bool:
    """ "Judge Hale" is not Ruth Hale, whom nobody gives that title, where no pronoun tells of a woman: by custom the
    office is a man's. "Captain Hale" is not she either, who is named so often without that title."""
    free = any(title in titles() and titles()[title] is None for title in kind.titles)
    held = not kind.given and (bool(kind.titles & by_custom()) or (free and other.count > USUAL * person.count))
    return held and not kind.titles & other.titles() and other.gender() == "f" != person.gender()


def callings(single: Mapping[NameType, Person]) -> set[NameType]:
    """ "Dr. Hale" and "Mr. Hale", where the one is said hardly less often than the other: who is a doctor is seldom
    called anything else, so these are two."""
    often = {t: p.count for t, p in single.items() if not t.given and p.count >= CALLING}
    doctors, misters = ([t for t in often if t.titles & own] for own in (DOCTORS, MISTERS))
    pairs = [(a, b) for a in doctors for b in misters if a.words == b.words]
    return {t for a, b in pairs if often[a] <= BALANCED * often[b] and often[b] <= BALANCED * often[a] for t in (a, b)}


def other_calling(kind: NameType, person: Person, other: Person) -> bool:
    """Whether a name is of one of two men whose titles alone tell them apart, and the other is not that one: who bears
    the other's title, or is of the family and called by a given name alone."""
    if not person.calling:
        return False
    own, theirs = (DOCTORS, MISTERS) if kind.titles & DOCTORS else (MISTERS, DOCTORS)
    familiar = any(not (t.titles or t.given) and t.last in other.givens() for t in other.types)
    return not other.titles() & own and (familiar or bool(other.titles() & theirs))


def husbands_name(a: NameType, b: NameType) -> bool:
    """ "Mrs Charles Musgrove" beside "Mrs Musgrove": the wives of a son and of a father."""
    return bool(a.titles & b.titles & WIVES) and given_names().get(a.given or "") == "m" and a.last == b.words[0]


def apart(kind: NameType, person: Person, other: Person, company: Company) -> bool:
    """Whether places that name both show two people; "Sir Walter" is Sir Walter Elliot all the same."""
    if any(kind.titles & t.titles and kind.words == t.words[:1] for t in other.types):
        return False
    fewer = min(person.count, other.count)
    if kind.titles and sum(company.addressed[frozenset((kind, t))] for t in other.types) > ADDRESSED * fewer:
        return True  # “Go in, Katharine,” said Mrs. Hilbery
    if _parent(kind, other, company):
        return True
    named = any(_part(kind, t) for t in other.types)  # "Ned", of Ned Hale
    for part, (least, share) in ((False, TWICE if named else ONCE), (True, TWICE)):
        both = sum(company.sentences[frozenset((kind, t))] for t in other.types if _part(kind, t) is part)
        if both >= max(least, share * fewer):
            return True
    return _elder(kind) and _beside(kind, other, company) >= max(4, 0.08 * fewer)


def _part(kind: NameType, full: NameType) -> bool:
    """Whether a bare name is a part of a full one ("Silas", "Silas Marner"): a long sentence has both of one person."""
    return not kind.titles and len(kind.words) == 1 < len(full.words) and kind.last in full.words


def _parent(kind: NameType, other: Person, company: Company) -> bool:
    """ "Mrs. Hilbery" beside a Katharine Hilbery of whose mother there is much talk, or some, and none of a husband."""
    return not kind.given and any(
        kind.titles & borne and (n := _talk(other, kin, borne, company)) >= 2
        and (n >= part * other.count or (kin == "mother" and not _talk(other, "husband", WIVES, company)))
        for kin, borne, part in PARENTS
    )  # fmt: skip


def _talk(person: Person, kin: str, titles: frozenset[str], company: Company) -> int:
    """How often there is talk of a parent of who has a name without the titles of one."""
    return sum(company.parents[t, kin] for t in person.types if not t.titles & titles)


def _elder(kind: NameType) -> bool:
    """ "Mr. Emerson", in a paragraph in which the narration has George Emerson too."""
    return bool(kind.titles & RANKS[0]) and not kind.given


def _beside(kind: NameType, other: Person, company: Company) -> int:
    return sum(company.paragraphs[frozenset((kind, t))] for t in other.types if t.given or t.last != kind.last)


def younger(kinds: Collection[NameType]) -> set[NameType]:
    """Ways to write a younger man's name: his wife is "Mrs. John Knightley", since "Mrs. Knightley" is another's."""
    wives = {t.words for t in kinds if t.titles & WIVES and given_names().get(t.given or "") == "m"}
    return {t for t in kinds if t.words in wives and not t.titles & WIVES}


def father(kind: NameType, namesakes: Iterable[Person]) -> bool:
    """Whether "Mr. Knightley" is the elder of a family: one of the younger has a wife with his whole name."""
    return _elder(kind) and any(p.junior and kind.last not in p.givens() for p in namesakes)


def mother(kind: NameType, known: Iterable[Person]) -> bool:
    """Whether "Lady Otway" is no daughter, since a man bears the surname too."""
    men = (p for p in known if p.gender() == "m")
    return "lady" in kind.titles and not kind.given and any(kind.last in p.surnames() for p in men)


def sisters(kind: NameType, person: Person, people: Sequence[Person]) -> bool:
    """Whether a "Miss Orde" of whom there is little talk is now one of several sisters and now another."""
    return (
        kind.titles == {"miss"}
        and person.count <= SELDOM
        and all(p.gender() == "f" and kind.last in {t.last for t in p.types if t.given} for p in people)
    )
