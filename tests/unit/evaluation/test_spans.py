"""Entities and events, by exact span."""

from __future__ import annotations

from tests.unit.evaluation.made import at, entity
from unspoken.corpora.gold import Gold
from unspoken.evaluation.answers import Answers
from unspoken.evaluation.measures import Counts
from unspoken.evaluation.spans import score_entities, score_events, tightened
from unspoken.layers.events import Event
from unspoken.layers.spans import Span

TEXT = "Mr. Hale of Dover saw her ship ."
GOLD = Gold(
    "hale",
    TEXT,
    entities=[
        {**at(TEXT, "Mr. Hale of Dover"), "type": "PER", "form": "PROP"},
        {**at(TEXT, "Mr."), "type": "PER", "form": None},
        {**at(TEXT, "Dover"), "type": "GPE", "form": "PROP"},
        {**at(TEXT, "her "), "type": "PER", "form": "PRON"},
        {**at(TEXT, "her ship "), "type": "VEH", "form": "NOM"},
    ],
)


def test_an_entity_is_right_by_span_and_type() -> None:
    found = (entity(0, 17), entity(12, 17, "LOC"), entity(22, 30, "VEH", "NOM"))
    scores = score_entities(GOLD, Answers(found))
    assert scores == {"entities": Counts(2, 1, 1), "entities PER": Counts(1, 0, 0)}


def test_neither_pronouns_nor_what_has_no_form_count() -> None:
    found = (entity(0, 3), entity(22, 25, form="PRON"))
    scores = score_entities(GOLD, Answers(found))
    assert scores == {"entities": Counts(0, 0, 3), "entities PER": Counts(0, 0, 1)}


def test_a_trigger_is_right_if_it_is_told_as_having_happened() -> None:
    gold = Gold("hale", TEXT, events=[at(TEXT, "saw")])
    saw, supposed = Event(18, 21, "see", None, None, True), Event(26, 30, "ship", None, None, False)
    assert score_events(gold, Answers(events=(saw, supposed))) == {"events": Counts(1, 0, 0)}
    assert score_events(gold, Answers(events=(Event(18, 22, "see", None, None, True),))) == {"events": Counts(0, 1, 1)}


def test_what_is_not_annotated_is_not_scored() -> None:
    assert score_entities(Gold("x", TEXT), Answers((entity(0, 3),))) == {}
    assert score_events(Gold("x", TEXT), Answers()) == {}


def test_a_span_is_without_the_white_space_around_it() -> None:
    assert tightened("a  b \n c", 1, 7) == Span(3, 4)
    assert tightened("a  b", 1, 3) == Span(3, 3)
