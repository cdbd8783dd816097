"""Colleagues by what they are, in a text in which few people are about."""

from __future__ import annotations

import pytest

from tests.unit.stages.relationships.tale import tale
from tests.unit.stages.relationships.test_relationships import LONG, kinds


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("{ann:Ann}, the engineer, saw {ben:Captain Hale}.", ("work",)),
        ("{ann:Ann}, our best nurse, saw {ben:Dr Hale}.", ("work",)),
        ("{ann:Ann}, our best nurse, saw {ben:Captain Hale}.", ()),  # of different places
        ("{ann:Ann}, the trainee, saw {ben:Ben}, the manager.", ("work",)),
        ("{ann:Ann}, the shepherd, saw {ben:Ben}, the carter.", ("work",)),
        ("{ann:Ann}, our best nurse, saw {ben:Ben}.", ()),
        ("{ann:Ann}, our best nurse, was out. | {ben:Dr Hale} was in.", ()),  # who never meet
        (f"{{ann:Ann}}, our best nurse, saw {{ben:Dr Hale}}.{LONG}", ()),
    ],
)
def test_two_of_one_workplace_who_meet_are_colleagues(words: str, kind: tuple[str, ...]) -> None:
    assert kinds(tale(words), "ann", "ben") == kind


@pytest.mark.parametrize(("negated", "kind"), [(False, ("work",)), (True, ())])
def test_what_somebody_is_said_to_be_at_work(negated: bool, kind: tuple[str, ...]) -> None:
    made = tale("{ann:Ann} is the best nurse here. {ben:Dr Hale} and {ann:Ann} went away.")
    made.clause("Ann is the best nurse here", "be", "Ann", complement="the best nurse here", verb="is", negated=negated)
    assert kinds(made, "ann", "ben") == kind


def test_a_colleague_of_one_is_a_colleague_of_all() -> None:
    made = tale("{ann:Ann}, our nurse, saw {ben:Dr Hale} with {cam:{ann:her} colleague}. {cam:Cam} and {cam:Cam} left.")
    assert kinds(made, "ben", "cam") == ("work",)
