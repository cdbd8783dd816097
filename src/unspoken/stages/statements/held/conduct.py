"""What people say was done to them, by which they tell how they are regarded: "You sold me", "She stood by us", "They
never lied to you", "He would never do such a thing", "Keep off my land"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.clauses.governors import TOLD, governors
from unspoken.stages.stances import stance_of
from unspoken.stages.statements.claims.propositions import REGARDS
from unspoken.stages.statements.reader import Reader

SURE, GUESSED = 0.6, 0.5
SELF = re.compile(r"\b(?:me|us|my|our|myself)\b", re.IGNORECASE)
ANYBODY = re.compile(r"\w")
SO = re.compile(r"\W*(?:so|then|and so|so that was it)\b(?! (?:far|that|much|when|as)\b)", re.IGNORECASE)
YOU = re.compile(r"\b(?:you|your|thee)\b", re.IGNORECASE)
LONG = 90  # code points from a verb on in which it is told to whom something is done
AUXILIARY = re.compile(r"(?:would|could)(?:n['’]t)?\b", re.IGNORECASE)
FORBIDS = re.compile(r"(?:and |but )?don['’]t you\b", re.IGNORECASE)
IF = re.compile(r"\bif\b", re.IGNORECASE)
ASKS = re.compile(r"(?<!why )(?<!how )\b(?:has|have|had|did|do|does)\s+$", re.IGNORECASE)
BEFORE = 12  # code points before a subject in which a question begins
WHY = frozenset(("why", "how"))
NEVER = re.compile(r"\bnever\b|n['’]?t\b|\bnot\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Voice:
    """Who speaks or writes, to whom; ``letter``: its id."""

    who: str
    to: tuple[str, ...]
    letter: str | None


def conduct(reader: Reader) -> Iterator[Statement]:
    """What is said or written of what people do to those who speak or are spoken to.

    Args:
        reader: has the text, its clauses and who is meant.
    """
    for clause in reader.clauses:
        voice = _voice(reader, clause)
        if voice is None and clause.quotation is None and not _only_supposed(reader, clause):
            yield from _concluded(reader, clause)
        if voice is None or _only_supposed(reader, clause):
            continue
        subject = reader.claims.who(clause.subject)
        if subject == voice.who or clause.tense == "imperative":
            yield from _hostile(reader, clause, voice)
        elif subject is not None and _leads(reader, clause):
            yield from _done(reader, clause, voice, subject)
            yield from _above(reader, clause, voice, subject)


def _voice(reader: Reader, clause: Clause) -> _Voice | None:
    quote, letter = reader.voice(clause)
    if letter is not None:
        readers = reader.readers(letter) or ((letter.addressee,) if letter.addressee else ())
        return _Voice(letter.author, readers, letter.id) if letter.author in reader.people else None
    if quote is not None:
        spoken = quote.kind == "speech" and quote.speaker in reader.people
        return _Voice(quote.speaker or "", quote.addressees, None) if spoken else None
    scene = reader.scene(clause.start)
    own = scene is not None and scene.person == "first" and reader.narrator is not None
    return _Voice(reader.narrator or "", (), None) if own else None


def _only_supposed(reader: Reader, clause: Clause) -> bool:
    """Whether it hangs on what somebody thinks, says or supposes, or is asked."""
    if clause.marker in ("if", "unless", "lest", "whether") or clause.tense in ("infinitive", "participle"):
        return True
    above = governors(reader.clauses, clause)
    return any(c.conditional or c.question or stance_of(reader.text, c) is not None for c in above)


def _concluded(reader: Reader, clause: Clause) -> Iterator[Statement]:
    """ "Then he had trifled with her!": what is concluded by the one through whose eyes it is told, or was done to them
    before ("He had gone home and sold him")."""
    sentence, scene = reader.minds.sentences[clause.sentence], reader.scene(clause.start)
    mind = scene.focal if scene is not None else None
    subject = reader.claims.who(clause.subject)
    first = reader.text[sentence.start : clause.verb.start]
    if mind not in reader.people or subject in (None, mind) or not _before(reader, clause):
        return
    words = " ".join(reader.text[clause.verb.start : clause.end].split())[:LONG]
    warm = regard_of(words, clause, ANYBODY, clause.object is not None and reader.claims.who(clause.object) is not None)
    if warm is None:
        return
    spans = (clause.object, *clause.obliques)
    whom = next((w for s in spans if s is not None and (w := reader.claims.who(s)) not in (None, subject)), None)
    concluded = clause.tense == "pluperfect" and SO.match(first) is not None
    if concluded or (whom == mind and clause.governor is None and clause.marker is None):
        claim = regards(subject or "", whom, *warm, clause)
        yield reader.statement("think", mind or "", claim, "believes", clause, GUESSED)


def _before(reader: Reader, clause: Clause) -> bool:
    """Whether it had been done before: "had deserted him", or joined on to such ("had gone home and sold him")."""
    if clause.tense == "pluperfect":
        return True
    shared = (c for c in reader.beside(clause) if c.tense == "pluperfect" and c.end <= clause.start)
    return clause.tense == "past" and clause.subject_shared and any(c.subject == clause.subject for c in shared)


def _leads(reader: Reader, clause: Clause) -> bool:
    """Whether the subject stands before its verb: "Let me down, Tom" and "In what has he wronged you?" say nothing."""
    subject = clause.subject
    asked = subject is not None and ASKS.search(reader.text, max(0, subject.start - BEFORE), subject.start) is not None
    return subject is not None and subject.end <= clause.verb.start and not asked


def _done(reader: Reader, clause: Clause, voice: _Voice, subject: str) -> Iterator[Statement]:
    """What another does to who speaks, or to who is spoken to."""
    first = reader.text[clause.start : clause.verb.start].lower().split()[:1]
    if (clause.question and not WHY.intersection(first)) or FORBIDS.match(reader.text, clause.start):
        return
    words = " ".join(reader.text[clause.verb.start : max(clause.end, clause.verb.end)].split())[:LONG]
    own, told = (SELF, True), (YOU, False)
    for whose, mine in (own, told) if voice.to else (own,):
        target = voice.who if mine else _addressed(voice, subject)
        after = clause.object is not None and clause.object.start >= clause.verb.end
        aimed = (
            after
            and clause.object is not None
            and whose.fullmatch(reader.text[clause.object.start : clause.object.end])
        )
        warm = regard_of(words, clause, whose, bool(aimed)) or _compared(reader, clause, whose)
        only_if = clause.modal is not None and IF.search(reader.text, clause.end, clause.end + LONG) is not None
        if warm is not None and target is not None and not only_if:
            yield from _regarded(reader, clause, voice, subject, target, *warm)
            return


def _compared(reader: Reader, clause: Clause, whose: re.Pattern[str]) -> tuple[bool, bool] | None:
    """ "He looks at us like we're dirt": what it is like stands behind the clause."""
    end = reader.minds.sentences[clause.sentence].end
    words = " ".join(reader.text[clause.verb.start : end].split())[:LONG]
    m = _patterns()["like"].done.match(words) if clause.modal is None and clause.tense in TOLD else None
    return None if m is None or whose.search(m[0]) is None else (False, not clause.negated)


def _addressed(voice: _Voice, subject: str) -> str | None:
    return voice.to[0] if len(voice.to) == 1 and subject not in voice.to else None


def regard_of(words: str, clause: Clause, whose: re.Pattern[str], aimed: bool) -> tuple[bool, bool] | None:
    """Whether what is done tells of a heart: whether it is warm, and whether that is affirmed; None: it does not tell.

    Args:
        words: from the verb on.
        clause: of what is done.
        whose: words for the one to whom it is done.
        aimed: the object of the clause is that one.
    """
    modal = clause.modal in (None, "will", "would", "could") and (clause.negated or clause.modal is None)
    if not modal or clause.passive or not (clause.tense in TOLD or (clause.tense == "future" and clause.negated)):
        return None
    for name, warm in (("wrong", False), ("kindness", True)):
        table = _patterns()[name]
        refused = table.refused.match(words) if clause.negated else None
        if refused is not None and whose.search(refused[0]):
            return warm, True
        done = table.done.match(words)
        if (done is not None and whose.search(done[0])) or (aimed and clause.lemma in table.verbs):
            open_ended = clause.negated and clause.modal is not None
            return None if open_ended else (warm, not clause.negated)
    return None


def _regarded(
    reader: Reader, clause: Clause, voice: _Voice, subject: str, target: str, warm: bool, affirmed: bool
) -> Iterator[Statement]:
    claim = regards(subject, target, warm, affirmed, clause)
    if voice.letter is None and clause.quotation is not None:
        yield reader.statement("say", voice.who, claim, "believes", clause, SURE, voice.to)
        return
    yield reader.statement("think", voice.who, claim, "believes", clause, GUESSED)
    for who in voice.to if voice.letter is not None else ():
        if who not in (voice.who, subject):
            yield reader.statement("think", who, claim, "knows", clause, GUESSED)


def regards(subject: str, target: str | None, warm: bool, affirmed: bool, clause: Clause) -> Claim:
    """The claim that somebody is well or ill disposed to another.

    Args:
        subject: whose heart it is.
        target: for whom; None: for nobody in particular.
        warm: well disposed.
        affirmed: not denied.
        clause: says so.
    """
    public = Proposition("attitude", subject, target, "positive" if warm else "negative")
    return Claim(public, affirmed, Atom(f"{REGARDS} {target}", subject), warm is affirmed, clause.start, clause.end)


def _above(reader: Reader, clause: Clause, voice: _Voice, subject: str) -> Iterator[Statement]:
    """ "She would never do such a thing": who says so thinks well of her."""
    table = resources.table("conduct.toml")["above"]
    able = clause.modal == "would" or (clause.modal == "could" and clause.lemma != "do")  # "you couldn't do that"
    never = clause.negated and able and clause.quotation is not None
    never = never and not AUXILIARY.match(reader.text, clause.start)  # "Could you not have told me?"
    if not never or clause.lemma not in table["verbs"].split() or clause.object is None:
        return
    thing = reader.text[clause.object.start : clause.object.end].lower()
    one = reader.claims.who(clause.object)
    if (re.fullmatch(table["whatever"], thing) or one not in (None, subject)) and NEVER.search(
        reader.text, clause.start, clause.verb.start
    ):
        claim = regards(subject, one, True, True, clause)
        yield reader.statement("say", voice.who, claim, "believes", clause, GUESSED, voice.to)


def _hostile(reader: Reader, clause: Clause, voice: _Voice) -> Iterator[Statement]:
    """ "I never want to see you again"; in a letter, too, "Keep off my land"."""
    if len(voice.to) != 1 or voice.who in voice.to:
        return
    said = reader.text[clause.start : reader.evidence(clause.end)]
    rough = voice.letter is not None and clause.tense == "imperative" and _patterns()["hostile"].done.match(said)
    own = clause.tense != "imperative" and _patterns()["hostile"].refused.search(said)
    if not (rough or own):
        return
    claim = regards(voice.who, voice.to[0], False, True, clause)
    if voice.letter is not None:
        yield reader.statement("write", voice.who, claim, "knows", clause, SURE, voice.to, voice.letter)
    else:
        yield reader.statement("own", voice.who, claim, "believes", clause, SURE, voice.to)


@dataclass(frozen=True)
class _Patterns:
    verbs: frozenset[str]
    done: re.Pattern[str]
    refused: re.Pattern[str]


@cache
def _patterns() -> Mapping[str, _Patterns]:
    table = resources.table("conduct.toml")
    out = {
        name: _Patterns(frozenset(row["verbs"].split()), _any(row["patterns"]), _any(row["refused"]))
        for name in ("wrong", "kindness")
        for row in (table[name],)
    }
    out["like"] = _Patterns(frozenset(), _any(table["compared"]["patterns"]), _any(()))
    out["hostile"] = _Patterns(frozenset(), _any(table["hostile"]["patterns"]), _any(table["hostile"]["own"]))
    return out


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    """All of some patterns as one, with the words for people filled in."""
    table = resources.table("conduct.toml")["words"]
    joined = "|".join(f"(?:{p})" for p in patterns) or "(?!)"
    for name, words in table.items():
        joined = joined.replace(f"<{name}>", words)
    return re.compile(joined, re.IGNORECASE)
