"""What the narration says two people do: kiss, quarrel, part; and how long they have not spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.prefilter import Prefilter, needed, words_in
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.deeds.idioms import deeds_told
from unspoken.stages.relationships.deeds.reported import reported
from unspoken.stages.relationships.deeds.speech import LIGHT, TAKEN
from unspoken.stages.relationships.deeds.talkers import in_touch, talks_with
from unspoken.stages.relationships.deeds.told import earlier, hearsay, imagined, long_ago, real
from unspoken.stages.relationships.people import FIRST_PLURALS, NEITHER, PRONOUNS, People
from unspoken.stages.relationships.ties.bonds import SEVERAL, one_by_one

TABLE = "relationship_verbs.toml"
# "By then they had become friends", "She had told him she was sorry": since the last scene; a death lasts.
BECOMES = frozenset({"befriend", "couple", "reunite", "apologise", "forgive", "die"})
WEDS = frozenset({"marry", "divorce", "couple"})  # what two may do with each other, and each with another
JUST = 40  # code points before a pronoun in which a name tells whom it means
KNOWN = 0.8  # how sure it must be who has died
TAIL = 25  # code points after a clause that may still say what was kissed
REPORTED = 0.6  # an event told by somebody of the story is less sure than one that is narrated
MANY = frozenset(("they", "these", "those"))  # who "passed away": feelings as well as people, and more than one
QUOTES = frozenset("\"”'")  # "“Of course,” he apologised": how something is said
NEW = re.compile(r"an? ", re.I)  # "He married a widow": nobody who was spoken of before
EACH_OTHER = re.compile(r"\b(?:each other|one another)\b", re.I)


@dataclass(frozen=True)
class Verb:
    """One row of the resource: what a verb does, and where the other person stands."""

    type: str
    who: tuple[str, ...]
    prepositions: frozenset[str]
    unless: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    kind: str | None
    confidence: float
    finite: bool  # participles ("the dying fire") do not count
    bare: bool  # only where nothing follows: "she left him."
    lovers: bool  # only between two who are known as lovers
    passive: bool  # only of whom it is done to: "he was killed"


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """Rows by lemma."""
    out: dict[str, tuple[Verb, ...]] = {}
    for row in resources.table(TABLE)["verb"]:
        unless, needs = (re.compile(row[key], re.I) if key in row else None for key in ("unless", "needs"))
        prepositions = frozenset(row.get("with", ()))
        flags = (row.get(flag, False) for flag in ("finite", "bare", "lovers", "passive"))
        kind, confidence = row.get("kind"), row["confidence"]
        verb = Verb(row["type"], tuple(row["who"]), prepositions, unless, needs, kind, confidence, *flags)
        for lemma in row["lemmas"].split():
            out[lemma] = (*out.get(lemma, ()), verb)
    return out


@dataclass(frozen=True)
class Phrase:
    """One row of the resource: what two do who are the subject together; ``unless_next``: what follows where they do
    not ("engaged [in talk]")."""

    type: str
    pattern: re.Pattern[str]
    unless_next: re.Pattern[str] | None
    kind: str | None
    confidence: float


@cache
def phrases() -> Prefilter[Phrase]:
    """All rows, in the order of the resource, by the words that they need."""
    rows = (
        Phrase(
            row["type"],
            re.compile(row["pattern"], re.I),
            re.compile(row["unless_next"], re.I) if "unless_next" in row else None,
            row.get("kind"),
            row["confidence"],
        )
        for row in resources.table(TABLE)["phrase"]
    )
    return Prefilter((needed(phrase.pattern.pattern), phrase) for phrase in rows)


def narrated(people: People, clauses: Sequence[Clause]) -> Iterator[Happening]:
    """Events that clauses tell as having happened, in the order of the clauses."""
    retold = resources.table(TABLE)["reported"]["types"].split()
    for i, clause in enumerate(clauses):
        if not real(i, clauses) or imagined(people, clause):
            continue
        by_words = (*_by_verb(people, clause), *_by_phrase(people, clause), *deeds_told(people, i, clauses))
        for happening in (*by_words, *reported(people, clause)):
            type_ = happening.type
            if clause.quotation is None or (type_ in retold and not hearsay(people, clause, type_)):
                told = replace(happening, before=_before(people, i, clauses, type_))
                yield told
                if type_ == "apologise":  # of which no more is told than that, it is not turned away
                    yield replace(told, type=TAKEN, start=told.end, confidence=LIGHT)


def _before(people: People, i: int, clauses: Sequence[Clause], type_: str) -> bool:
    """Whether what a clause tells lies before its scene; a scene that looks back tells itself as what had happened."""
    scene = people.scene(clauses[i].start)
    if scene is not None and scene.mode == "analepsis" and clauses[i].quotation is None:
        return False
    return (earlier(i, clauses) and type_ not in BECOMES) or long_ago(clauses[i], type_)


def silences(people: People, clauses: Sequence[Clause]) -> Iterator[Happening]:
    """ "She had not spoken to him since": the two are estranged; a status, not an event."""
    table = resources.table(TABLE)["silence"]
    lemmas, prepositions, lasting = table["lemmas"].split(), table["with"].split(), re.compile(table["time"], re.I)
    final, wordless = re.compile(table["final"], re.I), re.compile(table["wordless"], re.I)
    for clause in clauses:
        if clause.lemma not in lemmas or clause.modal or clause.question or clause.conditional:
            continue
        if not (clause.negated or _neither(people, clause)):
            continue
        words = people.text[clause.start : min(clause.end + 40, len(people.text))]
        if (clause.tense in ("perfect", "pluperfect") and lasting.search(words)) or (
            clause.tense == "past" and (final.search(words) or _for_years(people, clause, wordless, lasting))
        ):
            others = [Span(o.start, o.end) for o in clause.obliques if o.preposition in prepositions]
            subject = people.meant(clause.subject)
            pairs = [subject] if len(subject) == 2 else _two(people, clause.subject, [*others, clause.object])
            for actor, other in pairs:
                yield Happening("estranged", actor, other, True, clause.start, clause.end, 0.7)


def _for_years(people: People, clause: Clause, wordless: re.Pattern[str], lasting: re.Pattern[str]) -> bool:
    """ "For ten years they did not exchange a word": the sentence opens with how long it lasts."""
    opening = max(people.text.rfind(mark, 0, clause.start) for mark in ".!?\n") + 1
    said = wordless.search(people.text, clause.start, clause.end)
    return said is not None and lasting.search(people.text, opening, clause.end) is not None


def _neither(people: People, clause: Clause) -> bool:
    """ "Neither of them spoke to the other again": the subject denies."""
    subject = clause.subject
    return subject is not None and people.text[subject.start : subject.end].lower() in NEITHER


def dies(people: People, clause: Clause) -> bool:
    """Whether the words of a clause say that its subject dies, whoever that is."""
    return any(verb.type == "die" and _fits(people, clause, verb) for verb in verbs().get(clause.lemma, ()))


def _by_verb(people: People, clause: Clause) -> Iterator[Happening]:
    for verb in verbs().get(clause.lemma, ()):
        if not _fits(people, clause, verb):
            continue
        sure = round(verb.confidence * (REPORTED if clause.quotation else 1.0), 3)
        for actor, other, mutual in _parties(people, clause, verb):
            if not mutual and not clause.passive:
                actor, other = in_touch(people, clause, verb.type, actor, other)
            end, lovers = clause.end, verb.lovers
            yield Happening(verb.type, actor, other, mutual, clause.start, end, sure, verb.kind, lovers=lovers)


def _fits(people: People, clause: Clause, verb: Verb) -> bool:
    """Whether a clause with a verb of the resource says what its row asks for."""
    if (clause.tense == "participle" and verb.finite) or (verb.bare and not _bare(people, clause)):
        return False
    if verb.passive and not clause.passive:
        return False
    words = people.text[clause.start : clause.end + TAIL]
    return not (verb.unless and verb.unless.search(words)) and not (verb.needs and not verb.needs.search(words))


def _parties(people: People, clause: Clause, verb: Verb) -> Iterator[tuple[str, str, bool]]:
    subject = people.meant(clause.subject)
    if "alone" in verb.who:
        if clause.subject and people.text[clause.subject.start : clause.subject.end].lower() in MANY:
            return
        sure = subject and not _taken_for(people, clause.subject, subject[0])
        yield from ((who, who, False) for who in subject[:1] if sure and people.is_person(who))
        return
    if "victim" in verb.who or "pair" in verb.who:
        yield from _done_to(people, clause, "pair" in verb.who)
        return
    if "talk" in verb.who and len(subject) == 1 and clause.object is None and not clause.passive:
        said = (
            clause.quotation is not None or people.text[max(0, clause.start - 2) : clause.start].strip()[-1:] in QUOTES
        )
        other = None if said else talks_with(people, subject[0], clause.start)
        yield from ((a, b, False) for a, b in [(subject[0], other or "")] if other and _both(people, a, b))
        return
    if "mutual" in verb.who and len(subject) == 2 and _no_third(people, clause):
        if not (verb.type in WEDS and _with_others(people, clause)):
            yield from ((a, b, True) for a, b in [subject] if _both(people, a, b))
        return
    spans = [clause.object] if "object" in verb.who else []
    if "with" in verb.who:
        spans += [Span(o.start, o.end) for o in clause.obliques if o.preposition in verb.prepositions]
    for actor, other in _two(people, clause.subject, spans):
        yield (other, actor, False) if clause.passive else (actor, other, False)


def _done_to(people: People, clause: Clause, pair: bool) -> Iterator[tuple[str, str, bool]]:
    """Who dies by another's hand, or the pair whom a priest weds; in talk it may be said of anything."""
    whom, by = people.meant(clause.object), people.meant(clause.subject)
    if clause.quotation is not None or clause.passive or set(whom) & set(by):
        return
    if pair and not whom and len(by) == 1 and clause.object and _words(people, clause.object) == "them":
        whom = people.two_besides(clause.start, by[0])
    if pair and len(whom) == 2 and _both(people, *whom):
        yield whom[0], whom[1], True
    if not pair and len(whom) == 1 and people.is_person(whom[0]):
        yield whom[0], whom[0], False


