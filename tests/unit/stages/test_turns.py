"""Who speaks, and to whom."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.stages.made import document_with, who_says
from unspoken.layers.keys import CAST, QUOTATIONS, SCENE_SPANS, TURNS
from unspoken.stages.mentions.words import words_of
from unspoken.stages.turns.decoding import posteriors
from unspoken.stages.turns.evidence import Scenery

SCENE = "Hester and Amos sat by the stove. Hester was sewing. Amos looked at the fire.\n\n"
TAIL = "\n\nThe clock struck, and the rain went on against the glass until the evening."


def speakers(text: str) -> list[str | None]:
    return [speaker for speaker, _, _ in who_says(text)]


def test_cues_after_before_and_between() -> None:
    text = f"{SCENE}“Come,” said Hester.\n\nAmos asked, “Where?”\n\n“Home,” Hester answered, “and soon.”{TAIL}"
    assert speakers(text) == ["Hester", "Amos", "Hester"]


def test_a_pronoun_in_the_cue_is_the_one_of_its_gender() -> None:
    text = f"{SCENE}“Come,” she said.\n\n“Where?” he asked.{TAIL}"
    assert speakers(text) == ["Hester", "Amos"]


def test_who_is_heard_to_speak_speaks() -> None:
    told = "Hester stood behind the door. “Is it so very bad?” Hester heard Amos say.\n\n“Awfully,” said Ralph."
    assert speakers(told) == ["Amos", "Ralph"]


def test_a_verb_has_the_subject_of_its_own_clause() -> None:
    told = f"{SCENE}When Amos came close Hester bowed and said, “You are late.”{TAIL}"
    assert speakers(told) == ["Hester"]


def test_what_is_announced_by_a_colon_is_not_told_by_the_sentence_after_it() -> None:
    told = f"{SCENE}Hester asked again:\n\n“Do you know what day it is?” Amos answered that it was Friday.{TAIL}"
    assert speakers(told) == ["Hester"]


def test_after_a_comma_within_the_marks_any_verb_tells_that_somebody_speaks() -> None:
    assert speakers(f"{SCENE}“That makes forty,” Hester calculated.{TAIL}") == ["Hester"]
    assert speakers(f"{SCENE}“Aw,” fleered Amos, “it does not.”{TAIL}") == ["Amos"]
    assert speakers(f"{SCENE}“It makes fifty,” broke in Hester.{TAIL}") == ["Hester"]


def test_what_others_are_doing_meanwhile_is_no_cue() -> None:
    told = f"{SCENE}Hester counted the coins and said, “That makes forty,” watching Amos all the time.{TAIL}"
    assert speakers(told) == ["Hester"]


def test_a_possessor_is_not_who_speaks_but_the_owner_of_a_voice_is() -> None:
    assert speakers(f"{SCENE}“Come in,” called Hester’s voice.{TAIL}") == ["Hester"]
    assert speakers(f"{SCENE}Amos sat up.\n\n“I thought so,” said his tormentress.{TAIL}") != ["Amos"]


def test_two_take_turns() -> None:
    text = (
        f"{SCENE}“Come,” said Hester.\n\n“Where?” said Amos.\n\n“Home.”\n\n“Now?”\n\n“Yes, now.”\n\n“I am tired.”{TAIL}"
    )
    assert speakers(text) == ["Hester", "Amos", "Hester", "Amos", "Hester", "Amos"]


def test_one_does_not_call_oneself() -> None:
    text = f"{SCENE}“Are you cold, Amos?”\n\n“No.”{TAIL}"
    assert speakers(text) == ["Hester", "Amos"]


def test_who_acts_in_the_paragraph_speaks_in_it() -> None:
    text = f"{SCENE}“It is late.” Hester bit off the thread. “Go to bed.”{TAIL}"
    assert speakers(text) == ["Hester"]


def test_addressees_by_call_cue_and_turn() -> None:
    text = f"{SCENE}“Come,” said Hester to Amos.\n\n“Where?” said Amos.\n\n“Home, Amos,” said Hester.{TAIL}"
    assert [to for _, _, to in who_says(text)] == [["Amos"], ["Hester"], ["Amos"]]


def test_nobody_in_particular_is_nobody() -> None:
    text = f"The square was full. “Bread!” cried the crowd. “Bread!”{TAIL}"
    assert speakers(text) == [None]


def test_the_narrator_says_what_i_says() -> None:
    text = f"I sat with Amos by the stove, and I was cold. “Is it late?” I said. “Very,” said Amos.{TAIL}"
    found = speakers(text)
    assert found[-1] == "Amos" or "Amos" in found
    assert found[0] != "Amos"


@given(st.integers(1, 6), st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_probabilities_are_probabilities(candidates: int, lines: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    emissions = chance.normal(0, 5, (lines, candidates + 1))
    gaps = chance.integers(0, 4, lines).tolist()
    found = posteriors(emissions, gaps)
    assert found.shape == emissions.shape
    assert np.allclose(found.sum(axis=1), 1.0)
    assert (found >= 0).all()


def test_without_evidence_turns_favour_neither_of_two() -> None:
    found = posteriors(np.array([[0.0, 0.0, -9.0], [0.0, 0.0, -9.0]]), [2, 0])
    assert np.allclose(found[:, 0], found[:, 1])


def test_one_sure_line_settles_its_neighbours() -> None:
    emissions = np.zeros((3, 3))
    emissions[:, 2] = -9.0
    emissions[1, 0] = 9.0
    found = posteriors(emissions, [2, 0, 0])
    assert found[0].argmax() == found[2].argmax() == 1


def test_who_acts_between_the_lines_speaks_them() -> None:
    """Not who was much spoken of before, and does nothing here."""
    told = (
        "Ralph was away at sea. Nobody had heard of Ralph for a year, and Hester thought of Ralph and of his ship.\n\n"
        "“You are pale,” said Hester.\n\nAmos held out the letter. Amos looked at the floor, and Hester put down the "
        f"lamp.\n\n“Read it,” said Hester.\n\n“I cannot.”{TAIL}"
    )
    assert speakers(told)[-1] == "Amos"


THREE = "Hester, Amos and Ralph sat by the stove. Hester was sewing. Amos looked at the fire, and Ralph slept.\n\n"


@pytest.mark.parametrize(
    ("told", "to"),
    [
        ("Hester turned to Amos. “Go,” she said.", ["Amos"]),
        ("Hester turned to Ralph. “Go,” she said.", ["Ralph"]),
        ("Hester put down the thread and spoke to Ralph. “Go,” she said.", ["Ralph"]),
        ("Hester nodded to Ralph, and the clock struck. “Go,” she said.", ["Ralph"]),
        ("Hester turned to Ralph. The dog barked. “Go,” she said.", []),
        ("Hester turned to Ralph! The dog barked. “Go,” she said.", []),
        ("Hester turned to Ralph.\n\n“Go,” she said.", ["Ralph"]),
        ("Hester turned to Ralph. The clock struck.\n\n“Go,” she said.", []),
        ("Hester turned from Ralph. “Go,” she said.", []),
        ("Hester was kind to Ralph. “Go,” she said.", []),
        ("Hester turned to Ralph. “Go, Amos,” she said.", ["Amos"]),
    ],
)
def test_to_whom_somebody_turns_right_before_is_spoken_to(told: str, to: list[str]) -> None:
    assert [(speaker, found) for speaker, _, found in who_says(f"{THREE}{told}{TAIL}")] == [("Hester", to)]


def test_who_is_called_by_name_takes_part_in_the_conversation() -> None:
    told = (
        "I lay on the floor beside the register. I heard all of it. I did not move.\n\n“—cannot keep coming here,” "
        "Nora said. “She is upstairs.”\n\n“I had to see that she was well.”\n\n“She will kill you, Frank. She thinks "
        "it was you.”\n\n“That was the bargain.”\n\n“I cannot do it any more, Frank.”\n\n“Of course you can.”\n\nThe "
        f"back door opened and closed.{TAIL}"
    )
    assert speakers(told) == ["Nora", "Frank", "Nora", "Frank", "Nora", "Frank"]


def test_who_is_told_something_answers() -> None:
    third = "Ralph sat down beside Hester. Ralph took off his boots. Ralph laughed.\n\n"
    text = f"{SCENE}{third}“Nobody came,” Hester told Amos.\n\n“I never thought they would.”{TAIL}"
    assert speakers(text) == ["Hester", "Amos"]


def test_an_unseen_voice_is_whose_it_turns_out_to_be() -> None:
    text = f"{SCENE}“You will let the cold in,” said a voice. It was Ralph, with snow on his boots.{TAIL}"
    assert speakers(text) == ["Ralph"]


def test_who_is_called_by_what_one_is_is_spoken_to() -> None:
    text = f"{SCENE}Ralph came in.\n\n“Where is it?” said Hester.\n\n“On the shelf, ma’am.”{TAIL}"
    assert who_says(text)[1][2] == ["Hester"]
    assert who_says(text)[1][0] != "Hester"


def test_nobody_turns_to_themselves() -> None:
    told = (
        "Hester sat by the clock in her coat. Her nephew Amos was eating. His wife, Ruth, looked at her watch.\n\n"
        f"Hester looked past Amos, and spoke to his wife. “You can take the dog,” she said.{TAIL}"
    )
    assert [(speaker, to) for speaker, _, to in who_says(told)] == [("Hester", ["Ruth"])]


def test_nobody_speaks_of_themselves_as_the_kin_of_who_hears_it() -> None:
    text = (
        "Old Mrs Tarrant had her nephew Wilfred in the house. Wilfred went out, and Deeks came in and saw to the lamp. "
        "Deeks was a quiet man.\n\n“Your nephew is late,” he said to her.\n\n“He is always late,” said Mrs Tarrant.\n\n"
        "The clock struck, and the rain went on against the glass until the evening."
    )
    assert who_says(text)[0][0] == "Deeks"


def test_who_is_first_told_of_when_the_talk_has_been_broken_off_has_not_spoken_before() -> None:
    told = (
        "Hester stood in the crowd. The eleventh was Zora. She saw Hester.\n\n“Don't,” said Hester. “Wear it.”\n\n"
        "“It'll be next year.”\n\n“He won't sign.”\n\n“Upriver. It's nothing.”\n\nSo Hester asked. Ralph was on the "
        "gallery with his back to the lamp. Ralph turned.\n\n“You were not ready,” said Ralph.\n\n“Is Zora ready?”\n\n"
        "“I don't have the teaching of Zora,” said Ralph.\n\n“What did I do wrong?”\n\n“Next year,” said Ralph."
    )
    said = speakers(f"{told}{TAIL}")
    assert "Ralph" not in said[:4]
    assert said[4] == "Ralph"


def test_a_deed_told_by_a_pronoun_tells_less_of_who_speaks_than_one_told_by_a_name() -> None:
    weight = {}
    for who in ("Amos", "He"):
        document = document_with(f"{SCENE}“You find.” {who} held out a hand for it.{TAIL}", CAST, SCENE_SPANS)
        scenery, quotation = Scenery(document, words_of(document)), document[QUOTATIONS][0]
        (weight[who],) = scenery.beats(quotation, scenery.paragraph(quotation.start)).values()
    assert 0 < weight["He"] < weight["Amos"]


def test_in_a_novel_who_tells_it_is_the_one_called_by_the_name_to_which_i_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for place in ("cast.kinship", "cast.relations", "turns"):
        monkeypatch.setattr(f"unspoken.stages.{place}.SHORT", 0)
    turn = "“It is cold, Corin,” said Hester.\n\n“Good,” I said. I sat by the stove.\n\n"
    text = f"I hung my coat by the stove. Hester sat with Amos.\n\n{turn * 4}{TAIL}"
    turns = document_with(text, TURNS)[TURNS]
    assert [q.addressees for q in turns[::2]] == [("narrator",)] * 4


@pytest.mark.parametrize(
    ("tag", "who"),
    [
        ("was Hester’s short reply", "Hester"),
        ("was her answer", "Hester"),
        ("was the answer of Amos, who sat still", "Amos"),
        ("were the whispered instructions of Amos", "Amos"),
        ("was all Amos said", "Amos"),
        ("came Hester’s clear voice", "Hester"),
    ],
)
def test_whose_answer_something_was_says_it(tag: str, who: str) -> None:
    told = f"{SCENE}Ralph came in and Ralph sat down. Ralph laughed.\n\n“Not before the spring,” {tag}.{TAIL}"
    assert speakers(told) == [who]


def test_what_is_only_the_reply_is_nobodys_by_that() -> None:
    told = f"{SCENE}“When is it?” said Hester.\n\n“In spring,” was the answer.{TAIL}"
    assert speakers(told) == ["Hester", "Amos"]


@pytest.mark.parametrize("command", ["Sit down.", "Now come and sit here.", "Please, sit."])
def test_a_command_that_somebody_does_at_once_is_said_to_that_one(command: str) -> None:
    told = f"{SCENE}“{command}” Amos sat down on the bench.{TAIL}"
    assert [(speaker, to) for speaker, _, to in who_says(told)] == [("Hester", ["Amos"])]


@pytest.mark.parametrize("said", ["We sit here.", "It is late."])
def test_what_is_no_command_is_not_obeyed(said: str) -> None:
    assert speakers(f"{SCENE}“{said}” Amos sat down on the bench.{TAIL}") == ["Amos"]


@pytest.mark.parametrize(
    "told",
    [
        "Hester rose from the chair and Hester put her sewing down. Then Amos spoke.\n\n“It is late.”",
        "Hester rose from the chair. Hester heard Amos’s voice.\n\n“It is late.”",
        "Hester rose from the chair. Then Amos spoke up. “It is late.” Hester put her sewing down.",
    ],
)
def test_a_sentence_that_only_tells_who_speaks_tells_it(told: str) -> None:
    assert speakers(f"{SCENE}{told}{TAIL}") == ["Amos"]


def test_who_speaks_of_something_in_a_long_sentence_is_not_announced() -> None:
    told = "Amos spoke for a while of the old days and the boats and how his father went, and Hester rose."
    assert speakers(f"{SCENE}{told}\n\n“It is late.”{TAIL}") == ["Hester"]


def test_whom_he_said_means_is_told_by_who_acts_in_the_paragraph_too() -> None:
    text = (
        "It was Ines who rang the bell. She stood on the slip in her father's oilskin and pulled the rope.\n\n"
        "“He's coming,” said Tomas, behind her. “You might have let me do it. I'm the one he quarrelled with.”\n\n"
        "“That is why I did it,” said Ines.\n\n"
        "Bartolo brought the boat in himself. He looked at his niece, and then at the boy, and he laughed until he had "
        "to sit down. “I sold it to you through the lawyer,” he said. “Who did you think it was?”\n\n"
        "Tomas sat down too. He was ashamed, and then he was so relieved that he could not speak.\n\n"
        "“He thought you hated him,” said Ines.\n\n"
        "“I? I never hated anybody but the dentist.” The old man wiped his eyes."
    )
    assert speakers(text)[2] == "Bartolo"
