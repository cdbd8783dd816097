"""Hearts that are told of the one whom they are for: "He was nothing to her", "She meant the world to him"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Atom, Claim
from unspoken.stages.statements.claims.propositions import REGARDS
from unspoken.stages.statements.claims.reading import Reading

DENIED = re.compile(r"\b(?:not|never|no longer|hardly|scarcely)\b|n['’]t\b", re.IGNORECASE)


def inverted(reading: Reading, clause: Clause, subject: str) -> Claim | None:
    """What a clause claims of the heart of the one to whom its subject is, or means, something; None: nothing.

    Args:
        reading: who is meant.
        clause: may say so.
        subject: whom its subject means.
    """
    if clause.passive or clause.question:
        return None
    for pattern, value, warm in _idioms().get(clause.lemma, ()):
        for to in (o for o in clause.obliques if o.preposition == "to" and o.start >= clause.verb.end):
            whose = reading.who(to)
            words = reading.text[clause.verb.end : to.start].lower()
            said = pattern.fullmatch(words.rstrip().removesuffix("to").strip())
            if whose not in (None, subject) and said:
                denied = DENIED.search(reading.text, clause.start, to.start) is not None
                return _claim(whose or "", subject, value, warm, denied, clause)
    return None


def _claim(whose: str, subject: str, value: str, warm: bool, denied: bool, clause: Clause) -> Claim:
    nothing = value == "love" and not warm
    predicate = "feels" if value == "love" else "attitude"
    public = Proposition(predicate, whose, subject, value)  # type: ignore[arg-type]
    affirmed = not nothing if not denied else nothing
    return Claim(public, affirmed, Atom(f"{REGARDS} {subject}", whose), warm is not denied, clause.start, clause.end)


@cache
def _idioms() -> Mapping[str, Sequence[tuple[re.Pattern[str], str, bool]]]:
    table = resources.table("beliefs.toml")["to_another"]
    out: dict[str, list[tuple[re.Pattern[str], str, bool]]] = {}
    for verb, rows in table.items():
        out[verb] = [(re.compile(pattern), value, warm) for pattern, value, warm in rows]
    return out
