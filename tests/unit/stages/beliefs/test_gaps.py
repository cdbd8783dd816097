"""Beliefs and gaps from the words of a few lines: each pair of texts differs in one fact that turns one answer."""

from __future__ import annotations

import msgspec
import pytest

from tests.unit.stages.alone import MISREAD
from tests.unit.stages.made import document_with
from unspoken.layers.beliefs import Gap
from unspoken.layers.keys import BELIEFS, CHARACTERS, GAPS
from unspoken.layers.spans import Span
from unspoken.stages.gaps import _first_of_each

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


@pytest.mark.parametrize(
    "said",
    [
        "Say that you forgive me, Amos.",
        "I stay here until you forgive me, Amos.",
        "If you think that you love me, Amos, go.",
    ],
)
def test_what_is_only_wished_or_supposed_asserts_nothing(said: str) -> None:
    assert not any(b.startswith("Hester believes + ") for b in beliefs(f"“{said}” said Hester."))


def test_what_somebody_is_to_remember_is_so() -> None:
    assert "Hester knows + feels Amos Hester" in beliefs("“Remember that you love me, Amos,” said Hester.")


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


def test_in_a_novel_an_error_is_one_that_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unspoken.stages.gaps.crowded", lambda people: True)
    monkeypatch.setattr("unspoken.stages.gaps.undone", lambda document: ())
    found = gaps("Hester thought that Amos hated her.\n\nThe next day Amos came. “I love you, Hester,” said Amos.")
    assert not any("misbelief" in gap for gap in found)
    assert "Hester misbelief Amos True" in gaps("“I thought you hated me,” said Hester to Amos.")


def test_love_for_none_but_one_is_love_for_that_one() -> None:
    found = gaps(
        "Hester thought that Amos did not love her.\n\n“I have loved none but you, Hester,” said Amos to Hester."
    )
    assert "Hester misbelief Amos True" in found


def test_nobody_is_wrong_about_how_they_regard_themselves() -> None:
    assert not any("Amos Amos" in b for b in beliefs("Hester thought that Amos hated himself."))


SAID = "“I love you, Hester,” said Amos to Hester."


@pytest.mark.parametrize(
    ("verdict", "sign"),
    [
        ("Hester believed him.", "+"),
        ("Hester did not doubt it.", "+"),
        ("Hester did not believe a word of it.", "-"),
        ("Hester doubted it.", "-"),
    ],
)
def test_what_was_said_is_held_as_far_as_it_is_believed(verdict: str, sign: str) -> None:
    held = {b for b in beliefs(f"{SAID}\n\n{verdict}") if b.startswith("Hester believes")}
    assert held == {f"Hester believes {sign} feels Amos Hester"}


def test_who_lies_of_the_own_heart_leaves_the_other_wrong() -> None:
    assert "Hester misbelief Amos False" in gaps(f"{SAID}\n\nHe lied.")
    assert gaps(f"{SAID}\n\nHe lay by the stove.") == set()


def test_who_is_said_to_be_wrong_is_wrong_and_who_is_right_is_not() -> None:
    thought = "Hester thought that Amos hated her. She was"
    assert "Hester misbelief Amos False" in gaps(f"{thought} quite wrong.")
    assert "Hester misbelief Amos True" in gaps("Hester thought that Amos hated her.\n\nShe had been wrong about him.")
    assert gaps(f"{thought} quite right.") == set()
    assert gaps(f"{thought} right next to him.") == set()


@pytest.mark.parametrize("told", ["Amos hated her, Hester thought.", "Amos hated her, Hester was sure of that."])
def test_a_thought_is_of_whom_the_words_beside_it_name(told: str) -> None:
    assert "Hester believes + attitude Amos Hester" in beliefs(told)


def test_what_is_told_after_somebody_thinks_is_as_that_one_sees_it() -> None:
    assert "Hester believes - feels Amos Hester" in beliefs("Hester knew it at once. Amos did not love her.")
    assert not any("Amos Hester" in b for b in beliefs("Hester shut the door at once. Amos loved her."))


