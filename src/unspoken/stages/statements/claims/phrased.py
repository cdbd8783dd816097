"""Hearts that a verb tells with the words that follow it: "get rid of her", "is sick of him"."""

from __future__ import annotations

import re

from unspoken import resources
from unspoken.layers.beliefs import Predicate
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.statements.claims.propositions import being, phrases
from unspoken.stages.statements.claims.reading import Reading

LONGEST = 40  # code points of a name


def being_to(reading: Reading, clause: Clause) -> tuple[Predicate, str, bool] | None:
    """What one is to somebody: "over her", "sick of him"."""
    if clause.lemma != "be" and not (clause.passive or clause.complement is not None):
        return None
    begin = clause.verb.end if clause.lemma == "be" else clause.verb.start  # "is attached to him"
    for oblique in clause.obliques:
        said = " ".join(reading.text[begin : oblique.start].lower().split()[-4:])
        if reading.who(oblique) is not None and (found := being(said)) is not None:
            return found
    return None


def denied_phrase(reading: Reading, clause: Clause) -> tuple[tuple[Predicate, str, bool], str] | None:
    """ "He can't take his eyes off her", "She cannot live without him": a denial affirms it."""
    return phrase_of(reading, clause, denied=True) if clause.negated else None


def phrase_of(reading: Reading, clause: Clause, denied: bool = False) -> tuple[tuple[Predicate, str, bool], str] | None:
    """What verbs say of a heart with what follows them, and of whom: "get rid of her", "go off him"."""
    for words, entry in phrases(denied).get(clause.lemma, ()):
        following = reading.text[clause.verb.end : clause.verb.end + len(words) + LONGEST]
        m = re.match(rf"\s+{words}\s+(?P<whom>\w+(?: \w+)?)", following, re.IGNORECASE)
        if m is None:
            continue
        start = clause.verb.end + m.start("whom")
        whole = (s for s in (clause.object, *clause.obliques) if s is not None and s.start == start)
        short = (clause.verb.end + m.end("whom"), start + len(m["whom"].split()[0]))
        ends = [s.end for s in whole] or short  # "fell for her", but not "fell for her tricks"
        for end in ends:
            who = reading.who(Span(start, end))
            if who is not None:
                return entry, who
    return None


def complete(reading: Reading, clause: Clause) -> bool:
    """Verbs that mean something else without their particle ("work out", "feel it", but not "felt it coming")."""
    needs = resources.table("beliefs.toml")["particles"].get(clause.lemma)
    if needs is None:
        return True
    following = reading.text[clause.verb.end : clause.verb.end + 20].split()
    return bool(following) and following[0].strip(".,!?’”'\";") in needs.split()
