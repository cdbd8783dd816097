"""Ties in clauses: "She was his sister", "He was married to her", "They had been enemies"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.index import SpanIndex
from unspoken.layers.mentions import Mention
from unspoken.layers.relationships import RelationshipKind, Status
from unspoken.layers.spans import Span
from unspoken.stages.prefilter import Prefilter, needed, words_in
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.ties.faint import doubted, of_a_third
from unspoken.stages.relationships.ties.possessives import owners, role_of
from unspoken.stages.relationships.ties.roles import TABLE, unreal
from unspoken.stages.relationships.ties.tie import OWNED, Tie, tie_of

SEVERAL = re.compile(  # "We are all friends here": more than two
    r"\b(?:we|they|you|are|were|have|had|been)(?:'re|'ve|'d)? all\b|\b(?:all|three|four|five) of (?:us|them|you)\b",
    re.I,
)
APART = re.compile(
    r"\b(?:bad|false|never|of|like|with|for|among|between|to|his|her|their|our|my|your)\b|'s\b", re.IGNORECASE
)
WITH = re.compile(r"\w+ (?:of|with|to)\b")  # "friends of Ann's": of hers, not of each other
EACH = re.compile(r"\b(?:both|each(?! other)|severally|respectively|likewise|either)\b", re.I)
TOGETHER = re.compile(r"\b(?:each other|one another|together)\b", re.I)
DENIED = re.compile(r"\b(?:not|never|no|hardly|scarcely|without)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Bond:
    """One row of the resource: a verb, and what the one after its preposition is to the subject."""

    prepositions: frozenset[str]
    needs: re.Pattern[str] | None
    kind: RelationshipKind
    relation: str
    inverse: str
    status: Status | None
    weight: float


@cache
def bonds() -> dict[str, tuple[Bond, ...]]:
    """Rows by lemma."""
    out: dict[str, tuple[Bond, ...]] = {}
    for row in resources.table(TABLE)["bond"]:
        needs = re.compile(row["needs"], re.I) if "needs" in row else None
        prepositions, status = frozenset(row["with"].split()), row.get("status")
        bond = Bond(prepositions, needs, row["kind"], row["relation"], row["inverse"], status, row["weight"])
        for lemma in row["lemmas"].split():
            out[lemma] = (*out.get(lemma, ()), bond)
    return out


@dataclass(frozen=True)
class Plural:
    """One row of the resource: what two are together; ``noun``: it is the predicate after a copula; ``unless_next``:
    what follows where they are not ("walked out together [into the rain]")."""

    pattern: re.Pattern[str]
    unless_next: re.Pattern[str] | None
    noun: bool
    kind: RelationshipKind
    relation: str
    status: Status | None


@cache
def plurals() -> Prefilter[Plural]:
    """What two are who are the subject together, by the words that tell so."""
    rows = (
        Plural(
            re.compile(r["pattern"], re.I),
            re.compile(r["unless_next"], re.I) if "unless_next" in r else None,
            r.get("noun", False),
            r["kind"],
            r["relation"],
            r.get("status"),
        )
        for r in resources.table(TABLE)["both"]
    )
    return Prefilter((needed(row.pattern.pattern), row) for row in rows)


def holds(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause is told as so: not denied, supposed, asked, wished or to come."""
    if clause.negated or clause.question or clause.modal or clause.tense in ("future", "infinitive", "imperative"):
        return False
    return clause.governor is None or clauses[clause.governor].lemma not in unreal()


def stated(people: People, mentions: Sequence[Mention], clauses: Sequence[Clause]) -> Iterator[Tie]:
    """Role nouns in the predicate."""
    roles = SpanIndex(m for m in mentions if m.owner is not None and role_of(people, m) is not None)
    for clause in clauses:
        if clause.complement is None or clause.conditional or not holds(clause, clauses):
            continue
        subject = people.meant(clause.subject)
        for mention in roles.inside(clause.complement.start, clause.complement.end)[:1]:
            role = role_of(people, mention)
            if role is None or len(subject) != 1 or not _predicate(people, clause, mention):
                continue
            possessor = mentions[mention.owner or 0]
            weak = of_a_third(people, possessor)
            for owner in owners(people, possessor, role):
                told = tie_of(role, owner, subject[0], clause.start, mention.end, OWNED, weak)
                yield doubted(people, told, possessor, clause.subject)


def _predicate(people: People, clause: Clause, mention: Mention) -> bool:
    """Whether a noun is what the subject is said to be ("is her aunt"), and not where, whose or like whom it is."""
    between = people.text[clause.verb.end : mention.start].lower().split()
    owns = people.text.startswith("'s", mention.end)
    return not owns and set(between) <= set(resources.table(TABLE)["copula"]["between"].split())


def bound(people: People, clauses: Sequence[Clause]) -> Iterator[Tie]:
    """Verbs with the other person after a preposition."""
    for clause in clauses:
        rows = bonds().get(clause.lemma)
        if not rows or clause.conditional or not holds(clause, clauses):
            continue
        words = people.text[clause.start : clause.end]
        if DENIED.search(words):  # "not being in love with him" has no verb that is denied
            continue
        subject = people.meant(clause.subject)
        for bond in rows:
            others = [o for o in clause.obliques if o.preposition in bond.prepositions]
            if len(subject) != 1 or not others or (bond.needs and not bond.needs.search(words)):
                continue
            meant = people.meant(Span(others[0].start, others[0].end))
            for other in meant if len(meant) == 1 else ():  # "worked with them" is with nobody in particular
                yield Tie(
                    subject[0], other, bond.kind, bond.relation, bond.inverse, bond.status,
                    clause.start, clause.end, bond.weight,
                )  # fmt: skip


def both(people: People, clauses: Sequence[Clause]) -> Iterator[Tie]:
    """What two are together."""
    for clause in clauses:
        if clause.subject is None or clause.conditional:
            continue
        words = people.text[clause.start : clause.end]
        likely = plurals().among(words_in(words))
        for plural in likely if likely and holds(clause, clauses) else ():
            match = plural.pattern.search(words)
            if match is None or SEVERAL.search(words, 0, match.end()):
                continue
            start, end = clause.start, clause.start + match.end()
            if plural.unless_next is not None and plural.unless_next.match(people.text, end):
                continue
            if plural.kind == "romance" and one_by_one(people, clause):
                continue
            subject = people.meant(clause.subject)
            if len(subject) == 2 and (not plural.noun or _said_of_both(people, clause, start + match.start())):
                yield Tie(*subject, plural.kind, plural.relation, plural.relation, plural.status, start, end, OWNED)


def one_by_one(people: People, clause: Clause) -> bool:
    """Whether what is said of two is said of each: "Ann and Dot are both married" to others than each other."""
    found = EACH.search(people.text, clause.start, clause.end)
    return found is not None and not TOGETHER.search(people.text, clause.start, clause.end)


def _said_of_both(people: People, clause: Clause, noun: int) -> bool:
    """Whether a plural noun is the predicate: after a copula, and after no preposition or owner of its own."""
    said = clause.complement
    apart = APART.search(people.text, clause.verb.end, noun) or WITH.match(people.text, noun)
    return said is not None and said.start <= noun < said.end and not apart
