"""What the subject of an attitude verb holds, or lacks: "she thought that he hated her", "he did not know that ..."."""

from __future__ import annotations

import re
from itertools import pairwise

from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.layers.statements import Claim, Statement
from unspoken.stages.clauses.governors import TOLD, governors
from unspoken.stages.stances import holder as holder_of
from unspoken.stages.stances import stance_of, undoubted, word_set, would_say
from unspoken.stages.statements.claims.propositions import denied
from unspoken.stages.statements.held.cleft import stressed
from unspoken.stages.statements.held.corrected import PAST, SUPPOSED, till_now, turned_out
from unspoken.stages.statements.held.facts import fact
from unspoken.stages.statements.held.gainsaid import forbidden, forbids, needless, wished_away
from unspoken.stages.statements.held.treated import of_ones_own, treatment
from unspoken.stages.statements.reader import Reader

ASKING = frozenset(("why", "what", "when", "where", "who", "whom", "whose", "whether", "if", "which"))
COUNTING = frozenset(("how", word) for word in ("often", "many", "long", "old", "soon", "to"))
BEHIND = frozenset(("when", "while", "after", "before", "until", "till", "if", "unless", "whenever", "where"))
GUESSES = ("may", "might")
OPEN = frozenset(("would", "will", "may", "might", "should", "shall", "ought", "need"))
SENSES = frozenset(("see", "hear", "feel"))
HALF = re.compile(r"\b(?:perhaps|maybe|scarcely|hardly|barely)\b", re.IGNORECASE)
NEARLY = re.compile(r"\b(?:almost|nearly)\b", re.IGNORECASE)
ASIDE = re.compile(r"\s*(?:,|-|–|—)")
NEAR = 1000  # code points back to what somebody thought of another
SURE = re.compile(r" (?:\w+ )?(?:sure|certain)\b", re.IGNORECASE)
NOT_TO = re.compile(r"\b(?:(?:was|were|is|are) (?:not|never)|fail(?:s|ed|ing)?) to (?:\w+ly )?$", re.IGNORECASE)
BUT = re.compile(
    r"[,;]\s*but(?: only| rather| he| she| they)?\s*(?:that\b|$)", re.IGNORECASE
)  # "not that ..., but that"
UP = re.compile(r"\s+up\b", re.IGNORECASE)
OBLIQUE = {"he": "him", "she": "her"}
MUCH = re.compile(r"\bhow (?!often|many|long|old|soon|far|to|the\b|an?\b)\w+\s$", re.IGNORECASE)
THOUGHT = ("believes", "doubts", "wonders", "fears", "hopes")
PUZZLING = re.compile(r"\b(how|why)\b", re.IGNORECASE)
WAY = re.compile(r"\bhow\s$", re.IGNORECASE)
LONG = 12  # code points before a clause in which it may be said what made one think so
ACCUSATIVE = frozenset(("me", "him", "us", "them", "thee"))
LEAD = 40  # code points before a verb in which its "was never to" stands
ASKED = 4  # words after a verb of knowing among which a question begins


