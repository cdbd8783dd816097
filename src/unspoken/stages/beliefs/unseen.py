"""Hearts that somebody does not see, since they are hidden or not noticed: "He did not notice her distress"."""

from __future__ import annotations

from collections.abc import Iterator

from unspoken.layers.clauses import Clause
from unspoken.layers.feelings import Feeling
from unspoken.layers.spans import Span
from unspoken.stages.beliefs.holding import asks
from unspoken.stages.beliefs.propositions import Claim, felt
from unspoken.stages.beliefs.reader import Reader
from unspoken.stages.beliefs.stances import verbs
from unspoken.stages.beliefs.statement import Statement

TOLD = ("past", "present", "pluperfect", "perfect", "participle")
SURE, GUESSED = 0.6, 0.45
BESIDE = 400  # code points around a clause in which it is seen with whom somebody talks


def unseen(reader: Reader) -> Iterator[Statement]:
    """Ignorance of what passes in somebody, and what it is taken for, as the narration tells it.

    Args:
        reader: has the text, its clauses, feelings and who is meant.
    """
    for clause in reader.clauses:
        if clause.quotation is None and not (clause.conditional or clause.question or clause.modal == "would"):
            yield from _unnoticed(reader, clause)
            yield from _hidden(reader, clause)
            yield from _mistaken(reader, clause)
            yield from _untold(reader, clause)


def _unnoticed(reader: Reader, clause: Clause) -> Iterator[Statement]:
    """ "He did not notice her distress", "unaware of his love"."""
    holder = reader.claims.who(clause.subject)
    if holder is None:
        return
    span = clause.object if clause.lemma in verbs("noticing") and clause.negated else _ignored(reader, clause)
    for feeling in _felt_in(reader, span, clause.end) if span is not None else ():
        if feeling.experiencer != holder:
            yield _ignorant(holder, feeling, clause, SURE)


def _ignored(reader: Reader, clause: Clause) -> Span | None:
    """What "unaware of ..." is of."""
    words = reader.text[clause.complement.start : clause.complement.end].lower().split() if clause.complement else []
    if clause.negated or not verbs("unheeding") & set(words):
        return None
    return next((Span(o.start, o.end) for o in clause.obliques if o.preposition in ("of", "to")), None)


def _hidden(reader: Reader, clause: Clause) -> Iterator[Statement]:
    """ "She hid her joy from him", "He smiled to hide his anger": who is named, or the only other one there."""
    if clause.lemma not in verbs("hiding") or clause.negated or clause.object is None or clause.modal is not None:
        return
    who = reader.claims.who(clause.subject)
    if who is None or (clause.tense not in TOLD and not _meant(reader, clause)):
        return
    named = (reader.claims.who(Span(o.start, o.end)) for o in clause.obliques if o.preposition == "from")
    other, sure = next(named, None), SURE
    if other is None:
        other, sure = _partner(reader, clause, who), GUESSED
    for feeling in _felt_in(reader, clause.object, clause.object.end):
        if feeling.experiencer == who and other not in (None, who):
            yield _ignorant(other or "", feeling, clause, sure)


def _meant(reader: Reader, clause: Clause) -> bool:
    """An infinitive that tells what something is done for, and no attempt."""
    above = reader.clauses[clause.governor] if clause.governor is not None else None
    return clause.tense == "infinitive" and above is not None and above.lemma not in verbs("attempting") | {"be"}


def _untold(reader: Reader, clause: Clause) -> Iterator[Statement]:
    """ "She did not tell him that she had been there": who is not told does not know."""
    if clause.lemma not in verbs("revealing") or not clause.negated or clause.modal or clause.tense not in TOLD:
        return
    teller, hearer = reader.claims.who(clause.subject), reader.claims.who(clause.object)
    to = (reader.claims.who(Span(o.start, o.end)) for o in clause.obliques if o.preposition == "to")
    hearer = hearer or next(to, None)
    if teller is None or hearer in (None, teller):
        return
    for k in reader.claims.governed.get(reader.index[id(clause)], ()):
        claim = None if asks(reader, clause, k) else reader.claims.of(k) or reader.claims.fact(k)
        if claim is not None and claim.proposition.subject != hearer:
            start, end = min(clause.start, claim.start), max(clause.end, claim.end)
            yield Statement("ignorant", hearer or "", claim, "knows", (), None, start, end, SURE)
            return


def _mistaken(reader: Reader, clause: Clause) -> Iterator[Statement]:
    """ "He mistook her pity for love": what is held is not so."""
    holder = reader.claims.who(clause.subject)
    if holder is None or clause.lemma != "mistake" or clause.negated or clause.object is None or clause.passive:
        return
    for oblique in clause.obliques:
        inside = (f for f in reader.claims.feelings.inside(oblique.start, oblique.end) if oblique.preposition == "for")
        taken = next(inside, None)
        owner = next((f.experiencer for f in _felt_in(reader, clause.object, clause.object.end)), None)
        owner = owner or reader.claims.who(clause.object)
        if taken is not None and owner is not None and owner != holder:
            claim = felt(owner, taken.emotion, holder, True, Span(taken.start, taken.end))
            yield Statement("think", holder, claim, "believes", (), None, clause.start, clause.end, SURE)
            yield Statement(
                "truth", owner, _not(claim), "knows", (), None, clause.start, clause.end, SURE, verdict=True
            )


def _not(claim: Claim) -> Claim:
    return Claim(claim.proposition, False, claim.prop, not claim.sign, claim.start, claim.end)


def _felt_in(reader: Reader, span: Span, end: int) -> Iterator[Feeling]:
    """What somebody feels by the words of a phrase."""
    for f in reader.claims.feelings.inside(span.start, end):
        if f.experiencer in reader.people and not (f.negated or f.hypothetical):
            yield f


def _partner(reader: Reader, clause: Clause, who: str) -> str | None:
    """With whom somebody talks right beside a clause, where that is one person."""
    near = reader.spoken.touching(max(0, clause.start - BESIDE), clause.end + BESIDE)
    for quote in sorted(near, key=lambda q: max(clause.start - q.end, q.start - clause.end)):
        talking = {quote.speaker, *quote.addressees} - {None}
        if who in talking and len(talking) == 2 and quote.speaker is not None:
            return (talking - {who}).pop()
    return None


def _ignorant(holder: str, feeling: Feeling, clause: Clause, sure: float) -> Statement:
    span = Span(feeling.start, feeling.end)
    claim = felt(feeling.experiencer or "", feeling.emotion, feeling.target, True, span)
    start, end = min(clause.start, feeling.start), max(clause.end, feeling.end)
    return Statement("ignorant", holder, claim, "knows", (), None, start, end, round(sure * feeling.confidence**0.5, 3))
