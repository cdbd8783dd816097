"""Tables of who and what there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from unspoken.layers.characters import Character, CharacterMention
from unspoken.layers.entities import Place
from unspoken.views.tables.columns import CONFIDENCE, Column, Lookup, field, person, span, table


@dataclass(frozen=True)
class _Counted:
    """A character with what was counted of them; ``share`` is None where nobody says anything."""

    record: Character
    quotes: int
    words: int
    share: float | None
    scenes: int


@dataclass(frozen=True)
class _Meant:
    """A mention with the character that it means."""

    character: str
    start: int
    end: int
    form: str
    confidence: float


def _counted(at: Lookup) -> Iterator[_Counted]:
    quotes, words = Counter[str | None](), Counter[str | None]()
    for quote in at.story.quotes:
        if quote.kind == "speech":
            quotes[quote.speaker] += 1
            words[quote.speaker] += sum(len((at.words(part) or "").split()) for part in quote.parts)
    total = words.total()
    scenes = Counter(id for scene in at.story.scenes for id in scene.present)
    for c in at.story.characters:
        yield _Counted(c, quotes[c.id], words[c.id], words[c.id] / total if total else None, scenes[c.id])


def _meant(at: Lookup) -> list[_Meant]:
    def one(character: Character, m: CharacterMention) -> _Meant:
        return _Meant(character.id, m.start, m.end, m.form, m.confidence)

    found = [one(character, m) for character in at.story.characters for m in character.mentions]
    return sorted(found, key=lambda m: (m.start, -m.end, m.character))


CHARACTERS = table(
    "characters",
    "a row a character",
    _counted,
    Column("id", "text", "the id of the character", lambda _, row: row.record.id),
    Column("name", "text", "the name", lambda _, row: row.record.name),
    Column("aliases", "texts", "what else they are called", lambda _, row: row.record.aliases),
    Column("kind", "text", "person, animal, group or supernatural", lambda _, row: row.record.kind),
    Column("pronouns", "text", "he, she, they or it", lambda _, row: row.record.pronouns),
    Column(
        "narrator",
        "truth",
        "does this one tell the story, or is the “you” of whom it is told",
        lambda _, row: row.record.narrator,
    ),
    Column("mentions", "integer", "how often they are mentioned", lambda _, row: len(row.record.mentions)),
    Column("first", "integer", "the offset of the first mention", lambda _, row: row.record.first),
    Column("last", "integer", "the offset after the last mention", lambda _, row: row.record.last),
    Column("first_scene", "text", "the scene of the first mention", lambda at, row: at.scene(row.record.first)),
    field("scenes", "integer", "in how many scenes they are present"),
    field("quotes", "integer", "how often they speak aloud"),
    Column("words_spoken", "integer", "how many words they say aloud", lambda _, row: row.words),
    Column("share_of_speech", "number", "of all words said aloud, from 0 to 1", lambda _, row: row.share),
)

MENTIONS = table(
    "mentions",
    "a row a mention of a character, in the order of the text",
    _meant,
    person("character", "who is meant"),
    span("the mention"),
    field("form", "text", "name, nominal or pronoun"),
    CONFIDENCE,
)

ENTITIES = table(
    "entities",
    "a row a mention of a person, a place, an organisation or a vehicle",
    lambda at: at.story.entities,
    field("id", "text", "the id of the mention"),
    span("the mention"),
    field("type", "text", "PER, LOC, FAC, GPE, ORG or VEH"),
    field("form", "text", "PROP, NOM or PRON"),
    field("cluster", "text", "what shares it is one; unknown: nobody in particular"),
    person("character", "who is meant"),
    CONFIDENCE,
)


def _named(place: Place) -> list[int]:
    return [m.start for m in place.mentions]


PLACES = table(
    "places",
    "a row a place",
    lambda at: at.story.places,
    field("id", "text", "the id of the place"),
    field("name", "text", "the name"),
    Column("mentions", "integer", "how often it is named", lambda _, row: len(row.mentions)),
    Column("first", "integer", "the offset of the first mention", lambda _, row: min(_named(row), default=None)),
    Column("scenes", "texts", "the scenes that are set there", lambda at, row: at.set_in.get(row.id, ())),
)
