"""The network as of a scene: what is in it, and that nothing which only later scenes show is."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stories.wrong_door import IVO, JUNE, NELL, OKAFOR, TEXT, at, bare, story
from unspoken.errors import UnspokenError
from unspoken.layers.characters import CharacterMention
from unspoken.layers.relationships import Mutual
from unspoken.story import Story
from unspoken.views.network import Edge, Network, network, tracks
from unspoken.views.network import at as network_at


def edge(made: Network, a: str, b: str) -> Edge | None:
    return next((e for e in made.edges if set(e.pair) == {a, b}), None)


def words(speaker: str, hearer: str, end: int) -> int:
    quotes = (q for q in story().quotes if q.speaker == speaker and hearer in q.addressees and q.end <= end)
    return sum(len(TEXT[p.start : p.end].split()) for q in quotes for p in q.parts)


def test_a_scene_shows_what_holds_at_its_end_and_the_next_one_what_has_changed() -> None:
    first = edge(network(story(), "s1"), NELL, IVO)
    assert first is not None
    assert (first.status, first.contact, first.valence) == ("broken_up", "apart", Mutual(-0.5, 0.3))
    last = edge(network(story(), "s5"), NELL, IVO)
    assert last is not None
    assert (last.status, last.contact, last.valence) == ("together", "together", Mutual(0.9, 0.8))


def test_what_a_later_moment_does_not_tell_is_what_it_was() -> None:
    third = edge(network(story(), "s3"), NELL, IVO)
    assert third is not None
    assert (third.status, third.valence) == ("broken_up", Mutual(-0.5, 0.6))


def test_words_are_counted_from_each_to_the_other_and_shares_of_what_has_been_said() -> None:
    made = network(story(), "s1")
    pair = edge(made, NELL, IVO)
    end = story().scenes[0].end
    assert pair is not None
    assert pair.words == (words(NELL, IVO, end), words(IVO, NELL, end))
    assert pair.scenes == 1
    nodes = {node.id: node for node in made.nodes}
    assert nodes[NELL].words == pair.words[0]
    assert nodes[NELL].share == pytest.approx(pair.words[0] / sum(pair.words), abs=1e-4)


def test_the_end_is_the_last_scene_and_confidence_is_known_there_alone() -> None:
    assert network(story()) == network(story(), "s5")
    assert [e.confidence for e in network(story()).edges if e.relationship] == [0.9, 0.9, 0.7]
    assert all(e.confidence is None for e in network(story(), "s4").edges)


def test_nobody_is_there_before_he_is_spoken_of() -> None:
    assert [n.id for n in network(story(), "s1").nodes] == [NELL, IVO]
    assert [n.id for n in network(story(), "s4").nodes] == [NELL, IVO, JUNE, OKAFOR]
    assert edge(network(story(), "s1"), JUNE, IVO) is None


def test_a_kind_is_told_where_words_show_it_and_one_that_none_show_at_the_end() -> None:
    romance, family = (edge(network(story(), "s2"), *pair) for pair in ((NELL, IVO), (JUNE, IVO)))
    assert romance is not None
    assert romance.kinds == ("romance",)  # they were together, says the first scene
    assert family is not None
    assert (family.kinds, family.role, family.status) == ((), None, "strained")
    last = edge(network(story()), JUNE, IVO)
    assert last is not None
    assert (last.kinds, last.role) == (("family",), ("sister", "brother"))


def test_a_noun_with_its_owner_shows_a_kind_and_the_roles() -> None:
    brother = at("her brother")
    owner = CharacterMention(brother.start, brother.start + 3, "pronoun", 0.9)
    people = tuple(
        msgspec.structs.replace(c, mentions=(*c.mentions, owner)) if c.id == JUNE else c for c in story().characters
    )
    family = edge(network(msgspec.structs.replace(story(), characters=people), "s2"), JUNE, IVO)
    assert family is not None
    assert (family.kinds, family.role) == (("family",), ("sister", "brother"))


def test_who_is_not_yet_named_has_the_name_that_is_told_so_far() -> None:
    nell = story().characters[0]
    named = CharacterMention(at("Mr Okafor").start, at("Mr Okafor").end, "name", 0.9)
    late = msgspec.structs.replace(nell, name="Mr Okafor", aliases=("Nell",), mentions=(*nell.mentions, named))
    made = msgspec.structs.replace(story(), characters=(late, *story().characters[1:]))
    assert [network(made, scene).nodes[0].name for scene in ("s1", "s4")] == ["Nell", "Mr Okafor"]


def test_who_only_talks_is_a_pair_and_who_only_stands_there_is_none() -> None:
    made = network(story())
    talk = edge(made, OKAFOR, NELL)
    assert talk is not None
    assert (talk.relationship, talk.kinds, talk.confidence) == (None, (), None)
    silent = msgspec.structs.replace(story(), quotes=())
    assert edge(network(silent), OKAFOR, NELL) is None


def test_a_story_in_which_nothing_was_found_has_an_empty_network() -> None:
    assert network(bare()) == Network(None, (), ())


def test_a_story_without_scenes_has_one_network() -> None:
    made = network(msgspec.structs.replace(story(), scenes=()))
    assert {e.status for e in made.edges if set(e.pair) == {NELL, IVO}} == {"together"}
    assert made.scene is None


@pytest.mark.parametrize("of", [story(), bare()])
def test_a_scene_that_is_not_there_is_refused_in_one_line(of: Story) -> None:
    with pytest.raises(UnspokenError, match=r"'s77' is no scene of this story; name a scene by its id \(") as caught:
        network(of, "s77")
    assert "\n" not in str(caught.value)


@dataclass(frozen=True)
class Cut:
    """A story of which everything after a scene is taken away or changed."""

    scene: int
    with_quotes: bool
    with_feelings: bool


def changed(cut: Cut) -> Story:
    """The same story up to the end of a scene; after it, nobody feels or becomes anything else than its opposite."""
    whole = story()
    end = whole.scenes[cut.scene].end
    relationships = tuple(
        msgspec.structs.replace(
            r,
            timeline=tuple(m for m in r.timeline if m.start < end),
            events=tuple(e for e in r.events if e.end <= end),
            confidence=0.1,
        )
        for r in whole.relationships
    )
    people = tuple(
        msgspec.structs.replace(c, mentions=tuple(m for m in c.mentions if m.end <= end)) for c in whole.characters
    )
    return msgspec.structs.replace(
        whole,
        characters=tuple(c for c in people if c.mentions),
        quotes=tuple(q for q in whole.quotes if q.end <= end or cut.with_quotes),
        feelings=tuple(f for f in whole.feelings if f.end <= end or cut.with_feelings),
        attitudes=(),
        relationships=relationships,
    )


@given(st.builds(Cut, st.integers(0, 3), st.booleans(), st.booleans()))
def test_nothing_that_comes_later_leaks_into_a_scene(cut: Cut) -> None:
    scene = story().scenes[cut.scene].id
    assert network(changed(cut), scene) == network(story(), scene)


@given(st.integers(0, 4))
def test_the_tracks_hold_the_network_of_every_scene(number: int) -> None:
    made = tracks(story())
    assert network_at(made, number) == network(story(), story().scenes[number].id)
    for track in (*made.nodes, *made.edges):
        assert [step.scene for step in track.steps] == sorted({step.scene for step in track.steps})


def test_spells_are_the_scenes_of_presence() -> None:
    made = {track.id: track for track in tracks(story()).nodes}
    assert [(s.first, s.last) for s in made[IVO].present] == [(0, 0), (2, 2), (4, 4)]
    pair = next(track for track in tracks(story()).edges if set(track.pair) == {NELL, IVO})
    assert [(s.first, s.last) for s in pair.together] == [(0, 0), (4, 4)]


def test_a_long_story_of_many_people_gives_no_more_steps_than_it_has_records() -> None:
    whole = story()
    scenes = tuple(
        msgspec.structs.replace(whole.scenes[0], id=f"x{n}", start=n, end=n + 1, present=()) for n in range(len(TEXT))
    )
    made = tracks(msgspec.structs.replace(whole, scenes=scenes))
    mentions = sum(len(c.mentions) for c in whole.characters)
    assert sum(len(t.steps) for t in made.nodes) <= mentions + 3 * len(whole.quotes) + len(whole.characters) * 4
