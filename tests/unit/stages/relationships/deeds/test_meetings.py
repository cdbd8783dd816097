"""How two came to know each other, where the narration looks back."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import document_with
from unspoken.layers.keys import RELATIONSHIPS

NOW = "Hester sat by the stove with Amos. “You are late,” said Amos to Hester. “I am not,” said Hester.\n\n***\n\n"
THEN = " Hester was looking at the moon, and Amos came up with a rug."


def events(text: str) -> list[str]:
    return [event.type for found in document_with(text, RELATIONSHIPS)[RELATIONSHIPS] for event in found.events]


@pytest.mark.parametrize(
    ("told", "types"),
    [
        ("It was upon a roof that they had met, in the year before.", ["meet"]),
        ("They met because of a fire. Twelve years ago the roof burnt.", ["meet"]),
        ("They met by the gate, and the roof burnt.", []),
        ("It was upon a roof that they had met again, in the year before.", []),
        ("It was upon a roof that they had met his aunt, in the year before.", []),
    ],
)
def test_two_of_whom_a_scene_that_looks_back_tells_that_they_met(told: str, types: list[str]) -> None:
    assert events(NOW + told + THEN) == types
