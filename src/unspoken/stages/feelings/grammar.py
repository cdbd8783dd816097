"""Who stands where to a cue: its subject, its object, what follows it; and whether it is denied or only supposed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.feelings.page import GENITIVE, Page, word_set
from unspoken.stages.mentions.nominals import nouns

STOPS = frozenset('.!?;:—–…"“”‘«')
REACH = 12
THIRD = frozenset(("he", "she"))


@dataclass(frozen=True)
class Party:
    """Who stands in a place: a character; somebody not resolved; a thing; or nobody there at all."""

    who: str | None = None
    state: Literal["known", "unresolved", "thing", "none"] = "none"


NOBODY = Party()


def party(page: Page, span: Span | None) -> Party:
    """What a noun phrase means."""
    if span is None:
        return NOBODY
    who = page.head(span)
    if who:
        return Party(who, "known")
    inside = page.tokens(span)
    if inside and (page.lower[inside[-1]] in word_set("shown") or page.lemma[inside[-1]] in word_set("shown")):
        owned, who = page.owner(inside[-1])
        return Party(who, "known" if who else "unresolved" if owned else "thing")
    alone = len(inside) == 1 and page.lower[inside[0]] in word_set("personal")
    if alone and page.lower[inside[0]] == "i" and (thinker := _thinker(page, inside[0])) is not None:
        return Party(thinker, "known")
    named = bool(inside) and all(page.pos[k] == "PROPN" for k in inside)
    being = any(page.lower[k] in nouns() or page.lemma[k] in nouns() for k in inside[:4])
    return Party(None, "unresolved" if alone or named or being else "thing")


def _thinker(page: Page, i: int) -> str | None:
    """Who "I" at token ``i`` is in a thought that is told without marks: "I shall miss him, [Ann] thought"."""
    if page.speech[i] >= 0 or page.writing[i] >= 0 or page.narrator is not None:
        return None
    near = page.clauses[max(0, page.clause[i] - REACH) : page.clause[i] + REACH]
    here = (
        c for c in near if c.lemma in word_set("thinking") and page.sentence[page.token_at(c.start)] == page.sentence[i]
    )
    beside = (
        c for c in here if "," in (page.lower[page.token_at(c.start) - 1], page.lower[page.token_at(c.end - 1) + 1])
    )
    return next((who for c in beside if (who := page.head(c.subject)) is not None), None)


def subject(page: Page, i: int) -> Party:
    """The subject of the clause that token ``i`` is in, or of the clause that governs it."""
    if (watched := _watched(page, i)) is not None:
        return watched
    clause = _of_whom(page, i)
    for _ in range(3):
        if clause is None:
            break
        if clause.subject is not None:
            found = _told(page, clause) or party(page, clause.subject)
            shared = clause.subject_shared and found.state in ("thing", "none")
            return _sharer(page, i, found) if shared else found
        clause = page.clauses[clause.governor] if clause.governor is not None else None
    clause = page.clause_at(i)
    if clause is not None and (first := _opening(page, clause)) is not None:
        return first
    return _nearest(page, i) if clause is None or _ever_since(page, i, clause) else NOBODY


def _opening(page: Page, clause: Clause) -> Party | None:
    """Who opens a clause whose subject was not found: "[He]'s that scared"."""
    last, who = page.other_at(page.token_at(clause.start))
    opens = clause.subject is None and clause.tense in TOLD and page.pos[last + 1 : last + 2] == ["AUX"]
    return Party(who, "known") if who is not None and opens else None


def _watched(page: Page, i: int) -> Party | None:
    """Who is seen, found or left doing what a participle tells: "She left [Ben] looking startled"."""
    clause, number = page.clause_at(i), page.clause[i]
    before = page.clauses[number - 1] if clause is not None and number > 0 else None
    if clause is None or before is None or before.object is None:
        return None
    doing = clause.tense == "participle" and page.text[clause.verb.start : clause.verb.end].endswith("ing")
    being = clause.tense == "past" and clause.subject_shared and page.lower[i].endswith("ed")
    beside = not page.text[before.object.end : clause.start].strip() and (doing or being)
    if not beside or before.lemma not in word_set("causing") | word_set("noticing"):
        return None
    found = party(page, before.object)
    return found if found.state in ("known", "unresolved") else None


def beheld(page: Page, i: int) -> Party | None:
    """Who is seen, heard, found or left in what begins at token ``i`` right after them: "heard [her] at a loss"; nobody
    where it is denied."""
    clause = page.clause_at(i)
    if clause is None or clause.object is None or clause.object.end != page.end[i - 1]:
        return None
    if clause.lemma not in word_set("beholding") | word_set("noticing") or page.start[i] < clause.verb.end:
        return None
    found = NOBODY if clause.negated else party(page, clause.object)
    return None if found.state == "thing" else found


def _of_whom(page: Page, i: int) -> Clause | None:
    """The clause that token ``i`` is in, or the one that it goes on with: "who was tall, and [who wept]"."""
    clause, number = page.clause_at(i), page.clause[i]
    if clause is None or clause.subject is not None or clause.marker != "who":
        return clause
    before = (c for c in reversed(page.clauses[max(0, number - 3) : number]) if c.sentence == clause.sentence)
    return next((c for c in before if c.marker == "who"), clause)


def _ever_since(page: Page, k: int, clause: Clause | None = None) -> bool:
    """Whether "on" before token ``k`` belongs to what stands before it ("From that night on [Wade] ..."), or, of a
    clause whose subject was not found, whether it begins so."""
    if clause is not None:
        first = page.token_at(clause.start)
        return clause.subject is None and clause.tense in TOLD and page.lower[first : first + 1] == ["from"]
    return page.lower[k - 1 : k] in (["on"], ["onwards"], ["onward"]) and "from" in page.lower[max(0, k - 6) : k - 1]


def _told(page: Page, clause: Clause) -> Party | None:
    """Who tells somebody what "she" feels, where "she" is taken for the one who is told: "Ann told [Eve] that she was
    sorry" is of Ann."""
    above = page.clauses[clause.governor] if clause.governor is not None else None
    words = page.tokens(clause.subject) if clause.subject is not None else range(0)
    if above is None or above.lemma not in word_set("telling") or len(words) != 1 or page.lower[words[0]] not in THIRD:
        return None
    heard, teller = page.head(above.object), page.head(above.subject)
    taken = page.head(clause.subject)
    called = {c.id: c.pronouns for c in page.characters}
    alike = called.get(teller or "") in (None, called.get(heard or ""))
    return Party(teller, "known") if teller and taken == heard != teller and alike else None


