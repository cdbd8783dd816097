"""What somebody does to keep another from knowing: deceives, lies, hides, says nothing, pretends."""

from __future__ import annotations

from collections.abc import Iterator

from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.stances import word_set
from unspoken.stages.statements.claims.propositions import heart
from unspoken.stages.statements.lacked.telling import NO, Found, below, end_of, last_word
from unspoken.stages.statements.lacked.unseen import partner
from unspoken.stages.statements.reader import Reader

ROBBED = frozenset(("of", "out of", "in", "at", "over"))  # "cheated him at cards"
CLOSE = 150  # code points around a clause in which somebody talks with who does not know


def kept(reader: Reader, i: int, clause: Clause) -> Iterator[Found]:
    """What somebody does to keep another from knowing.

    Args:
        reader: has the text, its clauses and who is meant.
        i: the number of the clause.
        clause: of what is done.
    """
    who = reader.claims.who(clause.subject)
    if who is None:
        return
    if (taken := _taken_for(reader, clause)) not in (None, who):
        yield who, taken or "", clause.start, end_of(reader, i, clause)
        return
    if clause.modal not in (None, "could", "would") or not _told(reader, clause):
        return
    ways = (_deceived, _lied, _barred, _silent, _let, _feigned, _misled, _masked)
    other = next((found for way in ways if (found := way(reader, i, clause)) is not None), None)
    if clause.passive and clause.lemma in word_set("deceiving") and not clause.negated:
        by = (reader.claims.whose(Span(o.start, o.end)) for o in clause.obliques if o.preposition in ("by", "in"))
        if (author := next(filter(None, by), None)) not in (None, who):
            yield who, author or "", clause.start, clause.end
    elif other is not None and other != who:
        yield other, _topic(reader, i, clause, other) or who, clause.start, end_of(reader, i, clause)


def _topic(reader: Reader, i: int, clause: Clause, other: str) -> str | None:
    """Of whom that is told which is kept from somebody ("did not tell him that Ann was there")."""
    inner = next((k for k in reader.claims.governed.get(i, ()) if reader.clauses[k].lemma in word_set("misled")), i)
    k = below(reader, inner, reader.clauses[inner])
    about = reader.claims.whose(told) if k is not None and (told := reader.clauses[k].subject) is not None else None
    return about if about != other else None


def _told(reader: Reader, clause: Clause) -> bool:
    """Whether it is told that something is done, or that one cannot bring oneself to it."""
    above = reader.clauses[clause.governor] if clause.governor is not None else None
    meant = above is not None and clause.tense == "infinitive" and above.tense in TOLD
    next_to = clause.governor is not None and reader.index[id(clause)] == clause.governor + 1  # no "force him to tell"
    brings = meant and next_to and above is not None and above.lemma == "bring" and above.negated
    hides = (
        meant and clause.lemma in word_set("hiding") and above is not None and above.lemma in ("turn", "smile", "laugh")
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
    robbed = clause.lemma == "cheat" and any(o.preposition in ROBBED for o in clause.obliques)
    return reader.claims.who(clause.object) if clause.lemma in word_set("deceiving") and not robbed else None


def _misled(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "She let him think that she was ill", "He made her believe it"; what "led her to believe it" may be a
    sign, and true."""
    lets = clause.lemma in ("let", "make") or (clause.lemma == "lead" and clause.tense in ("perfect", "pluperfect"))
    led = lets and not (clause.negated or clause.passive or clause.modal)
    inner = (reader.clauses[k] for k in reader.claims.governed.get(i, ()) if led)
    thinks = any(c.lemma in word_set("misled") and below(reader, reader.index[id(c)], c) is not None for c in inner)
    return reader.claims.who(clause.object) if thinks else None


def _masked(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "He turned from her to hide his emotion", "She hid her trouble" in talk with one other."""
    who = reader.claims.who(clause.subject)
    thing = last_word(reader, clause.object) in word_set("secrets") and clause.object is not None
    own = thing and clause.object is not None and reader.claims.owner(clause.object) == who
    if not own or clause.lemma not in word_set("hiding") or clause.negated or clause.modal:
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
    lies = clause.lemma == "lie" or (clause.lemma == "tell" and last_word(reader, clause.object) in word_set("lies"))
    if not lies or clause.negated or clause.modal:
        return None
    return next((w for o in clause.obliques if o.preposition == "to" and (w := reader.claims.who(o))), None)


def _barred(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "He kept the truth from her", "He concealed from her that he was married"."""
    if clause.negated or clause.modal or clause.passive or clause.lemma not in word_set("keeping"):
        return None
    thing = last_word(reader, clause.object)
    if clause.object is not None and clause.lemma == "keep" and thing not in word_set("secrets"):
        return None
    told = clause.object is not None or below(reader, i, clause) is not None
    if not told or thing in word_set("bodily") or reader.claims.who(clause.object) is not None:  # "hid her from him"
        return None
    return next((w for o in clause.obliques if o.preposition == "from" and (w := reader.claims.who(o))), None)


def _silent(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "He never told her of his debts", "She said nothing to him about it"."""
    nothing = last_word(reader, clause.object) in (*NO, "mention")
    to = next((w for o in clause.obliques if o.preposition == "to" and (w := reader.claims.who(o))), None)
    if clause.negated and last_word(reader, clause.object) == "news":
        return None  # "He told her no news" that she did not know
    if nothing and clause.lemma in ("say", "tell", "make") and clause.negated:
        of = any(o.preposition in ("of", "about") for o in clause.obliques)
        return to if of else None
    if clause.lemma not in word_set("revealing") or not (clause.negated or clause.tense == "infinitive"):
        return None
    hearer = reader.claims.who(clause.object) or to
    about = [o for o in clause.obliques if o.preposition in ("of", "about")]
    secret = last_word(reader, clause.object) in word_set("secrets")
    brings = clause.tense == "infinitive" and below(reader, i, clause) is not None
    return hearer if about or secret or brings else None


def _let(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "She would not let him see that she was hurt"."""
    if clause.lemma != "let" or not clause.negated:
        return None
    for k in reader.claims.governed.get(i, ()):
        seen = reader.clauses[k]
        thing = below(reader, k, seen) is not None or (seen.object is not None and reader.claims.owner(seen.object))
        if seen.lemma in word_set("noticing") and thing:
            return reader.claims.who(clause.object)
    return None


def _feigned(reader: Reader, i: int, clause: Clause) -> str | None:
    """ "He pretended not to love her", or pretended to feel something to whom he talks with."""
    if clause.lemma not in word_set("feigning") or clause.negated or clause.passive or clause.modal:
        return None
    done = [reader.clauses[k] for k in reader.claims.governed.get(i, ()) if reader.clauses[k].tense == "infinitive"]
    if not done and clause.object is None:
        return None
    who = reader.claims.who(clause.subject)
    if not (feigned := [c for c in done if _inward(c)]) and (done or not _of_secrets(reader, clause)):
        return None
    towards = (reader.claims.who(c.object) for c in feigned)
    return next(filter(None, towards), None) or partner(reader, clause, who or "", CLOSE)


def _inward(clause: Clause) -> bool:
    """Whether it is a state of mind that is feigned ("to be asleep", "not to care"), and no way out ("not to hear")."""
    felt = clause.lemma in heart() and heart()[clause.lemma][0] in ("feels", "attitude")
    return felt or (clause.lemma == "be" and clause.complement is not None)


def _of_secrets(reader: Reader, clause: Clause) -> bool:
    return last_word(reader, clause.object) in word_set("secrets")
