"""The stance that a clause expresses to what hangs on it, and whose it is: knows, believes, doubts, is ignorant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from unspoken import resources
from unspoken.layers.clauses import Clause, Oblique
from unspoken.layers.spans import Span
from unspoken.stages.idioms import idiom

NOT = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)
FAILED = re.compile(r"\bfail(?:s|ed|ing)? to (?:\w+ly )?$", re.IGNORECASE)
LEAD = 24  # code points before a verb in which "failed to" stands
NEVER_SO = re.compile(r"\bnever\b.*\b(?:so(?! much as)|more|surer)\b", re.IGNORECASE)
STANCES: Mapping[str, str] = {
    "factive": "knows", "finding": "knows", "believing": "believes", "doubting": "doubts", "wondering": "wonders",
    "fearing": "fears", "hoping": "hopes", "telling": "tells",
}  # fmt: skip


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of words of attitude by its name."""
    return resources.words("beliefs.toml", name)


@cache
def _verbs() -> Mapping[str, str]:
    """The stance of each verb, by the first list that has it."""
    return {verb: stance for name, stance in reversed(tuple(STANCES.items())) for verb in word_set(name)}


@cache
def _nouns() -> Mapping[str, str]:
    table = resources.table("beliefs.toml")["nouns"]
    return {noun: stance for stance, nouns in reversed(table.items()) for noun in nouns.split()}


@cache
def _adjectives() -> Mapping[str, str]:
    table = resources.table("beliefs.toml")["adjectives"]
    return {word: stance for stance, words in table.items() for word in words.split()}


def ordered(clause: Clause) -> bool:
    """Whether somebody is told to say or think what hangs on a clause; "Remember that he loves you" says so itself."""
    return clause.tense == "imperative" and clause.lemma not in word_set("factive")


def stance_of(text: str, clause: Clause) -> str | None:
    """The stance that a verb, an adjective or an idiom of attitude expresses, with "tells" and "ignorant" besides."""
    if (found := idiom(text, clause)) is not None:
        return found.stance
    if unaware(text, clause):
        return "ignorant"
    if impersonal(text, clause):
        return _dawning(text, clause)
    if would_say(text, clause):
        return "believes"
    if undoubted(text, clause) or concludes(text, clause) or _persuaded(text, clause):
        return "believes"
    if clause.lemma == "tell" and clause.modal in ("can", "could") and clause.object is None:
        return "knows"
    if (stance := _verbs().get(clause.lemma)) is not None:
        return "ignorant" if _little(text, clause) else stance
    return _noun(text, clause) or _adjective(text, clause)


def would_say(text: str, clause: Clause) -> bool:
    """Whether somebody is told to hold what they would have said to whoever asked, or sworn: "She would have told you
    that he hated her", "I would have bet my life on it"; to one who is there one only might have said it.

    Args:
        text: the whole text.
        clause: has the verb of saying.
    """
    if (found := idiom(text, clause)) is not None and found.held:
        return True
    if clause.lemma not in word_set("telling") | {"answer"} or clause.modal != "would" or clause.negated:
        return False
    perfect = not {"have", "'ve", "’ve"}.isdisjoint(
        re.findall(r"['’]?\w+", text[clause.start : clause.verb.end].lower())
    )
    to = _words(text, clause.object)
    anybody = not to or to[-1] in word_set("whoever")
    third = clause.subject is not None and _words(text, clause.subject)[-1] not in ("i", "you", "we")
    return clause.quotation is None and perfect and anybody and third and (bool(to) or clause.lemma != "tell")


def holder(text: str, clause: Clause) -> Span | None:
    """The phrase for whoever has the stance: the subject, or the one to whom "it" seems so, whom it strikes."""
    if (found := idiom(text, clause)) is not None:
        return found.holder
    if not impersonal(text, clause):
        return clause.subject
    to = next((o for o in clause.obliques if o.preposition in ("to", "on", "upon")), None)
    return clause.object if to is None else Span(to.start, to.end)


def impersonal(text: str, clause: Clause) -> bool:
    """Whether "it" is the subject of what somebody comes to think ("It struck her", "It was plain to her")."""
    if clause.subject is None or text[clause.subject.start : clause.subject.end].lower() != "it":
        return False
    return clause.lemma in word_set("dawning") or (clause.lemma in ("be", "become") and clause.complement is not None)


