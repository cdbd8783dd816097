"""Whether a clause tells what happened, and whether that lies before what is told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.stages.relationships.deeds.happenings import ONCE
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.ties.roles import unreal

TOLD = frozenset({"past", "present", "perfect", "pluperfect", "participle"})
REPORTED_TENSES = frozenset({"past", "perfect", "pluperfect"})
THIRD = frozenset({"he", "him", "she", "her", "they", "them", "both"})
TO_COME = frozenset({"before", "till", "until", "if", "unless", "whether"})
DATING = frozenset({"since", "before", "after"})  # what they open was so before what is told
CHAIN = 10  # clauses that may share one subject and one "had"
BEFORE = 9  # code points before a clause that may still hedge it ("perhaps he kissed her")


def real(i: int, clauses: Sequence[Clause]) -> bool:
    """Whether clause ``i`` is told as having happened: not denied, supposed, wished, asked or to come.

    What somebody of the story says must be of the past; "she would live for it, die for it" shares its "would",
    "she meant to rise and kiss him" its "to".
    """
    clause = clauses[i]
    if clause.negated or clause.modal or clause.conditional or clause.question or clause.tense not in TOLD:
        return False
    if clause.quotation is not None and clause.tense not in REPORTED_TENSES:
        return False
    before = clauses[i - 1] if clause.subject_shared and i else None
    if before and (before.modal or before.conditional or (before.tense == "infinitive" and clause.tense == "present")):
        return False
    if clause.governor is None:
        return True
    above = clauses[clause.governor]
    asked = above.tense == "imperative"  # "Tell me that you forgive me"
    return above.lemma not in unreal() and not above.negated and not above.conditional and not asked


def imagined(people: People, clause: Clause) -> bool:
    """Whether words of a clause, or just before it, say that it is only imagined or guessed."""
    pattern = re.compile(resources.table("relationship_verbs.toml")["imagined"]["pattern"], re.I)
    return pattern.search(people.text, max(0, clause.start - BEFORE), clause.end) is not None


def hearsay(people: People, clause: Clause, type_: str) -> bool:
    """Whether what somebody tells of is of people whom only pronouns mean, or a wedding that is still to come."""
    spans = [span for span in (clause.subject, clause.object) if span is not None]
    unnamed = any(people.text[span.start : span.end].lower() in THIRD for span in spans)
    return unnamed or (type_ != "die" and clause.marker in TO_COME)


def earlier(i: int, clauses: Sequence[Clause]) -> bool:
    """Whether clause ``i`` tells of what was before, itself or with the one it shares its subject with ("He had written
    to her and kissed her")."""
    for clause in (clauses[j] for j in range(i, max(-1, i - CHAIN), -1)):
        if clause.tense == "pluperfect" and clause.sentence == clauses[i].sentence:
            return True
        if not clause.subject_shared:
            return False
    return False


def long_ago(clause: Clause, type_: str) -> bool:
    """Whether a clause only dates something else ("since her father died"), or tells in talk of an old wedding."""
    if clause.quotation is not None and (type_ != "die" or clause.marker == "when"):
        return True
    return clause.marker in DATING or (clause.marker == "when" and type_ in ONCE)
