"""Facts that are kept from somebody, or pass them by: "He kept his illness from her", "She knew nothing of his plan"."""

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
from unspoken.stages.statements.holding import asks
from unspoken.stages.statements.reader import Reader
from unspoken.stages.statements.unseen import partner, unsure

SURE, GUESSED = 0.65, 0.5
CLOSE = 150  # code points around a clause in which somebody talks with who does not know
NEXT = 2  # code points between a clause and the one that tells what is hidden
BEFORE = 40  # code points before a phrase in which "unknown to" may stand
NO = ("nothing", "little", "naught", "nought")
Found = tuple[str, str, int, int]  # who does not know, of whom, and the words that say so


def hidden(reader: Reader) -> Iterator[Statement]:
    """Ignorance of what another is, does or hides, as the narration tells it, or as somebody owns up to it.

    Args:
        reader: has the text, its clauses and who is meant.
    """
    for i, clause in enumerate(reader.clauses):
        if clause.question or (clause.conditional and clause.marker != "lest") or unsure(reader, clause):
            continue
        quote = reader.quotes.get(clause.quotation or "")
        found = chain(_kept(reader, i, clause), _missed(reader, i, clause))
        for holder, about, start, end in found:
            to: tuple[str, ...] = ()
            if clause.quotation is not None:
                if quote is None or not _owned(clause, quote.speaker, quote.addressees, holder, about):
                    continue
                to = (holder,) if holder in (quote.speaker, *quote.addressees) else ()
            yield _statement(reader, holder, about, start, end, to)


def _owned(clause: Clause, speaker: str | None, to: Sequence[str], holder: str, about: str) -> bool:
    """Whether who speaks owns up to who is spoken to ("I deceived you", "I misjudged you"), or tells them what another does
    not know of the speaker."""
    past = clause.tense in ("past", "perfect", "pluperfect") and clause.modal is None
    if about == speaker and holder not in to:  # "I never told him of it"
        return clause.tense in TOLD and clause.lemma not in _words("feigning")
    owning = clause.lemma in chain(
        _words("deceiving"), _words("hiding"), _words("revealing"), ("lie", "tell", "keep", "let")
    )
    return owning and past and speaker is not None and {speaker} == {holder, about} - set(to)


def _kept(reader: Reader, i: int, clause: Clause) -> Iterator[Found]:
    """What somebody does to keep another from knowing."""
    who = reader.claims.who(clause.subject)
    if who is None:
        return
    if (taken := _taken_for(reader, clause)) not in (None, who):
        yield who, taken or "", clause.start, _end(reader, i, clause)
        return
    if clause.modal not in (None, "could", "would") or not _told(reader, clause):
        return
    ways = (_deceived, _lied, _barred, _silent, _let, _feigned, _misled, _masked)
    other = next((found for way in ways if (found := way(reader, i, clause)) is not None), None)
    if clause.passive and clause.lemma in _words("deceiving") and not clause.negated:
        by = (reader.claims.whose(Span(o.start, o.end)) for o in clause.obliques if o.preposition in ("by", "in"))
        if (author := next(filter(None, by), None)) not in (None, who):
            yield who, author or "", clause.start, clause.end
    elif other is not None and other != who:
        yield other, who, clause.start, _end(reader, i, clause)


def _told(reader: Reader, clause: Clause) -> bool:
    """Whether it is told that something is done, or that one cannot bring oneself to it."""
    above = reader.clauses[clause.governor] if clause.governor is not None else None
    meant = above is not None and clause.tense == "infinitive" and above.tense in TOLD
    brings = meant and above is not None and above.lemma == "bring" and above.negated
    hides = (
        meant and clause.lemma in _words("hiding") and above is not None and above.lemma in ("turn", "smile", "laugh")
    )
    return clause.tense in TOLD or brings or hides


