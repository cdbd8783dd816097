"""Towards whom a feeling is, by the talk and the writing that it stands beside."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.told import clause, feelings, told
from unspoken.layers.documents import StoryDocument
from unspoken.stages.feelings.page import Page
from unspoken.stages.feelings.signs import sign_cues
from unspoken.stages.feelings.targets import whom


def test_what_one_feels_before_the_only_other_of_a_talk_is_for_the_other() -> None:
    marked = "<ann>ben:“Come/VERB here/ADV.”> {ann:Ann}'s face/NOUN burned/VERB/burn. {ben:Ben} sat/VERB."
    assert [(f.emotion, f.target) for f in feelings(told(marked))] == [("shame", "ben")]
    alone = "{ann:Ann}'s face/NOUN burned/VERB/burn. {ben:Ben} sat/VERB."
    assert [f.target for f in feelings(told(alone))] == [None]


def test_what_is_denied_in_a_talk_is_for_nobody() -> None:
    talk = "<ann>ben:“Come/VERB here/ADV.”> {ann:Ann} was"
    assert [f.target for f in feelings(told(f"{talk} angry/ADJ. {{ben:Ben}} sat/VERB."))] == ["ben"]
    assert [f.target for f in feelings(told(f"{talk} not angry/ADJ. {{ben:Ben}} sat/VERB."))] == [None]


def test_what_is_said_of_a_third_is_for_the_third() -> None:
    text = "Ann met Ben. “He can not treat people like that.” Col sat."
    clauses = [clause(text, "He can not treat people like that", "treat", subject="He")]
    said = "<ann>ben:“{col:He} can/AUX not treat/VERB people/NOUN like that/PRON.”>"
    marked = "{ann:Ann} met {ben:Ben}. " + said + " {col:Col} sat."
    assert [(f.experiencer, f.target) for f in feelings(told(marked, clauses=clauses))] == [("ann", "col")]


def test_what_a_reader_feels_right_after_a_letter_is_for_who_wrote_it() -> None:
    marked = "{ben:Ben} wrote/VERB. Dear/ADJ Ann. {ann:Ann} wept/VERB/weep. {col:Col} sat/VERB."
    start = told(marked).text.index("Dear")
    letter = StoryDocument("d0", "letter", start, start + 9, "ben", "ann", (), 1.0)
    assert [_target(marked, letters) for letters in ((), (letter,))] == [None, "ben"]


def test_among_many_anger_is_for_the_only_one_with_whom_somebody_talks() -> None:
    many = "{col:Col} sat. {ben:Ben} sat. <ann>ben:“It broke/VERB.”> "
    assert [f.target for f in feelings(told(many + "{ann:Ann} was angry/ADJ."))] == ["ben"]
    assert [f.target for f in feelings(told(many + "{ann:Ann} was surprised/ADJ."))] == [None]
    two = "<col>ann:“No.”> " + many
    assert [f.target for f in feelings(told(two + "{ann:Ann} was angry/ADJ."))] == [None]


def test_what_is_told_of_the_own_heart_is_for_who_is_called_you() -> None:
    people = "{col:Col} sat. {ben:Ben} sat. {ann:Ann} sat. "
    assert [f.target for f in feelings(told(people + "<ann>ben:“I wept/VERB/weep when you left/VERB.”>"))] == ["ben"]
    assert [f.target for f in feelings(told(people + "<ann>ben:“I wept/VERB/weep all night/NOUN.”>"))] == [None]


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("afraid/ADJ {ben:Ben} knew/VERB", "ben"),
        ("angry/ADJ that {ben:he} had gone/VERB", "ben"),
        ("afraid/ADJ, and {ben:Ben} knew/VERB", None),
    ],
)
def test_a_feeling_about_a_deed_is_for_who_does_it(words: str, target: str | None) -> None:
    assert [f.target for f in feelings(told(f"{{col:Col}} sat. {{ann:Ann}} was {words}."))][:1] == [target]


def _target(marked: str, letters: tuple[StoryDocument, ...]) -> str | None:
    page = Page(told(marked))
    page.documents = letters
    cue = next(sign_cues(page))
    return whom(page, page.scene_at(cue.first), cue)
