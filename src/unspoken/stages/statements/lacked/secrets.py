"""Who is not to know, and who never did: "Don't tell him", "You won't tell him?", "She mustn't hear of it", "He never
found out", "I never did find out what he said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.quotations import Quote
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.statements.claims.propositions import few_words
from unspoken.stages.statements.reader import Reader

SURE = 0.6
VOICE = 0.75  # of who asks that something be kept, least
TELLING = frozenset(("tell", "show"))
ORDER = re.compile(r"(?:don['’]t|do not|never)\b", re.IGNORECASE)
LEARNING = frozenset(("know", "hear", "learn", "guess", "suspect", "find", "discover"))
BEGS = re.compile(r"\b(?:promise|swear|say)(?: me)?(?: that)?,? $", re.IGNORECASE)
NEVER = re.compile(r"\bnever\b", re.IGNORECASE)
OUT = re.compile(r"\s+out\b", re.IGNORECASE)
ASKED = re.compile(r"(?:\s+out)?\s+(?:what|why|who|how|where|whether)\b", re.IGNORECASE)
IT = re.compile(r"(?: out)?(?: (?:it|this|that|the truth|about (?:it|this|that)|of (?:it|this|that)))?", re.IGNORECASE)
PAST = ("past", "perfect", "pluperfect")


def secrets(reader: Reader) -> Iterator[Statement]:
    """Ignorance of one from whom something is to be kept, or who never learnt it.

    Args:
        reader: has the text, its clauses and who is meant.
    """
    for i, clause in enumerate(reader.clauses):
        quote, letter = reader.voice(clause)
        if clause.conditional or letter is not None:
            continue
        if clause.question and (quote is None or not _begs(reader, clause, quote)):
            continue
        if quote is None:
            found = _never(reader, i, clause)
        elif quote.kind == "speech" and quote.speaker in reader.people and not reader.crowded:
            found = _barred(reader, i, clause, quote)
        else:
            found = None
        if found is not None:
            yield _ignorant(reader, clause, *found)


def _barred(reader: Reader, i: int, clause: Clause, quote: Quote) -> tuple[str, str] | None:
    """ "Don't tell Ann", "Ann must never hear of it": what who says so has to hide from one who is not there."""
    if reader.claims.governed.get(i) or not clause.negated:
        return None
    told = clause.lemma in TELLING and (
        clause.tense == "imperative" or clause.modal == "must" or _order(reader, clause) or _begs(reader, clause, quote)
    )
    learns = clause.lemma in LEARNING and clause.modal == "must"
    span = clause.object if told else clause.subject if learns else None
    who = reader.claims.who(span)
    if who in (None, quote.speaker, *quote.addressees) or (learns and not _of_it(reader, clause)):
        return None
    return who or "", quote.speaker or ""


def _order(reader: Reader, clause: Clause) -> bool:
    return clause.subject is None and ORDER.match(reader.text, clause.start) is not None


def _begs(reader: Reader, clause: Clause, quote: Quote) -> bool:
    """ "You won't tell Ann?", "You haven't told Ann, have you?", "Promise you won't tell Ann": who asks so hides it."""
    if quote.confidence < VOICE:  # else who hides it may be another
        return False
    asked = clause.question or BEGS.search(reader.text, quote.start, clause.start) is not None
    not_yet = (clause.modal == "will" or clause.tense in ("future", "perfect")) and clause.negated
    return asked and not_yet and clause.lemma in TELLING and reader.claims.who(clause.subject) in quote.addressees


def _of_it(reader: Reader, clause: Clause) -> bool:
    """Whether it is no more than "it" that somebody learns, or does not."""
    rest = reader.text[clause.verb.end : clause.end].strip(" ,.!")
    return IT.fullmatch(f" {rest}" if rest else "") is not None


def _never(reader: Reader, i: int, clause: Clause) -> tuple[str, str] | None:
    """Who never found out: what another did or was, or, as who tells it of themselves has it, what these did."""
    out = clause.lemma != "find" or OUT.match(reader.text, clause.verb.end) is not None
    never = NEVER.search(reader.text, clause.start, clause.verb.start) is not None
    if (
        clause.lemma not in LEARNING
        or not (out and never)
        or clause.tense not in PAST
        or clause.modal
        or clause.passive
    ):
        return None
    who, scene = reader.claims.who(clause.subject), reader.scene(clause.start)
    below = [reader.clauses[k] for k in reader.claims.governed.get(i, ())]
    if who is None or clause.marker is not None:
        return None
    if below and ASKED.match(reader.text, clause.verb.end) is not None:
        about = next((a for c in below if (a := reader.claims.who(c.subject)) not in (None, who)), None)
        return None if about is None else (who, about)
    own = scene is not None and scene.person == "first" and reader.narrator not in (None, who)
    return (who, reader.narrator or "") if own and not below and _of_it(reader, clause) else None


def _ignorant(reader: Reader, clause: Clause, who: str, about: str) -> Statement:
    words = few_words(reader.text[clause.start : clause.end])
    fact = Claim(
        Proposition("fact", about, None, words), True, Atom(f"fact {words}", about), True, clause.start, clause.end
    )
    return reader.statement("ignorant", who, fact, "knows", clause, SURE)
