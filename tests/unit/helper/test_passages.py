"""Passages cover every scene with people in it, and none is longer than a small model can keep in mind."""

from __future__ import annotations

from functools import cache

from tests.contract.texts import STORY, document
from unspoken.document import Document
from unspoken.helper.passages import LONGEST, passages
from unspoken.helper.questions import INSTRUCTIONS, question
from unspoken.layers.keys import SCENES
from unspoken.pipeline import run
from unspoken.stages.table import STAGES


@cache
def read(text: str) -> Document:
    return run(document(text), STAGES)[0]


def test_each_scene_with_people_is_asked_about_whole() -> None:
    story = read(STORY.read_text(encoding="utf-8"))
    found = passages(story)
    assert [(p.start, p.end) for p in found] == [(s.start, s.end) for s in story[SCENES]]
    assert all(p.text == story.text[p.start : p.end] for p in found)
    assert {"Joel Whitcomb", "Alma"} <= {name for p in found for name in p.people}


def test_a_long_scene_is_cut_between_paragraphs_and_loses_nothing() -> None:
    story = read("Ada wept, and Bram knew it.\n\n" * 700)
    found = passages(story)
    assert len(found) > 2
    assert max(p.end - p.start for p in found) <= LONGEST
    assert "".join(p.text for p in found) == story.text[found[0].start : found[-1].end]
    assert all(p.text.rstrip().endswith("it.") for p in found)


def test_a_paragraph_that_is_too_long_is_cut_too() -> None:
    found = passages(read("Ada wept, and Bram knew it. " * 700))
    assert max(p.end - p.start for p in found) <= LONGEST


def test_where_nobody_is_nothing_is_asked() -> None:
    assert passages(read("Rain fell all night. The river rose, and by morning the bridge had gone.")) == []


def test_a_question_names_the_people_and_gives_the_passage() -> None:
    (passage,) = passages(read("I saw Ada.\n\n“You came,” said Ada, and I wept.\n"))
    asked = question(passage)
    assert passage.text.strip() in asked
    assert all(name in asked for name in passage.people)
    assert '"words"' in INSTRUCTIONS
