"""Who knows and who does not, as somebody says or asks: "He'll never hear of it", "Did you think that I blamed you?",
"I knew it all along"; and that who tells of another's ignorance knows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Atom, Claim, Knows, Statement
from unspoken.stages.stances import stance_of
from unspoken.stages.statements.claims.propositions import few_words
from unspoken.stages.statements.reader import Reader

SURE = 0.55
NEEDS = re.compile(r"\b(?:need(?:s|n['’]t)?|has to|have to)\b", re.IGNORECASE)
ASKS = re.compile(r"(?:(?:and|but|oh|well|so|then)\W+)*(?:do|does|did|have|had)(?:n['’]t)?\b", re.IGNORECASE)
HARDLY = re.compile(r"\b(?:hardly|scarcely|barely)\b", re.IGNORECASE)
LONG = 8  # words of what is known
AFTER = 60  # code points after "I knew" in which it is told since when
SURELY = re.compile(
    r"\b(?:of course|naturally|certainly) (?:i|we) (?:knew|guessed)$|\b(?:i|we) always (?:knew|guessed)$", re.IGNORECASE
)
OWN = frozenset(("i", "we"))


def awareness(reader: Reader, found: Sequence[Statement]) -> Iterator[Statement]:
    """Statements of who knows what, and of who knows that another does not.

    Args:
        reader: has the text, its clauses and who is meant.
        found: statements of who does not know, among others.
    """
    for i, clause in enumerate(reader.clauses):
        yield from _never_will(reader, clause)
        yield from _asked_of_me(reader, i, clause)
        yield from _knew(reader, i, clause)
    for s in found:
        if s.kind == "ignorant":
            yield from _seen_through(reader, s)


def _knowing(who: str, words: str, atom: Atom | None, affirmed: bool, start: int, end: int) -> Claim:
    known = atom or Atom(f"fact {words}" if words else "fact", None)
    public = Proposition("knows", who, None, words or None)
    return Claim(public, affirmed, Knows(who, known), affirmed, start, end)


def _few(text: str, start: int, end: int) -> str:
    return few_words(text[start:end], LONG)


def _never_will(reader: Reader, clause: Clause) -> Iterator[Statement]:
    """ "He'll never know", "She need never hear of it": who says so takes it that they do not."""
    quote, who = reader.quotes.get(clause.quotation or ""), reader.claims.who(clause.subject)
    if quote is None or quote.speaker not in reader.people or who in (None, quote.speaker, *quote.addressees):
        return
    if HARDLY.search(reader.text, clause.start, clause.verb.end) is not None:
        return
    before = reader.text[clause.start : clause.verb.start]
    needless = NEEDS.search(before) is not None and clause.modal is None
    never = clause.negated and (clause.tense == "future" or clause.modal == "will" or needless)
    hears = clause.lemma in resources.words("awareness.toml", "hearing")
    about = any(o.preposition in ("of", "about") for o in clause.obliques)
    if not never or clause.question or clause.lemma not in resources.words("awareness.toml", "learning"):
        return
    thing = clause.object is not None and not _it(reader, clause)
    if (hears and not about) or thing or clause.lemma in ("see", "remember", "understand"):
        return
    words = _few(reader.text, clause.verb.end, clause.end)
    claim = _knowing(who or "", words, None, False, clause.start, clause.end)
    yield reader.statement("think", quote.speaker or "", claim, "believes", clause, SURE)


def _it(reader: Reader, clause: Clause) -> bool:
    return clause.object is not None and reader.text[clause.object.start : clause.object.end].lower() in (
        "it", "that", "this", "anything", "a thing", "the truth", "the difference",
    )  # fmt: skip


def _asked_of_me(reader: Reader, i: int, clause: Clause) -> Iterator[Statement]:
    """ "Did you think that I blamed you?", "Do you know how I waited?": who asks wonders what the other knows."""
    quote = reader.quotes.get(clause.quotation or "")
    if quote is None or quote.speaker not in reader.people or not clause.question or clause.modal:
        return
    who = reader.claims.who(clause.subject)
    if who not in quote.addressees or not _asks(reader, clause):
        return
    for k in reader.claims.governed.get(i, ()):
        told = reader.clauses[k]
        told_of_me = reader.claims.who(told.subject) == quote.speaker and _straight(reader, clause, told)
        if told_of_me and told.modal is None and told.tense != "infinitive":
            inner = reader.claims.of(k)
            atom = inner.prop if inner is not None and isinstance(inner.prop, Atom) else None
            words = _few(reader.text, told.start, told.end)
            claim = _knowing(who or "", words, atom, True, clause.start, told.end)
            yield reader.statement("stance", quote.speaker or "", claim, "wonders", clause, SURE)
            return


def _asks(reader: Reader, clause: Clause) -> bool:
    """ "Did you think", "Do you know": "Do you suppose ..." asks nothing, "Do you think ..." for an opinion."""
    if clause.governor is not None or ASKS.match(reader.text, clause.start) is None:
        return False
    stance = stance_of(reader.text, clause)
    return stance in ("knows", "ignorant") or (stance == "believes" and clause.tense == "past")


def _straight(reader: Reader, clause: Clause, told: Clause) -> bool:
    """Whether a clause is what is thought, and no "box I was carrying", or "me tell a lie"."""
    first = reader.text[clause.verb.end : told.start].strip().lower()
    own = told.subject is not None and reader.text[told.subject.start : told.subject.end].lower() in OWN
    return own and first in ("", "that", "how", "what", "why") and told.marker in (None, "that", "how", "what", "why")


@cache
def _since() -> re.Pattern[str]:
    return re.compile(rf"\s*{resources.table('awareness.toml')['long_known']}", re.IGNORECASE)


def _knew(reader: Reader, i: int, clause: Clause) -> Iterator[Statement]:
    """ "I knew it before I was up", "Of course I knew!": who is told, or reads it, knows that they knew, and did
    not think so before."""
    own = clause.subject is not None and reader.text[clause.subject.start : clause.subject.end].lower() in OWN
    past = clause.tense in ("past", "perfect", "pluperfect") and not (clause.negated or clause.modal or clause.question)
    if not own or not past or clause.lemma not in ("know", "guess") or clause.marker is not None:
        return
    surely = clause.object is None and not reader.claims.governed.get(i) and SURELY.search(
        reader.text, max(0, clause.start - len("of course ")), clause.verb.end
    )  # fmt: skip
    if not surely and _since().match(reader.text, clause.verb.end, clause.verb.end + AFTER) is None:
        return
    quote, letter = reader.voice(clause)
    who = letter.author if letter is not None else quote.speaker if quote is not None else None
    hearers = reader.readers(letter) if letter is not None else quote.addressees if quote else ()
    for hearer in hearers if who in reader.people else ():
        if hearer in reader.people and hearer != who:
            words = _few(reader.text, clause.verb.end, clause.end)
            claim = _knowing(who or "", words, None, True, clause.start, clause.end)
            yield reader.statement("stance", hearer, claim, "knows", clause, SURE)
            if not reader.crowded:
                fact = Claim(
                    Proposition("fact", who, None, "knew"), True, Atom("fact knew", who), True, clause.start, clause.end
                )
                yield reader.statement("ignorant", hearer, fact, "believes", clause, SURE, (hearer,))


def _seen_through(reader: Reader, s: Statement) -> Iterator[Statement]:
    """Who says, writes or tells that another does not know something knows that they do not."""
    clause = reader.at(s.start)
    if clause is None or reader.spoken.at(s.start) is not reader.spoken.at(s.end - 1):
        return  # an answer tells it, not who asked
    quote, letter = reader.voice(clause)
    scene = reader.scene(s.start)
    if letter is not None:
        mind = letter.author
    elif quote is not None:
        mind = quote.speaker
    elif scene is not None and scene.person == "first" and reader.narrator is not None:
        mind = reader.narrator
    else:  # "So he does not know"
        mind = scene.focal if scene is not None and reader.minds.concludes(clause) else None
    if mind not in reader.people or mind == s.holder or s.holder in s.to:
        return
    atom = s.claim.prop if isinstance(s.claim.prop, Atom) else None
    words = _few(reader.text, s.claim.start, s.claim.end) if s.claim.start > s.start else ""  # not "Don't tell him"
    claim = _knowing(s.holder, words, atom, False, s.start, s.end)
    yield Statement("stance", mind or "", claim, "knows", (), None, s.start, s.end, s.confidence)
