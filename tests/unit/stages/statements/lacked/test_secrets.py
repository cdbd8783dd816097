"""Who is not to know, who never did, and who is taken for one who did something."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import CROWD, stated

YARD = "Lena was out in the yard.\n\n"
MINE = "I had known Amos for years. I looked at Amos. I took his ring and I sold it in May.\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Don’t tell Lena,” said Hester to Amos.", "ignorant Lena + fact Hester"),
        ("“You mustn’t tell Lena,” said Hester to Amos.", "ignorant Lena + fact Hester"),
        ("“Lena must never hear of it,” said Hester to Amos.", "ignorant Lena + fact Hester"),
        ("Hester never found out why Amos had come.", "ignorant Hester + fact Amos"),
    ],
)
def test_who_is_not_to_know_and_who_never_did(text: str, found: str) -> None:
    assert found in stated(text, YARD)


def test_whoever_never_found_out_did_not_know_of_who_tells_it() -> None:
    assert any(s.startswith("ignorant Amos + fact the narrator") for s in stated("Amos never found out.", MINE))
    assert not any(s.startswith("ignorant Amos") for s in stated("Amos never found the ring.", MINE))


@pytest.mark.parametrize(
    "text",
    [
        "“Don’t tell me,” said Hester to Amos.",
        "“Don’t tell Lena to come,” said Hester to Amos.",
        "“Lena mustn’t know the time,” said Hester to Amos.",
        "Amos never found out.",
    ],
)
def test_words_that_keep_nothing_from_anybody(text: str) -> None:
    assert not any(s.startswith("ignorant") for s in stated(text, YARD))


def test_in_a_novel_much_is_not_to_be_told() -> None:
    assert not any(s.startswith("ignorant") for s in stated("“Don’t tell Lena,” said Hester to Amos.", CROWD + YARD))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“Lena thinks it was you,” said Hester to Amos.", "Amos"),
        ("“Lena will think that it was me,” said Hester to Amos.", "Hester"),
    ],
)
def test_who_is_taken_for_another_did_not_do_it(text: str, who: str) -> None:
    found = stated(text, YARD)
    assert {f"think Lena + fact {who}", f"truth {who} - fact {who}", "stance Hester - knows Lena"} <= found


@pytest.mark.parametrize(
    "text",
    [
        "“I think it was you,” said Hester to Amos.",
        "“Lena thinks it was you too,” said Hester to Amos.",
        "“Lena thinks it was you, and she is right,” said Hester to Amos.",
    ],
)
def test_who_may_be_right_is_in_no_error(text: str) -> None:
    assert not any(s.startswith("truth") for s in stated(text, YARD))