def _words(people: People, span: Span) -> str:
    return people.text[span.start : span.end].lower()


def _with_others(people: People, clause: Clause) -> bool:
    """Whether two are wed to others: each of them, or, in a work of many, "We were married young", which whom one is
    married to has no need to hear."""
    subject = people.text[clause.subject.start : clause.subject.end].lower() if clause.subject else ""
    of_us = people.crowded and clause.quotation is not None and subject in FIRST_PLURALS
    return of_us or one_by_one(people, clause)


def _taken_for(people: People, subject: Span | None, who: str) -> bool:
    """Whether, in a work of many people, it is hardly known whom a noun means that is no name ("the poor minister"), or
    a pronoun with no name just before it."""
    if subject is None or not people.crowded or people.sure(subject) >= KNOWN:
        return False
    if people.text[subject.start : subject.end].lower() not in PRONOUNS:
        return people.has_name(who)
    before = people.named.inside(max(0, subject.start - JUST), subject.start)
    return not any(n.character == who and people.gives_name(n) for n in before)


def _bare(people: People, clause: Clause) -> bool:
    """Whether a clause ends with its object, and the sentence with it."""
    at_end = clause.object is not None and clause.end - clause.object.end <= 1
    return at_end and people.text[clause.end - 1 : clause.end + 1].strip()[:1] in (".", "!")


