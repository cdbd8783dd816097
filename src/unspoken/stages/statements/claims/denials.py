"""Denials that deny nothing of a heart: "No, I love you", "I love none but you"."""

from __future__ import annotations

import re

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span

NONE_BUT = re.compile(r"(?:none|nobody|no one|no-one|nothing) (?:but|except|save) (?P<whom>\w+)", re.IGNORECASE)

NO_LONGER = re.compile(r"\bno (?:longer|more)\b", re.IGNORECASE)
JOINED = re.compile(
    r"\b(?:never|not|no|none|nothing|nobody|hardly)\b[^.;!?]*,\s*(?:and|but|yet|so|for)\s*$|n['’]t\b[^.;!?]*,\s*(?:and|but|yet|so|for)\s*$",
    re.IGNORECASE,
)
DENIAL = re.compile(r"\b(?:never|not|no|none|nothing|nobody|hardly|scarcely)\b|n['’]t\b", re.IGNORECASE)
NOTHING = re.compile(r"\bnothing\b(?!\s+(?:but|so|more|better|except|less)\b)", re.IGNORECASE)


def denies(text: str, clause: Clause) -> bool:
    """Whether a clause denies what its verb says, by whatever word: "no longer loved her", "cared nothing for her".

    Args:
        text: the whole text.
        clause: the clause.
    """
    if denied_apart(text, clause):
        return False
    nothing = clause.object is not None and NOTHING.search(text, clause.verb.end, clause.end) is not None
    return clause.negated or nothing or NO_LONGER.search(text, clause.start, clause.verb.end) is not None


def denied_apart(text: str, clause: Clause) -> bool:
    """Whether the only denial stands in what is joined on before the subject: "It is never off me, and I love you".

    Args:
        text: the whole text.
        clause: the clause with the denial.
    """
    if clause.subject is None or not clause.start < clause.subject.start < clause.verb.start:
        return False
    apart = JOINED.search(text, clause.start, clause.subject.start) is not None
    return apart and DENIAL.search(text, clause.subject.end, clause.end) is None


def called_out(text: str, clause: Clause) -> bool:
    """Whether the only denial is an answer that stands before what is said ("No, I love you").

    Args:
        text: the whole text.
        clause: the clause with the denial.
    """
    first, *rest = text[clause.start : clause.end].lower().replace("’", "'").split() or [""]
    answers = first == "no," or (first == "no" and rest[:1] in (["i"], ["you"], ["he"], ["she"], ["we"], ["they"]))
    denies = any(w.endswith("n't") or w in resources.words("emotion_grammar.toml", "negations") for w in rest)
    return answers and not denies


def none_but(text: str, clause: Clause) -> Span | None:
    """Whom an object like "none but you" leaves, which affirms what it seems to deny; None: it is none such.

    Args:
        text: the whole text.
        clause: the clause with the object.
    """
    if clause.object is None:
        return None
    m = NONE_BUT.match(text, clause.object.start)
    return Span(m.start("whom"), m.end("whom")) if m else None
