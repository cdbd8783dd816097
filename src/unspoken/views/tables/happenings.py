"""Tables of what happens: scenes, events, and the course of each relationship."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from unspoken.layers.relationships import Moment, Relationship, RelationshipEvent
from unspoken.views.tables.columns import CONFIDENCE, Column, Lookup, Of, evidence, field, person, persons, span, table
from unspoken.views.tables.work import WORDS

SCENES = table(
    "scenes",
    "a row a scene, in the order of the text",
    lambda at: at.story.scenes,
    field("id", "text", "the id of the scene"),
    Column("number", "integer", "its number in the text, from 1", lambda at, row: at.number[row.id]),
    field("start", "integer", "the offset of its first code point in the text"),
    field("end", "integer", "the offset after its last"),
    WORDS,
    field("chapter", "text", "the id of the chapter that it lies in"),
    Column("chapter_title", "text", "the title of that chapter", lambda at, row: at.chapter(row.chapter)),
    field("place", "text", "the id of the place where it is set"),
    Column("place_name", "text", "the name of that place", lambda at, row: at.place(row.place)),
    persons("present", "present_names", "who is there", lambda row: row.present),
    person("focal", "through whose eyes it is seen"),
    field("person", "text", "first, second or third"),
    field("tense", "text", "past, present or mixed"),
    field("mode", "text", "linear, analepsis (told back) or prolepsis (told ahead)"),
    Column("time_label", "text", "when it is, in the words of the text", lambda _, row: row.time.label),
    Column(
        "days_after_previous",
        "number",
        "nights since the scene before it in the text",
        lambda _, row: row.time.days_after_previous,
    ),
    Column("weekday", "text", "the day of the week", lambda _, row: row.time.weekday),
    evidence("time_evidence", "what tells the time", lambda _, row: row.time.evidence),
)

EVENTS = table(
    "events",
    "a row a word that tells of something happening",
    lambda at: at.story.events,
    span("the word"),
    field("lemma", "text", "its base form"),
    person("agent", "who does it"),
    person("patient", "to whom it is done"),
    field("realis", "truth", "is it told as having happened"),
)


@dataclass(frozen=True)
class _Between:
    """Something of a relationship, with the relationship."""

    of: Relationship
    record: RelationshipEvent
    start: int
    end: int


@dataclass(frozen=True)
class _Standing:
    """A moment of a relationship, with the relationship."""

    of: Relationship
    record: Moment


def _events(at: Lookup) -> Iterator[_Between]:
    for relationship in at.story.relationships:
        yield from (_Between(relationship, e, e.start, e.end) for e in relationship.events)


def _moments(at: Lookup) -> Iterator[_Standing]:
    for relationship in at.story.relationships:
        yield from (_Standing(relationship, moment) for moment in relationship.timeline)


def _role(which: int) -> Of:
    return lambda _, row: row.role[which] if row.role else None


def _last_status(at: Lookup, row: Relationship) -> str | None:
    return next((moment.status for moment in reversed(row.timeline) if moment.status), None)


RELATIONSHIPS = table(
    "relationships",
    "a row a pair of people who have something to do with each other",
    lambda at: at.story.relationships,
    field("id", "text", "the id of the relationship"),
    person("a", "the first of the pair", lambda row: row.pair[0]),
    person("b", "the second of the pair", lambda row: row.pair[1]),
    Column("kind", "text", "its main kind", lambda _, row: row.kinds[0] if row.kinds else None),
    field("kinds", "texts", "all kinds, the main one first"),
    Column("a_role", "text", "what the first is to the second (aunt, nephew)", _role(0)),
    Column("b_role", "text", "what the second is to the first", _role(1)),
    Column("last_status", "text", "the last status that is told", _last_status),
    Column("events", "integer", "how many events it has", lambda _, row: len(row.events)),
    CONFIDENCE,
)


def _pair() -> Iterable[Column]:
    yield Column("relationship", "text", "the id of the relationship", lambda _, row: row.of.id)
    yield from person("a", "the first of the pair", lambda row: row.of.pair[0])
    yield from person("b", "the second of the pair", lambda row: row.of.pair[1])


RELATIONSHIP_EVENTS = table(
    "relationship_events",
    "a row an event in a relationship",
    _events,
    tuple(_pair()),
    Column("type", "text", "meet, befriend, confess, kiss, couple, quarrel ...", lambda _, row: row.record.type),
    span("what tells it"),
    person("actor", "who does it", lambda row: row.record.actor),
    Column("confidence", "number", "how sure this is, from 0 to 1", lambda _, row: row.record.confidence),
)

COURSE = table(
    "course",
    "a row a moment from which on a relationship stands like this",
    _moments,
    tuple(_pair()),
    Column("scene", "text", "the scene", lambda _, row: row.record.scene),
    Column("start", "integer", "the offset from which on it is so", lambda _, row: row.record.start),
    Column("status", "text", "together, broken_up, married, close, strained ...", lambda _, row: row.record.status),
    Column("contact", "text", "together or apart", lambda _, row: row.record.contact),
    Column("valence_a_to_b", "number", "of the first for the second, -1 to 1", lambda _, row: row.record.valence.a),
    Column("valence_b_to_a", "number", "of the second for the first, -1 to 1", lambda _, row: row.record.valence.b),
    Column("trust_a_to_b", "number", "of the first in the second", lambda _, row: row.record.trust.a),
    Column("trust_b_to_a", "number", "of the second in the first", lambda _, row: row.record.trust.b),
)
