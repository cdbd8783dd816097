"""Whose heart, past or presence it is of which somebody knows nothing, where no clause says it."""

from __future__ import annotations

import re

from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.stances import word_set
from unspoken.stages.statements.lacked.telling import NO, all_words, last_word
from unspoken.stages.statements.reader import Reader

PRONOUNS = (["him"], ["her"], ["me"], ["you"])  # one may know nothing of others, since one never met them
HEEDING = frozenset(("notice", "heed", "mark", "remark", "regard"))
NEXT = 2  # code points between what is not known and the words that say whose it is
NEAR = 8  # and "which he"
COMMA = re.compile(r"[,;:.—–-]|\b(?:and|but|or|nor|so|for|when|while|as)\b")


def unguessed(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "He never guessed her secret", "She did not notice his confusion", "without suspecting the depth of her love".

    Args:
        reader: has the text, its clauses and who is meant.
        i: the number of the clause.
        clause: of who does not see it.
    """
    without = reader.text.startswith("without ", clause.verb.start - len("without "))
    if not (clause.negated or without) or clause.object is None or clause.lemma not in word_set("noticing"):
        return None
    heard = clause.lemma in HEEDING and last_word(reader, clause.object) in word_set("uttered")
    if heard:  # "without noticing her remark": it was heard
        return None
    inward = last_word(reader, clause.object) in word_set("secrets")
    any_thing = clause.lemma in word_set("guessing_at") or inward
    found = reader.claims.owner(clause.object) if any_thing else None
    return found or _deep(reader, clause, clause.object) or _which(reader, i, clause, clause.object)


def _deep(reader: Reader, clause: Clause, thing: Span) -> str | None:
    """Whose heart it is in "the depth of her love", in whom "the change in him" is."""
    next_to = next((o for o in clause.obliques if 0 <= o.start - len(o.preposition) - thing.end <= NEXT), None)
    if next_to is None:
        return None
    span = Span(next_to.start, next_to.end)
    if next_to.preposition == "of" and last_word(reader, span) in word_set("secrets"):
        return reader.claims.owner(span)
    return reader.claims.who(span) if next_to.preposition == "in" else None


def _which(reader: Reader, i: int, clause: Clause, thing: Span) -> str | None:
    """Who did that of which somebody does not know: "the change which he had seen", "the figure he had become"."""
    told = reader.clauses[i + 1] if i + 1 < len(reader.clauses) else clause
    if clause.lemma in ("see", "hear") or reader.claims.who(thing) is not None:  # "had never seen her angry"
        return None
    near = told.sentence == clause.sentence and told.subject is not None and told.subject.start - thing.end <= NEAR
    plain = told.tense in ("past", "pluperfect") and told.marker in (None, "which", "that")
    if not near or not plain or told.modal or told.start < thing.end or clause.quotation is not None:
        return None
    return None if COMMA.search(reader.text, thing.end, told.verb.start) else reader.claims.who(told.subject)


def unknown(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "He knew nothing of her past", "unaware of her presence".

    Args:
        reader: has the text, its clauses and who is meant.
        i: the number of the clause.
        clause: of who does not know.
    """
    of = next((o for o in clause.obliques if o.preposition in ("of", "about")), None)
    if of is None:
        return None
    unheeding = not clause.negated and not word_set("unheeding").isdisjoint(all_words(reader, clause.complement))
    nothing = clause.lemma == "know" and last_word(reader, clause.object) in NO
    anybody = unheeding or (nothing and all_words(reader, Span(of.start, of.end))[-1:] in PRONOUNS)
    bare = clause.lemma in ("know", "learn", "dream", "suspect", "hear") and clause.object is None and clause.negated
    lacks = clause.lemma == "have" and clause.negated and last_word(reader, clause.object) in word_set("unknowing")
    if not (unheeding or nothing or bare or lacks):
        return None
    found = reader.claims.owner(Span(of.start, of.end)) or (reader.claims.who(of) if anybody else None)
    return found or (_which(reader, i, clause, Span(of.start, of.end)) if unheeding else None)
