"""Deeds done in words count in a novel where it is well known who speaks."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from unspoken.layers.characters import Character, CharacterMention
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.deeds.heard import well_heard
from unspoken.stages.relationships.people import People

NAMED = Character("c0", "Ann", (), "person", "she", False, (CharacterMention(0, 3, "name", 0.9),), 0, 0)
SORRY = Happening("apologise", "Amos", "Hester", False, 10, 20, 0.8)


@pytest.mark.parametrize(
    ("many", "sure", "kept"), [(21, 0.7, False), (21, 0.9, True), (20, 0.7, True), (21, None, True)]
)
def test_in_a_crowd_the_speaker_must_be_sure(many: int, sure: float | None, kept: bool) -> None:
    voice = None if sure is None else SimpleNamespace(sure=sure)
    people = SimpleNamespace(characters=dict.fromkeys(range(many), NAMED), voice=lambda offset: voice)
    assert (well_heard([SORRY], cast(People, people)) == [SORRY]) is kept
