"""Writing inside a story is found by its form and by what announces it; speech, headings and plays are not."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.stages.made import document_with
from unspoken.document import Document
from unspoken.layers.documents import Letter
from unspoken.layers.keys import BREAKS, CHAPTERS, EMPHASIS, LETTERS, PARAGRAPHS, QUOTATIONS
from unspoken.layers.source import Source
from unspoken.layers.spans import Break, Span
from unspoken.stages.letters import STAGE
from unspoken.stages.quotations import find_quotations


def page(text: str) -> Document:
    """A text with blank lines between paragraphs, ``***`` for a break and _marks_ for italics."""
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S(?:.*\S)?(?:\n(?!\s*\n).*\S)*", text))
    italics = tuple(Span(m.start(), m.end()) for m in re.finditer(r"_[^_]+_", text))
    breaks = tuple(Break(b.start, "ornament") for a, b in itertools.pairwise(paragraphs) if text[a.start] == "*")
    document = Document(text, Source("t", "text", "0" * 64)).attach(PARAGRAPHS, paragraphs).attach(EMPHASIS, italics)
    document = document.attach(BREAKS, breaks).attach(CHAPTERS, ())
    return document.attach(QUOTATIONS, find_quotations(document))


def found(text: str) -> tuple[Letter, ...]:
    letters: tuple[Letter, ...] = STAGE.run(page(text))
    return letters


def one(text: str) -> Letter:
    letters = found(text)
    assert len(letters) == 1, [text[x.start : x.end] for x in letters]
    return letters[0]


def words(text: str, span: Span | Letter | None) -> str | None:
    return None if span is None else text[span.start : span.end]


LETTER = (
    "Mina sat down on the stairs.\n\nDear Mina,\n\nI have been a coward. I could not watch you pack.\n\n"
    "Your loving brother,\n\nTobias\n\n“He says he is sorry,” said Mina."
)


def test_a_letter_runs_from_its_greeting_to_the_name_at_its_foot() -> None:
    letter = one(LETTER)
    assert letter.kind == "letter"
    assert (words(LETTER, letter.salutation), words(LETTER, letter.signature)) == ("Mina", "Tobias")
    body = words(LETTER, letter)
    assert body is not None
    assert body.startswith("Dear Mina,")
    assert body.endswith("Tobias")


def test_a_letter_in_marks_that_never_close_has_the_words_without_the_marks() -> None:
    text = (
        "He read:\n\n« 2nd June. Kit, I was wrong about you.\n\nI know that now.\n\nYours, A. Reed\n\nThen he sat down."
    )
    letter = one(text)
    assert text[letter.start :].startswith("2nd June.")
    assert (words(text, letter.salutation), words(text, letter.signature)) == ("Kit", "A. Reed")
    assert text[: letter.end].endswith("A. Reed")


def test_a_letter_with_marks_before_every_paragraph_is_one() -> None:
    text = "“DEAR MR. HALE,”\n\n“Your mother died on Tuesday.”\n\n“Yours truly,”\n\n“A. PRITCHARD.”\n\nHe went out."
    letter = one(text)
    assert words(text, letter.signature) == "A. PRITCHARD"
    assert words(text, letter.salutation) == "MR. HALE"


def test_a_letter_without_closing_ends_where_nobody_is_addressed() -> None:
    text = (
        "The letter began:\n\nDear Joe, you will not want this. I was wrong about your father.\n\n"
        "I was wrong about you too.\n\nJoe folded it up small and went to look for the dog."
    )
    letter = one(text)
    assert text[: letter.end].endswith("about you too.")


def test_a_letter_in_lines_is_closed_within_its_paragraph() -> None:
    text = "Behind the clock:\n\nDear Ada,\nI am sorry about the ladder. I’ll mend it.\nYours,\nBram\n\nHe never did."
    assert words(text, one(text).signature) == "Bram"


def test_a_note_in_capitals_is_read_where_paper_was_spoken_of() -> None:
    text = "On the step was a dish with a scrap of paper tied to it.\n\nEAT THIS. THEN SLEEP. J.R.\n\nSam ate it."
    note = one(text)
    assert (note.kind, words(text, note.signature)) == ("note", "J.R.")
    assert words(text, note.frame) == "On the step was a dish with a scrap of paper tied to it."


@pytest.mark.parametrize(
    ("text", "kind", "body"),
    [
        ("The note said, “Don’t wait up.” She did.", "note", "Don’t wait up."),
        ("There was a note on the fridge. “Soup in the pan. Mum.” Jess ate it.", "note", "Soup in the pan. Mum."),
        ("At noon a text came from Ravi: ‘Can’t do this. Sorry.’ She sat.", "message", "Can’t do this. Sorry."),
        ("“Running late,” she texted. He started without her.", "message", "Running late,"),
        ("She waited, and then she typed:\n\nI never stopped.\n\nShe slept.", "message", "I never stopped."),
        ("The boy held out a telegram.\n\nARRIVING THURSDAY STOP HARRY\n\nShe paid.", "message",
         "ARRIVING THURSDAY STOP HARRY"),
        ("My phone lit up.\n\n_Are you still awake?_\n\nI was not.", "message", "Are you still awake?"),
        ("Under the magnet:\n\nback at 6, dont let Grandad near the toaster, M xx\n\nI hid it.", "message",
         "back at 6, dont let Grandad near the toaster, M xx"),
    ],
)  # fmt: skip
def test_what_narration_announces_is_found(text: str, kind: str, body: str) -> None:
    letter = one(text)
    assert (letter.kind, words(text, letter)) == (kind, body)


def test_a_chat_has_one_message_a_line_each_with_its_sender_outside() -> None:
    text = (
        "The phone buzzed.\n\nNell: are you there\n\nSam: Yes. What’s wrong?\n\nNell: nothing. everything\n\nShe slept."
    )
    chat = found(text)
    assert [words(text, m.sender) for m in chat] == ["Nell", "Sam", "Nell"]
    assert [words(text, m) for m in chat] == ["are you there", "Yes. What’s wrong?", "nothing. everything"]


def test_lines_of_one_paragraph_are_messages_too() -> None:
    text = "The phone buzzed.\n\nNell: you there?\nSam: Yes.\n\nShe put it away."
    assert [words(text, m) for m in found(text)] == ["you there?", "Yes."]


def test_a_handle_makes_a_post() -> None:
    text = "By noon it was everywhere.\n\n@harbourlass: whoever sang last night, marry me\n\nHe had not sung."
    post = one(text)
    assert (post.kind, words(text, post.sender)) == ("post", "@harbourlass")


def test_an_email_is_told_by_its_header() -> None:
    text = (
        "She opened the laptop.\n\nFrom: Priya Nair\nTo: Tom Whitlock\nSubject: The house\n\n"
        "I have spoken to the agent, and you were right.\n\nPriya\n\nHe shut it again."
    )
    mail = one(text)
    assert words(text, mail.sender) == "Priya Nair"
    assert words(text, mail.salutation) == "Tom Whitlock"
    assert text[mail.start : mail.end] == "I have spoken to the agent, and you were right.\n\nPriya"


def test_a_diary_has_one_entry_a_date() -> None:
    text = "Ellen opened the diary.\n\n3rd March. He came and I hid.\n\n4th March. He did not come.\n\nShe shut it."
    assert [(x.kind, words(text, x)) for x in found(text)] == [
        ("diary", "3rd March. He came and I hid."),
        ("diary", "4th March. He did not come."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“Dear Tom!” she cried. “You came.”\n\n“My dear girl, of course I came.”\n\n“Dear me,” said Tom.",
        "She wrote every week. He never answered.\n\nThe rain went on. You could see the sea from there.",
        "CHAPTER ONE\n\nTHE LETTER\n\nRain fell on the town.\n\n“Yes,” said Ann.",
        "He gave her his card and said, “Call me on Monday.” The sign said nothing useful.",
        "There were three rules.\n\nNote: the third was new.\n\nResult: chaos.",
        "He did not write.\n\nthe sea was grey",
        "\n\n".join(f"{who}: I shall not go to Rome, my lord." for who in ["CASSIO", "BIANCA"] * 10),
        "“I shall go,” she answered.\n\n“Then go,” he replied. “Anne, I am tired of it.”",
        "“Sit down!” He wrote a figure on the slate.",
    ],
)
def test_speech_headings_and_plays_are_no_letters(text: str) -> None:
    assert found(text) == ()


PIECES = [
    "Dear Ada,",
    "I love you.",
    "Yours,",
    "Bram",
    "***",
    "Nell: hi",
    "From: A",
    "To: B",
    "“No.”",
    "3 May.",
    "She typed:",
    "",
    "P.S. No",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_letters_lie_in_order_within_the_text_and_do_not_overlap(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    letters = found(text)
    assert all(0 <= x.start < x.end <= len(text) and 0 < x.confidence <= 1 for x in letters)
    assert all(a.end <= b.start for a, b in itertools.pairwise(letters))
    assert [x.id for x in letters] == [f"d{n}" for n in range(len(letters))]


def test_italics_after_a_sentence_that_tells_of_writing_are_what_is_written() -> None:
    text = "On the bridge Ravi typed with both thumbs. _I lied at the airport. I was afraid._ He pressed send."
    assert words(text, one(text)) == "I lied at the airport. I was afraid."


def test_italics_in_a_letter_s_own_voice_that_narration_splits_are_one() -> None:
    text = "_Grandpa woke up,_ her brother wrote. _Come now._ Ximena was in the cold room."
    assert words(text, one(text)) == "Grandpa woke up,_ her brother wrote. _Come now."


def test_italics_that_nobody_writes_are_thoughts() -> None:
    assert found("Ravi looked at the river. _I lied at the airport. I was afraid._ He went home.") == ()


def test_a_title_in_italics_is_no_part_of_what_is_written_after_it() -> None:
    text = "_The Evening Mail_ was on the table. Ravi typed with both thumbs. _I lied at the airport._"
    assert words(text, one(text)) == "I lied at the airport."


def test_what_it_said_is_what_was_found_in_the_paragraph_before() -> None:
    said = "“Dear Ann,” it said, “I sold the boat. Forgive me. Bram.”"
    text = f"Ann found a letter in the drawer.\n\n{said}\n\nShe sat down on the step."
    signature = one(text).signature
    assert signature is not None
    assert text[signature.start : signature.end] == "Bram"
    assert found(f"Ann found a kettle in the drawer.\n\n{said}") == ()


def test_a_page_that_opens_with_a_weekday_and_closes_in_its_last_line_is_a_letter() -> None:
    text = (
        "It was an inspector’s notebook, with a corner turned down.\n\n"
        "Sunday. Dear Ruthie, Went, as ordered. Whistled all the way to the car. I will try again tomorrow. "
        "Your loving Len.\n\nHester read it aloud, and Josie sat down on the stairs."
    )
    letter = one(text)
    assert text[letter.start : letter.end].startswith("Sunday. Dear Ruthie")
    assert letter.salutation is not None
    assert text[letter.salutation.start : letter.salutation.end] == "Ruthie"
    assert letter.signature is not None
    assert text[letter.signature.start : letter.signature.end] == "Len"


def test_a_greeting_and_a_name_in_one_paragraph_are_a_letter() -> None:
    page_ = "Dear Otty, I told him to keep you. I start at the bakery on Tuesday. I was happy with you. Brigida"
    assert one(f"It was a page from a book.\n\n{page_}\n\nShe sat down on the sacks.").signature is not None
    assert not found("Dear Otty, who never sang, sat down on the sacks.\n\nNobody spoke to her.")


def in_file(text: str) -> list[str]:
    """The writing in a text as it comes from a file, with its marks of italics."""
    return [text[x.start : x.end] for x in document_with(text, LETTERS)[LETTERS]]


@pytest.mark.parametrize("mark", ["*", "_"])
@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ravi was typing with both thumbs. {I lied at the airport.} He pressed send.", "I lied at the airport."),
        ("Ravi wrote to his brother. {I lied at the airport.} He pressed send.", "I lied at the airport."),
        ("Ravi looked at the river. {I lied at the airport.} He went home.", None),
        ("There was a card on the mat. {Come on Friday,} it said. Ravi put it away.", "Come on Friday,"),
        ("There was a kettle on the mat. {Come on Friday,} it said. Ravi put it away.", None),
        ("{I lied at the airport,} Ravi typed. He sat by the river.", "I lied at the airport,"),
        ("{I lied at the airport,} Ravi sang. He sat by the river.", None),
    ],
)
def test_words_in_italics_are_written_where_the_narration_tells_so(text: str, written: str | None, mark: str) -> None:
    assert in_file(text.replace("{", mark).replace("}", mark)) == ([] if written is None else [written])


@pytest.mark.parametrize(
    ("told", "announced"),
    [
        ("Ravi sat there with his thumb over the screen.", True),
        ("Ravi put both thumbs to the screen of his phone.", True),
        ("Ravi sat there with his thumb in his mouth.", False),
        ("Ravi sat there in front of the screen.", False),
        ("Ravi would not put his thumb to the screen.", False),
    ],
)
def test_a_thumb_over_a_screen_announces_what_is_written(told: str, announced: bool) -> None:
    text = f"{told}\n\nI lied at the airport.\n\nHe went home."
    assert in_file(text) == (["I lied at the airport."] if announced else [])


def test_entries_that_leave_out_who_writes_are_a_diarys() -> None:
    text = (
        "There was a diary in the sewing bench, green, with a lock on it. Mina opened it with a pin. She wanted to see "
        "it in ink.\n\nJan. 14. Waited tables until two. The tall one was in the end booth, and he is not going to pay "
        "her.\n\nMina read it through again."
    )
    assert one(text).kind == "diary"


def test_a_log_counts_its_days() -> None:
    text = (
        "Mina was shutting the book when she saw a page in a hand that she knew.\n\nFourth winter, day 31. Snow. "
        "Turned the east row. I lay down on the edge of the stone to get warm.\n\nShe shut it."
    )
    assert one(text).kind == "diary"


def test_a_day_in_the_narration_is_no_log() -> None:
    assert found("Mina wrote in her diary.\n\nOn day 31 the wind dropped, and she went down to the boats.") == ()


RUN_ON = (
    "{told}\n\nShe shook it out.\n\nYou asked me once why I never came to the boats again. I saw you on the quay that "
    "night with your brother, and I had not the heart. I ask you for nothing. Keep the oars{foot}\n\nThe fire was out."
)


@pytest.mark.parametrize(
    ("told", "foot", "signed"),
    [
        ("Under the door there was a paper.", ". Tobias", "Tobias"),
        (
            "In the drawer there was a pencil, and under the pencil lay a leaf out of a copybook.",
            ". T. Marsh",
            "T. Marsh",
        ),
        ("Under the door there was a knife.", ". Tobias", None),
        ("Under the door there was a paper.", ".", None),
    ],
)
def test_what_speaks_to_somebody_and_is_signed_is_writing_where_paper_is_spoken_of(
    told: str, foot: str, signed: str | None
) -> None:
    text = RUN_ON.format(told=told, foot=foot)
    assert [words(text, letter.signature) for letter in found(text)] == ([] if signed is None else [signed])


def test_paper_before_a_new_scene_announces_nothing() -> None:
    text = RUN_ON.format(told="Under the door there was a paper.\n\n***", foot=". Tobias")
    assert found(text) == ()


AROUND = (
    "“You came,” said Anna Reed. She put down the kettle.\n\n“Yes,” said Tom. He sat down at the table.\n\n{}\n\n"
    "Anna sat for a while, and then she put the kettle on again. The rain had stopped at four o’clock, and nobody had "
    "gone out.\n\nThe harbour lay in the last of the light, and the boats came in over the bar one by one as ever."
)


def written(told: str) -> list[str]:
    """The writing in a paragraph or more amid a story told in the third person."""
    text = AROUND.format(told)
    return [text[x.start : x.end] for x in found(text)]


@pytest.mark.parametrize(
    ("told", "bodies"),
    [
        ("The note said: gone to town, back by six. Tom.", ["gone to town, back by six. Tom."]),
        ("There was a text from Ruth on his phone: Are you coming? He sighed.", ["Are you coming?"]),
        ("She typed: I have sold the boat. Then she deleted it.", ["I have sold the boat."]),
        ("Inside the watch it said: R. to T., always.", ["R. to T., always."]),
        ("The paper had it on the front page: LOCAL MAN SELLS BOAT.", ["LOCAL MAN SELLS BOAT."]),
        ("On the back, in green ink: Wish you were here.", ["Wish you were here."]),
        ("He wrote back at once: Yes. He waited.", ["Yes."]),
        ("On the fridge, under a magnet: Gone to Mum’s. R x", ["Gone to Mum’s. R x"]),
        ("He read the card aloud: With deepest sympathy, from all of us.", ["With deepest sympathy, from all of us."]),
        ("On the table: a lamp, a book, and a cold cup of tea.", []),
        ("He wrote three letters: one to Ruth, one to the bank, and one that he burned.", []),
        ("He read the letter: it was short and cold.", []),
        ("The newspaper was wrong: it had rained, and nobody had drowned.", []),
        ("He did not write: I am sorry. He wrote nothing at all.", []),
        ("He said: I am going home. She said: Then go.", []),
        ("He had a hand that was hard to read: it was black and cramped.", []),
    ],
)
def test_what_a_colon_announces_is_written_without_marks(told: str, bodies: list[str]) -> None:
    assert written(told) == bodies


@pytest.mark.parametrize(
    ("told", "bodies"),
    [
        ("His phone buzzed. Where are you? it said. He typed, On my way, and put it by.",
         ["Where are you?", "On my way"]),
        ("Tom wrote, I have sold it. Then he wrote, I am sorry, and crossed it out.",
         ["I have sold it.", "I am sorry"]),
        ("Anna unfolded the paper. I’m sorry, it said. I love you. It was not signed.",
         ["I’m sorry, it said. I love you."]),
        ("She wrote on the back of the ticket, Wait for me, and slid it under the glass.", ["Wait for me"]),
        ("The telegram said FATHER DEAD COME HOME and nothing else.", ["FATHER DEAD COME HOME"]),
        ("You look tired, it said. The mirror never lied to her.", []),
        ("When he wrote, I was never told of it, nor was Anna.", []),
        ("He wrote, I think, about once in a year.", []),
        ("In the evenings, when you were all asleep, she wrote.", []),
    ],
)  # fmt: skip
def test_a_cue_of_writing_without_marks(told: str, bodies: list[str]) -> None:
    assert written(told) == bodies


@pytest.mark.parametrize(
    ("told", "bodies"),
    [
        ("It was one line, in pencil, under the date. Gone to Ruth’s. Don’t wait up. He turned it over.",
         ["Gone to Ruth’s. Don’t wait up."]),
        ("There was a post-it on the kettle. Back at six. Don’t touch the cake. T.",
         ["Back at six. Don’t touch the cake. T."]),
        ("It was her handwriting. I have gone. Do not look for me.", ["I have gone. Do not look for me."]),
        ("The text was from Ruth. I know what you did.", ["I know what you did."]),
        ("The letter lay on the table. What do you do with a letter like that? You burn it.", []),
        ("He put down the letter. You never knew with Ruth.", []),
        ("She looked at her phone. Where was he? Don’t be a fool, she thought.", []),
        ("She had it in her hand. Sorry for herself, she went up to bed.", []),
        ("She picked up the pencil in her left hand. Come what might, she would draw it.", []),
        ("He thought of what she had written. She was right. She was always right.", []),
    ],
)  # fmt: skip
def test_what_a_sentence_about_writing_announces(told: str, bodies: list[str]) -> None:
    assert written(told) == bodies


@pytest.mark.parametrize(
    ("told", "bodies"),
    [
        ("“Listen,” said Tom. “‘Dear Tom, I have sold the boat. Your sister, Ruth.’ That is all.”",
         ["Dear Tom, I have sold the boat. Your sister, Ruth."]),
        ("“It is from Ruth,” said Tom. “She writes: ‘Come at once and bring nobody.’ That is all.”",
         ["Come at once and bring nobody."]),
        ("“Dear Anna,” he read. “You will be surprised to hear from me after so long. I have sold the boat.”",
         ["Dear Anna,” he read. “You will be surprised to hear from me after so long. I have sold the boat."]),
        ("On the back of the photograph somebody had written, “To Tom, who never asked. Ruth.”",
         ["To Tom, who never asked. Ruth."]),
        ("The card said “With love from Ruth” and nothing else.", ["With love from Ruth"]),
        ("“Dear Tom!” she said. “How good of you to come.”", []),
        ("“She said, ‘Dear Tom, you are late,’ and she laughed at me.”", []),
        ("The placard on which was painted, “Soup to-morrow and no credit,” had come down.", []),
    ],
)  # fmt: skip
def test_a_letter_read_aloud_or_quoted_in_the_narration(told: str, bodies: list[str]) -> None:
    assert written(told) == bodies


TO_TOM = (
    "You will have heard by now that I have sold the boat. I did not do it to spite you. I did it because I could not "
    "look at it. If you want what is left, it is in the tin."
)


@pytest.mark.parametrize(
    ("told", "is_letter"),
    [
        (f"The letter was in the drawer.\n\n{TO_TOM}\n\nHe read it standing up.", True),
        (f"In the tin was a letter. Nobody had opened it.\n\n{TO_TOM}\n\nHe sat down on the floor.", True),
        (f"The kettle was on the hob.\n\n{TO_TOM}\n\nHe sat down on the floor.", False),
        (f"The letter was in the drawer.\n\n***\n\n{TO_TOM}\n\nHe sat down on the floor.", False),
    ],
)
def test_a_page_that_speaks_as_i_to_you_is_a_letter_where_the_narration_tells_of_one(
    told: str, is_letter: bool
) -> None:
    assert written(told) == ([TO_TOM] if is_letter else [])


REFUSED = "We regret to inform you that your application has been refused."


@pytest.mark.parametrize(
    ("told", "body", "then", "is_letter"),
    [
        ("The letter was from the bank.", REFUSED, "Tom said nothing.", True),
        ("The invitation was on thick cream card.", "Mr and Mrs Reed request the pleasure of your company.", "", True),
        ("The man was from the bank.", REFUSED, "Tom put it on the fire.", True),
        ("The man was from the bank.", REFUSED, "Tom said nothing.", False),
    ],
)
def test_phrases_of_offices_and_invitations(told: str, body: str, then: str, is_letter: bool) -> None:
    assert written(f"{told}\n\n{body}\n\n{then}") == ([body] if is_letter else [])


def test_a_heading_in_capitals_is_not_what_she_wrote_before_it() -> None:
    assert written("She wrote THE END in large capitals and went to bed.\n\nBREATH OF THE CAVE") == []


def test_who_signs_with_an_office() -> None:
    text = AROUND.format(
        "He opened the envelope.\n\n28 August. Dear Tom, I can’t keep you on. Hand in your keys. Ruth Hale, Manager"
    )
    assert words(text, one(text).signature) == "Ruth Hale"


@pytest.mark.parametrize(
    ("told", "bodies"),
    [
        ("Her phone buzzed.\n\nShe answered with the hand that wasn’t in the sink.\n\nall good. bring chips",
         ["all good. bring chips"]),
        ("Her kettle boiled.\n\nShe answered with the hand that wasn’t in the sink.\n\nall good. bring chips", []),
        ("Her phone buzzed.\n\nShe answered it in the hall, and went down.\n\nThe boat was in, and it was cold.", []),
    ],
)  # fmt: skip
def test_what_one_answers_on_a_phone(told: str, bodies: list[str]) -> None:
    assert written(told) == bodies


def test_narration_with_a_letter_in_it_announces_no_narration() -> None:
    told = "In the margin, in pencil, she had put a cross.\n\nTom had not been to sea for a year, and it showed."
    assert written(told) == []


def test_a_name_alone_on_its_line_greets_who_is_spoken_to_under_it() -> None:
    letter = "Tom,\n\nI have sold the boat. I could not tell you.\n\nR."
    text = AROUND.format(f"He opened the envelope.\n\n{letter}\n\nHe read it again.")
    assert words(text, one(text)) == letter
    assert (words(text, one(text).salutation), words(text, one(text).signature)) == ("Tom", "R.")
    assert written("Tom,\n\nwho had never liked the sea, stayed at home.") == []


def test_a_letter_that_breaks_off_is_told_by_what_is_said_of_it_after() -> None:
    told = "Dear Tom, It is with great regret that I\n\nThat was all there was. It was Ruth’s writing."
    assert written(told) == ["Dear Tom, It is with great regret that I"]


def test_entries_run_on_within_a_paragraph() -> None:
    told = "She had kept a diary. March 4th. He came again. I said nothing. March 6th. He did not come. Tom shut it."
    assert written(told) == ["March 4th. He came again. I said nothing.", "March 6th. He did not come."]
    assert written("She had kept a dog. March 4th. He came again. I said nothing. March 6th. He did not come.") == []


def test_an_entry_opens_with_a_weekday_where_a_diary_is_open() -> None:
    entry = "Tuesday. He came again and sat by the stove and said nothing. I think that he is sorry."
    assert written(f"He opened the diary at the ribbon.\n\n{entry}\n\nTom shut it.") == [entry]
    assert written(f"He opened the window at the back.\n\n{entry}\n\nTom shut it.") == []


def test_an_email_ends_before_the_narration_that_follows_it() -> None:
    mail = "From: Ruth Reed\nTo: Tom Reed\nSubject: the boat\n\nI have sold it. I am sorry.\n\n{}"
    assert written(mail.format("Tom closed the laptop.")) == ["I have sold it. I am sorry."]
    assert written(mail.format("Come soon.\n\nRuth")) == ["I have sold it. I am sorry.\n\nCome soon.\n\nRuth"]


def test_senders_in_boxes_with_the_time_and_lines_typed_one_below_the_other() -> None:
    assert written("[Ruth, 18:04] Where are you?\n\n[Tom, 18:06] On the boat.") == ["Where are you?", "On the boat."]
    assert written("It was called Boat People.\n\nRuth: who has the key\nTom: not me") == ["who has the key", "not me"]


RECKONING = "Widow Orr, 1 goose. Paid. Ferryman, 2 geese. Owing. Self: 0."


@pytest.mark.parametrize(
    ("before", "body", "then"),
    [
        ("She unfolded the slip.", RECKONING, ""),
        ("Tom had to move the barrow to see what it was. It had been pinned to the gate.", RECKONING, ""),
        ("He felt under the hay.", RECKONING, "He read it to the end, and then he turned it over."),
        ("He felt under the hay.", RECKONING, "It was not signed. There was a blot on the last page."),
        ("She typed it with one hand.", "Harbour, Skell. Request leave from Friday. Reason: a goose.", ""),
        ("At noon it came up on the board.", "Passenger Orr released. Ferry follows.", "Tom read it twice."),
        ("There was a card on the wire. The ink had run.", "With love, from a neighbour.", ""),
        (
            "She read it out to them in the yard.",
            "Dear Tom. I am riting this my self. You was rite about the geese.",
            "",
        ),
        ("The envelope had been slit.", "Tom, old goose. I never told you. I was too proud. W.", ""),
    ],
)
def test_small_things_together_tell_of_writing(before: str, body: str, then: str) -> None:
    assert written(f"{before}\n\n{body}\n\n{then}") == [body]


@pytest.mark.parametrize(
    ("before", "body", "then"),
    [
        ("He felt under the hay.", RECKONING, "The rain had stopped."),
        ("She never opened the letter.", "No goose. No ferry. Nothing.", "She went down to the yard."),
        ("She shut the ledger.", "Reader, do not laugh at him. You have a goose of your own.", "He was asleep."),
        ("She put the letter away.", "The geese came up from the ford, and Tom counted them twice.", "It grew dark."),
        ("He laid the card on the sill.", "He was to come by the yard. He was to say nothing.", "He set out."),
    ],
)
def test_neither_narration_nor_thoughts_are_writing_because_paper_is_near(before: str, body: str, then: str) -> None:
    assert written(f"{before}\n\n{body}\n\n{then}") == []


def test_a_message_after_another_is_one_of_its_own() -> None:
    text = AROUND.format(
        "The bubble came up on the screen.\n\nhe asked her\n\nNO\n\nin the boat. she cried\n\nTom sat down."
    )
    assert [(x.kind, text[x.start : x.end]) for x in found(text)] == [
        ("message", "he asked her"), ("message", "NO"), ("message", "in the boat. she cried"),
    ]  # fmt: skip


QUOTED_LETTERS = [
    "“My dear Mr Ames, you must have guessed why I have not called these three weeks. I am not proud of it. If you "
    "can bear the sight of me, leave the gate open on Sunday. H. Vane.”",
    "“Harriet, come back by the noon boat. I have told them all that the fault was mine, and you shall have the blue "
    "room. Your affectionate brother, R. V.”",
    "“Nessa. They say you will not open this. I have kept your place at the bench and nobody sits in it. Come and see "
    "the kiln fired. Odo”",
]


@pytest.mark.parametrize("body", QUOTED_LETTERS)
def test_a_quoted_paragraph_that_calls_somebody_and_is_signed_is_a_letter(body: str) -> None:
    text = f"“Where have you been, Nessa?” asked the clerk.\n\nHe set down the tray.\n\n{body}\n\nNobody spoke.\n"
    letters = STAGE.run(page(text))
    assert [text[x.start : x.end] for x in letters] == [body.strip("“”")]
    assert letters[0].signature is not None
    assert letters[0].salutation is not None


SPEECHES = [
    "“My dear Mr Ames, you must have guessed why I have not called these weeks. I am not proud of it. Is it Odo?”",
    "“Nessa. They say you will not open this. I have kept your place at the bench and nobody sits in it, Odo.”",
    "“Harriet, come back by the noon boat, and you shall have the blue room. Bring the dog and the umbrella.”",
]


@pytest.mark.parametrize("speech", SPEECHES)
def test_a_speech_that_calls_somebody_and_signs_nothing_is_none(speech: str) -> None:
    assert (
        STAGE.run(page(f"“Where have you been, Nessa?”\n\nHe set down the tray.\n\n{speech}\n\nNobody spoke.\n")) == ()
    )


ANSWERS = ["The answer took a long minute.", "His reply comes before she has sat down.", "Back came the answer."]


@pytest.mark.parametrize("comes", ANSWERS)
def test_an_answer_that_is_told_of_after_a_message_is_a_message(comes: str) -> None:
    asked, answer = "where ARE you we said six", "He kept me late again. Are you cross"
    text = f"Nell got out her phone.\n\n{asked}\n\n{comes}\n\n{answer}\n\nShe put the phone away.\n"
    assert [text[x.start : x.end] for x in STAGE.run(page(text))] == [asked, answer]


def test_what_is_told_after_a_message_is_no_answer_to_it() -> None:
    text = "Nell got out her phone.\n\nwhere ARE you we said six\n\nThe kettle took a minute.\n\nHe came in late.\n"
    assert [text[x.start : x.end] for x in STAGE.run(page(text))] == ["where ARE you we said six"]


def test_a_speech_that_is_nothing_but_words_in_marks_is_read_aloud_where_somebody_began_to_read() -> None:
    entry = "‘Rain again. Two boats in. Saw the Hale girl by the steps and could not think what to say.’"
    book = "Ada put the daybook on the table. “Read me that,” she said. Ralph read it aloud."
    first = one(f"{book}\n\n“{entry}”\n\nNobody spoke.")
    assert first.kind == "diary"
    assert words(f"{book}\n\n“{entry}”\n\nNobody spoke.", first) == entry.strip("‘’")
    assert not found(f"Ada put the kettle on the table. Ralph sat down.\n\n“{entry}”\n\nNobody spoke.")


def test_what_somebody_wrote_and_did_not_sign_is_written_to_those_it_names_at_its_head() -> None:
    told = "He wrote it that night on the back of a bill, and he did not sign it."
    body = (
        "To the Keepers of the Ferry. There is a man on this river who takes two fares and shows one. Count the "
        "tickets. Ask who sells them. One who wishes the Ferry well."
    )
    text = f"{told}\n\n{body}\n\nRalph put out the lamp."
    assert words(text, one(text)) == body
    plain = "The ropes of the ferry hung slack, and the man who pulled them went home along the bank in the rain."
    assert not found(f"He did not write it that night, and he did not sign it.\n\n{plain}\n\nRalph put out the lamp.")


IN_LETTERS = (
    "MISS ROPER TO MR. HALE Ash House, May 2.\n\nThe coach was late. I saw the hills at last. I slept until noon.\n\n"
    "MR. HALE TO MISS ROPER Stoke, May 4.\n\nThe hills are nothing. I was born there and I shall die there.\n\n"
    "The mill has burnt.\n\nI am your friend, JOHN HALE.\n\n"
    "MISS ROPER IN CONTINUATION May 5.\n\nThis morning I went down to the mill. I found nobody there."
)


def test_a_letter_headed_by_who_writes_it_to_whom_is_whole_and_those_of_the_teller_are_narration() -> None:
    letter = one(IN_LETTERS)
    assert (words(IN_LETTERS, letter.sender), words(IN_LETTERS, letter.salutation)) == ("MR. HALE", "MISS ROPER")
    body = words(IN_LETTERS, letter) or ""
    assert body.startswith("The hills are nothing.")
    assert body.endswith("JOHN HALE.")


def test_a_line_in_capitals_with_a_to_in_it_is_no_heading_where_there_are_few() -> None:
    assert not found("THE ROAD TO ROME\n\nThe coach was late. Anne saw the hills at last.\n\nShe slept until noon.")


@pytest.mark.parametrize("mark", ["Postscript--", "P.P.S.--", "P. S. "])
def test_what_is_added_under_the_name_belongs_to_the_letter(mark: str) -> None:
    text = LETTER.replace("Tobias\n\n", f"Tobias\n\n{mark}The key is under the step.\n\n")
    assert (words(text, one(text)) or "").endswith("under the step.")
