"""Feelings: cue, family, who and towards whom."""

from __future__ import annotations

from typing import Any, get_args

from tests.unit.evaluation.made import at, character, entity, feeling
from unspoken.corpora.gold import Gold
from unspoken.evaluation.answers import Answers
from unspoken.evaluation.feelings import families, score_feelings
from unspoken.evaluation.measures import Counts, Measure
from unspoken.layers.characters import Character
from unspoken.layers.feelings import Emotion, Feeling

TEXT = "Ada was glad of Bram and afraid of the dog."
ADA, BRAM = character("c0", "Ada", (0, 3, "name")), character("c1", "Bram", (16, 20, "name"))


def span(words: str) -> list[int]:
    return list(at(TEXT, words).values())


GLAD: dict[str, Any] = {**at(TEXT, "glad"), "category": "joy", "experiencer": span("Ada"), "target": span("Bram")}
AFRAID: dict[str, Any] = {**at(TEXT, "afraid of"), "category": "fear", "experiencer": span("Ada"), "target": None}


def score(*found: Feeling, characters: tuple[Character, ...] = (ADA, BRAM), **more: Any) -> dict[str, Measure]:
    gold = Gold("glad", TEXT, emotions=[GLAD, AFRAID])
    return score_feelings(gold, Answers(characters=characters, feelings=found, **more))


def test_all_is_right() -> None:
    glad = feeling(8, 12, "relief", experiencer="c0", target="c1")
    scores = score(glad, feeling(25, 31, "fear", experiencer="c0"))
    assert scores == {
        "feelings: cue": Counts(2, 0, 0),
        "feelings: cue+family": Counts(2, 0, 0),
        "feelings: cue+family+experiencer": Counts(2, 0, 0),
        "feelings: cue+experiencer": Counts(2, 0, 0),
        "feelings: cue+target": Counts(1, 0, 0),
    }


def test_the_family_or_the_person_is_wrong() -> None:
    scores = score(feeling(8, 12, "fear", experiencer="c0", target="c0"), feeling(25, 31, "fear", experiencer="c1"))
    assert scores["feelings: cue"] == Counts(2, 0, 0)
    assert scores["feelings: cue+family"] == Counts(1, 1, 1)
    assert scores["feelings: cue+family+experiencer"] == Counts(0, 2, 2)
    assert scores["feelings: cue+experiencer"] == Counts(1, 1, 1)
    assert scores["feelings: cue+target"] == Counts(0, 1, 1)


def test_a_feeling_of_nobody_known_is_asked_for_its_cue_alone() -> None:
    scores = score(feeling(8, 12, "joy"))
    assert scores["feelings: cue"] == Counts(1, 0, 1)
    assert scores["feelings: cue+experiencer"] == Counts(0, 0, 2)


def test_a_feeling_is_found_once_and_supposed_ones_do_not_count() -> None:
    scores = score(feeling(8, 10, "joy"), feeling(10, 12, "joy"), feeling(25, 31, "fear", hypothetical=True))
    assert scores["feelings: cue"] == Counts(1, 1, 1)


def test_words_beside_the_cue_are_wrong() -> None:
    assert score(feeling(4, 8, "joy"))["feelings: cue"] == Counts(0, 1, 2)


def test_an_entity_means_the_character_or_its_cluster() -> None:
    scores = score(feeling(8, 12, "joy", experiencer="x"), characters=(), entities=(entity(0, 3, who="x"),))
    assert scores["feelings: cue+experiencer"] == Counts(1, 0, 1)


def test_every_emotion_has_a_family_that_annotators_use() -> None:
    assert set(families()) == set(get_args(Emotion))
    assert families()["relief"] == ["joy"]
    assert "disgust" in families()["contempt"]


def test_what_is_not_annotated_is_not_scored() -> None:
    assert score_feelings(Gold("x", TEXT), Answers(feelings=(feeling(8, 12, "joy"),))) == {}
