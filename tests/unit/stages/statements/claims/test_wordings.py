"""Wordings in which a clause says nothing of a heart, or the contrary, though its verb is one of the heart."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated


@pytest.mark.parametrize(
    "text",
    [
        "“I need my boat,” said Amos to Hester.",
        "“You don’t want more cake, Hester,” said Amos to Hester.",
        "“Is there anything you want--money, or rest?” said Amos to Hester.",
        "“You know how to ride, Hester,” said Amos to Hester.",
        "“What made you think that Hester was sad?” said Amos to Martha.",
        "“You must make sure as Hester is never sad,” said Amos to Martha.",
        "“Hester loves ’em,” said Amos to Martha.",
        "Amos thought of Hester. She felt nothing.",
        "“You never loved me as I love you,” said Hester to Amos.",
    ],
)
def test_what_is_no_belief_of_anothers_heart(text: str) -> None:
    found = stated(f"Martha was there.\n\n{text}")
    assert not any(s.startswith(("say Amos", "think Amos", "stance Amos", "own Hester")) for s in found)


def test_a_denial_after_a_feeling_does_not_deny_it() -> None:
    assert any(
        s.startswith("say Amos + feels Hester")
        for s in stated("“Hester is sad you were not there,” said Amos to Martha.")
    )


def test_who_is_only_asked_to_know_it_may_not_know_it() -> None:
    told = stated("“I want you to know that Hester is sad,” said Amos to Martha.")
    assert not any(s.startswith("think Martha") for s in told)
    assert any(s.startswith("think Amos + feels Hester") for s in stated("Amos came to know that Hester was sad."))
