"""A story as the page in the browser wants it: compact plain JSON, with offsets from which each thing is known.

Sentences hold characters as marks (`NAME`), not as names, so that the page can call them what a reader knows so far.
"""

from __future__ import annotations

from typing import Any

import msgspec

from unspoken.exports.outline import Guide
from unspoken.layers.spans import Span
from unspoken.story import Story
from unspoken.web.view.claims import beliefs, feelings, gaps, relationships
from unspoken.web.view.courses import courses
from unspoken.web.view.network import network
from unspoken.web.view.people import mentions, people
from unspoken.web.view.text import documents, quotes, scenes

Json = dict[str, Any]
NAME = "\ue000{}\ue001"  # an id between two code points of private use


class MarkedGuide(Guide):
    """A guide that gives characters as marks."""

    def name(self, id: str | None) -> str:
        """The mark of a character; somebody, where it is not known who."""
        return NAME.format(id) if id in self.characters else "somebody"


def view(story: Story) -> Json:
    """All that the page shows.

    Args:
        story: a finished story.

    Returns:
        What `msgspec.json.encode` can write. Spans are flat lists ``[start, end, start, end, ...]``; offsets are code
        points. ``known`` is the offset from which on a reader can know a thing.
    """
    guide = MarkedGuide(story)
    return {
        "source": msgspec.to_builtins(story.source),
        "version": story.provenance.version,
        "text": story.text,
        "paragraphs": flat(story.paragraphs),
        "sentences": flat(story.sentences),
        "emphasis": flat(story.emphasis),
        "chapters": [{"start": c.start, "title": c.title} for c in story.chapters],
        "people": people(guide),
        "mentions": mentions(story),
        "quotes": quotes(story),
        "scenes": scenes(guide),
        "documents": documents(guide),
        "feelings": feelings(guide),
        "relationships": relationships(guide),
        "beliefs": beliefs(guide),
        "gaps": gaps(guide),
        "courses": courses(guide),
        "network": network(story),
    }


def flat(spans: tuple[Span, ...]) -> list[int]:
    """Spans as one list of offsets."""
    return [offset for span in spans for offset in (span.start, span.end)]
