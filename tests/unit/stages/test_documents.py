"""Who wrote a letter or message, to whom, and who reads it in which scene."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.unit.stages.made import document_with, who_says
from unspoken.layers.characters import Character
from unspoken.layers.keys import CHARACTERS, DOCUMENTS
from unspoken.stages.documents.names import Directory


class Made(NamedTuple):
    """A document with names for ids."""

    words: str
    author: str | None
    addressee: str | None
    readers: list[str]


def documents(text: str) -> list[Made]:
    document = document_with(text, CHARACTERS, DOCUMENTS)
    name = {c.id: "I" if c.narrator else c.name for c in document[CHARACTERS]}
    return [
        Made(
            document.text[d.start : d.end], name.get(d.author or ""), name.get(d.addressee or ""),
            [name[r.character] for r in d.read_by],
        )
        for d in document[DOCUMENTS]
    ]  # fmt: skip


PEOPLE = (
    "“You came,” said Anna Reed. She put down the kettle. “Yes,” said Tom. He sat down at the table. "
    "“Does Ruth know?” said Anna.\n\n“No,” said Tom. “Ruth knows nothing.”\n\n***\n\n"
)


def test_a_letter_is_by_the_one_who_signs_to_the_one_greeted_and_read_by_the_one_who_reads() -> None:
    text = PEOPLE + (
        "Tom found the letter behind the clock and opened it.\n\nDear Tom,\n\nI have sold the boat. I am sorry.\n\n"
        "Yours,\n\nAnna\n\nTom read it twice. He put it in the fire and wept."
    )
    (letter,) = documents(text)
    assert (letter.author, letter.addressee, letter.readers) == ("Anna Reed", "Tom", ["Tom"])


def test_initials_are_enough_where_one_alone_bears_them() -> None:
    text = PEOPLE + (
        "Tom came home. On the table was a pie with a scrap of paper beside it.\n\nEAT THIS. THEN SLEEP. A.R.\n\n"
        "Tom thought of the boat. He felt sorry, and he ate it."
    )
    (note,) = documents(text)
    assert (note.author, note.addressee, note.readers) == ("Anna Reed", "Tom", ["Tom"])


def test_a_message_without_name_is_by_the_one_who_types() -> None:
    text = PEOPLE + "Ruth sat on the stairs. Then Ruth typed:\n\nI know about the boat.\n\nShe pressed send."
    (message,) = documents(text)
    assert message.author == "Ruth"


def test_whoever_answers_is_answering_the_last_question_and_has_read_it() -> None:
    text = PEOPLE + (
        "Ruth’s phone buzzed. She read it.\n\nAnna: have you got the boat??\n\nTom: not me love, try Ruth\n\n"
        "Ruth: I have it\n\nShe put the phone away and wondered what they wanted."
    )
    asked, passed, answered = documents(text)
    assert [d.author for d in (asked, passed, answered)] == ["Anna Reed", "Tom", "Ruth"]
    assert (passed.addressee, answered.addressee) == ("Anna Reed", "Anna Reed")
    assert {"Tom", "Ruth"} <= set(asked.readers)


def test_a_text_from_somebody_is_by_him() -> None:
    text = PEOPLE + "Ruth sat down. A text came from Tom: “Sold the boat. Sorry.” Ruth read it."
    (message,) = documents(text)
    assert (message.author, message.addressee, message.readers) == ("Tom", "Ruth", ["Ruth"])


def test_what_nobody_signs_or_announces_by_name_is_by_nobody_known() -> None:
    text = (
        PEOPLE
        + "A card had been pushed under the door.\n\nI KNOW WHAT YOU DID. GIVE IT BACK.\n\nAll of them looked at it."
    )
    (note,) = documents(text)
    assert note.author is None


def bearer(identity: str, name: str, *aliases: str) -> Character:
    return Character(identity, name, aliases, "person", None, False, (), 0, 0)


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("Anna", "a"), ("A. Reed", "a"), ("A.R.", "a"), ("Anna R", "a"), ("T", "t"), ("@tomcat", "t"), ("Mum", "r"),
        ("R", None), ("Q", "z"), ("Reed", None), ("Zoe", None), ("", None), ("?!", None),
    ],
)  # fmt: skip
def test_a_name_written_short_means_the_one_who_may_bear_it(written: str, who: str | None) -> None:
    reeds = bearer("a", "Anna Reed"), bearer("b", "Rafe Reed")
    other = bearer("z", "Quentin"), bearer("y", "Q. Vale")
    directory = Directory([*reeds, bearer("t", "Tom", "tomcat"), bearer("r", "Ruth", "Mum"), *other])
    assert directory.who(written) == who


PERSONS = (
    "“You came,” said Anna Reed. She put down the kettle. “Yes,” said Tom Vale. He sat down at the table. "
    "“Does Ruth know?” said Anna.\n\n“No,” said Tom. “Ruth knows nothing.”\n\n***\n\n"
)


def test_a_direction_tells_to_whom_and_initials_before_a_postscript_tell_by_whom() -> None:
    text = PERSONS + (
        "Tom laid a letter on the table in front of Anna and went out. It had a direction, hardly legible, "
        "to “Miss A. R.” She held it to the lamp. The letter read:\n\n"
        "“I can stay here no longer. I have loved you all these years, and you have never known it. Believe that it is "
        "true, and that it will always be true of your friend, who was too proud to say so while he could. T. V.\n\n"
        "“I go at six. One word from you will keep me.”\n\nAnna put out her hand for the wall."
    )
    (letter,) = documents(text)
    assert (letter.author, letter.addressee, letter.readers) == ("Tom Vale", "Anna Reed", ["Anna Reed"])


@pytest.mark.parametrize(
    ("told", "author"),
    [
        ("Ruth sat on the stairs with her thumb over the screen.", "Ruth"),
        ("Ruth sat on the stairs. She held her thumb over the screen of her phone.", "Ruth"),
        ("Ruth sat on the stairs, and Tom stood with his thumb over the screen.", "Tom"),
        ("Tom knew that Ruth waited with her thumb over the screen.", "Ruth"),
    ],
)
def test_a_message_is_by_the_one_whose_thumb_is_over_the_screen(told: str, author: str) -> None:
    (message,) = documents(f"{PEOPLE}{told}\n\nI know about the boat.\n\nThe light went out.")
    assert message.author == author


def test_in_a_thread_of_two_each_writes_to_the_other() -> None:
    text = PEOPLE + (
        "Ruth was on the tram with her phone in her hand. It buzzed and buzzed.\n\nTom: please pick up\n\nTom: its not "
        "that. swear on my life\n\nRuth: Dont message me again\n\nShe put the phone away, and then she took it out "
        "again.\n\nRuth: Is your sofa free?\n\nAnna: Always\n\nThe tram stopped, and Ruth got out in the rain."
    )
    assert [(d.author, d.addressee) for d in documents(text)] == [
        ("Tom", "Ruth"), ("Tom", "Ruth"), ("Ruth", "Tom"), ("Ruth", "Anna Reed"), ("Anna Reed", "Ruth"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "addressee"),
    [
        ("Ruth these are for you. I had to sell the other pair. Be well. Tom", "Ruth"),
        ("I have sold the boat. I never meant to hurt you, Ruth. I ask for nothing. Tom", "Ruth"),
        ("Tom presents his compliments to Ruth, and will call for the boat at nine. Tom", "Ruth"),
        ("I saw what you did for Ruth. I shall say nothing of it to anybody. Tom", "Anna Reed"),
    ],
)
def test_a_note_is_to_the_one_whom_its_words_call_else_to_who_is_there(words: str, addressee: str) -> None:
    (note,) = documents(f"{PEOPLE}Anna went up. There was a paper under the clock.\n\n{words}\n\nThe light went out.")
    assert (note.author, note.addressee) == ("Tom", addressee)


def test_who_never_learned_to_read_has_read_nothing() -> None:
    text = PEOPLE + "Ruth never learned to read.\n\nDear Anna,\n\nI have sold the boat.\n\nYours,\n\nTom\n\nIt rained."
    (letter,) = documents(text)
    assert "Ruth" not in letter.readers


@pytest.mark.parametrize(
    ("told", "writing", "readers"),
    [
        ("Anna found the letter on the mat. She sat down to read it.", "letter", ["Anna Reed"]),
        ("A note lay on the stairs. Tom unfolded it, and read what it said.", "note", ["Tom"]),
        ("Ruth kept a diary under the bed. Tom went through it, page by page.", "diary", ["Tom"]),
        ("Anna held the telegram for a while. Then she read every word of it.", "telegram", ["Anna Reed"]),
        ("The letter was read by Tom on the quay.", "The letter", ["Tom"]),
    ],
)
def test_writing_that_is_only_told_of_is_a_document_of_those_who_read_it(
    told: str, writing: str, readers: list[str]
) -> None:
    (document,) = documents(PEOPLE + told)
    assert (document.words, document.readers) == (writing, readers)


@pytest.mark.parametrize(
    "told",
    [
        "Anna found the letter on the mat. She burned it without reading it.",
        "Tom wanted to read the diary, but he did not dare to open it.",
        "The message came at noon. Anna deleted it. She would have read it once.",
        "The letter lay on the book. Tom took the book, and read it by the fire.",
        "Anna read the note of fear in his voice.",
    ],
)
def test_what_nobody_is_told_to_read_is_no_document(told: str) -> None:
    assert documents(PEOPLE + told) == []


def test_who_is_said_later_to_have_written_it_has() -> None:
    text = PEOPLE + (
        "Tom found it in the bin. It had been torn across.\n\nDear Tom, It is with great regret that I\n\n"
        "That was all there was. It was Ruth’s writing.\n\nTom sat down on the stairs, and Anna came and sat by him."
    )
    (letter,) = documents(text)
    assert (letter.author, letter.addressee) == ("Ruth", "Tom")


def test_a_diary_is_by_whose_room_it_lies_in_and_so_is_its_next_entry() -> None:
    text = PEOPLE + (
        "Tom went through Ruth’s bedroom. There was a diary in the bench.\n\n3rd March. He came and I hid.\n\n"
        "4th March. Told nobody. He did not come.\n\nTom read it again and put it back."
    )
    assert [d.author for d in documents(text)] == ["Ruth", "Ruth"]


def test_a_message_is_to_whose_phone_it_comes_on_whoever_sees_it() -> None:
    text = PEOPLE + (
        "Anna had the tablet, and at ten to five it told her something else.\n\nRuth: same place at nine? x\n\n"
        "It was Tom’s tablet really. Anna put it down on the table, and then she took her coat."
    )
    (message,) = documents(text)
    assert (message.author, message.addressee) == ("Ruth", "Tom")


def test_a_letter_read_aloud_is_written_by_one_and_spoken_by_another() -> None:
    text = (
        PEOPLE + "“Listen to this,” said Tom. “‘Dear Anna, I have sold the boat. Yours, Ruth.’ That is all she says.”"
    )
    (letter,) = documents(text)
    assert (letter.author, letter.addressee) == ("Ruth", "Anna Reed")
    assert any(speaker == "Tom" and "That is all" in words for speaker, words, _ in who_says(text))


def test_a_title_tells_bearers_of_one_surname_apart() -> None:
    directory = Directory([bearer("m", "Lady Reed"), bearer("d", "Miss Reed")])
    assert directory.who("Miss Reed") == "d"
    assert Directory([bearer("m", "Lady Reed")]).who("Miss Reed") is None
    assert Directory([bearer("x", "a man")]).who("Aunt") is None


@pytest.mark.parametrize("greeted", ["Tom. ", "Tom, old thing. ", "Dear Tom. "])
def test_a_letter_is_to_the_one_greeted_with_whatever_mark(greeted: str) -> None:
    text = PEOPLE + (
        f"Ruth sat down at the machine. She typed it with one finger.\n\n{greeted}It was never the boat. I could not "
        "say it to you. Ruth\n\nIt was late. She went to bed."
    )
    (letter,) = documents(text)
    assert (letter.author, letter.addressee) == ("Ruth", "Tom")


@pytest.mark.parametrize(
    "told",
    [
        "“It says TOM on it,” said Ruth. The letters were an inch high. Tom read it twice.",
        "Over the door was a name in gold letters. Tom read it.",
        "Ruth had taught him his letters. He read it all over again.",
        "There was a letter on the table. Tom got up and read from the book of Job.",
    ],
)
def test_letters_of_the_alphabet_and_books_are_no_writing_that_is_told_of(told: str) -> None:
    assert documents(PEOPLE + told) == []


def test_who_gets_out_a_phone_writes_to_who_is_away_and_the_answer_comes_from_there() -> None:
    text = PEOPLE + (
        "“Ruth told me you had sold it,” said Anna to Tom. Tom got out his phone.\n\n"
        "you KNEW and never said a word\n\nThe answer took a minute.\n\nHe was crying. What were you going to do\n\n"
        "Tom put the phone away."
    )
    asked, answer = documents(text)
    assert (asked.author, asked.addressee) == ("Tom", "Ruth")
    assert (answer.author, answer.addressee) == ("Ruth", "Tom")


def test_a_diary_that_is_read_aloud_is_by_whose_hand_it_is_in() -> None:
    text = PEOPLE + (
        "Anna came in with the daybook. It was in Ruth’s handwriting. Tom read it aloud.\n\n"
        "“‘Rain again. Two boats in. Saw the Hale girl by the steps and could not think what to say.’”\n\n"
        "“Go on,” said Anna. Tom found the last page.\n\n"
        "“‘Wind again. No boats in. Saw the Hale girl by the church and could not think where to look.’”\n\n"
        "“That is all,” said Tom. He put down the daybook."
    )
    assert [d.author for d in documents(text)] == ["Ruth", "Ruth"]