def _no_third(people: People, clause: Clause) -> bool:
    """Whether what two people do, they do with each other."""
    if clause.object is None:
        return True
    return bool(EACH_OTHER.search(people.text[clause.object.start : clause.object.end]))


def _two(people: People, subject: Span | None, others: Sequence[Span | None]) -> Iterator[tuple[str, str]]:
    actors = people.meant(subject)
    for span in others:
        if span is not None and NEW.match(people.text, span.start):
            continue
        others_meant = people.meant(span)
        for other in others_meant if len(others_meant) == 1 else ():
            if len(actors) == 1 and _both(people, actors[0], other):
                yield actors[0], other


def _both(people: People, a: str, b: str) -> bool:
    return a != b and people.is_person(a) and people.is_person(b)


def _by_phrase(people: People, clause: Clause) -> Iterator[Happening]:
    words = people.text[clause.start : clause.end]
    for phrase in phrases().among(words_in(words)):
        match = phrase.pattern.search(words)
        if match is None or SEVERAL.search(words, 0, match.end()):
            continue
        end = clause.start + match.end()
        if phrase.unless_next is not None and phrase.unless_next.match(people.text, end):
            continue
        subject = people.meant(clause.subject)
        if phrase.type in WEDS and _with_others(people, clause):
            continue
        if len(subject) == 2 and _both(people, *subject):
            a, b = subject
            sure = round(phrase.confidence * (REPORTED if clause.quotation else 1.0), 3)
            yield Happening(phrase.type, a, b, True, clause.start, end, sure, phrase.kind)
