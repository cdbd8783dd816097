"""Two drafts of a work, and what changed between them: people, scenes, relationships, misunderstandings."""

from __future__ import annotations

from unspoken.story import Story
from unspoken.views.comparison.alignment import Alignment
from unspoken.views.comparison.cast import called_now, cast_changes, same_people
from unspoken.views.comparison.gaps import gap_changes
from unspoken.views.comparison.records import (
    CastChange,
    Comparison,
    Draft,
    GapChange,
    Passage,
    RelationshipChange,
    SceneChange,
)
from unspoken.views.comparison.relationships import relationship_changes
from unspoken.views.comparison.scenes import scene_changes

__all__ = [
    "CastChange", "Comparison", "Draft", "GapChange", "Passage", "RelationshipChange", "SceneChange", "compare",
]  # fmt: skip


def compare(old: Story, new: Story) -> Comparison:
    """What changed from one draft of a work to the next.

    Sentences are paired by their words, scenes by the sentences that they share, people by what they are called and by
    the sentences that mean them, relationships by their people, misunderstandings by their people and their words. The
    time that it takes grows with the length of the drafts, not with its square.

    Args:
        old: the earlier draft, as it was read.
        new: the later one.

    Returns:
        All changes, each with the words that show it. Of a story and itself, none.
    """
    alignment = Alignment(old, new)
    people = same_people(old, new, alignment)
    if called := called_now(old, new, people):  # what differs in new names alone is the same
        alignment = Alignment(old, new, called)
    return Comparison(
        "1",
        _draft(old),
        _draft(new),
        old.text == new.text,
        cast_changes(old, new, people, alignment),
        scene_changes(old, new, alignment),
        relationship_changes(old, new, people, (alignment.old, alignment.new)),
        gap_changes(old, new, people, alignment),
    )


def _draft(story: Story) -> Draft:
    return Draft(story.source.name, story.source.sha256, story.source.words, len(story.scenes))
