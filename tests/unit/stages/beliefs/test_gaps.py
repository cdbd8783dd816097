"""Beliefs and gaps from the words of a few lines: each pair of texts differs in one fact that turns one answer."""

from __future__ import annotations

import pytest

from tests.unit.stages.alone import MISREAD
from tests.unit.stages.made import document_with
from unspoken.layers.keys import BELIEFS, CHARACTERS, GAPS

ROOM = "Hester sat by the stove. Amos came in and stood by the door.\n\n"


def beliefs(text: str) -> set[str]:
    """Beliefs as "holder stance polarity predicate subject object"."""
    document = document_with(ROOM + text, CHARACTERS, BELIEFS)
    name = {c.id: c.name for c in document[CHARACTERS]}
    out = set()
    for b in document[BELIEFS]:
        p = b.proposition
        out.add(
            f"{name[b.holder]} {b.stance} {b.polarity} {p.predicate} {name[p.subject or '']} {name.get(p.object or '')}"
        )
        assert document.text[b.start : b.end].strip()
    return out


def gaps(text: str) -> set[str]:
    """Gaps as "holder type about closed?"."""
    document = document_with(ROOM + text, CHARACTERS, GAPS)
    name = {c.id: c.name for c in document[CHARACTERS]}
    return {f"{name[g.holder]} {g.type} {name[g.about]} {g.closes_scene is not None}" for g in document[GAPS]}


@pytest.mark.parametrize(
    ("text", "belief"),
    [
        ("Hester thought that Amos hated her.", "Hester believes + attitude Amos Hester"),
        ("Hester thought that Amos did not love her.", "Hester believes - feels Amos Hester"),
        ("Hester did not think that Amos loved her.", "Hester believes - feels Amos Hester"),
        ("Hester was sure that Amos loved her.", "Hester believes + feels Amos Hester"),
        pytest.param("Hester feared that Amos hated her.", "Hester fears + attitude Amos Hester", marks=MISREAD),
        ("“You don’t love me,” said Hester to Amos.", "Hester believes - feels Amos Hester"),
        ("“I love you, Hester,” said Amos.", "Hester believes + feels Amos Hester"),
    ],
)
def test_what_is_held(text: str, belief: str) -> None:
    assert belief in beliefs(text)


def test_a_question_asserts_nothing() -> None:
    assert not any(b.startswith("Hester believes") for b in beliefs("“Do you love me, Amos?” said Hester."))


def test_who_is_not_spoken_to_is_not_told() -> None:
    told = beliefs("Martha sat in the corner and slept. “I love you, Hester,” said Amos to Hester.")
    assert not any(b.startswith("Martha") for b in told)


def test_a_belief_that_the_other_disproves_is_a_gap_and_closes() -> None:
    found = gaps(
        "Hester thought that Amos hated her.\n\n* * *\n\nThe next day Amos came. “I love you, Hester,” said Amos."
    )
    assert "Hester misbelief Amos True" in found


def test_a_belief_that_the_other_confirms_is_none() -> None:
    found = gaps(
        "Hester thought that Amos hated her.\n\n* * *\n\nThe next day Amos came. “I hate you, Hester,” said Amos."
    )
    assert found == set()


def test_what_one_says_one_thought_of_the_other_one_thinks_no_longer() -> None:
    assert "Hester misbelief Amos True" in gaps("“I thought you hated me,” said Hester to Amos.")
    assert gaps("“I think you hate me,” said Hester to Amos.") == set()


def test_love_for_none_but_one_is_love_for_that_one() -> None:
    found = gaps(
        "Hester thought that Amos did not love her.\n\n“I have loved none but you, Hester,” said Amos to Hester."
    )
    assert "Hester misbelief Amos True" in found


def test_nobody_is_wrong_about_how_they_regard_themselves() -> None:
    assert not any("Amos Amos" in b for b in beliefs("Hester thought that Amos hated himself."))
