"""Whose a named feeling is, by the grammar of the word that names it."""

from __future__ import annotations

from functools import cache

from unspoken import resources
from unspoken.stages.feelings import frames, grammar
from unspoken.stages.feelings.ailments import ails
from unspoken.stages.feelings.grammar import NOBODY, Party
from unspoken.stages.feelings.lexicon import Word, touches
from unspoken.stages.feelings.motives import impelled
from unspoken.stages.feelings.page import Page, word_set
from unspoken.stages.feelings.received import for_use, heard_of, received


def bearer(page: Page, i: int, word: Word) -> tuple[Party | None, str | None]:
    """Who feels what the word at token ``i`` names, and towards whom; nobody (None): the word names no feeling here."""
    target = grammar.target(page, i)
    match word.kind:
        case "noun":
            return received(page, i) or (impelled(page, i) or _of_noun(page, i), target)
        case "adj":
            return _of_adjective(page, i), target
        case "adv":
            return _doer(page, i), target
        case "manner":
            return _teller(page, i), target
        case "verb":
            return _of_verb(page, i, target)
        case "affect":
            return _affected(page, i, target)


def _of_noun(page: Page, i: int) -> Party | None:
    """ "his shame", "shame went over her", "fear in his eyes", "he wept with rage"."""
    if for_use(page, i):
        return None
    if (turned := frames.turned(page, i)) is not None:
        return turned
    owned, who = page.owner(i)
    within = shown_after(page, i) if page.lower[i + 1 : i + 2] == ["of"] else _portion(page, i)
    if within is not None:
        return within
    if owned and not (_of_another(page, i) and who == page.other_at(i + 2)[1]):
        return Party(who, "known" if who else "unresolved")
    shown = shown_after(page, i) or _had_after(page, i)
    if shown is not None:
        return shown
    if _spoken_of(page, i):
        return None
    before = range(max(0, i - 6), i)
    if any(page.lower[k] in ("it", "that", "this") for k in before) and any(page.lemma[k] == "be" for k in before):
        return _cleft(page, i)  # "it had been fear": whose is told elsewhere
    clause = page.clause_at(i)
    if clause is None:
        return grammar.subject(page, i)
    if clause.subject is not None and page.start[i] >= clause.subject.start and page.end[i] <= clause.subject.end:
        return frames.seized(page, clause)
    if not word_set("elsewhere").isdisjoint((clause.lemma, page.lemma[max(0, i - 1)])):
        return None  # somebody else's, or nobody's yet
    if (
        page.lower[i - 1] == "for"
        and page.lemma[i] in word_set("purposes")
        and clause.lemma not in word_set("bursting")
    ):
        return None
    if clause.lemma in word_set("causing"):
        moved = grammar.party(page, clause.object)
        if moved.state == "thing" and clause.lemma in ("give", "bring", "cause"):
            moved = grammar.oblique(page, clause, frozenset(("to",)))  # "It gave [her] no joy"
            moved = moved if moved.state != "none" else frames.receiver(page, clause)
        return moved if moved.state in ("known", "unresolved") else grammar.subject(page, i)
    found = grammar.subject(page, i)
    return NOBODY if found.state == "thing" else found


def _spoken_of(page: Page, i: int) -> bool:
    """Whether a feeling is only what is spoken or thought of, or love as such: "spoke of love", "a talk about fear"."""
    k = i - 1
    while k >= 0 and page.pos[k] in ("ADJ", "DET"):
        k -= 1
    before = page.lower[k] if k >= 0 else ""
    if before in word_set("topics") or (before == "for" and k > 0 and page.lemma[k - 1] in word_set("seeking")):
        return True
    if before == "of" and k > 0 and page.lemma[k - 1] in word_set("dealing"):
        return True
    if before == "to" and k > 0 and page.lower[k - 1] in word_set("prone"):
        return True  # "never subject to depression": what somebody is like
    if before == "of" and k > 0:
        shown = page.pos[k - 1] == "ADJ" or page.lemma[k - 1] in word_set("shown")
        return page.pos[k - 1] == "VERB" or (page.lemma[i] == "love" and not shown)
    return page.lemma[i] == "love" and before not in ("with", "in", "for")


def _portion(page: Page, i: int) -> Party | None:
    """Whose it is by what they have of it: "her hour of grief", "Tom's burst of anger"."""
    k = i - 1
    while k > 1 and page.pos[k] in ("ADJ", "DET"):
        k -= 1
    if k < 2 or page.lower[k] != "of" or page.lemma[k - 1] not in word_set("portions"):
        return None
    owned, who = page.owner(k - 1)
    return Party(who, "known") if owned and who else None


