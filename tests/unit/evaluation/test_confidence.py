"""How sure the program is of mentions and of whom they mean."""

from __future__ import annotations

import msgspec

from tests.unit.evaluation.made import at, character, entity
from unspoken.corpora.gold import Gold
from unspoken.evaluation.answers import Answers
from unspoken.evaluation.confidence import score_confidence
from unspoken.evaluation.measures import Answered

TEXT = "Ada met Bram. He saw Ada."
MARKED = [
    {**at(TEXT, "Ada"), "cluster": "a", "form": "PROP", "type": "PER"},
    {**at(TEXT, "Bram"), "cluster": "b", "form": "PROP", "type": "PER"},
    {**at(TEXT, "He"), "cluster": "b", "form": "PRON", "type": "PER"},
]


def test_a_mention_is_right_where_people_marked_one() -> None:
    found = (entity(0, 3), msgspec.structs.replace(entity(4, 7), confidence=0.4))
    scores = score_confidence(Gold("x", TEXT, mentions=MARKED), Answers(entities=found))
    assert scores["mention_prec"] == Answered(((1.0, True), (0.4, False)), 3)


def test_a_link_is_right_where_the_mention_means_that_one() -> None:
    people = (character("c0", "Ada", (0, 3, "name"), (14, 16, "pronoun")), character("c1", "Bram", (8, 12, "name")))
    scores = score_confidence(Gold("x", TEXT, mentions=MARKED), Answers(characters=people))
    assert scores["link_prec"] == Answered(((1.0, True), (1.0, False), (1.0, True)), 3)


def test_a_link_of_what_nobody_marked_is_not_judged() -> None:
    people = (character("c0", "Ada", (0, 3, "name"), (20, 23, "name")),)
    scores = score_confidence(Gold("x", TEXT, mentions=MARKED), Answers(characters=people))
    assert scores["link_prec"] == Answered(((1.0, True),), 3)


def test_nothing_is_scored_of_a_text_without_mentions() -> None:
    assert score_confidence(Gold("x", TEXT), Answers(entities=(entity(0, 3),))) == {}
