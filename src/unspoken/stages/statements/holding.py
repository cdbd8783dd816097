"""What the subject of an attitude verb holds, or lacks: "she thought that he hated her", "he did not know that ..."."""

from __future__ import annotations

from itertools import pairwise

from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Claim, Statement
from unspoken.stages.statements.propositions import denied, stands
from unspoken.stages.statements.reader import Reader
from unspoken.stages.statements.stances import word_set

PAST = ("past", "pluperfect")
ASKING = frozenset(("why", "what", "when", "where", "who", "whom", "whose", "whether", "if", "which"))
COUNTING = frozenset(("how", word) for word in ("often", "many", "long", "old", "soon", "to"))
OPEN = frozenset(("would", "will", "may", "might", "should", "shall", "ought"))
ASKED = 4  # words after a verb of knowing among which a question begins


def held(reader: Reader, clause: Clause, stance: str, k: int) -> Statement | None:
    """The subject of an attitude verb holds what the clause below claims, or lacks it."""
    holder, claim = reader.claims.who(clause.subject), reader.claims.of(k)
    foretold = reader.clauses[k].modal in OPEN  # "I did not know you would be vexed" is no word of what is
    if holder is None or clause.conditional or foretold:
        return None
    if stance == "ignorant" or (stance == "knows" and clause.negated):
        return _lacked(reader, clause, stance, holder, k)
    if claim is None or claim.proposition.subject == holder:
        return None
    corrected = _corrected(reader, clause, stance, holder, claim)
    if corrected is not None or stance == "tells":
        return corrected
    quote = reader.quotes.get(clause.quotation or "")
    if clause.question:
        if quote is None or quote.speaker is None or holder == quote.speaker:
            return None
        return reader.statement("stance", quote.speaker, claim, "wonders", clause, 0.5)
    if stance in ("believes", "knows"):
        if clause.negated:
            if clause.lemma not in word_set("neg_raising"):
                return None
            claim = denied(claim)
        return reader.statement("think", holder, claim, stance, clause, 0.7)  # type: ignore[arg-type]
    return reader.statement("stance", holder, claim, stance, clause, 0.65)  # type: ignore[arg-type]


def _lacked(reader: Reader, clause: Clause, stance: str, holder: str, k: int) -> Statement | None:
    """What somebody does not know: of a heart, or, as the narration tells it, what another is or does."""
    if clause.question or asks(reader, clause, k):
        return None
    claim, said = reader.claims.of(k), reader.clauses[k].marker == "that"
    quote = reader.quotes.get(clause.quotation or "")
    absent = quote is not None and quote.speaker is not None and holder not in (quote.speaker, *quote.addressees)
    plain = (quote is None or absent) and clause.modal is None and reader.documents.at(clause.start) is None
    if claim is None and plain and (said or clause.lemma in word_set("lacking")):
        claim = reader.claims.fact(k)
    if not said and clause.lemma in word_set("finding"):
        return None  # "did not hear him come"
    if claim is None or claim.proposition.subject == holder:
        return None
    affirmed = stance == "ignorant" or claim.affirmed
    return reader.statement("ignorant", holder, claim, "knows", clause, 0.65) if affirmed else None


def asks(reader: Reader, clause: Clause, k: int) -> bool:
    """Whether what is not known is a question ("did not know why she had come")."""
    words = reader.text[clause.verb.end : reader.clauses[k].verb.start].lower().split()[:ASKED]
    often = any(pair in COUNTING for pair in pairwise(words))
    return "that" not in words and (often or not ASKING.isdisjoint(words))


def _corrected(reader: Reader, clause: Clause, stance: str, holder: str, claim: Claim) -> Statement | None:
    """ "I thought you hated me", and "You thought I hated you": what was held of who is spoken to, or speaks, till
    now."""
    quote, letter = reader.voice(clause)
    said = stance in ("believes", "tells") and clause.modal is None and clause.lemma != "feel"
    if not said or clause.tense not in PAST or not stands(claim):
        return None
    to = quote.addressees if quote is not None else ()
    author = quote.speaker if quote is not None else None
    if letter is not None:
        to, author = ((letter.addressee,) if letter.addressee is not None else ()), letter.author
    subject = claim.proposition.subject
    if author == holder and subject in to:
        return reader.statement("retract", holder, claim, "believes", clause, 0.75, to)
    if author is not None and author == subject and holder in to and not (clause.negated or clause.question):
        return reader.statement("retract", holder, claim, "believes", clause, 0.65, to)
    return None
