"""How two stand with each other: who they are, and whether it is said or denied."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated

SPLIT = "“Amos and Martha have split up,” said Hester to Ralph."


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Amos and Martha were married", "+"),
        ("Amos and Martha had split up", "+"),
        ("Amos was married to Martha", "+"),
        ("Amos was not married to Martha", "-"),
        ("Amos was no more married to Martha than to the stove", "-"),
        ("Amos and Martha were no more married than the cat was", "-"),
    ],
)
def test_two_are_named_and_their_status_said_or_denied(text: str, sign: str) -> None:
    assert stated(f"Martha was there. Hester thought that {text}.") == {f"think Hester {sign} status Amos Martha"}


@pytest.mark.parametrize(
    ("answer", "sign"),
    [("They are still together", "+"), ("They were never together", "-"), ("They have not split up", "-")],
)
def test_they_are_the_two_of_whom_it_was_told_before(answer: str, sign: str) -> None:
    told = stated(f"{SPLIT}\n\n“{answer},” said Ralph to Hester.")
    assert f"say Ralph {sign} status Amos Martha > Hester" in told


@pytest.mark.parametrize("before", ["", "“Amos hates Martha,” said Hester to Ralph.\n\n"])
def test_they_of_whom_nothing_was_told_are_nobody(before: str) -> None:
    assert not any("status" in s for s in stated(f"{before}“They were never together,” said Ralph to Hester."))


def test_than_in_the_next_sentence_denies_nothing_in_this_one() -> None:
    told = (
        "Martha was there. Hester thought that Amos was married to Martha. He was no more married to her than the cat."
    )
    assert {"think Hester + status Amos Martha", "think Hester - status Amos Martha"} <= stated(told)


@pytest.mark.parametrize(
    "text",
    [
        "Amos and Martha were sitting together in the yard",
        "Amos and Martha were often together",
        "Amos and Martha were together in the yard",
        "her mother and Amos were sweethearts",
    ],
)
def test_who_are_in_one_place_are_no_couple_nor_is_whose_mother_is_loved(text: str) -> None:
    assert not {s for s in stated(f"Martha was there. Hester thought that {text}.") if " status " in s}
