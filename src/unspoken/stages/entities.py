"""Entities: mentions of people and places in six types, with the cluster that each belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.entities import Entity, EntityForm, EntityType
from unspoken.layers.keys import ENTITIES, IDENTITIES, MENTIONS, SYNTAX, TOKENS
from unspoken.layers.mentions import Mention
from unspoken.pipeline import Stage
from unspoken.stages.characters import ranked

FORMS: dict[str, EntityForm] = {"name": "PROP", "nominal": "NOM", "pronoun": "PRON"}
MODIFIERS = frozenset(("ADJ", "NOUN", "NUM", "PROPN"))


def find_entities(document: Document) -> tuple[Entity, ...]:
    """People from the mentions, places from names and common nouns; places of one name are one cluster."""
    found = sorted({(s, e): (s, e, *rest) for s, e, *rest in (*_people(document), *_places(document))}.values())
    return tuple(Entity(f"e{n}", *fields) for n, fields in enumerate(found))  # type: ignore[arg-type]


STAGE = Stage("entities", "1", (TOKENS, SYNTAX, MENTIONS, IDENTITIES), ENTITIES, find_entities)

Fields = tuple[int, int, EntityType, EntityForm, str | None, str | None, float]


@cache
def place_nouns() -> dict[str, EntityType]:
    """Common nouns for places and vehicles, in lower case."""
    table = resources.table("places.toml")
    kinds: tuple[EntityType, ...] = ("FAC", "LOC", "GPE", "VEH", "ORG")
    return {word: kind for kind in kinds for word in table[kind.lower()].split()}


@cache
def _gazetteer() -> frozenset[str]:
    return frozenset(resources.table("people.toml")["places"]["gazetteer"].split())


def _people(document: Document) -> Iterator[Fields]:
    mentions, identities = document[MENTIONS], document[IDENTITIES]
    rank = ranked(identities)
    for i, m in enumerate(mentions):
        member = identities.link[i]
        if m.form == "name" and member is None:
            continue
        if m.form == "pronoun" and member is None and (m.person == 2 or m.plural):
            yield m.start, m.end, "PER", "PRON", None, None, 0.3
            continue
        start = _with_article(document.text, m) if m.form == "name" else m.start
        cluster = member or f"m{i}"
        yield start, m.end, "PER", FORMS[m.form], cluster, rank.get(member or ""), identities.confidence[i] or 0.4


def _with_article(text: str, m: Mention) -> int:
    """A name that narration uses like a title takes its article in: "the Captain"."""
    return m.start - 4 if text[max(0, m.start - 4) : m.start].lower() == "the " else m.start


def _places(document: Document) -> Iterator[Fields]:
    """Names of no being that look like places, and common nouns of place with what stands before them."""
    text, identities = document.text, document[IDENTITIES]
    for m, member in zip(document[MENTIONS], identities.link, strict=True):
        if m.form == "name" and member is None:
            words = text[m.start : m.end].lower().split()
            kind: EntityType = place_nouns().get(words[-1], "GPE")
            sure = 0.8 if words[-1] in place_nouns() or words[-1] in _gazetteer() else 0.4
            if sure > 0.5 or text[max(0, m.start - 3) : m.start].lower() in ("in ", "at ", "to "):
                yield _with_article(text, m), m.end, kind, "PROP", "p:" + " ".join(words), None, sure
    yield from _common_places(document)


def _common_places(document: Document) -> Iterator[Fields]:
    tokens, syntax, text = document[TOKENS], document[SYNTAX], document.text
    pos = syntax.pos or ()
    starts, ends = tokens.start.tolist(), tokens.end.tolist()
    nouns = place_nouns()
    determiners = resources.words("places.toml", "determiners")
    taken = {m.head_start for m in document[MENTIONS] if m.form != "pronoun"}
    for i, (a, b) in enumerate(zip(starts, ends, strict=True)):
        word = text[a:b].lower()
        if word not in nouns or a in taken or not pos or pos[i] not in ("NOUN", "PROPN"):
            continue
        if word == "home" and i and pos[i - 1] in ("NOUN", "PROPN"):
            continue  # "drove the cart home"
        first = i
        while first > 0 and pos[first - 1] in MODIFIERS and starts[first] - ends[first - 1] <= 1 and i - first < 4:
            first -= 1
        before = text[starts[first - 1] : ends[first - 1]].lower() if first else ""
        if before in determiners:
            start = starts[first - 1]
            yield start, b, nouns[word], "NOM", f"p:{word}" if before != "a" else f"p:{word}:{start}", None, 0.6
