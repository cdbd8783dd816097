"""Whether it is well enough known who the people of a statement are to say it of them."""

from __future__ import annotations

from unspoken.layers.characters import CharacterMention
from unspoken.layers.statements import Statement
from unspoken.stages.statements.reader import Reader

SURE = 0.76  # of a pronoun, below which another may be meant who was told of just before
MANY = 5  # people whom one pronoun may mean in a work, up to which what it means is seldom mistaken
CALLED = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
NEAR = 400  # code points before a pronoun


def linked(reader: Reader, s: Statement) -> bool:
    """Whether no pronoun by which one of its people comes into a statement may as well mean another.

    Args:
        reader: has who is meant.
        s: a statement.
    """
    about = s.claim.proposition
    people = {s.holder, about.subject, about.object} - {None}
    words = (next(reader.claims.whom.meaning(s.start, s.end, {who}), None) for who in people)
    return not any(m and m.confidence < SURE and m.form == "pronoun" and _rival(reader, m) for m in words)


def _rival(reader: Reader, m: CharacterMention) -> bool:
    """Whether a pronoun could mean somebody else who was told of right before."""
    alike = reader.called.get(CALLED.get(reader.text[m.start : m.end].lower(), ""), frozenset())
    near = reader.claims.whom.within(max(0, m.start - NEAR), m.start)
    return len(alike) > MANY and not (alike - {reader.claims.whom.at(m.start, m.end)}).isdisjoint(near)
