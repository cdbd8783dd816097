"""What people do to and for each other in set phrases."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import document_with
from unspoken.layers.keys import RELATIONSHIPS
from unspoken.layers.relationships import Relationship

ROOM = "Hester sat by the stove. Amos came in and stood by the door. Both had lived in the valley for years.\n\n"


def between(text: str) -> Relationship | None:
    found = document_with(ROOM + text, RELATIONSHIPS)[RELATIONSHIPS]
    return next(iter(found), None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hester worked for Amos.", "work"),
        ("Amos had hired Hester in the spring.", "work"),
        ("Amos had been at school with Hester.", "school"),
        ("Amos taught Hester to read.", "school"),
        ("Hester kept house for Amos.", "service"),
        ("Hester was on the night shift with Amos.", "work"),
        ("Amos ran the garage where Hester worked.", "work"),
        ("Hester was Amos's boss at the mill.", "work"),
        ("Hester sat behind Amos in the top class.", "school"),
        ("Hester had known Amos since they were children.", "friendship"),
        ("Hester had hated Amos for years.", "enmity"),
        ("Hester had brought up Amos by herself.", "family"),
        ("Amos confided in Hester.", "friendship"),
        ("Hester lived next door to Amos.", "acquaintance"),
        ("Hester knew Amos slightly.", "acquaintance"),
        ("Amos had begged Hester to marry him.", "romance"),
        ("Amos had sworn to ruin Hester.", "enmity"),
        ("Amos was sweet on Hester.", "romance"),
        ("Hester brought Amos up as her own.", "family"),
        ("Hester and Amos were bound in the same week to the same mistress.", "work"),
        ("Hester and Amos shared a workshop.", "work"),
        ("Hester and Amos had been walking out for years.", "romance"),
        ("Hester and Amos grew up together.", "friendship"),
        ("Hester and Amos lived on the same stair.", "acquaintance"),
        ("Hester was gone on Amos.", "romance"),
        ("Hester was apprenticed to Amos at fourteen.", "work"),
        ("Hester was taken on by Amos in the spring.", "work"),
        ("Amos was besotted with Hester.", "romance"),
        ("“I'm that gone on Amos I cannot eat,” said Hester.", "romance"),
        ("“I'm on earlies tomorrow,” said Hester to Amos.", "work"),
        ("“I told them I had lost my best friend,” said Hester to Amos.", "friendship"),
    ],
)
def test_deeds_tell_what_two_are_in_the_words_that_are_kept(text: str, kind: str) -> None:
    found = between(text)
    assert found is not None
    assert found.kinds == (kind,)
    assert found.evidence is not None
    assert found.evidence.start >= len(ROOM)


@pytest.mark.parametrize(
    "text",
    [
        "Hester would never work for Amos.",
        "Hester had not been at school with Amos.",
        "Hester worked with Amos's tools.",
        "Hester knew Amos by sight.",
        "Hester wanted Amos to marry the new girl from the mill.",
        "She cares less for the mill than she does for Amos.",
        "Hester and Amos shared a pot of tea.",
        "“I told them about my best friend,” said Hester to Amos.",
        "If Hester worked for Amos, she would be rich.",
    ],
)
def test_what_is_not_so_or_is_of_a_thing_tells_nothing(text: str) -> None:
    found = between(text)
    assert found is None or not found.kinds


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Hester flung her cup at Amos.", ["quarrel"]),
        ("Hester told Amos to go to the devil.", ["quarrel"]),
        ("Amos begged Hester to forgive him.", ["apologise"]),
        ("Hester went behind Amos's back.", ["betray"]),
        ("Hester gave Amos up to the soldiers.", ["betray"]),
        ("Hester gave Amos up to his aunt.", []),
        ("Hester reported Amos to the bailiff.", ["betray"]),
        ("Hester reported Amos to be in good health.", []),
        ("“You can't stay here, Amos!” shouted Hester. “How dare you!” Amos shouted.", ["quarrel"]),
        ("Hester kissed Amos on the mouth.", ["kiss"]),
        ("Hester was introduced to Amos.", ["meet"]),
        ("Hester told Amos what she thought of him.", ["quarrel"]),
        ("Hester had it out with Amos.", ["quarrel"]),
        ("“You know what you did,” said Hester to Amos. “I never did anything!” said Amos.", ["quarrel"]),
        ("“You know what you need,” said Hester to Amos. “I need a cup of tea,” said Amos.", []),
        ("Amos drove Hester to the station himself.", ["part"]),
        ("Amos drove Hester to the police station.", []),
        ("“It was me,” said Hester. “I broke the jug, Amos.” “You did right,” said Amos.", ["confess", "forgive"]),
        ("“It was cold,” said Hester. “I broke the jug, Amos.” “You did right,” said Amos.", []),
        ("Amos led Hester to the altar.", ["marry"]),
        ("Hester shoved Amos a little.", []),
        ("Hester threw the ball to Amos.", []),
    ],
)
def test_deeds_are_told_in_phrases(text: str, events: list[str]) -> None:
    found = between(text)
    assert [event.type for event in found.events] == events if found else events == []