def test_who_has_gone_is_not_told_and_who_overhears_is() -> None:
    loved = "Martha sat by the window.\n\n“I love Martha,” said Amos to Hester."
    assert "Martha believes + feels Amos Martha" in beliefs(loved)
    assert "Martha believes + feels Amos Martha" not in beliefs(f"{loved}\n\nMartha had gone up to bed.")
    heard = "“Hester loves you,” said Ralph to Amos. Martha was on the stairs. She heard every word."
    assert "Martha believes + feels Hester Amos" in beliefs(heard)


@pytest.mark.parametrize(
    "text",
    [
        "Hester had no idea that Amos loved her.",
        "Hester never suspected that Amos loved her.",
        "Little did Hester know that Amos loved her.",
        "Amos loved Hester. She never guessed.",
        "Amos hid his love from Hester.",
    ],
)
def test_who_has_no_idea_of_a_heart_is_in_the_dark(text: str) -> None:
    assert gaps(text) == {"Hester ignorance Amos False"}


def test_who_was_in_the_dark_is_so_until_it_is_said_to_them() -> None:
    found = gaps(f"Hester had no idea that Amos loved her.\n\n* * *\n\nThe next day Amos came. {SAID}")
    assert "Hester ignorance Amos True" in found


def test_what_people_say_of_each_other_in_passing_opens_no_gap() -> None:
    assert gaps("“You don’t like me,” said Hester to Amos.\n\nAmos loved her more than anything.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "“I hate to leave you, Hester,” said Amos to Hester.",
        "“You should trust Amos,” said Ralph to Hester.",
        "“He loved that opera,” said Ralph to Hester.",
        "Amos wished Hester good night.",
    ],
)
def test_what_is_done_supposed_or_liked_is_no_heart(text: str) -> None:
    assert not any(" attitude " in b or " wants " in b or " feels " in b for b in beliefs(text))


def test_a_verdict_is_shown_together_with_what_it_is_on() -> None:
    document = document_with(
        f"{ROOM}“I love you, Amos,” said Hester.\n\nAmos did not believe her.", CHARACTERS, BELIEFS
    )
    (belief,) = document[BELIEFS]
    shown = document.text[belief.start : belief.end]
    assert shown == "I love you, Amos,” said Hester.\n\nAmos did not believe her"


@pytest.mark.parametrize(
    ("text", "belief"),
    [
        ("Amos loved her. Hester knew it.", "Hester knows + feels Amos Hester"),
        ("Amos loved her, and Hester was sure of it.", "Hester believes + feels Amos Hester"),
        ("Amos hated her. Hester had no doubt of that.", "Hester believes + attitude Amos Hester"),
        ("Hester had worked it out: Amos hated her.", "Hester believes + attitude Amos Hester"),
        ("Hester had made up her mind about Amos. He hated her.", "Hester believes + attitude Amos Hester"),
        ("Hester thought that Amos was over her.", "Hester believes - feels Amos Hester"),
        ("Amos believed that Hester thought him absurd.", "Amos believes + attitude Hester Amos"),
    ],
)
def test_what_was_said_is_taken_up(text: str, belief: str) -> None:
    assert belief in beliefs(text)


@pytest.mark.parametrize(
    ("text", "belief"),
    [
        ("Hester thought that Amos was married to Martha.", "Hester believes + status Amos Martha"),
        ("Hester was sure that Amos was not married to Martha.", "Hester believes - status Amos Martha"),
        ("Hester believed that Amos and Martha had split up.", "Hester believes + status Amos Martha"),
        ("Hester thought that Amos and Martha were a couple.", "Hester believes + status Amos Martha"),
    ],
)
def test_how_two_stand_with_each_other_is_held(text: str, belief: str) -> None:
    assert belief in beliefs(f"Martha was there. {text}")


