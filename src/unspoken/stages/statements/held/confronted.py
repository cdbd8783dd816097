"""What people say to each other's face of how the other must look upon them: "You think I'm a fool", "You wish I were
dead", "Did you think I'd laugh at you?", "Are you angry with me?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.quotations import Quote
from unspoken.layers.spans import Span
from unspoken.layers.statements import Statement
from unspoken.stages.feelings.lexicon import find
from unspoken.stages.stances import stance_of
from unspoken.stages.statements.claims.propositions import felt
from unspoken.stages.statements.held.conduct import regards
from unspoken.stages.statements.reader import Reader

SURE = 0.55
THINKS = frozenset(("think", "believe", "suppose", "imagine", "fancy", "expect", "take"))
BESIDE = frozenset(("with", "at", "of"))


def confronted(reader: Reader) -> Iterator[Statement]:
    """What is held, or asked, of the hearts of those who are spoken to, or talked about, towards the speaker.

    Args:
        reader: has the text, its clauses and who is meant.
    """
    for i, clause in enumerate(reader.clauses):
        quote = reader.quotes.get(clause.quotation or "")
        if quote is None or quote.kind != "speech" or quote.speaker not in reader.people or clause.conditional:
            continue
        other = reader.claims.who(clause.subject)
        if other is None or other == quote.speaker or clause.governor is not None:
            continue
        yield from _asked(reader, i, clause, quote, other)
        for k in reader.claims.governed.get(i, ()):
            if reader.claims.who(reader.clauses[k].subject) == quote.speaker:
                yield from _thought_ill(reader, clause, reader.clauses[k], quote, other)
                yield from _misjudged(reader, clause, reader.clauses[k], quote, other)


def _thought_ill(reader: Reader, clause: Clause, told: Clause, quote: Quote, other: str) -> Iterator[Statement]:
    """ "You think I'm a fool", "He wishes I had never come"."""
    plain = not (clause.negated or clause.question or clause.modal not in (None, "must"))
    if not plain or clause.tense != "present":
        return
    words = reader.text[told.verb.start : told.end].lower()
    low = re.findall(r"[a-z]+", words)
    table = resources.table("confronting.toml")
    thinks = clause.lemma in THINKS and told.lemma == "be" and not told.negated and told.tense == "present"
    ill = thinks and not set(table["low"].split()).isdisjoint(low[:4])
    unwished = (
        clause.lemma == "wish" and re.match(table["gone"], reader.text[told.start : told.end].lower()) is not None
    )
    if ill or unwished:
        claim = regards(other, quote.speaker, False, True, clause)
        yield reader.statement("say", quote.speaker or "", claim, "believes", clause, SURE, quote.addressees)


def _misjudged(reader: Reader, clause: Clause, told: Clause, quote: Quote, other: str) -> Iterator[Statement]:
    """ "Did you think I'd laugh?", "Do you suppose I wouldn't come?": who asks so would not, or would."""
    table = resources.table("confronting.toml")
    asks = clause.question and clause.lemma in THINKS and other in quote.addressees and not clause.negated
    first = reader.text[clause.start : clause.verb.start].lower().split()[:1]
    if not asks or told.modal != "would" or first not in (["did"], ["do"], ["could"], ["and"], ["so"]):
        return
    wrong = table["kind"] if told.negated else table["unkind"]
    if told.lemma in wrong.split():
        claim = regards(quote.speaker or "", other, False, True, told)
        start, end = clause.start, reader.evidence(told.end)
        sure = round(SURE * quote.confidence, 3)
        to = (quote.speaker or "",)
        yield Statement("retract", other, claim, "believes", to, None, start, end, sure)


def _asked(reader: Reader, i: int, clause: Clause, quote: Quote, other: str) -> Iterator[Statement]:
    """ "Are you angry with me?", "Is he jealous?"."""
    inverted = clause.question and clause.lemma == "be" and clause.subject is not None and clause.complement is not None
    if not inverted or clause.subject is None or clause.complement is None or clause.modal or clause.negated:
        return
    if clause.verb.start > clause.subject.start or clause.start < clause.verb.start or reader.claims.governed.get(i):
        return  # "Why are you angry?" asks of what is so
    word = reader.text[clause.complement.start : clause.complement.end].lower().split()[-1]
    named = find(word, word, "ADJ")
    near = [o for o in clause.obliques if o.preposition in BESIDE]
    towards = next((w for o in near if (w := reader.claims.who(o)) is not None), None)
    if (
        word == "sorry"
        or named is None
        or named.kind not in ("adj", "affect")
        or (near and towards is None)
        or towards == other
    ):
        return
    if stance_of(reader.text, clause) is not None and towards is None:  # "Are you sure?", "Are you afraid that ..."
        return
    claim = felt(other, named.emotion, towards, True, Span(clause.start, clause.end))
    yield reader.statement("stance", quote.speaker or "", claim, "wonders", clause, SURE)
