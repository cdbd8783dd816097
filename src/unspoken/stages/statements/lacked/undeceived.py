"""Errors as those tell them who no longer make them: "I made sure that it was Ann", "I could have sworn you hated it",
and of one whom the narration follows, "She had always supposed that he was proud". In a work of many people not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.quotations import Quote
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.statements.claims.propositions import few_words
from unspoken.stages.statements.reader import Reader

SURE, LESS = 0.55, 0.5
PARTED = re.compile(r"[.!;]")
LEAD = 40  # code points before a clause in which it is led up to


def undeceived(reader: Reader) -> Iterator[Statement]:
    """Statements of errors about others, in the words of those who made them.

    Args:
        reader: has the text, its clauses, who speaks and through whose eyes it is told.
    """
    for i, clause in enumerate(reader.clauses) if not reader.crowded else ():
        quote, letter = reader.voice(clause)
        holder = reader.claims.who(clause.subject)
        if holder not in reader.people or clause.negated or clause.conditional:
            continue
        if quote is not None and holder in quote.addressees and _frame(reader, clause, "asked"):
            yield from _asked(reader, i, clause, quote, holder or "")
        if clause.question:
            continue
        if letter is not None or quote is not None:
            who = letter.author if letter is not None else quote.speaker if quote is not None else None
            if who == holder and _frame(reader, clause, "said"):
                yield from _wrong(reader, i, clause, holder or "", SURE)
        elif _frame(reader, clause, "told"):
            scene = reader.scene(clause.start)
            mind = None if scene is None else reader.narrator if scene.person == "first" else scene.focal
            if mind == holder:
                yield from _wrong(reader, i, clause, holder or "", LESS)


def _asked(reader: Reader, i: int, clause: Clause, quote: Quote, holder: str) -> Iterator[Statement]:
    """ "You thought I had found you out?", "You thought it was that?": who asks so says that it was not."""
    ends = reader.text[quote.start : quote.end].find("?", clause.verb.start - quote.start)
    speaker, told = quote.speaker, [reader.clauses[k] for k in reader.claims.governed.get(i, ())]
    if (
        ends < 0
        or not told
        or speaker not in reader.people
        or len(quote.addressees) != 1
        or clause.governor is not None
    ):
        return
    first, stop = told[0], reader.text[clause.verb.end : quote.start + ends]
    if reader.claims.of(reader.index[id(first)]) is not None:
        return  # "You thought I hated you?" is taken back elsewhere
    own = first.subject is not None and (reader.claims.who(first.subject) == speaker or _so(reader, first))
    if own and not PARTED.search(stop) and first.start >= clause.verb.end:
        yield _error(reader, clause, first, holder, speaker or "", (holder,), SURE)


def _so(reader: Reader, told: Clause) -> bool:
    """ "it was that", "it was me": not "it was raining"."""
    it = told.subject is not None and reader.text[told.subject.start : told.subject.end].lower() in ("it", "that")
    if not it or told.lemma != "be" or told.complement is None:
        return False
    said = reader.text[told.complement.start : told.complement.end].lower()
    return said in ("that", "this", "so") or reader.claims.who(told.complement) is not None


def _frame(reader: Reader, clause: Clause, name: str) -> bool:
    """Whether the words from its subject on say that somebody held something then."""
    start = clause.subject.start if clause.subject is not None else clause.start
    return _pattern(name).match(reader.text, start, clause.verb.end + LEAD) is not None


def _wrong(reader: Reader, i: int, clause: Clause, holder: str, sure: float) -> Iterator[Statement]:
    """Of whom that is which was held: of whom it tells, or who it was thought to be."""
    for k in reader.claims.governed.get(i, ()):
        told = reader.clauses[k]
        if told.start < clause.verb.start or told.tense not in TOLD or told.question:
            continue
        about = _meant(reader, told)
        if (
            about in (None, holder)
            or about not in reader.people
            or _pattern("place").match(reader.text, told.verb.start)
        ):
            return
        yield _error(reader, clause, told, holder, about or "", (holder,) if clause.quotation is not None else (), sure)
        return


def _error(
    reader: Reader, clause: Clause, told: Clause, holder: str, about: str, to: tuple[str, ...], sure: float
) -> Statement:
    """The statement that somebody was wrong about another, and of what."""
    quote = reader.quotes.get(clause.quotation or "")
    words = "not " * told.negated + few_words(reader.text[told.verb.start : told.end])
    atom = Atom(f"fact {words}", about)
    fact = Claim(Proposition("fact", about, None, words), True, atom, True, told.start, told.end)
    start, end = clause.start, reader.evidence(max(told.end, clause.end))
    confidence = round(sure * (quote.confidence**0.5 if quote is not None else 1.0), 3)
    return Statement("ignorant", holder, fact, "believes", to, None, start, end, confidence)


def _meant(reader: Reader, told: Clause) -> str | None:
    """Of whom a clause tells; of "it was Ann" Ann, of "it was your wife" the one whose wife she is."""
    it = told.subject is not None and reader.text[told.subject.start : told.subject.end].lower() in ("it", "that")
    if not it or told.lemma != "be":
        return reader.claims.whose(told.subject) if told.subject is not None else None
    owned = told.complement is not None and reader.text.startswith("your ", told.complement.start)
    return reader.claims.owner(told.complement) if owned else reader.claims.who(told.complement)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(resources.table("awareness.toml")["undeceived"][name], re.IGNORECASE)
