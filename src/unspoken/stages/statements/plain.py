"""Who holds, says, writes or reads what of whose heart: found in the words, before any reasoning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.documents import StoryDocument
from unspoken.layers.quotations import Quote
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.clauses.governors import TOLD, governors
from unspoken.stages.stances import ordered, stance_of, word_set
from unspoken.stages.statements.claims import RELATIVE
from unspoken.stages.statements.ellipsis import asker, believed_of, question_of
from unspoken.stages.statements.holding import asks, held
from unspoken.stages.statements.passing import advised, aside, asked, called, compared, outright
from unspoken.stages.statements.propositions import REGARDS, denied, feels, heart, towards, warm, weighs, wished
from unspoken.stages.statements.reader import Reader

AUXILIARIES = frozenset(("do", "does", "did", "don't", "doesn't", "didn't", "can", "could"))
IF = frozenset(("if", "unless"))
AS = frozenset(("as", "than"))
UNTIL = frozenset(("till", "until", "unless", "lest"))
FORBIDS = ("Don't you ", "Don’t you ", "don't you ", "don’t you ")  # "Don't you be surprised if ..."
CONFESSING = frozenset(("i", "it", "that", "this", "all"))
MOODS = frozenset(("anger", "fear", "sadness", "love", "contempt", "jealousy", "guilt", "shame"))  # others are polite
NEEDS = frozenset(("need", "needn't", "needn’t"))
FELT = frozenset(("fears", "hopes", "doubts", "wonders"))
NOBODY = ""
GIVEN = frozenset(("why", "how", "when"))  # ask of what is so
GUESS = 12  # code points before a clause in which a word of guessing stands
SUPPOSING = frozenset(("may", "might", "should", "could", "ought", "shall", "need", "can"))


def statements(reader: Reader) -> Iterator[Statement]:
    """All statements."""
    used: set[int] = set()
    for i, clause in enumerate(reader.clauses):
        yield from _retracted_lie(reader, clause)
        stance = stance_of(reader.text, clause)
        if stance is not None:
            for k in _below(reader, i):
                found = held(reader, clause, stance, k)
                if found is not None:
                    used.add(k)
                    yield found
        if i not in used:
            yield from _plain(reader, i, clause)


def hearts(reader: Reader) -> Iterator[Statement]:
    """Love and contempt that the narration names are so, whoever may think otherwise."""
    for f in reader.claims.feelings.records:
        told = f.source == ("narrator",) and f.channel == "named" and not (f.negated or f.hypothetical)
        disliked = f.emotion == "contempt" and " in " in reader.text[f.start : f.end]  # what he "disliked in her"
        part = disliked or wished(reader.text, f.start, f.emotion)
        people = f.target in reader.people and f.experiencer in reader.people
        if told and people and not part and f.emotion in ("love", "longing", "contempt"):
            holder, target = f.experiencer or "", f.target or ""
            proposition = Proposition("feels", holder, target, f.emotion)
            claim = Claim(proposition, True, Atom(f"{REGARDS} {target}", holder), warm(f.emotion), f.start, f.end)
            end, mind = reader.evidence(f.end), _seen_by(reader, claim)
            if mind in (None, holder):
                yield Statement("truth", holder, claim, "knows", (), None, f.start, end, f.confidence)
            elif mind in reader.people:
                yield Statement("think", mind or "", claim, "believes", (), None, f.start, end, f.confidence)


def _seen_by(reader: Reader, claim: Claim) -> str | None:
    """Through whose mind the narration tells of another's heart: who tells a story that they live in sees into nobody
    else, nor does whoever it follows where it guesses (NOBODY, where that is not known). None: it knows."""
    clause, scene = reader.at(claim.start), reader.scene(claim.start)
    if clause is None or scene is None:
        return None
    if clause.governor is None and (reader.belies(clause, claim) or _fronted(reader, clause)):
        return None
    if reader.narrator is not None and scene.person == "first":
        return reader.narrator
    inward = guessed(reader, clause) or (reader.minds.concludes(clause) and not reader.minds.finds(clause))
    if any(c.lemma in word_set("telling") for c in governors(reader.clauses, clause)):
        return NOBODY  # "He swore to her that he loved her"
    return scene.focal or NOBODY if inward else reader.minds.of(clause, claim)


def guessed(reader: Reader, clause: Clause) -> bool:
    """Whether the narration guesses ("No doubt he despised her")."""
    table = resources.table("beliefs.toml")["guessing"]
    first = max(clause.start - GUESS, reader.minds.sentences[clause.sentence].start)
    words = reader.text[first : clause.end].lower()
    told = clause.modal == "must" or any(phrase in words for phrase in table["phrases"])
    return told or not set(re.findall(r"\w+", words)).isdisjoint(table["words"].split())


def moods(reader: Reader) -> Iterator[Statement]:
    """What the narration says that somebody feels, or does not, and what people say so of themselves."""
    for f in reader.claims.feelings.records:
        who = f.experiencer or ""
        quote = reader.spoken.at(f.start)
        own = quote is not None and quote.speaker == who
        told = f.channel == "named" and (f.source == ("narrator",) or own)
        if not told or f.hypothetical or who not in reader.people or f.emotion not in MOODS:
            continue
        claim = feels(who, f.emotion, f.target, not f.negated, Span(f.start, f.end))
        if claim is not None and (quote is not None or _seen_by(reader, claim) in (None, who)):
            to = quote.addressees if quote is not None else ()
            yield Statement("mood", who, claim, "knows", to, None, f.start, reader.evidence(f.end), f.confidence)


def _below(reader: Reader, i: int) -> list[int]:
    """Clauses that a clause governs, or that follow an adjective ("afraid she knew"); of infinitives those of whom one
    thinks so ("believed him to despise her")."""
    clause, governed = reader.clauses[i], reader.claims.governed.get(i, ())
    of = clause.object if clause.lemma in word_set("believing") and not clause.negated else None
    return [
        k for k in governed if (c := reader.clauses[k]).tense != "infinitive" or (of is not None and c.subject == of)
    ]


def _plain(reader: Reader, i: int, clause: Clause) -> Iterator[Statement]:
    """A claim by itself: in speech it is the speaker's, in a letter the author's, in narration the focal mind's."""
    claim = reader.claims.of(i)
    if claim is None:
        return
    quote, letter = reader.voice(clause)
    if claim.proposition.predicate == "knows" and quote is not None and _dreaded(reader, clause, quote):
        learnt = claim if claim.affirmed else denied(claim)
        yield reader.statement("stance", quote.speaker or "", learnt, "fears", clause, 0.5)
        return
    due = clause.modal == "must" and (clause.negated or claim.sign)  # "You must hate me" is a guess, "forgive" is none
    if (
        due
        or compared(reader, clause)
        or (clause.conditional and (clause.lemma != "have" or clause.marker in IF))
        or _supposed(reader, i, clause)
    ):
        return
    if letter is not None:
        yield from _written(reader, clause, claim, letter)
    elif quote is not None and quote.kind == "speech":
        yield from _spoken(reader, i, clause, claim, quote)
    elif quote is None:
        yield from _narrated(reader, clause, claim)


