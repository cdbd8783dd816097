"""Tense, modality, negation and markers of a verb group."""

from __future__ import annotations

from unspoken.layers.clauses import Tense
from unspoken.stages.clauses.phrases import ASKING, NEGATIVE, Group

MODALS = frozenset(["can", "could", "may", "might", "must", "shall", "should", "will", "would", "ca", "wo", "sha"])
SHORT = {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "sha": "shall", "'d": "would", "’d": "would"}
MARKERS = frozenset(
    [
        "that",
        "if",
        "because",
        "when",
        "while",
        "as",
        "though",
        "although",
        "until",
        "till",
        "since",
        "before",
        "after",
        "unless",
        "whether",
        "whenever",
        "once",
        "lest",
    ]
)
IRREALIS = frozenset(("if", "unless", "lest"))
WAS = frozenset(["was", "were", "did", "had"])


def modal(words: list[str], lemmas: list[str], group: Group) -> str | None:
    """The modal verb in full, or None. "'d" before a base form is "would", else "had"."""
    for k in group.auxiliaries:
        low = words[k].lower()
        if low in ("'d", "’d") and words[group.main].lower() != lemmas[group.main]:
            continue
        if low in MODALS or low in SHORT:
            return SHORT.get(low, low)
    return None


def tense(words: list[str], lemmas: list[str], group: Group, bare: bool, spoken: bool) -> Tense:
    """The tense of a group; ``bare``: it has no subject of its own; ``spoken``: it stands in a quotation."""
    form, base = words[group.main].lower(), lemmas[group.main]
    first = words[group.auxiliaries[0]].lower() if group.auxiliaries else ""
    if group.to:
        return "infinitive"
    verb = modal(words, lemmas, group)
    if verb in ("will", "shall"):
        return "future"
    if verb is not None:
        return "past" if verb in ("could", "would", "might", "should") else "present"
    if first in ("had", "'d", "’d"):
        return "pluperfect"
    if first in ("have", "has", "'ve", "’ve"):
        return "perfect"
    if first:
        return "past" if first in WAS else "present"
    if form.endswith("ing") and base != form:
        return "participle"
    if form in ("was", "were", "had", "did"):
        return "past"
    if form == base:
        return (
            "imperative"
            if bare and spoken
            else "present"
            if base not in ("put", "let", "set", "cut", "shut", "read", "hit")
            else "past"
        )
    return "present" if form.endswith("s") or form in ("am", "are", "'m", "’m", "'re", "’re", "'ve", "’ve") else "past"


def passive(words: list[str], lemmas: list[str], group: Group) -> bool:
    """A form of be (or got) and a past participle."""
    form = words[group.main].lower()
    ed = form != lemmas[group.main] and not form.endswith(("ing", "s"))
    return ed and any(lemmas[k] in ("be", "get") for k in group.auxiliaries)


def marker(words: list[str], pos: list[str], low: int, high: int) -> str | None:
    """The conjunction or question word that opens a clause, looked for in tokens [low, high), from the right."""
    for k in range(high - 1, low - 1, -1):
        word = words[k].lower()
        if word in MARKERS and pos[k] in ("SCONJ", "ADP", "ADV", "PRON", "DET"):
            if word in ("if", "though") and k > low and words[k - 1].lower() == "as":
                return f"as {word}"
            return word
        if word in ASKING:
            return word
        if words[k] in (";", ":", "—", "–", "--"):
            return None
    return None


def negative_phrase(words: list[str], first: int, last: int) -> bool:
    """A noun phrase that denies ("no fear", "nobody", "nothing")."""
    return words[first].lower() in NEGATIVE | {"nobody", "nothing", "none"} and last > first
