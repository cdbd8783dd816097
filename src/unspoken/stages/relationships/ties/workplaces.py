"""Colleagues by what they are: the doctor and the nurse, the captain and the mate, of one story and in one scene."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.cast.relations import SHORT
from unspoken.stages.mentions.nominals import DETERMINERS
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.ties.roles import TABLE, roles
from unspoken.stages.relationships.ties.tie import CALLED, Tie, tie_of

BEING = ("be", "become")
WORD = re.compile(r"[a-zé'-]+")
APPOSED = re.compile(r", (?:the |an? |our )?((?:[a-z-]+ )?[a-z-]+)(?=[,.;]|$)")
ENDS = re.compile(r" (?:of|in|at|on|for|here|there|who|that|and|from|since)\b|[,.;:!?—–\n\"”’]")


@dataclass(frozen=True)
class Workplace:
    """Words for those who work in one place, in lower case."""

    titles: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True)
class Trade:
    """What somebody is at work: a word in lower case, whether it is a title, and where the text tells it."""

    word: str
    titled: bool
    words: Span


@cache
def workplaces() -> tuple[Workplace, ...]:
    """The rows of the resource."""
    rows = resources.table(TABLE)["workplace"]
    return tuple(Workplace(frozenset(r["titles"].split()), frozenset(r["nouns"].split())) for r in rows)


def colleagues(people: People, clauses: Sequence[Clause], told: Sequence[Tie]) -> Iterator[Tie]:
    """Two who are of one workplace by their titles or by what they are said to be, where few people are about and both
    are in one scene. Whoever is told to be the colleague of one of them is of the same."""
    if len(people.text) >= SHORT:
        return
    staff: list[dict[str, Trade]] = [{} for _ in workplaces()]
    for who, trade in (*_by_name(people), *_by_clause(people, clauses), *_apposed(people)):
        for place, here in zip(workplaces(), staff, strict=True):
            if trade.word in (place.titles if trade.titled else place.nouns):
                here.setdefault(who, trade)
    found: dict[Pair, Span] = {}
    for here in staff:
        here.update({other: here[who] for who, other in sorted(_known(told)) if who in here and other not in here})
        for a, b in combinations(sorted(here), 2):
            if people.share_a_scene(a, b) and not _may_be_one(people, a, b, here):
                found.setdefault((a, b), max((here[a], here[b]), key=lambda t: t.words.start).words)
    for pair in found.keys() - {pair_of(*known) for known in _known(told)}:
        yield tie_of(roles()["colleague"], *pair, found[pair].start, found[pair].end, CALLED)


def _may_be_one(people: People, a: str, b: str, here: Mapping[str, Trade]) -> bool:
    """Whether one has no other name than the office that the other holds ("Headmistress")."""
    bare = any(people.characters[who].name.lower().split()[-1] == here[who].word for who in (a, b))
    return bare and here[a].word == here[b].word


def _known(ties: Sequence[Tie]) -> set[tuple[str, str]]:
    """Pairs who are told to be colleagues, both ways round."""
    pairs = {(t.owner, t.other) for t in ties if t.relation == "colleague" or t.inverse == "colleague"}
    return pairs | {(b, a) for a, b in pairs}


def _by_name(people: People) -> Iterator[tuple[str, Trade]]:
    """Titles before names ("Dr Vale"), titles that are names ("Matron"), nouns that mean somebody ("the pilot")."""
    for named in people.named.records:
        whole = people.text[named.start : named.end]
        first, *others = whole.lower().replace(".", "").split() or [""]
        titled = whole[:1].isupper() and first not in DETERMINERS
        word = first if titled else others[-1] if others else ""
        if word and (others or people.characters[named.character].name == whole):
            yield named.character, Trade(word, titled, Span(named.start, named.end))


def _by_clause(people: People, clauses: Sequence[Clause]) -> Iterator[tuple[str, Trade]]:
    """ "She is the best nurse here.", "Ann was chief engineer on the Nell"."""
    for clause in clauses:
        if (
            clause.complement is None
            or clause.lemma not in BEING
            or clause.negated
            or clause.modal
            or clause.conditional
        ):
            continue  # "I think that she is the best nurse here": a nurse she is
        subject = people.meant(clause.subject)
        word = _head(people.text, clause.complement)
        if len(subject) == 1 and word:
            yield subject[0], Trade(word, False, Span(clause.start, clause.end))


def _head(text: str, complement: Span) -> str:
    """The last word of a noun phrase before what follows it."""
    end = ENDS.search(text, complement.start, complement.end)
    found = WORD.findall(text[complement.start : end.start() if end else complement.end].lower())
    return found[-1] if found else ""


def _apposed(people: People) -> Iterator[tuple[str, Trade]]:
    """ "Ann Vale, engineer", "Ben, the mate,"."""
    for named in people.named.records:
        found = APPOSED.match(people.text, named.end) if people.text[named.start].isupper() else None
        if found is not None:
            yield named.character, Trade(found[1].split()[-1], False, Span(named.start, found.end()))
