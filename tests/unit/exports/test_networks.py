"""The network as GraphML and as dynamic GEXF, read back by an XML parser and by networkx."""

from __future__ import annotations

from io import BytesIO

import msgspec
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.stories.wrong_door import IVO, JUNE, NELL, OKAFOR, bare, story
from unspoken.exports import gexf, graphml
from unspoken.exports.xml import legal
from unspoken.story import Story

GEXF = "{http://gexf.net/1.3}"


def dynamic(of: Story) -> etree._Element:
    return etree.fromstring(gexf.export(of, "door")["door.gexf"])


def as_graph(of: Story, format: str) -> nx.DiGraph:
    if format == "gexf":
        return nx.read_gexf(BytesIO(gexf.export(of, "x")["x.gexf"]), version="1.3")
    return nx.read_graphml(BytesIO(graphml.export(of, "x")["x.graphml"]))


def named(name: str) -> Story:
    """The story with another name for Nell, and for itself."""
    nell = msgspec.structs.replace(story().characters[0], name=name)
    return msgspec.structs.replace(
        story(),
        characters=(nell, *story().characters[1:]),
        source=msgspec.structs.replace(story().source, title=name),
    )


def test_graphml_holds_the_people_and_what_each_feels_for_the_other() -> None:
    graph = as_graph(story(), "graphml")
    assert graph.is_directed()
    assert graph.graph["title"] == "The Wrong Door"
    assert graph.nodes[NELL]["label"] == "Nell"
    assert graph.nodes[NELL]["narrator"] is False
    assert (graph.edges[NELL, IVO]["valence"], graph.edges[IVO, NELL]["valence"]) == (0.9, 0.8)
    assert graph.edges[NELL, IVO]["kind"] == graph.edges[NELL, IVO]["label"] == "romance"
    assert (graph.edges[JUNE, IVO]["role"], graph.edges[IVO, JUNE]["role"]) == ("sister", "brother")


def test_what_is_not_known_is_not_in_the_file() -> None:
    graph = as_graph(story(), "graphml")
    assert "trust" not in graph.edges[NELL, IVO]
    assert "valence" not in graph.edges[IVO, JUNE]
    assert "kind" not in graph.edges[OKAFOR, NELL]
    assert (NELL, OKAFOR) not in graph.edges  # she says nothing to him, and nothing else is between them


def test_keys_of_graphml_are_declared_once_and_booleans_are_as_xml_has_them() -> None:
    root = etree.fromstring(graphml.export(story(), "x")["x.graphml"])
    keys = [key.get("id") for key in root.iter("{*}key")]
    assert len(keys) == len(set(keys))
    used = {data.get("key"): data.text for data in root.iter("{*}data")}
    assert set(used) <= set(keys)
    assert {"True", "False"}.isdisjoint(data.text for data in root.iter("{*}data"))


def test_gexf_says_what_a_time_line_needs() -> None:
    root = dynamic(story())
    graph = root[1]
    assert (root.tag, root.get("version"), graph.tag) == (f"{GEXF}gexf", "1.3", f"{GEXF}graph")
    assert {name: graph.get(name) for name in ("mode", "timeformat", "defaultedgetype", "start", "end")} == {
        "mode": "dynamic", "timeformat": "double", "defaultedgetype": "directed", "start": "1.0", "end": "6.0",
    }  # fmt: skip
    assert [child.tag.removeprefix(GEXF) for child in graph] == [*["attributes"] * 4, "nodes", "edges"]


def test_every_value_in_gexf_is_declared_and_lies_within_the_time_of_what_it_is_of() -> None:
    root = dynamic(story())
    declared = {
        a.get("id"): (group.get("class"), group.get("mode")) for group in root.iter(f"{GEXF}attributes") for a in group
    }
    nodes = {n.get("id"): float(n.get("start") or "nan") for n in root.iter(f"{GEXF}node")}
    for element in (*root.iter(f"{GEXF}node"), *root.iter(f"{GEXF}edge")):
        of = element.tag.removeprefix(GEXF)
        start, end = float(element.get("start") or "nan"), float(element.get("end") or "nan")
        if of == "edge":
            assert max(nodes[element.get("source")], nodes[element.get("target")]) <= start
        reached: dict[str | None, float] = {}
        for value in element.iter(f"{GEXF}attvalue"):
            key = value.get("for")
            assert declared[key][0] == of
            if declared[key][1] == "dynamic":
                a, b = float(value.get("start") or "nan"), float(value.get("end") or "nan")
                assert max(start, reached.get(key, start)) <= a < b <= end
                reached[key] = b
            else:
                assert value.get("start") is None


def test_feelings_and_states_have_intervals_in_gexf() -> None:
    graph = as_graph(story(), "gexf")
    assert graph.edges[NELL, IVO]["status"] == [("broken_up", 1, 5), ("together", 5, 6)]
    assert graph.edges[NELL, IVO]["valence"] == [(-0.5, 1, 4), (0.8, 4, 5), (0.9, 5, 6)]
    assert graph.edges[IVO, NELL]["valence"] == [(0.3, 1, 3), (0.6, 3, 5), (0.8, 5, 6)]
    assert graph.edges[NELL, IVO]["together"] == [(True, 1, 2), (False, 2, 5), (True, 5, 6)]
    assert graph.nodes[OKAFOR]["present"] == [(True, 4, 5), (False, 5, 6)]
    assert graph.nodes[OKAFOR]["start"] == 4


@pytest.mark.parametrize("format", ["gexf", "graphml"])
def test_a_story_in_which_nothing_was_found_gives_an_empty_graph(format: str) -> None:
    assert len(as_graph(bare(), format)) == 0


@pytest.mark.parametrize("of", [story(), msgspec.structs.replace(story(), scenes=())])
def test_both_files_hold_the_same_edges(of: Story) -> None:
    assert set(as_graph(of, "gexf").edges) == set(as_graph(of, "graphml").edges)


@given(st.text(st.characters(), min_size=1, max_size=12))
def test_any_name_at_all_makes_a_file_that_xml_can_read(name: str) -> None:
    wanted = "".join(legal(name).split())
    labels = [n.get("label") or "" for n in dynamic(named(name)).iter(f"{GEXF}node")]
    assert "".join(labels[0].split()) == wanted
    root = etree.fromstring(graphml.export(named(name), "x")["x.graphml"])
    assert any("".join((data.text or "").split()) == wanted for data in root.iter("{*}data"))


def test_what_xml_cannot_hold_is_replaced_and_nothing_moves() -> None:
    assert legal("a\x00b\x0bc\ud800d\ufffee\tf\ng\U0001f600") == "a\ufffdb\ufffdc\ufffdd\ufffde\tf\ng\U0001f600"
