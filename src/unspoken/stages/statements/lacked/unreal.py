"""What somebody would have to know, and does not: "If he had known that she wept", "If you only knew how I waited"."""

from __future__ import annotations

from collections.abc import Iterator

from unspoken.layers.clauses import Clause
from unspoken.stages.stances import word_set
from unspoken.stages.statements.held.passing import compared
from unspoken.stages.statements.lacked.telling import Found, below, end_of, last_word
from unspoken.stages.statements.reader import Reader


def unreal(reader: Reader, i: int, clause: Clause) -> Iterator[Found]:
    """Who does not know, by a condition that is not so, and of whom.

    Args:
        reader: has the text, its clauses and who is meant.
        i: the number of the clause.
        clause: of the condition.
    """
    holder = reader.claims.who(clause.subject)
    if holder is None or clause.negated or clause.lemma not in word_set("fathoming") | word_set("guessing_at"):
        return
    if not _unreal(reader, clause) or compared(reader, clause):
        return
    k = below(reader, i, clause)
    told = reader.clauses[k].subject if k is not None else None
    if told is None and last_word(reader, clause.object) in word_set("secrets"):
        told = clause.object
    about = reader.claims.whose(told) if told is not None else None
    if about not in (None, holder):
        yield holder, about or "", clause.start, end_of(reader, i, clause)


def _unreal(reader: Reader, clause: Clause) -> bool:
    """ "If he had known", "Had he known", "If you only knew"; "if he knew it, he said nothing" may be so."""
    words = reader.text[clause.start : clause.verb.end].lower().split()
    opens = clause.marker == "if" or "if" in words[:2] or words[0] == "had"
    only = not {"only", "but"}.isdisjoint(words) or (clause.quotation is not None and "you" in words)
    return opens and (clause.tense == "pluperfect" or (clause.tense == "past" and only))
