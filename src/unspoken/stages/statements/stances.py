"""The stance that a clause expresses to what hangs on it: knows, believes, doubts, is ignorant of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from unspoken import resources
from unspoken.layers.clauses import Clause

NOT = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)
STANCES: Mapping[str, str] = {
    "factive": "knows", "finding": "knows", "believing": "believes", "doubting": "doubts", "wondering": "wonders",
    "fearing": "fears", "hoping": "hopes", "telling": "tells",
}  # fmt: skip


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of words of attitude by its name."""
    return resources.words("beliefs.toml", name)


@cache
def _adjectives() -> Mapping[str, str]:
    table = resources.table("beliefs.toml")["adjectives"]
    return {word: stance for stance, words in table.items() for word in words.split()}


def ordered(clause: Clause) -> bool:
    """Whether somebody is told to say or think what hangs on a clause; "Remember that he loves you" says so itself."""
    return clause.tense == "imperative" and clause.lemma not in word_set("factive")


def stance_of(text: str, clause: Clause) -> str | None:
    """The stance that a verb, an adjective or an idiom of attitude expresses, with "tells" and "ignorant" besides."""
    if unaware(text, clause):
        return "ignorant"
    for name, stance in STANCES.items():
        if clause.lemma in word_set(name):
            return "ignorant" if _little(text, clause) else stance
    if concludes(text, clause):
        return "believes"
    if clause.complement is not None:
        words = text[clause.complement.start : clause.complement.end].lower().split()
        told = next((_adjectives()[w] for w in words if w in _adjectives()), None)
        return None if told == "ignorant" and clause.negated else told  # "not unaware" is hardly "knows"
    return None


def unaware(text: str, clause: Clause) -> bool:
    """Whether a clause says that its subject does not know: "never suspected", "had no idea", "was none the wiser"."""
    denied = clause.negated or _little(text, clause)
    if clause.lemma == "have" and clause.object is not None:
        last = text[clause.object.start : clause.object.end].lower().split()[-1]
        return denied and last in word_set("unknowing")
    if clause.lemma == "be" and (idiom := _unwise().search(text, clause.start, clause.end)) is not None:
        turned = NOT.search(text, clause.start, idiom.start()) is not None  # "none the wiser" denies by itself
        return turned is idiom[1].lower().startswith("any")
    knowing = clause.lemma in word_set("learning") and clause.object is None
    return denied and (clause.lemma in word_set("unsuspecting") or knowing)


def concludes(text: str, clause: Clause) -> bool:
    """Whether an idiom says that its subject has come to think something: "made up her mind", "worked it out"."""
    if clause.negated or clause.object is None:
        return False
    noun = text[clause.object.start : clause.object.end].lower().split()[-1]
    return noun in resources.table("beliefs.toml")["concluding"].get(clause.lemma, "").split()


def _little(text: str, clause: Clause) -> bool:
    """ "Little did she know": the word denies without being a denial."""
    named = clause.subject is not None and clause.subject.start == clause.start  # "Little Nell knew"
    return not named and text[clause.start : clause.verb.start].lower().startswith("little ")


@cache
def _unwise() -> re.Pattern[str]:
    """Idioms of those who do not know, and no room that is dark."""
    phrases = "|".join(resources.table("beliefs.toml")["unwise"])
    return re.compile(rf"\b({phrases})(?=\W*$|\W*[,.;:!?—–-]| (?:about|as|of|for|till|until)\b)", re.IGNORECASE)
