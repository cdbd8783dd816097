"""The network of a story's people: who they are, how much each says to whom, what is between them, as of any scene.

As of a scene means: to one who has read to the end of it. Nothing is in the network that only later scenes show. A kind
of relationship is there from the words on that show it (see `unspoken.views.network.kinds`); what no record dates is
there at the end of the story alone, as is ``confidence``, which weighs everything that was found. Who merely stands in
the same scene as somebody is no pair.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TypeVar

import msgspec

from unspoken.errors import UnspokenError
from unspoken.story import Story
from unspoken.views.network.edges import edge_tracks
from unspoken.views.network.nodes import node_tracks, spoken
from unspoken.views.network.records import Edge, EdgeTrack, Network, Node, NodeTrack, Spell, Step, Tracks
from unspoken.views.scenes import Scenes

__all__ = ["Edge", "EdgeTrack", "Network", "Node", "NodeTrack", "Spell", "Step", "Tracks", "at", "network", "tracks"]

T = TypeVar("T", Node, Edge)


def network(story: Story, scene: str | None = None) -> Network:
    """The network at the end of a scene.

    Args:
        story: a finished story.
        scene: the id of a scene; None: the end of the story.

    Returns:
        People in the order of the cast, pairs in the order of the relationships, those who only talk after them.

    Raises:
        UnspokenError: the story has no such scene.
    """
    ids = [s.id for s in story.scenes]
    if scene is not None and scene not in ids:
        there = f"they go from {ids[0]} to {ids[-1]}" if ids else "it has none"
        raise UnspokenError(f"{scene!r} is no scene of this story; name a scene by its id ({there})")
    number = ids.index(scene) if scene is not None else max(0, len(ids) - 1)
    return at(tracks(story), number)


def tracks(story: Story) -> Tracks:
    """The networks of all scenes at once: each person and each pair with the scenes in which something changes.

    Its size, and the time that it takes, grow with the size of the story, not with scenes times people.
    """
    scenes = Scenes(story)
    people = node_tracks(story, scenes)
    return Tracks(
        scenes=tuple(s.id for s in story.scenes),
        words=spoken(story, scenes),
        nodes=people,
        edges=edge_tracks(story, scenes, {track.id: track.since for track in people}),
    )


def at(made: Tracks, number: int) -> Network:
    """The network at the end of the scene with this number, counted from 0."""
    total = made.words[number]
    nodes = [node for track in made.nodes if (node := _now(track.steps, number))]
    shares = [msgspec.structs.replace(n, share=round(n.words / total, 4) if total else None) for n in nodes]
    edges = [edge for track in made.edges if (edge := _now(track.steps, number))]
    return Network(made.scenes[number] if made.scenes else None, tuple(shares), tuple(edges))


def _now(steps: tuple[Step[T], ...], number: int) -> T | None:
    """What holds since the last step that is not after a scene."""
    found = bisect_right(steps, number, key=lambda step: step.scene)
    return steps[found - 1].value if found else None
