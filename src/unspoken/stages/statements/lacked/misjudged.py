"""People who are misjudged: "She had been mistaken in him", "I have misjudged you", "He did not understand her"."""

from __future__ import annotations

import re

from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.stances import word_set
from unspoken.stages.statements.lacked.telling import all_words
from unspoken.stages.statements.reader import Reader

COLON = re.compile(r"\s*(?:[:;]|--|—|–)\s*")
PAST = ("past", "pluperfect", "perfect", "participle")


def misjudged(reader: Reader, i: int, clause: Clause) -> str | None:
    """Whom the subject of a clause has misjudged, or does not understand; None: nobody.

    Args:
        reader: has who is meant.
        i: the number of the clause.
        clause: may say so.
    """
    if clause.modal is not None or clause.tense not in (*TOLD, "participle"):
        return None
    if not clause.negated and (about := _mistaken_in(reader, clause)) is not None:
        return about
    whom = reader.claims.who(clause.object)
    if clause.lemma in word_set("mistaking") and not (clause.negated or clause.passive):
        return whom if clause.lemma != "mistake" and clause.tense in PAST else None
    fathoms = clause.lemma == "understand" and clause.negated and clause.tense in ("past", "pluperfect")
    alone = clause.quotation is None and not reader.claims.governed.get(i)
    return whom if fathoms and alone else None


def _mistaken_in(reader: Reader, clause: Clause) -> str | None:
    """ "wrong about her", "mistaken in him"."""
    passive = clause.passive and clause.lemma in ("mistake", "deceive")
    said = clause.lemma == "be" and not word_set("wrong").isdisjoint(all_words(reader, clause.complement)[-1:])
    if not (passive or said) or clause.tense not in PAST:
        return None
    about = (o for o in clause.obliques if o.preposition in ("in", "about"))
    found = next((who for o in about if (who := reader.claims.who(Span(o.start, o.end)))), None)
    return found or _told_right_after(reader, clause)


def _told_right_after(reader: Reader, clause: Clause) -> str | None:
    """Whom the narration sets right: "She was mistaken: he came home at ten"."""
    i = reader.index[id(clause)] + 1
    told = reader.clauses[i] if i < len(reader.clauses) else clause
    right_after = COLON.fullmatch(reader.text, clause.end, told.start) is not None
    plain = clause.quotation is None and told.quotation is None and told.modal is None and told.tense in PAST
    return reader.claims.who(told.subject) if right_after and plain else None
