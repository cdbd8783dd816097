"""Who is who once it is known who speaks."""

from __future__ import annotations

import pytest

import unspoken
from tests.unit.stages.made import people, words_for

SCENE = "Hester and Amos sat by the stove. Hester was sewing. Amos looked at the fire.\n\n"
TAIL = "\n\nThe clock struck, and the rain went on against the glass until the evening."


@pytest.fixture
def novel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is read counts as long."""
    for place in ("cast.kinship", "cast.relations", "turns", "identities.merging"):
        monkeypatch.setattr(f"unspoken.stages.{place}.SHORT", 0)


def test_i_is_the_speaker_and_you_the_one_spoken_to() -> None:
    text = f"{SCENE}“I saw you,” said Hester to Amos.{TAIL}"
    cast = people(text)
    assert "I" in words_for(text, cast["Hester"])
    assert "you" in words_for(text, cast["Amos"])


def test_he_in_speech_is_neither_of_the_two_who_talk() -> None:
    text = f"Ralph was out. {SCENE}“Ralph is late,” said Hester to Amos. “He is always late.”{TAIL}"
    cast = people(text)
    assert "He" in words_for(text, cast["Ralph"])
    assert "He" not in words_for(text, cast["Amos"])


def test_i_in_a_letter_is_the_one_who_signs_it() -> None:
    text = (
        f"{SCENE}A letter lay on the table.\n\nDear Hester,\n\nI am going away. I shall not write. I am sorry.\n\n"
        f"Yours,\n\nAmos\n\nHester read it twice and put it into the fire.{TAIL}"
    )
    cast = people(text)
    assert words_for(text, cast["Amos"]).count("I") >= 3


def test_whoever_is_never_named_is_a_character_all_the_same() -> None:
    text = "She woke early. The house was cold. She lit the stove, and he slept on. “Get up,” she said. “No,” he said."
    assert set(people(text)) == {"an unnamed woman", "an unnamed man"}


def test_who_signs_as_somebodys_brother_is_that_brother() -> None:
    text = (
        "Nell had not spoken to her brother since the sale of the orchard.\n\nOn Friday the post brought a thin blue "
        "letter.\n\nDear Nell, I signed because the bank would have taken the house. Your loving brother, Owen.\n\n"
        "She read it standing on the step, and she went in."
    )
    found = unspoken.read(text)
    owen = next(c for c in found.characters if c.name == "Owen")
    assert "her brother" in {found.text[m.start : m.end] for m in owen.mentions}


def test_who_gets_a_letter_from_a_sister_is_her_brother() -> None:
    text = (
        "Orla came home in March. Her brother did not meet the train.\n\nOn Friday a letter lay on the sill.\n\n"
        "Dear Conor, I signed because the bank would have taken the house. Your loving sister, Orla.\n\n"
        "Conor read it standing on the step, and he went in."
    )
    found = unspoken.read(text)
    conor = next(c for c in found.characters if c.name == "Conor")
    assert "Her brother" in {found.text[m.start : m.end] for m in conor.mentions}


def test_a_name_that_is_only_called_may_be_a_fond_form() -> None:
    told = "Dermot was splitting wood. He heard the gate. Orla came into the yard.\n\n"
    talk = "“You might say hello,” said Orla.\n\n“Hello,” said Dermot.\n\n“I wrote to you, {}. Every month.”"
    called = f"{told}{talk}{TAIL}"
    assert "Derry" not in people(called.format("Derry"))
    assert "Kevin" in people(called.format("Kevin"))


@pytest.mark.parametrize(
    ("note", "one"),
    [
        ("Mr Deakin, If you want my pears you have only to ask. I want no quarrel. P. Rao", True),
        ("Mr Deakin, If you want my pears you have only to ask. I want no quarrel. Q. Rao", False),
    ],
)
def test_a_note_tells_the_surnames_of_who_writes_and_gets_it(note: str, one: bool) -> None:
    cast = people(
        "Priya counted the pears again. Owen had his back to her. He had not spoken since June.\n\n“Foxes,” said "
        f"Owen.\n\nThat night she wrote him a note and pushed it through the slats.\n\n{note}\n\nOn Saturday it rained."
    )
    assert "Mr Deakin" not in cast
    assert one == ("Q. Rao" not in cast)


@pytest.mark.parametrize(("greeted", "one"), [("Ros", True), ("Rosie", True), ("Rowan", False)])
def test_a_name_greeted_in_a_letter_and_nowhere_told_is_short_for_the_one_that_begins_so(
    greeted: str, one: bool
) -> None:
    cast = people(
        "Rosalind came in from the yard. She had not heard from Dermot since the fair. A letter lay on the sill.\n\n"
        f"Dear {greeted}, I have sold the goose. I did it for you. Forgive me if you can. Dermot\n\n"
        f"Rosalind read it twice. She put on her coat.{TAIL}"
    )
    assert one == (greeted not in cast)


def test_he_after_a_letter_may_be_the_one_who_signed_it() -> None:
    letter = "Dear Hester. I have mended the goose house. I am sorry. You were right. Ralph"
    text = (
        "Ralph went off in June. Amos shook his head. Hester kept the mill.\n\nIn May there was an envelope on the "
        f"step. She read it out to Amos in the kitchen.\n\n{letter}\n\n***\n\nShe held that letter in her lap the "
        f"whole way. He was splitting kindling by the pump, and he took off his hat.{TAIL}"
    )
    assert "He" in words_for(text, people(text)["Ralph"])


def test_a_fond_form_that_is_only_spoken_is_of_the_one_name_that_it_fits() -> None:
    text = (
        "Hester sat by the stove. Cormac got down from the cart.\n\n“Corry was always thin,” said Hester. “I never saw "
        f"Corry so thin.”\n\nCormac did not answer. Hester put on her coat.{TAIL}"
    )
    assert [{"Corry", "Cormac"} <= {c.name, *c.aliases} for c in people(text).values()].count(True) == 1


def test_a_name_that_answers_a_question_is_not_the_narrators() -> None:
    text = (
        "I came home late and hung my coat by the stove.\n\n“Whom did you meet?” I asked.\n\n“Hester Vane,” "
        f"said Amos. “You know her.” I did not know her. I put my boots by the fire.{TAIL}"
    )
    assert "Hester Vane" in people(text)


@pytest.mark.usefixtures("novel")
@pytest.mark.parametrize(("calls", "one"), [(2, False), (5, True)])
def test_in_a_novel_the_narrator_has_to_be_called_by_a_name_more_than_once_or_twice(calls: int, one: bool) -> None:
    turn = "“Is it cold?” I asked her.\n\n“It is cold, Corin,” said Hester.\n\n“Good,” I said. I sat by the stove.\n\n"
    text = f"I hung my coat by the stove. Hester sat with Amos.\n\n{turn * calls}{TAIL}"
    assert any(c.narrator and "Corin" in {c.name, *c.aliases} for c in people(text).values()) is one


@pytest.mark.usefixtures("novel")
def test_in_a_novel_the_narrator_is_a_she_whom_others_call_miss() -> None:
    turn = "“It is cold, Miss Tresco,” said Amos.\n\n“Good,” I said. I sat by the stove.\n\n"
    text = f"I hung my coat by the stove. Hester sat with Amos.\n\n{turn * 4}“Well, Corry?” he said.\n\n“Well,” I said."
    (who,) = [c for c in people(text).values() if c.narrator]
    assert (who.name, who.pronouns) == ("Miss Tresco", "she")


@pytest.mark.usefixtures("novel")
def test_who_tells_is_not_told_of_as_he() -> None:
    turn = "“It is cold, Corin,” said Hester.\n\n“Good,” I said. I sat by the stove.\n\n"
    text = f"I hung my coat by the stove. Hester sat down.\n\n{turn * 4}Corin of old was a saint. He kept bees.{TAIL}"
    (who,) = [c for c in people(text).values() if c.narrator]
    assert "Corin" in words_for(text, who)
    assert "He" not in words_for(text, who)


@pytest.mark.usefixtures("novel")
def test_in_a_novel_whom_others_call_and_who_answers_for_himself_is_not_who_tells() -> None:
    turn = "“It is cold, Corin,” said Hester.\n\n“It is,” said her brother.\n\n“Is it?” I asked Hester.\n\n"
    text = f"I hung my coat by the stove. Hester sat with her brother.\n\n{turn * 5}{TAIL}"
    assert not any(c.narrator and "Corin" in {c.name, *c.aliases} for c in people(text).values())


@pytest.mark.parametrize(("whole", "one"), [("Nan Treloar", True), ("Mrs. Treloar", False)])
def test_a_word_for_kin_is_a_name_where_somebody_bears_it(whole: str, one: bool) -> None:
    cast = people(f"{whole} rang the bell on the quay. The boat came in. “I am here,” said Nan. Nan rang again.{TAIL}")
    assert any(c.name == whole and "Nan" in c.aliases for c in cast.values()) is one


def test_kin_of_whom_there_is_talk_more_than_once_are_somebody() -> None:
    text = (
        f"{SCENE}“They took my mum to the ward again,” said Amos to Hester. “They are good to her.”\n\n“How is your "
        f"mum?” said Hester to Amos. “Is she better?”{TAIL * 20}"
    )
    cast = people(text)
    assert {"my mum", "your mum"} <= set(words_for(text, cast["my mum"]))


def test_kin_of_whom_there_is_talk_once_are_nobody_yet() -> None:
    text = f"{SCENE}“My uncle has a van,” said Amos to Hester.{TAIL * 20}"
    assert set(people(text)) == {"Hester", "Amos"}


def test_your_father_said_to_the_teller_is_the_one_whom_the_story_calls_father() -> None:
    text = (
        "I sat by the stove. Father was out, and Father was late. I looked at Halvard. I was angry with Halvard, and I "
        "did not care that he saw.\n\n“Your father and I fell out over nets,” said Halvard to me.\n\nI put down my "
        f"sewing. I said that I had known.{TAIL}"
    )
    assert "Your father" in words_for(text, people(text)["Father"])


def test_nobody_is_called_by_whose_they_are() -> None:
    text = f"{SCENE}“What if it is something at home? His mum -” said Amos to Hester. “His mum.”{TAIL}"
    assert "His mum" not in words_for(text, people(text)["Hester"])


def test_who_says_what_they_are_is_called_so_afterwards() -> None:
    text = (
        f"{SCENE}“I’m a doctor now,” said Hester. “I have a house in the town.”\n\n“Have you?” said Amos.\n\n"
        f"The doctor put down her needle.{TAIL}"
    )
    cast = people(text)
    assert "The doctor" in words_for(text, cast["Hester"])
    assert set(cast) == {"Hester", "Amos"}


def test_i_in_a_letter_without_a_name_is_the_one_of_whom_the_narration_says_that_he_wrote_it() -> None:
    text = (
        f"{SCENE}That night Amos wrote a letter to Hester:\n\nI am going away. I cannot bear the house. You were "
        f"right, and I am sorry.\n\nHester read it twice and put it into the fire.{TAIL}"
    )
    cast = people(text)
    assert words_for(text, cast["Amos"]).count("I") >= 3
    assert "You" in words_for(text, cast["Hester"])


def test_i_in_a_letter_that_was_written_while_somebody_sat_by_is_not_theirs() -> None:
    text = (
        f"{SCENE}That night Amos sat by while a letter was written to Hester:\n\nI am going away. I cannot bear the "
        f"house. You were kind.\n\nShe folded it.{TAIL}"
    )
    assert "I" not in words_for(text, people(text)["Amos"])


def test_i_in_a_letter_that_i_read_is_not_i() -> None:
    text = (
        "I sat by the stove with Hester. She was sewing. I looked at the fire. I had been there since noon, and I was "
        "cold.\n\nI took the letter, and I opened it and read:\n\nCome at once. I cannot bear the house. You were "
        f"right, and I am sorry.\n\n“Is it bad?” said Hester. I put it into the fire.{TAIL}"
    )
    narrator = next(c for c in people(text).values() if c.narrator)
    body = range(text.index("Come at once"), text.index("“Is it bad"))
    assert not [m for m in narrator.mentions if m.start in body and text[m.start : m.end] == "I"]
