"""Who knew, as it comes out in talk: "You knew?", "You didn't know, then", "Does she know?" "Of course."; and that who
is surprised at it did not know that the other knew."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from unspoken import resources
from unspoken.layers.beliefs import Proposition, Stance
from unspoken.layers.clauses import Clause
from unspoken.layers.quotations import Quote
from unspoken.layers.statements import Atom, Claim, Knows, Statement
from unspoken.stages.statements.claims.propositions import few_words
from unspoken.stages.statements.reader import Reader

SURE = 0.65
LONG = 8  # words of what is known
BETWEEN = 200  # code points between a question and its answer
PAST = ("past", "perfect", "pluperfect")
EVER = re.compile(r"\bever\b", re.IGNORECASE)


def known(reader: Reader) -> Iterator[Statement]:
    """Statements of who knows something, as people find or ask it of each other.

    Args:
        reader: has the text, its clauses, who speaks and who writes.
    """
    quotes = sorted((q for q in reader.quotes.values() if q.kind == "speech"), key=lambda q: q.start)
    starts = [q.start for q in quotes]
    for i, clause in enumerate(reader.clauses):
        if clause.lemma not in resources.words("awareness.toml", "guessing") or clause.modal or clause.conditional:
            continue
        quote, letter = reader.voice(clause)
        following = quotes[bisect_right(starts, clause.start) :][:1] if quote is not None else []
        answer = next((q for q in following if _answers(reader, quote, q)), None)
        if letter is not None:
            to = (letter.addressee,) if letter.addressee is not None else ()
            yield from _of_hearer(reader, i, clause, letter.author, to, answer)
        elif quote is not None and quote.kind == "speech":
            yield from _of_hearer(reader, i, clause, quote.speaker, quote.addressees, answer)
            yield from _asked(reader, i, clause, quote, answer)


def _answers(reader: Reader, asked: Quote | None, quote: Quote) -> bool:
    """Whether a quotation is what another says right behind."""
    near = asked is not None and 0 <= quote.start - asked.end <= BETWEEN
    return near and asked is not None and quote.speaker in reader.people and quote.speaker != asked.speaker


def _of_hearer(
    reader: Reader, i: int, clause: Clause, who: str | None, to: tuple[str | None, ...], answer: Quote | None
) -> Iterator[Statement]:
    """ "You knew?", "You knew all along", "You didn't know, then": who says so holds it of the other."""
    hearer = reader.claims.who(clause.subject)
    bare = clause.governor is None and clause.marker is None and not clause.subject_shared
    if who not in reader.people or hearer not in to or hearer in (None, who) or clause.tense not in PAST or not bare:
        return
    if clause.lemma != "know" or not _of_it(reader, i, clause) or _begins(reader, clause, "asking"):
        return
    if EVER.search(reader.text, clause.start, clause.verb.end):  # "the first artist you have ever known"
        return
    if answer is not None and not clause.negated and _says(reader, answer, "denying"):
        return
    claim = _claim(reader, i, clause, hearer or "", not clause.negated)
    stance: Stance = "believes" if clause.negated or clause.question else "knows"
    yield reader.statement("stance", who or "", claim, stance, clause, SURE)
    if not clause.negated and _surprised(reader, clause):
        fact = Claim(
            Proposition("fact", hearer, None, "knew"), True, Atom("fact knew", hearer), True, clause.start, clause.end
        )
        yield reader.statement("ignorant", who or "", fact, "knows", clause, SURE, (who or "",))


def _of_it(reader: Reader, i: int, clause: Clause) -> bool:
    """Whether it is known of what they talk, or what hangs on it; to know somebody, or the way, is no such thing."""
    rest = reader.text[clause.verb.end : clause.end].strip(" ,.!?—–-").lower()
    below = [reader.clauses[k] for k in reader.claims.governed.get(i, ())]
    if below:
        return all(c.tense != "infinitive" for c in below)
    return _pattern("known_so").fullmatch(rest) is not None


def _begins(reader: Reader, clause: Clause, name: str) -> bool:
    return _pattern(name).match(reader.text, clause.start, clause.verb.end) is not None


def _says(reader: Reader, quote: Quote, name: str) -> bool:
    return _pattern(name).match(reader.text, quote.start, quote.end) is not None


def _surprised(reader: Reader, clause: Clause) -> bool:
    """Whether one who says "You knew" finds it out as they speak."""
    end = reader.text[clause.end : clause.end + 2].strip()[:1]
    loud = reader.text[clause.verb.start : clause.verb.end].isupper()
    since = _pattern("long_known").search(reader.text, clause.verb.end, clause.end) is not None
    return clause.question or loud or since or end in ("?", "!") or _alone(reader, clause)


def _alone(reader: Reader, clause: Clause) -> bool:
    """Whether "You knew" is all that somebody says."""
    quote = reader.quotes.get(clause.quotation or "")
    rest = "" if quote is None else reader.text[quote.start : clause.start] + reader.text[clause.end : quote.end]
    return quote is not None and not clause.negated and rest.strip(" ,.“”‘’\"'—–-") == ""


def _claim(reader: Reader, i: int, clause: Clause, who: str, affirmed: bool) -> Claim:
    below = [reader.clauses[k] for k in reader.claims.governed.get(i, ())]
    inner = next((c for k in reader.claims.governed.get(i, ()) if (c := reader.claims.of(k)) is not None), None)
    end = max((c.end for c in below), default=clause.end)
    words = few_words(reader.text[below[0].start : end], LONG) if below else ""
    atom = inner.prop if inner is not None and isinstance(inner.prop, Atom) else None
    prop = Knows(who, atom or Atom(f"fact {words}" if words else "fact", None))
    return Claim(Proposition("knows", who, None, words or None), affirmed, prop, affirmed, clause.start, end)


def _asked(reader: Reader, i: int, clause: Clause, quote: Quote, answer: Quote | None) -> Iterator[Statement]:
    """ "Does she know that you heard?" "No.": who answers knows that she does, or does not; and she does not."""
    who = reader.claims.who(clause.subject)
    talking = (quote.speaker, *quote.addressees)
    if answer is None or who is None or who in talking or who == answer.speaker or not clause.question:
        return
    asks = max((reader.clauses[k].end for k in reader.claims.governed.get(i, ())), default=clause.end)
    if not _begins(reader, clause, "asking") or reader.text[asks : quote.end].strip("?’'”\" "):
        return
    yes, no = _says(reader, answer, "granting"), _says(reader, answer, "denying")
    if yes is no:
        return
    claim = _claim(reader, i, clause, who, yes)
    start, end = clause.start, min(reader.evidence(answer.start + 2), answer.end)
    sure = round(SURE * answer.confidence, 3)
    yield Statement("stance", answer.speaker or "", claim, "knows", (), None, start, end, sure)
    about = next((a for k in reader.claims.governed.get(i, ()) if (a := _subject(reader, k)) not in (None, who)), None)
    if no and about is not None:
        words = claim.proposition.value or ""
        fact = Claim(Proposition("fact", about, None, words), True, Atom(f"fact {words}", about), True, start, end)
        yield Statement("ignorant", who, fact, "knows", (), None, start, end, sure)


def _subject(reader: Reader, k: int) -> str | None:
    return reader.claims.who(reader.clauses[k].subject)


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(resources.table("awareness.toml")["talk"][name], re.IGNORECASE)
