"""The clauses above a clause: what it hangs on, and what that hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.idioms import idiom
from unspoken.stages.stances import stance_of, unaware

WITHIN = 3  # clauses before one among which the idiom is that it hangs on
SUBJECT = re.compile(
    r" (?P<who>I|you|he|she|they|we|[A-Z][\w’'.-]+(?: [A-Z][\w’'-]+){0,2}|(?:the|his|her|my) [\w-]+)"
    r" (?:had |never |also |\w+ly )?"
)
AUXILIARIES = re.compile(
    r"(?: (?:had|has|have|was|were|is|are|been|being|never|also|only|just|still|always|\w+ly))*\s*|['’][sd] ?"
)
THAT = re.compile(f"that{SUBJECT.pattern}")
DEEP = 4  # clauses above a clause that are looked at
TOLD = frozenset(("past", "present", "perfect", "pluperfect"))  # tenses of what is said to be so


def governors(clauses: Sequence[Clause], clause: Clause) -> Iterator[Clause]:
    """The clauses that one hangs on, the nearest first, a few at most.

    Args:
        clauses: the whole layer, which ``governor`` is an index into.
        clause: one of them.
    """
    for _ in range(DEEP):
        if clause.governor is None:
            return
        clause = clauses[clause.governor]
        yield clause


def with_idioms(text: str, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses with governors also where what is thought hangs on an idiom or a noun, which the parser seldom sees:
    "It dawned on her that ...", "She got it into her head that ...", "I had no idea you ...".

    Args:
        text: the whole text.
        clauses: the whole layer.
    """
    out = list(clauses[:1])
    for number, (before, clause) in enumerate(pairwise(clauses)):
        # of two clauses beside it the parser may take the later
        ahead = clause.governor is not None and clause.governor > number + 1
        leads = (clause.governor is None or ahead) and _hangs(text, before, clause)
        above = number if leads else _idiom_before(text, clauses, number + 1)
        clause = clause if above is None else msgspec.structs.replace(clause, governor=above)
        taken = _taken(text, clauses, clause)
        if taken is not None and clause.governor is not None and clause.governor < len(out):
            mind = out[clause.governor]
            out[clause.governor] = msgspec.structs.replace(mind, object=None, end=mind.verb.end)
            clause = msgspec.structs.replace(clause, subject=taken, start=taken.start, subject_shared=False)
        out.append(_with_subject(text, clauses, clause))
    return tuple(out)


def _taken(text: str, clauses: Sequence[Clause], clause: Clause) -> Span | None:
    """The subject of a clause that the parser took for the object of the verb of thinking before it ("Ann reckoned
    [the boy] was scared")."""
    if clause.governor is None or clause.marker is not None or clause.tense not in TOLD or clause.subject is not None:
        return None
    above = clauses[clause.governor]
    thing = above.object
    if thing is None or above.end > clause.verb.start or not 0 < thing.start - above.verb.end <= 1:
        return None
    between = AUXILIARIES.fullmatch(text, thing.end, clause.verb.start)
    return thing if between is not None and stance_of(text, above) is not None else None


def _idiom_before(text: str, clauses: Sequence[Clause], k: int) -> int | None:
    """The clause with the idiom that ends where clause ``k`` begins: "had it in her head | that he hated her"."""
    clause = clauses[k]
    for i in range(k - 1, max(-1, k - 1 - WITHIN), -1):
        above = clauses[i]
        if above.sentence != clause.sentence or above.quotation != clause.quotation:
            return None
        found = idiom(text, above) if clause.tense in TOLD and clause.marker in (None, "that") else None
        if found is not None and 0 <= clause.start - found.end <= 1:
            return i
    return None


def _with_subject(text: str, clauses: Sequence[Clause], clause: Clause) -> Clause:
    """A clause with the subject that stands before its verb, where it hangs on a verb of thinking without "that" and
    the parser gave it none, or that verb's ("Ann reckoned [Tom despised her]")."""
    if clause.governor is None or clause.marker not in (None, "that") or clause.tense not in TOLD:
        return clause
    if clause.marker == "that":
        m = THAT.fullmatch(text, clause.start, clause.verb.start) if clause.subject is None else None
        return clause if m is None else msgspec.structs.replace(clause, subject=Span(m.start("who"), m.end("who")))
    above = clauses[clause.governor]
    if clause.subject not in (None, above.subject) or above.end > clause.verb.start or above.object is not None:
        return clause
    m = SUBJECT.fullmatch(text, above.verb.end, clause.verb.start)
    if m is None or stance_of(text, above) is None:
        return clause
    subject = Span(m.start("who"), m.end("who"))
    return msgspec.structs.replace(
        clause, subject=subject, start=min(clause.start, subject.start), subject_shared=False
    )


def _hangs(text: str, before: Clause, clause: Clause) -> bool:
    beside = before.sentence == clause.sentence and before.quotation == clause.quotation
    if not beside or not before.end <= clause.start <= before.end + 1 or clause.tense not in TOLD:
        return False
    if clause.marker == "that":
        return stance_of(text, before) is not None
    return clause.marker is None and before.object is not None and unaware(text, before)