def undoubted(text: str, clause: Clause) -> bool:
    """Whether a denial says that something is believed: "never doubted", "had no doubt"."""
    return clause.negated and (
        idiom(text, clause) is not None
        or clause.lemma in word_set("doubting")
        or _last(text, clause.object) in ("doubt", "doubts")
    )


def never_so(text: str, clause: Clause) -> bool:
    """Whether a denial says the most of it ("She had never been so sure of anything"): sure she is."""
    return NEVER_SO.search(text, clause.start, clause.end) is not None


def _dawning(text: str, clause: Clause) -> str | None:
    if clause.negated or holder(text, clause) is None:
        return None
    plain = clause.complement is None or not word_set("plain").isdisjoint(_words(text, clause.complement))
    return "believes" if plain else None


def _persuaded(text: str, clause: Clause) -> bool:
    """ "She told herself that ...", "She got it into her head that ..."."""
    thing = _last(text, clause.object)
    if clause.negated or clause.passive:
        return False
    if clause.lemma in word_set("persuading"):
        return thing.endswith(("self", "selves"))
    into = any(o.preposition in ("into", "in") and _last(text, o) == "head" for o in clause.obliques)
    return thing == "it" and into


def _noun(text: str, clause: Clause) -> str | None:
    """ "She had the feeling that ...", "He was under the impression that ..."."""
    if clause.negated:
        return None
    if clause.lemma in word_set("having"):
        return _nouns().get(_last(text, clause.object))
    under = (_last(text, o) for o in clause.obliques if o.preposition in ("under", "of"))
    return next((_nouns()[noun] for noun in under if noun in _nouns()), None) if clause.lemma == "be" else None


def _adjective(text: str, clause: Clause) -> str | None:
    words = _words(text, clause.complement)
    told = next((_adjectives()[w] for w in words if w in _adjectives()), None)
    return None if told == "ignorant" and clause.negated else told  # "not unaware" is hardly "knows"


def _words(text: str, span: Span | Oblique | None) -> list[str]:
    return text[span.start : span.end].lower().split() if span is not None else []


def _last(text: str, span: Span | Oblique | None) -> str:
    return (_words(text, span) or [""])[-1]


def unaware(text: str, clause: Clause) -> bool:
    """Whether a clause says that its subject does not know: "never suspected", "had no idea", "was none the wiser"."""
    denied = clause.negated or _little(text, clause)
    if clause.lemma == "have" and clause.object is not None:
        return denied and _last(text, clause.object) in word_set("unknowing")
    if clause.lemma == "be" and (idiom := _unwise().search(text, clause.start, clause.end)) is not None:
        turned = NOT.search(text, clause.start, idiom.start()) is not None  # "none the wiser" denies by itself
        return turned is idiom[1].lower().startswith("any")
    failed = FAILED.search(text, max(0, clause.verb.start - LEAD), clause.verb.start) is not None
    if failed and clause.lemma in word_set("factive") | word_set("fathoming") | word_set("noticing"):
        return True
    knowing = clause.lemma in word_set("learning") and clause.object is None
    little = clause.lemma in word_set("thinking") and _little(text, clause)  # "Little did she think that he was near"
    return little or (denied and (clause.lemma in word_set("unsuspecting") or knowing))


def concludes(text: str, clause: Clause) -> bool:
    """Whether an idiom says that its subject has come to think something: "made up her mind", "worked it out"."""
    if clause.negated or clause.object is None:
        return False
    return _last(text, clause.object) in resources.table("beliefs.toml")["concluding"].get(clause.lemma, "").split()


def _little(text: str, clause: Clause) -> bool:
    """ "Little did she know": the word denies without being a denial."""
    named = clause.subject is not None and clause.subject.start == clause.start  # "Little Nell knew"
    return not named and text[clause.start : clause.verb.start].lower().startswith("little ")


@cache
def _unwise() -> re.Pattern[str]:
    """Idioms of those who do not know, and no room that is dark."""
    phrases = "|".join(resources.table("beliefs.toml")["unwise"])
    return re.compile(rf"\b({phrases})(?=\W*$|\W*[,.;:!?—–-]| (?:about|as|of|for|till|until)\b)", re.IGNORECASE)
