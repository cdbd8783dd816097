"""Of an answer that is taken whose words stand in the passage and whose names are of people there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoken.helper.answers import Refusal, place, taken
from unspoken.helper.passages import Passage
from unspoken.layers.proposals import Felt, Held
from unspoken.layers.spans import Span

TEXT = "Before. Ada turned\nfrom the window. “He’ll never care for me,” she said, and Bram’s hands shook. After."
START, END = TEXT.index("Ada"), TEXT.index(" After")
PASSAGE = Passage(START, END, TEXT[START:END], ("Ada", "Bram", "The Doctor"), None)
FELT: dict[str, Any] = {"who": "Bram", "emotion": "fear", "words": "Bram’s hands shook"}
HELD: dict[str, Any] = {
    "who": "Ada", "stance": "believes", "about": "Bram", "emotion": "love", "towards": "Ada", "denied": True,
    "words": "He’ll never care for me",
}  # fmt: skip


def answer(*feelings: object, beliefs: object = ()) -> str:
    return json.dumps({"feelings": feelings, "beliefs": beliefs})


def refusals(text: str) -> dict[Refusal, int]:
    records, refused = taken(text, PASSAGE, TEXT)
    assert not records
    return dict(refused)


def test_what_is_in_the_words_is_taken_with_their_place() -> None:
    records, refused = taken(answer(FELT, beliefs=[HELD]), PASSAGE, TEXT)
    assert not refused
    felt, held = records
    assert felt == Felt("Bram", "fear", None, False, felt.start, felt.end)
    assert held == Held("Ada", "believes", "Bram", "love", "Ada", True, held.start, held.end)
    assert [TEXT[r.start : r.end] for r in records] == [FELT["words"], HELD["words"]]


def test_marks_around_the_whole_are_no_matter() -> None:
    assert taken(f"```json\n{answer(FELT)}\n```", PASSAGE, TEXT)[0]


def test_a_name_may_be_written_without_its_article_or_case() -> None:
    (felt,), _ = taken(answer({**FELT, "who": "doctor"}), PASSAGE, TEXT)
    assert felt.who == "The Doctor"


@pytest.mark.parametrize("words", ["Bram's hands shook", "turned from the window. \"He'll never care"])
def test_the_shape_of_marks_and_spaces_is_no_matter(words: str) -> None:
    assert taken(answer({**FELT, "words": words}), PASSAGE, TEXT)[0]


@pytest.mark.parametrize("words", ["", "Bram’s hands sho", "ada turned from", "hands trembled", "shook"])
def test_words_that_are_not_there_letter_for_letter_are_refused(words: str) -> None:
    assert refusals(answer({**FELT, "words": words})) == {Refusal.WORDS: 1}


def test_words_of_another_passage_are_refused() -> None:
    assert refusals(answer({**FELT, "words": "Before. Ada turned"})) == {Refusal.WORDS: 1}
    assert refusals(answer({**FELT, "words": "shook. After."})) == {Refusal.WORDS: 1}


@pytest.mark.parametrize(
    "note",
    [{**FELT, "who": "Clara"}, {**FELT, "towards": "Clara"}, {**FELT, "towards": "Bram"}, {**FELT, "who": ""}],
    ids=["who", "towards", "oneself", "nobody"],
)
def test_a_feeling_of_people_who_are_not_there_is_refused(note: dict[str, Any]) -> None:
    assert refusals(answer(note)) == {Refusal.PEOPLE: 1}


@pytest.mark.parametrize("about", ["Ada", "Clara"])
def test_a_belief_is_about_another_who_is_there(about: str) -> None:
    assert refusals(answer(beliefs=[{**HELD, "about": about, "towards": None}])) == {Refusal.PEOPLE: 1}


@pytest.mark.parametrize(
    "text",
    ["", "I cannot.", "[]", "null", "{" * 50_000, '{"feelings": 3}', '{"beliefs": null}', answer(FELT)[:-5]],
    ids=["empty", "talk", "list", "null", "deep", "number", "none", "cut off"],
)
def test_what_has_not_the_form_is_refused_as_a_whole(text: str) -> None:
    assert refusals(text) == {Refusal.MALFORMED: 1}


def test_one_bad_note_does_not_spoil_the_others() -> None:
    bad = [{**FELT, "emotion": "happiness"}, {**FELT, "more": 1}, {**FELT, "denied": "no"}, 7, {}]
    records, refused = taken(answer(*bad, FELT), PASSAGE, TEXT)
    assert len(records) == 1
    assert refused == {Refusal.MALFORMED: len(bad)}


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_words_copied_from_a_text_are_found_where_they_are(a: int, b: int) -> None:
    words = TEXT[min(a, b) : max(a, b)].split()
    whole = [w for w in words if w in TEXT.split()]
    if len(whole) == len(words) >= 2:
        span = place(" ".join(words), TEXT, 0, len(TEXT))
        assert span is not None
        assert TEXT[span.start : span.end].split() == words


@given(st.text(max_size=60))
def test_any_words_at_all_are_looked_for_in_peace(words: str) -> None:
    found = place(words, TEXT, 0, len(TEXT))
    assert found is None or isinstance(found, Span)


@given(st.text(max_size=200))
def test_any_answer_at_all_is_taken_or_refused(text: str) -> None:
    records, refused = taken(text, PASSAGE, TEXT)
    assert not records
    assert sum(refused.values()) <= 1
