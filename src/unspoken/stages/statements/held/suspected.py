"""Who has found something out and who guesses nothing, as another says or sees it: "She suspects nothing", "He has
found out about my debts", "So he did not know"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unspoken import resources
from unspoken.layers.beliefs import Proposition, Stance
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Atom, Claim, Knows, Statement
from unspoken.stages.stances import stance_of
from unspoken.stages.statements.claims.propositions import few_words
from unspoken.stages.statements.held.passing import asked
from unspoken.stages.statements.reader import Reader

SURE = 0.5
LEAD = 40  # code points before a verb in which "let" may stand
LET = re.compile(r"\blet(?:ting|s)? [^.,;!?]{1,25} $", re.IGNORECASE)
LONG = 8  # words of what is known
TOLD = frozenset(("present", "past", "perfect", "pluperfect"))
ALL = re.compile(
    r"\W*(?:everything|all|it all|all about it|the (?:whole )?(?:truth|story|secret)|our secret|my secret)\W*$",
    re.IGNORECASE,
)
NOTHING = re.compile(
    r"(?:nothing|anything|a thing|not a thing|a word|the truth)"
    r"(?: (?:of|about) (?:it|this|that|us|me|you|him|her|them))?$",
    re.I,
)
OURS = re.compile(r"(?:me|us|you|it|this|that|him|her|them|my .*|our .*|your .*|his .*|her .*)$", re.IGNORECASE)
EITHER = frozenset(("either", "yet", "so", "then"))
ALREADY = frozenset(("", "already", "now", "then", "too", "all right"))
WHICH = frozenset(("out", "that", "what", "why", "how", "who", "where"))


def suspected(reader: Reader) -> Iterator[Statement]:
    """That another has, or has not, found out what one would keep to oneself.

    Args:
        reader: has the text, its clauses and who is meant.
    """
    for i, clause in enumerate(reader.clauses):
        mind, who = reader.mind(clause), reader.claims.who(clause.subject)
        plain = clause.tense in TOLD and not (clause.question or clause.conditional or clause.passive or clause.modal)
        if mind is None or who in (None, mind) or not plain or clause.marker is not None or asked(clause):
            continue
        if clause.governor is not None and stance_of(reader.text, reader.clauses[clause.governor]) is not None:
            continue
        quote, letter = reader.voice(clause)
        if not reader.claims.sure(clause):
            continue
        if reader.claims.governed.get(i):
            if quote is not None and quote.kind == "speech" and who not in quote.addressees:
                yield from _told_of(reader, i, clause, mind, who or "")
            continue
        told = quote is not None or letter is not None
        if quote is not None and (who in quote.addressees or quote.kind != "speech"):
            continue
        if clause.negated and (_blind(reader, clause) and (told or _inward(reader, clause))):
            yield _known(reader, clause, mind, who or "", affirmed=False)
        elif told and not clause.negated and _found_out(reader, clause):
            yield _known(reader, clause, mind, who or "", affirmed=True)


def _told_of(reader: Reader, i: int, clause: Clause, mind: str, who: str) -> Iterator[Statement]:
    """ "He knows that I wrote it", "She's found out I was there", "She knows what you did"."""
    if LET.search(reader.text, max(0, clause.verb.start - LEAD), clause.verb.start):
        return  # "Don't let her know I called"
    known = clause.lemma in ("know", "guess", "find", "discover", "learn", "hear") and not clause.negated
    told = next((c for k in reader.claims.governed[i] if (c := reader.clauses[k]).marker in (None, "that")), None)
    between = reader.text[clause.verb.end : told.start].split() if told is not None else []
    out = clause.lemma != "find" or between[:1] == ["out"]
    plain = told is not None and told.tense in TOLD and told.start >= clause.verb.end and out
    told = told if plain and set(between) <= WHICH else None
    ours = told is not None and reader.claims.who(told.subject) not in (None, who)
    if known and ours and told is not None and (clause.lemma == "know" or clause.tense in ("perfect", "past")):
        words = few_words(reader.text[told.start : told.end], LONG)
        public = Proposition("knows", who, None, words)
        claim = Claim(public, True, Knows(who, Atom(f"fact {words}", None)), True, clause.start, told.end)
        yield reader.statement("stance", mind, claim, _stance(clause), clause, SURE)


def _object(reader: Reader, clause: Clause) -> str:
    return "" if clause.object is None else reader.text[clause.object.start : clause.object.end].strip().lower()


def _blind(reader: Reader, clause: Clause) -> bool:
    """ "guesses nothing", "doesn't know": no word of what, or only that it is nothing."""
    if clause.lemma not in resources.words("awareness.toml", "guessing"):
        return False
    about = [o for o in clause.obliques if o.preposition in ("of", "about")]
    if any(OURS.match(reader.text[o.start : o.end]) is None for o in about):
        return False  # "He knows nothing of music"
    thing, rest = _object(reader, clause), reader.text[clause.verb.end : clause.end].strip().lower()
    if clause.object is not None:
        return NOTHING.fullmatch(thing) is not None
    return clause.lemma != "see" and (not rest or bool(about) or rest in EITHER)


def _inward(reader: Reader, clause: Clause) -> bool:
    """Whether the narration tells it as the one sees it whom it follows, or who tells the story."""
    scene = reader.scene(clause.start)
    own = scene is not None and scene.person == "first" and reader.narrator is not None
    return own or NOTHING.fullmatch(_object(reader, clause)) is not None or reader.minds.concludes(clause)


def _found_out(reader: Reader, clause: Clause) -> bool:
    """ "has found out about my eyes", "knows everything", "has guessed"; "She knows", and no word of what."""
    words = reader.text[clause.verb.start : clause.end].lower()
    about = [o for o in clause.obliques if o.preposition in ("of", "about")]
    ours = bool(about) and all(OURS.match(reader.text[o.start : o.end]) for o in about)
    out = clause.lemma == "find" and re.search(r"\bout\b", words) is not None
    if clause.object is not None and not out:
        return (
            clause.lemma in ("know", "guess", "suspect", "learn", "discover")
            and ALL.match(_object(reader, clause)) is not None
        )
    if clause.lemma == "know" and reader.text[clause.verb.end : clause.end].strip(" ,.!").lower() in ALREADY:
        return clause.tense in ("present", "past") and not clause.subject_shared
    come = clause.tense == "perfect" and (clause.lemma in ("guess", "hear", "learn", "notice") or out)
    return (
        (come or (out and clause.tense == "past")) and (ours or not about)
        if clause.lemma != "know"
        else ours and clause.tense == "present"
    )


def _known(reader: Reader, clause: Clause, mind: str, who: str, affirmed: bool) -> Statement:
    words = few_words(reader.text[clause.verb.end : clause.end], LONG) if affirmed else ""
    public = Proposition("knows", who, None, words or None)
    prop = Knows(who, Atom(f"fact {words}" if words else "fact", None))
    claim = Claim(public, affirmed, prop, affirmed, clause.start, clause.end)
    return reader.statement("stance", mind, claim, _stance(clause), clause, SURE)


def _stance(clause: Clause) -> Stance:
    """Who says outright that another knows, knows it."""
    return "knows" if clause.lemma == "know" and not clause.negated else "believes"
