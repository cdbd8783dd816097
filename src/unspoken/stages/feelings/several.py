"""A feeling of more than one: "Ann and Tom laughed", "they both wept"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from unspoken.layers.clauses import Clause
from unspoken.stages.feelings.cues import Cue
from unspoken.stages.feelings.page import Page, word_set
from unspoken.stages.mentions.nominals import nouns


def each(page: Page, cue: Cue) -> Iterator[Cue]:
    """The cue of each of those who feel so: the cue itself, where it is of one.

    Args:
        page: the text as columns of words.
        cue: a feeling; who feels it may not be known.
    """
    clause = page.clause_at(cue.first)
    if clause is None and page.lower[max(0, cue.first - 1)] == "how":
        clause = page.clause_at(min(cue.last + 1, len(page) - 1))  # "How happy [they were]!"
    people = () if clause is None else _listed(page, clause, cue) if cue.who else _both(page, clause, cue)
    if not people:
        yield cue
    for who in people:
        if cue.who is None and who == cue.target:
            continue  # "They owed it all to him": "they" are others too
        yield replace(cue, who=who, target=None if cue.who and cue.target in people else cue.target)


def _listed(page: Page, clause: Clause, cue: Cue) -> tuple[str, ...]:
    """Those whom the subject lists, where the one who is said to feel it is the first of them."""
    if clause.subject is None or page.head(clause.subject) != cue.who:
        return ()
    first, k = page.token_at(clause.subject.start), page.token_at(clause.subject.end)
    people = [cue.who] if cue.who else []
    while page.lower[k : k + 1] in (["and"], [","]) and page.end[k] < clause.verb.start:
        last, who = page.other_at(k + 1)
        if who is None or page.end[last] > clause.verb.start or page.lower[last + 1 : last + 2] == ["'s"]:
            break
        people, k = [*people, who], last + 1
    if len(people) > 1 or page.lower[max(0, first - 1)] == "and":
        people = [*_before(page, first), *people]
    return tuple(dict.fromkeys(people)) if len(people) > 1 else ()


def _before(page: Page, first: int) -> list[str]:
    """Those listed before the mention that begins at token ``first``: "[Ann], Ben and Tom"."""
    people: list[str] = []
    while first > 1 and page.lower[first - 1] in ("and", ",") and page.clause[first - 2] == page.clause[first]:
        found = page.ends.get(first - 2)
        if found is None or page.sentence[found[0]] != page.sentence[first]:
            break
        first, people = found[0], [found[1], *people]
    return people


def _both(page: Page, clause: Clause, cue: Cue) -> tuple[str, ...]:
    """The two of whom "they" or "we" is said."""
    said = {page.lower[k] for k in page.tokens(clause.subject)} if clause.subject is not None else {"the"}
    quote, ours = page.quote_at(cue.first), not said.isdisjoint(("we", "us"))
    if not said <= word_set("pairs") or said <= {"the", "of", "them", "us"} or page.writing_at(cue.first) is not None:
        return ()
    if quote is not None:
        return (quote.speaker,) if ours and quote.speaker else ()  # who else is meant is not told
    if not ours and clause.subject is not None and _others(page, page.token_at(clause.subject.start)):
        return ()
    named = {page.narrator} if ours and page.narrator else set()
    for start in _paragraphs(page, cue.first):
        named |= {page.ends[k][1] for k in range(start, cue.first) if k in page.ends and page.speech[k] < 0}
        if len(named) > 1:
            break
    return tuple(sorted(who for who in named if who)) if len(named) == 2 else ()


def _others(page: Page, k: int) -> bool:
    """Whether "they" at token ``k`` may as well take up other people or things that were named since anybody was: "her
    eyes grew soft; they became ..."."""
    start, _ = page.paragraph(page.start[k])
    since = range(k - 1, page.token_at(start) - 1, -1)
    for j in since:
        if j in page.ends:
            return False
        many = page.pos[j] == "NOUN" and page.lower[j] != page.lemma[j]
        if many and (page.lemma[j] in nouns() or page.lemma[j] in word_set("shown")):
            return True
    return False


def _paragraphs(page: Page, i: int) -> tuple[int, int]:
    """Where the paragraph of token ``i`` begins, and the one before it."""
    start, _ = page.paragraph(page.start[i])
    before, _ = page.paragraph(max(0, start - 3))
    return page.token_at(start), page.token_at(before)
