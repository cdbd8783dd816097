"""Facts that are kept from somebody, or pass them by: "He kept his illness from her", "She knew nothing of it"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause, Oblique
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.stances import word_set
from unspoken.stages.statements.lacked.keeping import kept
from unspoken.stages.statements.lacked.misjudged import misjudged
from unspoken.stages.statements.lacked.telling import Found, below, end_of, last_word
from unspoken.stages.statements.lacked.unguessed import unguessed, unknown
from unspoken.stages.statements.lacked.unreal import unreal
from unspoken.stages.statements.lacked.unseen import unsure
from unspoken.stages.statements.lacked.withheld import withheld
from unspoken.stages.statements.reader import Reader

SURE, GUESSED = 0.65, 0.5
NEED = re.compile(r"\bneed(?:n['’]t)?\b", re.IGNORECASE)  # "You need not tell me of it"
LESS = re.compile(r"\b(?:much|everything|all|exactly|quite|whole)\b", re.IGNORECASE)  # "did not tell me all of it"
BEFORE = 40  # code points before a phrase in which "unknown to" may stand


def hidden(reader: Reader) -> Iterator[Statement]:
    """Ignorance of what another is, does or hides, as the narration tells it, or as somebody owns up to it.

    Args:
        reader: has the text, its clauses and who is meant.
    """
    for i, clause in enumerate(reader.clauses):
        quote = reader.quotes.get(clause.quotation or "")
        found = chain(unreal(reader, i, clause), () if _unsaid(reader, clause) else _plain(reader, i, clause))
        for holder, about, start, end in found:
            to: tuple[str, ...] = ()
            if clause.quotation is not None:
                if quote is None or not _owned(clause, quote.speaker, quote.addressees, holder, about):
                    continue
                to = (holder,) if holder in (quote.speaker, *quote.addressees) else ()
            elif misjudged(reader, i, clause) == about and _finds(reader, clause, holder):
                to = (holder,)
            yield _statement(reader, holder, about, start, end, to)


def _unsaid(reader: Reader, clause: Clause) -> bool:
    """Whether a clause only supposes something, or says it by halves."""
    refuses = clause.lemma == "let" and clause.modal == "would" and clause.marker is None
    due = clause.lemma in word_set("revealing") and clause.modal == "should"  # "I should have told you"
    supposed = clause.conditional and not (refuses or due or clause.marker == "lest")
    partly = clause.negated and LESS.search(reader.text, clause.verb.start, clause.end) is not None
    needless = NEED.search(reader.text, clause.start, clause.verb.start) is not None
    return supposed or partly or needless or unsure(reader, clause)


def _plain(reader: Reader, i: int, clause: Clause) -> Iterator[Found]:
    """What a clause says outright."""
    yield from withheld(reader, i, clause)
    if not clause.question:
        yield from kept(reader, i, clause)
        yield from _missed(reader, i, clause)


def _finds(reader: Reader, clause: Clause, holder: str) -> bool:
    """Whether somebody finds that they have misjudged another ("She saw that she had been wrong about him")."""
    above = reader.clauses[clause.governor] if clause.governor is not None else None
    knows = above is not None and above.lemma in word_set("knowing") and not above.negated
    return knows and above is not None and reader.claims.who(above.subject) == holder


def _owned(clause: Clause, speaker: str | None, to: Sequence[str], holder: str, about: str) -> bool:
    """Whether who speaks owns up to who is spoken to ("I deceived you"), or tells them what another
    does not know of the speaker."""
    past = clause.tense in ("past", "perfect", "pluperfect") and clause.modal is None
    told = {speaker, *to}
    if clause.conditional or (clause.lemma in word_set("fathoming") and clause.tense == "pluperfect"):  # "Had I known"
        return True
    if clause.lemma in word_set("revealing") and (clause.negated or clause.modal in ("ought", "should")):
        return True  # "Do not tell him that ...", "I should have told you that ..."
    if clause.modal == "must":  # "He must never know"
        return holder not in told
    if holder == speaker and past and clause.lemma in chain(word_set("mistaking"), ("be",)):  # "I was wrong about you"
        return True
    if about == speaker and holder not in to:  # "I never told him of it"
        return clause.tense in TOLD and clause.lemma not in word_set("feigning")
    owning = clause.lemma in chain(
        word_set("deceiving"), word_set("hiding"), word_set("revealing"), ("lie", "tell", "keep", "let")
    )
    return owning and past and speaker is not None and {speaker} == {holder, about} - set(to)


def _missed(reader: Reader, i: int, clause: Clause) -> Iterator[Found]:
    """What somebody does not know, see or recognise."""
    yield from _undawned(reader, i, clause)
    holder = reader.claims.who(clause.subject)
    if _kept_dark(clause) and holder is not None:
        yield from _of_below(reader, i, clause, holder)
    if clause.modal is not None or clause.tense not in (*TOLD, "participle"):
        return
    yield from _unbeknown(reader, clause)
    if holder is None or (clause.passive and not misjudged(reader, i, clause)):
        return
    if (whom := misjudged(reader, i, clause)) not in (None, holder):
        yield holder, whom or "", clause.start, end_of(reader, i, clause)
        return
    owner = _unrecognised(reader, clause) or unguessed(reader, i, clause) or unknown(reader, i, clause)
    if owner is not None and owner != holder:
        yield holder, owner, clause.start, end_of(reader, i, clause)


def _undawned(reader: Reader, i: int, clause: Clause) -> Iterator[Found]:
    """ "It never occurred to him that she was lonely", "It had not crossed his mind that ..."."""
    if clause.subject is None or not clause.negated or clause.modal or last_word(reader, clause.subject) != "it":
        return
    holder: str | None = None
    if clause.lemma in word_set("striking"):
        to = (reader.claims.who(o) for o in clause.obliques if o.preposition in ("to", "on", "upon"))
        holder = next(filter(None, to), None) or reader.claims.who(clause.object)
    elif clause.lemma in ("cross", "enter") and clause.object is not None:
        holder = reader.claims.owner(clause.object)
    if holder is not None:
        yield from _of_below(reader, i, clause, holder, could=True)


def _kept_dark(clause: Clause) -> bool:
    """ "lest she should guess", "(so) that he might not see": what another is not to know."""
    if clause.lemma not in word_set("noticing") | word_set("exposing") or clause.passive:
        return False
    return clause.marker == "lest" or (
        clause.marker == "that" and clause.negated and clause.modal in ("should", "might")
    )


def _of_below(reader: Reader, i: int, clause: Clause, holder: str, could: bool = False) -> Iterator[Found]:
    """Whom that is of which is told below, or what is seen, as something that is so; or, where it never occurred to
    somebody, what could be."""
    k = below(reader, i, clause)
    told = reader.clauses[k] if k is not None else None
    about = None
    if told is not None and (could or told.modal is None) and told.tense in TOLD:
        about = reader.claims.whose(told.subject) if told.subject is not None else None
    elif clause.object is not None:
        about = reader.claims.owner(clause.object)
    if about not in (None, holder):
        yield holder, about or "", clause.start, end_of(reader, i, clause)


def _unrecognised(reader: Reader, clause: Clause) -> str | None:
    """ "He did not recognise her"."""
    return reader.claims.who(clause.object) if clause.negated and clause.lemma in word_set("recognising") else None


def _unbeknown(reader: Reader, clause: Clause) -> Iterator[Found]:
    """ "Unknown to him she had paid", "without his knowledge", "unnoticed by her"."""
    about = reader.claims.who(clause.subject)
    for o in clause.obliques if about is not None and clause.tense in TOLD and not clause.negated else ():
        holder = _outside(reader, o)
        if holder not in (None, about):
            yield holder or "", about or "", min(clause.start, o.start), max(clause.end, o.end)


def _outside(reader: Reader, o: Oblique) -> str | None:
    """Who does not know of what is done by the words of a phrase with a preposition."""
    span, before = Span(o.start, o.end), reader.text[max(0, o.start - BEFORE) : o.start].lower()
    if o.preposition == "without" and last_word(reader, span) in ("knowledge", "knowing"):
        return reader.claims.owner(span)
    unseen = _unseen().search(before)
    return reader.claims.who(span) if unseen else None


@cache
def _unseen() -> re.Pattern[str]:
    table = resources.table("beliefs.toml")["unbeknown"]
    to, by = "|".join(table["to"].split()), "|".join(table["by"].split())
    return re.compile(rf"(?<!\bnot )(?<!\bnever )\b(?:(?:{to}) to|(?:{by}) by) $")


def _statement(reader: Reader, holder: str, about: str, start: int, end: int, to: tuple[str, ...]) -> Statement:
    words = " ".join(reader.text[start:end].split()[:12])
    claim = Claim(Proposition("fact", about, None, words), True, Atom(f"fact {words}", about), True, start, end)
    return Statement("ignorant", holder, claim, "knows", to, None, start, end, SURE if not to else GUESSED)
