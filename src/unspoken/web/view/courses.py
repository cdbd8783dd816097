"""The courses of pairs for the page: each level of a feeling with the offset from which on it is known."""

from __future__ import annotations

from typing import Any

import msgspec

from unspoken.exports.outline import Guide
from unspoken.views import known
from unspoken.views.course import Course
from unspoken.views.course import courses as made

Json = dict[str, Any]


def courses(guide: Guide) -> list[Json]:
    """What each of a pair feels for the other, and what the other takes it for.

    A level may be dated back to the start of its scene by words that come later in it; ``known`` tells when these
    have been read. Beliefs and gaps have theirs in their own records.
    """
    dates = _dates(guide)
    return [_course(course, dates.get(course.relationship or "", {})) for course in made(guide.story)]


def _dates(guide: Guide) -> dict[str, dict[int, int]]:
    """When the moments of each relationship are known, by where they start; of several, the last."""
    scenes = {scene.id: scene for scene in guide.story.scenes}
    out: dict[str, dict[int, int]] = {}
    for relationship in guide.story.relationships:
        starts = out.setdefault(relationship.id, {})
        for moment in relationship.timeline:
            starts[moment.start] = max(starts.get(moment.start, 0), known.moment(moment, scenes))
    return out


def _course(course: Course, dates: dict[int, int]) -> Json:
    shown: Json = msgspec.to_builtins(course)
    for heart in shown["hearts"]:
        heart["felt"] = [level | {"known": dates.get(level["start"], level["start"])} for level in heart["felt"]]
    return shown