def _of_another(page: Page, i: int) -> bool:
    """Whether "of" leads to whom the feeling is for: "a horror of him", "admiration of his father"."""
    aimed = page.lemma[i] in word_set("aimed") or not word_set("objects").isdisjoint(page.lower[i + 2 : i + 3])
    return aimed and page.lower[i + 1 : i + 2] == ["of"]


def shown_after(page: Page, i: int) -> Party | None:
    """Whose eyes, face or voice the feeling is in, where it is said right after."""
    for k in range(i + 1, min(len(page), i + 6)):
        if page.sentence[k] != page.sentence[i]:
            return None
        if page.lemma[k] in word_set("shown") or page.lower[k] in word_set("shown"):
            owned, who = page.owner(k)
            return Party(who, "known" if who else "unresolved") if owned else None
        if page.pos[k] not in ("ADP", "DET", "ADJ", "PRON", "PROPN", "PART", "AUX", "VERB"):
            return None
    return None


def _cleft(page: Page, i: int) -> Party | None:
    """Who feels it in "It was with fear that [he] spoke"."""
    who = page.other_at(i + 2)[1] if page.lower[i + 1 : i + 2] == ["that"] else None
    return Party(who, "known") if who else None


def _had_after(page: Page, i: int) -> Party | None:
    """Who has or gives it, where a relative clause says so: "the start of surprise which [she] gave"."""
    k = i + 1 + (page.lower[i + 1 : i + 2] == ["which"])
    last, who = page.other_at(k)
    acts = who is not None and any(
        page.lemma[j] in word_set("having") for j in range(last + 1, min(last + 4, len(page)))
    )
    return Party(who, "known") if acts and page.together(i, k) else None


def _of_adjective(page: Page, i: int) -> Party | None:
    """ "he was angry", "made him angry", "the angry man", "his angry voice", "she left, angry"."""
    made = grammar.complement_person(page, i)
    if made.state == "known":
        return made
    if (exclaimed := frames.exclaimed(page, i)) is not None:
        return exclaimed
    noun = _modified(page, i)
    if noun is None and (beheld := _beheld(page, i)) is not None:
        return beheld if beheld.state in ("known", "unresolved") else None
    if noun is None and _apposed(page, i):
        return None
    if noun is None:
        if page.lower[i - 1 : i] == ["the"]:
            return None
        subject = grammar.subject(page, i)
        return subject if subject.state != "none" else frames.fronted(page, i)
    if _is_somebody(page, i, noun):
        return grammar.subject(page, i)  # "Ben was a frightened man"
    found = page.ends.get(noun)
    if found:
        return Party(found[1], "known") if _momentary(page, i) else None
    if page.lemma[noun] in word_set("shown"):
        owned, who = page.owner(noun)
        if not owned and (shown := shown_after(page, noun)) is not None:
            return shown  # "an anxious accent in Ann's voice"
        if heard_of(page, noun):
            return None
        return Party(who, "known" if who else "unresolved") if owned else grammar.subject(page, noun)
    return None


def _is_somebody(page: Page, i: int, noun: int) -> bool:
    """Whether somebody is said to be a person who is so at the moment: "Ben was a [frightened] man"."""
    clause = page.clause_at(i)
    said = clause is not None and clause.lemma in ("be", "become") and clause.complement is not None
    if clause is None or not said or clause.complement is None or page.lower[i - 1] not in ("a", "an"):
        return False
    inside = clause.complement.start <= page.start[i] < page.end[noun] == clause.complement.end
    return inside and page.lemma[noun] in word_set("persons") and _momentary(page, i)


def _momentary(page: Page, i: int) -> bool:
    """Whether a word before a person tells of the moment ("the exasperated clerk") and not of what they are like ("my
    merry companion")."""
    return page.lower[i].endswith("ed") or page.lemma[i] in word_set("moments")


def _beheld(page: Page, i: int) -> Party | None:
    """Who or what is seen, made or thought to be so: "found the room gloomy", "saw Tom so angry"; nobody, where that is
    denied ("had never seen him angry"); None: no object stands before the adjective."""
    clause, k = page.clause_at(i), i - 1
    if clause is None or clause.object is None or page.lemma[i] == "sorry":
        return None
    while page.pos[k] == "ADV":
        k -= 1
    if clause.object.end != page.end[k] or clause.lemma not in word_set("deeming") | word_set("beholding"):
        return None
    greater = page.lower[i - 1] in word_set("measures")  # "had never seen him so angry"
    return NOBODY if clause.negated and not greater else grammar.party(page, clause.object)


