"""What the narration tells of hearts: outright, or as somebody in the story sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.clauses.governors import TOLD, governors
from unspoken.stages.stances import word_set
from unspoken.stages.statements.claims.ellipsis import asker, believed_of, question_of
from unspoken.stages.statements.claims.knowing import RELATIVE
from unspoken.stages.statements.claims.propositions import LASTING, REGARDS, feels, heart, towards, warm, wished
from unspoken.stages.statements.held.passing import compared
from unspoken.stages.statements.reader import Reader

MOODS = frozenset(("anger", "fear", "sadness", "love", "contempt", "jealousy", "guilt", "shame"))  # others are polite
NOBODY = ""
PASSION = re.compile(r"passions?\b(?! (?:for|of (?:love|his|her|my|your)|to)\b)", re.IGNORECASE)
UNSURE = re.compile(r"\b(?:perhaps|maybe|possibly|probably)\b", re.IGNORECASE)
GUESS = 12  # code points before a clause in which a word of guessing stands


def hearts(reader: Reader) -> Iterator[Statement]:
    """Love and contempt that the narration names are so, whoever may think otherwise."""
    for f in reader.claims.feelings.records:
        told = f.source == ("narrator",) and f.channel == "named" and not (f.negated or f.hypothetical)
        disliked = f.emotion == "contempt" and " in " in reader.text[f.start : f.end]  # what he "disliked in her"
        clause = reader.at(f.start)
        rage = PASSION.match(reader.text, f.start) is not None  # "unable to conceal her passion"
        rage = rage or (clause is not None and f.emotion == "love" and _tags(clause))
        part = (
            disliked
            or rage
            or wished(reader.text, f.start, f.emotion)
            or (clause is not None and compared(reader, clause))
        )
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


def narrated(reader: Reader, clause: Clause, claim: Claim) -> Iterator[Statement]:
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
    of_heart = claim.proposition.predicate in ("feels", "attitude") and not _unsure(reader, clause)
    if of_heart and (reader.belies(clause, claim) or _fronted(reader, clause)):
        so = reader.statement("truth", subject or "", claim, "knows", clause, 0.6)
        yield replace(so, verdict=reader.belies(clause, claim) is not None)
        return
    if compared(reader, clause) or _in_tone(clause, claim):  # "kissed her hand as though he loved her"
        return
    mind = _asker(reader, clause) or _thinker(reader, clause, claim)
    if mind is not None:
        if claim.proposition.object is None and claim.proposition.predicate in ("feels", "attitude"):
            claim = towards(claim, mind) if clause.lemma in heart() else claim
        yield from _thought(reader, clause, claim, mind, 0.6)
        return
    if claim.proposition.predicate == "knows" or clause.tense == "perfect":
        return
    if reader.narrator is not None and scene is not None and scene.person == "first":
        about = claim.proposition.object is not None or (
            claim.affirmed and clause.lemma == "want" and clause.marker is None
        )
        about = about or (claim.affirmed and claim.proposition.value == "love" and clause.tense in ("past", "present"))
        if subject != reader.narrator and about and _outright(clause, claim):
            yield reader.statement("think", reader.narrator, claim, "believes", clause, 0.6)
        elif subject == reader.narrator and claim.proposition.object is not None:
            yield reader.statement("truth", reader.narrator, claim, "knows", clause, 0.7)
    elif _known(reader, clause, claim):
        yield reader.statement("truth", subject or "", claim, "knows", clause, 0.55)
    elif scene is not None and scene.focal is not None and subject != scene.focal:
        concluded = reader.minds.concludes(clause) and clause.marker not in RELATIVE
        plainly = clause.modal is None and clause.marker not in RELATIVE and clause.lemma != "feel"
        denied_so = clause.negated and plainly and not reader.crowded  # "He did not love her", not "She felt no fear"
        inward = concluded or ((denied_so or guessed(reader, clause)) and clause.lemma in heart())
        if inward and (claim.proposition.predicate != "wants" or reader.minds.plain(clause)):
            yield from _thought(reader, clause, claim, scene.focal, 0.5)
    elif claim.proposition.object is not None and scene is not None and subject == scene.focal:
        yield reader.statement("truth", subject or "", claim, "knows", clause, 0.6)


def _in_tone(clause: Clause, claim: Claim) -> bool:
    """Whether it is only in what tone somebody speaks: "cried he, warmly" tells of no love for the one who hears it."""
    about = claim.proposition
    return _tags(clause) and about.predicate == "feels" and about.value in LASTING - {"contempt"}


def _tags(clause: Clause) -> bool:
    """Whether a clause only says that somebody speaks."""
    return clause.lemma in resources.words("speech.toml", "bare") | resources.words("speech.toml", "going_on")


def _thinker(reader: Reader, clause: Clause, claim: Claim) -> str | None:
    """Who thinks what the narration tells of another. A novel tells it itself as a rule, through no one's eyes, though
    somebody thinks in the sentence before; so there it takes as many words ("he thought")."""
    if not reader.crowded:
        return reader.minds.of(clause, claim)
    tagged = reader.minds.tagged(clause)
    return tagged if tagged != claim.proposition.subject else None


def _known(reader: Reader, clause: Clause, claim: Claim) -> bool:
    """Whether the narration itself tells by an idiom how one regards another ("He thought the world of her"), as it
    tells of love: through nobody's eyes."""
    idiom = reader.claims.saying(reader.index[id(clause)])
    regards = claim.affirmed and isinstance(claim.prop, Atom) and claim.prop.name.startswith(REGARDS)
    told = idiom is not None and regards and claim.proposition.object is not None and not _unsure(reader, clause)
    return told and clause.modal is None and _seen_by(reader, claim) in (None, claim.proposition.subject)


def _unsure(reader: Reader, clause: Clause) -> bool:
    """Whether the narration only guesses, or holds something for possible."""
    first = reader.minds.sentences[clause.sentence].start
    return guessed(reader, clause) or UNSURE.search(reader.text, first, clause.end) is not None


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
