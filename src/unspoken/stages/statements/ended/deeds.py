"""Deeds that tell how people regard others, where somebody thought otherwise: "He had kept every letter of hers"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.statements.claims.propositions import REGARDS
from unspoken.stages.statements.ended.learning import learns
from unspoken.stages.statements.reader import Reader

SURE = 0.5
TELLING = ("truth", "own", "write", "retract")
GUESSED = ("think", "retract", "say")


@dataclass(frozen=True)
class _Deed:
    """``whom``: the places where the one stands for whom it is done."""

    warm: bool
    after: re.Pattern[str]
    whom: frozenset[str]


def deeds(reader: Reader, found: Sequence[Statement]) -> Iterator[Statement]:
    """Statements of how somebody regards another, shown by what they do, where it was thought otherwise before; and
    that who thought so learns it, if they see it, are told it or read it.

    Args:
        reader: has the text, its clauses and who is meant.
        found: what was stated so far, in text order.
    """
    held = [s for s in found if s.kind in GUESSED and s.stance == "believes" and isinstance(s.claim.prop, Atom)]
    owners = {s.claim.prop.owner for s in held if isinstance(s.claim.prop, Atom)}
    for clause in reader.clauses if held else ():
        who = reader.claims.who(clause.subject)
        if who in owners and _told(clause):
            for warm, whom in _done(reader, clause):
                atom = Atom(f"{REGARDS} {whom}", who)
                against = [
                    s for s in held if s.claim.prop == atom and s.claim.sign is not warm and s.end <= clause.start
                ]
                if against and not _told_before(found, atom, clause, warm):
                    yield from _shown(reader, clause, against[-1])


def _told_before(found: Sequence[Statement], atom: Atom, clause: Clause, warm: bool) -> bool:
    """Whether it was told how it is before the deed, which then shows nothing new."""
    told = (s for s in found if s.start < clause.start and s.kind in TELLING)
    return any(s.claim.prop == atom and s.claim.sign is warm for s in told)


def _told(clause: Clause) -> bool:
    """Whether it is told as done."""
    return clause.tense in TOLD and not (clause.negated or clause.modal or clause.conditional or clause.question)


def _done(reader: Reader, clause: Clause) -> Iterator[tuple[bool, str]]:
    """Whether something kind or unkind is done, and to whom."""
    for deed in _deeds().get(clause.lemma, ()):
        if deed.after.match(reader.text, clause.verb.end, clause.end):
            for whom in _for_whom(reader, clause, deed.whom):
                yield deed.warm, whom


def _for_whom(reader: Reader, clause: Clause, places: frozenset[str]) -> Iterator[str]:
    spans = [Span(o.start, o.end) for o in clause.obliques if o.preposition in places]
    people = [reader.claims.whose(s) for s in spans]
    if "owner" in places:
        people += [
            reader.claims.owner(clause.object),
            *(reader.claims.owner(Span(o.start, o.end)) for o in clause.obliques),
        ]
    if "object" in places:
        people.append(reader.claims.who(clause.object))
    if "to" in places:  # "He walked nine miles to find her"
        below = (reader.clauses[k] for k in reader.claims.governed.get(reader.index[id(clause)], ()))
        people += [reader.claims.who(c.object) for c in below if c.tense == "infinitive"]
    subject = reader.claims.who(clause.subject)
    yield from dict.fromkeys(p for p in people if p is not None and p != subject)


def _shown(reader: Reader, clause: Clause, held: Statement) -> Iterator[Statement]:
    """What is so, with the words that show it, and who learns it with them."""
    claim = _turned(held.claim, clause)
    owner = claim.proposition.subject or ""
    so = replace(reader.statement("truth", owner, claim, "knows", clause, SURE), verdict=True)
    yield so
    for holder in dict.fromkeys((held.holder, *held.to)):
        if holder != owner and _sees(reader, clause, holder):
            yield learns(holder, owner, so.start, so.end)


def _turned(claim: Claim, clause: Clause) -> Claim:
    """The contrary of what was held, in the words of what is done."""
    return replace(claim, affirmed=not claim.affirmed, sign=not claim.sign, start=clause.start, end=clause.end)


def _sees(reader: Reader, clause: Clause, who: str) -> bool:
    """Whether somebody sees it done, or is told so, or reads it."""
    quote, letter = reader.voice(clause)
    if letter is not None:
        return any(r.character == who for r in letter.read_by)
    if quote is not None:
        return who in quote.addressees
    scene = reader.scene(clause.start)
    return scene is not None and scene.focal == who


@cache
def _deeds() -> dict[str, tuple[_Deed, ...]]:
    """Deeds by their verbs."""
    table = resources.table("deeds.toml")
    out: dict[str, tuple[_Deed, ...]] = {}
    for row in table["deed"]:
        after = row["after"]
        for name, words in table["words"].items():
            after = after.replace(f"<{name}>", words)
        deed = _Deed(row["warm"], re.compile(after, re.IGNORECASE), frozenset(row["whom"].split()))
        for verb in row["verbs"].split():
            out[verb] = (*out.get(verb, ()), deed)
    return out
