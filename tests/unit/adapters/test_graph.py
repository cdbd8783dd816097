"""The network as a graph of networkx."""

from __future__ import annotations

import networkx as nx
import pytest

from tests.stories.wrong_door import IVO, JUNE, NELL, OKAFOR, bare, story
from unspoken.adapters.graph import graph
from unspoken.errors import UnspokenError
from unspoken.views.network import network


def test_it_is_a_directed_graph_of_the_people() -> None:
    made = graph(story())
    assert isinstance(made, nx.DiGraph)
    assert dict(made.nodes(data="name")) == {NELL: "Nell", IVO: "Ivo", JUNE: "June", OKAFOR: "Mr Okafor"}
    assert made.graph == {"title": "The Wrong Door", "scene": "s5"}


def test_each_way_holds_the_side_of_the_one_it_leads_from() -> None:
    made = graph(story())
    pair = next(e for e in network(story()).edges if e.pair == (NELL, IVO))
    assert (made.edges[NELL, IVO]["words"], made.edges[IVO, NELL]["words"]) == pair.words
    assert (made.edges[NELL, IVO]["valence"], made.edges[IVO, NELL]["valence"]) == (0.9, 0.8)
    assert made.edges[JUNE, IVO]["role"] == "sister"
    assert made.edges[NELL, IVO]["trust"] is None


def test_who_only_talks_has_an_edge_one_way() -> None:
    assert graph(story()).has_edge(OKAFOR, NELL)
    assert not graph(story()).has_edge(NELL, OKAFOR)


def test_as_of_a_scene_nothing_later_is_there() -> None:
    made = graph(story(), scene="s1")
    assert set(made) == {NELL, IVO}
    assert made.edges[NELL, IVO]["status"] == "broken_up"


def test_it_can_be_reckoned_with() -> None:
    assert max(nx.degree_centrality(graph(story())).items(), key=lambda entry: entry[1])[0] in (NELL, IVO)
    assert len(graph(bare())) == 0


def test_a_scene_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnspokenError, match="no scene of this story"):
        graph(story(), scene="s99")