def _deceived(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "She had deceived him"."""
    if clause.negated or clause.passive or clause.modal:
        return None
    if clause.lemma == "impose" and clause.object is None:  # "imposed upon him"
        return next(
            (w for o in clause.obliques if o.preposition in ("on", "upon") and (w := reader.claims.who(o))), None
        )
    return reader.claims.who(clause.object) if clause.lemma in _words("deceiving") else None


def _misled(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "She let him think that she was ill", "He made her believe it"."""
    led = clause.lemma in ("let", "make", "lead") and not (clause.negated or clause.passive or clause.modal)
    below = (reader.clauses[k] for k in reader.claims.governed.get(i, ()) if led)
    thinks = any(c.lemma in _words("misled") and _below(reader, reader.index[id(c)], c) is not None for c in below)
    return reader.claims.who(clause.object) if thinks else None


def _masked(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "He turned from her to hide his emotion", "She hid her trouble" in talk with one other."""
    who = reader.claims.who(clause.subject)
    thing = _last(reader, clause.object) in _words("secrets") and clause.object is not None
    own = thing and clause.object is not None and reader.claims.owner(clause.object) == who
    if not own or clause.lemma not in _words("hiding") or clause.negated or clause.modal:
        return None
    above = reader.clauses[clause.governor] if clause.governor is not None else clause
    turned = (reader.claims.who(o) for o in above.obliques if o.preposition in ("from", "away from"))
    return next(filter(None, turned), None) or partner(reader, clause, who or "", CLOSE)


def _taken_for(reader: Reader, clause: Clause) -> str | None:
    """ "She took him for the doctor": who is not the one for whom they are taken."""
    if clause.lemma not in ("take", "mistake") or clause.negated or clause.modal or clause.tense not in TOLD:
        return None
    for_ = any(o.preposition == "for" and reader.claims.whom.at(o.start, o.end) for o in clause.obliques)
    return reader.claims.who(clause.object) if for_ and not clause.passive else None


def _lied(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "She lied to him", "She told him a lie"."""
    lies = clause.lemma == "lie" or (clause.lemma == "tell" and _last(reader, clause.object) in _words("lies"))
    if not lies or clause.negated or clause.modal:
        return None
    return next((w for o in clause.obliques if o.preposition == "to" and (w := reader.claims.who(o))), None)


def _barred(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "He kept the truth from her", "He concealed from her that he was married"."""
    if clause.negated or clause.modal or clause.passive or clause.lemma not in _words("hiding") | {"keep", "withhold"}:
        return None
    thing = _last(reader, clause.object)
    if clause.object is not None and clause.lemma == "keep" and thing not in _words("secrets"):
        return None
    told = clause.object is not None or _below(reader, i, clause) is not None
    if not told or thing in _words("bodily"):
        return None
    return next((w for o in clause.obliques if o.preposition == "from" and (w := reader.claims.who(o))), None)


def _silent(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "He never told her of his debts", "She said nothing to him about it"."""
    nothing = _last(reader, clause.object) in (*NO, "mention")
    to = next((w for o in clause.obliques if o.preposition == "to" and (w := reader.claims.who(o))), None)
    if nothing and clause.lemma in ("say", "tell", "make") and clause.negated:
        of = any(o.preposition in ("of", "about") for o in clause.obliques)
        return to if of else None
    if clause.lemma not in _words("revealing") or not (clause.negated or clause.tense == "infinitive"):
        return None
    hearer = reader.claims.who(clause.object) or to
    about = [o for o in clause.obliques if o.preposition in ("of", "about")]
    secret = _last(reader, clause.object) in _words("secrets")
    brings = clause.tense == "infinitive" and _below(reader, i, clause) is not None
    return hearer if about or secret or brings else None


def _let(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "She would not let him see that she was hurt"."""
    if clause.lemma != "let" or not clause.negated:
        return None
    for k in reader.claims.governed.get(i, ()):
        seen = reader.clauses[k]
        thing = _below(reader, k, seen) is not None or (seen.object is not None and reader.claims.owner(seen.object))
        if seen.lemma in _words("noticing") and thing:
            return reader.claims.who(clause.object)
    return None


def _feigned(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "He pretended not to see her", or pretended something to whom he talks with."""
    if clause.lemma not in _words("feigning") or clause.negated or clause.passive or clause.modal:
        return None
    below = [reader.clauses[k] for k in reader.claims.governed.get(i, ()) if reader.clauses[k].tense == "infinitive"]
    if not below and clause.object is None:
        return None
    who = reader.claims.who(clause.subject)
    seen = (reader.claims.who(c.object) for c in below if c.negated)
    return next(filter(None, seen), None) or partner(reader, clause, who or "", CLOSE)


def _missed(reader: Reader, i: int, clause: Clause) -> Iterator[Found]:
    """What somebody does not know, see or recognise."""
    yield from _undawned(reader, i, clause)
    holder = reader.claims.who(clause.subject)
    if _kept_dark(clause) and holder is not None:
        yield from _of_below(reader, i, clause, holder)
    if clause.modal is not None:
        return
    if clause.tense not in (*TOLD, "participle"):
        return
    yield from _unbeknown(reader, clause)
    if holder is None or clause.passive:
        return
    owner = _unrecognised(reader, clause) or _unguessed(reader, clause) or _unknown(reader, clause)
    if owner is not None and owner != holder:
        yield holder, owner, clause.start, _end(reader, i, clause)


def _undawned(reader: Reader, i: int, clause: Clause) -> Iterator[Found]:
    """ "It never occurred to him that she was lonely", "It had not crossed his mind that ..."."""
    if clause.subject is None or not clause.negated or clause.modal or _last(reader, clause.subject) != "it":
        return
    holder: str | None = None
    if clause.lemma in _words("striking"):
        to = (reader.claims.who(o) for o in clause.obliques if o.preposition in ("to", "on", "upon"))
        holder = next(filter(None, to), None) or reader.claims.who(clause.object)
    elif clause.lemma in ("cross", "enter") and clause.object is not None:
        holder = reader.claims.owner(clause.object)
    if holder is not None:
        yield from _of_below(reader, i, clause, holder)


def _kept_dark(clause: Clause) -> bool:
    """ "lest she should guess", "(so) that he might not see": what another is not to know."""
    if clause.lemma not in _words("noticing") | _words("exposing") or clause.passive:
        return False
    return clause.marker == "lest" or (
        clause.marker == "that" and clause.negated and clause.modal in ("should", "might")
    )


def _of_below(reader: Reader, i: int, clause: Clause, holder: str) -> Iterator[Found]:
    """Whom that is of which is told below, or what is seen, as something that is so."""
    k = _below(reader, i, clause)
    told = reader.clauses[k] if k is not None else None
    about = None
    if told is not None and told.modal is None and told.tense in TOLD:
        about = reader.claims.whose(told.subject) if told.subject is not None else None
    elif clause.object is not None:
        about = reader.claims.owner(clause.object)
    if about not in (None, holder):
        yield holder, about or "", clause.start, _end(reader, i, clause)


def _unrecognised(reader: Reader, clause: Clause) -> str | None:
    """ "He did not recognise her"."""
    return reader.claims.who(clause.object) if clause.negated and clause.lemma in _words("recognising") else None


def _unguessed(reader: Reader, clause: Clause) -> str | None:
    """ "He never guessed her secret", "She did not notice his confusion"."""
    if not clause.negated or clause.object is None or clause.lemma not in _words("noticing"):
        return None
    any_thing = clause.lemma in _words("guessing_at")
    return (
        reader.claims.owner(clause.object) if any_thing or _last(reader, clause.object) in _words("secrets") else None
    )


def _unknown(reader: Reader, clause: Clause) -> str | None:
    """ "He knew nothing of her past", "unaware of her presence"."""
    of = next((o for o in clause.obliques if o.preposition in ("of", "about")), None)
    if of is None:
        return None
    unheeding = not clause.negated and not _words("unheeding").isdisjoint(_all(reader, clause.complement))
    nothing = clause.lemma == "know" and _last(reader, clause.object) in NO
    bare = clause.lemma in ("know", "learn", "dream", "suspect") and clause.object is None and clause.negated
    lacks = clause.lemma == "have" and clause.negated and _last(reader, clause.object) in _words("unknowing")
    if not (unheeding or nothing or bare or lacks):
        return None
    return reader.claims.owner(Span(of.start, of.end)) or (reader.claims.who(of) if unheeding or nothing else None)


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
    if o.preposition == "without" and _last(reader, span) in ("knowledge", "knowing"):
        return reader.claims.owner(span)
    unseen = _unseen().search(before)
    return reader.claims.who(span) if unseen else None


@cache
def _unseen() -> re.Pattern[str]:
    table = resources.table("beliefs.toml")["unbeknown"]
    return re.compile(rf"\b(?:(?:{'|'.join(table['to'].split())}) to|(?:{'|'.join(table['by'].split())}) by) $")


def _below(reader: Reader, i: int, clause: Clause) -> int | None:
    """The clause that tells what is hidden: below this one, or right behind it."""
    for k in reader.claims.governed.get(i, ()):
        c = reader.clauses[k]
        if c.tense != "infinitive" and not c.subject_shared and not asks(reader, clause, k):
            return k
    following = reader.clauses[i + 1] if i + 1 < len(reader.clauses) else clause
    near = 0 <= following.start - clause.end <= NEXT and following.marker in ("that", "how")
    return i + 1 if near else None


def _end(reader: Reader, i: int, clause: Clause) -> int:
    """Where the words that say so end: with what is hidden."""
    k = _below(reader, i, clause)
    ends = [clause.end, *(o.end for o in clause.obliques)]
    if clause.object is not None:
        ends.append(clause.object.end)
    return max(ends) if k is None else max(*ends, reader.clauses[k].end)


def _statement(reader: Reader, holder: str, about: str, start: int, end: int, to: tuple[str, ...]) -> Statement:
    words = " ".join(reader.text[start:end].split()[:12])
    claim = Claim(Proposition("fact", about, None, words), True, Atom(f"fact {words}", about), True, start, end)
    return Statement("ignorant", holder, claim, "knows", to, None, start, end, SURE if not to else GUESSED)


def _words(name: str) -> frozenset[str]:
    return resources.words("beliefs.toml", name)


def _all(reader: Reader, span: Span | None) -> Sequence[str]:
    return reader.text[span.start : span.end].lower().split() if span is not None else ()


def _last(reader: Reader, span: Span | None) -> str:
    return (_all(reader, span) or [""])[-1]
