"""What is foreseen, asked or dreaded of how another will look upon one: "She would be ashamed of me", "What must he
think of her?", "I couldn't bear you to pity me", "Say you hate me"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from unspoken import resources
from unspoken.layers.beliefs import Stance
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.layers.statements import Claim, Statement
from unspoken.stages.stances import word_set
from unspoken.stages.statements.held.conduct import regards
from unspoken.stages.statements.reader import Reader

SURE = 0.5
FIRST = frozenset(("what", "whatever", "how"))
IF = re.compile(r"\b(?:if|unless|when|as if|as though|else|otherwise|who|which)\b", re.IGNORECASE)
SAID = re.compile(
    r"\W*(?:(?:go on|come on|please|then|now|just|well|oh|and|but|so)\W+)*(?:say|tell me|admit|own|confess)\b", re.I
)
THINKING = frozenset(("think", "feel", "say", "suppose", "believe", "imagine"))
FAR = 40  # code points in which it is told what one could not bear of another


def foreseen(reader: Reader) -> Iterator[Statement]:
    """What those who speak, write or are told of take, or fear, others to feel for them.

    Args:
        reader: has the text, its clauses and who is meant.
    """
    for i, clause in enumerate(reader.clauses):
        mind = reader.mind(clause)
        if mind is None or ((quote := reader.voice(clause)[0]) is not None and quote.kind == "thought"):
            continue
        subject = reader.claims.who(clause.subject)
        if subject not in (None, mind):
            yield from _expected(reader, i, clause, mind)
            yield from _asked(reader, clause, mind, subject or "")
        yield from _dared(reader, i, clause, mind)
        yield from _dreaded(reader, clause, mind)
    yield from _fathomed(reader)


def _stated(reader: Reader, mind: str, claim: Claim, stance: Stance, clause: Clause) -> Statement:
    return reader.statement("stance", mind, claim, stance, clause, SURE)


def _expected(reader: Reader, i: int, clause: Clause, mind: str) -> Iterator[Statement]:
    """ "She would be ashamed of me", "Naturally he would despise her"; to what hangs on a condition nobody is held."""
    if clause.modal not in ("would", "will", "shall") or clause.question or clause.governor is not None:
        return
    sentence = reader.minds.sentences[clause.sentence]
    supposed = clause.marker is not None or IF.search(reader.text, sentence.start, sentence.end)
    claim = None if supposed or reader.claims.meant(i) else reader.claims.of(i)
    if claim is None or claim.proposition.predicate not in ("feels", "attitude"):
        return
    narrated = reader.voice(clause) == (None, None)
    heart = claim.proposition
    cold = claim.affirmed if heart.value in resources.words("beliefs.toml", "cold") else not claim.sign
    if heart.object is None and not narrated and claim.affirmed:
        of = (reader.claims.who(o) for o in clause.obliques if o.preposition in ("of", "with", "at", "by", "for"))
        claim = replace_object(claim, next(filter(None, of), None))
    if cold and (claim.proposition.object == mind or (not narrated and heart.value in ("shame", "anger", "contempt"))):
        yield _stated(reader, mind, claim, "believes", clause)


def replace_object(claim: Claim, who: str | None) -> Claim:
    """The claim with another person for whom a feeling is; the question that it answers stays the same."""
    proposition = claim.proposition
    if who is None or who == proposition.subject:
        return claim
    public = replace(proposition, object=who)
    return Claim(public, claim.affirmed, claim.prop, claim.sign, claim.start, claim.end)


def _asked(reader: Reader, clause: Clause, mind: str, subject: str) -> Iterator[Statement]:
    """ "What must he think of me?"."""
    words = reader.text[clause.start : clause.verb.start].lower().split()
    if clause.lemma not in THINKING or FIRST.isdisjoint(words) or clause.governor is not None:
        return
    sentence = reader.minds.sentences[clause.sentence]
    if "?" not in reader.text[clause.end : sentence.end + 1] and "!" not in reader.text[clause.end : sentence.end + 1]:
        return
    of = (reader.claims.who(o) for o in clause.obliques if o.preposition in ("of", "about", "for", "towards"))
    if mind in of:
        stance: Stance = "fears" if clause.modal in ("must", "will", "would", "can", "could") else "wonders"
        yield _stated(reader, mind, regards(subject, mind, False, True, clause), stance, clause)


def _fathomed(reader: Reader) -> Iterator[Statement]:
    """ "She could not tell what he thought", "He wondered what she felt for him"."""
    for i, clause in enumerate(reader.clauses):
        mind = reader.claims.who(clause.subject)
        lost = clause.negated and clause.lemma in word_set("fathoming") | {"tell", "read", "see"}
        wonders = clause.lemma in word_set("wondering") and not clause.negated
        if mind is None or not (lost or wonders) or clause.question or clause.conditional:
            continue
        for k in reader.claims.governed.get(i, ()):
            told = reader.clauses[k]
            who = reader.claims.who(told.subject)
            first = reader.text[clause.verb.end : told.verb.start].lower().split()[:1]
            if who in (None, mind) or told.lemma not in ("think", "feel") or FIRST.isdisjoint(first) or told.modal:
                continue
            of = [w for o in told.obliques if (w := reader.claims.who(o)) is not None]
            if told.object is None and (mind in of or (not told.obliques and _close(reader, told))):
                yield _stated(reader, mind, regards(who or "", mind, False, True, told), "wonders", clause)


def _close(reader: Reader, clause: Clause) -> bool:
    return re.match(r"\s*(?:[.!?,;:—–]|now\b|$)", reader.text[clause.verb.end : clause.verb.end + 6]) is not None


def _dared(reader: Reader, i: int, clause: Clause, mind: str) -> Iterator[Statement]:
    """ "Say you despise me": who says so fears it; "Say you forgive me": hopes it."""
    if (
        clause.quotation is None
        or clause.subject is not None
        or not SAID.match(reader.text, clause.start, clause.verb.end)
    ):
        return
    for k in reader.claims.governed.get(i, ()):
        claim = reader.claims.of(k)
        heart = claim is not None and claim.proposition.predicate in ("feels", "attitude")
        if claim is None or not heart or reader.clauses[k].modal or claim.proposition.subject == mind:
            continue
        if claim.proposition.object == mind:
            yield _stated(reader, mind, claim, "hopes" if claim.sign else "fears", clause)


def _dreaded(reader: Reader, clause: Clause, mind: str) -> Iterator[Statement]:
    """ "I couldn't bear you to pity me", "She could not face his scorn": what somebody could not bear, they fear."""
    never = clause.negated and clause.modal in ("can", "could") and clause.lemma in word_set("bearing") | {"face"}
    if not never or clause.object is None or reader.claims.who(clause.subject) != mind:
        return
    thing = clause.object
    whose = reader.claims.owner(thing)
    noun = reader.text[thing.start : thing.end].lower().split()[-1]
    who = (
        whose if whose is not None and noun in resources.words("beliefs.toml", "dreaded") else reader.claims.who(thing)
    )
    doing = _patterns_match(reader, thing)
    if who in (None, mind) or not (doing or (whose == who and noun in resources.words("beliefs.toml", "dreaded"))):
        return
    yield _stated(reader, mind, regards(who or "", mind, False, True, clause), "fears", clause)


def _patterns_match(reader: Reader, thing: Span) -> bool:
    """Whether what is told behind a person is how they would look at one, or what they would think."""
    return (
        re.match(resources.table("beliefs.toml")["looked_upon"], reader.text[thing.end : thing.end + FAR]) is not None
    )