def held(reader: Reader, clause: Clause, stance: str, k: int) -> Statement | None:
    """The subject of an attitude verb holds what the clause below claims, or lacks it."""
    claim, below = reader.claims.of(k), reader.clauses[k]
    if forbids(reader, clause):
        return forbidden(reader, clause, k)
    if needless(reader, clause):
        return None
    if below.start < clause.start and (clause.marker in BEHIND or (clause.marker == "as" and clause.object)):
        return None  # "I do not know what she will say when she sees it"
    holder = _other(reader, clause, below, claim) or reader.claims.who(holder_of(reader.text, clause))
    feared = stance in ("fears", "hopes") and not clause.negated  # "She feared that he would hate her"
    feared = feared or (below.modal == "would" and _expected(reader, clause, stance, holder, below))
    open_yet = (below.modal in OPEN or below.conditional) and not reader.claims.meant(k)
    guessed = below.modal in GUESSES and stance in THOUGHT and not (clause.negated or below.marker == "if")
    foretold = open_yet and not guessed and not (feared and below.marker != "if")  # "I did not know you would be vexed"
    first, second = sorted((clause, below), key=lambda c: c.start)
    aside = below.marker is None and ASIDE.match(reader.text, first.end, max(first.end, second.start)) is not None
    tag = below is second and stance_of(reader.text, below) is not None
    if aside and (tag or "-" in reader.text[first.end : second.start]):
        return None  # "You think me bold, I am afraid"
    supposed = clause.conditional and not would_say(reader.text, clause)
    if holder is None or supposed or foretold or _kept_from(reader, clause) or _only_wished(reader, clause):
        return None
    if only_supposed(reader, clause, holder):
        return None
    if stance == "ignorant" or (stance == "knows" and clause.negated):
        return _lacked(reader, clause, stance, holder, k)
    stance = "wonders" if guessed and stance == "believes" else stance  # "She thought that he might love her"
    known = _treated(reader, holder, k, _anothers(reader, holder, below, claim))
    claim = known or turned_out(reader, clause, k)
    belied = known is None or stressed(reader, k)  # "I thought it was you that wanted to go"
    belied = belied or below.lemma in ("mean", "plan")
    corrected = till_now(reader, clause, stance, holder, claim, belied=belied) if claim is not None else None
    if corrected is not None or stance == "tells":
        return corrected or (_reported(reader, clause, holder, claim) if claim is not None else None)
    if claim is None or claim.proposition.subject == holder:
        return None
    quote = reader.quotes.get(clause.quotation or "")
    if clause.question:
        if quote is None or quote.speaker is None or quote.speaker in (holder, claim.proposition.subject):
            return None
        return reader.statement("stance", quote.speaker, claim, "wonders", clause, 0.5)
    if wished_away(clause, below):
        return reader.statement("think", holder, denied(claim), "believes", clause, 0.6)
    if stance in ("believes", "knows"):
        if _ended(reader, clause):
            claim = denied(claim)
        asked = _asked_by(reader, clause, below)
        denial = clause.negated and BUT.search(reader.text, clause.end, max(clause.end, below.verb.start)) is None
        if denial and not undoubted(reader.text, clause) and asked != "why":
            if clause.lemma not in word_set("neg_raising") or asked == "how":
                return None
            claim = denied(claim)
        to = quote.addressees if quote is not None else ()
        return reader.statement("think", holder, claim, stance, clause, 0.7, to)  # type: ignore[arg-type]
    if clause.negated:  # "I don't wonder you are tired" holds it to be so, "I don't fear it" tells little
        return reader.statement("think", holder, claim, "believes", clause, 0.55) if stance == "wonders" else None
    return reader.statement("stance", holder, claim, stance, clause, 0.65)  # type: ignore[arg-type]


def _asked_by(reader: Reader, clause: Clause, below: Clause) -> str | None:
    """With what word it is asked: who cannot think why she hates him thinks that she does."""
    word = PUZZLING.search(reader.text, clause.verb.end, max(clause.verb.end, below.verb.start))
    return word[1].lower() if word is not None else None


def _expected(reader: Reader, clause: Clause, stance: str, holder: str | None, below: Clause) -> bool:
    """ "I thought you'd laugh at me", said to the one who has not laughed, and "You thought I'd laugh?"."""
    quote, subject = reader.quotes.get(clause.quotation or ""), reader.claims.who(below.subject)
    said = stance == "believes" and clause.lemma in SUPPOSED and clause.tense in PAST and not clause.negated
    if quote is None or not said:
        return False
    of_hearer = quote.speaker == holder and subject in quote.addressees
    return of_hearer or (quote.speaker == subject and holder in quote.addressees)


def _other(reader: Reader, clause: Clause, below: Clause, claim: Claim | None) -> str | None:
    """ "He was sure that the old man hated him": "he" cannot be the old man, who is named below, whatever was linked;
    so it is the one whom the old man hates."""
    who, subject = clause.subject, below.subject
    if claim is None or who is None or subject is None or below.start < clause.start:
        return None
    word, named = reader.text[who.start : who.end].lower(), reader.text[subject.start : subject.end].lower()
    own = claim.proposition.subject is not None and reader.claims.who(who) == claim.proposition.subject
    spans = [s for s in (below.object, *below.obliques) if s is not None]
    aimed = any(reader.text[s.start : s.end].lower() == OBLIQUE.get(word) for s in spans)
    return claim.proposition.object if own and aimed and named not in (*OBLIQUE, "they", "it", "who") else None


