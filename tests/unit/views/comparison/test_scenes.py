"""Scenes of two drafts: each is told to be what it is, with its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.views.comparison.drafts import draft
from unspoken.story import Story
from unspoken.views.comparison import SceneChange, compare

A = "Ada put the lamp down. Bram came in late. She asked him nothing."
B = "The boat lay at the quay. Nobody was on it. A gull cried."
C = "In the morning it rained. Bram packed his bag. He left no letter."
D = "Years went by. The house was sold. Ada kept the lamp."


def told(old: Story, new: Story) -> list[tuple[str, int | None, int | None]]:
    return [(c.change, c.old, c.new) for c in compare(old, new).scenes]


@pytest.mark.parametrize(
    ("new", "changes"),
    [
        ([A, B, C], []),
        ([A, B, D, C], [("added", None, 3)]),
        ([A, C], [("removed", 2, None)]),
        ([C, A, B], [("moved", 3, 1)]),
        ([B, C, A], [("moved", 1, 3)]),
        ([A, f"{B} Then it sank.", C], [("reworded", 2, 2)]),
        ([A, B, C.replace("no letter", "a letter")], [("reworded", 3, 3)]),
        ([A, f"{B} {C}"], [("joined", 3, 2)]),
        ([A.partition(" Bram")[0], "Bram" + A.partition(" Bram")[2], B, C], [("split", 1, 1)]),
        ([A, B.upper().replace(".", "!\n"), C], []),
    ],
)
def test_what_became_of_scenes(new: list[str], changes: list[tuple[str, int | None, int | None]]) -> None:
    assert told(draft(A, B, C), draft(*new)) == changes


def test_a_scene_that_is_joined_tells_how_long_both_are() -> None:
    (change,) = compare(draft(A, B, C), draft(A, f"{B} {C}")).scenes
    assert (change.old_words, change.new_words) == (13, 26)


def test_a_scene_of_which_no_sentence_stayed_is_the_one_in_its_place_if_its_words_are_alike() -> None:
    anew = "The old boat lay at the quay. Nobody at all was on it. A gull cried out."
    assert told(draft(A, B, C), draft(A, anew, C)) == [("reworded", 2, 2)]
    assert told(draft(A, B, C), draft(A, D, C)) == [("added", None, 2), ("removed", 2, None)]


def test_the_words_that_show_it_are_those_that_changed() -> None:
    (change,) = compare(draft(A, B), draft(A, B.replace("Nobody was", "Two men were"))).scenes
    assert [(p.draft, p.words) for p in change.passages] == [
        ("old", "Nobody was on it."),
        ("new", "Two men were on it."),
    ]
    (change,) = compare(draft(A), draft(A, B)).scenes
    assert [(p.draft, p.words) for p in change.passages] == [("new", "The boat lay at the quay.")]


def test_a_heading_tells_nothing_of_a_scene() -> None:
    (change,) = compare(draft(A), draft(A, f"Chapter 2.\n{B}")).scenes
    assert change.passages[0].words == "The boat lay at the quay."
    (change,) = compare(draft(A), draft(A, "It rained.")).scenes
    assert change.passages[0].words == "It rained."


@given(st.permutations([A, B, C, D]), st.integers(0, 4))
def test_every_scene_is_accounted_for(scenes: list[str], number: int) -> None:
    found: tuple[SceneChange, ...] = compare(draft(A, B, C, D), draft(*scenes[:number])).scenes
    assert sum(c.change == "removed" for c in found) == 4 - number
    assert not {c.change for c in found} - {"removed", "moved"}
    for c in found:
        for p in c.passages:
            text = draft(A, B, C, D).text if p.draft == "old" else draft(*scenes[:number]).text
            assert text[p.start : p.end] == p.words
