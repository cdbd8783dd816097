"""What is marked in the text: who speaks, who is meant, what is stressed, and the words that findings rest on."""

from __future__ import annotations

from collections.abc import Iterator

from unspoken.exports.tei.elements import certainty
from unspoken.exports.tei.findings import Finding
from unspoken.exports.tei.ids import Ids, pointer, pointers
from unspoken.exports.tei.inline import Mark
from unspoken.layers.entities import Entity
from unspoken.layers.quotations import Quote
from unspoken.story import Story

WRITTEN, SAID, STRESSED, FOUND, NAMED = range(5)
_NAMES = {"PER": "persName", "ORG": "orgName", "VEH": "name"}  # all others are places
_THINGS = {"PER": "person", "ORG": "organisation", "VEH": "vehicle"}


def marks(story: Story, ids: Ids, findings: list[Finding]) -> Iterator[Mark]:
    """All marks of a story but letters, which are laid out by paragraphs."""
    for quote in story.quotes:
        yield from _said(quote, ids)
    for number, span in enumerate(story.emphasis, start=1):
        yield Mark(span.start, span.end, STRESSED, "hi", (("rend", "italic"),), f"emphasis.{number}")
    yield from _found(findings)
    yield from _people(story, ids)
    yield from _others(story, ids)


def _said(quote: Quote, ids: Ids) -> Iterator[Mark]:
    """Speech is aloud, thought is not; the cue and how the speaker is known are told by ``ana``."""
    attributes = (
        ("who", pointer(ids, "person", quote.speaker)),
        ("toWhom", pointers(ids, "person", quote.addressees)),
        ("aloud", "true" if quote.kind == "speech" else "false"),
        ("ana", f"#speaker.{quote.method}"),
        ("cert", certainty(quote.confidence)),
    )
    for part in quote.parts:
        yield Mark(part.start, part.end, SAID, "said", attributes, ids["quote", quote.id], named=True)


def _found(findings: list[Finding]) -> Iterator[Mark]:
    """One element for the words of all findings that rest on the same words."""
    by_words: dict[tuple[int, int], list[str]] = {}
    for finding in findings:
        for span in finding.evidence:
            known = by_words.setdefault((span.start, span.end), [])
            known += [f"#{finding.id}"] if f"#{finding.id}" not in known else []
    for number, ((start, end), analyses) in enumerate(sorted(by_words.items()), start=1):
        attributes = (("type", "evidence"), ("ana", " ".join(analyses)))
        yield Mark(start, end, FOUND, "seg", attributes, f"evidence.{number}")


def _people(story: Story, ids: Ids) -> Iterator[Mark]:
    for character in story.characters:
        own = ids["person", character.id]
        for number, mention in enumerate(character.mentions, start=1):
            name = "persName" if mention.form == "name" else "rs"
            kind = {"name": None, "nominal": "person", "pronoun": "pronoun"}[mention.form]
            attributes = (("type", kind), ("ref", f"#{own}"), ("cert", certainty(mention.confidence)))
            yield Mark(mention.start, mention.end, NAMED, name, attributes, f"{own}.mention.{number}")


def _others(story: Story, ids: Ids) -> Iterator[Mark]:
    """Places, and entities that are no character; pronouns only where the place they mean is known."""
    places = {(m.start, m.end): place.id for place in story.places for m in place.mentions}
    for number, entity in enumerate(story.entities, start=1):
        place = places.pop((entity.start, entity.end), None)
        if entity.character is None and (place is not None or entity.form != "PRON"):
            yield _other(entity, f"entity.{number}", pointer(ids, "place", place))
    for number, ((start, end), place) in enumerate(sorted(places.items()), start=1):
        yield Mark(start, end, NAMED, "placeName", (("ref", pointer(ids, "place", place)),), f"named.{number}")


def _other(entity: Entity, key: str, ref: str | None) -> Mark:
    thing = _THINGS.get(entity.type, "place")
    name = _NAMES.get(entity.type, "placeName") if entity.form == "PROP" else "rs"
    attributes = (
        ("type", None if name in ("persName", "orgName", "placeName") else thing),
        ("ref", ref),
        ("key", entity.cluster if ref is None else None),
        ("cert", certainty(entity.confidence)),
    )
    return Mark(entity.start, entity.end, NAMED, name, attributes, key)
