"""Who is in a scene: whoever speaks, is spoken to, or does there what needs a body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.quotations import Quote
from unspoken.stages.scenes.people import Whom
from unspoken.stages.scenes.tense import Tense

ANSWERING = 2  # quotations to somebody from which he is there though he neither acts nor is called by name

STAYING = frozenset(("be", "lie", "sit", "stand", "sleep", "stay", "wait", "read", "wake"))
NOT_HERE = ("if", "unless", "that", "because", "before", "until", "till")


def present(
    text: str, acts: Sequence[tuple[Clause, str]], quotes: Sequence[Quote], whom: Whom, tense: Tense
) -> tuple[str, ...]:
    """The characters in a scene, in order of appearance.

    Args:
        text: the whole text.
        acts: clauses of the narration with their subjects.
        quotes: what is said in the scene.
        whom: which character words mean.
        tense: the scene's; what a scene in the present tells in the past is a memory.
    """
    first: dict[str, int] = {}
    away = {(clause.sentence, who) for clause, who in acts if _elsewhere(text, clause)}
    for clause, who in acts:
        if _happens(clause, tense):
            here = _bodily(clause) and (clause.sentence, who) not in away
            for body in (who, *_others(clause, whom)) if here else ():
                first.setdefault(body, clause.start)
    addressed = Counter(who for quote in quotes if quote.kind == "speech" for who in quote.addressees)
    for quote in quotes:
        if quote.kind != "speech":
            continue
        if quote.speaker is not None:
            first.setdefault(quote.speaker, quote.start)
        called = whom.within(quote.start, quote.end)
        for who in quote.addressees:
            if who in called or addressed[who] >= ANSWERING:
                first.setdefault(who, quote.start)
    return tuple(sorted(first, key=lambda who: (first[who], who)))


def _happens(clause: Clause, tense: Tense) -> bool:
    """Whether a clause tells what goes on in the scene, outright."""
    if clause.negated or clause.modal is not None or clause.conditional or clause.governor is not None:
        return False
    told = ("past", "present") if tense == "mixed" else (tense,)
    return clause.tense in told and clause.marker not in NOT_HERE


def _bodily(clause: Clause) -> bool:
    """Whether the subject is there: it does what needs a body, or is said to be somewhere."""
    if clause.lemma == "be":
        where = resources.words("scenes.toml", "where")
        return any(o.preposition in where and o.start - clause.verb.end < 12 for o in clause.obliques)
    return clause.lemma in resources.words("scenes.toml", "presence")


def _elsewhere(text: str, clause: Clause) -> bool:
    """Whether a clause tells that its subject is somewhere else ("was over the hill in his own bed")."""
    return _far().search(text, clause.verb.start, clause.end) is not None and clause.lemma in STAYING


@cache
def _far() -> re.Pattern[str]:
    return re.compile(resources.table("scenes.toml")["elsewhere"], re.IGNORECASE)


def _others(clause: Clause, whom: Whom) -> Iterator[str]:
    """Whom it is done to or beside, face to face."""
    if clause.lemma in resources.words("scenes.toml", "together") and (who := whom.of(clause.object)):
        yield who
    if clause.lemma in ("look", "smile", "turn", "sit", "stand", "lean", "speak", "walk", "go", "nod", "say", "come"):
        for oblique in clause.obliques:
            who = whom.at(oblique.start, oblique.end)
            if who is not None and oblique.preposition in resources.words("scenes.toml", "beside"):
                yield who
