"""Who holds, says, writes or reads what of whose heart: found in the words, before any reasoning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.documents import StoryDocument
from unspoken.layers.quotations import Quote
from unspoken.layers.statements import Claim, Statement
from unspoken.stages.clauses.governors import TOLD, governors
from unspoken.stages.stances import ordered, stance_of, word_set
from unspoken.stages.statements.claims.knowing import RELATIVE
from unspoken.stages.statements.claims.propositions import denied, heart, stands, towards, weighs
from unspoken.stages.statements.held.cleft import cleft
from unspoken.stages.statements.held.frames import belied, found_out, framed
from unspoken.stages.statements.held.holding import asks, held
from unspoken.stages.statements.held.narrated import narrated
from unspoken.stages.statements.held.passing import advised, aside, asked, called, compared, outright
from unspoken.stages.statements.reader import Reader

AUXILIARIES = frozenset(("do", "does", "did", "don't", "doesn't", "didn't", "can", "could"))
IF = frozenset(("if", "unless"))
AS = frozenset(("as", "than"))
UNTIL = frozenset(("till", "until", "unless", "lest"))
PARTED = re.compile(r"--|—|;|,\s+(?:and )?so\b|,\s+and\b(?! that\b)[^,]*,\s+and\b", re.IGNORECASE)
FORBIDS = ("Don't you ", "Don’t you ", "don't you ", "don’t you ")  # "Don't you be surprised if ..."
CONFESSING = frozenset(("i", "it", "that", "this", "all"))
NEEDS = frozenset(("need", "needn't", "needn’t"))
YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
FELT = frozenset(("fears", "hopes", "doubts", "wonders"))
GIVEN = frozenset(("why", "how", "when"))  # ask of what is so
DEEP = ("fear", "shame", "guilt")
SUPPOSING = frozenset(("may", "might", "should", "could", "ought", "shall", "need", "can"))


def statements(reader: Reader) -> Iterator[Statement]:
    """All statements."""
    used: set[int] = set()
    for i, clause in enumerate(reader.clauses):
        yield from _retracted_lie(reader, clause)
        stance = stance_of(reader.text, clause)
        if stance is not None:
            for k in _below(reader, i):
                found = held(reader, clause, stance, k)
                if found is not None:
                    used.add(k)
                    yield found_out(reader, found)
                    yield from belied(reader, found)
        if i not in used:
            beside = [*framed(reader, i)] or [*_plain(reader, i, clause)]
            yield from beside
            yield from (so for found in beside for so in belied(reader, found))


def _below(reader: Reader, i: int) -> list[int]:
    """Clauses that a clause governs, or that follow an adjective ("afraid she knew"); of infinitives those of whom one
    thinks so ("believed him to despise her")."""
    clause, governed = reader.clauses[i], reader.claims.governed.get(i, ())
    of = clause.object if clause.lemma in word_set("believing") and not clause.negated else None
    told = (
        k for k in governed if (c := reader.clauses[k]).tense != "infinitive" or (of is not None and c.subject == of)
    )
    return [cleft(reader, k) for k in told if not (reader.crowded and _apart(reader, i, k))]


def _apart(reader: Reader, i: int, k: int) -> bool:
    """Whether a clause only follows what somebody thinks: after a dash or "and so", as what is told of one who is named
    there, or before a verb that has a "that" of its own ("He was proud: I knew that he had his faults")."""
    clause, below = reader.clauses[i], reader.clauses[k]
    if below.start < clause.start:
        after = (reader.clauses[n] for n in reader.claims.governed.get(i, ()) if n != k)
        return any(c.marker == "that" and c.start >= clause.verb.end for c in after)
    begins = max(clause.verb.end, below.subject.start if below.subject is not None else below.start)
    between = reader.text[clause.verb.end : begins]
    return PARTED.search(between) is not None or (below.marker in RELATIVE and "," in between[-len(", whose ") :])


def _plain(reader: Reader, i: int, clause: Clause) -> Iterator[Statement]:
    """A claim by itself: in speech it is the speaker's, in a letter the author's, in narration the focal mind's."""
    claim = reader.claims.of(i)
    if claim is None:
        return
    quote, letter = reader.voice(clause)
    if claim.proposition.predicate == "knows" and quote is not None and _dreaded(reader, clause, quote):
        learnt = claim if claim.affirmed else denied(claim)
        yield reader.statement("stance", quote.speaker or "", learnt, "fears", clause, 0.5)
        return
    due = clause.modal == "must" and (clause.negated or claim.sign)  # "You must hate me" is a guess, "forgive" is none
    if (
        due
        or compared(reader, clause)
        or (
            clause.conditional
            and (clause.lemma != "have" or clause.marker in IF or claim.proposition.predicate != "wants")
            and not _meant(reader, i, claim)
        )
        or _supposed(reader, i, clause)
    ):
        return
    if letter is not None:
        yield from _written(reader, clause, claim, letter)
    elif quote is not None and quote.kind == "speech":
        yield from _spoken(reader, i, clause, claim, quote)
    elif quote is not None:
        yield from _thought(reader, clause, claim, quote)
    else:
        yield from narrated(reader, clause, claim)


