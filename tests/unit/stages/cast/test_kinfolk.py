"""Whom words for kin may mean among those in view."""

from __future__ import annotations

import pytest

from unspoken.stages.cast.kinfolk import Kinfolk
from unspoken.stages.cast.members import Members, Named
from unspoken.stages.cast.relations import Kinship


def in_view(kin: str, owner: str, other: str, gender: str) -> str | None:
    """Whom "her husband" means in a long text, with two people in view."""
    members = Members([Named("n0", (owner,), "person", None), Named("n1", (other,), "person", gender)])
    for member in ("n0", "n1"):
        members.view.see(member, 1.0)
    return Kinfolk(members, Kinship(), many=True).in_view("n0", gender, kin)


@pytest.mark.parametrize(("owner", "meant"), [("Nancy Orme", None), ("Miss Orme", None), ("Mrs. Orme", "n1")])
def test_a_surname_is_a_husband_s_where_she_bears_it_as_a_wife(owner: str, meant: str | None) -> None:
    assert in_view("husband", owner, "Mr. Orme", "m") == meant


def test_a_sister_of_the_surname_is_nobody_s_wife() -> None:
    assert in_view("wife", "Mr. Orme", "Nancy Orme", "f") is None
    assert in_view("sister", "Mr. Orme", "Nancy Orme", "f") == "n1"