def _sharer(page: Page, i: int, found: Party) -> Party:
    """A shared subject may be that of a clause further back, where it was taken from a relative clause."""
    number = page.clause[i]
    for earlier in page.clauses[max(0, number - 3) : number]:
        if earlier.subject is not None and earlier.sentence == page.clauses[number].sentence:
            first = party(page, earlier.subject)
            if first.state == "known" and not earlier.subject_shared:
                return first
    return found


def _nearest(page: Page, i: int) -> Party:
    """Without a clause: the nearest name or pronoun before token ``i`` that can be a subject."""
    for k in range(i - 1, max(-1, i - REACH), -1):
        if not page.together(k, i) or page.lower[k] in STOPS:
            break
        found = page.ends.get(k)
        low = page.lower[k]
        if found is None:
            if low in ("he", "she", "i", "they", "we"):
                return Party(None, "unresolved")
            continue
        before = page.pos[found[0] - 1] if found[0] else "X"
        if low in word_set("possessives") or low in word_set("objects") - {"you", "it"}:
            continue
        if before == "ADP" and not _ever_since(page, found[0]):
            continue
        if page.lower[k + 1 : k + 2] and page.lower[k + 1] in GENITIVE:
            continue
        return Party(found[1], "known")
    return NOBODY


def direct_object(page: Page, i: int) -> Party:
    """The object of the verb at token ``i``; "none but [you]" means you."""
    if (alone := _excepted(page, i)) is not None:
        return Party(alone, "known")
    clause = page.clause_at(i)
    if clause is not None and governs(page, i):
        return party(page, clause.object)
    return following(page, i)