def test_what_is_thought_over_is_not_held() -> None:
    assert not any(b.startswith("Hester") for b in beliefs("Amos hated her. Hester thought it over."))


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("Amos did not notice Hester's fear.", "Amos ignorance Hester False"),
        ("Hester was unaware of Amos's anger.", "Hester ignorance Amos False"),
        ("Amos did not tell Hester that Martha had come back.", "Hester ignorance Martha False"),
        ("Hester did not know that Amos had sold the boat.", "Hester ignorance Amos False"),
        ("Amos mistook Hester's pity for love.", "Amos misbelief Hester False"),
        ("Amos misunderstood Hester.", "Amos ignorance Hester False"),
    ],
)
def test_what_is_not_noticed_or_told_is_not_known(text: str, gap: str) -> None:
    assert gap in gaps(f"Martha had been there in the morning. {text}")


@pytest.mark.parametrize(
    "text",
    [
        "Hester did not know why Amos had sold the boat.",
        "Hester did not hear Amos come back.",
        "“Don't you know that Amos loves you?” said Martha to Hester.",
        "Hester had been unable to hide her joy from Amos.",
        "“I did not know that you would be angry,” said Hester to Amos.",
        "“I felt that you were pleased with me,” said Hester to Amos.",
        "“I trust my cousin will forgive you,” said Hester to Amos.\n\n“You are wrong,” said Amos.",
        "“Martha hates you,” said Hester to Amos.\n\n“They have made it up,” said Hester to Amos.",
        "Amos thought that Hester might hate him. He was wrong.",
    ],
)
def test_a_question_a_sight_and_a_guess_open_no_gap(text: str) -> None:
    assert gaps(text) == set()


def test_who_is_told_that_he_thought_so_was_wrong_till_then() -> None:
    assert "Amos misbelief Hester True" in gaps("“You thought that I hated you,” said Hester to Amos.")


def test_a_mood_counts_only_against_who_thinks_otherwise_just_then() -> None:
    angry = "Hester was not angry. Amos was sure that she was angry with him."
    assert "Amos misbelief Hester False" in gaps(angry)
    assert gaps(f"Amos was sure that Hester was angry with him.\n\n* * *\n\n{ROOM}Hester was not angry.") == set()


@pytest.mark.parametrize(
    "text", ["Amos loved Hester. She was not in the dark.", "Amos loved Hester. She was in the dark room."]
)
def test_who_is_not_in_the_dark_or_in_a_dark_room_is_not_ignorant(text: str) -> None:
    assert gaps(text) == set()


def test_who_is_still_in_the_dark_is_ignorant() -> None:
    assert "Hester ignorance Amos False" in gaps("Amos loved Hester. She was still in the dark.")


def test_an_error_in_plans_that_ends_with_one_of_the_heart_is_no_second_one() -> None:
    held = "Hester was sure that Amos hated her. Amos loved her.\n\n"
    assert gaps("“I thought you had left,” said Hester to Amos.") == {"Hester misbelief Amos True"}
    assert len(gaps(held + "“I love you,” said Amos to Hester.\n\n“I thought you had left,” said Hester to Amos.")) == 1


def test_the_same_words_show_one_gap() -> None:
    gap = Gap("", "Amos", "Hester", "misbelief", None, Span(5, 9), "sc0", None, None, 5, None, 0.5, 0.5)
    again = msgspec.structs.replace(gap, opens_scene="sc1")
    assert list(_first_of_each([gap, again])) == [gap]
    assert len([*_first_of_each([gap, msgspec.structs.replace(again, truth=Span(20, 25))])]) == 2


def test_in_one_scene_ignorance_told_far_apart_is_of_different_things() -> None:
    gap = Gap("", "Amos", "Hester", "ignorance", None, Span(5, 9), "sc0", None, None, 5, None, 0.5, 0.5)
    near, far = (msgspec.structs.replace(gap, truth=Span(at, at + 4)) for at in (300, 9000))
    assert list(_first_of_each([gap, near])) == [gap]
    assert list(_first_of_each([gap, far])) == [gap, far]
    wrong, still = (msgspec.structs.replace(g, type="misbelief") for g in (gap, far))
    assert list(_first_of_each([wrong, still])) == [wrong]
