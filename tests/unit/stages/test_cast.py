"""Who is who: names and their variants, pronouns, kin, things that only sound like people."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

import unspoken
from tests.unit.stages.made import document_with, people, who_says, words_for
from unspoken.layers.keys import CAST
from unspoken.stages.cast.kinds import _capitals, verdict
from unspoken.stages.cast.names import Person, name_type
from unspoken.stages.mentions.words import words_of

STORIES = Path(__file__).parents[2] / "stories/gold/seen"
TAIL = "\n\nThe clock struck, and the rain went on against the glass until the evening."


def test_title_given_name_and_surname_are_one_person() -> None:
    text = (
        "Margaret Thorne came down late. Miss Thorne was never early, and Margaret knew it. "
        f"Nobody said a word to Margaret Thorne about it.{TAIL}"
    )
    cast = people(text)
    assert list(cast) == ["Margaret Thorne"]
    assert cast["Margaret Thorne"].pronouns == "she"


def test_two_people_of_one_surname_stay_two() -> None:
    text = (
        "Mr. Thorne shut the door behind him, and Mrs. Thorne opened it again. “You are late,” said Mrs. Thorne. "
        f"“I know,” said Mr. Thorne, and he sat down.{TAIL}"
    )
    assert {"Mr. Thorne", "Mrs. Thorne"} <= set(people(text))


def test_short_forms_are_names_of_the_long_ones() -> None:
    text = f"Elizabeth shut the book. “Lizzy,” said Ralph, “are you cold?” Elizabeth shook her head at Ralph.{TAIL}"
    cast = people(text)
    assert "Lizzy" in cast["Elizabeth"].aliases


def test_pronouns_go_to_the_one_in_view_of_their_gender() -> None:
    text = f"Hester put down the lamp. Amos looked at it. She was tired, and he was not.{TAIL}"
    cast = people(text)
    assert "She" in words_for(text, cast["Hester"])
    assert "he" in words_for(text, cast["Amos"])


def test_an_object_is_not_its_own_subject() -> None:
    text = f"Amos waited for Ralph at the gate. When Ralph came at last he struck him.{TAIL}"
    cast = people(text)
    assert "him" in words_for(text, cast["Amos"])


def test_kin_in_apposition_is_the_one_named() -> None:
    text = f"Hester wrote to her brother Amos. Her brother never answered, and Amos never wrote.{TAIL}"
    cast = people(text)
    assert "Her brother" in words_for(text, cast["Amos"])


def test_a_narrator_is_a_character_and_gets_the_name_that_others_call() -> None:
    text = (
        "I came home late. My coat was wet and I hung it by the stove. “You are wet, Judith,” said Amos. "
        f"“I know,” I said. I sat down by the fire, and he brought me tea.{TAIL}"
    )
    cast = people(text)
    assert cast["Judith"].narrator
    assert "I" in words_for(text, cast["Judith"])


def test_a_boat_with_a_name_is_nobody() -> None:
    text = (
        "Amos went down to the slip. He climbed into Clarissa and let go her ropes. Clarissa’s engine would not start, "
        f"so he rowed. “She wants a new propeller,” said Hester. Amos was still in Clarissa at dark.{TAIL}"
    )
    assert "Clarissa" not in people(text)


def test_a_dog_with_a_name_is_an_animal() -> None:
    text = (
        "Rufus barked. Amos opened the door, and Rufus wagged his tail and trotted in. "
        f"“Down,” said Amos. Rufus whined.{TAIL}"
    )
    assert people(text)["Rufus"].kind == "animal"


def test_a_town_is_no_character() -> None:
    text = (
        f"Hester lived in Marlock for a year. She came to Marlock from the sea, and from Marlock she went home.{TAIL}"
    )
    assert list(people(text)) == ["Hester"]


def test_whoever_speaks_is_a_being_though_no_list_knows_the_word() -> None:
    text = f"“Tickets,” said the frobnicator. Hester looked up. “Tickets,” said the frobnicator again.{TAIL}"
    assert any("frobnicator" in name for name in people(text))


def test_texts_without_people_have_no_characters() -> None:
    assert people("The sea rose. The wind fell. Stones lay along the shore, and over them the foam.") == {}


def test_names_in_a_list_call_nobody() -> None:
    text = (
        "The Doctor sat by the well. “Once there were three sisters,” said the Doctor, “and their names were Elsie, "
        f"Orla, and Tamsin; and they lived at the bottom of it.” Hester looked down. The Doctor nodded.{TAIL}"
    )
    assert not any({"Elsie", "Orla", "Tamsin"} & {*c.aliases} for c in people(text).values())


def test_the_network_knows_that_a_creed_is_nobody() -> None:
    text = f"Hester had been brought up on Calvinism. Amos thought little of Calvinism, and he said so.{TAIL}"
    assert "Calvinism" not in people(text)


def test_what_is_said_by_an_answer_is_nobody() -> None:
    text = f"“Who goes there?” came the answer. Hester raised the lamp. “A friend,” replied the ferryman.{TAIL}"
    assert not any("answer" in name for name in people(text))


def test_a_heading_names_nobody_by_its_verbs() -> None:
    text = (
        "CHAPTER II\n\nThe Rabbit Sends in a Little Bill\n\nThe Rabbit came slowly back. “I am late,” said the Rabbit. "
        f"Hester looked at the Rabbit, and it looked at her.{TAIL}"
    )
    assert not any("Sends" in name for c in people(text).values() for name in (c.name, *c.aliases))


def test_a_name_that_no_list_knows_has_the_gender_of_the_pronouns_that_mean_it() -> None:
    text = f"Witold waited for Zofia by the rail. He had the tickets, and she had the keys. He was cold.{TAIL}"
    cast = people(text)
    assert "she" not in words_for(text, cast["Witold"])
    assert "He" not in words_for(text, cast["Zofia"])


def test_whom_a_lady_of_the_name_speaks_to_by_name_is_another() -> None:
    text = (
        "Cordelia Thorne stood at the window with her book. The lamp was low, and Cordelia did not turn round. "
        "“Come away from there, Cordelia,” said Mrs. Thorne. “You will catch cold.”\n\nCordelia shut the book. "
        f"Mrs. Thorne took up her sewing again.{TAIL}"
    )
    assert {"Cordelia Thorne", "Mrs. Thorne"} <= set(people(text))


def test_whoever_speaks_right_after_what_is_said_is_a_person_though_the_name_sounds_like_a_place() -> None:
    text = (
        "They rode to the river in the dark.\n\n“There’s pretty girls here!” Cold Harbour bellowed.\n\n“He’s no good,” "
        "Cold Harbour returned.\n\n“I know it,” said Ralph.\n\n“Haw!” Cold Harbour began, and spat into the river."
    )
    assert "Cold Harbour" in people(text + TAIL)


def test_his_wife_is_the_mrs_of_his_name() -> None:
    text = (
        "Mr. Marsh kept a shop in the square. His wife kept the books, and nobody ever saw his wife without her pen. "
        f"“You are late,” said Mrs. Marsh. Amos knew that he was. Mrs. Marsh went back to her books.{TAIL}"
    )
    assert "His wife" in words_for(text, people(text)["Mrs. Marsh"])


def test_a_word_after_a_title_is_a_name_though_it_is_a_common_word_elsewhere() -> None:
    text = (
        "Hester St. Just had just come in. She was just in time. It was just as well, and just then Mr. Small came. "
        "He was a small man, with a small voice and small hands. “Good,” said Mr. Small. Hester St. Just sat "
        f"down.{TAIL}"
    )
    assert {"Hester St. Just", "Mr. Small"} <= set(people(text))


def test_cries_and_polite_titles_that_anybody_is_called_by_are_nobody() -> None:
    text = (
        "“Bah!” said Amos. “Zooks, Madame, it is cold.” “Pshaw, Monsieur,” said Hester, “it is not.” “Yes, Madame,” "
        f"said Ralph. “No, Monsieur,” said Hester. “Tush, Madame!” said Amos.{TAIL}"
    )
    assert set(people(text)) == {"Amos", "Hester", "Ralph"}


def test_a_mother_is_told_from_a_daughter_of_whose_mother_there_is_talk() -> None:
    text = (
        "Cordelia Thorne came down to the garden. Cordelia looked for her mother. She could not see her mother "
        "anywhere.\n\n“She is in the shed,” said Amos.\n\nMrs. Thorne came out of the shed with a spade. “I was "
        f"looking for the roots,” said Mrs. Thorne.{TAIL}"
    )
    assert {"Cordelia Thorne", "Mrs. Thorne"} <= set(people(text))


def test_the_gender_of_names_is_what_fits_all_pronouns_best() -> None:
    text = (
        "Perpetua had been sent to keep house for Dr. Sorley on the strength of her scones, and for the first month "
        "she saw nothing of him but his boots. He ate whatever she put before him. She was happy."
    )
    cast = people(text)
    assert {"her", "she", "She"} >= set(words_for(text, cast["Perpetua"])) - {"Perpetua"}
    assert "him" in words_for(text, cast["Dr. Sorley"])


def test_who_is_told_is_not_who_tells() -> None:
    text = f"Wade had told her twice, and twice she had said that she would stay. “Go, Lorena,” he said. He sat.{TAIL}"
    cast = people(text)
    assert "he" in words_for(text, cast["Wade"])
    assert "he" not in words_for(text, cast["Lorena"])


def test_one_paragraph_that_says_i_makes_no_narrator() -> None:
    text = (
        "Hester waited by the stove. The lamp was low.\n\nAmos came in with the post. He was wet.\n\n"
        "I miss you. I think of you. I am coming home.\n\nHester read it twice. She sat down.\n\n"
        "Amos put the kettle on. He asked her nothing."
    )
    assert not any(c.narrator for c in people(text).values())


def test_who_had_no_name_so_far_gets_the_one_that_is_said_first_of_them() -> None:
    text = (
        "A tall young man in a waistcoat stood up so fast that he hit the lamp. “This is Pascal,” said Hester. "
        f"“He came by himself.” Pascal held the lamp to stop it from swinging, and he looked at the floor.{TAIL}"
    )
    cast = people(text)
    assert "A tall young man" in " ".join(cast["Pascal"].aliases)


def test_a_pet_name_may_leave_a_letter_out() -> None:
    text = f"Edie put down the phone. “He is not bored of you, Ede,” said Bex. Edie said nothing to Bex.{TAIL}"
    assert "Ede" in people(text)["Edie"].aliases


def test_who_tells_has_the_name_that_others_call_and_write_to() -> None:
    text = (
        "I found the letter in the flour bin at ten past three, when I was looking for my pencil.\n\n"
        "Dear Marek, It is with great regret that I\n\nThat was all there was. I put it in my pocket.\n\n"
        "“I have tried, Marek,” said Gwen. “I have been trying all month.” She put out a hand, and I took my coat "
        f"and went down to the yard. I never looked back at Gwen.{TAIL}"
    )
    cast = people(text)
    assert cast["Marek"].narrator
    assert not cast["Gwen"].narrator


def test_who_is_called_and_told_of_is_not_who_tells() -> None:
    text = (
        "I came home late and hung my coat by the stove. “You are wet, Amos,” said Judith. Amos said nothing, and I "
        f"sat down. “Amos, come here,” said Judith, and I watched him go to her.{TAIL}"
    )
    assert not people(text)["Amos"].narrator


def test_a_call_names_the_only_one_whom_it_can_be_for() -> None:
    text = (
        "A woman came into a room in which a child was sleeping and drew the curtains. She looked at the house, and "
        f"went to the child’s bed. “Wake up, Philip,” she said. She took him in her arms. The child yawned.{TAIL}"
    )
    cast = people(text)
    assert "a child" in cast["Philip"].aliases
    assert "The child" in words_for(text, cast["Philip"])


def test_who_is_once_taken_for_a_town_and_often_for_somebody_is_somebody() -> None:
    ottoline = Person([name_type("Ottoline")])
    once = {"place seen": 2.0, "person seen": 3.0}
    assert verdict(ottoline, defaultdict(float, person=1.0, **once)) == "person"
    assert verdict(ottoline, defaultdict(float, person=1.0, **{"place seen": 6.0, "person seen": 1.0})) == "place"


def test_who_is_often_seen_as_somebody_and_hardly_as_anything_else_is_somebody() -> None:
    heron = Person([name_type("Grey Heron")])  # "of the Grey Heron", "to the Grey Heron"
    firm = {"place": 6.0, "person": 1.0, "person seen": 9.0, "thing seen": 2.0, "unseen": 8.0}
    assert verdict(heron, defaultdict(float, firm)) == "person"
    for other in ({"place seen": 8.0}, {"person seen": 2.0}, {"animal": 3.0}, {"person": 0.0}):
        assert verdict(heron, defaultdict(float, firm | other)) != "person"


def test_what_the_network_overlooks_makes_nobody_a_thing_whom_it_often_sees() -> None:
    heron = Person([name_type("Mr. Heron")])
    assert verdict(heron, defaultdict(float, {"unseen": 20.0, "person seen": 12.0})) == "person"
    assert verdict(heron, defaultdict(float, {"unseen": 20.0, "person seen": 1.0})) == "thing"


def test_capitals_of_a_heading_are_no_sign_of_a_thing() -> None:
    words = words_of(document_with("LETTER OF ORLA VANE. Nothing is known of Orla Vane.", CAST))
    at = [k for k, word in enumerate(words.text) if word.upper() == "ORLA"]
    assert [_capitals(words, k, k + 2) for k in at] == [True, False]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ruth bought the ribbon at Lucas’s, in the high street. Ruth had always gone to Lucas’s.", "Lucas"),
        ("Ruth talked of the boat that went down off Shelby in the gale. Ruth had been a child.", "Shelby"),
        ("He sailed in the Dorothy, said Ruth. The Dorothy had lost her foremast. Ruth was sorry.", "Dorothy"),
    ],
)
def test_a_shop_a_headland_and_a_ship_with_the_names_of_people_are_nobody(text: str, name: str) -> None:
    assert name not in people(text + TAIL)


def test_whose_things_are_somewhere_is_somebody() -> None:
    assert "Lucas" in people(f"Ruth slept in Lucas’s coat. Ruth had gone to Lucas’s old mother.{TAIL}")


def test_a_company_is_nobody() -> None:
    thorne = Person([name_type("Thorne Company")])
    assert verdict(thorne, defaultdict(float, {"person": 1.0, "person seen": 1.0})) == "place"


def test_a_pet_name_may_end_in_y() -> None:
    text = (
        "Ottoline folded the letter, and Brigida took her coat. “Don’t be cross, Otty,” said Brigida. Ottoline watched "
        f"her go, and Brigida never looked back at Ottoline.{TAIL}"
    )
    assert "Otty" in people(text)["Ottoline"].aliases


def test_a_fond_form_that_no_list_knows_is_a_name_of_the_one_in_the_text() -> None:
    text = f"Morwen came down. “Morwennie! Fetch a key,” said Amos. Morwen held it out, and Morwen smiled.{TAIL}"
    assert "Morwennie" in people(text)["Morwen"].aliases


def test_the_beginning_of_a_name_with_its_last_letter_doubled_is_a_fond_form() -> None:
    text = f"Saskia shut the book. “It is late, Sass,” said Ralph. Saskia shook her head at Ralph.{TAIL}"
    assert set(people(text)) == {"Saskia", "Ralph"}


def test_a_title_that_stands_before_given_names_does_not_keep_a_short_form_apart() -> None:
    text = (
        "Miss Sophia was in the garden. Sophy never came when she was called. “Miss Sophia,” said Amos, and Miss "
        f"Sophia laughed at Amos.{TAIL}"
    )
    assert set(people(text)) == {"Miss Sophia", "Amos"}


def test_the_old_man_is_the_one_whom_narration_calls_old_as_it_names_him() -> None:
    text = (
        "A man with a book sat in the corner. Old Denzil let us in. Ralph carried the bags. “That will do,” said the "
        f"old man.{TAIL}"
    )
    assert "the old man" in words_for(text, people(text)["Denzil"])


def test_a_street_is_nobody() -> None:
    text = (
        "Three people knew about Orlan Street. It had been a cold night. “Set it down,” said Amos. He looked sorry. "
        f"Ralph set it down in Orlan Street.{TAIL}"
    )
    assert set(people(text)) == {"Amos", "Ralph"}


def test_a_name_of_women_and_men_is_whose_the_pronouns_say() -> None:
    text = (
        f"Amos came in. Robin was asleep. Robin had hurt her foot. Robin had lost her shoe. Robin "
        f"had torn her coat. Robin had missed her train.{TAIL}"
    )
    assert people(text)["Robin"].pronouns == "she"


def test_who_tells_is_not_the_kin_that_others_call_by_name() -> None:
    text = (
        "My grandmother had the ground floor, and I carried the soup. I did it every day.\n\n“You kept her from me, "
        "Agnes,” said Ralph.\n\nMy grandmother put up her hand. My grandmother sat down.\n\nI went to the door with "
        "the letter in my hand.\n\n“Agnes, I am sorry,” said Ralph.\n\nMy grandmother wept. I went up the stairs."
    )
    cast = people(text)
    assert all(not c.narrator or "Agnes" not in (c.name, *c.aliases) for c in cast.values())


def test_who_is_you_all_through_is_followed() -> None:
    text = (
        "You wake before the alarm. You lie there and listen to the pipes.\n\nYour brother is up. You hear him on the "
        "stairs, and you pull the blanket over your head.\n\n“You awake?” says Joel.\n\n“No,” you say. You go down, "
        "and you put the kettle on for both of you.\n\nOutside you can see the snow."
    )
    found = unspoken.read(text)
    (you,) = [c for c in found.characters if c.narrator]
    assert you.name == "you"
    assert [q.speaker == you.id for q in found.quotes] == [False, True]
    assert {scene.person for scene in found.scenes} == {"second"}


def test_who_is_you_now_and_then_is_nobody() -> None:
    text = (
        "Joel woke before the alarm. He lay there and listened to the pipes, as you do.\n\nHis brother was up. You "
        "could hear him on the stairs, and Joel pulled the blanket over his head.\n\n“Are you awake?” said Joel."
    )
    assert not any(c.narrator for c in unspoken.read(text).characters)


def test_a_stranger_has_the_name_that_the_narration_gives_who_speaks_or_who_it_was() -> None:
    came = "Amos sat by the stove. A woman had come in out of the rain. She had no hat.\n\n"
    for named in ("“You wrote to me,” she said. “I am here.”\n\n“I see it,” said Amos.\n\n“Do you?” said Hester.",
                  "She shook her coat. Amos put down the lamp. It was Hester."):  # fmt: skip
        cast = people(f"{came}{named}{TAIL}")
        assert set(cast) == {"Amos", "Hester"}
    other = people(f"{came}“Who is that?” said Hester, when the woman was gone. Amos did not know.{TAIL}")
    assert "A woman" not in words_for(f"{came}“Who is that?” said Hester, when the woman was gone.", other["Hester"])


@pytest.mark.parametrize(
    "made_known", ["“This is Hester,” said Amos.", "“I’m Hester,” she said.", "“Meet Hester,” he said."]
)
def test_a_stranger_has_the_name_by_which_somebody_makes_her_known(made_known: str) -> None:
    came = "Amos sat by the stove. A woman had come in out of the rain. She had no hat."
    cast = people(f"{came}\n\n{made_known}\n\nThe woman sat down.{TAIL}")
    assert set(cast) == {"Amos", "Hester"}


@pytest.mark.parametrize("which", ["who had kept house for Amos", "whom Amos had married", "that lived with Amos"])
def test_a_woman_whom_a_relative_clause_tells_of_is_not_the_one_in_view(which: str) -> None:
    seen = f"Hester put down the lamp. Hester shut the door. She sat by the stove and mended a shirt.{TAIL}"
    assert "The woman" in people(f"{seen} The woman {which} was dead.")
    assert "The woman" not in people(f"{seen} The woman was tired.")


@pytest.mark.parametrize(
    "told",
    ["He had no son.", "She was stronger than any man.", "He slept like a child.", "A man might die of it."],
)
def test_nobody_in_particular_is_no_character(told: str) -> None:
    text = f"Hester put down the lamp. Amos looked at it. {told} They went on. Hester sat down.{TAIL}"
    assert set(people(text)) == {"Hester", "Amos"}


def test_miss_thorne_is_the_one_daughter_of_the_thornes() -> None:
    text = (
        "Mrs. Thorne kept the shop, and her daughter Hester kept the books. Hester did not like it.\n\n“Good morning, "
        "Miss Thorne,” said Amos.\n\n“Good morning,” said Hester. Nobody thought that Miss Thorne would ever marry. "
        f"Miss Thorne had said no to Amos twice.{TAIL}"
    )
    assert [{"Hester", "Miss Thorne"} <= {c.name, *c.aliases} for c in people(text).values()].count(True) == 1


def test_the_given_name_of_the_one_miss_in_view() -> None:
    text = (
        "Miss Thorne was on the ladder, and she was thinning the pears. Amos came down the gravel.\n\n“I have brought "
        f"the glass,” said Amos.\n\n“Put it down,” said Hester. Amos put it on the grass. Hester laughed.{TAIL}"
    )
    assert "Miss Thorne" in people(text)["Hester"].aliases


def test_an_oath_calls_nobody() -> None:
    text = f"Hester put down the lamp. “My God,” said Amos, “what the devil is it?” Hester shook her head.{TAIL}"
    assert not any({"God", "devil"} & set(w.split()) for c in people(text).values() for w in words_for(text, c))


def test_who_is_called_so_is_the_one_just_told_of() -> None:
    text = (
        "Amos came back on Monday. Ruth gave the lamp to the new man, a stranger from the coast called Deeks. The "
        f"stranger was not a bad fellow. Amos went out to the boats and stayed there until the evening.{TAIL}"
    )
    cast = people(text)
    assert "The stranger" in words_for(text, cast["Deeks"])
    assert "the new man" not in words_for(text, cast["Amos"])


def test_a_pronoun_that_can_mean_nobody_else_tells_the_gender_of_a_name() -> None:
    text = (STORIES / "sounder-test.txt").read_text(encoding="utf-8")  # "It says BREN. ... she says to Ines"
    spoken = {words[1:12]: speaker for speaker, words, _ in who_says(text)}
    assert spoken["You’ll be t"] == "Bren"
    assert spoken["They let me"] == "Joel"


def test_kin_have_the_name_by_which_they_first_speak() -> None:
    text = (
        "Her brother’s sofa was a foot too short. In the morning he brought Ines tea and stood about.\n\n“He is not "
        f"the type,” said Fabian.\n\n“There is no type,” said Ines.{TAIL}"
    )
    assert "Her brother" in words_for(text, people(text)["Fabian"])


def test_a_people_that_is_counted_is_nobody() -> None:
    text = (
        "Six Lapps came up from the camp on a lorry. Amos was glad. The Lapps laughed, and the Lapps who knew Hester "
        f"waved.{TAIL}"
    )
    assert set(people(text)) == {"Amos", "Hester"}


def test_what_anybody_would_do_is_done_to_nobody() -> None:
    text = f"Hester took the book and wiped it, as you would wipe a child's mouth. Amos saw it. He said nothing.{TAIL}"
    assert set(people(text)) == {"Amos", "Hester"}


def test_the_doctor_is_the_one_in_view_who_has_that_title() -> None:
    rain = "The rain fell. " * 45
    came = f"Dr. Hale came in with Hester. {'The fire burned. ' * 12}The doctor sat down."
    text = f"Dr. Vane went to sea. {rain}{came}{TAIL}"
    assert "The doctor" in words_for(text, people(text)["Dr. Hale"])


def test_a_stranger_is_not_who_owns_what_is_shown() -> None:
    came = "Amos sat by the stove. A woman had come in out of the rain. She had no hat."
    shown = "“Here is Hester’s coat,” said Amos. “This is Hester’s hat.”"
    text = f"{came}\n\n{shown}\n\nThe woman sat down. Hester was in the garden.{TAIL}"
    assert not {"A woman", "The woman"} & {*words_for(text, people(text)["Hester"])}


def test_the_woman_is_who_makes_herself_known_though_nothing_told_of_a_woman() -> None:
    came = "Amos sat by the stove when the woman came in. She had no hat."
    text = f"{came}\n\n“I know that I am late. I’m Hester,” said the woman.\n\nAmos put down the lamp.{TAIL}"
    assert set(people(text)) == {"Amos", "Hester"}


def test_whose_name_a_place_has_is_nobody() -> None:
    text = f"The kiln at Orrick’s Ferry was cold. Hester sat with Wenna.\n\n“I miss him,” said Hester to Wenna.{TAIL}"
    assert set(people(text)) == {"Hester", "Wenna"}