def _dreaded(reader: Reader, clause: Clause, quote: Quote) -> bool:
    """ "If he finds out ...", "She must never know": what one who is not there must not learn, for whoever says so."""
    subject = reader.claims.who(clause.subject)
    if quote.speaker not in reader.people or subject is None or subject in (quote.speaker, *quote.addressees):
        return False
    if clause.conditional:
        return clause.lemma in word_set("exposing") and clause.tense == "present"
    return clause.lemma in word_set("exposing") | word_set("learning") and clause.modal == "must" and clause.negated


def _supposed(reader: Reader, i: int, clause: Clause) -> bool:
    """Not said to be so: what may, might or should be, what follows a condition, and what
    hangs on a condition or an order ("if you think you have hurt me", "say that you forgive me")."""
    if clause.modal in SUPPOSING and not (clause.modal in ("could", "can") and clause.negated):
        return True
    if clause.tense == "imperative" or reader.text.startswith(FORBIDS, clause.start):
        return True
    if clause.governor is not None and stance_of(reader.text, reader.clauses[clause.governor]) in FELT:
        return True
    if clause.marker in UNTIL or any(
        c.conditional or ordered(c) or _open(c) for c in governors(reader.clauses, clause)
    ):
        return True
    if not NEEDS.isdisjoint(reader.text[clause.start : clause.verb.start].lower().split()):
        return True
    before = reader.clauses[i - 1] if i else clause
    return before.conditional and before.sentence == clause.sentence and before.quotation == clause.quotation


