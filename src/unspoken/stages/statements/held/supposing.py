"""What is thought of others in words that name no heart as it is: how they would feel ("I thought you'd be ashamed of
me"), what they are like ("I took you for decent"), what they came for, what they did to those who think so, and that
they are asleep and do not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim, Knows, Statement
from unspoken.stages.clauses.governors import governors
from unspoken.stages.feelings.lexicon import find
from unspoken.stages.stances import holder as holder_of
from unspoken.stages.stances import stance_of, word_set
from unspoken.stages.statements.claims.propositions import denied, felt, few_words
from unspoken.stages.statements.held.conduct import SELF, regard_of, regards
from unspoken.stages.statements.held.corrected import till_now
from unspoken.stages.statements.held.treated import treatment
from unspoken.stages.statements.reader import Reader

SURE = 0.55
FEW = 5  # words in which it is told how somebody would feel
ASIDE = frozenset(
    ("if", "who", "what", "when", "while", "before", "after", "ere", "till", "until", "as", "than", "since", "once")
)
DETERMINED = frozenset(("a", "an", "the", "of", "any", "some", "that"))  # "of the quiet kind"
WIDE = 90  # code points from a verb on in which it is told to whom something is done
DARES = re.compile(r"\bdare(?:s|d)?\s$", re.IGNORECASE)
SETS = frozenset(("have", "put", "set", "mark", "get"))
DOWN = re.compile(r"\s+down (?:as|for)(?: being)? (?P<word>[\w’'-]+)", re.IGNORECASE)
WOULD = frozenset(("would", "will"))
UNAWARE = re.compile(
    r"\s+(?:that )?(?P<who>[\w’'-]+(?: [A-Z][\w’'-]+)?) (?:(?:was|were|is|are|to be|had (?:gone|fallen)) )?(?:\w+ )?"
    r"(?:asleep|out of (?:earshot|hearing)|unconscious|dead to the world)\b"
)
FOR = re.compile(
    r"\s+(?:(?:here|there|back|only|just|in it|out|over|down|up|round|home|all|simply|merely|really|always) )*"
    r"(?:for|after(?! (?:the |his |her |our |their |my )?(?:dinner|supper|tea|lunch|luncheon|breakfast|church|school|"
    r"work|dark|midnight|noon|all|him|her|them|that|this|hours|sunset|sunrise|nightfall|funeral|war|service|mass|hour)\b))\b"
)
NEAR = 40  # code points behind a verb in which it is told for what
TO = re.compile(r"(?: (?:here|back|in|over|down|up|round|all the way|only|just|there))* to ")
NOT = re.compile(r"\b(?:not|never|no|hardly)\b|n['’]t\b", re.IGNORECASE)


def supposing(reader: Reader) -> Iterator[Statement]:
    """What is supposed of another's heart, likes, aims and knowledge.

    Args:
        reader: has the text, its clauses, feelings and who is meant.
    """
    for i, clause in enumerate(reader.clauses):
        yield from _set_down(reader, clause)
        holder = _holder(reader, clause)
        if holder is None:
            continue
        yield from _unaware(reader, clause, holder)
        for k in reader.claims.governed.get(i, ()):
            below = reader.clauses[k]
            about = reader.claims.who(below.subject)
            if about in (None, holder) or below.tense == "infinitive" or below.marker in ASIDE:
                continue
            claim = _of(reader, clause, k, holder, about or "")
            if claim is not None:
                said = till_now(reader, clause, "believes", holder, claim)
                quote = reader.quotes.get(clause.quotation or "")
                to = quote.addressees if quote is not None else ()
                yield said or reader.statement("think", holder, claim, "believes", clause, SURE, to)
                break


def _set_down(reader: Reader, clause: Clause) -> Iterator[Statement]:
    """ "She had him down as jealous"; who says "I never had you down as jealous" has now."""
    m = DOWN.match(reader.text, clause.object.end) if clause.object is not None and clause.lemma in SETS else None
    if m is None or clause.question or clause.conditional or clause.passive or clause.modal:
        return
    named, who = find(m["word"], m["word"], "ADJ"), reader.claims.who(clause.object)
    holder = reader.claims.who(clause.subject)
    quote = reader.quotes.get(clause.quotation or "")
    said = quote is not None and holder == quote.speaker and who in quote.addressees
    if named is None or named.kind not in ("adj", "affect") or None in (who, holder) or who == holder:
        return
    claim = felt(who or "", named.emotion, None, True, Span(clause.start, m.end()))
    if claim is not None and (said or not clause.negated):
        to = quote.addressees if quote is not None else ()
        yield reader.statement("think", holder or "", claim, "believes", clause, SURE, to)


def _holder(reader: Reader, clause: Clause) -> str | None:
    """Who supposes something, by the verb of a clause that says so outright."""
    dares = clause.lemma == "daresay" or (
        clause.lemma == "say" and DARES.search(reader.text, clause.start, clause.verb.start) is not None
    )
    should = clause.lemma == "think" and clause.modal in ("should", "would")  # "I should have thought that ..."
    if not dares and stance_of(reader.text, clause) != "believes":
        return None
    if clause.negated or clause.question or clause.passive or (clause.modal is not None and not should):
        return None
    if (clause.conditional and not should) or clause.tense in ("infinitive", "imperative"):
        return None
    if any(stance_of(reader.text, c) not in (None, "tells") for c in governors(reader.clauses, clause)):
        return None
    return reader.claims.who(clause.subject if dares else holder_of(reader.text, clause))


def _of(reader: Reader, clause: Clause, k: int, holder: str, about: str) -> Claim | None:
    below = reader.clauses[k]
    told = clause.quotation is not None or reader.documents.at(clause.start) is not None
    if below.modal in WOULD or below.tense == "future":
        return _expected(reader, k, holder, about) if told else None
    if below.modal is not None or below.conditional:
        return None
    claim = reader.claims.of(k)
    if claim is not None:
        return claim if clause.lemma in ("say", "daresay") else None
    if treatment(reader, holder, k) is not None:
        return None
    return _done(reader, below, holder, about) or _like(reader, below, about) or _meant(reader, k, about)


def _expected(reader: Reader, k: int, holder: str, about: str) -> Claim | None:
    """ "He'll be glad", "you would be disgusted": what somebody is taken to feel if it comes to that."""
    below, claim = reader.clauses[k], reader.claims.of(k)
    if claim is not None:
        return claim if claim.proposition.predicate in ("feels", "attitude") else None
    if below.lemma != "be" and not below.passive:
        return None
    for word in re.findall(r"[\w’'-]+", reader.text[below.verb.start : below.end].lower())[:FEW]:
        named = find(word, word, "ADJ")
        if named is not None and named.kind in ("adj", "affect"):
            of = (reader.claims.who(o) for o in below.obliques if o.preposition in ("of", "with", "at", "by"))
            found = felt(about, named.emotion, next(filter(None, of), None), True, Span(below.start, below.end))
            return denied(found) if below.negated else found
    return None


def _done(reader: Reader, below: Clause, holder: str, about: str) -> Claim | None:
    """ "I thought you'd dropped us"."""
    quote, letter = reader.voice(below)
    author = letter.author if letter is not None else quote.speaker if quote is not None else reader.narrator
    if author != holder:
        return None
    words = " ".join(reader.text[below.verb.start : below.end].split())[:WIDE]
    aimed = below.object is not None and SELF.fullmatch(reader.text, below.object.start, below.object.end) is not None
    found = regard_of(words, below, SELF, aimed)
    return None if found is None else regards(about, holder, found[0], found[1], below)


def _like(reader: Reader, below: Clause, about: str) -> Claim | None:
    """ "I thought you were decent": somebody well, or ill, disposed to others."""
    if below.lemma != "be" or below.tense not in ("past", "present"):
        return None
    words = re.findall(r"[\w’'-]+", reader.text[below.verb.end : below.end].lower())
    table, few = resources.table("conduct.toml")["like"], words[:4]
    for warm, key in ((True, "good"), (False, "bad")):
        if few and DETERMINED.isdisjoint(few) and few[-1] in table[key].split():
            return regards(about, None, warm, NOT.search(reader.text, below.start, below.end) is None, below)
    return None


def _meant(reader: Reader, k: int, about: str) -> Claim | None:
    """ "She thought that he had come to kill her", "He figured she was there for her things": what somebody wants."""
    below = reader.clauses[k]
    if below.negated or below.lemma not in resources.table("conduct.toml")["aims"]["verbs"].split():
        return None
    said = reader.text[below.verb.start : below.verb.end].lower()
    if said == "going" and (below.tense != "past" or below.quotation):  # "You're going to change your mind"
        return None
    waits = below.lemma in resources.table("conduct.toml")["aims"]["striving"].split()
    if waits and not said.endswith("ing"):
        return None
    aim = next((m for m in reader.claims.governed.get(k, ()) if reader.clauses[m].tense == "infinitive"), None)
    if (
        aim is not None
        and TO.fullmatch(reader.text, below.verb.end, reader.clauses[aim].verb.start)
        and below.lemma != "be"
    ):
        start, end = reader.clauses[aim].verb.start, reader.clauses[aim].end
        if said == "going" and reader.clauses[aim].lemma in word_set("unwilled"):
            return None
    else:
        thing = next(
            (o for o in below.obliques if o.preposition in ("for", "after") and o.start > below.verb.end), None
        )
        there = FOR.match(reader.text, below.verb.end, below.verb.end + NEAR)
        if thing is None or there is None or reader.claims.who(thing) is not None:
            return None
        start, end = thing.start, thing.end
    words = few_words(reader.text[start:end])
    return Claim(
        Proposition("wants", about, None, words), True, Atom(f"wants {words}", about), True, below.start, below.end
    )


def _unaware(reader: Reader, clause: Clause, holder: str) -> Iterator[Statement]:
    """ "He went out, believing her asleep": he thinks that she does not know."""
    m = UNAWARE.match(reader.text, clause.verb.end)
    who = reader.claims.who(Span(m.start("who"), m.end("who"))) if m is not None else None
    if m is None or who in (None, holder):
        return
    prop = Knows(who or "", Atom("fact", None))
    claim = Claim(Proposition("knows", who or "", None, None), False, prop, False, clause.start, m.end())
    yield Statement("stance", holder, claim, "believes", (), None, clause.start, m.end(), SURE)
