"""What somebody held till now, as they say when it turns out otherwise: "I thought you hated me"."""

from __future__ import annotations

import re

from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.quotations import Quote
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.stances import word_set
from unspoken.stages.statements.claims.propositions import few_words, heart, stands
from unspoken.stages.statements.held.facts import fact
from unspoken.stages.statements.reader import Reader

PAST = ("past", "pluperfect")
CANNOT = ("can", "could")
SUPPOSED = frozenset(("think", "believe", "suppose", "imagine", "fancy"))
PLANNED = re.compile(r"\b(?:were|was|going)\b|[’']re\b", re.IGNORECASE)
BETTER = re.compile(r"\b(?:better|rather|sooner|best)\b", re.IGNORECASE)
MEANING = frozenset(("mean", "intend", "plan", "want"))
USED = re.compile(r"\bused to $")
STRANGE = re.compile(r"\b(?:but|why|what|no|oh)\b[,!?]?|[?!]", re.IGNORECASE)
THINKS = re.compile(r"(?:(?:but|why|oh|no|what|and)\W+)*i thought", re.IGNORECASE)
SURPRISE = 60  # code points before "I thought" in which somebody may be surprised


def till_now(
    reader: Reader, clause: Clause, stance: str, holder: str, claim: Claim, *, belied: bool = False
) -> Statement | None:
    """ "I thought you hated me", and "You thought I hated you": what was held of who is spoken to, or speaks, till
    now. "I thought he was happy", of one who is not there, is said when it has turned out otherwise.

    Args:
        reader: has the text and its quotations.
        clause: of what is thought.
        stance: which it expresses.
        holder: who thinks so.
        claim: what is thought.
        belied: it is such as is only said when it is not so.
    """
    quote, letter = reader.voice(clause)
    said = stance in ("believes", "tells") and clause.modal in (None, *CANNOT) and clause.lemma != "feel"
    about = claim.proposition
    belied = belied or about.predicate == "fact"
    concerns = about.predicate == "feels" or (about.predicate == "wants" and about.object == holder)
    until_now = clause.tense in PAST or USED.search(reader.text, clause.start, clause.verb.start) is not None
    if not said or not until_now or not (concerns or stands(claim) or belied):
        return None
    to = quote.addressees if quote is not None else ()
    author = quote.speaker if quote is not None else None
    if letter is not None:
        to, author = ((letter.addressee,) if letter.addressee is not None else ()), letter.author
    subject = claim.proposition.subject
    if author is None or subject == holder:
        return None
    if _rhetorical(clause) and (about.predicate in ("feels", "attitude") or belied) and author == subject:
        return reader.statement("retract", holder, claim, "believes", clause, 0.55, to) if holder in to else None
    if clause.negated or clause.question or clause.modal is not None:
        return None
    if author == holder and subject in to:
        return reader.statement("retract", holder, claim, "believes", clause, 0.75, to)
    if author == subject and holder in to:
        return reader.statement("retract", holder, claim, "believes", clause, 0.65, to)
    supposed = stance == "believes" and clause.lemma in SUPPOSED and letter is None
    if author == holder and supposed and (about.predicate == "feels" or belied or about.object == holder):
        return reader.statement("retract", holder, claim, "believes", clause, 0.55, to)
    return None


def _rhetorical(clause: Clause) -> bool:
    """ "Did you think I blamed you?", "You can't have thought I blamed you": who says so of the own heart denies it."""
    return clause.question or (clause.negated and clause.modal in CANNOT)


def turned_out(reader: Reader, clause: Clause, k: int) -> Claim | None:
    """What was thought and is not so, as who says it finds with surprise: "Why, I thought you were married!"; of what
    one may have meant to do, or have done to others, without: "I thought you were leaving".

    Args:
        reader: has the text and its quotations.
        clause: of what is thought.
        k: the number of the clause of what it is.
    """
    quote, below = reader.quotes.get(clause.quotation or ""), reader.clauses[k]
    if quote is None or clause.lemma not in SUPPOSED or clause.modal is not None or clause.tense not in PAST:
        return None
    next_to = 0 <= below.start - clause.end <= len(" that ") and below.lemma not in heart()
    weighs = _weighty(reader, k) or _surprised(reader, clause, below, quote)
    if not next_to or not weighs or not (below.tense in PAST or below.modal == "would"):
        return None
    return _planned(reader, k) or fact(reader.claims, k, modal=True)


def _planned(reader: Reader, k: int) -> Claim | None:
    """ "You were going to leave", "You meant to stay": what somebody wants; one does not want to faint."""
    below, subject = reader.clauses[k], reader.claims.who(reader.clauses[k].subject)
    going = below.lemma == "go" and reader.text[below.verb.start : below.verb.end].lower() == "going"
    if subject is None or below.modal is not None or not (going or below.lemma in MEANING):
        return None
    aim = next((c for j in reader.claims.governed.get(k, ()) if (c := reader.clauses[j]).tense == "infinitive"), None)
    if aim is not None and aim.lemma in word_set("unwilled"):
        return None
    words = few_words(reader.text[below.verb.end : aim.end if aim is not None else below.end].removeprefix(" to "))
    public, atom = Proposition("wants", subject, None, words if aim else None), Atom(f"wants {words}", subject)
    return Claim(public, not below.negated, atom, not below.negated, below.start, aim.end if aim else below.end)


def _surprised(reader: Reader, clause: Clause, below: Clause, quote: Quote) -> bool:
    """Whether "I thought" opens what somebody is surprised at."""
    if clause.lemma != "think" or clause.tense != "past" or clause.negated or clause.question:
        return False
    whole = below.object is not None or below.complement is not None or bool(below.obliques)  # no "I thought you did"
    thinks = THINKS.fullmatch(reader.text, clause.start, clause.verb.end) is not None
    start = max(quote.start, clause.start - SURPRISE)
    surprised = STRANGE.search(reader.text, start, clause.verb.start) is not None
    return whole and thinks and surprised and below.modal is None


def _weighty(reader: Reader, k: int) -> bool:
    """Whether somebody was about to do, or had done, what one says one thought only when it was not so."""
    below = reader.clauses[k]
    if below.lemma in MEANING:  # "You thought I meant to leave you"
        return any(reader.clauses[j].lemma in word_set("plans") for j in reader.claims.governed.get(k, ()))
    words = reader.text[below.start : below.verb.end]
    if below.modal == "would":
        return below.lemma in word_set("hostile") and not BETTER.search(words)
    planned = below.lemma in word_set("plans") and PLANNED.search(words) is not None
    return planned or (below.lemma in word_set("conduct") and below.tense == "pluperfect")
