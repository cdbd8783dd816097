"""Wordings by which a clause says something else of a heart than its verb seems to say."""

from __future__ import annotations

import re

from unspoken import resources
from unspoken.layers.beliefs import Predicate
from unspoken.layers.clauses import Clause
from unspoken.layers.feelings import Feeling

INDIFFERENT = re.compile(r"\s+(?:how|what|if|whether|when|where|who|which|to)\b", re.IGNORECASE)
LITTLE = re.compile(r"\s+(?:but )?little\b(?! by)", re.IGNORECASE)
DASH = re.compile(r"\s*(?:--|[—–])")
THEM = re.compile(r"\s+['’]em\b", re.IGNORECASE)
MANNER = re.compile(r"(?:way|manner|fashion|style|tone|voice)\s*$", re.IGNORECASE)
NOT_A_BIT = re.compile(
    r"(?:not|nor|never|(?:and |but )?(?:much|little|small|precious (?:little|much)|"
    r"(?:a )?(?:fat|precious|fine|jolly|deuced) lot)"
    r"(?= (?:that )?(?:do |does |did )?(?:I|you|he|she|we|they|(?-i:[A-Z]\w+)) ))\b",
    re.IGNORECASE,
)
SKILL = re.compile(r"\s+(?:how|where|when|what|whom?|which) to\b", re.IGNORECASE)
VALUED = re.compile(
    r"(?:\w+ )?appreciat(?:e|es|ed|ing)\b(?! (?:your|the|his|her|it|this|that) (?:kind|help|offer|gift))", re.IGNORECASE
)
PASSIVE = re.compile(
    r"(?:\b(?:am|is|are|was|were|be|been|being)|\b(?:I|we|you|they|he|she|it|that)['’](?:m|re))(?:n['’]t)?\s+"
    r"(?:(?:\w+ly|not|never|so|quite|very|too|more|rather|always|still|all|only)\s+)*$",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\b(?:most|least|best|much|so|more|the|an?) (?:envied|loved|hated|admired|feared|dreaded|despised|respected|"
    r"adored|detested|pitied|trusted|beloved|honou?red|esteemed)\b",
    re.IGNORECASE,
)
LEAD = 12  # code points before a feeling in which "the most" may stand
FEW = 3  # words after a person in which it is told what one is taken for
GONE = re.compile(
    r"[\w’'-]+(?: [A-Z][\w’'-]+)? "
    r"(?:gone|away|out|off|dead|packed off|elsewhere|to (?:go|leave|die|clear out|be gone|get out))\b",
    re.IGNORECASE,
)
NEGATION = re.compile(
    r"\b(?:not?|never|nor|neither|none|nothing|hardly|scarcely|little|without|cannot|nobody)\b|n['’]t\b", re.IGNORECASE
)


def indifferent(text: str, clause: Clause) -> bool:
    """ "He did not care how it ended"."""
    return INDIFFERENT.match(text, clause.verb.end) is not None


def little(text: str, clause: Clause) -> bool:
    """ "She cared little for him"."""
    return LITTLE.match(text, clause.verb.end) is not None


def turned(text: str, clause: Clause) -> bool:
    """Whether the denial stands before the subject: "Not a bit did he care", "Much you care!"."""
    before = clause.subject is not None and clause.start < clause.subject.start < clause.verb.start
    return before and NOT_A_BIT.match(text, clause.start) is not None


def parted(text: str, clause: Clause) -> bool:
    """Whether a dash parts a verb from what seems its object: "all you want--money, rest"."""
    return DASH.match(text, clause.verb.end) is not None


def skill(text: str, clause: Clause) -> bool:
    """ "She knew how to ride"."""
    return SKILL.match(text, clause.verb.end) is not None


def of_them(text: str, clause: Clause) -> bool:
    """ "He loves 'em"."""
    return THEM.match(text, clause.verb.end) is not None


def of_manner(text: str, clause: Clause, feeling: Feeling) -> bool:
    """Whether a feeling only tells how something is done: "He liked it in his gloomy way"."""
    inside = (o for o in clause.obliques if o.start <= feeling.start and feeling.end <= o.end)
    return any(MANNER.search(text, o.start, o.end) is not None for o in inside)


def of_others(text: str, clause: Clause, feeling: Feeling) -> bool:
    """Whether it is others who feel so ("the most envied woman in the town"), or no feeling ("I appreciate the
    difficulty", "She appreciates him more than you do")."""
    if VALUED.match(text, feeling.start):
        return True
    return (
        clause.lemma == "be" and OTHERS.search(text, max(clause.start, feeling.start - LEAD), feeling.end) is not None
    )


def denied_before(text: str, clause: Clause, feeling: Feeling) -> bool:
    """Whether a denial stands before a feeling; "is sorry you were not there" denies none."""
    return NEGATION.search(text, clause.start, feeling.end) is not None


def denied_above(text: str, clause: Clause) -> bool:
    """Whether a denial stands before a clause, in what it hangs on: "You do not know what I have suffered"."""
    start = max(text.rfind(mark, 0, clause.start) for mark in '.;!?\n“"')
    return NEGATION.search(text, start + 1, clause.start) is not None


def unwanted_here(words: str) -> bool:
    """Whether somebody is wanted to be gone ("me gone", "him out of the way", "you to leave").

    Args:
        words: what is wanted.
    """
    return GONE.match(words) is not None


def taken_for(text: str, clause: Clause) -> tuple[Predicate, str, bool] | None:
    """What a person who is the object is thought to be: "She thought him absurd"."""
    table = resources.table("beliefs.toml")["taken_for"]
    if clause.lemma not in table["verbs"].split() or clause.object is None:
        return None
    words = text[clause.object.end : clause.end].lower().split()[:FEW]
    for value, key, warm in (("positive", "good", True), ("negative", "bad", False)):
        if any(word.strip(".,;!?") in table[key].split() for word in words):
            return "attitude", value, warm
    return None


def undergone(text: str, clause: Clause) -> bool:
    """Whether what the verb says is done to its subject: "I am astonished", which astonishes nobody."""
    done = clause.lemma != "be" and not text[clause.verb.start : clause.verb.end].lower().endswith("ing")
    return done and PASSIVE.search(text, clause.start, clause.verb.start) is not None
