"""What a person is told: all that is in the story, each claim with its words, the main things first."""

from __future__ import annotations

import msgspec
import pytest

from tests.stories.wrong_door import TEXT, at, bare, story
from unspoken.exports.outline import FULL, Guide, Limits, Outline, outline
from unspoken.layers.spans import Span


@pytest.fixture(scope="module")
def told() -> Outline:
    return outline(story())


def test_people_are_told_by_what_they_are_to_each_other(told: Outline) -> None:
    ties = {person.name: person.ties for person in told.cast.items}
    assert ties["Nell"] == ("Ivo’s partner", "June’s friend")
    assert ties["June"] == ("Ivo’s sister", "Nell’s friend")
    assert ties["Mr Okafor"] == ()


def test_shares_of_speech_and_what_nobody_is_known_to_say_make_the_whole(told: Outline) -> None:
    assert sum(p.share for p in told.cast.items) + told.unattributed == pytest.approx(1)


def test_a_relationship_goes_from_scene_to_scene(told: Outline) -> None:
    course = told.relationships.items[0]
    assert course.title == "Nell and Ivo"
    assert [step.scene for step in course.steps.items] == [1, 3, 4, 5]
    assert "Nell kisses Ivo. They are together again." in [h.text for h in course.steps.items[-1].happenings]


def test_every_claim_has_its_words(told: Outline) -> None:
    passages = [h.passage for c in told.relationships.items for s in c.steps.items for h in s.happenings]
    passages += [p for g in told.misunderstandings.items for p in (g.believed, g.truth, g.closing) if p]
    assert passages
    plain = " ".join(TEXT.split())
    for passage in passages:
        assert passage.words
        assert all(piece.strip() in plain for piece in passage.words.split("…"))


def test_a_misunderstanding_is_told_from_opening_to_closing(told: Outline) -> None:
    gap = told.misunderstandings.items[0]
    assert gap.statement == "Nell believes that Ivo does not love her."
    assert gap.lead == "Ivo does"
    assert gap.truth.teller == "Ivo’s letter to Nell"
    assert (gap.opens, gap.closes, gap.closed) == (1, 4, True)
    assert gap.reader == "The reader knows better from scene 3 on."
    assert gap.start == at("Nell understood that he did not love her").start


def test_what_does_not_end_is_not_said_to_end(told: Outline) -> None:
    gap = told.misunderstandings.items[2]
    assert not gap.closed
    assert gap.course == "It begins in scene 2, and is not seen to end."


def test_scenes_say_where_when_and_who(told: Outline) -> None:
    line = told.timeline.items[2]
    assert (line.place, line.when, line.present) == ("the stairs", "on that Sunday, flashback", ("Ivo",))


def test_what_is_left_out_is_counted_and_the_weightiest_is_kept() -> None:
    short = outline(story(), Limits(people=1, relationships=1, steps=1, misunderstandings=1, scenes=2, letters=1))
    assert [p.name for p in short.cast.items] == ["Nell"]
    assert (short.cast.left_out, short.relationships.left_out, short.timeline.left_out) == (3, 2, 3)
    assert short.misunderstandings.items[0].severity == max(g.severity for g in story().gaps)
    numbers = [line.number for line in short.timeline.items]
    assert numbers == sorted(numbers)


def test_a_story_without_anything_is_told_too() -> None:
    told = outline(bare(), FULL)
    assert not told.cast.items
    assert not told.misunderstandings.items
    assert outline(bare(""), FULL).timeline.items == ()


def test_a_short_cue_is_quoted_with_its_sentence() -> None:
    passage = Guide(story()).passage(at("longed"))
    assert (passage.words, passage.start) == ("He longed to knock.", at("longed").start)


def test_a_short_cue_inside_speech_is_quoted_with_no_more_than_what_is_said() -> None:
    assert Guide(story()).passage(at("sorry")).words == "I’m sorry."


def test_no_control_code_of_a_story_reaches_a_terminal() -> None:
    odd = bare("It was \x1b[31mred\x1b[0m \u202eand\x07 wild that day indeed.")
    words = Guide(odd).passage(Span(0, len(odd.text))).words
    assert words.isprintable()


def test_offsets_out_of_range_do_no_harm() -> None:
    broken = msgspec.structs.replace(story(), text=TEXT[:100])
    assert outline(broken, FULL).cast.items
