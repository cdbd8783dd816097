"""Confidence: whether mentions are there, and mean whom they are said to mean, as often as the program is sure."""

from __future__ import annotations

from unspoken.corpora.gold import Gold
from unspoken.evaluation.answers import Answers
from unspoken.evaluation.measures import Answered, Measure
from unspoken.evaluation.speakers import aligned


def score_confidence(gold: Gold, answers: Answers) -> dict[str, Measure]:
    """Mentions and links, each with how sure the program is.

    A mention is right whose span people marked; a link, of a mention that people marked too, whose character is most
    like the one that they saw.
    """
    if gold.mentions is None:
        return {}
    true = {(m["start"], m["end"]): m.get("cluster") for m in gold.mentions}
    like = aligned(gold, answers).most_like
    mentions = ((e.confidence, (e.start, e.end) in true) for e in answers.entities)
    links = (
        (m.confidence, like.get(character.id) == true[m.start, m.end])
        for character in answers.characters
        for m in character.mentions
        if (m.start, m.end) in true
    )
    return {"mention_prec": Answered(tuple(mentions), len(true)), "link_prec": Answered(tuple(links), len(true))}