def _meant(reader: Reader, i: int, claim: Claim) -> bool:
    """Whether a "would" says what is so: "I would like you to have it", "He would walk through fire for her"."""
    clause = reader.clauses[i]
    letter = reader.documents.at(clause.verb.start) if clause.marker not in IF else None
    own = letter is not None and claim.proposition.subject == letter.author  # "Would you like tea?" is an offer
    return (own and claim.proposition.predicate == "wants") or reader.claims.meant(i)


def _dreaded(reader: Reader, clause: Clause, quote: Quote) -> bool:
    """ "If he finds out ...", "She must never know": what one who is not there must not learn, for whoever says so."""
    subject = reader.claims.who(clause.subject)
    if quote.speaker not in reader.people or subject is None or subject in (quote.speaker, *quote.addressees):
        return False
    if clause.conditional:
        return clause.lemma in word_set("exposing") and clause.tense == "present"
    return clause.lemma in word_set("exposing") | word_set("learning") and clause.modal == "must" and clause.negated


def _supposed(reader: Reader, i: int, clause: Clause) -> bool:
    """Not said to be so: what may, might or should be, what follows a condition, and what
    hangs on a condition or an order ("if you think you have hurt me", "say that you forgive me")."""
    if clause.modal in SUPPOSING and not (clause.modal in ("could", "can") and clause.negated):
        return True
    if clause.tense == "imperative" or reader.text.startswith(FORBIDS, clause.start):
        return True
    if clause.governor is not None and stance_of(reader.text, reader.clauses[clause.governor]) in FELT:
        return True
    if clause.marker in UNTIL or any(
        c.conditional or ordered(c) or _open(c) for c in governors(reader.clauses, clause)
    ):
        return True
    if not NEEDS.isdisjoint(reader.text[clause.start : clause.verb.start].lower().split()):
        return True
    before = reader.clauses[i - 1] if i else clause
    return before.conditional and before.sentence == clause.sentence and before.quotation == clause.quotation


def _spoken(reader: Reader, i: int, clause: Clause, claim: Claim, quote: Quote) -> Iterator[Statement]:
    speaker, subject = quote.speaker, claim.proposition.subject
    if speaker is None or speaker not in reader.people:
        return
    if not reader.claims.sure(clause) or called(reader, clause):
        return
    if subject != speaker and (
        clause.marker in AS or aside(reader, clause, claim) or not weighs(claim, quote.addressees)
    ):
        return
    if subject == speaker:
        plain = clause.tense != "infinitive" and not clause.question and clause.governor is None
        plain = plain and clause.marker not in AS  # "never so much as I love you"
        over = clause.tense == "past" and claim.affirmed and not claim.sign  # "I hated you when you said that"
        lasts = stands(claim) or claim.proposition.value in DEEP
        if (
            plain
            and not over
            and claim.proposition.object
            and lasts
            and claim.proposition.predicate in ("feels", "attitude")
        ):
            yield reader.statement("own", speaker, claim, "believes", clause, 0.7, quote.addressees)
        elif plain and over and claim.proposition.object in quote.addressees:  # they know now what was so
            yield reader.statement("stance", claim.proposition.object or "", claim, "knows", clause, 0.55)
    elif clause.question or asked(clause):
        words = reader.text[clause.start : clause.end].lower().replace("’", "'").split()
        open_ended = words[0] in AUXILIARIES
        if words[0] in GIVEN or clause.tense == "infinitive":  # "Won't you try and care for me?"
            return
        if claim.proposition.object is not None or (open_ended and claim.proposition.predicate == "knows"):
            of_knowing = claim.proposition.predicate == "knows"  # "Does he know?" asks it of nobody else
            yield reader.statement("stance", speaker, claim, "wonders", clause, 0.65 if of_knowing else 0.5)
    elif clause.tense in TOLD or (clause.tense == "future" and clause.negated):
        if claim.proposition.predicate == "knows" and (not clause.negated or clause.lemma in ("know", "forget")):
            return
        if subject in quote.addressees and _only_said(clause, claim):
            return
        if clause.lemma == "mind" and subject in quote.addressees:  # "You don't mind, do you?"
            return
        if advised(reader, i, clause, subject in quote.addressees):
            return
        bare = claim.proposition.predicate == "feels" and claim.proposition.object is None
        if bare and not (outright(clause) or reader.claims.saying(i) is not None):
            return
        regards = claim.proposition.predicate in ("feels", "attitude")
        if subject in quote.addressees and claim.proposition.object is None and clause.lemma in heart() and regards:
            claim = towards(claim, speaker)  # "You do not care": for me, who say it
        kind = _presupposed(reader, clause)
        yield reader.statement("say", speaker, claim, "knows" if kind else "believes", clause, 0.6, quote.addressees)


