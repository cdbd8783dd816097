"""Who comes to think the contrary of what they thought, and finds it so, was wrong."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated

WENT = "Hester thought that Amos hated her. Amos went home. "
HATED = "Hester thought that Amos hated her. Amos sat up with her for three nights. "
LOVED = "Hester was sure that Amos loved her. Amos sat with his back to her. "


@pytest.mark.parametrize(
    ("told", "so"),
    [
        (HATED + "So he did not hate her.", "truth Amos - attitude Amos Hester"),
        (HATED + "In May she saw that he did not hate her at all.", "truth Amos - attitude Amos Hester"),
        (HATED + "He did not hate her, then.", "truth Amos - attitude Amos Hester"),
        (LOVED + "In May she knew that he had never loved her.", "truth Amos - feels Amos Hester"),
    ],
)
def test_what_somebody_finds_to_be_otherwise_is_so(told: str, so: str) -> None:
    assert so in stated(told)


@pytest.mark.parametrize(
    "told",
    [
        WENT + "Perhaps he did not hate her.",
        WENT + "So he hated her.",
        "Amos sat up with her for three nights. So he did not hate Hester.",
    ],
)
def test_what_is_only_feared_or_was_not_thought_otherwise_shows_nothing(told: str) -> None:
    assert not any(s.startswith("truth Amos") for s in stated(told))


def test_nobody_finds_out_what_they_feel_themselves() -> None:
    told = "Joan was furious with Hester, Hester thought. She saw her mouth, and knew that she wasn’t furious at all."
    assert not any("Hester feels" in s.replace("+ ", "").replace("- ", "") for s in stated(told) if "Joan" not in s)
