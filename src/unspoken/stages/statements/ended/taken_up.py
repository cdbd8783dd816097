"""What somebody thinks, or does not know, of what was told right before: "He knew it", "She was sure of that"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from unspoken.layers.beliefs import Stance
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.layers.statements import Claim, Kind, Statement
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.stances import never_so, stance_of, word_set
from unspoken.stages.statements.claims.propositions import denied, stands
from unspoken.stages.statements.reader import Reader

BACK = 1  # sentences to what "it" takes up
PARTICLES = frozenset(("over", "out", "through", "up"))  # "thought it over"
THAT = frozenset(("it", "that", "this"))
SENSES = frozenset(("see", "hear", "read"))
RIGHT_BEFORE = 60  # code points
TIMES = frozenset(("when", "while", "if", "till", "until", "before"))
NOT = (["not"], ["n't"], ["n’t"])


def taken_up(reader: Reader, clause: Clause) -> Iterator[Statement]:
    """ "He knew it", "She was sure of that": of what the narration said right before of somebody's heart.

    Args:
        reader: has the text, its clauses and who is meant.
        clause: may say so.
    """
    who = reader.claims.who(clause.subject)
    # "He would have staked his eyes on it"
    wagers = clause.modal == "would" and clause.lemma in word_set("wagering")
    if who is None or clause.question or _needless(reader, clause):
        return
    if not wagers and (clause.conditional or clause.modal):
        return
    knows = clause.lemma in (word_set("factive") | word_set("finding")) - word_set("telling")
    holds = knows or clause.lemma in word_set("believing") or _undoubted(reader, clause, ())
    if not _of_that(reader, clause, holds, wagers):
        return
    claim = before(reader, clause, who)
    if claim is not None and reader.crowded and not _plainly(reader, clause, claim):
        return
    if claim is not None and knows and clause.negated:
        if claim.affirmed and _that_heart(clause, claim):
            yield judged(reader, "ignorant", who, claim, clause, 0.55)
    elif claim is not None:
        most = clause.lemma == "be" and never_so(reader.text, clause)
        turned = clause.negated and not (most or _undoubted(reader, clause, _words(reader, clause.object)))
        held = judged(reader, "think", who, denied(claim) if turned else claim, clause, 0.55)
        yield replace(held, stance="knows" if knows else "believes", verdict=False, start=claim.start)


def _plainly(reader: Reader, clause: Clause, claim: Claim) -> bool:
    """Whether it is said outright of how one regards another; a novel has many an "I felt this" that
    takes up something else."""
    aside = clause.marker is not None or clause.tense not in TOLD or clause.lemma in word_set("inward")
    return stands(claim, "status") and claim.proposition.predicate != "knows" and not aside


def _that_heart(clause: Clause, claim: Claim) -> bool:
    """Whether it is that heart which somebody does not know of; what one did not see, or hear, is what was told last,
    and "even when he did not see it" may be whatever happens then."""
    sensed = clause.lemma in SENSES and clause.start - claim.end > RIGHT_BEFORE
    return clause.marker not in TIMES and not sensed


def _needless(reader: Reader, clause: Clause) -> bool:
    """ "He need never have known it"."""
    return "need" in reader.text[clause.start : clause.verb.start].lower().split()


def _of_that(reader: Reader, clause: Clause, verb: bool, wagers: bool) -> bool:
    """Whether a verb has "it" or "that" for its object, or one is "sure of it", has no doubt of it, bets on it."""
    thing = _words(reader, clause.object)
    if verb and not wagers and thing and clause.object is not None:
        following = reader.text[clause.object.end : clause.object.end + 12].split()[:1]
        over = bool(following) and following[0].strip(".,;!?") in PARTICLES
        return " ".join(thing) in THAT and not over and not reader.claims.governed.get(reader.index[id(clause)])
    leads = ("on", "to") if wagers else ("of", "about")
    of = (reader.text[o.start : o.end].lower() for o in clause.obliques if o.preposition in leads)
    complement = _words(reader, clause.complement)
    sure = wagers or not word_set("sure").isdisjoint(complement) or _undoubted(reader, clause, thing)
    return sure and not THAT.isdisjoint(of)


def _undoubted(reader: Reader, clause: Clause, thing: Sequence[str]) -> bool:
    doubts = clause.lemma in word_set("doubting")  # so, too, "He hasn't a doubt of it" is read
    denied = clause.negated or thing[:1] in NOT  # "hadn't a doubt", where the parser hangs "not" on the noun
    return denied and (doubts or (clause.lemma == "have" and thing[-1:] in (["doubt"], ["doubts"])))


def _words(reader: Reader, span: Span | None) -> Sequence[str]:
    return reader.text[span.start : span.end].lower().split() if span is not None else ()


def before(reader: Reader, clause: Clause, who: str) -> Claim | None:
    """What the clauses right before claim of another's heart."""
    i = reader.index[id(clause)]
    for k in range(i - 1, -1, -1):
        c = reader.clauses[k]
        below = clause.governor == k and clause.start <= c.end + 1  # "I know you know it"
        if below or clause.sentence - c.sentence > BACK:
            break
        plain = c.quotation == clause.quotation and not (c.question or c.conditional or c.tense == "infinitive")
        claim = reader.claims.of(k) if plain and not (clause.negated and _holds(reader, c, who)) else None
        if claim is not None and claim.proposition.subject != who:
            return claim
    return None


def _holds(reader: Reader, clause: Clause, who: str) -> bool:
    """Whether somebody says of a clause that they think so ("I think you are proud of it. I don't believe it")."""
    above = reader.clauses[clause.governor] if clause.governor is not None else None
    return above is not None and stance_of(reader.text, above) == "believes" and reader.claims.who(above.subject) == who


def judged(reader: Reader, kind: Kind, holder: str, claim: Claim, clause: Clause, sure: float) -> Statement:
    """The statement that a verdict makes, to whoever is spoken to where its holder says so."""
    stance: Stance = "believes" if kind == "think" else "knows"
    quote = reader.quotes.get(clause.quotation or "")
    to = quote.addressees if quote is not None and quote.speaker == holder else ()
    return Statement(kind, holder, claim, stance, to, None, clause.start, clause.end, sure, verdict=True)
