"""Idioms of the heart: who feels what for whom, what is denied, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.unit.stages.beliefs.test_gaps import beliefs

WARM, COLD = "Hester believes + attitude Amos Hester", "Hester believes - attitude Amos Hester"


@pytest.mark.parametrize(
    ("idiom", "held"),
    [
        ("Amos had no time for her", WARM),
        ("Amos washed his hands of her", WARM),
        ("Amos could not bear the sight of her", WARM),
        ("she got on Amos’s nerves", WARM),
        ("Amos did not bear her a grudge", COLD),
        ("Amos would walk through fire for her", "Hester believes + feels Amos Hester"),
        ("Amos was not soft on her", "Hester believes - feels Amos Hester"),
        ("Amos had gone off her", "Hester believes - feels Amos Hester"),
    ],
)
def test_idioms_tell_a_heart(idiom: str, held: str) -> None:
    assert held in beliefs(f"Hester thought that {idiom}.")


@pytest.mark.parametrize(
    "said",
    [
        "Amos had no time for lunch",
        "Amos had no time for her to finish",
        "Amos had no time for her stories",
        "Amos was taken with her to the station",
    ],
)
def test_what_only_looks_like_an_idiom_tells_none(said: str) -> None:
    assert not any(b.startswith("Hester believes") for b in beliefs(f"Hester thought that {said}."))


def test_us_is_who_speaks_among_others() -> None:
    assert WARM in beliefs("“You despise us,” said Hester to Amos.")


def test_what_is_thought_in_marks_is_held() -> None:
    assert WARM in beliefs("“Amos has no time for me,” thought Hester.")
