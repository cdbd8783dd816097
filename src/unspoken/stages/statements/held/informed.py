"""Who has been told and who has not, and who knew all the while, as people say it of each other: "She told you, then",
"He hasn't told you", "Your mother has known since May"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from unspoken import resources
from unspoken.layers.beliefs import Proposition, Stance
from unspoken.layers.clauses import Clause
from unspoken.layers.quotations import Quote
from unspoken.layers.statements import Atom, Claim, Knows, Statement
from unspoken.stages.statements.claims.propositions import few_words
from unspoken.stages.statements.reader import Reader

SURE = 0.55
LONG = 8  # words of what is known
TAIL = 4  # code points behind a clause in which its last mark stands
HAS = re.compile(r"['’]s(?: not| never| already| just| gone and)? told$", re.IGNORECASE)
PAST = ("past", "perfect", "pluperfect")


def informed(reader: Reader) -> Iterator[Statement]:
    """Statements of who knows something, since they were told it, or were not.

    Args:
        reader: has the text, its clauses and who speaks.
    """
    for i, clause in enumerate(reader.clauses):
        quote = reader.quotes.get(clause.quotation or "")
        if quote is None or quote.kind != "speech" or quote.speaker not in reader.people:
            continue
        if clause.modal or clause.conditional or clause.marker is not None or clause.governor is not None:
            continue
        if (clause.tense in PAST and not clause.passive) or _has(reader, clause):
            yield from _told(reader, i, clause, quote)
            yield from _known_since(reader, i, clause, quote)


def _has(reader: Reader, clause: Clause) -> bool:
    """ "She's not told you": the mark stands for "has", for all that it may be read as "is"."""
    after = clause.object is not None and clause.object.start > clause.verb.end
    return clause.passive and after and HAS.search(reader.text, clause.start, clause.verb.end) is not None


def _told(reader: Reader, i: int, clause: Clause, quote: Quote) -> Iterator[Statement]:
    """ "She told you", "He's not told you, then": the one spoken to knows it, or does not."""
    teller, hearer = reader.claims.who(clause.subject), reader.claims.who(clause.object)
    if clause.lemma != "tell" or hearer not in quote.addressees or teller in (None, hearer, quote.speaker):
        return
    if reader.claims.governed.get(i) or clause.object is None or (clause.question and not clause.negated):
        return
    if _pattern("told_so").fullmatch(reader.text[clause.object.end : clause.end].strip(" ,.!?—–-’'”\"")) is None:
        return
    claim = _claim(reader, clause, hearer or "", "", not clause.negated)
    stance: Stance = "believes" if clause.negated or clause.question else "knows"
    yield reader.statement("stance", quote.speaker or "", claim, stance, clause, SURE)


def _known_since(reader: Reader, i: int, clause: Clause, quote: Quote) -> Iterator[Statement]:
    """ "Your mother has known since May", "He knew all along": who says so knows it; who is told of it held them not to
    know."""
    who = reader.claims.who(clause.subject)
    if clause.lemma != "know" or clause.negated or clause.question or who in (None, quote.speaker, *quote.addressees):
        return
    words = reader.text[clause.verb.end : min(clause.end + TAIL, quote.end)]
    if reader.claims.governed.get(i) or _pattern("known_since").match(words) is None:
        return
    yield reader.statement(
        "stance", quote.speaker or "", _claim(reader, clause, who or "", words, True), "knows", clause, SURE
    )
    for hearer in quote.addressees if len(quote.addressees) == 1 and not reader.crowded else ():
        if hearer in reader.people:
            fact = Claim(
                Proposition("fact", who, None, "knew"), True, Atom("fact knew", who), True, clause.start, clause.end
            )
            yield reader.statement("ignorant", hearer, fact, "believes", clause, SURE, (hearer,))


def _claim(reader: Reader, clause: Clause, who: str, words: str, affirmed: bool) -> Claim:
    said = few_words(words, LONG)
    prop = Knows(who, Atom(f"fact {said}" if said else "fact", None))
    return Claim(Proposition("knows", who, None, said or None), affirmed, prop, affirmed, clause.start, clause.end)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(resources.table("awareness.toml")["informed"][name], re.IGNORECASE)
