"""Errors as those tell them who made them, what another's doings are taken for, and feelings that nobody is told of."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import CROWD, stated

WRONG = "ignorant Amos + fact Hester"
YARD = "Lena was out in the yard.\n\n"
MUSING = "Amos felt cold. He wondered what to do. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“I made sure that it was Lena,” said Amos to Hester.", "ignorant Amos + fact Lena > Amos"),
        ("“I thought it was Lena,” said Amos to Hester.", "ignorant Amos + fact Lena > Amos"),
        ("“I could have sworn that you hated the farm,” said Amos to Hester.", f"{WRONG} > Amos"),
        ("“You thought it was that?” said Hester to Amos.", f"{WRONG} > Amos"),
        (f"{MUSING}He had always supposed that Hester hated the farm.", WRONG),
        (f"{MUSING}He had always taken it for granted that Hester was made of slate.", WRONG),
        ("“I had your letter, and I took it for a no,” said Amos to Hester.", f"{WRONG} > Amos"),
        ("Hester turned away. Amos took it for shyness.", WRONG),
        ("Hester held on to him. Amos put it down to the cold.", WRONG),
    ],
)
def test_errors_about_another(text: str, found: str) -> None:
    assert found in stated(text, YARD)
    assert not any(s.startswith("ignorant") for s in stated(text, CROWD + YARD))


@pytest.mark.parametrize(
    "text",
    [
        "“I was sure that you were in the yard,” said Amos to Hester.",
        "“I think it was Lena,” said Amos to Hester.",
        "“You thought it was raining?” said Hester to Amos.",
        f"{MUSING}He had always supposed that it would rain.",
        "Hester turned away. Amos took it for granted.",
        "Hester lent him the dog. Amos took it for a walk.",
        "The rain fell. Amos put it down to the wind.",
    ],
)
def test_no_errors_about_another(text: str) -> None:
    assert not any(s.startswith("ignorant") for s in stated(text, YARD))


@pytest.mark.parametrize(
    "text",
    [
        "Amos had been in love with Hester for two years, and had given no sign of it.",
        "Amos had secretly loved Hester for years.",
        "Amos loved Hester. Nobody knew it.",
        "Amos longed for Hester, and he never told a soul.",
    ],
)
def test_whom_a_hidden_feeling_is_for_knows_nothing_of_it(text: str) -> None:
    assert any(s.startswith("ignorant Hester + feels Amos Hester") for s in stated(text, YARD))


@pytest.mark.parametrize(
    "text",
    [
        "Amos loved Hester, and told her so.",
        "Amos was angry with Hester, and sat there in silence.",
        "Amos loved Hester. Lena had never told a soul.",
        "Amos loved Hester.",
    ],
)
def test_a_feeling_that_is_not_hidden(text: str) -> None:
    assert not any(s.startswith("ignorant Hester") for s in stated(text, YARD))