def _only_said(clause: Clause, claim: Claim) -> bool:
    """Whether a mood is foretold ("You'll never be low"), or a wish is a rebuke ("You cannot wish to strike me")."""
    about = claim.proposition
    ahead = about.predicate in ("feels", "attitude") and clause.tense == "future" and about.object is None
    return ahead or (about.predicate == "wants" and clause.negated and clause.modal in ("can", "could"))


def _thought(reader: Reader, clause: Clause, claim: Claim, quote: Quote) -> Iterator[Statement]:
    """ "He despises me," she thought: what is thought in so many words is held, or asked."""
    mind, subject = quote.speaker, claim.proposition.subject
    if mind not in reader.people or subject in (None, mind) or not reader.claims.sure(clause):
        return
    regards = claim.proposition.predicate in ("feels", "attitude")
    if regards and claim.proposition.object is None and clause.lemma in heart():
        claim = towards(claim, mind)  # "He does not care"
    if clause.question:
        if claim.proposition.object is not None and clause.tense != "infinitive":
            yield reader.statement("stance", mind, claim, "wonders", clause, 0.5)
    elif clause.tense in TOLD and clause.governor is None and claim.proposition.predicate != "knows":
        yield reader.statement("think", mind, claim, "believes", clause, 0.65)


def _presupposed(reader: Reader, clause: Clause) -> bool:
    """Below a factive verb ("Does he know that you love him?") the speaker takes it to be so."""
    above = reader.clauses[clause.governor] if clause.governor is not None else None
    if above is None or above.lemma not in word_set("factive"):
        return False
    return not asks(reader, above, reader.index[id(clause)])  # "I don't know what he wants"


def _written(reader: Reader, clause: Clause, claim: Claim, letter: StoryDocument) -> Iterator[Statement]:
    if letter.author is None or clause.question:
        return
    if claim.proposition.subject != letter.author:
        yield from _written_of(reader, clause, claim, letter.author)
        return
    if claim.proposition.predicate in ("feels", "attitude"):
        if letter.addressee is not None and clause.lemma in heart() and _means_you(reader, clause):
            claim = towards(claim, letter.addressee)
        to = reader.readers(letter)
        yield reader.statement("write", letter.author, claim, "knows", clause, 0.75, to, letter.id)
    elif claim.proposition.predicate == "wants" and claim.affirmed and YOU.search(reader.text, clause.start, claim.end):
        for who in reader.readers(letter):  # "I would like you to have it"
            if who in reader.people and who != letter.author:
                yield reader.statement("stance", who, claim, "knows", clause, 0.6)


def _written_of(reader: Reader, clause: Clause, claim: Claim, author: str) -> Iterator[Statement]:
    """ "She is tired of me": what the author holds of another's heart."""
    about = claim.proposition
    told = clause.tense in TOLD and not (clause.marker in AS or aside(reader, clause, claim))
    regards = about.predicate in ("feels", "attitude") and (about.object is not None or outright(clause))
    if told and regards and author in reader.people and reader.claims.sure(clause):
        yield reader.statement("think", author, claim, "believes", clause, 0.55)


def _means_you(reader: Reader, clause: Clause) -> bool:
    """The verb's object is "you", and form alone did not tell who that is."""
    return clause.object is not None and reader.text[clause.object.start : clause.object.end].lower() == "you"


def _retracted_lie(reader: Reader, clause: Clause) -> Iterator[Statement]:
    """ "I made it up": what the speaker had told the same person of somebody else was not so."""
    quote = reader.quotes.get(clause.quotation or "")
    if quote is None or quote.speaker is None:
        return
    words = reader.text[clause.start : clause.end].lower()
    if clause.subject is not None and reader.text[clause.subject.start : clause.subject.end].lower() not in CONFESSING:
        return  # "The ladies have made it up"
    table = resources.table("beliefs.toml")["retraction"]
    peace = any(phrase in words for phrase in table["peace"])
    if not peace and any(phrase in words for phrase in table["lie"]):
        for hearer in quote.addressees:
            earlier = reader.said.pop((quote.speaker, hearer), None)
            if earlier is not None:
                claim = denied(earlier.claim)
                where = earlier.start, earlier.end
                yield Statement(
                    "lie", quote.speaker, claim, "knows", (hearer,), None, clause.start, clause.end, 0.7, where
                )


def _open(clause: Clause) -> bool:
    """Whether a question leaves open what hangs on it; "Do you know that he loves you?" does not."""
    return clause.question and clause.lemma not in word_set("factive")
