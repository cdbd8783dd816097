"""Plain words for what people are and do to each other: roles, reports, proposals, silence, deaths."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import document_with
from tests.unit.stages.relationships.tale import tale
from tests.unit.stages.relationships.test_phrases import ROOM, course
from unspoken.layers.keys import RELATIONSHIPS

MARRIED = "Amos was Hester's husband. "


@pytest.mark.parametrize(
    ("text", "events", "status"),
    [
        ("Hester threw Amos over.", ["break_up"], "broken_up"),
        ("Hester shouted at Amos.", ["quarrel"], "strained"),
        ("Hester told Amos that she was sorry.", ["apologise"], None),
        ("Hester told Amos that there was nothing to forgive.", ["forgive"], "close"),
        ("For ten years Hester and Amos did not exchange a word.", [], "estranged"),
        ("For ten years Hester and Amos did not exchange a word. Hester hugged Amos.", ["reunite"], "close"),
        (MARRIED + "Amos was buried in the churchyard.", ["die"], "widowed"),
        (MARRIED + "Amos passed away in the spring.", ["die"], "widowed"),
        (MARRIED + "Amos had gone down off Crete.", ["die"], "widowed"),
        (MARRIED + "Amos went down with the ship.", ["die"], "widowed"),
        (MARRIED + "Amos went down in the lift.", [], "married"),
        (MARRIED + "Amos had gone down in the morning.", [], "married"),
        ("“Will you marry me?” said Amos to Hester. “Yes,” said Hester.", ["couple"], "together"),
        ("“I'll never forgive you,” said Hester to Amos.", ["quarrel"], "strained"),
        ("“It's all forgotten,” said Hester to Amos.", ["forgive"], "close"),
    ],
)
def test_what_is_done_is_told_and_where_it_leaves_them(text: str, events: list[str], status: str | None) -> None:
    assert course(text) == (events, status)


@pytest.mark.parametrize(
    "text",
    [
        "Hester threw Amos over the wall.",
        "Hester shouted at Amos to run.",
        "Hester told Amos that she was sorry for him.",
        "Hester and Amos did not exchange a word.",
        "Hester hugged Amos.",
        "“Will you marry me?” said Amos to Hester. “No,” said Hester.",
        "They made up for the cold by singing.",
        "Hester reconciled Amos to the match.",
        "“Perhaps we shall never see each other again,” said Hester to Amos.",
    ],
)
def test_what_only_sounds_like_it_is_no_event(text: str) -> None:
    found = document_with(ROOM + text, RELATIONSHIPS)[RELATIONSHIPS]
    assert not any(r.events or any(m.status for m in r.timeline) for r in found)


def test_feelings_that_pass_away_are_nobodys_death() -> None:
    made = tale("{ann:Ann} wept, with {ben:{ann:her} father}; but {ben:they} passed away.")
    made.clause("they passed away", "pass", "they")
    assert (found := made.between("ann", "ben")) is None or not found.events


def test_who_follows_the_dead_has_died() -> None:
    made = tale(
        "{ann:Ann} and {ben:{ann:her} brother} grew old. {ben:Ben} died in May. {ann:Ann} followed him in June."
    )
    made.clause("Ben died in May", "die", "Ben")
    made.clause("Ann followed him in June", "follow", "Ann", "him")
    start = made.text.index("him")
    made.named.append((start, start + len("him"), "ben", None))
    found = made.between("ann", "ben")
    assert found is not None
    assert [event.type for event in found.events] == ["die", "die"]


def test_a_predicate_that_is_no_mention_tells_a_role() -> None:
    made = tale("{ann:Ann} spoke. {ben:Ben} was {ann:her} trainee, and late.")
    made.clause("Ben was her trainee", "be", "Ben", complement="her trainee", verb="was")
    found = made.between("ann", "ben")
    assert found is not None
    assert found.kinds == ("work",)


def test_an_apposition_that_is_no_mention_tells_a_role() -> None:
    found = tale("{ann:Ann} and {ben:Ben} sat down. In came {ben:Ben}, {ann:her} friend of ten years.").between(
        "ann", "ben"
    )
    assert found is not None
    assert found.kinds == ("friendship",)
    assert {m.status for m in found.timeline if m.status} == {"close"}


@pytest.mark.parametrize("whose", ["her friend's hat", "her friend and neighbour", "her friend, and the dog"])
def test_a_role_that_goes_on_is_somebody_elses(whose: str) -> None:
    made = tale("{ann:Ann} and {ben:Ben} sat down. In came {ben:Ben}, {ann:her}" + whose.removeprefix("her") + ".")
    assert made.between("ann", "ben") is None


def test_kin_of_kin_is_family_however_it_is_called() -> None:
    made = tale("{ann:Ann} lived with {cam:{ann:her} mother} and {dot:{ann:her} grandmother}.")
    found = made.between("cam", "dot")
    assert found is not None
    assert (found.kinds, found.role) == (("family",), None)


def test_one_without_a_name_may_be_another_who_has_one() -> None:
    made = tale(
        "{ann:Ann}, {ann:Ann} and {ben:{ann:her} brother} saw {dot:{ben:his} aunt} and {ben:Ben}; {ben:Ben} ran."
    )
    assert made.between("ann", "dot") is None
