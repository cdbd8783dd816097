"""Tables of what is said and written."""

from __future__ import annotations

from unspoken.layers.quotations import Quote
from unspoken.views.tables.columns import CONFIDENCE, Column, Lookup, evidence, field, person, persons, span, table
from unspoken.views.tables.work import WORDS


def _spoken(at: Lookup, quote: Quote) -> str:
    return " ".join(at.words(part) or "" for part in quote.parts)


QUOTES = table(
    "quotes",
    "a row a quotation, also where narration splits it",
    lambda at: at.story.quotes,
    field("id", "text", "the id of the quotation"),
    field("start", "integer", "the offset of its first code point in the text"),
    field("end", "integer", "the offset after its last"),
    Column("scene", "text", "the scene that it lies in", lambda at, row: at.scene(row.start)),
    Column("text", "text", "the words of its parts, marks included, with a space between parts", _spoken),
    Column("words", "integer", "how many words are said", lambda at, row: len(_spoken(at, row).split())),
    field("kind", "text", "speech or thought"),
    person("speaker", "who speaks or thinks"),
    persons("addressees", "addressee_names", "to whom", lambda row: row.addressees),
    evidence("cue", "what names the speaker", lambda _, row: row.cue),
    field("method", "text", "how the speaker is known: explicit, anaphoric, vocative, turn or implicit"),
    Column("part_starts", "integers", "offsets of its parts", lambda _, row: tuple(p.start for p in row.parts)),
    Column("part_ends", "integers", "the offsets after them", lambda _, row: tuple(p.end for p in row.parts)),
    CONFIDENCE,
)

DOCUMENTS = table(
    "documents",
    "a row a letter, a message, a note inside the story",
    lambda at: at.story.documents,
    field("id", "text", "the id of the document"),
    field("kind", "text", "letter, message, note, post, diary, transcript or other"),
    span("the whole document"),
    WORDS,
    person("author", "who wrote it"),
    person("addressee", "to whom"),
    persons("readers", "reader_names", "who reads it", lambda row: tuple(reading.character for reading in row.read_by)),
    Column(
        "read_in",
        "texts",
        "the scene in which each of the readers reads it, or unknown",
        lambda _, row: tuple(reading.scene for reading in row.read_by),
    ),
    CONFIDENCE,
)
