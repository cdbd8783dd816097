"""Hearts that somebody sees, or is sure of, as nouns: "She read contempt in his face", "He was sure of her love"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from unspoken.layers.beliefs import Proposition, Stance
from unspoken.layers.clauses import Clause
from unspoken.layers.feelings import Feeling
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.stances import stance_of, word_set
from unspoken.stages.statements.claims.propositions import TOWARDS, felt
from unspoken.stages.statements.held.holding import only_supposed
from unspoken.stages.statements.reader import Reader

SURE = 0.55
DOWN_TO = re.compile(r"[^.;!?]{0,20}?(?: down)? to ", re.IGNORECASE)
TAIL = 20  # code points after a clause in which the noun of a heart may stand
ENDS = re.compile(r"\W*(?:$|[.,;:!?—–-])|\s+(?:and|but|or|for|because)\b", re.MULTILINE)
BEHIND = re.compile(r",? (?:who|whom|whose|which)\b", re.IGNORECASE)  # that tells of somebody already named
WORDS = 2  # that tell what somebody is taken to be


def sensed(reader: Reader) -> Iterator[Statement]:
    """What somebody holds of another's heart without a clause that says it.

    Args:
        reader: has the text, its clauses, feelings and who is meant.
    """
    for clause in reader.clauses:
        holder = reader.claims.who(clause.subject)
        plain = clause.tense in TOLD and not (clause.conditional or clause.question or clause.passive or clause.modal)
        if holder is None or not plain or only_supposed(reader, clause, holder):
            continue
        if (taken := _taken(reader, clause, holder)) is not None:
            yield reader.statement("stance", holder, taken, "believes", clause, SURE)
        yield from _put_down(reader, clause, holder)
        for stance, span in _looked_at(reader, clause):
            for f in reader.claims.feelings.inside(span.start, span.end):
                doubted = clause.lemma in word_set("doubting")  # by which the feeling itself is only supposed
                if f.experiencer in reader.people and f.experiencer != holder and (doubted or not f.hypothetical):
                    yield _statement(clause, holder, stance, f, doubted or not f.negated)


def _put_down(reader: Reader, clause: Clause, holder: str) -> Iterator[Statement]:
    """ "She put his silence down to pride": whose silence it is feels so, she thinks."""
    down = DOWN_TO.match(reader.text, clause.object.end, clause.end + TAIL) if clause.object is not None else None
    who = reader.claims.owner(clause.object)
    if down is None or clause.negated or clause.lemma not in word_set("ascribing") or who in (None, holder):
        return
    for f in reader.claims.feelings.inside(down.end(), clause.end + TAIL):
        if f.experiencer in (None, who):
            yield _statement(clause, holder, "believes", replace(f, experiencer=who), not f.negated)


def _looked_at(reader: Reader, clause: Clause) -> Iterator[tuple[Stance, Span]]:
    """Where the noun of a heart may stand, and what its clause says of it."""
    after = {o.preposition: Span(o.start, o.end) for o in clause.obliques}
    if clause.lemma in word_set("perceiving") and clause.object is not None and not clause.negated:
        stop = BEHIND.search(reader.text, clause.object.start, clause.end)
        comma = reader.text.find(",", clause.object.end, stop.start() if stop else clause.end)
        yield "believes", Span(clause.object.start, stop.start() if stop else clause.end if comma < 0 else comma)
    elif clause.lemma in word_set("doubting") and clause.object is not None:
        yield ("believes" if clause.negated else "doubts"), clause.object
    elif clause.lemma == "believe" and "in" in after and not clause.negated:
        yield "believes", after["in"]
    elif clause.complement is not None and stance_of(reader.text, clause) == "believes" and not clause.negated:
        yield from (("believes", after[p]) for p in ("of", "in") if p in after)
    elif clause.lemma == "take" and "for" in after and not clause.negated:
        yield "believes", after["for"]
    elif clause.lemma in word_set("taking") and clause.object is not None and not clause.negated:
        yield "believes", Span(clause.object.end, clause.end)  # "thought him in love with her"


def _taken(reader: Reader, clause: Clause, holder: str) -> Claim | None:
    """What somebody is taken to be: "He thought her careless"."""
    who = reader.claims.who(clause.object)
    if clause.lemma not in word_set("taking") or clause.negated or who in (None, holder) or clause.object is None:
        return None
    words = reader.text[clause.object.end : clause.end].lower().split()
    if ENDS.match(reader.text, clause.end) is None:
        return None
    if not 1 <= len(words) <= WORDS or not words[-1].isalpha() or not word_set("no_quality").isdisjoint(words):
        return None
    value = " ".join(words)
    public = Proposition("fact", who, None, value)
    return Claim(public, True, Atom(f"fact {value}", who), True, clause.start, clause.end)


def _statement(clause: Clause, holder: str, stance: Stance, f: Feeling, affirmed: bool) -> Statement:
    towards = f.target or (holder if f.emotion in TOWARDS else None)
    claim = felt(f.experiencer or "", f.emotion, towards, affirmed, Span(f.start, f.end))
    start, end, sure = min(clause.start, f.start), max(clause.end, f.end), round(SURE * f.confidence**0.5, 3)
    return Statement("think" if stance == "believes" else "stance", holder, claim, stance, (), None, start, end, sure)
