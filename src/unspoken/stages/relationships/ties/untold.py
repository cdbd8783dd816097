"""Phrases with a role noun that tell nothing of two people: wives to be, the wife of no man in particular, the dead."""

from __future__ import annotations

import re

from unspoken.layers.mentions import Mention
from unspoken.stages.relationships.people import LONGEST, People
from unspoken.stages.relationships.ties.roles import Role

BACK = 80  # code points before a phrase that may tell whose it is, or that it is only wished for
KIN = ("family", "romance")  # of a friend who comes in next, it is mostly so all the same
THIRD = frozenset(("his", "her", "their"))
NOT_YET = re.compile(  # "the woman who became [his wife]", "to win her for [his wife]", "she was their choice for ..."
    r"(?:\b(?:who|whom|that) (?:\w+ )?(?:(?:be|became|become)|(?:was|is|were) to be(?:come)?)"
    r"|\b(?:win|wins|won|winning|want|wants|wanted|choose|chooses|chose|chosen|choosing|seek|seeks|sought|desires?|desired"
    r"|intend|intends|intended|destined?|claims?|claimed|woo|wooed|accepts?|accepted|demands?|demanded|picked|selected"
    r"|(?:have|get|secure|keep)(?= (?:her|him|you|me|any|no|such)\b)) (?:[\w-]+ ){1,4}(?:for|as)"
    r"|\b(?:choice|match|candidate|bid|suit|fit|fitted|suitable|worthy|destined|intended|meant|wanted|chosen|picked)"
    r" (?:\w+ )?(?:for|as|to be)) $",
    re.I,
)
TO_BE = re.compile(
    r"\b(?:affianced|betrothed|future|intended|promised|prospective|destined|would-be|supposed|pretended) ",
    re.I,
)
ANYBODY = re.compile(  # "no man need offer [his wife] an excuse"
    r"(?i:\b(?:no|every|each|any|many an?) (?:\w+ )?(?:man|woman|fellow|gentleman|lady|husband|wife|mother|father"
    r"|parent|person|boy|girl|child|soul|body|creature|lover|son|daughter|master|mistress|servant)"
    r"|\b(?:nobody|no one|everybody|everyone|anybody|anyone|whoever|some(?:body|one) who|he who|those who)\b)"
    r"[^.!?;:A-Z\"“”]*$"
)
LATE = re.compile(r"\b(?:late|dead|deceased|departed|lamented) ", re.I)
NAME = re.compile(  # with what it does behind it: ", George had seen"
    r", (?:(?:Mr|Mrs|Miss|Dr)\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)* "
    r"(?!(?:and|or|nor|but|who|whom|whose|that|which|the|an?|of|in|at|on|to|from|with|by|for|as|than|like|when|while|where"
    r"|if|because|though|since|till|until|after|before|being|here|there|then|now|too|also|not|about|into|through|over)\b)"
    r"[a-z]+\b"
)
BESIDE = 2  # code points between a phrase and a name behind a comma


def untold(people: People, mention: Mention, possessor: Mention, role: Role, other: str | None) -> bool:
    """Whether a role noun with a possessor says of nobody in particular what they are to somebody."""
    before = people.text[max(0, mention.start - BACK) : mention.start]
    if role.relation == "spouse" and (NOT_YET.search(before) or TO_BE.search(people.text, mention.start, mention.end)):
        return True
    third = people.text[possessor.start : possessor.end].lower() in THIRD
    if third and (ANYBODY.search(before) or (role.kind in KIN and _opens(people, mention, other))):
        return True
    return other is not None and _lives(people, mention, other)


def _opens(people: People, mention: Mention, other: str | None) -> bool:
    """Whether the phrase stands before a new subject and not beside its own name: "Like [his uncle], Al had seen"."""
    if other is None or NAME.match(people.text, mention.end) is None:
        return False
    behind = people.named.inside(mention.end + BESIDE, mention.end + BESIDE + LONGEST)
    return any(n.start == mention.end + BESIDE and n.character == other for n in behind)


def _lives(people: People, mention: Mention, other: str) -> bool:
    """Whether "her late husband" is said of one who speaks afterwards."""
    dead = LATE.search(people.text, mention.start, mention.head_start) is not None
    return dead and people.last_word(other) > mention.end
