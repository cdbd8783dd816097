"""Scenes tile the text; where they begin, and what their openings say of nights, weekdays and flashbacks."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoken.document import Document
from unspoken.layers.keys import BREAKS, CHAPTERS, EMPHASIS, LETTERS, PARAGRAPHS, QUOTATIONS
from unspoken.layers.scenes import SceneSpan
from unspoken.layers.source import Source
from unspoken.layers.spans import Break, Chapter, Span
from unspoken.stages.quotations import find_quotations
from unspoken.stages.scene_spans import STAGE


def page(text: str) -> Document:
    """Blank lines between paragraphs, ``***`` for a break, ``CHAPTER`` for a chapter."""
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S(?:.*\S)?(?:\n(?!\s*\n).*\S)*", text))
    breaks = tuple(Break(b.start, "ornament") for a, b in pairwise(paragraphs) if text[a.start] == "*")
    heads = [p.start for p in paragraphs if text.startswith("CHAPTER", p.start)]
    chapters = tuple(Chapter(f"c{n}", None, a, b) for n, (a, b) in enumerate(pairwise([*heads, len(text)])))
    document = Document(text, Source("t", "text", "0" * 64)).attach(PARAGRAPHS, paragraphs).attach(BREAKS, breaks)
    document = document.attach(CHAPTERS, chapters).attach(LETTERS, ()).attach(EMPHASIS, ())
    return document.attach(QUOTATIONS, find_quotations(document))


def scenes(text: str) -> tuple[SceneSpan, ...]:
    found: tuple[SceneSpan, ...] = STAGE.run(page(text))
    return found


def after(opening: str, before: str = "On Monday Ann painted the shed.") -> SceneSpan:
    """The scene that opens so, after a break."""
    first, second = scenes(f"{before}\n\n***\n\n{opening}")
    assert first.mode == "linear"
    return second


@pytest.mark.parametrize(
    ("opening", "nights", "weekday"),
    [
        ("The next morning the paint was dry.", 1, "Tuesday"),
        ("Four days later it rained.", 4, "Friday"),
        ("It was the week after, and the paint was dry.", 7, "Monday"),
        ("Forty-eight hours later the paint was dry.", 2, "Wednesday"),
        ("Overnight it had snowed.", 1, "Tuesday"),
        ("Half a year later the paint came off.", 183, None),
        ("Fifteen months later the paint came off.", 457, None),
        ("A week on Thursday they were to be married.", None, None),
        ("Ann came in at twenty past six with rain on her coat.", 0, "Monday"),
        ("On Thursday, three days after, it rained.", 3, "Thursday"),
        ("On Thursday it rained.", 3, "Thursday"),
        ("When the fair opened, the Thursday after next, it rained.", 10, "Thursday"),
        ("Nine days had slipped by.", 9, "Wednesday"),
        ("Two years and three months later the paint came off.", 822, None),
        ("By breakfast the paint was dry.", 1, "Tuesday"),
        ("The rest of the day it rained.", 0, "Monday"),
        ("The hall clock struck nine.", 0, "Monday"),
        ("Ann read out his note of 8 March.", None, None),
        ("It was Sunday before she looked at it again.", 6, "Sunday"),
        ("Thursday, and the shed smells of tar.", 3, "Thursday"),
        ("Eleven weeks later, on a Tuesday, she sold the shed.", 77, "Tuesday"),
        ("Two days passed before she looked at it again.", 2, "Wednesday"),
        ("It was a week before she looked at it again.", 7, "Monday"),
        ("For three days nobody went near it.", 3, "Thursday"),
        ("After two days of rain the paint came off.", 2, "Wednesday"),
        ("A fortnight later the paint came off.", 14, None),
        ("A year and a half later she sold the shed.", 548, None),
        ("The following Monday she painted it again.", 7, "Monday"),
        ("The evening after that, she painted it again.", 2, "Wednesday"),
        ("That evening she sat in it.", 0, "Monday"),
        ("An hour later it rained.", 0, "Monday"),
        ("At half past eleven she sat in it.", 0, "Monday"),
        ("It was nearly dark when she came back.", 0, "Monday"),
        ("By midnight it was raining.", 0, "Monday"),
        ("Afterwards, she sat in it.", 0, "Monday"),
        ("In the morning the paint was dry.", 1, "Tuesday"),
        ("A few weeks later the paint came off.", None, None),
        ("She sat in it and thought of Ben.", None, None),
        ("She had sat in it every Friday since March.", None, None),
        ("Nobody had seen Ben since Friday.", None, None),
        ("It came off in a fortnight, and nobody was sorry.", 14, None),
        ("She had three weeks of rain.", 21, None),
        ("There were five days of rain.", 5, "Saturday"),
        ("On the ninth day after that the paint came off.", 9, "Wednesday"),
        ("She had a visitor that evening.", 0, "Monday"),
        ("In spring she sold it.", None, None),
        ("She would sell it on Friday.", None, None),
    ],
)  # fmt: skip
def test_nights_and_weekday_follow_from_the_words(opening: str, nights: float | None, weekday: str | None) -> None:
    time = after(opening).time
    assert (time.days_after_previous, time.weekday) == (nights, weekday)


def test_nights_between_two_dates_are_counted() -> None:
    assert after("On 2nd March he came.", "On 27th February he left.").time.days_after_previous == 3
    assert after("On Boxing Day he came.", "It was Christmas Eve.").time.days_after_previous == 2


def test_a_morning_after_a_night_is_the_next_day_and_a_later_hour_of_one_evening_is_not() -> None:
    assert after("At seven in the morning he came.", "At midnight he left.").time.days_after_previous == 1
    assert after("At ten he came back.", "It was dusk on Friday.").time.weekday == "Friday"


def test_what_people_say_of_time_is_not_when_it_is() -> None:
    assert after("“See you on Friday, three days after the fair,” said Ben.").time.days_after_previous is None


def test_evidence_and_label_are_the_words() -> None:
    text = "On Monday Ann painted.\n\n***\n\nFour days later it rained."
    time = scenes(text)[1].time
    assert time.evidence is not None
    assert time.label == "Four days later" == text[time.evidence.start : time.evidence.end]


def test_the_first_scene_has_no_scene_before_it() -> None:
    time = scenes("The next morning, a Friday, Ann painted the shed.")[0].time
    assert (time.days_after_previous, time.weekday) == (None, "Friday")


@pytest.mark.parametrize(
    ("later", "weekday"),
    [
        ("Five days later, on a Monday, it was dry.", "Wednesday"),
        ("Sixteen days later, on a Monday, it was dry.", "Saturday"),
        ("Twenty days later, on a Monday, it was dry.", None),
        ("Two months later, on a Monday, it was dry.", None),
        ("Five days after the fair, on a Monday, it was dry.", None),
    ],
)
def test_a_weekday_tells_that_of_the_scenes_a_known_number_of_days_before(later: str, weekday: str | None) -> None:
    text = f"Ann painted the shed.\n\n***\n\nThat evening it rained.\n\n***\n\n{later}"
    assert [scene.time.weekday for scene in scenes(text)] == [weekday, weekday, "Monday"]


def test_a_flashback_does_not_stand_between_the_days_of_the_line() -> None:
    text = (
        "On Monday Ann painted the shed.\n\n***\n\nIt had been snowing, six years back, when Ben built it for her.\n\n"
        "***\n\nThe paint dripped.\n\n***\n\nThe next day it was dry."
    )
    found = scenes(text)
    assert [s.mode for s in found] == ["linear", "analepsis", "linear", "linear"]
    assert [s.time.weekday for s in found] == ["Monday", None, "Monday", "Tuesday"]
    assert [s.time.days_after_previous for s in found] == [None, None, None, 1]


@pytest.mark.parametrize(
    ("opening", "mode"),
    [
        ("Two years earlier, Ben stood in the same field with a spade.", "analepsis"),
        ("Two years earlier\n\nBen stood in the same field with a spade.", "analepsis"),
        ("It had been the night of the flood. Nobody slept.", "analepsis"),
        ("It had been a night of surprises.", "linear"),
        (
            "They met because of a fire. Twelve years ago Ann stood in a yard with a list, and Ben came last.",
            "analepsis",
        ),
        ("They met at the gate. Ann had the list, and Ben came last.", "linear"),
        ("When she was nine, her father built a boat in the kitchen.", "analepsis"),
        ("He had come to the door ten years ago with a spade in his hand.", "analepsis"),
        ("Ten years later she would remember the smell of it.", "prolepsis"),
        ("She had slept badly. The rain had got in.", "linear"),
        ("It was the room in which they had met, ten years before.", "linear"),
        ("“I met him ten years ago,” she said.", "linear"),
    ],
)
def test_a_flashback_is_told_by_how_long_ago_and_the_pluperfect(opening: str, mode: str) -> None:
    assert after(opening).mode == mode


LONG = "and there was nothing in the boat but rope and rain, and nobody on the shore to see it go."


@pytest.mark.parametrize(
    ("opening", "opens"),
    [
        ("The next morning Ben rowed out,", True),
        ("Three weeks later Ben rowed out,", True),
        ("On Friday Ben rowed out,", True),
        ("That night Ben rowed out,", True),
        ("When Friday came Ben rowed out,", True),
        ("Ten days went past, and Ben rowed out,", True),
        ("Late that night Ben rowed out,", True),
        ("It had been dawn, nine years back, when Ben rowed out,", True),
        ("On Fridays Ben rowed out,", False),
        ("On Friday Ben would row out,", False),
        ("That night had been Ben’s last,", False),
        ("Ben rowed out the next morning,", False),
        ("“The next morning,” said Ben, “I rowed out,”", False),
        ("At six Ben rowed out,", False),
    ],
)
def test_a_paragraph_opens_a_scene_if_it_jumps_in_time_once(opening: str, opens: bool) -> None:
    assert len(scenes(f"Ann mended the net.\n\n{opening} {LONG}")) == 1 + opens


def test_a_return_from_a_flashback_opens_a_scene() -> None:
    text = f"Ann mended the net.\n\nIt had been dawn, nine years back, {LONG}\n\nNow, in the kitchen, she sat, {LONG}"
    assert [s.mode for s in scenes(text)] == ["linear", "analepsis", "linear"]


def test_a_chapter_opens_a_scene_and_its_heading_is_none() -> None:
    text = "CHAPTER I\n\nAnn mended the net.\n\nCHAPTER II\n\nThe next day Ben rowed out."
    found = scenes(text)
    assert [(s.chapter, s.time.days_after_previous) for s in found] == [("c0", None), ("c1", 1)]


PIECES = [
    "***",
    "CHAPTER",
    "Ann sat.",
    "“No.”",
    f"The next day it rained, {LONG}",
    "Six years ago she had sat.",
    "On Friday,",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_scenes_tile_the_text_in_order(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    found = scenes(text)
    assert all(a.end == b.start for a, b in pairwise(found))
    assert all(s.start < s.end for s in found)
    if found:
        assert found[-1].end == len(text)
        assert not any(c.isalnum() for c in text[: found[0].start])
    assert bool(found) == any(c.isalnum() for c in text)


def test_a_time_of_the_year_with_a_pluperfect_opens_the_past() -> None:
    now = "Hester took the bags and slammed the door so hard that the letter box went on talking for a while."
    past = "In February, in the room with the bird table outside it, Ruth had made him get out his diary and write."
    present = "In February, in the room with the bird table outside it, Ruth made him get out his diary and write."
    assert [s.mode for s in scenes(f"{now}\n\n{past}")] == ["linear", "analepsis"]
    assert len(scenes(f"{now}\n\n{present}")) == 1


def test_how_long_ago_it_had_been_and_a_first_coming_open_the_past() -> None:
    assert (
        after("It had been a Tuesday, sixteen days before, and barely light. Mist stood on the water.").mode
        == "analepsis"
    )
    assert after("When I first came to the bakery I had one bag and forty words of English.").mode == "analepsis"
    assert after("When I came to the bakery I had one bag, and nobody was up yet.").mode == "linear"


def test_it_had_been_a_weekday_opens_a_flashback_on_that_day() -> None:
    _, second = scenes("On Monday Ann painted the shed.\n\n***\n\nIt had been a Tuesday, in the rain, when it began.")
    assert (second.mode, second.time.weekday) == ("analepsis", "Tuesday")


def test_how_they_had_met_opens_a_flashback() -> None:
    _, second = scenes(
        "On Monday Ann painted the shed.\n\nIt was upon a roof that they had met, the summer of the comet, when nobody "
        "in the town could sleep for the light of it."
    )
    assert second.mode == "analepsis"


def test_who_had_told_it_long_before_opens_the_past() -> None:
    assert after("It was her aunt who had told her, the winter before last, over the ironing.").mode == "analepsis"
    assert after("It was her aunt who told her, the winter before last, over the ironing.").mode == "linear"
    assert after("It was cold when he had told her, the winter before last, over the ironing.").mode == "linear"


def test_a_weekday_after_opens_a_scene() -> None:
    _, second = scenes(
        "On Monday Ann painted the shed.\n\nThe Tuesday after, Ralph came up the lane with a long leather case under "
        "his arm, and would not say what was in it."
    )
    assert second.time.weekday == "Tuesday"


@pytest.mark.parametrize(
    ("words", "weekday"),
    [
        ("Ann put down the tray and ate. It was a Tuesday. She ate all of her beans.", "Tuesday"),
        ("Ann put down the tray, and she told him, that Sunday, scraping the pan.", "Sunday"),
        ("Ann put down the tray. “It’s a Tuesday,” said Ralph, and he laughed.", None),
    ],
)
def test_a_weekday_said_in_passing_is_the_scenes(words: str, weekday: str | None) -> None:
    (scene,) = scenes(words)
    assert scene.time.weekday == weekday


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("On the last Thursday in October Ann had a cold, and Ralph was sent down to make excuses.", True),
        ("One Thursday in May Ann found a key in the lining of her coat, and she sat down with it.", True),
        ("It was the first Sunday of the month, and Ann went down to the boats by the long way round.", True),
        ("On the fourteenth of April Ann came to the door with her sleeves rolled up, and knocked at it.", True),
        ("Towards the end of March Ann wrote to him, and she put the letter behind the clock to wait.", True),
        ("Two mornings after, Ann went down to the yard to see what all the noise in it was about.", True),
        ("On the evening of the wedding Ann sat alone in the kitchen with her shoes off, and she laughed.", True),
        ("One day Ann would go down to the boats, and then they should all of them see what she was made of.", False),
        ("By the end of the week Ann had gone down to the boats three times, and each time come back alone.", False),
        ("One of the boats was Ann’s, and she went down to it with a rope and a bucket and a long face.", False),
    ],
)
def test_a_paragraph_that_begins_with_a_day_may_open_a_scene(words: str, opens: bool) -> None:
    text = f"On Monday Ann painted the shed, and she sang as she did it, for nobody could hear her.\n\n{words}"
    assert len(scenes(text)) == 1 + opens


def test_the_last_weekday_of_a_month_is_that_day() -> None:
    (scene,) = scenes("On the last Thursday in October Ann had a cold, and Ralph was sent down to make excuses.")
    assert scene.time.weekday == "Thursday"
    (scene,) = scenes("Last Thursday Ann had a cold, and Ralph was sent down to make excuses for her.")
    assert scene.time.weekday is None


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("Ralph told her about the key in the boat house, in the second week of May, with rain on his hat.", True),
        ("It was a Sunday in June, about five o’clock, and Ann was on the bank with a can of tea.", True),
        ("It came back in a fortnight, which was thought quick. Ralph brought it up the lane himself.", True),
        ("Ann had three weeks of his aunts. Then on a Friday there was a parcel on the hall table for her.", True),
        ("Ann had a day owing to her. On the Saturday she took the early boat and walked up from the pier.", True),
        ("On a Tuesday Ann took the early boat and walked up from the pier, and nobody was there.", True),
        ("For three days Ann kept away from the pier, and nobody came up to ask after her at all.", True),
        ("On the third morning Ann took the early boat and walked up from the pier, and nobody was there.", True),
        ("Ann had a day owing to her. At dusk she took the boat and walked up from the pier to the house.", False),
        ("Ralph had been away. On the Saturday she took the early boat, and she walked up from the pier.", False),
        ("Ann had eight weeks’ wages in a tin, and she took it down to the pier, and nobody was there.", False),
        ("Ralph said that it would come back in a fortnight, and he took his hat and went down to the pier.", False),
    ],
)
def test_a_paragraph_opens_a_scene_by_a_time_told_in_other_words_or_in_its_second_sentence(
    words: str, opens: bool
) -> None:
    text = f"Ann painted the shed, and she sang as she did it, for nobody could hear her.\n\n{words}"
    assert len(scenes(text)) == 1 + opens


def test_what_lasted_leads_up_to_the_scene_that_one_day_of_it_is() -> None:
    day = "One Monday in May Ann came into the yard and stood there, and she took the key out of her coat."
    (scene,) = scenes(f"For six weeks Ann and Ralph did not speak of it.\n\n{day}")
    assert scene.time.weekday == "Monday"
    assert len(scenes(f"Ann and Ralph did not speak of it, for there was no more to say.\n\n{day}")) == 2


def test_one_paragraph_that_looks_back_is_no_scene() -> None:
    now = "Ann painted the shed, and she sang as she did it, for nobody could hear her."
    back = "Ralph had carried her on his shoulders all over the fair when she was nine, and she thought well of him."
    on = "On Friday Ann rode the four miles to his place, into the wind, and told him all that she had heard."
    assert [s.mode for s in scenes(f"{now}\n\n{back}\n\n***\n\n{on}")] == ["linear", "linear"]
    assert [s.mode for s in scenes(f"{now}\n\n{back}\n\n{on}")] == ["linear", "linear"]
    more = "He bought her a green ribbon there, and they rode home in the cart."
    assert [s.mode for s in scenes(f"{now}\n\n{back}\n\n{more}\n\n***\n\n{on}")] == ["linear", "analepsis", "linear"]