def _spoken(reader: Reader, i: int, clause: Clause, claim: Claim, quote: Quote) -> Iterator[Statement]:
    speaker, subject = quote.speaker, claim.proposition.subject
    if speaker is None or speaker not in reader.people:
        return
    if not reader.claims.sure(clause) or called(reader, clause):
        return
    if subject != speaker and (
        clause.marker in AS or aside(reader, clause, claim) or not weighs(claim, quote.addressees)
    ):
        return
    if subject == speaker:
        plain = clause.tense != "infinitive" and not clause.question and clause.governor is None
        plain = plain and clause.marker not in AS  # "never so much as I love you"
        over = clause.tense == "past" and claim.affirmed and not claim.sign  # "I hated you when you said that"
        if plain and not over and claim.proposition.object and claim.proposition.predicate in ("feels", "attitude"):
            yield reader.statement("own", speaker, claim, "believes", clause, 0.7, quote.addressees)
    elif clause.question or asked(clause):
        words = reader.text[clause.start : clause.end].lower().replace("’", "'").split()
        open_ended = words[0] in AUXILIARIES
        if words[0] in GIVEN or clause.tense == "infinitive":  # "Won't you try and care for me?"
            return
        if claim.proposition.object is not None or (open_ended and claim.proposition.predicate == "knows"):
            yield reader.statement("stance", speaker, claim, "wonders", clause, 0.5)
    elif clause.tense in TOLD or (clause.tense == "future" and clause.negated):
        if claim.proposition.predicate == "knows" and (not clause.negated or clause.lemma in ("know", "forget")):
            return
        if advised(reader, i, clause, subject in quote.addressees):
            return
        if claim.proposition.predicate == "feels" and claim.proposition.object is None and not outright(clause):
            return
        regards = claim.proposition.predicate in ("feels", "attitude")
        if subject in quote.addressees and claim.proposition.object is None and clause.lemma in heart() and regards:
            claim = towards(claim, speaker)  # "You do not care": for me, who say it
        kind = _presupposed(reader, clause)
        yield reader.statement("say", speaker, claim, "knows" if kind else "believes", clause, 0.6, quote.addressees)


def _presupposed(reader: Reader, clause: Clause) -> bool:
    """Below a factive verb ("Does he know that you love him?") the speaker takes it to be so."""
    above = reader.clauses[clause.governor] if clause.governor is not None else None
    if above is None or above.lemma not in word_set("factive"):
        return False
    return not asks(reader, above, reader.index[id(clause)])  # "I don't know what he wants"


def _written(reader: Reader, clause: Clause, claim: Claim, letter: StoryDocument) -> Iterator[Statement]:
    if letter.author is None or claim.proposition.subject != letter.author or clause.question:
        return
    if claim.proposition.predicate in ("feels", "attitude"):
        if letter.addressee is not None and clause.lemma in heart() and _means_you(reader, clause):
            claim = towards(claim, letter.addressee)
        readers = tuple(r.character for r in letter.read_by)
        yield reader.statement("write", letter.author, claim, "knows", clause, 0.75, readers, letter.id)


def _means_you(reader: Reader, clause: Clause) -> bool:
    """The verb's object is "you", and form alone did not tell who that is."""
    return clause.object is not None and reader.text[clause.object.start : clause.object.end].lower() == "you"


