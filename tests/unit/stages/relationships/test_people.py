"""Whom a plural means: the two who are there, or who were named."""

from __future__ import annotations

import pytest

from tests.unit.stages.relationships.tale import tale
from unspoken.layers.spans import Span
from unspoken.stages.relationships.people import People

LONG = "The clock struck, and the rain went on against the glass, and nobody came. " * 4


def meant(marked: str, words: str) -> tuple[str, ...]:
    """Whom the last such words of a text mean."""
    made = tale(marked)
    start = made.text.rindex(words)
    return People(made.document()).meant(Span(start, start + len(words)))


@pytest.mark.parametrize(
    "they", ["They", "Neither", "Neither of them", "Both of them", "The two of them", "The pair of them"]
)
def test_they_are_the_only_two_of_the_scene(they: str) -> None:
    assert meant(f"{{ann:Ann}} met {{ben:Ben}}. {they} slept.", they) == ("ann", "ben")


@pytest.mark.parametrize("noun", ["The two", "The pair"])
def test_of_them_may_stand_behind_the_phrase(noun: str) -> None:
    assert meant(f"{{ann:Ann}} met {{ben:Ben}}. {noun} of them slept.", noun) == ("ann", "ben")
    assert meant(f"{{ann:Ann}} met {{ben:Ben}}. {noun} of gloves lay there.", noun) == ()


@pytest.mark.parametrize(
    ("before", "after", "who"),
    [
        ("", "Then {cam:Cam} came.", ("ann", "ben")),
        ("{cam:Cam} left.|", "Then {dot:Dot} came.", ("ann", "ben")),
        ("{cam:Cam} left. ", "Then {dot:Dot} came.", ()),
    ],
)
def test_they_are_the_two_whom_the_scene_has_named_so_far_however_long_ago(
    before: str, after: str, who: tuple[str, ...]
) -> None:
    assert meant(f"{before}{{ann:Ann}} met {{ben:Ben}}. {LONG}They slept. {after}", "They") == who


def test_two_named_lately_are_they_though_a_third_was_named_long_before() -> None:
    assert meant(f"{{cam:Cam}} left. {LONG}{{ann:Ann}} met {{ben:Ben}}. They slept.", "They") == ("ann", "ben")


def test_in_talk_they_are_neither_who_speaks_nor_who_hears() -> None:
    said = '{ann:Ann} met {ben:Ben}. <ann>ben:"%sThey slept.">'
    assert meant(said % "", "They") == ()
    assert meant(said % "{cam:Cam} saw {dot:Dot}. ", "They") == ("cam", "dot")
