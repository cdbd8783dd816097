"""The people of a story and the words that mean them, for the page."""

from __future__ import annotations

from typing import Any

from unspoken.exports.outline import FULL, Guide
from unspoken.exports.outline.cast import cast
from unspoken.story import Story
from unspoken.views import known

FORMS = ("name", "nominal", "pronoun")


def people(guide: Guide) -> list[dict[str, Any]]:
    """The characters, most important first, with the names that they go by and from where each is known."""
    text = guide.story.text
    out = []
    for person in cast(guide, FULL)[0].items:
        c = guide.characters[person.id]
        names = [{"name": name, "known": at} for name, at in known.names(c, text).items()]
        out.append({
            "id": c.id, "name": c.name, "names": names, "kind": c.kind, "pronouns": c.pronouns,
            "pronounsKnown": known.pronouns(c), "narrator": c.narrator, "share": round(person.share, 4),
            "mentions": person.mentions, "scenes": person.scenes, "first": c.first, "last": c.last,
        })  # fmt: skip
    return out


def mentions(story: Story) -> dict[str, list[Any]]:
    """All mentions of characters in text order, as columns: who is an id, form an index, confidence a percentage."""
    rows = sorted(
        (m.start, m.end, c.id, FORMS.index(m.form), round(100 * m.confidence))
        for c in story.characters
        for m in c.mentions
    )
    keys = ("start", "end", "who", "form", "confidence")
    return {key: [row[n] for row in rows] for n, key in enumerate(keys)}