def _kept_from(reader: Reader, clause: Clause) -> bool:
    """Whether somebody is not let see it ("She would not let him see that she was hurt")."""
    above = reader.clauses[clause.governor] if clause.governor is not None else None
    return above is not None and above.lemma == "let" and above.negated


def _only_wished(reader: Reader, clause: Clause) -> bool:
    """Whether somebody is only asked or meant to think so ("I want you to know that ..."), or it is asked whether they
    can ("Do you think I can believe that ...?"); who comes or seems to think so does."""
    above = reader.clauses[clause.governor] if clause.governor is not None else None
    sure = clause.lemma == "make" and SURE.match(reader.text, clause.verb.end) is not None
    if sure or _made(reader, clause):  # "You must make sure that ...", "What made you think so?"
        return True
    if clause.tense == "infinitive" and not NOT_TO.search(
        reader.text, max(0, clause.verb.start - LEAD), clause.verb.start
    ):
        return above is None or not (above.passive or above.lemma in word_set("leading"))
    return above is not None and above.question and clause.modal in ("can", "could")


def _ended(reader: Reader, clause: Clause) -> bool:
    """ "She had ceased to believe that he loved her", "He gave up thinking so"; nobody never stops."""
    above = reader.clauses[clause.governor] if clause.governor is not None else None
    inside = clause.tense in ("infinitive", "participle") and stance_of(reader.text, clause) == "believes"
    if above is None or not inside or above.negated:
        return False
    return above.lemma in word_set("ending") or (
        above.lemma == "give" and UP.match(reader.text, above.verb.end) is not None
    )


def only_supposed(reader: Reader, clause: Clause, holder: str) -> bool:
    """Whether it is another who thinks that somebody thinks so: "She supposed that he thought her plain"."""
    return any(
        stance_of(reader.text, above) in THOUGHT and reader.claims.who(holder_of(reader.text, above)) != holder
        for above in governors(reader.clauses, clause)
    )


def _made(reader: Reader, clause: Clause) -> bool:
    before = reader.text[max(0, clause.start - LONG) : clause.verb.start].lower().split()
    return clause.question and not {"made", "makes", "make"}.isdisjoint(before)


def _reported(reader: Reader, clause: Clause, holder: str, claim: Claim) -> Statement | None:
    """ "She told him that she loved him": what the narration reports that somebody says of their own heart, or tells
    somebody of another's."""
    about, told = claim.proposition, clause.tense in TOLD and clause.modal is None
    if about.object is None or about.predicate not in ("feels", "attitude"):
        return None
    if not told or clause.negated or clause.question or clause.quotation is not None:
        return None
    if NEARLY.search(reader.text, clause.start, clause.verb.start):
        return None
    spans = [clause.object, *(Span(o.start, o.end) for o in clause.obliques if o.preposition == "to")]
    to = tuple(dict.fromkeys(who for span in spans if (who := reader.claims.who(span)) not in (None, holder)))
    if about.subject == holder:
        return reader.statement("own", holder, claim, "believes", clause, 0.6, to)
    return (
        reader.statement("say", holder, claim, "believes", clause, 0.5, to) if to and about.subject not in to else None
    )


def _lacked(reader: Reader, clause: Clause, stance: str, holder: str, k: int) -> Statement | None:
    """What somebody does not know: of a heart, or, as the narration tells it, what another is or does."""
    if clause.question or clause.lemma == "tell" or HALF.search(reader.text, clause.start, clause.verb.end):
        return None
    if clause.lemma == "remember" or clause.marker in ("when", "whenever") or _bare(reader, k):
        return None
    above = reader.clauses[clause.governor] if clause.governor is not None else None
    if above is not None and above.question:  # "Do you think I did not know that he loved me?"
        return None
    if above is not None and above.negated and clause.tense == "infinitive":
        return None  # "She had not failed to notice that he was pale"
    shown = _shown(reader, clause, k)
    if asks(reader, clause, k) and not shown:
        return None
    claim, said = reader.claims.of(k), reader.clauses[k].marker == "that"
    quote = reader.quotes.get(clause.quotation or "")
    absent = quote is not None and quote.speaker is not None and holder not in (quote.speaker, *quote.addressees)
    until_now = quote is not None and not absent and clause.tense in PAST  # "I did not know that he was ill"
    learns = clause.lemma in word_set("learning") or (shown and clause.lemma in word_set("fathoming"))
    could = clause.modal == "could" and learns  # "She could not know that he was ill"
    plain = (quote is None or absent or until_now or shown) and (could or clause.modal is None)
    plain = plain and reader.documents.at(clause.start) is None
    plain = plain and not (above is not None and stance_of(reader.text, above) in THOUGHT)
    plain = plain and not (_in_what_way(reader.text, clause, reader.clauses[k]) and not shown)
    if claim is None and plain and (said or shown or clause.lemma in word_set("lacking")):
        claim = fact(reader.claims, k, shown)
    if not said and clause.lemma in word_set("finding") | SENSES:
        return None  # "did not hear him come", "had never seen him angry"
    if claim is None or claim.proposition.subject == holder:
        return None
    if (
        quote is not None
        and not (absent or until_now)
        and "how" in reader.text[clause.verb.end : reader.clauses[k].verb.start].lower().split()
    ):
        return None  # "You don't know how I love you"
    to = (holder,) if until_now else ()
    affirmed = stance == "ignorant" or claim.affirmed
    return reader.statement("ignorant", holder, claim, "knows", clause, 0.65, to) if affirmed else None


