"""What stands in the text itself: quotations, scenes, letters, for the page."""

from __future__ import annotations

from typing import Any

from unspoken.exports.outline import Guide
from unspoken.exports.outline.letters import title
from unspoken.layers.spans import Span
from unspoken.story import Story
from unspoken.views import known


def span(found: Span | None) -> list[int] | None:
    """A span as ``[start, end]``."""
    return None if found is None else [found.start, found.end]


def quotes(story: Story) -> list[dict[str, Any]]:
    """What is said and thought, by whom, to whom, and how that is known."""
    return [
        {
            "id": q.id, "start": q.start, "end": q.end, "parts": [o for p in q.parts for o in (p.start, p.end)],
            "kind": q.kind, "speaker": q.speaker, "to": list(q.addressees), "cue": span(q.cue), "method": q.method,
            "confidence": q.confidence, "known": known.quote(q),
        }
        for q in story.quotes
    ]  # fmt: skip


def scenes(guide: Guide) -> list[dict[str, Any]]:
    """The scenes in order: where, when, who, through whose eyes."""
    return [
        {
            "id": s.id, "start": s.start, "end": s.end, "place": guide.place(s), "when": guide.when(s),
            "present": list(s.present), "focal": s.focal, "person": s.person, "tense": s.tense, "mode": s.mode,
            "days": s.time.days_after_previous, "evidence": span(s.time.evidence),
        }
        for s in guide.story.scenes
    ]  # fmt: skip


def documents(guide: Guide) -> list[dict[str, Any]]:
    """Letters and messages: who wrote them, to whom, who reads them and where."""
    return [
        {
            "id": d.id, "kind": d.kind, "start": d.start, "end": d.end, "author": d.author, "to": d.addressee,
            "title": title(guide, d), "readers": [[r.character, r.scene] for r in d.read_by],
            "confidence": d.confidence, "known": d.end,
        }
        for d in guide.story.documents
    ]  # fmt: skip
