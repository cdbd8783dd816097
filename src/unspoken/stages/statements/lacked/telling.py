"""Words and clauses that tell what somebody does not know: lists of words, and the clause that says what it is."""

from __future__ import annotations

from collections.abc import Sequence

from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.statements.held.holding import asks
from unspoken.stages.statements.reader import Reader

NEXT = 2  # code points between a clause and the one that tells what is hidden
NO = ("nothing", "little", "naught", "nought")
Found = tuple[str, str, int, int]  # who does not know, of whom, and the words that say so


def below(reader: Reader, i: int, clause: Clause) -> int | None:
    """The clause that tells what is hidden: below this one, or right behind it.

    Args:
        reader: has the clauses.
        i: the number of the clause.
        clause: of who does not know, or is not told.
    """
    for k in reader.claims.governed.get(i, ()):
        c = reader.clauses[k]
        if c.tense != "infinitive" and not c.subject_shared and not asks(reader, clause, k):
            return k
    following = reader.clauses[i + 1] if i + 1 < len(reader.clauses) else clause
    near = 0 <= following.start - clause.end <= NEXT and following.marker in ("that", "how")
    return i + 1 if near else None


def end_of(reader: Reader, i: int, clause: Clause) -> int:
    """Where the words that say so end: with what is hidden.

    Args:
        reader: has the clauses.
        i: the number of the clause.
        clause: of who does not know, or is not told.
    """
    k = below(reader, i, clause)
    ends = [clause.end, *(o.end for o in clause.obliques)]
    if clause.object is not None:
        ends.append(clause.object.end)
    return max(ends) if k is None else max(*ends, reader.clauses[k].end)


def all_words(reader: Reader, span: Span | None) -> Sequence[str]:
    """The words of a phrase.

    Args:
        reader: has the text.
        span: of a phrase.
    """
    return reader.text[span.start : span.end].lower().split() if span is not None else ()


def last_word(reader: Reader, span: Span | None) -> str:
    """The last word of a phrase.

    Args:
        reader: has the text.
        span: of a phrase.
    """
    return (all_words(reader, span) or [""])[-1]