def _narrated(reader: Reader, clause: Clause, claim: Claim) -> Iterator[Statement]:
    """Of another's heart a narrator in the story only believes; a narration that follows one mind, in denials."""
    scene = reader.scene(clause.start)
    subject = claim.proposition.subject
    if clause.tense not in TOLD or clause.governor is not None or clause.question:
        return
    if clause.lemma == "feel" and claim.proposition.object is None:  # "He felt nothing", and not for whom
        return
    if believed_of(reader.claims, reader.index[id(clause)]) and reader.minds.tagged(clause) is None:
        found = reader.statement("truth", subject or "", claim, "knows", clause, 0.55)
        yield replace(found, verdict=True)  # "She believed that he loved her. He did not."
        return
    of_heart = claim.proposition.predicate in ("feels", "attitude")
    if of_heart and (reader.belies(clause, claim) or _fronted(reader, clause)):
        so = reader.statement("truth", subject or "", claim, "knows", clause, 0.6)
        yield replace(so, verdict=reader.belies(clause, claim) is not None)
        return
    mind = _asker(reader, clause) or reader.minds.of(clause, claim)
    if mind is not None:
        if claim.proposition.object is None and claim.proposition.predicate in ("feels", "attitude"):
            claim = towards(claim, mind) if clause.lemma in heart() else claim
        yield from _thought(reader, clause, claim, mind, 0.6)
        return
    if claim.proposition.predicate == "knows" or clause.tense == "perfect":
        return
    if reader.narrator is not None and scene is not None and scene.person == "first":
        if subject != reader.narrator and claim.proposition.object is not None and _outright(clause, claim):
            yield reader.statement("think", reader.narrator, claim, "believes", clause, 0.6)
        elif subject == reader.narrator and claim.proposition.object is not None:
            yield reader.statement("truth", reader.narrator, claim, "knows", clause, 0.7)
    elif scene is not None and scene.focal is not None and subject != scene.focal:
        concluded = reader.minds.concludes(clause) and clause.marker not in RELATIVE
        plainly = clause.modal is None and clause.marker not in RELATIVE and clause.lemma != "feel"
        denied_so = clause.negated and plainly  # "He did not love her", not "She felt no fear"
        inward = concluded or ((denied_so or guessed(reader, clause)) and clause.lemma in heart())
        if inward and (claim.proposition.predicate != "wants" or reader.minds.plain(clause)):
            yield from _thought(reader, clause, claim, scene.focal, 0.5)
    elif claim.proposition.object is not None and scene is not None and subject == scene.focal:
        yield reader.statement("truth", subject or "", claim, "knows", clause, 0.6)


def _fronted(reader: Reader, clause: Clause) -> bool:
    """ "That she loved him was plain to all": what a sentence begins with is so, but where it goes on to doubt it."""
    sentence = reader.minds.sentences[clause.sentence]
    if clause.marker != "that" or not reader.text.startswith("That ", sentence.start):
        return False
    if clause.start - sentence.start > len("That ") or clause.subject is None or clause.quotation is not None:
        return False
    rest = re.findall(r"\w+", reader.text[clause.end : sentence.end].lower())
    return bool(rest) and word_set("unlikely").isdisjoint(rest)


def _asker(reader: Reader, clause: Clause) -> str | None:
    """Who thinks what the narration answers in short: who asked."""
    asked = question_of(reader.claims, reader.index[id(clause)])
    if asked is None:
        return None
    quote, scene = reader.quotes.get(reader.clauses[asked].quotation or ""), reader.scene(clause.start)
    who = quote.speaker if quote is not None else asker(reader.claims, asked) or (scene.focal if scene else None)
    return who if who in reader.people and who != reader.claims.who(clause.subject) else None


def _outright(clause: Clause, claim: Claim) -> bool:
    """Whether a clause says what somebody feels, and no manner of doing something ("smoked furiously")."""
    passing = claim.proposition.predicate == "feels" and REGARDS not in str(claim.prop)
    return not passing or clause.complement is not None or clause.lemma in heart()


def _thought(reader: Reader, clause: Clause, claim: Claim, mind: str, sure: float) -> Iterator[Statement]:
    """What a mind thinks; what it finds to be so is so, and was before."""
    if reader.minds.finds(clause):
        found = reader.statement("truth", claim.proposition.subject or "", claim, "knows", clause, 0.5)
        yield replace(found, verdict=True)
    yield reader.statement("think", mind, claim, "believes", clause, sure)


def _retracted_lie(reader: Reader, clause: Clause) -> Iterator[Statement]:
    """ "I made it up": what the speaker had told the same person of somebody else was not so."""
    quote = reader.quotes.get(clause.quotation or "")
    if quote is None or quote.speaker is None:
        return
    words = reader.text[clause.start : clause.end].lower()
    if clause.subject is not None and reader.text[clause.subject.start : clause.subject.end].lower() not in CONFESSING:
        return  # "The ladies have made it up"
    table = resources.table("beliefs.toml")["retraction"]
    peace = any(phrase in words for phrase in table["peace"])
    if not peace and any(phrase in words for phrase in table["lie"]):
        for hearer in quote.addressees:
            earlier = reader.said.pop((quote.speaker, hearer), None)
            if earlier is not None:
                claim = denied(earlier.claim)
                where = earlier.start, earlier.end
                yield Statement(
                    "lie", quote.speaker, claim, "knows", (hearer,), None, clause.start, clause.end, 0.7, where
                )


def _open(clause: Clause) -> bool:
    """Whether a question leaves open what hangs on it; "Do you know that he loves you?" does not."""
    return clause.question and clause.lemma not in word_set("factive")