def _bare(reader: Reader, k: int) -> bool:
    """ "You never knew me do wrong"."""
    subject = reader.clauses[k].subject
    return subject is not None and reader.text[subject.start : subject.end].lower() in ACCUSATIVE


def _in_what_way(text: str, clause: Clause, told: Clause) -> bool:
    """ "did not know how he had come"."""
    return told.subject is not None and WAY.search(text, clause.verb.end, told.subject.start) is not None


def _shown(reader: Reader, clause: Clause, k: int) -> bool:
    """Whether a question that somebody cannot answer shows what is so: how deeply another loves, why they weep, what
    they have suffered; the narration tells it."""
    told = reader.clauses[k]
    if told.verb.start < clause.verb.end or told.subject is None:
        return False
    if clause.quotation is not None:  # "You do not know what I have suffered"
        own = clause.tense in PAST or reader.text[told.subject.start : told.subject.end].lower() == "i"
        suffered = reader.text[clause.verb.end : told.subject.start].lower().split() == ["what"]
        return own and suffered and told.lemma in word_set("suffered") and not clause.modal
    if MUCH.search(reader.text, clause.verb.end, told.subject.start):
        return True
    asked = reader.text[clause.verb.end : told.subject.start].lower().split()[-1:]
    fathoms = clause.lemma in word_set("fathoming")
    why = asked == ["why"] and reader.claims.of(k) is not None
    return fathoms and (why or (asked == ["what"] and told.lemma in word_set("inward")))


def asks(reader: Reader, clause: Clause, k: int) -> bool:
    """Whether what is not known is a question ("did not know why she had come")."""
    asked = reader.clauses[k].verb.start
    if asked < clause.start:  # "Whether he knew, or guessed, she did not know"
        before = reader.text[reader.minds.sentences[clause.sentence].start : asked].lower().split()
        return not ASKING.isdisjoint(before)
    words = reader.text[clause.verb.end : asked].lower().split()[:ASKED]
    often = any(pair in COUNTING for pair in pairwise(words))
    return "that" not in words and (often or not ASKING.isdisjoint(words))


def _anothers(reader: Reader, holder: str, below: Clause, claim: Claim | None) -> Claim | None:
    """ "He was angry with her, she was sure ... She saw that he wasn't angry", where the words for him were linked to
    her: nobody finds out what they feel themselves, so it is whose heart they thought of before."""
    before, subject = reader.thought.get(holder), below.subject
    if claim is None or before is None or subject is None or claim.proposition.subject != holder:
        return claim
    pronoun = reader.text[subject.start : subject.end].lower() in OBLIQUE
    one, other = before.claim.proposition, claim.proposition
    same = (one.predicate, one.value) == (other.predicate, other.value) and one.subject != holder
    near = below.start - before.start <= NEAR and before.claim.affirmed is not claim.affirmed
    return denied(before.claim) if pronoun and same and near else claim


def _treated(reader: Reader, holder: str, k: int, claim: Claim | None) -> Claim | None:
    """What the clause below claims, or what it tells that is done to the holder ("wanted to be rid of her")."""
    vague = claim is None or (claim.proposition.predicate == "wants" and claim.proposition.object is None)
    return (treatment(reader, holder, k) or of_ones_own(reader, holder, k) or claim) if vague else claim
