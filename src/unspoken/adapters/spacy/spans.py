"""What a story holds, as groups of labelled spans of its text."""

from __future__ import annotations

from typing import NamedTuple

from unspoken.story import Story


class Labelled(NamedTuple):
    """A stretch of the text with what spaCy calls its label, the id of what it means, and its own id."""

    start: int
    end: int
    label: str = ""
    means: str = ""
    id: str = ""


def groups(story: Story) -> dict[str, list[Labelled]]:
    """All groups by name; those that are the same for every story are there even if they are empty."""
    names = {c.id: c.name for c in story.characters}
    mentions = [Labelled(m.start, m.end, m.form, c.id) for c in story.characters for m in c.mentions]
    quotes = [
        Labelled(part.start, part.end, names.get(q.speaker or "", ""), q.speaker or "", q.id)
        for q in story.quotes
        for part in q.parts
    ]
    return {
        "mentions": sorted(mentions, key=lambda m: (m.start, -m.end)),
        "entities": [Labelled(e.start, e.end, e.type, e.character or e.cluster or "", e.id) for e in story.entities],
        "quotes": quotes,
        "scenes": [Labelled(s.start, s.end, s.mode, s.place or "", s.id) for s in story.scenes],
        "chapters": [Labelled(c.start, c.end, "", "", c.id) for c in story.chapters],
        "documents": [Labelled(d.start, d.end, d.kind, d.author or "", d.id) for d in story.documents],
        "events": [Labelled(e.start, e.end, e.lemma, e.agent or "") for e in story.events],
        "feelings": [Labelled(f.start, f.end, f.emotion, f.experiencer or "", f.id) for f in story.feelings],
        "beliefs": [Labelled(b.start, b.end, b.stance, b.holder, b.id) for b in story.beliefs],
        "gaps": [Labelled(g.truth.start, g.truth.end, g.type, g.holder, g.id) for g in story.gaps],
        **_clusters(story),
    }


def proper(story: Story) -> list[Labelled]:
    """The names among the entities."""
    return [
        Labelled(e.start, e.end, e.type, e.character or e.cluster or "", e.id)
        for e in story.entities
        if e.form == "PROP"
    ]


def _clusters(story: Story) -> dict[str, list[Labelled]]:
    """Mentions of one and the same: characters in their order, then whatever else is mentioned twice or more."""
    people = [[Labelled(m.start, m.end, c.name, c.id) for m in c.mentions] for c in story.characters]
    others: dict[str, list[Labelled]] = {}
    for e in story.entities:
        if e.character is None and e.cluster is not None:
            others.setdefault(e.cluster, []).append(Labelled(e.start, e.end, e.type, e.cluster))
    found = [*people, *(own for own in others.values() if len(own) > 1)]
    return {f"coref_clusters_{number}": own for number, own in enumerate(filter(None, found), start=1)}
