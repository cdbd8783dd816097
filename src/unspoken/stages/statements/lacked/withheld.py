"""What somebody was never told, or must not be: "I never told you that I loved you", "Don't tell him that I wept"."""

from __future__ import annotations

from collections.abc import Iterator

from unspoken.layers.clauses import Clause
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.stances import word_set
from unspoken.stages.statements.lacked.telling import Found, below, end_of, last_word
from unspoken.stages.statements.reader import Reader

ASKING = frozenset(("who", "what", "where", "why", "how", "whom"))


def withheld(reader: Reader, i: int, clause: Clause) -> Iterator[Found]:
    """Who is not told, and of whom; it is said to them, or of one who is away, so the speaker may say so.

    Args:
        reader: has the text, its clauses and who is meant.
        i: the number of the clause.
        clause: of what is said, or of what the narration holds back.
    """
    if (found := _silent(reader, i, clause)) is not None:
        yield found
    holder = _untold(reader, clause) or _barred(reader, clause)
    k = below(reader, i, clause) if holder is not None else None
    if holder is None or (k is None and not _identity(reader, clause)):
        return
    told = reader.clauses[k].subject if k is not None else clause.object
    about = reader.claims.whose(told) if told is not None else None
    if about not in (None, holder):
        yield holder, about or "", clause.start, end_of(reader, i, clause)


def _silent(reader: Reader, i: int, clause: Clause) -> Found | None:
    """ "He could not tell her who he was", "She never told him where she had been", "what she thought of it"."""
    told = clause.negated and clause.lemma in word_set("revealing") and clause.modal in (None, "could", "would")
    if not told or clause.quotation is not None or clause.tense not in TOLD or clause.question:
        return None
    teller, hearer = reader.claims.who(clause.subject), reader.claims.who(clause.object)
    near = (*reader.claims.governed.get(i, ()), i + 1)
    asked = (c for k in near if k < len(reader.clauses) and (c := reader.clauses[k]).sentence == clause.sentence)
    own = next((c for c in asked if _asks(reader, clause, c) and reader.claims.who(c.subject) == teller), None)
    if teller is None or hearer in (None, teller) or own is None:
        return None
    return hearer or "", teller, clause.start, own.end


def _asks(reader: Reader, clause: Clause, below: Clause) -> bool:
    """Whether a clause is of who, what or why."""
    between = reader.text[clause.verb.end : below.start].lower().split()[-1:]
    return below.marker in ASKING or (below.tense != "infinitive" and not ASKING.isdisjoint(between))


def _untold(reader: Reader, clause: Clause) -> str | None:
    """ "I never told you that ...", "Why did you not tell me that ...?", "You should have told me that ...", "Do not
    tell him that ..."."""
    words = reader.text[clause.start : clause.verb.start].lower().split()
    ought = clause.modal in ("ought", "should") and not (clause.negated or clause.question) and "have" in words
    if clause.lemma not in word_set("revealing") or clause.quotation is None or not (clause.negated or ought):
        return None
    why = clause.question and words[:1] == ["why"] and clause.negated
    never = clause.tense in TOLD and not clause.question and clause.modal is None
    must = clause.tense == "imperative" or clause.modal == "must"
    to = (reader.claims.who(o) for o in clause.obliques if o.preposition == "to")
    hearer = reader.claims.who(clause.object) or next(filter(None, to), None)
    away = hearer not in _talking(reader, clause)
    return hearer if why or never or ought or (must and away) else None


def _barred(reader: Reader, clause: Clause) -> str | None:
    """ "He must never know that ...": who is not there, or is told of."""
    must = clause.modal == "must" and clause.negated and not clause.question
    if not must or clause.lemma not in word_set("learning") | word_set("exposing"):
        return None
    who = reader.claims.who(clause.subject)
    return who if who not in _talking(reader, clause) else None


def _identity(reader: Reader, clause: Clause) -> bool:
    """Whether the object says what of somebody is not to be known ("must never learn her secret")."""
    return clause.lemma not in word_set("revealing") and last_word(reader, clause.object) in word_set("secrets")


def _talking(reader: Reader, clause: Clause) -> tuple[str | None, ...]:
    quote = reader.quotes.get(clause.quotation or "")
    return (quote.speaker, *quote.addressees) if quote is not None else ()
