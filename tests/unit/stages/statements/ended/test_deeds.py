"""Deeds that belie what somebody thought of another, and deeds that tell nothing."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated

HATED = "Hester was sure that Amos despised her. "
LOVED = "Hester was sure that Amos loved her. "


@pytest.mark.parametrize(
    "deed",
    [
        "Amos had kept every letter of hers.",
        "Amos had sat by her bed all night.",
        "Amos walked nine miles through the snow to find her.",
        "Amos had named the boat after her.",
        "Amos sold his watch for her.",
        "Amos had paid her debts.",
        "“I have kept your letters,” said Amos to Hester.",
        "“Amos sits outside your door every night,” said Bram to Hester.",
    ],
)
def test_a_kind_deed_belies_contempt(deed: str) -> None:
    assert any(s.startswith("truth Amos - attitude Amos Hester") for s in stated(f"Bram was there. {HATED}{deed}"))


def test_an_unkind_deed_belies_love() -> None:
    assert any(s.startswith("truth Amos - feels Amos Hester") for s in stated(f"{LOVED}Amos burned her letters."))


@pytest.mark.parametrize(
    "deed",
    [
        "Amos had not kept her letters.",
        "Amos would have paid her debts.",
        "Amos had kept every letter of Bram’s.",
        "Amos burned her letters.",
        "Had Amos kept her letters?",
    ],
)
def test_what_is_not_done_or_for_somebody_else_belies_nothing(deed: str) -> None:
    assert not any(s.startswith("truth Amos") for s in stated(f"Bram was there. {HATED}{deed}"))


def test_a_kind_deed_tells_nothing_where_nobody_thought_otherwise() -> None:
    assert not any(s.startswith("truth Amos") for s in stated("Amos had kept every letter of Hester’s."))


def test_who_sees_it_or_is_told_learns_it() -> None:
    told = stated(f"Bram was there. {HATED}“Amos sits outside your door every night,” said Bram to Hester.")
    assert any(s.startswith("learns Hester") for s in told)
    behind = stated(f"Bram was there. {HATED}“Amos sits outside her door every night,” said Bram to Amos.")
    assert not any(s.startswith("learns Hester") for s in behind)