def _apposed(page: Page, i: int) -> bool:
    """Whether an adjective may be said of the object that it follows: "He took the girl, pale and tearful, home"."""
    k = i - 1
    while k > 0 and (page.pos[k] in ("ADJ", "ADV") or page.lower[k] == "and"):
        k -= 1
    clause, before = page.clause_at(i), page.ends.get(k - 1)
    if k < 1 or page.lower[k] != "," or clause is None or clause.object is None or before is None:
        return False
    return clause.object.end == page.end[k - 1]


def _modified(page: Page, i: int) -> int | None:
    """The noun that an adjective stands before, and is not said of somebody else: "was [afraid] Ben knew"."""
    k = i + 1
    while k < min(len(page), i + 4) and (
        page.pos[k] == "ADJ"
        or page.lower[k].endswith("ed")
        or (page.lower[k] in ("and", ",") and page.pos[k + 1 : k + 2] == ["ADJ"])
    ):
        k += 1
    noun = k < len(page) and page.pos[k] in ("NOUN", "PROPN") and page.lower[i + 1] not in word_set("possessives")
    said = page.lemma[max(0, i - 1)] in word_set("copulas") and page.pos[k : k + 1] == ["PROPN"]
    return k if noun and not said else None


def _doer(page: Page, i: int) -> Party:
    """Who does what is done angrily: in the passive the one after "by"."""
    clause = page.clause_at(i)
    passive = clause is not None and clause.passive
    return grammar.oblique(page, clause, frozenset(("by",))) if clause and passive else grammar.subject(page, i)


def _teller(page: Page, i: int) -> Party | None:
    """Who says something so that the way of saying it tells what they feel: "said [sharply]", not "turned sharply"."""
    clause, told = page.clause_at(i), page.speech[i] < 0 and page.writing[i] < 0
    if not told or clause is None or clause.lemma not in _said():
        return None
    weak = clause.lemma in resources.words("speech.toml", "weak")
    return None if weak and not page.beside_speech(i) else _doer(page, i)


@cache
def _said() -> frozenset[str]:
    """Verbs of saying, without those that more often mean something else."""
    return resources.words("speech.toml", "say") - word_set("not_said")


def _of_verb(page: Page, i: int, aimed: str | None) -> tuple[Party, str | None]:
    """The subject of "love", "fear", "miss"; in the passive the one after "by"; of "delight", whom it delights."""
    clause = page.clause_at(i)
    if touches(page.lemma[i]) and (moved := grammar.direct_object(page, i)).state in ("known", "unresolved"):
        return moved, grammar.subject(page, i).who
    if clause is not None and ((clause.passive and clause.verb.start == page.start[i]) or _undergone(page, i)):
        return grammar.oblique(page, clause, frozenset(("by",))), page.head(clause.subject)
    found = grammar.direct_object(page, i)
    return grammar.subject(page, i), found.who or aimed


def _undergone(page: Page, i: int) -> bool:
    """Whether others feel it for the subject: "used to being loved", "died, greatly respected"."""
    if not page.lower[i].endswith("ed"):
        return False
    clause = page.clause_at(i)
    bare = clause is not None and clause.tense == "participle" and clause.object is None
    return page.lower[max(0, i - 1)] in ("being", "been", "be") or bare


def _affected(page: Page, i: int, aimed: str | None) -> tuple[Party | None, str | None]:
    """The object of "frighten"; where it is a participle, the one of whom it is said."""
    clause = page.clause_at(i)
    participle = page.lower[i].endswith(("ed", "en")) or page.lower[i] in ("upset", "hurt")
    moved = grammar.direct_object(page, i)
    if moved.state in ("known", "unresolved") and not (clause is not None and clause.passive):
        if ails(page, clause):
            return None, None
        agent = grammar.subject(page, i)
        return moved, agent.who or frames.extraposed_doer(page, i)
    k = i - 1
    while k > 0 and page.pos[k] == "ADV":
        k -= 1  # "he said, [so] astonished"
    apposed = page.lower[k] in (",", "and") or page.lower[i + 1 : i + 2] in (["by"], ["at"], ["with"])
    if participle and (clause is None or clause.passive or apposed or _after_copula(page, i)):
        return grammar.subject(page, i), aimed
    return None, None


def _after_copula(page: Page, i: int) -> bool:
    return any(page.lemma[k] in word_set("copulas") for k in range(max(0, i - 3), i))
