"""The network of a story as a graph of networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unspoken.story import Story
from unspoken.views.network import Edge, network

if TYPE_CHECKING:
    import networkx as nx


def graph(story: Story, scene: str | None = None) -> nx.DiGraph[str]:
    """The people of a story and what is between them, as a directed graph.

    Each person is a node under its id, with ``name`` (None: not named yet), ``kind``, ``pronouns``, ``narrator``,
    ``words``, ``share``, ``scenes`` and ``mentions``. An edge leads from one person to another: ``valence`` is what the
    first feels for the second, ``trust`` how far the first trusts the second, ``words`` how many the first says to the
    second, ``role`` what the first is to the second; ``kinds``, ``status``, ``contact``, ``scenes`` and ``confidence``
    are the same both ways. Of two who only talk, who says nothing has no edge. Unknown is None.

    Args:
        story: a finished story.
        scene: the id of a scene, for the network at its end; None: at the end of the story.

    Raises:
        UnspokenError: the story has no such scene.
    """
    import networkx as nx

    made = network(story, scene)
    out: nx.DiGraph[str] = nx.DiGraph(title=story.source.title or story.source.name, scene=made.scene)
    for node in made.nodes:
        out.add_node(
            node.id, name=node.name, kind=node.kind, pronouns=node.pronouns, narrator=node.narrator, words=node.words,
            share=node.share, scenes=node.scenes, mentions=node.mentions,
        )  # fmt: skip
    for edge in made.edges:
        for side, (who, other) in enumerate((edge.pair, edge.pair[::-1])):
            if edge.relationship or edge.words[side]:
                out.add_edge(who, other, **_attributes(edge, side))
    return out


def _attributes(edge: Edge, side: int) -> dict[str, object]:
    """What an edge of the graph holds, from the side of one of the pair."""
    feels, trusts = ((value.a, value.b)[side] for value in (edge.valence, edge.trust))
    return {
        "relationship": edge.relationship,
        "kinds": edge.kinds,
        "role": edge.role[side] if edge.role else None,
        "status": edge.status,
        "contact": edge.contact,
        "valence": feels,
        "trust": trusts,
        "words": edge.words[side],
        "scenes": edge.scenes,
        "confidence": edge.confidence,
    }
