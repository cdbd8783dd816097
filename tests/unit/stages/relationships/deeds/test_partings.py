"""Who comes to be with whom, and who is left without whom, in texts with real layers."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import document_with
from unspoken.layers.keys import CHARACTERS, RELATIONSHIPS

QUAY = "Matteo stood at the top of the gangway with two oranges. Lucia had the tickets. "


def contact(text: str) -> str | None:
    """Whether Matteo and Lucia are together in the end."""
    document = document_with(QUAY + text, CHARACTERS, RELATIONSHIPS)
    name = {c.id: c.name for c in document[CHARACTERS]}
    pairs = {frozenset(name[who] for who in r.pair): r for r in document[RELATIONSHIPS]}
    found = pairs.get(frozenset(("Matteo", "Lucia")))
    return found.timeline[-1].contact if found is not None and found.timeline else None


@pytest.mark.parametrize(
    "told",
    [
        "When the ship went out Lucia stood at the rail beside him.",
        "He caught Lucia by the wrist and pulled her over the rail.",
        "By noon Lucia was beside Matteo, with her hat in her lap.",
        "Lucia lifted Matteo into the boat.",
    ],
)
def test_who_stands_beside_somebody_or_is_fetched_aboard_is_with_them(told: str) -> None:
    assert contact(told) == "together"


@pytest.mark.parametrize(
    "told",
    [
        "He looked for her hat. Lucia had not come.",
        "At noon he sailed without Lucia.",
        "Lucia went ashore. He watched her hat until it was as small as a pin.",
        "Matteo never saw Lucia again.",
    ],
)
def test_who_is_left_behind_or_watched_out_of_sight_is_apart(told: str) -> None:
    assert contact(told) == "apart"


@pytest.mark.parametrize("told", ["He might sail without Lucia.", "“Lucia stood beside me,” said Matteo to the mate."])
def test_what_may_be_or_is_only_said_parts_and_joins_nobody(told: str) -> None:
    assert contact(told) is None


def standing(text: str) -> str | None:
    """How Matteo and Lucia stand with each other in the end."""
    document = document_with(text, CHARACTERS, RELATIONSHIPS)
    known = [m.status for r in document[RELATIONSHIPS] for m in r.timeline if m.status is not None]
    return known[-1] if known else None


@pytest.mark.parametrize(
    "told",
    [
        "On Sunday they buried the hatchet.",
        "In May they shook hands.",
        "In May Matteo made it up with Lucia.",
        "In June they were on good terms again.",
    ],
)
def test_a_quarrel_is_made_up_in_many_ways(told: str) -> None:
    assert standing(f"Matteo had not spoken to Lucia since the fire. {told}") == "close"


@pytest.mark.parametrize(
    "told",
    [
        "In May Matteo cut Lucia dead in the street.",
        "In May Matteo broke with Lucia.",
        "In May they became bitter enemies.",
    ],
)
def test_friends_break_in_many_ways(told: str) -> None:
    assert standing(f"Matteo and Lucia had been the best of friends. {told}") == "estranged"


def test_to_shake_hands_mends_only_what_is_broken() -> None:
    assert standing("Matteo shook hands with Lucia. They had never met.") is None


WRITTEN = "In May a letter came from Amos:\n\nDear Hester,\n\nDo not wait for me.\n\nAmos\n\nHester read it twice."
ALOUD = "Hester yawned. “Do not wait for me,” said Amos to Hester."


@pytest.mark.parametrize(("told", "events"), [(WRITTEN, ["break_up"]), (ALOUD, [])])
def test_not_to_wait_is_a_parting_in_a_letter_and_not_at_bedtime(told: str, events: list[str]) -> None:
    found = document_with(f"Hester Vane was engaged to Amos Reed. {told}", CHARACTERS, RELATIONSHIPS)[RELATIONSHIPS]
    assert [event.type for relationship in found for event in relationship.events] == events


@pytest.mark.parametrize(
    ("said", "events"),
    [
        ("I can't tell Mrs. Lisle I'm sorry", []),
        ("I'm sorry", ["apologise"]),
        ("I shall never speak to you again on the subject", []),
        ("I shall never speak to you again", ["quarrel"]),
    ],
)
def test_what_is_refused_or_is_of_a_subject_only_is_no_deed(said: str, events: list[str]) -> None:
    text = f"Hester Vane and Amos Reed sat by the fire. “{said},” said Hester to Amos."
    found = document_with(text, CHARACTERS, RELATIONSHIPS)[RELATIONSHIPS]
    assert [event.type for relationship in found for event in relationship.events] == events
