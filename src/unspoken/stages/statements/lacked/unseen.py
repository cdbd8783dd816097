"""Hearts that somebody does not see, since they are hidden or not noticed: "He did not notice her distress"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.feelings import Feeling
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.clauses.governors import TOLD, governors
from unspoken.stages.stances import stance_of, word_set
from unspoken.stages.statements.claims.propositions import denied, felt
from unspoken.stages.statements.held.facts import fact
from unspoken.stages.statements.held.holding import MUCH, asks
from unspoken.stages.statements.reader import Reader

SAID = TOLD | {"participle"}
NEXT = 2  # code points between a clause and the one that leads to it
LONG = 20  # before a clause in which "perhaps" may stand
THOUGHT = ("believes", "doubts", "wonders", "fears", "hopes")
HALF = re.compile(r"\b(?:perhaps|maybe|probably|possibly|scarcely|hardly|barely)\b")
SOON = re.compile(r"\b(?:at once|immediately|instantly|directly|quickly)\b", re.IGNORECASE)  # "did not at once see it"
# "had meant to tell", "was on the point of telling", "opened his mouth to tell", "nearly told", "would have told"
MEANT = re.compile(
    r"\b(?:(?:was|were|had been) (?:just )?(?:going|about) to|(?:on the (?:point|verge|brink)|thought) of|"
    r"(?:had |have )?(?:meant|intended|longed|resolved|decided|made up (?:his|her|my) mind|"
    r"opened (?:his|her|my) (?:mouth|lips)|wanted|started|begun|"
    r"began|tried) to|almost|nearly|would have|[’']d have) (?:\w+ )?\w+$",
    re.IGNORECASE,
)
BUT = re.compile(
    r"(?:\bbut\b|[;.—–-] ?(?:then|instead|and then)\b|\bthought better of it\b|"
    r"\b(?:and|when) (?:he|she|i) (?:did not|didn['’]t)\b)",
    re.IGNORECASE,
)
AFTER = 200  # code points after "was going to tell" in which it is said that it was not done
SURE, GUESSED = 0.6, 0.45
BESIDE = 400  # code points around a clause in which it is seen with whom somebody talks


def unseen(reader: Reader) -> Iterator[Statement]:
    """Ignorance of what passes in somebody, and what it is taken for, as the narration tells it.

    Args:
        reader: has the text, its clauses, feelings and who is meant.
    """
    for clause in reader.clauses:
        if unsure(reader, clause):
            continue
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
    met = clause.lemma == "see" and clause.tense != "past"  # "He had never seen her angry"
    unnoticed = clause.lemma in word_set("noticing") and clause.negated and not met
    span = clause.object if unnoticed else _ignored(reader, clause)
    for feeling in _felt_in(reader, span, clause.end) if span is not None else ():
        if feeling.experiencer != holder:
            yield _ignorant(holder, feeling, clause, SURE)


def _ignored(reader: Reader, clause: Clause) -> Span | None:
    """What "unaware of ..." is of."""
    words = reader.text[clause.complement.start : clause.complement.end].lower().split() if clause.complement else []
    if clause.negated or not word_set("unheeding") & set(words):
        return None
    return next((Span(o.start, o.end) for o in clause.obliques if o.preposition in ("of", "to")), None)


def _hidden(reader: Reader, clause: Clause) -> Iterator[Statement]:
    """ "She hid her joy from him", "He smiled to hide his anger": who is named, or the only other one there."""
    if clause.lemma not in word_set("hiding") or clause.negated or clause.object is None or clause.modal is not None:
        return
    who = reader.claims.who(clause.subject)
    if who is None or (clause.tense not in SAID and not _meant(reader, clause)):
        return
    named = (reader.claims.who(Span(o.start, o.end)) for o in clause.obliques if o.preposition == "from")
    other, sure = next(named, None), SURE
    if other is None:
        other, sure = partner(reader, clause, who), GUESSED
    for feeling in _felt_in(reader, clause.object, clause.object.end):
        if feeling.experiencer == who and other not in (None, who):
            yield _ignorant(other or "", feeling, clause, sure)


def _meant(reader: Reader, clause: Clause) -> bool:
    """An infinitive that tells what something is done for, and no attempt."""
    above = reader.clauses[clause.governor] if clause.governor is not None else None
    return clause.tense == "infinitive" and above is not None and above.lemma not in word_set("attempting") | {"be"}


def _untold(reader: Reader, clause: Clause) -> Iterator[Statement]:
    """ "She did not tell him that she had been there", "She was going to tell him that she loved him; but ...": who is
    not told does not know."""
    never = clause.negated and not clause.modal and clause.tense in SAID
    if clause.lemma not in word_set("revealing") or not (never or _forborne(reader, clause)):
        return
    above = reader.clauses[clause.governor].subject if clause.governor is not None else None
    teller = reader.claims.who(clause.subject) or reader.claims.who(above)  # "on the point of telling"
    hearer = reader.claims.who(clause.object)
    to = (reader.claims.who(Span(o.start, o.end)) for o in clause.obliques if o.preposition == "to")
    hearer = hearer or next(to, None)
    if teller is None or hearer in (None, teller):
        return
    for k in reader.claims.governed.get(reader.index[id(clause)], ()):
        subject = reader.clauses[k].subject
        much = subject is not None and MUCH.search(reader.text, clause.verb.end, subject.start) is not None
        claim = None if asks(reader, clause, k) else reader.claims.of(k) or fact(reader.claims, k, much)
        if claim is not None and claim.proposition.subject != hearer:
            start, end = min(clause.start, claim.start), max(clause.end, claim.end)
            yield Statement("ignorant", hearer or "", claim, "knows", (), None, start, end, SURE)
            return


def _forborne(reader: Reader, clause: Clause) -> bool:
    """Whether somebody means to tell it, or nearly does, and the words go on to say that it did not come to that."""
    if clause.negated:
        return False
    sentence = reader.minds.sentences[clause.sentence]
    begun = reader.text[sentence.start : clause.verb.end]
    following = reader.text[clause.verb.end : clause.verb.end + AFTER]
    return MEANT.search(begun) is not None and BUT.search(following.split("\n")[0]) is not None


def _mistaken(reader: Reader, clause: Clause) -> Iterator[Statement]:
    """ "He mistook her pity for love", "She misunderstood him"."""
    holder = reader.claims.who(clause.subject)
    told = clause.tense in SAID and not (clause.negated or clause.passive or clause.modal)
    if holder is None or clause.lemma not in word_set("mistaking") or clause.object is None or not told:
        return
    feeling = next(_felt_in(reader, clause.object, clause.object.end), None)
    owner = feeling.experiencer if feeling is not None else reader.claims.whose(clause.object)
    if owner is None or owner == holder:
        return
    taken = next((Span(o.start, o.end) for o in clause.obliques if o.preposition == "for"), None)
    for f in reader.claims.feelings.inside(taken.start, taken.end) if taken is not None else ():
        claim = felt(owner, f.emotion, holder, True, Span(f.start, f.end))
        yield Statement("think", holder, claim, "believes", (), None, *_span(clause), SURE)
        yield Statement("truth", owner, denied(claim), "knows", (), None, *_span(clause), SURE, verdict=True)
        return
    if feeling is not None:
        yield _ignorant(holder, feeling, clause, SURE)
    else:
        words = reader.text[clause.verb.start : clause.end]
        claim = Claim(Proposition("fact", owner, None, words), True, Atom(f"fact {words}", owner), True, *_span(clause))
        yield Statement("ignorant", holder, claim, "knows", (), None, *_span(clause), SURE)


def _span(clause: Clause) -> tuple[int, int]:
    """A clause with its object, which may stand after it."""
    return clause.start, max(clause.end, clause.object.end if clause.object is not None else 0)


def _felt_in(reader: Reader, span: Span, end: int) -> Iterator[Feeling]:
    """What somebody feels by the words of a phrase."""
    for f in reader.claims.feelings.inside(span.start, end):
        if f.experiencer in reader.people and not (f.negated or f.hypothetical):
            yield f


def unsure(reader: Reader, clause: Clause) -> bool:
    """Whether somebody only thinks, hopes or fears so, or it may be so, or is so by halves ("scarcely knew"), or for a
    moment ("did not at once see").

    Args:
        reader: has the text and its clauses.
        clause: seems to tell of ignorance.
    """
    i = reader.index[id(clause)]
    before = reader.clauses[i - 1] if i else clause
    leads = clause.marker == "that" and 0 <= clause.start - before.end <= NEXT
    above = [*governors(reader.clauses, clause), *([before] if leads else ())]
    if any(c.conditional or (c.negated and c.lemma != "bring") or stance_of(reader.text, c) in THOUGHT for c in above):
        return True
    words = reader.text[max(0, clause.start - LONG) : clause.verb.end].lower()
    return HALF.search(words) is not None or SOON.search(reader.text, clause.start, clause.end) is not None


def partner(reader: Reader, clause: Clause, who: str, beside: int = BESIDE) -> str | None:
    """With whom somebody talks right beside a clause, where that is one person.

    Args:
        reader: has the quotations.
        clause: tells something of the one.
        who: the one.
        beside: code points around the clause that are looked at.
    """
    near = reader.spoken.touching(max(0, clause.start - beside), clause.end + beside)
    for quote in sorted(near, key=lambda q: max(clause.start - q.end, q.start - clause.end)):
        talking = {quote.speaker, *quote.addressees} - {None}
        if who in talking and len(talking) == 2 and quote.speaker is not None:
            other = (talking - {who}).pop()
            return other if _named_beside(reader, clause, other) else None
    return None


def _named_beside(reader: Reader, clause: Clause, who: str | None) -> bool:
    """Whether the sentence of a clause tells of somebody, or what they say stands in it."""
    span = reader.minds.sentences[clause.sentence]
    return who in reader.claims.whom.within(span.start, span.end)


def _ignorant(holder: str, feeling: Feeling, clause: Clause, sure: float) -> Statement:
    span = Span(feeling.start, feeling.end)
    claim = felt(feeling.experiencer or "", feeling.emotion, feeling.target, True, span)
    start, end = min(clause.start, feeling.start), max(clause.end, feeling.end)
    return Statement("ignorant", holder, claim, "knows", (), None, start, end, round(sure * feeling.confidence**0.5, 3))
