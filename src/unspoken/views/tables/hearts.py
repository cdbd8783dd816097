"""Tables of what is felt, what is believed, and where belief and truth part."""

from __future__ import annotations

from unspoken.layers.beliefs import Gap
from unspoken.layers.spans import Span
from unspoken.views.tables.columns import CONFIDENCE, Column, Lookup, evidence, field, person, span, table

FEELINGS = table(
    "feelings",
    "a row an episode of feeling",
    lambda at: at.story.feelings,
    field("id", "text", "the id of the feeling"),
    span("what shows it"),
    person("experiencer", "who feels it"),
    person("target", "towards whom"),
    field("emotion", "text", "the best guess among sixteen"),
    field("candidates", "texts", "others that fit"),
    field("valence", "number", "from -1, bad, to 1, good"),
    field("intensity", "number", "from 0 to 1"),
    field("channel", "text", "how the text shows it: named, bodily, action, speech or inferred"),
    evidence("cause", "what brings it about", lambda _, row: row.cause),
    field("negated", "truth", "it is said not to be felt"),
    field("hypothetical", "truth", "it is only supposed"),
    field("source", "texts", "who says so, outermost first: narrator, characters, documents"),
    CONFIDENCE,
)

ATTITUDES = table(
    "attitudes",
    "a row a disposition that lasts",
    lambda at: at.story.attitudes,
    field("id", "text", "the id of the attitude"),
    person("from", "whose it is", lambda row: row.holder),
    person("to", "towards whom", lambda row: row.target),
    field("value", "text", "positive, negative or ambivalent"),
    field("emotion", "text", "the emotion"),
    field("from_scene", "text", "since which scene"),
    field("until_scene", "text", "until which scene; unknown: to the end"),
    Column(
        "evidence_starts", "integers", "offsets of what shows it", lambda _, row: tuple(e.start for e in row.evidence)
    ),
    Column("evidence_ends", "integers", "the offsets after it", lambda _, row: tuple(e.end for e in row.evidence)),
    Column("evidence", "texts", "the words that show it", lambda at, row: tuple(map(at.words, row.evidence))),
    CONFIDENCE,
)

BELIEFS = table(
    "beliefs",
    "a row something that somebody holds to be so",
    lambda at: at.story.beliefs,
    field("id", "text", "the id of the belief"),
    person("holder", "who holds it"),
    field("stance", "text", "believes, knows, doubts, wonders, fears or hopes"),
    field("polarity", "text", "+: that it is so; -: that it is not so"),
    Column(
        "predicate", "text", "feels, attitude, status, knows, wants or fact", lambda _, row: row.proposition.predicate
    ),
    person("subject", "of whom", lambda row: row.proposition.subject),
    person("object", "towards whom", lambda row: row.proposition.object),
    Column("value", "text", "an emotion, a status, or a few words", lambda _, row: row.proposition.value),
    field("via", "text", "how they came by it: narrated, perceived, told, read or inferred"),
    field("from_scene", "text", "since which scene"),
    field("until_scene", "text", "until which scene; unknown: to the end"),
    span("what shows it"),
    evidence("ended_by", "what ends it", lambda _, row: row.ended_by),
    CONFIDENCE,
)


def _believed(at: Lookup, gap: Gap) -> Span | None:
    return at.beliefs.get(gap.belief) if gap.belief else None


GAPS = table(
    "gaps",
    "a row somebody who is wrong, or in the dark, about somebody",
    lambda at: at.story.gaps,
    field("id", "text", "the id of the gap"),
    person("holder", "who is wrong or in the dark"),
    person("about", "about whom"),
    field("type", "text", "misbelief or ignorance"),
    field("belief", "text", "the id of the belief that is wrong"),
    evidence("believed", "what shows that belief", _believed),
    evidence("truth", "what shows the truth", lambda _, row: row.truth),
    field("opens_scene", "text", "from which scene"),
    field("closes_scene", "text", "until which scene; unknown: it never closes"),
    evidence("closed_by", "what closes it", lambda _, row: row.closed_by),
    field("reader_from", "integer", "the offset from which on the reader knows better"),
    field("reader_until", "integer", "the offset until which the reader knows better"),
    field("severity", "number", "from 0 to 1"),
    CONFIDENCE,
)
