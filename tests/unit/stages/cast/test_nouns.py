"""Whom common nouns mean that may mean anybody: "the girl", "this man"."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import document_with, people, words_for
from unspoken.layers.antecedents import Antecedents
from unspoken.layers.keys import ANTECEDENTS, CAST, MENTIONS
from unspoken.stages.cast import find_cast
from unspoken.stages.cast.surroundings import Surroundings
from unspoken.stages.mentions.words import words_of

END = "\n\nThe clock struck."


def test_the_girl_is_nobody_with_a_title_of_grown_people() -> None:
    text = (
        "Silas walked to the door. He looked at the yard, and he shut the window. Nora came in with Mrs. Renshaw, and "
        "Mrs. Renshaw sat down. She was cross. She wanted her tea.\n\n“Stay,” said Mrs. Renshaw.\n\nSilas smiled at "
        f"the girl.{END}"
    )
    assert "the girl" not in words_for(text, people(text)["Mrs. Renshaw"])
    told = text.replace("the girl", "the lady")
    assert "the lady" in words_for(told, people(told)["Mrs. Renshaw"])


def test_this_man_is_the_one_in_view_whatever_is_told_of_him() -> None:
    text = (
        "Ruth had not slept. Mr. Orme stood at the gate. He was wet, and he shook his stick. Ruth looked at this man "
        f"who had ruined her.{END}"
    )
    assert "this man" in words_for(text, people(text)["Mr. Orme"])


def test_a_noun_is_not_who_thinks_of_it() -> None:
    text = (
        "Ned was in the yard with Mr. Orme. Ned was sorry. Ned sat on the wall. Ned was sure that the boy had lied, "
        f"and Mr. Orme went home.{END}"
    )
    assert "the boy" not in words_for(text, people(text)["Ned"])


def test_who_is_singled_out_is_whom_the_next_pronoun_means() -> None:
    text = (
        "Nora and Una shared the flat above the shop, and they had quarrelled for a week about the cat. Nora slammed "
        f"doors. It was Una who put a stop to it. She walked into the kitchen and said sorry.{END}"
    )
    assert words_for(text, people(text)["Una"]) == ["Una", "Una", "She"]


def test_what_somebody_is_called_or_thought_to_be_is_nobody_else() -> None:
    text = f"Nora looked at Ned. She had called Ned a coward, and she thought him a fool.{END}"
    assert sorted(people(text)) == ["Ned", "Nora"]


def test_what_is_every_mans_is_of_nobody_who_is_about() -> None:
    text = f"Mr. Orme sat by the fire. He was tired. {{}} man likes his wife to go out at night.{END}"
    assert words_for(text.format("No"), people(text.format("No"))["Mr. Orme"]) == ["Mr. Orme", "He"]
    assert "his" in words_for(text.format("The"), people(text.format("The"))["Mr. Orme"])


def test_whose_eyes_or_voice_are_the_subject_is_whom_the_next_pronoun_means() -> None:
    text = f"Silas sat up and stared at Mr. Orme. Mr. Orme’s eyes dropped, and he put out a hand.{END}"
    assert without_votes(text)["he"] == "Mr. Orme"


def without_votes(text: str) -> dict[str, str | None]:
    """Whom the words of a text mean, where the network says nothing of that."""
    document = document_with(text, CAST).attach(ANTECEDENTS, Antecedents((), (), ()))
    cast = find_cast(document)
    name = {m.id: m.names[0] for m in cast.members}
    return {text[m.start : m.end]: name.get(who or "") for m, who in zip(document[MENTIONS], cast.link, strict=True)}


def test_a_pronouns_voice_makes_nobody_more_in_view() -> None:
    text = f"Ned stood by Silas. His voice cracked, and Silas’s eyes dropped.{END}"
    document = document_with(text, CAST)
    words = words_of(document)
    around = Surroundings(text, words, document[MENTIONS], {offset: k for k, offset in enumerate(words.start)})
    assert [text[m.start : m.end] for m in document[MENTIONS] if around.through_body(m)] == ["Silas"]


def test_a_name_that_goes_on_after_a_comma_is_nobody_s_kin() -> None:
    text = f"When he had gone in to talk to her mother, Nora opened the bag and looked for the key.{END}"
    assert without_votes(text)["her mother"] != "Nora"


def test_a_name_after_now_or_formerly_is_in_apposition() -> None:
    text = f"Nora danced. The man was her brother, formerly Sergeant Orme, who had bought his discharge.{END}"
    assert without_votes(text)["her brother"] == "Sergeant Orme"


def test_whose_kin_somebody_is_to_kin_is_not_that_kin() -> None:
    text = f"Nora and Silas stood by the gate. Nora was his wife’s sister, and said so to Silas.{END}"
    assert without_votes(text)["his wife"] != "Nora"


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text counts as a long one."""
    monkeypatch.setattr("unspoken.stages.cast.resolution.SHORT", 0)


def mothers(text: str) -> list[str | None]:
    """Who is meant by the words for mothers."""
    document = document_with(text + END, CAST).attach(ANTECEDENTS, Antecedents((), (), ()))
    found = zip(document[MENTIONS], find_cast(document).link, strict=True)
    return [who for m, who in found if text[m.head_start : m.head_end] == "mother"]


@pytest.mark.usefixtures("long")
def test_the_mother_of_a_long_text_is_the_one_last_told_of() -> None:
    one, other, the = mothers("Nora called to her mother. Silas stood with his mother, and the mother looked at him.")
    assert one != other == the


@pytest.mark.usefixtures("long")
def test_the_mother_is_not_one_of_long_ago() -> None:
    rain = " The rain came down on the slates." * 50
    one, the = mothers(f"Nora called for the mother.{rain} Silas passed a house, and the mother came to the gate.")
    assert one != the
