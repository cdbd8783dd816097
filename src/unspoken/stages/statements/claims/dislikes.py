"""Idioms of dislike: "I cannot bear him", "She couldn't stand the sight of him", "He has no heart"."""

from __future__ import annotations

import re

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim
from unspoken.stages.statements.claims.propositions import REGARDS
from unspoken.stages.statements.claims.reading import Reading

HEARTS = (["heart"], ["soul"], ["feelings"], ["feeling"])
AFTER = 30  # code points after a person in which it is told what they do
RESUMED = re.compile(r"""[,—–-]+["”’']\s+[^"“”\n]{1,60},\s+["“‘'](?P<word>\w+)""")


def unbearable_to(reading: Reading, clause: Clause) -> bool:
    """ "I cannot bear him", "I can't stand the sight of him"; to bear what he does is something else.

    Args:
        reading: who is meant.
        clause: may say so of its object.
    """
    never = clause.negated and clause.modal in ("can", "could")
    if clause.lemma not in resources.words("beliefs.toml", "bearing") or clause.object is None or not never:
        return False
    if reading.who(clause.object) is None:
        return sight(reading, clause) is not None
    return not unbearable_deed(reading, clause)


def unbearable_deed(reading: Reading, clause: Clause) -> bool:
    """ "I cannot bear him to go": it is not he that cannot be borne.

    Args:
        reading: the text.
        clause: may say so of what its object does.
    """
    if clause.lemma not in resources.words("beliefs.toml", "bearing") or clause.object is None:
        return False
    following = _following(reading.text, clause.object.end)
    return following.endswith("ing") or following == "to"


def _following(text: str, end: int) -> str:
    """The word after somebody, though it is told between who says so: "I cannot bear him," said Ann, "[to] go"."""
    resumed = RESUMED.match(text, end)
    words = text[end : end + AFTER].split()
    return resumed["word"] if resumed is not None else words[0] if words else ""


def sight(reading: Reading, clause: Clause) -> str | None:
    """Whose "sight" it is, or whose "company", where that is the object of a verb.

    Args:
        reading: who is meant.
        clause: has the verb.
    """
    words = _words(reading, clause.object)
    if not words or words[-1] not in resources.words("beliefs.toml", "sight"):
        return None
    of = (o for o in clause.obliques if o.preposition == "of" and o.start >= clause.verb.end)
    return reading.owner(clause.object) or next(filter(None, (reading.who(o) for o in of)), None)


def heartless(reading: Reading, clause: Clause) -> Claim | None:
    """ "He has no heart", "She had no feelings".

    Args:
        reading: who is meant.
        clause: may say so of its subject.
    """
    words, subject = _words(reading, clause.object), reading.who(clause.subject)
    if clause.lemma != "have" or words[:1] != ["no"] or words[1:] not in HEARTS:
        return None
    if subject is None or clause.obliques:
        return None
    public, atom = Proposition("feels", subject, None, "love"), Atom(f"{REGARDS} None", subject)
    return Claim(public, False, atom, False, clause.start, clause.end)


def _words(reading: Reading, span: Span | None) -> list[str]:
    return reading.text[span.start : span.end].lower().split() if span is not None else []