def governs(page: Page, i: int) -> bool:
    """Whether the word at token ``i`` is a verb that has an object, be it somebody or something."""
    clause = page.clause_at(i)
    return clause is not None and clause.object is not None and clause.verb.start == page.start[i]


def _excepted(page: Page, i: int) -> str | None:
    """Who alone is meant after token ``i``: "none but [you]", "nobody except [Ann]", "no one but [her]"."""
    k = i + 1 + (page.lower[i + 1 : i + 2] == ["no"])
    if k + 1 < len(page) and page.lower[k] in word_set("nobodies") and page.lower[k + 1] in word_set("excepting"):
        return page.other_at(k + 2)[1]
    return None


def following(page: Page, i: int) -> Party:
    """The person named right after token ``i``, who does nothing there ("hoped [he] came")."""
    last, who = page.other_at(i + 1)
    if who and not _genitive_next(page, last) and page.pos[last + 1 : last + 2] not in (["AUX"], ["VERB"]):
        return Party(who, "known")
    pronoun = i + 1 < len(page) and page.lower[i + 1] in ("him", "me", "them", "us")
    return Party(None, "unresolved") if pronoun else NOBODY


def complement_person(page: Page, i: int) -> Party:
    """The person right before an adjective that is said of the object ("made [him] angry", "made [Tom] feel angry")."""
    k = i - 1
    while k > 0 and page.pos[k] == "ADV":
        k -= 1
    feels = page.lower[k] in ("feel", "look", "be")
    k = k - 1 if feels else i - 1
    found = page.ends.get(k)
    if found is None or found[0] == 0 or not (feels or page.lower[k] in word_set("objects")):
        return NOBODY
    if page.lemma[found[0] - 1] in word_set("causing"):
        return Party(found[1], "known")
    return NOBODY


def target(page: Page, last: int) -> str | None:
    """The person in a prepositional phrase after a cue that ends at token ``last`` ("angry with [X]")."""
    for k in (last + 1, last + 2):
        if k >= len(page) or (k > last + 1 and page.pos[last + 1] not in ("ADV", "PRON")):
            break
        if page.lower[k] in word_set("prepositions") and page.sentence[k] == page.sentence[last]:
            end, who = page.other_at(k + 1)
            return None if who is None or _genitive_next(page, end) else who
    return None


def cause(page: Page, last: int) -> Span | None:
    """The words that say what a feeling is about: a prepositional phrase or a clause of reason after the cue."""
    k = last + 1
    if k < len(page) and page.pos[k] == "ADV":
        k += 1
    leads = word_set("prepositions") | word_set("reasons")
    if k + 1 >= len(page) or page.lower[k] not in leads or not page.together(k, last):
        return None
    end = k
    for j in range(k + 1, min(len(page), k + REACH)):
        if page.lower[j] in STOPS or page.lower[j] == "," or page.sentence[j] != page.sentence[last]:
            break
        end = j
    return page.span(k, end) if end > k else None


def oblique(page: Page, clause: Clause, prepositions: frozenset[str]) -> Party:
    """The first person in a prepositional phrase of a clause with one of the prepositions."""
    for phrase in clause.obliques:
        if phrase.preposition in prepositions:
            found = party(page, Span(phrase.start, phrase.end))
            if found.state in ("known", "unresolved"):
                return found
    return NOBODY


def _genitive_next(page: Page, last: int) -> bool:
    return last + 1 < len(page) and page.lower[last + 1] in GENITIVE
