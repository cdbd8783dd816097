"""The network at the end of a story as GraphML, for Gephi, yEd, Cytoscape, igraph and others."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from lxml import etree

from unspoken.exports.xml import legal
from unspoken.layers.relationships import Mutual
from unspoken.story import Story
from unspoken.views.network import Edge, Node, network

if TYPE_CHECKING:
    import networkx as nx

SEVERAL = ", "  # between the kinds of one relationship


def export(story: Story, stem: str) -> dict[str, bytes]:
    """One file, ``STEM.graphml``.

    A node is a person, an edge leads from one to the other. What is not known has no value. ``label`` is what programs
    write beside a node or an edge: the name, the main kind. ``weight``, as programs lay a graph out by it, is the words
    that one says to the other, and at least 1.

    Args:
        story: a finished story.
        stem: what the name of the file begins with.
    """
    import networkx as nx

    made = network(story)
    graph: nx.DiGraph[str] = nx.DiGraph(title=legal(story.source.title or story.source.name))
    for node in made.nodes:
        graph.add_node(legal(node.id), **_known(person(node)))
    for edge in made.edges:
        for side, (who, other) in enumerate((edge.pair, edge.pair[::-1])):
            if edge.relationship or edge.words[side]:
                graph.add_edge(legal(who), legal(other), **_known(way(edge, side)))
    out = BytesIO()
    nx.write_graphml_lxml(graph, out)
    return {f"{stem}.graphml": _with_booleans(out.getvalue())}


def person(node: Node) -> dict[str, Any]:
    """A node's values by name; None where they are not known."""
    return {
        "label": node.name or node.id, "kind": node.kind, "pronouns": node.pronouns, "narrator": node.narrator,
        "words": node.words, "share": node.share, "scenes": node.scenes, "mentions": node.mentions,
    }  # fmt: skip


def way(edge: Edge, side: int) -> dict[str, Any]:
    """The values of an edge from one of a pair to the other; ``side`` 0: from the first."""
    return {
        "label": edge.kinds[0] if edge.kinds else None, "relationship": edge.relationship,
        "kind": edge.kinds[0] if edge.kinds else None, "kinds": SEVERAL.join(edge.kinds) or None,
        "role": edge.role[side] if edge.role else None, "status": edge.status, "contact": edge.contact,
        "valence": _side(edge.valence, side), "trust": _side(edge.trust, side), "words": edge.words[side],
        "scenes": edge.scenes, "confidence": edge.confidence, "weight": float(max(1, edge.words[side])),
    }  # fmt: skip


def _with_booleans(data: bytes) -> bytes:
    """Booleans as XML writes them; networkx writes them as Python does."""
    root = etree.fromstring(data)
    keys = {key.get("id") for key in root.iter("{*}key") if key.get("attr.type") == "boolean"}
    for element in root.iter("{*}data"):
        if element.get("key") in keys:
            element.text = str(element.text).lower()
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _side(value: Mutual, side: int) -> float | None:
    found = (value.a, value.b)[side]
    return None if found is None else float(found)


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: legal(v) if isinstance(v, str) else v for name, v in values.items() if v is not None}
