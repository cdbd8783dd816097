"""Of whom a work of many tells little, a pronoun is not enough."""

from __future__ import annotations

import pytest

from unspoken.layers.characters import Character, CharacterMention
from unspoken.layers.feelings import Feeling
from unspoken.stages.cast.relations import CROWD
from unspoken.stages.feelings.episodes import sure
from unspoken.stages.little_told import BEFORE, LITTLE, LittleTold

CUE = 1000


def person(name: str, mentions: int, named_at: int = 0) -> Character:
    said = tuple(CharacterMention(at, at + 2, "pronoun", 0.9) for at in range(2000, 2000 + 5 * mentions, 5))
    name_at = CharacterMention(named_at, named_at + len(name), "name", 0.9)
    return Character(name, name, (), "person", "he", False, (name_at, *said), 0, 100_000)


def cast_of(others: int, named_at: int = 0) -> list[Character]:
    """Amos, who is told of once, among so many others."""
    return [person("Amos", 1, named_at), *(person(f"Bram {n}", round(2 / LITTLE)) for n in range(others))]


@pytest.mark.parametrize(
    ("who", "others", "named_at", "doubtful"),
    [
        ("Amos", CROWD + 1, 0, True),
        ("Amos", CROWD + 1, CUE - BEFORE + 1, False),
        ("Amos", CROWD + 1, CUE + 20, False),
        ("Bram 1", CROWD + 1, 0, False),
        ("Amos", 3, 0, False),
        (None, CROWD + 1, 0, False),
    ],
)
def test_in_a_crowd_somebody_seldom_told_of_has_to_be_called_near(
    who: str | None, others: int, named_at: int, doubtful: bool
) -> None:
    assert LittleTold(cast_of(others, named_at)).doubtful(who, CUE, CUE + 5) is doubtful


def felt(experiencer: str, target: str | None) -> Feeling:
    return Feeling(
        "f0", CUE, CUE + 5, "s0", experiencer, "joy", (), 0.6, 0.6, "named", target, None, False, False, (), 0.7
    )


def test_a_feeling_of_one_who_is_doubtful_is_not_told_and_for_one_it_has_no_target() -> None:
    people = cast_of(CROWD + 1)
    told = sure([felt("Amos", None), felt("Bram 1", "Amos"), felt("Bram 1", "Bram 2")], people)
    assert [(f.experiencer, f.target) for f in told] == [("Bram 1", None), ("Bram 1", "Bram 2")]
