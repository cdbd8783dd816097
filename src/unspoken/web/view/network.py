"""The network over the scenes, for the page: what changes at the end of which scene."""

from __future__ import annotations

from typing import Any

from unspoken.story import Story
from unspoken.views.network import Edge, tracks


def network(story: Story) -> dict[str, Any]:
    """People and pairs, each with rows that begin with the number of a scene, from 0, at whose end they hold.

    A row of a person: scene, words said, scenes present in, mentions. A row of a pair: scene, kinds, status, what the
    first feels for the second and the other way (valences), words said to each other, scenes together.
    """
    made = tracks(story)
    return {
        "people": [
            {"id": t.id, "rows": [[s.scene, s.value.words, s.value.scenes, s.value.mentions] for s in t.steps]}
            for t in made.nodes
        ],
        "pairs": [{"pair": t.pair, "rows": [[s.scene, *_pair(s.value)] for s in t.steps]} for t in made.edges],
    }


def _pair(edge: Edge) -> list[Any]:
    return [edge.kinds, edge.status, edge.valence.a, edge.valence.b, sum(edge.words), edge.scenes]
